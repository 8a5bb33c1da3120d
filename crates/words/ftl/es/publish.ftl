# Lo que se publica y lo que se comprueba
cli-about-archive = Empaqueta el estudio en un archivo .zip; con --public, solo lo que se puede publicar, con sus hallazgos
cli-archive-public = Solo lo publicable: sin argumentos de los expertos, con los grupos chicos unidos, y con los hallazgos, el diccionario de datos, la forma de citar, las reglas y las desviaciones
cli-archive-out = El archivo .zip que se va a escribir; por defecto, con el nombre del estudio y al lado de él
cli-archive-content = Huella de lo publicado: { $hash }
cli-archive-verify = Cualquiera puede recalcular sus números: atalaya verify { $path }
cli-archive-arguments = { $count ->
    [0] No había argumentos escritos por los expertos.
    [one] Quedó fuera 1 argumento escrito por un experto.
   *[other] Quedaron fuera { $count } argumentos escritos por los expertos.
}
cli-archive-days = { $count ->
    [one] De 1 respuesta quedó fuera el día en que se dio.
   *[other] De { $count } respuestas quedó fuera el día en que se dieron.
}
cli-archive-merged = Se reunieron en «otros grupos», por tener menos de { $min } expertos (en las tablas del archivo, `other`): { $what }.
cli-archive-merged-countries = { $count ->
    [one] 1 país
   *[other] { $count } países
}
cli-archive-merged-groups = { $count ->
    [one] 1 grupo
   *[other] { $count } grupos
}
cli-archive-merged-sectors = { $count ->
    [one] 1 sector
   *[other] { $count } sectores
}
cli-archive-columns = Columnas que ninguna parte del estudio lee y no se publican: { $list }.
cli-archive-files = Archivos que no se publican: { $list }.
cli-archive-rare = Cuidado: por país, grupo y sector a la vez, { $count ->
    [one] 1 experto está en un conjunto de menos de { $min }; quien conozca el panel podría reconocerlo.
   *[other] { $count } expertos están en conjuntos de menos de { $min }; quien conozca el panel podría reconocerlos.
}
cli-archive-no-licence = El estudio no declara licencia: sin ella nadie puede reutilizarlo. Póngala en study.toml: licence = "CC-BY-4.0".
licence-none = El estudio no declara licencia: quedan reservados todos los derechos.
licence-name = Licencia del estudio: { $licence }
dictionary-unit-series = la de la columna `unit` de scan/series.csv
dictionary-findings = Los hallazgos que el programa calculó de este archivo, sin frases ni idioma; su esquema es docs/schema/findings.json del proyecto.
field-values-series = La serie.
field-values-economy = Código ISO de la economía.
field-values-year = Año.
field-values-value = El valor.
field-answer-expert = Código del experto en `panel.csv`.
field-answer-round = La ronda, de `consult/rounds.toml`.
field-answer-question = La pregunta: una familia y uno o dos ids.
field-answer-value = La respuesta, en la escala de su familia; `-` es sin opinión.
field-answer-confidence = Confianza del experto en su respuesta, de 0 a 1.
field-rules-file-rule = La regla, por su nombre en study.toml; `rules_hash` es la huella de todas.
field-rules-file-value = Su valor.
field-rules-file-set = Quién la fijó: `study` (el estudio) o `default` (el valor usual del método).
field-rules-file-meaning_es = Qué significa, en español.
field-rules-file-meaning_en = Qué significa, en inglés.
field-deviations-file-what = De qué se aparta: `differs` (se decidió otra cosa que la que propone la regla), `stale` (los hallazgos cambiaron después de decidir) o el código del diagnóstico.
field-deviations-file-id = La decisión o el registro.
field-deviations-file-about = Sobre qué es.
field-deviations-file-proposed = Lo que propone la regla.
field-deviations-file-chosen = Lo que se decidió.
field-deviations-file-date = Cuándo.
field-deviations-file-by = Quién, en qué calidad.
field-deviations-file-reason_es = Por qué, en español.
field-deviations-file-reason_en = Por qué, en inglés.
field-rules-seed = Semilla de todo sorteo.
field-rules-min_group = Menor grupo que se muestra.
field-rules-rules_hash = Huella de todas las reglas, la que imprime el informe.
publish-command = Quien tenga el archivo público de este estudio, cuya huella es { $hash }, puede recalcular cada número desde las respuestas y comprobar este informe: { $command }.
cli-about-verify = Recalcula los números de un archivo público desde las respuestas y, si se le da un informe, comprueba cada cifra
cli-value-archive = ARCHIVO
cli-value-report = INFORME
cli-verify-archive = El archivo público, como lo escribe «atalaya archive --public»
cli-verify-profile = El perfil con que se hizo el informe: su nombre o su archivo; sin él, el del programa al que más se parezca
cli-verify-by-profile = El informe es del perfil «{ $profile }».
cli-verify-report = Lo que se quiere comprobar: report.html, report.docx, report.pdf, findings.json, tables.xlsx o la carpeta de tablas
cli-verify-release = El archivo lo calculó Atalaya { $stated }; este programa es Atalaya { $own }: si los métodos cambiaron, los números también pueden cambiar.
cli-verify-content = Huella de lo publicado: { $hash }
cli-verify-manifest = El manifiesto declara otra huella de lo publicado: { $hash }
cli-verify-part = { $part }: { $same } de { $all } números reproducidos
cli-verify-part-words = { $part }: { $same } de { $all } números y { $samewords } de { $words } clases, nombres y huellas reproducidos
cli-verify-part-decisions = Decisiones
cli-verify-part-trace = Trazabilidad
cli-verify-part-gaps = Pendientes
cli-verify-part-head = Encabezado
cli-verify-difference = el archivo declara { $stated }; de las respuestas sale { $recomputed }
cli-verify-nothing = nada
cli-verify-more = … y { $count ->
    [one] 1 diferencia más
   *[other] { $count } diferencias más
}.
cli-verify-done = El archivo se reproduce entero: { $numbers } números.
cli-verify-failed = No todo se reprodujo: { $count ->
    [one] 1 diferencia
   *[other] { $count } diferencias
} en el archivo.
cli-verify-report-same = { $path } es, byte por byte, lo que sale del archivo.
cli-verify-report-done = { $path }: se reprodujo cada uno de sus { $numbers } números.
cli-verify-report-unread = El archivo no es igual byte por byte: difiere en algo que no se lee en la página.
cli-verify-report-failed = { $path }: { $same } de { $numbers } números reproducidos; { $count ->
    [one] 1 diferencia
   *[other] { $count } diferencias
}.
cli-verify-report-pdf = { $path } no es, byte por byte, el que sale del archivo. Cifra por cifra solo se pueden comprobar la página, el documento de Word y los datos.
cli-verify-report-people = Además hay texto sin números que no sale del archivo (frases: { $added }) y texto del archivo que el documento omite o dice de otro modo (frases: { $left }): lo escribieron personas.
cli-verify-report-pictures = Las imágenes de Word no se comparan: sus datos están en las tablas.
cli-verify-report-unknown = { $path } no es una tabla de este estudio.
cli-verify-said = el informe dice { $stated }; del archivo sale { $recomputed }
cli-verify-in-cell = tabla «{ $table }», fila «{ $row }», columna «{ $column }»
cli-verify-in-label = figura «{ $figure }»
cli-verify-in-drawing = el dibujo de la figura «{ $figure }» es otro
cli-verify-in-text = texto
cli-verify-in-chapter = capítulo «{ $chapter }», { $place }
cli-verify-quoted = «{ $text }»

