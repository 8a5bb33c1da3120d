# scan
chapter-scan = Vigilancia del entorno: tendencias y hechos portadores de futuro
section-counts = Dónde se miró y qué se encontró
section-evidence = Qué pesa y qué viene al caso
section-priorities = Fichas de los indicios prioritarios
section-series = Lo que dicen las series
section-forecast = Adónde llegarían si siguieran como hasta ahora
section-accuracy = Cuánto se habrían equivocado los modelos
section-each-series = Las series, una por una
scan-lead-cutoff = Hasta el { $cutoff }, fecha de corte,
scan-lead-open = Sin fecha de corte,
scan-lead = la vigilancia reunió { $n ->
    [one] un indicio
   *[other] { $n } indicios
}; { $priority ->
    [0] ninguno es a la vez de alto impacto y pertinente.
    [one] uno es prioritario, de alto impacto y pertinente.
   *[other] { $priority } son prioritarios: de alto impacto y pertinentes.
}
scan-later = { $n ->
    [one] Un indicio posterior al corte no está en este capítulo
   *[other] Hay { $n } indicios posteriores al corte que no están en este capítulo
}: lo que pasó después se lee en el seguimiento.
table-evidence-by-kind = Indicios por dimensión STEEPV y por clase
table-evidence-by-kind-note = Sin indicios: { $dimensions }. Puede ser que ahí nada se mueva o que ahí no se haya mirado.
table-evidence-by-year = Indicios por año y dimensión STEEPV
table-evidence-by-year-note = { $n ->
    [one] No se cuenta un indicio sin año o sin dimensión.
   *[other] No se cuentan { $n } indicios sin año o sin dimensión.
}
column-year = Año
column-hit = Indicio
column-date = Fecha
column-scope = Ámbito
column-impact = Impacto
column-pertinence = Pertinencia
column-certainty = Certeza
column-touches = Variables que toca
column-sources = Fuentes
dimension-none = Sin dimensión
evidence-ratings = El impacto y la pertinencia, de 1 a 5, son calificaciones de quien hizo la vigilancia: ordenan la lectura, no son juicio del panel. Es prioritario lo que pasa de { $cut } en las dos.
table-evidence = Matriz de indicios: qué se vio, cuánto pesa, qué variables toca y de dónde sale
table-evidence-note = Dentro de cada dimensión, de mayor a menor peso. En negrita, los prioritarios: impacto y pertinencia de más de { $cut }, según quien hizo la vigilancia. La certeza dice cuán seguro es el hecho, no cuán probable es lo que anuncia.
priorities-intro = Qué significa para la pregunta del estudio cada indicio prioritario, y en qué se apoya.
series-lead = De { $n ->
    [one] una serie
   *[other] { $n } series
}, { $parts }.
series-rising = { $n ->
    [one] una subió
   *[other] { $n } subieron
}
series-falling = { $n ->
    [one] una bajó
   *[other] { $n } bajaron
}
series-flat = { $n ->
    [one] en una no se detecta tendencia
   *[other] en { $n } no se detecta tendencia
}
series-short = { $n ->
    [one] una es muy corta para decirlo
   *[other] { $n } son muy cortas para decirlo
}
series-care = Una tendencia resume lo que ya pasó. Que una serie haya crecido no anuncia que vaya a seguir creciendo: los crecimientos más fuertes suelen ser los que más se moderan.
table-trends = Tendencia y quiebre de cada serie hasta el corte
column-series = Serie
column-years = Años
column-tau = Tau
column-slope = Pendiente por año
column-slope-interval = Intervalo de 95 %
column-p = p ajustada
column-break = Quiebre
break-after = después de { $year }
break-none = no se detecta
trend-rising = subió
trend-falling = bajó
trend-none = no se detecta tendencia
trend-short = muy corta para decirlo
table-trends-note = Tau de Kendall y pendiente de Sen, en la unidad de la serie por año. La p se corrige por la autocorrelación y por el número de series; se lee tendencia con una p de 0.05 o menos. No detectar una tendencia no prueba que no la haya.
breaks-text = Un quiebre es noticia y pide explicación: { $breaks }.
break-value = { $name }, después de { $year }
series-later = { $n ->
    [one] Una serie tiene
   *[other] Hay { $n } series con
} datos posteriores al corte: las figuras los marcan aparte, y no mueven ninguna tendencia ni ningún pronóstico.
series-method = Tendencia: prueba de Mann-Kendall (Mann 1945) con la corrección de Hamed y Rao (1998) por autocorrelación y la de Benjamini y Hochberg (1995) por el número de series; pendiente de Sen (1968) con la misma corrección en su intervalo. Quiebre: prueba de Pettitt (1979) sobre lo que la tendencia no explica, con diez datos o más; su p es aproximada.
forecast-lead = De { $n } series se pronostican { $made } a { $horizon }; { $far ->
    [0] en ninguna el horizonte pasa de un tercio de su historia.
    [one] en una el horizonte pasa de un tercio de su historia y el valor es solo un orden de magnitud.
   *[other] en { $far } el horizonte pasa de un tercio de su historia y el valor es solo un orden de magnitud.
}
table-forecasts = A { $horizon }, si cada serie siguiera como hasta el corte
column-last = Último dato
column-forecast = A { $horizon }
column-measured-interval = Intervalo de { $level }, último medible
column-flags = Advertencias
value-in-year = { $value } ({ $year })
range-value = { $low } a { $high }
no-forecast-discontinued = no se pronostica: descontinuada
no-forecast-too-short = no se pronostica: menos de siete datos
no-forecast-ends-early = no se pronostica: termina mucho antes del corte
no-forecast-no-horizon = no se pronostica: el horizonte no está después de su último dato
no-forecast-too-long = no se pronostica: demasiados años hasta el horizonte
flag-long-horizon = horizonte lejano
flag-not-measurable = cobertura no medible
flag-not-measurable-then = cobertura no medible en el horizonte
flag-interpolated = { $n ->
    [one] un año interpolado
   *[other] { $n } años interpolados
}
table-forecasts-note = Mediana de cuatro modelos, dentro de lo que la unidad admite. El intervalo es el del último año en que se puede medir; donde hay menos de 20 errores pasados con qué medirlo, no se imprime. Horizonte lejano: está a más de un tercio de los años de la historia; dos cifras significativas.
coverage-text = Los intervalos de { $level } salen de los errores de pronósticos pasados de { $series } series reunidas y llegan a { $steps ->
    [one] un año
   *[other] { $steps } años
}. Al dejar fuera una serie cada vez, contuvieron el valor real en { $count }.
coverage-unknown = No hay suficientes errores de pronósticos pasados para medir la cobertura de un intervalo de { $level }: los pronósticos van sin intervalo.
accuracy-text = Se volvió atrás a cada año pasado, se pronosticó con lo que entonces se sabía y se comparó con lo que ocurrió. La tabla acompaña al pronóstico y no elige nada: la mediana se fijó de antemano, y escoger después el modelo que mejor quedó sería elegir el resultado.
table-accuracy = Error de los cuatro modelos y de su mediana en los orígenes pasados
model-ets = AutoETS
model-theta = Theta
model-damped = Pendiente amortiguada
model-naive = Ingenuo
model-median = Mediana
accuracy-pooled = Mediana de las series
table-accuracy-note = Error absoluto medio sobre el cambio anual medio de la serie (MASE): 1 es equivocarse tanto como cambia la serie en un año. n: pronósticos comparados. No elige nada.
forecast-method = El pronóstico es la mediana de cuatro modelos: suavizado exponencial automático (AutoETS), Theta (Assimakopoulos y Nikolopoulos 2000), la pendiente de los últimos cinco años amortiguada y el ingenuo, que repite el último dato. El ancho del intervalo es un cuantil de los errores absolutos de pronósticos pasados, a escala de cada serie y reunidos entre series (predicción conforme); un origen pasado necesita diez datos detrás. Una serie descontinuada no se pronostica ni entra en el ancho de las demás.
figure-evidence-years = Indicios por año
figure-evidence-plane = Plano de impacto y pertinencia
more-works = { $count ->
    [one] ; y uno más
   *[other] ; y { $count } más
}
flag-uninformative = intervalo más ancho que todo lo observado: no informa
