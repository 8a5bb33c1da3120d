# watch
chapter-watch = Seguimiento y alerta temprana
section-board = Tablero de alerta temprana
section-readings = Las lecturas, año por año
section-thresholds = Qué valor señala cada futuro
section-watch-sheet = Quién publica, quién responde, cada cuánto
section-signs = Señales tempranas
section-later = Lo que llegó después del corte
watch-lead = { $k ->
    [one] Uno
   *[other] { START($k) }
} de los { $n } indicadores que se pueden comparar { $k ->
    [one] está
   *[other] están
} más cerca de { $count ->
    [one] { $scenarios }
   *[other] cada uno de estos escenarios: { $scenarios }
}.
watch-lead-bet = { $k ->
    [0] Ninguno está más cerca
    [one] Solo uno está más cerca
   *[other] { START($k) } están más cerca
} del escenario { $standing ->
    [proposed] que propone la regla
   *[decided] apuesta
}, { $scenario }.
watch-lead-none = { $n ->
    [one] Hay un indicador
   *[other] Hay { $n } indicadores
}, y ninguno tiene todavía lectura y umbrales con que compararlo con los escenarios.
watch-interpretation = Es una interpretación, no un resultado: supone que cada escenario avanza en línea recta desde la línea de base hasta su rango en el horizonte, y cada indicador cuenta igual. Un año malo no es un futuro.
table-nearest = A qué futuro se acercan más las lecturas
column-nearest-count = Indicadores más cercanos
table-nearest-note = Sobre los indicadores con línea de base, lectura y umbrales. Un indicador puede quedar igual de cerca de dos escenarios.
watch-method = Para cada escenario se traza una recta desde la línea de base hasta los extremos de su rango en el horizonte; en el año de la última lectura, el escenario más cercano es aquel de cuyo rango sobre la recta la lectura dista menos. Los empates cuentan para todos los que empatan.
figure-warning-board = Tablero de alerta temprana
table-indicators = Línea de base, última lectura y meta de cada indicador
column-baseline = Línea de base
column-last-reading = Última lectura
column-target = Meta
column-progress = Avance
column-elapsed = Tiempo transcurrido
column-nearest = Más cerca de
table-indicators-note = Meta: el valor en el escenario apuesta. Avance: parte recorrida de la distancia entre la línea de base y la meta (negativa si se alejó). Tiempo transcurrido: parte del plazo que ya pasó. Subrayado, lo que va con retraso.
readings-none = Todavía no hay lecturas.
table-readings = Lecturas posteriores a la línea de base
readings-notes = Lo que hay que saber de algunas lecturas:
table-thresholds = Rango de cada indicador en cada escenario
table-thresholds-note = Valores en el horizonte ({ $horizon }). En negrita, el escenario cuyo camino está más cerca de la última lectura.
table-watch-sheet = Ficha de seguimiento
column-measures-what = Qué mide
column-publisher = Quién publica
column-frequency = Frecuencia
indicator-notes = Al leerlos, téngase en cuenta:
table-signs = Señales tempranas de cada escenario
column-seen-in = Dónde se vería
sign-no-scenario = Sin escenario
signs-plan-b = Las señales que activan el plan B se detallan con él ({ $plan }).
later-text = { $count ->
    [one] Un indicio es posterior al corte de información ({ $cutoff }): no entró en los juicios del panel y se registra aquí para la próxima revisión.
   *[other] { START($count) } indicios son posteriores al corte de información ({ $cutoff }): no entraron en los juicios del panel y se registran aquí para la próxima revisión.
}
later-text-panel = { $count ->
    [one] Un indicio es posterior al corte de información ({ $cutoff }): no entra en la vigilancia y se registra aquí para la próxima revisión.
   *[other] { START($count) } indicios son posteriores al corte de información ({ $cutoff }): no entran en la vigilancia y se registran aquí para la próxima revisión.
}
later-series = { $n ->
    [one] Una serie tiene datos posteriores al corte
   *[other] { START($n) } series tienen datos posteriores al corte
}: no movieron ninguna tendencia ni ningún pronóstico de este informe. { $judged ->
    [0] {""}
    [one] { $held ->
        [0] El único que se puede comparar con lo pronosticado cae fuera de su intervalo.
       *[other] El único que se puede comparar con lo pronosticado cae dentro de su intervalo.
    }
   *[other] De los { $judged } que se pueden comparar con lo pronosticado, { $held } caen dentro de su intervalo.
}
table-later-series = Series con datos posteriores al corte
table-later-series-note = Pronóstico para el año del último dato, con su intervalo entre paréntesis; la última columna cuenta los datos posteriores que caen dentro del intervalo de su año.
column-later-forecast = Pronóstico para ese año
column-later-held = En el intervalo
later-forecast-value = { $value } ({ $interval })
table-later = Indicios posteriores al corte
column-summary = Qué significa
board-origins = Procedencia de las lecturas: { $readings }; de líneas de base, metas y umbrales: { $rest }.