# Comparar
cli-about-compare = Compara dos estudios, dos rondas o un estudio bajo dos reglas: qué clases, puestos y decisiones cambian
cli-compare-inputs = Uno o dos estudios; con --method, uno o dos archivos de ese método
cli-value-inputs = ESTUDIO
cli-compare-rule = Una regla con otro valor: NOMBRE=VALOR, con los nombres de [rules] en study.toml; puede repetirse. Con un solo estudio, la comparación es contra esa regla; con dos, vale para ambos
cli-value-rule = NOMBRE=VALOR
cli-compare-rounds = Dos rondas de la misma consulta: los hallazgos sin la segunda y con ella
cli-value-rounds = RONDA
cli-compare-method = Los archivos son de un método y no estudios: micmac, igo, delphi, abacus o multipol
cli-value-method = MÉTODO
cli-compare-usage = Dé dos estudios, o uno con --rule o con --rounds.
cli-compare-no-round = El estudio no tiene respuestas en la ronda «{ $round }».
cli-compare-title = { $before } → { $after }
cli-compare-nothing = No hay nada que las dos partes tengan en común.
cli-compare-rules = Reglas que difieren: { $list }.
cli-compare-class = { $what }: { $changed } de { $compared } cambian de clase.
cli-compare-class-same = { $what }: ninguna de las { $compared } clases cambia.
cli-compare-only-before = Solo en la primera parte: { $list }.
cli-compare-only-after = Solo en la segunda parte: { $list }.
cli-compare-set-same = { $what }: las mismas ({ $list }).
cli-compare-set = { $what }. Entran: { $entered }. Salen: { $left }. Siguen: { $stayed }.
cli-compare-none = ninguna
cli-compare-rank = { $what }: { $moved } de { $n } cambian de puesto; concordancia de los órdenes (Kendall, de 0 a 1; los empates no la bajan): { $agreement }.
cli-compare-decision = { $about }: la regla propone { $proposedbefore } → { $proposedafter }; vale { $standsbefore } → { $standsafter }.
cli-compare-decision-same = { $about }: la regla propone { $proposedbefore } → { $proposedafter }; lo decidido sigue siendo { $standsafter }.
cli-compare-decision-made = { $about }: se decidió: { $standsafter }.
cli-compare-decision-unmade = { $about }: ya no está decidido; la regla propone { $proposedafter }.
cli-compare-no-decision = Ninguna decisión ni propuesta cambia.
cli-column-before = Antes
cli-column-after = Después
cli-compare-moved = Cambio
compare-class-zone = Zona de las variables, directa
compare-class-indirect-zone = Zona de las variables, indirecta
compare-class-igo = Clase IGO de las acciones
compare-class-opportunity = Zona de las oportunidades
compare-class-robustness = Robustez de las acciones
compare-class-admissible = Escenarios admisibles
compare-class-balance = Consistencia de los escenarios según los balances
compare-class-consensus = Consenso en la última ronda, por pregunta
compare-rank-importance = Puesto por importancia (mediana)
compare-rank-influence = Puesto por influencia directa
compare-rank-indirect-influence = Puesto por influencia indirecta
compare-rank-dependence = Puesto por dependencia directa
compare-rank-igo = Puesto de las acciones (IGO)
compare-rank-desirability = Puesto de los escenarios por deseabilidad
compare-set-determining = Variables determinantes
compare-set-key = Variables clave
compare-set-critical = Incertidumbres críticas
compare-set-crossing = Determinantes que son incertidumbres críticas
compare-set-strategic = Variables estratégicas
compare-word-now = ahora
compare-word-prepare = preparar
compare-word-maintain = mantener
compare-word-later = después
compare-word-robust = robusta
compare-word-contingent = contingente
compare-word-hedging = de cobertura
compare-word-yes = sí
compare-word-no = no
chart-compare-title = { $count ->
    [0] Ningún elemento de { $n } cambia tres puestos o más
    [one] Un elemento de { $n } cambia tres puestos o más
   *[other] { START($count) } de { $n } cambian tres puestos o más
}
chart-compare-subtitle = { $what }: { $before } y { $after }
chart-compare-sample = Concordancia de los órdenes (Kendall): { $agreement }
chart-compare-strong = cambia tres puestos o más
