# Secciones de la caja de herramientas: juego de actores, hipótesis, colores, políticas
section-game = El juego de los actores
game-lead = { $actor } es el actor con más fuerza ({ $strength } veces la media). { $split ->
    [0] Ningún objetivo divide a los actores.
   *[other] El objetivo que más los divide es { $disputed }.
} De lo que ponen en juego, converge { $degree }.
table-mactor-actors = Los actores por su fuerza
table-mactor-actors-note = Influencia y dependencia: directas e indirectas, sin la diagonal. Fuerza: 1 es la media. Implicación y ambivalencia: con las posiciones ponderadas por la fuerza; una ambivalencia de 1 es de quien está tan a favor como en contra de los demás.
column-strength = Fuerza
column-implication = Implicación
column-ambivalence = Ambivalencia
column-role = Papel
column-same-role = Conserva su papel
table-mactor-objectives = Los objetivos en juego: a favor, en contra y movilización
column-stake = Objetivo en juego
column-in-favour = A favor
column-against = En contra
column-mobilisation = Movilización
game-method = MACTOR (Godet 1991): la influencia de un actor suma la directa y la que pasa por un tercero (suma de mínimos); las posiciones se ponderan por su fuerza ({ $convention }). Convergen o divergen dos actores en la media de lo que ponen ambos en los objetivos que comparten.
figure-mactor-plane = Plano de influencia y dependencia de los actores
figure-mactor-strength = Fuerza de los actores
figure-mactor-positions = Posiciones de los actores sobre los objetivos
figure-mactor-convergence = Convergencias entre actores
figure-mactor-divergence = Divergencias entre actores
figure-mactor-map = Cercanía de los actores
figure-influence-graph = Grafo de las influencias más fuertes
figure-micmac-potential = Plano de influencia y dependencia con las influencias potenciales
section-smic = Hipótesis y sus escenarios
smic-lead = El escenario más probable es { $code }; { $core } de { $scenarios } reúnen el 80 % de la probabilidad ({ $experts ->
    [one] un experto
   *[other] { $experts } expertos
}).
smic-incomplete = { $count ->
    [one] Un experto dejó una pregunta sin responder y no entra en este cálculo.
   *[other] { START($count) } expertos dejaron alguna pregunta sin responder y no entran en este cálculo.
}
smic-correction = Para que las respuestas fueran coherentes hubo que mover alguna hasta { $largest }; en { $k } de { $n } expertos la corrección mayor pasa de 0.05.
smic-method = SMIC (Duperrin y Godet 1974): un programa cuadrático busca, para cada experto, las probabilidades coherentes más cercanas a las que dio; el panel es el promedio. Las respuestas determinan { $rank } números y dejan { $open } libres: por eso cada escenario tiene un rango, y la probabilidad que se imprime es la de máxima entropía, que nada añade a lo dicho.
smic-method-simple = SMIC con términos de las probabilidades simples (variante de Duperrin y Godet 1974): un programa cuadrático busca, para cada experto, las probabilidades coherentes más cercanas a las que dio; el panel es el promedio. Las respuestas determinan { $rank } números y dejan { $open } libres: por eso cada escenario tiene un rango, y la probabilidad que se imprime es la de máxima entropía.
table-smic-events = Probabilidad de cada hipótesis, como la dio el panel y ya coherente
table-smic-events-note = Motricidad y dependencia: suma de las elasticidades cuando la probabilidad dada cambia en 0.1.
column-hypothesis = Hipótesis
column-raw = Dada
column-net = Coherente
column-driving = Motricidad
column-dependent = Dependencia
table-smic-scenarios = Los escenarios por su probabilidad
table-smic-scenarios-note = El código dice qué hipótesis ocurren (1) y cuáles no (0), en el orden { $events }. Resaltados, los { $core } que suman 80 %. { $left ->
    [0] {""}
    [one] Queda uno sin imprimir.
   *[other] Quedan { $left } sin imprimir.
}
column-probability = Probabilidad
column-solutions = Entre todas las soluciones
column-cumulated = Acumulada
column-panels = En los paneles remuestreados
figure-smic-scenarios = Probabilidad de los escenarios, con su rango
figure-smic-correction = Probabilidades dadas y coherentes
figure-smic-sensitivity = Motricidad y dependencia de las hipótesis
section-abacus = El ábaco de Régnier
abacus-lead = De { $experts } expertos, el ítem más favorecido es { $favoured } y el que más los une, { $agreed }.
table-abacus = Votos de color por ítem
table-abacus-note = A favor: verdes; en contra: rosado y rojo. El voto en blanco y la abstención se cuentan aparte. Media de 1 (rojo) a 5 (verde oscuro); consenso de Leik, de 0 a 1.
column-votes-for = A favor
column-votes-between = Amarillo
column-votes-against = En contra
column-blank = En blanco
column-consensus-leik = Consenso
figure-abacus = Ábaco de Régnier
section-policies = Las acciones bajo distintas políticas
multipol-lead = { $count ->
    [0] Ninguna acción es robusta
    [one] Una acción es robusta ({ $robust })
   *[other] { START($count) } acciones son robustas ({ $robust })
} bajo las { $policies } políticas.
table-multipol = Puntaje de cada acción bajo cada política
table-multipol-note = Políticas: { $policies }. Robusta: media desde { $mean } y desviación hasta { $sd }, las medias de ambas. Pérdida: lo más que se deja de ganar frente a la mejor acción bajo una política.
column-deviation = Desviación
column-regret = Pérdida
column-robust = Robusta
multipol-method = MULTIPOL (Godet): el puntaje de una acción bajo una política es la media de sus notas ponderada por los pesos de la política; la desviación es la de la población, pues las políticas son todas las que hay.
figure-multipol-plane = Media y desviación de las acciones entre políticas
figure-multipol-profiles = Perfil de las acciones por política
