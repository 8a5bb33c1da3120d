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
weakest-elicited = Respuestas de un panel y datos publicados con su fuente
weakest-published = Datos publicados, con su fuente
subject-why = Una fortaleza, una palanca o una acción gobernable lo son siempre para alguien: en este estudio, para el sujeto que aquí se nombra.
no-subject-title = Falta el sujeto
no-subject = El estudio no dice para quién es estratégico ni quién puede actuar. Mientras no lo diga, quedan sin definir:
cannot-foda = la FODA: no se sabe de quién son las fortalezas y las debilidades;
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
cutoff-text = La información se cierra el { $cutoff }. Lo que se supo después no entra en el análisis: se lee en el seguimiento, donde sirve para saber hacia qué futuro se va.
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
