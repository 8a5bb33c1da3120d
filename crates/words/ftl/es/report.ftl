# El documento
report-ref-table = tabla{"\u00A0"}{ $number }
report-ref-figure = figura{"\u00A0"}{ $number }
report-ref-chapter = capítulo{"\u00A0"}{ $number }
report-ref-section = sección{"\u00A0"}{ $number }
report-ref-annex = anexo{"\u00A0"}{ $number }
report-ref-title = «{ $title }»
report-ref-table-title = tabla «{ $title }»
report-ref-figure-title = figura «{ $title }»
report-table = Tabla{"\u00A0"}{ $number }
report-figure = Figura{"\u00A0"}{ $number }
report-figure-continued = Figura{"\u00A0"}{ $number } (continúa)
report-annex = Anexo{"\u00A0"}{ $number }
report-contents = Contenido
report-list-of-tables = Índice de tablas
report-list-of-figures = Índice de figuras
report-decision = Resumen ejecutivo
report-source = Fuente: { $source }
report-note = Nota.
report-provenance-illustrative = Datos ilustrativos
report-provenance-computed = Cálculo propio
report-provenance-elicited = Respuestas del panel
report-provenance-own = Elaboración propia
report-provenance-published = Datos publicados
report-note-plain = Nota
report-note-care = Advertencia
report-note-gap = Lo que falta
report-note-method = Cómo se calculó
report-why = ¿Por qué?
report-why-see = ¿Por qué? Véase la { $trace }.
report-group = Grupo
report-trace = traza{"\u00A0"}{ $number }
report-running = Estudio y procedencia
report-skip = Ir al contenido
report-scroll = La tabla sigue hacia la derecha
report-as-of = Informe del { $date }
report-authors = Elaboración
report-tables-folder = Los datos de cada tabla acompañan a este documento en la carpeta «tables»; las figuras, en «figures».
trace-consultation = Consulta { $round }: { $family }
node-frame = Encuadre y reglas
node-scan-evidence = Evidencia de la vigilancia
node-scan-series = Tendencia de las series
node-scan-forecast = Pronósticos
node-scan-lineage = De las ideas a las variables
node-consult = Panel, rondas y deserción
node-structure-mactor = Juego de los actores
node-structure-micmac = Análisis estructural
node-structure-classes = Determinantes, claves e incertidumbres críticas
node-structure-foda = Cruce del FODA
node-explore-axes = Ejes y sus pruebas
node-explore-probabilities = Probabilidades de las esquinas
node-explore-smic = Hipótesis y sus escenarios
node-explore-balances = Balances de los estados
node-explore-cone = Cono de plausibilidad
node-explore-scenarios = Escenarios y sus condiciones
node-choose-bet = Escenario apuesta
node-act-chain = Cadena de la visión al indicador
node-act-igo = Matriz IGO
node-act-multipol = Acciones bajo distintas políticas
node-act-opportunities = Cartera de oportunidades
node-act-roadmap = Ruta y retrospectiva
node-act-robustness = Acciones frente a los escenarios
node-watch = Seguimiento
method-axes = prueba de los ejes
method-balances = balances de impacto cruzado (Weimer-Jehle 2006)
method-backcast = retrospectiva y ruta
method-bet = regla del escenario apuesta
method-chain = revisión de la cadena estratégica
method-cone = cono de plausibilidad (Taylor 1990, Voros 2003)
method-delphi = estadísticos Delphi
method-evidence = vigilancia del entorno (Conway 2009)
method-foda = FODA cruzado
method-forecast = mediana de cuatro modelos
method-frame = encuadre
method-igo = importancia y gobernabilidad (IGO)
method-key-variables = clases de variables y su cruce
method-lineage = bitácora de validación
method-abacus = ábaco de Régnier
method-mactor = MACTOR (Godet 1991)
method-micmac = MICMAC (Duperrin y Godet 1973)
method-multipol = MULTIPOL (Godet 2000)
method-opportunities = plano de atractivo y capacidad
method-panel = composición del panel
method-probabilities = probabilidades coherentes
method-robustness = acciones por escenarios
method-scenarios = ejes de Schwartz y condiciones de Godet
method-smic = SMIC (Duperrin y Godet 1975)
method-trend = Mann-Kendall y pendiente de Sen
method-watch = lecturas y umbrales
convention-admissible-desirable-feasible = admisible, el más deseable, viable
convention-crossing-then-ranks = el cruce; si son más de dos, los mejores puestos
convention-existence-intensity = existencia y luego intensidad
convention-consensus-matrix = matriz de consenso
convention-median = mediana
convention-median-corner-states = mediana de los juicios; ejes por los estados de las esquinas
convention-mean = media
convention-mode = moda
convention-fixed-cut = cortes fijos
convention-godet-five-conditions = cinco condiciones de Godet
convention-hamed-rao-benjamini-hochberg = p corregida por autocorrelación (Hamed y Rao) y por multiplicidad (Benjamini y Hochberg)
convention-impact-and-pertinence = impacto y pertinencia
convention-means-decide = decide la media, no la suma
convention-median-of-four = mediana de AutoETS, Theta, pendiente amortiguada e ingenuo
convention-smic-2 = SMIC con dos hipótesis
convention-conditional = una condicional dentro de las cotas de Fréchet
convention-independence = ejes tomados como independientes
convention-named-layers = capas del cono por reglas con nombre
convention-likelihood = probabilidad repartida entre escenarios
convention-population-deviation = desviación de la población
convention-simple-terms-maximum-entropy = con términos de las probabilidades simples; máxima entropía
convention-smic-74-maximum-entropy = sin términos de las probabilidades simples; máxima entropía
convention-strength-a = fuerza con la diagonal (A)
convention-strength-b = fuerza de la que se resta la diagonal (B)
convention-strength-c = fuerza sin la diagonal (C)
convention-straight-path = camino recto de la línea de base al umbral
convention-three-classes-and-crossing = tres clases y su cruce, nunca un puntaje
section-method-works = Métodos: obras que cita el programa
trace-round = { $consultation }, ronda { $number }
trace-rounds = Las rondas se llaman por sus códigos:
trace-rule-sets = Los hallazgos que comparten una lista larga de reglas la citan por su número:
trace-rule-set = Lista { $number }
trace-more = y { $n } más ({ $all } en total).
# Los nombres de los estilos en Word
docx-style-lead = Hallazgo
docx-style-kicker = Tipo de documento
docx-style-title-kicker = Tipo de artículo
docx-style-byline = Autoría
docx-style-cover-picture = Regla de la portada
docx-style-headingannex = Título de anexo
docx-style-headingplain = Título sin número
docx-style-asideheading = Título fuera del índice
docx-style-note-title = Título de nota
docx-style-note = Nota
docx-style-care-title = Título de advertencia
docx-style-care = Advertencia
docx-style-gap-title = Título de vacío
docx-style-gap = Vacío
docx-style-card-title = Título de ficha
docx-style-card-tags = Rasgos de ficha
docx-style-trace-title = Título de traza
docx-style-picture = Imagen
docx-style-source = Fuente
docx-style-source-end = Última línea bajo la tabla
docx-style-after-table = Espacio tras la tabla
docx-style-section-end = Fin de sección
docx-style-table-text = Texto de tabla
docx-style-table-text-close = Texto de tabla apretado
docx-style-table-text-small = Texto de tabla pequeño
docx-style-table-text-dense = Texto de tabla denso
docx-style-contents-part = Título de índice
docx-style-inner-link = Enlace interno
docx-style-code = Código
docx-style-mark-accent = Destacado
docx-style-mark-care = Con cautela
docx-style-mark-quiet = Secundario
docx-style-table = Tabla de Atalaya
docx-style-facts = Datos
# El libro de las tablas
workbook-list = Tablas
workbook-table = Tabla
workbook-about = Sobre qué
workbook-year = año
workbook-cases = casos
workbook-note = Nota
workbook-source = Fuente
workbook-provenance = Procedencia
workbook-origin = Fuentes y reglas
workbook-kind = Aspecto
workbook-said = Lo que consta
workbook-work = Obra citada
# El resumen estructurado de un artículo
abstract = Resumen
abstract-objective = Objetivo
abstract-question = Responder a la pregunta { $question }
abstract-method = Método
abstract-panel = Se consultó a un panel de { $n ->
    [one] un experto
   *[other] { $n } expertos
} en { $rounds ->
    [one] una ronda
   *[other] { $rounds } rondas
}.
abstract-steps = El recorrido: { $steps }.
abstract-step-scan = vigilancia del entorno, con { $n ->
    [one] un indicio
   *[other] { $n } indicios
}{ $cutoff ->
    [true] {" "}hasta el corte
   *[other] {""}
}
abstract-step-structure = análisis estructural de { $n } variables (MICMAC)
abstract-step-actors = juego de { $n } actores (MACTOR)
abstract-step-axes = { $n ->
    [one] un escenario exploratorio
   *[other] { $n } escenarios exploratorios
} sobre los ejes de Schwartz
abstract-step-igo = importancia y gobernabilidad de { $n ->
    [one] una acción
   *[other] { $n } acciones
}
abstract-step-opportunities = valoración de { $n ->
    [one] una oportunidad
   *[other] { $n } oportunidades
} de base tecnológica
abstract-results = Resultados
abstract-crossing = { $count ->
    [one] Una variable determina el sistema y es a la vez incierta
   *[other] { START($count) } variables determinan el sistema y son a la vez inciertas
}: { $names }.
abstract-actions = De { $n } acciones, { $immediate } son importantes y están al alcance del sujeto del estudio.
abstract-conclusions = Conclusiones
abstract-limits = Límites
abstract-keywords = Palabras clave
abstract-key-foresight = prospectiva estratégica
abstract-key-structural = análisis estructural
abstract-key-scenarios = escenarios
gaps-indicator = Estas variables estratégicas no tienen indicador: { $list }.
gaps-action = Ninguna acción trabaja estas variables estratégicas: { $list }.
gaps-parts = A estos indicadores les falta { $common }: { $list }.
gaps-states = El escenario { $common } no dice cómo quedan estas variables: { $list }.
gaps-responsible = «{ $common }» no está entre los actores y figura como responsable de { $list }.
gaps-objective = Estos objetivos no tienen indicador: { $list }.
gaps-untested = Ningún comodín pone a prueba estos escenarios: { $list }.
abstract-bet = La apuesta que se decidió es { $scenario }.
profile-notice = Para quien entrega este documento
profile-to-write = Por escribir
profile-write = [Por escribir: { $what }]
# Lo mismo, en corto: para un artículo, una tesis o la primera etapa de una guía
chapter-question = La pregunta del estudio
chapter-team = Equipo
chapter-timetable = Cronograma de trabajo
chapter-scenario-lines = Los escenarios en pocas palabras
chapter-how = Cómo se obtuvieron los resultados
table-timetable = Consultas y validaciones, por fecha
column-activity = Actividad
timetable-group = el grupo, con una sola respuesta
timetable-gate = Validación de la etapa { $stage }
scenario-lines-intro = { $n ->
    [one] El estudio explora un escenario
   *[other] El estudio explora { $n } escenarios
}. De cada uno se dice en qué polo de los ejes está y con qué imagen empieza su relato{ $likely ->
    [yes] ; entre paréntesis, la probabilidad que le da el panel
   *[no] {""}
}.
how-design-label = Diseño
how-design = Es un estudio prospectivo de escenarios con consulta a expertos. El panel juzga, el decisor apuesta y el analista deja constancia. Reglas y cortes, que se fijan antes de la primera ronda, son los de la tabla de reglas; su huella cambia si una regla cambia.
how-scan-label = Vigilancia
how-scan = { $n ->
    [one] Se reunió un indicio
   *[other] Se reunieron { $n } indicios
}{ $cutoff ->
    [true] {" "}con fecha hasta el corte
   *[other] {""}
}, según las pautas de Conway (2009). Quien los reunió calificó de 1 a 5 su impacto y su pertinencia. Son prioritarios los que pasan de { $cut } en ambas.
how-variables-label = Variables
how-variables = El panel calificó la importancia ({ $importance }) y la incertidumbre ({ $uncertainty }) de cada variable; se toma la mediana. Es incertidumbre crítica la que pasa de { $icut } en importancia y de { $ucut } en incertidumbre.
how-matrix-label = Análisis estructural
how-matrix = Se calificó la influencia directa de cada una de las { $size } variables sobre las demás: 0, ninguna; 1, débil; 2, media; 3, fuerte; P, potencial.
how-matrix-consensus = La matriz es una sola, acordada en taller.
how-matrix-existence = Las matrices de los expertos se agregaron en dos pasos: primero la existencia (hay influencia si al menos la mitad de quienes respondieron dio más de 0) y después la intensidad (la mediana de las respuestas distintas de 0).
how-matrix-rule = Las matrices de los expertos se agregaron por la { $rule }.
how-matrix-potential = P vale 0 en el cálculo
how-matrix-micmac = La influencia de una variable es la suma de su fila; su dependencia, la de su columna; las indirectas salen de las potencias de la matriz (MICMAC; Duperrin y Godet 1973). El plano se corta en la { $cut }: son determinantes las que influyen por encima del corte y dependen por debajo; claves, las que lo superan en ambas.
how-axes-label = Ejes
how-axes = La regla propone como ejes de escenarios (Schwartz 1991) las variables que son a la vez determinantes e incertidumbres críticas; si hay más de dos, las de mejor puesto.
how-axes-tests = El par se somete a { $n } pruebas: { $tests }.
how-scenarios-label = Escenarios
how-scenarios = Los polos de los ejes dan { $n } escenarios.
how-scenarios-judged = El panel juzgó de cada uno la plausibilidad, la deseabilidad y la viabilidad, de 1 a 5.
how-scenarios-probable = Dio además la probabilidad de los polos, de la que sale la de cada escenario.
how-scenarios-conditions = Cada escenario se examinó según cinco condiciones (Godet 2000): pertinencia, coherencia, verosimilitud, importancia y transparencia.
how-bet-label = Apuesta
how-bet = Es admisible el escenario que al menos el { $plausible } del panel juzga plausible y que no reúne estados incompatibles. Entre los admisibles, la regla propone el más deseable cuya viabilidad tenga mediana de { $feasible } o más. La probabilidad no interviene. Decide quien conduce el estudio.
how-igo-label = Acciones
how-igo = El panel calificó la importancia de cada acción y la gobernabilidad que tiene sobre ella el sujeto del estudio (IGO). Son inmediatas las que pasan de { $importance } en importancia y de { $governability } en gobernabilidad; retos, las importantes y poco gobernables.
how-robustness-label = Robustez
how-robustness = Se preguntó qué sería de cada acción en cada escenario: fracasa, funciona en parte o funciona.
how-opportunities-label = Oportunidades
how-opportunities = El panel las calificó con los criterios del estudio en dos ejes, atractivo y capacidad, que no se suman.
how-resampling-label = Remuestreo
how-resampling = La estabilidad se midió volviendo a sortear el panel { $draws } veces, con reposición y dentro de cada grupo (Efron 1979). Los intervalos y porcentajes que se informan dicen cuánto depende un resultado de quiénes integran el panel; no son probabilidades.
abstract-changes = Llegar { $standing ->
    [proposed] al escenario que propone la regla
   *[decided] a la apuesta
} supone cambiar { $rest ->
    [0] las { $n } variables estratégicas
   *[other] { $k } de las { $n } variables estratégicas
}.
how-matrix-potential-else =  y { $potential } en la matriz potencial
chapter-aims = Objetivos del estudio
aims-intro = Cada resultado del estudio responde a un objetivo específico:
aim-scan = Reunir y ordenar los indicios de cambio del entorno: { $n ->
    [one] uno
   *[other] { $n }
} hasta la fecha de corte.
aim-variables = Identificar, entre { $n } variables, las que mueven el sistema y las que son a la vez importantes e inciertas.
aim-actors = Reconocer los intereses{ $measured ->
    [yes] , la fuerza y las alianzas posibles de { $n ->
        [one] un actor
       *[other] { $n } actores
    }
   *[no] {" "}de { $n ->
        [one] un actor
       *[other] { $n } actores
    } y las variables que mueven
}.
aim-scenarios = Construir { $n ->
    [one] un escenario exploratorio
   *[other] { $n } escenarios exploratorios
}{ $dated ->
    [true] {" "}al { $horizon }
   *[other] {""}
} y poner a prueba su coherencia y su verosimilitud.
aim-bet = Elegir un escenario apuesta y sustentar la elección.
aim-actions = Proponer { $n ->
    [one] una acción{ $measured ->
        [yes] {" "}y probarla frente a los escenarios
       *[no] {""}
    }
   *[other] { $n } acciones{ $measured ->
        [yes] {" "}y probar cada una frente a los escenarios
       *[no] {""}
    }
}.
aim-watch = Fijar { $n ->
    [one] un indicador con el que se sepa
   *[other] { $n } indicadores con los que se sepa
} hacia qué escenario se avanza.
chapter-proposals = Por dónde empezar
proposals-intro = { $n ->
    [one] Una acción es a la vez importante y gobernable para el sujeto del estudio:
   *[other] { START($n) } acciones son a la vez importantes y gobernables para el sujeto del estudio:
}

# What joins the last of several authors in a list of works.
reference-and = y
