# frame
chapter-data-sheet = Ficha técnica
chapter-presentation = Presentación y mandato
chapter-frame = Delimitación y modelo conceptual
section-limits = Qué abarca y qué deja fuera
section-years = Los años del estudio
section-model = Modelo conceptual
section-glossary = Glosario
table-data-sheet = El estudio de un vistazo
column-aspect = Aspecto
column-description = Descripción
sheet-study = Qué se estudia, para quién y quién lo hace
sheet-time = Los años
sheet-material = Con qué se trabajó
sheet-check = Cómo se comprueba
fact-title = Título
fact-question = Pregunta focal
fact-unit = Unidad de análisis
fact-viewpoint = Punto de vista
fact-team = Equipo
fact-authors = Elaboración
fact-base-year = Año base
fact-cutoff = Corte de información
cutoff-value = { $date }: ahí cierran el panel y el análisis
fact-horizon = Horizonte
fact-periods = Periodos
fact-as-of = Fecha de este informe
fact-consultations = Consultas
fact-economies = Países de las series
fact-content = Contenido
fact-provenance = Procedencia de los datos
fact-languages = Idiomas
fact-rules = Huella de las reglas
fact-draws = Remuestreo
fact-program = Programa
fact-study-hash = Huella del estudio
fact-years = Años
horizon-value = { $year } (a { $years ->
    [one] un año
   *[other] { $years } años
} del año base)
scenarios-value = { $n }, más { $others }
scenarios-present = el presente
scenarios-trend = el tendencial
scenarios-optimum = el óptimo
consultation-value = { $name } ({ $rounds ->
    [one] una ronda
   *[other] { $rounds } rondas
})
consultation-value-mode = { $name } ({ $mode }, { $rounds ->
    [one] una ronda
   *[other] { $rounds } rondas
})
economies-value = { $economy }, junto a { $others }
draws-value = { $draws } paneles, semilla { $seed }
weakest-illustrative = Al menos una parte es ilustrativa: se hizo para mostrar el método
weakest-computed = Al menos una parte es cálculo de un programa
weakest-elicited = respuestas de un panel
weakest-own = elaboración propia del equipo del estudio
weakest-published = datos publicados, con su fuente
subject-why = Una fortaleza, una palanca o una acción gobernable lo son siempre para alguien: en este estudio, para el sujeto que aquí se nombra.
no-subject-title = Falta el sujeto
no-subject = El estudio no dice para quién es estratégico ni quién puede actuar. Mientras no lo diga, quedan sin definir:
cannot-foda = el FODA: no se sabe de quién son las fortalezas y las debilidades;
cannot-igo = la gobernabilidad de las acciones (matriz IGO): no se sabe quién las gobierna;
cannot-axes = la naturaleza de los ejes de los escenarios: no se sabe para quién son incertidumbres y para quién palancas.
no-subject-remedy = Lo demás del estudio puede leerse; en cuanto haya sujeto, esas partes aparecen.
table-limits = Delimitación: incluye y excluye
column-includes = Incluye
column-excludes = Excluye
years-text = El estudio mira de { $base } a { $horizon }{ $count ->
    [0] .
    [one] , en un solo periodo: { $periods }.
   *[other] , en { $count } periodos: { $periods }.
}
cutoff-text = La información se cierra el { $cutoff }. Lo que se supo después no entra en el análisis.
model-system-named = «{ $name }»
model-system = El sistema
model-text = { $system } se ordena en { $components ->
    [one] un componente
   *[other] { $components } componentes
}{ $below ->
    [0] {""}
    [one] {" "}y un subcomponente
   *[other] {" "}y { $below } subcomponentes
}{ $variables ->
    [0] .
    [one] , de los que cuelga una variable.
   *[other] , de los que cuelgan { $variables } variables.
}
table-components = Componentes del modelo y variables de cada uno
column-component = Componente
column-variables = Variables
table-components-note = Sin componente todavía: { $variables }.
table-glossary = Lo que cada término quiere decir en este estudio
column-term = Término
column-meaning = Qué quiere decir aquí
frame-lacks-question = El estudio todavía no tiene pregunta focal.
frame-lacks-unit = No se dice cuál es la unidad de análisis.
frame-lacks-territory = No se dice qué territorio abarca.
frame-lacks-horizon = No se ha fijado el horizonte.
frame-lacks-cutoff = No se ha fijado el corte de información: sin él no se distingue lo que se sabía de lo que pasó después.
frame-lacks-limits = No se dice qué incluye y qué excluye.
frame-lacks-components = No hay modelo conceptual: las variables no se ordenan en componentes.
figure-concept-tree = Árbol del modelo conceptual
# Conclusiones y límites
chapter-conclusions = Conclusiones y límites del estudio
section-found-limits = Límites que se leen en los hallazgos
found-limits-intro = Estos límites se generan a partir de los hallazgos y cambian con ellos.
conclusions-none = Quien conduce el estudio todavía no ha escrito sus conclusiones.
fact-stability = Estabilidad
fact-axes = Ejes
fact-measurement = Medición
fact-series = Series
fact-decisions = Decisiones
fact-gaps = Lo que falta
limit-illustrative = Al menos una parte de los datos es ilustrativa: se hizo para mostrar el método. Lo que se apoya en ella no confirma nada sobre el mundo.
limit-panel = { $n ->
    [one] El panel es un solo experto, elegido
   *[other] El panel reúne a { $n } expertos elegidos
} por lo que saben y no por sorteo: no es una muestra y sus respuestas no se extienden a una población.
limit-small = Donde menos respondieron, en «{ $consultation }», fueron { $n }: { $level }.
limit-level-single = vale como juicio único, sin mediana ni dispersión
limit-level-values = se muestran los valores, sin consenso ni pruebas
limit-level-counts = se muestran mediana, extremos y cuentas, sin porcentajes ni remuestreo
limit-level-quartiles = la estabilidad se redondea a décimas y no se leen grupos de menos de cinco
limit-drop-out = En «{ $consultation }» no volvieron { $left }: parte del consenso puede deberse a su salida.
limit-resampling = El remuestreo dice cuánto depende un resultado de quiénes integran este panel. No es una probabilidad ni un margen de error sobre el mundo.
limit-no-resampling = Con menos de ocho expertos no se vuelve a sortear el panel: de la apuesta se dice si cambia al omitir a un experto; de los demás resultados no se sabe cuánto dependen de quiénes respondieron.
limit-axes = No pasan del todo sus pruebas: { $tests }.
limit-borderline = { $n ->
    [one] Hay una acción limítrofe, cuya clase podría ser otra
   *[other] Hay { $n } acciones limítrofes, cuya clase podría ser otra
}: { $actions }.
limit-without-indicator = De { $all } variables estratégicas, { $n ->
    [one] una no tiene indicador con el que seguirla
   *[other] { $n } no tienen indicador con el que seguirlas
}: { $variables }.
limit-series = Ningún pronóstico promete que lo pasado continúe: dice adónde llegaría cada serie si siguiera como hasta el corte.
limit-horizon = En { $n } de { $made } pronósticos el horizonte está a más de un tercio de los años de la historia y el valor es un orden de magnitud.
limit-not-measurable = { $n ->
    [one] En uno no se puede medir
   *[other] En { $n } no se puede medir
} la cobertura en el horizonte y no se imprime intervalo.
limit-discontinued = { $n ->
    [one] Hay una serie descontinuada, que sirve
   *[other] Hay { $n } series descontinuadas, que sirven
} solo de línea de base.
limit-undecided = Nadie ha decidido todavía, y rige lo que propone la regla: { $list }.
limit-stale = Se apoya en hallazgos que después cambiaron: { $list }.
limit-draft = Todavía en borrador, sin validar: { $list }.
limit-gaps = Quedan datos por completar en: { $list }.
section-absent = Lo que este informe todavía no trae
absent-intro = Un informe prospectivo se entrega con estos cuadros y figuras; cada uno dice qué espera para existir.
absent-second-round = Ninguna pregunta se respondió en dos rondas.
absent-states = Ningún escenario dice cómo queda cada variable.
absent-bet = Nadie ha decidido aún el escenario apuesta.
absent-years = Ninguna acción dice en qué años se ejecuta.
absent-too-little = Lo que el estudio reúne hasta ahora no alcanza.
handed-limits = Delimitación: incluye y excluye
handed-tree = Árbol del modelo conceptual
handed-glossary = Glosario
handed-panel = Caracterización del panel
handed-response = Tasa de respuesta y deserción
handed-consensus = Evolución del consenso por ronda
handed-trends = Matriz de tendencias y sus fichas
handed-lineage = Bitácora de validación de las variables
handed-classes = Variables determinantes, claves e incertidumbres críticas
handed-matrix = Matriz de influencias directas
handed-plane = Plano de influencia y dependencia
handed-diagnosis = Fichas de diagnóstico
handed-actors = Mapa de actores
handed-axes = Prueba de los ejes
handed-scenario-plane = Plano de escenarios
handed-hypotheses = Hipótesis por variable y escenario
handed-scenarios = Fichas de escenario
handed-conditions = Las cinco condiciones
handed-bet = Acta de la apuesta
handed-chain = Cadena visión, objetivo, acción, indicador
handed-igo = Matriz IGO
handed-robustness = Robustez de las acciones frente a los escenarios
handed-backcast = Retrospectiva desde el horizonte
handed-roadmap = Ruta estratégica
handed-opportunities = Cartera de oportunidades
handed-board = Tablero de alerta temprana
# Bitácora de decisiones
chapter-decisions = Bitácora de decisiones
section-decisions = Lo que se decidió
section-gates = Validación de cada etapa
decisions-lead = Decisiones registradas: { $decisions }; actas de etapa: { $gates }. { $decisions ->
    [0] Donde nadie ha decidido rige lo que propone la regla
   *[other] { $differ ->
    [0] Ninguna decisión se aparta de lo que hoy propone la regla
    [one] Una decisión se aparta de lo que hoy propone la regla
   *[other] { $differ } decisiones se apartan de lo que hoy propone la regla
}
}{ $stale ->
    [0] .
    [one] , y una se apoya en hallazgos que después cambiaron.
   *[other] , y { $stale } se apoyan en hallazgos que después cambiaron.
}
decisions-method = La regla, fijada de antemano, propone; las personas deciden y dejan su razón. Los expertos juzgan, el decisor apuesta y el analista deja constancia. Sin decisión rige la propuesta y así se imprime. El remuestreo nunca cambia una decisión. Cada una guarda la huella de los hallazgos en que se apoyó: si la huella de hoy es otra, conviene revisarla.
table-decisions = Qué se decidió frente a lo que propone la regla
column-about = Sobre qué
column-decided = Qué se decidió
column-proposed = Qué propone hoy la regla
column-against-rule = Frente a la regla
column-by = Quién
column-standing = Vigencia
by-in-role = { $who }, como { $role }
standing-current = vigente
standing-stale = sus hallazgos cambiaron
standing-unknown = sin huella
standing-replaced = reemplazada
standing-proposal = propuesta por la regla
rule-followed = la sigue
rule-departed = se aparta
rule-silent = no propone
nobody-decided = nadie ha decidido
table-decisions-note = Vigente: se apoya en los mismos hallazgos que hoy. Sin huella: no se anotó en qué hallazgos se apoyó y no puede saberse si cambiaron. Reemplazada: hay una decisión posterior sobre lo mismo.
fact-proposed-then = La regla proponía entonces
proposed-the-same = lo mismo que se eligió
fact-proposed-today = La regla propone hoy
fact-basis = Huella en que se apoyó
fact-basis-today = Huella de hoy
gates-missing = Sin validación registrada: { $stages }.
table-gates = Quién validó cada etapa, con qué quórum y qué objeciones
column-stage = Etapa
column-state = Estado
column-quorum = Quórum
column-objections = Objeciones
table-gates-note = Borrador: nadie lo ha validado. Validado: lo revisó quien consta. Congelado: no se toca más. Una objeción no se borra cuando la etapa se valida.
cutoff-value-panel = { $date }; el panel respondió también después
cutoff-panel = Sí entran las respuestas que el panel dio después, en { $n ->
    [one] una ronda
   *[other] { $n } rondas
} (hasta el { $last }).
cutoff-value-later = ; lo posterior aparece solo en el seguimiento
cutoff-later = Se lee en el seguimiento ({ $part }), donde sirve para saber hacia qué futuro se va.
