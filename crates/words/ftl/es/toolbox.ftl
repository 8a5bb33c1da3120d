# Secciones de la caja de herramientas: juego de actores, hipótesis, colores, políticas
section-game = El juego de los actores
game-lead = El actor con más fuerza ({ $strength } veces la media): { $actor }. { $split ->
    [0] Ningún objetivo divide a los actores.
   *[other] Lo que más los divide, según la fuerza de cada uno, es el objetivo «{ $disputed }».
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
column-stake-definition = Qué es estar a favor y en contra
table-mactor-objectives-note = Cada posición, de −4 a +4, se multiplica por la fuerza del actor; la movilización es la suma de ambos campos.
table-mactor-pairs = Alianzas posibles y conflictos previsibles
table-mactor-pairs-note = Balance: lo que converge el par menos lo que diverge, según la intensidad de sus posiciones y su fuerza. Cercanía y oposición se leen objetivo por objetivo: casi todo par tiene algo que lo une y algo que lo separa.
column-pair = Actores
column-united = Los une
column-divided = Los separa
column-balance = Balance
column-pair-held = Se mantiene
pairs-allies = Los más cercanos
pairs-rivals = Los más opuestos
game-method = MACTOR (Godet 1991): la influencia de un actor suma la directa y la que pasa por un tercero (suma de mínimos); las posiciones se ponderan por su fuerza ({ $convention }). Convergen o divergen dos actores en la media de lo que ponen ambos en los objetivos que comparten.
figure-mactor-plane = Plano de influencia y dependencia de los actores
figure-mactor-positions = Posiciones de los actores sobre los objetivos
figure-mactor-convergence = Convergencias entre actores
figure-mactor-divergence = Divergencias entre actores
figure-mactor-map = Cercanía de los actores
figure-influence-graph = Grafo de las influencias más fuertes
figure-micmac-potential = Plano de influencia y dependencia con las influencias potenciales
section-smic = Hipótesis y sus escenarios
smic-lead = Lo más probable ({ $p }) es { $case ->
    [none] que no ocurra ninguna de las { $hypotheses } hipótesis
    [all] que ocurran las { $hypotheses } hipótesis
   *[some] que { $yes ->
        [one] ocurra
       *[other] ocurran
    } { $yeslist } y no { $no ->
        [one] ocurra
       *[other] ocurran
    } { $nolist }
}. { $core ->
    [one] Una sola de las { $scenarios } combinaciones reúne
   *[other] { START($core) } de las { $scenarios } combinaciones reúnen
} el 80 % de la probabilidad ({ $experts ->
    [one] un experto
   *[other] { $experts } expertos
}).
smic-drivers = { $same ->
    [0] La hipótesis que más mueve a las demás: { $driver }. La que más depende de ellas: { $moved }.
   *[other] La hipótesis que más mueve a las demás y más depende de ellas: { $driver }.
}
smic-stability = La combinación más probable lo sigue siendo en { $panels } (n = { $n }).
smic-incomplete = { $count ->
    [one] Un experto dejó una pregunta sin responder y no entra en este cálculo.
   *[other] { START($count) } expertos dejaron alguna pregunta sin responder y no entran en este cálculo.
}
smic-correction = Para que las respuestas fueran coherentes hubo que mover alguna hasta { $largest }; en { $k } de { $n } expertos la corrección mayor pasa de 0.05.
smic-method = SMIC (Duperrin y Godet 1975): un programa cuadrático busca, para cada experto, las probabilidades coherentes más cercanas a las que dio; el panel es el promedio. Las respuestas determinan { $rank } números y dejan { $open } libres: por eso cada escenario tiene un rango, y la probabilidad que se imprime es la de máxima entropía, que nada añade a lo dicho.
smic-method-simple = SMIC con términos de las probabilidades simples (variante de Duperrin y Godet 1975): un programa cuadrático busca, para cada experto, las probabilidades coherentes más cercanas a las que dio; el panel es el promedio. Las respuestas determinan { $rank } números y dejan { $open } libres: por eso cada escenario tiene un rango, y la probabilidad que se imprime es la de máxima entropía.
table-smic-events = Probabilidad de cada hipótesis, como la dio el panel y ya coherente
table-smic-events-note = Dada: media de las respuestas; coherente: ya compatible con las condicionales. Motricidad y dependencia: suma de las elasticidades cuando la probabilidad dada cambia en 0.1.
column-hypothesis = Hipótesis
column-hypothesis-definition = Cómo se sabrá
column-raw = Dada
column-net = Coherente
column-driving = Motricidad
column-dependent = Dependencia
table-smic-scenarios = Las combinaciones más probables
table-smic-scenarios-note = { $marked ->
    [0] El código dice qué hipótesis ocurren (1) y cuáles no (0), en el orden { $events }.
   *[other] ● ocurre; ○ no ocurre.
} Las { $shown } más probables de { $all }; { $core } reúnen el 80 %.
column-probability = Probabilidad
column-solutions = Entre todas las soluciones
column-cumulated = Acumulada
column-panels = En los paneles remuestreados
figure-smic-scenarios = Probabilidad de cada combinación, con su rango
section-abacus = El ábaco de Régnier
abacus-lead = { $same ->
    [0] Lo más favorecido en el voto de color es { $favoured }; lo que más divide, { $split }.
   *[other] Lo más favorecido en el voto de color es { $favoured }.
}
abacus-asked = Lo que se pidió a { $experts ->
    [one] un experto
   *[other] { $experts } expertos
} ({ $name }): { $purpose }
table-abacus = Votos de color por ítem
table-abacus-note = A favor: verdes; en contra: rosado y rojo. El voto en blanco y la abstención se cuentan aparte. Media de 1 (rojo) a 5 (verde oscuro); consenso de Leik (1966), de 0 a 1.
column-votes-for = A favor
column-votes-between = Amarillo
column-votes-against = En contra
column-blank = En blanco
column-consensus-leik = Consenso
figure-abacus = Ábaco de Régnier
section-policies = Las acciones bajo distintas políticas
multipol-lead-one = Con una sola política no se puede decir qué acción es robusta: { $best } tiene el puntaje más alto.
multipol-lead = { $count ->
    [0] Ninguna acción es robusta
    [one] Una acción es robusta ({ $robust })
   *[other] { START($count) } acciones son robustas ({ $robust })
} bajo las { $policies } políticas.
multipol-both = { $count ->
    [0] Ninguna de ellas lo es también ante los escenarios.
    [one] Una de ellas lo es también ante los escenarios: { $names }.
   *[other] También lo son ante los escenarios { $number } de ellas: { $names }.
}
table-multipol-weights = Qué pesa cada criterio en cada política y en cada escenario
table-multipol-weights-note = Media de los pesos que repartieron los expertos.
table-multipol-scenarios = Qué va primero con los pesos de cada escenario
table-multipol-scenarios-note = La política que mejor calza pone su peso donde lo pone el escenario. Las acciones, por su puntaje; una diferencia de décimas no es una diferencia.
column-best-policy = Política que mejor calza
column-best-actions = Acciones con más puntaje
table-multipol = Puntaje de cada acción bajo cada política
table-multipol-note = Robusta: media desde { $mean } y desviación hasta { $sd }, las medias de ambas. Pérdida: lo más que se deja de ganar frente a la mejor acción bajo una política.
column-deviation = Desviación
column-regret = Pérdida
column-robust = Robusta
multipol-method = MULTIPOL (Godet 2000): el puntaje de una acción bajo una política es la media de sus notas ponderada por los pesos de la política; la desviación es la de la población, pues las políticas son todas las que hay.
figure-multipol-plane = Media y desviación de las acciones entre políticas
figure-multipol-profiles = Perfil de las acciones por política
# Balances de impacto cruzado
section-balances = Qué futuros se sostienen
balances-lead = { $count ->
    [0] Ninguna de las { $space } combinaciones de estados { $whole ->
        [cut] que se alcanzaron a examinar
       *[whole] {""}
    } se sostiene: en cada una los juicios favorecen más otro estado de alguna variable.
    [one] Una sola de las { $space } combinaciones de estados se sostiene: en ella los juicios no favorecen más ningún otro estado.
   *[other] { $printed } de las { $space } combinaciones de estados se sostienen: en ellas los juicios no favorecen más ningún otro estado{ $whole ->
        [cut] {""} hasta donde llegó la búsqueda
       *[whole] {""}
    }.
}{ $own ->
    [0] {""}
   *[other] {" "}De los { $own } escenarios de esquina que se pudieron medir, { $held ->
        [0] ninguno está entre ellas.
        [one] una es { $names }.
       *[other] { $held } están entre ellas: { $names }.
    }
}
balances-asked = La pregunta: si se da este estado, ¿cuánto favorece o estorba, en directo, a aquel otro, de −3 a +3? { $judged } juicios entre los estados de { $variables } variables; { $experts ->
    [one] { $agreed ->
        [yes] una sola matriz, acordada en la mesa
       *[no] los de una sola persona
    }
   *[other] la mediana de { $experts } expertos
}.
balances-missing = { $count ->
    [one] Falta un juicio, que vale 0
   *[other] Faltan { $count } juicios, que valen 0
}: un futuro puede pasar por consistente porque nadie lo examinó.
balances-on-high = { $axis } en su polo +
balances-on-low = { $axis } en su polo −
balances-on-between = { $axis } entre sus polos
balances-on-unplaced = { $axis } sin ubicar
balances-elsewhere = { $count ->
    [one] El número { $numbers } es un futuro que los ejes no dieron: conviene leerlo antes de cerrar los cuatro.
   *[other] Los números { $numbers } son futuros que los ejes no dieron: conviene leerlos antes de cerrar los cuatro.
}
balances-break = { $variable }: «{ $state }» cede ante «{ $to }» (por { $by })
balances-open = Sin medir: no fija el estado de { $variables }
balances-none-broken = Nada: se sostiene
balances-tie = { $value } (empate)
balances-none-broken-tie = Nada, pero en empate: otro estado vale lo mismo
balances-letter = { $letter }, «{ $state }»
balances-pair = «{ $a }» con «{ $b }»
balances-state = { $variable }: { $state }
balances-excluded = Dos juicios se contradicen. Los balances sostienen juntos estados que el estudio excluye: { $pairs }. Hay que revisar o la exclusión o los juicios que unen { $count ->
    [one] ese par
   *[other] esos pares
}.
balances-method = Balances de impacto cruzado (Weimer-Jehle 2006): el balance de un estado suma lo que le hacen los demás estados del escenario, y un escenario es consistente si ninguna variable tiene otro estado con un balance mayor que el suyo; la búsqueda es exhaustiva. En los ejes, un estado está en el polo cuyos escenarios de esquina lo tienen, y en medio si ninguno lo tiene.
table-balances = Los futuros consistentes
table-balances-note = Letras: el estado de cada variable, como lo nombra la tabla que sigue. Impacto total: suma de los balances. Consistencia: cuánto aventaja su estado menos seguro al mejor rival; 0 es un empate. Comienzos: parte de todas las combinaciones que lleva ahí si cada variable pasa a la vez al estado más favorecido (en un empate se queda el que está y, si no, entra el primero); { $cycles ->
    [0] ninguno da vueltas en círculo
   *[other] el { $cycling } da vueltas en círculo
}. No es una probabilidad.{ $listed ->
    [all] {""}
    [best] {" "}Se listan los { $shown } de mayor impacto total.
   *[other] {" "}Se listan { $shown } tomados al azar.
}
table-balances-states = Los estados de los futuros consistentes, por su letra
table-balances-own = Los escenarios del estudio ante los balances
table-balances-own-note = Le falta: lo más que un estado pierde ante el mejor de su variable; 0 es consistente. Más cercano: el futuro consistente que difiere en menos variables.
table-balances-critical = Juicios de los que un punto decide
table-balances-critical-note = Cada uno movido un punto, por sí solo. Se listan { $shown } de { $all }, primero aquellos de los que más depende. Es la sensibilidad de una matriz, no la incertidumbre de un panel.
column-state-letters = Estados
column-states-named = Estados
column-on-axes = En los ejes
column-total-impact = Impacto total
column-consistency = Consistencia
column-basin = Comienzos
column-held-panels = Paneles en que se sostiene
column-short-by = Le falta
column-breaks = Qué no se sostiene
column-nearest-future = Más cercano
column-differs = Variables que difieren
column-acts = Actúa
column-acted-on = Sobre
column-judged = Juicio
column-otherwise = Si fuera
column-lost = Futuros que se pierden
column-won = Escenarios que se ganan
figure-balances-tableau = Futuros consistentes, variable por variable
figure-balances-plane = Futuros consistentes en los ejes
figure-balances-impact = Qué sostiene la apuesta
column-number = N.º
