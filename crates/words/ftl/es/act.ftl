# act
chapter-strategy = Visión, objetivos y acciones estratégicas
section-vision = Visión
section-chain = De la visión al indicador
section-actions = Las acciones
section-variable-actions = Qué acciones mueven cada variable
section-tree = Árbol de pertinencia
section-igo = Importancia y gobernabilidad (IGO)
section-action-robustness = Las acciones frente a los escenarios
strategy-lead = De { $actions ->
    [one] una acción
   *[other] { $actions } acciones
}, { $immediate ->
    [0] ninguna es inmediata
    [one] una es inmediata
   *[other] { $immediate } son inmediatas
} (importantes y al alcance del sujeto), { $challenge ->
    [0] ninguna es un reto
    [one] una es un reto
   *[other] { $challenge } son retos
} y { $robust ->
    [0] ninguna resiste todos los escenarios.
    [one] una resiste todos los escenarios.
   *[other] { $robust } resisten todos los escenarios.
}
strategy-lead-igo = De { $actions ->
    [one] una acción
   *[other] { $actions } acciones
}, { $immediate ->
    [0] ninguna es inmediata
    [one] una es inmediata
   *[other] { $immediate } son inmediatas
} (importantes y al alcance del sujeto) y { $challenge ->
    [0] ninguna es un reto.
    [one] una es un reto.
   *[other] { $challenge } son retos.
}
strategy-lead-robust = De { $actions ->
    [one] una acción
   *[other] { $actions } acciones
}, { $robust ->
    [0] ninguna resiste todos los escenarios.
    [one] una resiste todos los escenarios.
   *[other] { $robust } resisten todos los escenarios.
}
strategy-lead-plain = La estrategia reúne { $actions ->
    [0] cero acciones
    [one] una acción
   *[other] { $actions } acciones
} y { $objectives ->
    [0] ningún objetivo.
    [one] un objetivo.
   *[other] { $objectives } objetivos.
}
vision-none = El estudio todavía no formula una visión.
chain-text = { $count ->
    [0] La cadena está completa: cada objetivo tiene acciones e indicadores, y cada uno de estos tiene línea de base, meta, fuente y responsable.
    [one] La cadena tiene un eslabón incompleto.
   *[other] La cadena tiene { $count } eslabones incompletos.
}
table-chain = Cadena visión, objetivo, acción, indicador, con lo que le falta
column-objective = Objetivo
column-actions = Acciones
column-indicators = Indicadores
column-missing = Qué falta
chain-complete = nada
chain-no-objective = Sin objetivo
chain-lacks-objective = un objetivo al que sirvan
chain-lacks-any-action = una acción que le sirva
chain-lacks-indicator = un indicador
chain-lacks-action = una acción para { $variable }
chain-lacks-actor = en { $action }, un responsable que sea actor del estudio
chain-lacks-parts = en { $indicator }, { $lacks }
table-chain-note = Los indicadores son los que miden el objetivo; también se revisan los que miden sus acciones. La fila sin objetivo reúne lo que queda suelto.
table-actions = Acciones por el primer objetivo al que sirven
column-action = Acción
column-responsible = Responsable
column-also-serves = También sirve a
variable-actions-text = { $count ->
    [0] { $determining ->
        [one] La variable determinante tiene quien la mueva.
       *[other] Las { $determining } variables determinantes tienen quien las mueva.
    }
    [one] { $determining ->
        [one] La única variable determinante no tiene acción propia: { $names }.
       *[other] De { $determining } variables determinantes, una no tiene acción propia: { $names }.
    }
   *[other] De { $determining } variables determinantes, { $count } no tienen acción propia: { $names }.
}
table-variable-actions = Acciones por variable
variable-without-action = ninguna acción
figure-relevance-tree = Árbol de pertinencia: visión, objetivos y acciones
table-tree = Peso de cada objetivo y de cada acción en la visión
column-aim = Visión, objetivo o acción
column-local-weight = Peso entre hermanos
column-relevance = Peso en la visión
table-tree-note = El peso en la visión es el producto de los pesos desde la raíz. Cada acción cuelga del primer objetivo al que sirve.
tree-method = Entre hermanos los pesos suman 100 %; quien no tiene peso recibe el promedio de los que sí lo tienen, de modo que, sin ninguno, todos pesan igual. Un objetivo con pocas acciones les da a cada una un peso mayor: el árbol reparte, no juzga el mérito de cada acción.
igo-text = { $count ->
    [0] Ninguna acción es inmediata.
    [one] Una acción es inmediata: { $names }.
   *[other] { START($count) } acciones son inmediatas: { $names }.
}
figure-igo-plane = Plano de importancia y gobernabilidad (IGO)
table-igo = Matriz IGO: clase de cada acción
column-place = Puesto
column-importance-short = Imp.
column-governability-short = Gob.
column-parent = Cuelga de
igo-close = { $action } (limítrofe)
igo-not-classed = Sin clase: faltan respuestas
table-igo-note = Imp.: importancia; Gob.: gobernabilidad; medianas del panel. Cortes: importancia mayor que { $importance } y gobernabilidad mayor que { $governability }. Los empates se imprimen como empates. Limítrofe: la dispersión de las respuestas cruza un corte.
igo-borderline = { $count ->
    [one] Está en el límite entre dos clases: { $names }. Otro panel podría ubicarla en la clase vecina.
   *[other] Están en el límite entre dos clases: { $names }. Otro panel podría ubicarlas en la clase vecina.
}
igo-method = IGO cruza cuánto importa una acción con cuánto puede hacer por ella el sujeto del estudio (no el país ni el panel). Inmediatas: importantes y gobernables. Retos: importantes y poco gobernables. Menos urgentes: gobernables y de menor importancia. Innecesarias: ni lo uno ni lo otro. El puesto ordena por clase y, dentro de ella, por importancia × gobernabilidad.
action-robustness-text = { $count ->
    [0] Ninguna acción resiste los { $scenarios } escenarios.
    [one] Una acción resiste los { $scenarios } escenarios: { $names }.
   *[other] { START($count) } acciones resisten los { $scenarios } escenarios: { $names }.
}
action-hedging-text = { $count ->
    [one] Cubre el riesgo de que la apuesta falle: { $names }.
   *[other] Cubren el riesgo de que la apuesta falle: { $names }.
}
figure-robustness = Acciones frente a los escenarios
table-robustness = Cómo le va a cada acción en cada escenario
robustness-robust = Robustas
robustness-hedging = De cobertura
robustness-contingent = Contingentes
robustness-not-classed = Sin clase: faltan respuestas
total-works = Funcionan
total-fails = Fracasan
table-robustness-note = Mediana de { $n } expertos; los medios puntos suben. Las dos últimas filas cuentan las acciones que funcionan y las que fracasan en cada escenario.
action-robustness-method = Robusta: no fracasa en ningún escenario y funciona en más de la mitad. De cobertura: funciona en un escenario adverso, es decir, uno distinto de la apuesta en el que fracasan más acciones de las que funcionan. Contingente: lo que logra depende del escenario.
actions-proposed = La regla propone para la ruta { $count ->
    [one] una acción
   *[other] { $count } acciones
}; nadie lo ha decidido todavía.
actions-agreeing = { $count ->
    [one] Entra a la ruta una acción, la misma
   *[other] Entran a la ruta { $count } acciones, las mismas
} que propone la regla.
actions-differing = { $count ->
    [one] Entra a la ruta una acción.
   *[other] Entran a la ruta { $count } acciones.
} Frente a la regla se añadieron { $added } y se dejaron fuera { $left }.
chapter-opportunities = Oportunidades de base tecnológica
section-opportunity-plane = Atractivo y capacidad
section-criteria = Los criterios, uno por uno
section-survival = En qué futuros sobreviven
section-opportunity-cards = Fichas de las oportunidades
opportunities-lead = { $count ->
    [0] Ninguna de las { $total } oportunidades es a la vez atractiva y alcanzable.
    [one] Una de las { $total } oportunidades es atractiva y alcanzable.
   *[other] { START($count) } de las { $total } oportunidades son atractivas y alcanzables.
}
opportunities-unscored = La cartera reúne { $total ->
    [one] una oportunidad
   *[other] { $total } oportunidades
}, sin calificar todavía.
figure-opportunity-plane = Plano de atractivo y capacidad de las oportunidades
table-opportunities = Cartera de oportunidades por zona del plano
column-opportunity = Oportunidad
opportunity-not-placed = Sin lugar en el plano: faltan respuestas
table-opportunities-note = Mediana, entre expertos, del promedio de los criterios de cada eje (de 1 a 5); dispersión: del primer al tercer cuartil, desde ocho respuestas. El plano se corta en { $cut }. No hay puntaje total.
opportunities-method = El atractivo y la capacidad promedian cada uno los criterios que el estudio fija para su eje. Los dos ejes no se suman: una oportunidad atractiva para la que falta capacidad pide prepararse, y una alcanzable y poco atractiva no gana por eso. Las tendencias son evidencia de la ficha, no un criterio.
table-criteria = Qué se calificó
column-criterion = Criterio
column-measures = Eje
column-ends = Qué significan los extremos
table-scores = Mediana de cada criterio
table-scores-note = Medianas del panel, de 1 a 5. Los códigos de los criterios están en la tabla anterior.
survival-text = { $count ->
    [0] Ninguna oportunidad sobrevive en los { $scenarios } escenarios.
    [one] Solo una oportunidad sobrevive en los { $scenarios } escenarios: { $names }.
   *[other] { START($count) } oportunidades sobreviven en los { $scenarios } escenarios: { $names }.
}
table-survival = Escenarios en que sobrevive cada oportunidad
table-survival-note = Juicio del equipo, registrado en la ficha de cada oportunidad.
fact-customer = Para quién
fact-place = Dónde
fact-asset = Activo
fact-technology = Tecnología
fact-barrier = Barrera
fact-legal = Condición legal
fact-evidence = Evidencia
fact-survives = Sobrevive en
fact-judged = Lo juzgado
judged-value = atractivo { $attractiveness }, capacidad { $capacity } (n = { $n })
chapter-roadmap = Ruta estratégica y articulación territorial
section-calendar = El calendario
section-dependencies = Qué va antes de qué
section-territory = Niveles y territorios
section-backcast = Del horizonte al punto de partida
roadmap-lead = La ruta ordena { $actions ->
    [one] una acción
   *[other] { $actions } acciones
} de { $from } a { $to }; { $early ->
    [0] ninguna empieza antes que aquellas de las que depende.
    [one] una empieza antes que otra de la que depende.
   *[other] { $early } empiezan antes que otras de las que dependen.
}
figure-roadmap = Ruta estratégica
table-roadmap = Ruta estratégica: años, nivel, territorio y responsable de cada acción
column-level = Nivel
column-territory = Territorio
column-after = Después de
table-roadmap-note = Una acción sin último año llega hasta el horizonte. «Después de»: acciones que para entonces deben haber empezado.
roadmap-undated = { $count ->
    [one] Una acción no tiene año de inicio y queda fuera del calendario: { $names }.
   *[other] { START($count) } acciones no tienen año de inicio y quedan fuera del calendario: { $names }.
}
roadmap-left = { $count ->
    [one] Queda fuera de la ruta { $names }.
   *[other] Quedan fuera de la ruta { $names }.
}
roadmap-backwards = { $count ->
    [one] Tiene escrito un año final anterior al inicial, y se dibuja solo en el inicial: { $names }.
   *[other] Tienen escrito un año final anterior al inicial, y se dibujan solo en el inicial: { $names }.
}
roadmap-beyond = { $names } { $count ->
    [one] pasa
   *[other] pasan
} del horizonte del estudio ({ $horizon }).
dependencies-none = El estudio no declara dependencias entre acciones.
dependencies-text = { $count ->
    [0] El calendario respeta { $links ->
        [one] la única dependencia declarada.
       *[other] las { $links } dependencias declaradas.
    }
    [one] El calendario contradice { $links ->
        [one] la única dependencia declarada.
       *[other] una de las { $links } dependencias declaradas.
    }
   *[other] El calendario contradice { $count } de las { $links } dependencias declaradas.
}
too-early = { $action } empieza en { $year }, antes que { $other } ({ $otheryear }), de la que depende.
territory-text = { $levels ->
    [one] Toda la ruta se juega en un solo nivel.
   *[other] La ruta se reparte en { $levels } niveles; el que más acciones reúne es el { $level }, con { $count } de { $n }.
}
level-none = sin nivel
table-territory = Qué se hace en cada nivel, dónde y con quién
column-territories = Territorios
backcast-text = Entre { $image } y el punto de partida hay { $steps ->
    [one] un paso
   *[other] { $steps } pasos
}; { $decisions ->
    [one] uno es una decisión crítica, en { $year }.
   *[other] { $decisions } son decisiones críticas, y la primera es de { $year }.
}
backcast-text-plain = Entre { $image } y el punto de partida hay { $steps ->
    [one] un paso
   *[other] { $steps } pasos
}; ninguno es una decisión crítica.
backcast-image = la imagen del futuro
figure-backcast = Retrospectiva desde el horizonte
table-backcast = Lo que debe ser cierto, del horizonte al punto de partida
column-must-be-true = Qué debe ser cierto
column-leads-to = Acciones que llevan a ello
table-backcast-note = Se lee de arriba abajo preguntando, en cada paso, qué tuvo que ocurrir antes.
backcast-method = La retrospectiva parte de la imagen elegida y retrocede hasta el punto de partida del estudio: hitos (lo que se ve), condiciones (lo que debe cumplirse para seguir) y decisiones críticas (lo que alguien debe resolver en una fecha).
dependency = { $before } antes que { $action }
dependencies-list = Dependencias: { $list }.
