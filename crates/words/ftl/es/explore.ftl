# explore
chapter-scenarios = Escenarios
section-axes = Los ejes y su prueba
section-plane = El plano de los escenarios
section-probabilities = Probabilidades
section-hypotheses = Hipótesis por variable y escenario
section-cards = Fichas de los escenarios
section-conditions = Las cinco condiciones de Godet
section-wild-cards = Comodines
section-cone = El cono de plausibilidad
axes-lead = Dos ejes abren el futuro: { $x } y { $y }.
axes-decided-agreeing = La regla propuso { $proposed } y el equipo la siguió.
axes-decided-differing = La regla propuso { $proposed }; el equipo decidió otra cosa y dejó constancia de su razón.
axes-decided-without-proposal = La regla no propuso un par (candidatas: { $count }); los ejes los decidió el equipo.
axes-proposed-not-decided = La regla propone { $proposed }; nadie lo ha decidido todavía.
axes-written-not-decided = La regla propone { $proposed }; nadie ha registrado todavía la decisión. Los ejes son los que están escritos en el estudio.
axes-nothing-proposed = La regla no propone un par de ejes: en el cruce de determinantes e incertidumbres críticas { $count ->
    [0] no hay ninguna variable
    [one] hay una sola variable
   *[other] hay { $count } variables
}. Los ejes son los que están escritos en el estudio; nadie ha registrado la decisión.
table-poles = Los polos de cada eje y las condiciones que permiten verificarlos
column-axis = Eje
column-low-pole = Polo −
column-high-pole = Polo +
column-conditions = Condiciones del polo +
axis-verified = verificación: { $date }
axes-kind-motor = Ejes motrices: fuera del alcance de quienes responden por la estrategia y palanca de otro actor; por eso se someten además a incertidumbres externas.
axes-kind-external = Ejes externos: { $actors ->
    [0] quien los escribió los declara fuera del alcance del sujeto del estudio
   *[other] quien los escribió declara que ningún actor del estudio los gobierna
}.
axes-stress = Incertidumbres externas con que se ponen a prueba los ejes:
table-axes-tests = Los ejes pasan o no cada una de las cinco pruebas
column-test = Prueba
column-measured = Lo medido
column-result = Resultado
axis-test-influence = Influencia mutua, directa e indirecta
axis-test-dependence = Independencia de los polos
axis-test-corners = Las cuatro esquinas son plausibles
axis-test-wish = Ningún polo se declara deseo del sujeto
axis-test-verifiable = Los polos son verificables en una fecha
axis-test-influence-figures = directa { $direct } y { $back }; indirecta { $indirect } y { $indirectback } veces la media de la matriz
axis-test-corners-figures = la juzgan plausible, en la esquina menos creída: { $least }
axis-test-wish-figures = { $n ->
    [0] ninguno declarado
    [one] 1 polo declarado
   *[other] { $n } polos declarados
}
axis-test-verifiable-figures = { $n ->
    [0] ningún eje
    [one] 1 eje con condiciones y fecha
   *[other] { $n } ejes con condiciones y fecha
}
test-passed = pasa
test-half = pasa a medias
test-failed = no pasa
test-not-measured = sin medir
test-met = se cumple
test-partly = se cumple en parte
test-not-met = no se cumple
plane-present-trend = El plano marca el presente del estudio y adónde llevan las tendencias si nada cambia.
table-judgements = Lo que el panel juzga de cada escenario
column-scenario = Escenario
column-plausibility = Plausi­bilidad
column-spread = Dispersión
column-plausible = Lo juzgan plausible
column-desirability = Desea­bilidad
column-feasibility = Viabilidad
table-judgements-note = Escalas de 1 a 5, medianas; la dispersión va del primer al tercer cuartil (del mínimo al máximo con menos de ocho respuestas). Plausible: 4 o 5.
probabilities-none = Los polos no se pidieron como hechos verificables con probabilidad: el panel juzgó la plausibilidad de cada escenario.
probabilities-lead-independence = Si los dos ejes fueran independientes, el escenario más probable para el panel sería { $scenario }, con { $p }; sus probabilidades de los polos admiten desde { $low } hasta { $high }.
probabilities-lead = El escenario más probable para el panel es { $scenario }, con { $p }.
table-probabilities = Probabilidad de cada esquina: primero la dispersión entre expertos, después la media
column-corner = Esquina
column-experts-range = Del experto más bajo al más alto
column-middle-half = Mitad central
column-mean = Media
table-probabilities-independence = Probabilidad de cada esquina si los ejes fueran independientes, y hasta dónde puede ir
column-if-independent = Si fueran independientes
column-feasible-range = Lo que permiten los polos
table-probabilities-note = Al 5 % más cercano. La última columna dice entre qué valores puede estar cada esquina (cotas de Fréchet) cuando los polos + valen { $x } y { $y }; las cuatro se mueven juntas.
probabilities-coherence = { $k ->
    [0] Ninguno de los { $n } expertos dio
    [one] Uno de los { $n } expertos dio
   *[other] { START($k) } de los { $n } expertos dieron
} probabilidades incoherentes en más de 5 puntos. La corrección media fue de { $mean } puntos; la máxima, de { $max }.
probabilities-method-smic-2 = Las respuestas de cada experto (dos probabilidades simples y cuatro condicionales) se vuelven coherentes por mínimos cuadrados (SMIC con dos hipótesis, Duperrin y Godet 1975) y después se promedian.
probabilities-method-conditional = De cada experto se toman dos probabilidades simples y una condicional; la conjunta se lleva a la cota de Fréchet más cercana si hace falta, y después se promedia.
probabilities-method-independence = Al panel se le pidió la probabilidad de cada polo, pero no la de uno dado el otro. De cada experto se multiplican las dos, como si los ejes fueran independientes, y después se promedia: es un supuesto, no una medición, y por eso ni la prueba de independencia ni la apuesta lo usan. Una sola condicional por experto lo reemplaza.
probabilities-method-likelihood = Cada experto repartió la probabilidad entre los cuatro escenarios; se llevó a suma 1 y después se promedió.
column-variable = Variable
table-hypotheses = Cada escenario fija el estado de las variables estratégicas
table-hypotheses-note = Una celda vacía es un estado que el escenario no fija.
tag-bet = escenario apuesta
tag-bet-proposed = lo propone la regla
table-conditions = Cada escenario frente a las cinco condiciones
table-conditions-note = Pertinencia: fija el estado de las variables estratégicas. Coherencia: pares de estados incompatibles (cuántos contiene). Verosimilitud: cuántos lo juzgan plausible, con su camino fechado. Importancia: acciones que cambian de un escenario a otro. Transparencia: consta de qué respuestas y reglas sale.
condition-pertinence = Pertinencia
condition-coherence = Coherencia
condition-likelihood = Verosimilitud
condition-importance = Importancia
condition-transparency = Transparencia
table-wild-cards = Sucesos poco probables que rompen escenarios
column-wild-card = Comodín
column-effect = Qué provoca
column-attacks = Ataca a
cone-text = El cono muestra cómo se abre lo posible con los años y en qué capa cae cada escenario: lo potencial es todo lo que el presente deja abierto; lo posible es lo que el estudio cuenta sin contradecirse; lo plausible, lo que cree al menos la mitad del panel; lo probable, lo que además tiene una probabilidad mayor que la de sus iguales. La altura ordena los escenarios y no mide distancia.
cone-layer-potential = potencial
cone-layer-possible = posible
cone-layer-plausible = plausible
cone-layer-probable = probable
cone-layer-projected = { $layer }; proyectado
cone-history = Hacia atrás, el cono parte de { $from }: el estudio reunió { $facts ->
    [one] un hecho fechado
   *[other] { $facts } hechos fechados
} hasta el año base y { $series ->
    [one] una serie que viene
   *[other] { $series } series que vienen
} de antes, desde { $seriesfrom } la más larga. De ahí salen las tendencias que entran al cono.
cone-history-facts = Hacia atrás, el cono parte de { $from }: el estudio reunió { $facts ->
    [one] un hecho fechado
   *[other] { $facts } hechos fechados
} hasta el año base. De ahí salen las tendencias que entran al cono.
cone-history-series = Hacia atrás, el cono parte de { $from }, donde empieza la más larga de las series del estudio que vienen de antes del año base ({ $series }).
table-cone-layers = En qué capa del cono cae cada escenario, y por qué
column-layer = Capa
column-why = Por qué
column-preferable = Preferible
cone-why-excluded = dos de sus estados se excluyen
cone-why-not-judged = nadie juzgó su plausibilidad
cone-why-minority = solo lo juzgan plausible { $count }
cone-why-half = lo juzgan plausible { $count }
cone-why-half-not-above = lo juzgan plausible { $count }; su probabilidad, { $p }, no pasa de la que tendría si todos fueran iguales
cone-why-above-equal = lo juzgan plausible { $count }, y su probabilidad, { $p }, es mayor que si todos fueran iguales
cone-preferable-yes = sí: lo desean { $count }
cone-preferable-no = no: lo desean { $count }
table-cone-layers-note = De arriba abajo, como en la figura. Plausible y deseable: 4 o 5 de 5; cuenta desde la mitad. Proyectado: adonde va el presente si nada cambia, lo haya juzgado el panel o no.
cone-method = Las capas son de Voros (2003) y el cono hacia atrás, de Taylor (1990); ninguno da fórmula. Las reglas que ponen cada escenario en su capa son nuestras y usan solo lo que el estudio registra: exclusiones, plausibilidad, probabilidad y deseabilidad.
figure-scenario-plane = Plano de los escenarios
figure-scenario-judgements = Plausibilidad, deseabilidad y viabilidad de los escenarios
figure-cone = Cono de plausibilidad
axis-test-dependence-points = el polo positivo del segundo eje: { $given } si se da el del primero, { $givennot } si no; { $difference } puntos porcentuales de diferencia
pairs-of = { $k } de { $n } pares incompatibles
cone-axes = Los ejes tienen su propio apartado ({ $axes }).
conditions-text = { $k ->
    [0] Ningún escenario cumple todas las condiciones
    [one] Un escenario cumple todas las condiciones
   *[other] { START($k) } escenarios cumplen todas las condiciones
}{ $rest ->
    [0] .
   *[other] ; no las cumple del todo, o falta medirlas: { $names }.
}
