# Las figuras: títulos con el hallazgo, subtítulos con la medida
chart-number-1 = una
chart-number-2 = dos
chart-number-3 = tres
chart-number-4 = cuatro
chart-number-5 = cinco
chart-number-6 = seis
chart-number-7 = siete
chart-number-8 = ocho
chart-number-9 = nueve
chart-number-10 = diez
chart-and-more = { $list } y { $more } más
chart-round = ronda { $number }
chart-round-of = { $name }, ronda { $number }
chart-total = Total
chart-sum = Suma
chart-median = mediana
chart-spread = entre el primer y el tercer cuartil (extremos con menos de ocho respuestas)
chart-quartiles = entre el primer y el tercer cuartil
chart-missing = sin respuesta
chart-loose = cambia de clase en más de 2 de cada 10 paneles remuestreados
chart-loose-cells = cambia de zona en más de 2 de cada 10 alteraciones de una celda
chart-bet = apuesta
chart-bet-proposed = propuesta por la regla
chart-trend = tendencial
chart-horizon = El horizonte

# Encuadrar
chart-concept-title = { $count ->
    [one] Un componente sostiene el modelo del estudio
   *[other] El modelo del estudio se apoya en { $number } componentes
}
chart-concept-subtitle = Árbol del modelo conceptual: del objeto de estudio a sus componentes

# Vigilar
chart-evidence-title = { $count ->
    [0] Ningún indicio es a la vez de alto impacto y pertinente
    [one] Un indicio de { $n } es a la vez de alto impacto y pertinente
   *[other] { START($k) } de { $n } indicios son a la vez de alto impacto y pertinentes
}
chart-evidence-subtitle = Impacto y pertinencia de cada indicio para la pregunta del estudio, de 1 a 5; corte en { $cut }
chart-years-sample = { $n } de { $all } indicios hasta la fecha de corte: los que tienen año
chart-evidence-sample = { $n } indicios hasta la fecha de corte
chart-impact = Impacto
chart-pertinence = Pertinencia
chart-evidence-priority = Prioritarios
chart-evidence-follow = En observación
chart-evidence-context = De contexto
chart-evidence-archive = En archivo
chart-counts-title = { $count ->
    [one] Por dimensión, lo que más se halló es { $list }: { $k } de { $n }
   *[other] Por dimensión, lo que más se halló es { $list }: { $k } de { $n } en cada una
}
chart-counts-subtitle = Indicios de la vigilancia por dimensión y por clase
chart-years-title = De los { $n } indicios, { $k } son de { $year } o posteriores
chart-years-subtitle = Indicios por año; cada punto es un indicio
chart-cutoff = corte de la información: { $date }
chart-series-title-rising = { $name }: alza de { $slope } por año entre { $from } y { $to }
chart-series-title-falling = { $name }: baja de { $slope } por año entre { $from } y { $to }
chart-series-title-none = { $name }: sin tendencia detectada entre { $from } y { $to }
chart-series-title-short = { $name }: muy pocos datos para hablar de tendencia
chart-series-subtitle = { $place }, de { $from } a { $to }, junto a las economías de comparación
chart-series-subtitle-forecast = { $place }, de { $from } a { $to }; a { $horizon }, la mediana de cuatro modelos
chart-series-sample = { $n } datos anuales
chart-series-slope = pendiente de Sen: { $slope }{ $interval }
chart-series-break = quiebre después de { $year }
chart-series-horizon = horizonte { $year }
chart-series-cutoff = corte ({ $date })
chart-series-later = posterior al corte{ $judged ->
    [0] {""}
   *[other] {" "}({ $inside } de { $judged } en el intervalo)
}
chart-series-median = mediana
chart-series-models = cada modelo
chart-series-band = intervalo de { $level } (cubrió { $coverage })
chart-series-band-unmeasured = intervalo de { $level } (cobertura no medible)
chart-series-long = El horizonte está más lejos que un tercio de la historia: el pronóstico vale como orden de magnitud.
chart-series-unmeasured = Cobertura no medible: hay menos de 20 residuos, por eso no se dibuja un intervalo.
chart-series-none-discontinued = La serie ya no se publica: sirve de línea de base y no se pronostica.
chart-series-none-too-short = La serie es demasiado corta para pronosticarla.
chart-series-none-no-horizon = El estudio no fija un horizonte: no hay pronóstico.
chart-series-none-ends-early = La serie termina mucho antes de la fecha de corte: no se pronostica.
chart-series-none-too-long = Faltan demasiados años hasta el horizonte: no se pronostica.

# Consultar
chart-panel-title = { $count ->
    [0] Un panel de { $n } expertos
    [one] Un panel de { $n } expertos de un solo país
   *[other] Un panel de { $n } expertos de { $number } países
}
chart-panel-subtitle = Expertos por país, grupo y sector; los grupos pequeños se muestran reunidos
chart-panel-country = País
chart-panel-group = Grupo
chart-panel-sector = Sector
chart-panel-competence = Competencia declarada (coeficiente K)
chart-competence-high = alta (K ≥ 0.8)
chart-competence-medium = media (0.5 a 0.8)
chart-competence-low = baja (K < 0.5)
chart-response-title = { $count ->
    [0] Nadie deja el panel; en la ronda con menos respuesta contestan { $lowest }
    [one] Una persona deja el panel; en la ronda con menos respuesta contestan { $lowest }
   *[other] { START($number) } personas dejan el panel; en la ronda con menos respuesta contestan { $lowest }
}
chart-response-subtitle = Expertos que respondieron, de los invitados, por consulta y ronda
chart-response-invited = invitados
chart-consensus-title = { $rounds ->
    [one] { $family }: hay consenso en { $after } de { $n } ítems
   *[other] { $family }: el consenso pasa de { $before } a { $after } de { $n } ítems
}
chart-consensus-none = { $family }: el panel es muy pequeño para hablar de consenso
chart-consensus-subtitle = Escala de { $low } a { $high }; mediana y dispersión de cada ítem, de mayor a menor
chart-consensus-subtitle-rule = Escala de { $low } a { $high }; mediana y dispersión de cada ítem, de mayor a menor. Regla de consenso: { $rule }
chart-consensus-rule = Regla del estudio
chart-consensus-yes = consenso
chart-consensus-no = sin consenso
chart-consensus-fragile = consenso frágil
chart-answers-bipolar = dos bandos: { $share } o más en los dos puntos más bajos y otro tanto en los dos más altos
chart-consensus-bipolar = dos bandos
chart-answers-title = { $count ->
    [0] { $family }: ningún ítem parte al panel en dos bandos
    [one] { $family }: un ítem parte al panel en dos bandos: { $list }
   *[other] { $family }: hay ítems que parten al panel en dos bandos: { $list }
}
chart-answers-subtitle = Cuántos expertos eligieron cada punto de la escala, en la última ronda
chart-contrast-title = { $count ->
    [0] { $family }: no se detectan diferencias entre { $a } y { $b }
    [one] { $family }: { $a } y { $b } difieren en un ítem, { $list }
   *[other] { $family }: { $a } y { $b } difieren en { $list }
}
chart-contrast-subtitle = Delta de Cliff con su intervalo; a la derecha, las medianas de { $a } (hasta { $na } expertos) y de { $b } (hasta { $nb }). La detección se corrige por el número de ítems; el intervalo, no
chart-contrast-measure = Delta de Cliff
chart-contrast-higher = { $group } responde más alto
chart-contrast-detected = diferencia detectada
chart-contrast-not-detected = no se detectó diferencia
chart-contrast-interval = intervalo de 95 % sobre remuestreos

# Estructurar
chart-critical-title = { $count ->
    [0] Ninguna variable es a la vez importante e incierta
    [one] Una variable es importante e incierta a la vez: { $list }
   *[other] { START($number) } variables son importantes e inciertas a la vez: { $list }
}
chart-critical-subtitle = Medianas de importancia e incertidumbre de cada variable, en la última ronda
chart-critical-zone = Incertidumbres críticas
chart-critical-predictable = Importantes y previsibles
chart-critical-uncertain = Inciertas de menor peso
chart-critical-secondary = Secundarias
chart-critical-hidden = { $count ->
    [one] una variable sin ubicar, con menos de { $min } respuestas
   *[other] { $count } variables sin ubicar, con menos de { $min } respuestas
}
chart-critical-strong = incertidumbre crítica
chart-influence-title = { $crossing ->
    [0] { $determining ->
        [0] Ninguna variable es determinante con la regla del estudio
        [one] Una variable es determinante: { $list }
       *[other] { START($number) } variables son determinantes: { $list }
    }
    [one] Una variable mueve el sistema y es incierta: { $list }
   *[other] { START($number) } variables mueven el sistema y son inciertas: { $list }
}
chart-influence-open = Plano provisional: { $open ->
    [one] falta una
   *[other] faltan { $open }
} de las { $all } respuestas entre { $size } variables
chart-influence-subtitle = Influencia y dependencia directas de cada variable, en % de la suma de la matriz
chart-influence-x = Dependencia (%)
chart-influence-y = Influencia (%)
chart-zone-determinant = Determinantes
chart-zone-relay = Claves
chart-zone-result = Resultado
chart-zone-autonomous = Autónomas
chart-influence-strong = determinante e incertidumbre crítica
chart-influence-determining = determinante
chart-displacement = hacia la posición indirecta, en las resaltadas y en las que se desplazan
chart-ellipse = 90 % de los paneles remuestreados
chart-ellipse-cells = 90 % de las alteraciones de una celda
chart-matrix-title = { $count ->
    [0] La matriz se llena al { $fill } y ninguna celda está en disputa
    [one] La matriz se llena al { $fill } y una celda está en disputa
   *[other] La matriz se llena al { $fill } y { $number } celdas están en disputa
}
chart-matrix-subtitle = Influencia directa de la fila sobre la columna, de 0 a 3; P es potencial. Regla: { $rule }
chart-rule-consensus = una matriz de consenso
chart-matrix-influence = Influencia
chart-matrix-dependence = Dependencia
chart-matrix-disputed = en disputa
chart-matrix-step-0 = 0 nula
chart-matrix-step-1 = 1 débil
chart-matrix-step-2 = 2 media
chart-matrix-step-3 = 3 fuerte
chart-ranks-title = { $count ->
    [0] Por los caminos indirectos ninguna variable sube tres puestos o más
    [one] Una variable oculta sube por los caminos indirectos: { $list }
   *[other] { START($number) } variables ocultas suben por los caminos indirectos: { $list }
}
chart-ranks-subtitle = Puesto de cada variable por su influencia directa y por la indirecta (potencia { $power } de la matriz)
chart-ranks-before = Puesto directo
chart-ranks-after = Puesto indirecto
chart-ranks-interval = del 5 al 95 % de los paneles remuestreados
chart-ranks-interval-cells = del 5 al 95 % de las alteraciones de una celda
chart-ranks-strong = sube tres puestos o más
chart-foda-title = El cruce más intenso es el de { $name }
chart-foda-title-none = El cruce del FODA no señala un cuadrante
chart-foda-subtitle = Mediana de cada cruce, de 0 a 3; los cuadrantes se comparan por la media de sus celdas
chart-foda-name-FO = fortalezas con oportunidades
chart-foda-name-FA = fortalezas con amenazas
chart-foda-name-DO = debilidades con oportunidades
chart-foda-name-DA = debilidades con amenazas
chart-foda-FO = FO · media { $mean }
chart-foda-FA = FA · media { $mean }
chart-foda-DO = DO · media { $mean }
chart-foda-DA = DA · media { $mean }

# Explorar y apostar
chart-scenarios-title = El punto de partida es { $today }; la apuesta es { $bet }
chart-scenarios-title-proposed = El punto de partida es { $today }; la regla propone apostar por { $bet }
chart-scenarios-title-bet = El escenario apuesta es { $bet }
chart-scenarios-title-bet-proposed = La regla propone apostar por { $bet }; nadie lo ha decidido todavía
chart-scenarios-title-open = Dos ejes abren cuatro futuros
chart-scenarios-subtitle = Plano de escenarios a { $year }
chart-scenarios-subtitle-probability = Plano de escenarios a { $year }; probabilidades medias del panel, al 5 % más cercano
chart-scenario-probability = probabilidad { $p }
chart-scenario-plausible = plausible para { $count }
chart-today-year = Año base ({ $year })
chart-trend-year = Tendencial { $year }
chart-cone-title = Lo posible se abre con los años
chart-cone-title-inside = { $standing ->
    [proposed] Lo que la regla propone
   *[decided] La apuesta
}, { $bet }, cae dentro de lo que el panel cree plausible
chart-cone-title-outside = { $standing ->
    [proposed] Lo que la regla propone
   *[decided] La apuesta
}, { $bet }, cae fuera de lo que el panel cree plausible
chart-cone-subtitle = Cono de plausibilidad de { $from } a { $to }; la altura ordena los escenarios y no mide distancia ni probabilidad
chart-cone-subtitle-history = Cono de plausibilidad de { $from } a { $to }; la altura ordena los escenarios y no mide distancia ni probabilidad. Antes de { $from }, con otra escala de años
chart-cone-history = hechos fechados de cada año, antes del año base
chart-cone-contradictory = con estados que se excluyen: solo potencial
chart-cone-preferable = preferible: lo desea la mitad del panel o más
chart-cone-today = Año base
chart-cone-wild = Comodines, fuera del cono
chart-cone-implausible = no plausible para la mitad del panel
chart-judgements-title = { $scenario } es el más deseable de los escenarios admisibles y viables
chart-judgements-title-decided = La apuesta es { $scenario }, aunque la regla no la propone
chart-judgements-title-none = Ningún escenario cumple la regla de la apuesta
chart-judgements-subtitle = Medianas del panel, de 1 a 5, y votos
chart-judgements-cut = mínimo de la regla
chart-votes = Votos de { $n }
chart-bet-stability-title = La regla propone { $scenario } en { $share } de los paneles remuestreados
chart-bet-stability-subtitle = Con qué frecuencia la regla propone cada escenario en { $draws } paneles remuestreados; mide la composición del panel y no es una probabilidad
chart-all-draws = todos los paneles remuestreados

# Construir
chart-opportunity-title = { $count ->
    [0] Ninguna oportunidad es a la vez atractiva y alcanzable
    [one] Una oportunidad es atractiva y alcanzable: { $list }
   *[other] { START($number) } oportunidades son atractivas y alcanzables: { $list }
}
chart-opportunity-subtitle = Atractivo y capacidad de cada oportunidad, de 1 a 5: mediana del panel sobre la media de los criterios
chart-opportunity-now = Aprovechar ya
chart-opportunity-prepare = Preparar
chart-opportunity-maintain = Mantener
chart-opportunity-later = Más adelante
chart-opportunity-strong = aprovechar ya
chart-igo-title = { $immediate ->
    [0] Ninguna acción es inmediata
    [one] Una acción es inmediata
   *[other] { START($immediatenumber) } acciones son inmediatas
} y { $challenge ->
    [0] ninguna es un reto
    [one] una es un reto
   *[other] { $challengenumber } son retos
}
chart-igo-subtitle = Medianas de importancia y gobernabilidad; cortes fijos en { $importance } y { $governability }
chart-igo-immediate = Inmediatas
chart-igo-challenge = Retos
chart-igo-less-urgent = Menos urgentes
chart-igo-unnecessary = Innecesarias
chart-igo-strong = inmediata
chart-igo-borderline = limítrofe: su dispersión cruza un corte
chart-robust-title = { $count ->
    [0] Ninguna de las { $n } acciones es robusta en los { $scenarios } escenarios
    [one] Una de las { $n } acciones es robusta en los { $scenarios } escenarios
   *[other] { START($number) } de las { $n } acciones son robustas en los { $scenarios } escenarios
}
chart-robust-subtitle = Cómo le va a cada acción en cada escenario, mediana del panel; robusta: no fracasa en ninguno y funciona en la mayoría
chart-robust-works = funciona
chart-robust-change = resultado parcial
chart-robust-fails = fracasa
chart-robust-robust = robusta
chart-robust-contingent = contingente
chart-robust-hedging = de cobertura
chart-roadmap-title = { START($k) } de { $n } acciones empiezan en { $year }{ $before ->
    [yes] {" "}o antes
   *[no] {""}
}
chart-roadmap-subtitle = Ruta estratégica de { $from } a { $to }, por objetivo, nivel y territorio
chart-roadmap-after = debe empezar antes
chart-roadmap-period = fin de periodo
chart-roadmap-early = empieza antes que una acción de la que depende
chart-roadmap-no-objective = Sin objetivo
chart-backcast-title = { $steps ->
    [one] Un paso separa
   *[other] { START($stepnumber) } pasos separan
} { $standing ->
    [proposed] el escenario que propone la regla
   *[decided] la apuesta
} del punto de partida{ $decisions ->
    [0] {""}
    [one] {", "}uno de ellos una decisión crítica
   *[other] {", "}{ $decisionnumber } de ellos decisiones críticas
}
chart-backcast-subtitle = Retrospectiva de { $from } a { $to }: qué debe ser cierto antes, y qué acciones llevan a ello
chart-tree-title = { $count ->
    [one] { $list } pesa más que ninguna otra en la visión: { $share }
   *[other] { $list } pesan lo mismo, y más que las demás: { $share } cada una
}
chart-tree-subtitle = Árbol de pertinencia: el porcentaje es el producto de los pesos desde la visión

# Seguir
chart-board-title = { $count ->
    [0] { $readings ->
        [0] Los indicadores todavía no tienen lecturas
       *[other] Las lecturas todavía no señalan un escenario
    }
    [one] Las lecturas están más cerca de { $list }: { $k } de { $n } indicadores
   *[other] Las lecturas están igual de cerca de { $list }: { $k } de { $n } indicadores
}
chart-board-subtitle = Última lectura de cada indicador y rango de cada escenario a { $year }. El más cercano es aquel cuyo camino recto desde la línea de base pasa, ese año, más cerca de la lectura: es una interpretación
chart-board-sample = { $n ->
    [one] 1 indicador
   *[other] { $n } indicadores
}
chart-board-baseline = línea de base
chart-board-reading = última lectura
chart-board-target = meta de la apuesta
chart-board-range = rango de cada escenario (borde grueso: el más cercano)
chart-board-path = camino recto a la meta
chart-board-nearest = más cerca de { $list }
chart-board-progress = { $progress } de la distancia recorrida, { $elapsed } del tiempo transcurrido
chart-board-regress = se alejó el { $progress } de la distancia, con { $elapsed } del tiempo transcurrido
chart-actors-title = { $count ->
    [one] El actor con más variables estratégicas a su alcance: { $list } ({ $k } de { $n })
   *[other] Los actores con más variables estratégicas a su alcance: { $list } ({ $k } de { $n } cada uno)
}
chart-actors-subtitle = Actores y variables estratégicas que cada uno puede mover, según el estudio
chart-actors-variables = Variables
chart-actors-actors = Actores
chart-actors-moves = la puede mover

# El grafo de influencias y el juego de los actores
chart-graph-title = { $count ->
    [one] { $list } origina más de los { $shown } vínculos más fuertes que ninguna otra variable: { $k }
   *[other] { $list } son las que más originan de los { $shown } vínculos más fuertes: { $k } cada una
}
chart-graph-subtitle = { $rest ->
    [0] Las { $shown } influencias directas
   *[other] Las { $shown } influencias directas más fuertes, de { $all }
}; la flecha va de la variable que influye a la que recibe
chart-graph-left = { $alike ->
    [one] Queda fuera otra influencia igual de intensa que la última dibujada; se prefirieron las de las variables más influyentes.
   *[other] Quedan fuera otras { $alikenumber } influencias igual de intensas que la última dibujada; se prefirieron las de las variables más influyentes.
}
chart-link-1 = las más fuertes: de { $low } a { $high }
chart-link-2 = fuertes: de { $low } a { $high }
chart-link-3 = medias: de { $low } a { $high }
chart-link-4 = débiles: menos de { $high }
chart-link-alone = sin vínculo
chart-link-alone-drawn = sin vínculo entre los dibujados
chart-mactor-plane-title = { $count ->
    [0] Ningún actor domina el juego: quien influye también depende
    [one] Un actor domina el juego: { $list }
   *[other] { $number } actores dominan el juego: { $list }
}
chart-mactor-plane-subtitle = Influencia y dependencia de cada actor, directas e indirectas (sumas de la MIDI sin la diagonal); cortes en la media
chart-mactor-influence = Influencia
chart-mactor-dependence = Dependencia
chart-mactor-dominant = Dominantes
chart-mactor-relay = De enlace
chart-mactor-dominated = Dominados
chart-mactor-autonomous = Autónomos
chart-mactor-strong = dominante
chart-mactor-loose = cambia de papel en más de 2 de cada 10 paneles remuestreados
chart-mactor-strength-title = { $count ->
    [one] El actor más fuerte: { $list }, con { $value } veces la fuerza media
   *[other] Los actores más fuertes: { $list }, con { $value } veces la fuerza media cada uno
}
chart-mactor-strength-subtitle = Fuerza R* de cada actor, que en promedio es 1 ({ $convention })
chart-mactor-strength = Fuerza R*
chart-mactor-mean = media
chart-mactor-positions-title = { $count ->
    [one] El objetivo que más moviliza a los actores: { $list }
   *[other] Los objetivos que más movilizan a los actores: { $list }
}{ $same ->
    [1] ; y también el que más los divide
   *[other] { $splitcount ->
        [0] ; ninguno los divide
        [one] ; el que más los divide: { $split }
       *[other] ; los que más los dividen: { $split }
    }
}
chart-mactor-positions-subtitle = Posición de cada actor (fila) ante cada objetivo (columna), de −4 en contra a +4 a favor (2MAO). Divide más el objetivo cuyo bando menor es mayor
chart-mactor-implication = Implicación
chart-mactor-in-favour = A favor
chart-mactor-against = En contra
chart-mactor-step-against = −4 en contra
chart-mactor-step-neutral = 0 neutral
chart-mactor-step-for = +4 a favor
chart-mactor-convergence-title = { $count ->
    [one] Los que más convergen: { $list }
   *[other] { $number } pares de actores convergen por igual, y más que los demás: { $list }
}
chart-mactor-convergence-subtitle = Convergencia de cada par de actores, según la intensidad de sus posiciones y su fuerza (orden 3); grado de convergencia del sistema: { $degree }
chart-mactor-convergence-strong = el par que más converge
chart-mactor-divergence-title = { $count ->
    [one] Los que más divergen: { $list }
   *[other] { $number } pares de actores divergen por igual, y más que los demás: { $list }
}
chart-mactor-divergence-subtitle = Divergencia de cada par de actores, según la intensidad de sus posiciones y su fuerza (orden 3); los actores están donde en la figura de convergencia
chart-mactor-divergence-strong = el par que más diverge
chart-graph-unlinked = { $left ->
    [one] No aparece una variable que no tiene vínculos entre los dibujados.
   *[other] No aparecen { $leftnumber } variables que no tienen vínculos entre los dibujados.
}
chart-mactor-unlinked = { $left ->
    [one] No aparece un actor que no tiene vínculos entre los dibujados, ni de convergencia ni de divergencia.
   *[other] No aparecen { $leftnumber } actores que no tienen vínculos entre los dibujados, ni de convergencia ni de divergencia.
}
chart-mactor-pairs-left = Se dibujan los { $shown } pares más intensos de { $all }.
chart-mactor-map-title = { $allies ->
    [one] Los más cercanos son { $alliesnames }
   *[other] Los pares más cercanos son { $alliesnames }
}; los más opuestos, { $rivalsnames }
chart-mactor-map-title-allies = Los más cercanos son { $alliesnames }; ningún par se opone
chart-mactor-map-title-rivals = Ningún par converge más de lo que diverge; los más opuestos son { $rivalsnames }
chart-mactor-map-title-none = Ningún par de actores se acerca ni se opone
chart-mactor-map-subtitle = Distancia neta entre actores (orden 3): cerca, convergen; lejos, divergen. Estrés { $stress }: { $quality }
chart-stress-good = el plano la muestra bien
chart-stress-fair = el plano la muestra aceptablemente
chart-stress-weak = el plano la muestra a grandes rasgos
chart-stress-poor = el plano la muestra mal; léase con reserva
chart-mactor-map-strong = par más cercano
chart-mactor-map-remark = El área de cada marca crece con la fuerza R*. El mapa no tiene ejes: solo cuentan las distancias.

# Influencias potenciales, escenarios de SMIC, ábaco, MULTIPOL
chart-potential-title = { $count ->
    [0] Las influencias potenciales no dan más influencia a ninguna variable
    [one] Con las influencias potenciales, la variable que más influencia gana: { $list } (+{ $gain } puntos)
   *[other] Con las influencias potenciales, las variables que más influencia ganan: { $list } (+{ $gain } puntos cada una)
}
chart-potential-subtitle = { $cells ->
    [one] Posición directa de cada variable, en %, y adónde la llevaría la influencia potencial de la matriz (P = { $value })
   *[other] Posición directa de cada variable, en %, y adónde la llevarían las { $cellsnumber } influencias potenciales de la matriz (P = { $value })
}
chart-potential-strong = la que más influencia gana
chart-potential-arrow = hacia la posición con las influencias potenciales
chart-smic-title = Lo más probable: { $yes ->
    [one] que ocurra { $yeslist }
   *[other] que ocurran { $yeslist }
} y { $no ->
    [one] que no ocurra { $nolist }
   *[other] que no ocurran { $nolist }
} ({ $p })
chart-smic-title-none = Lo más probable: que no ocurra ninguna de las hipótesis ({ $p })
chart-smic-title-all = Lo más probable: que ocurran todas las hipótesis ({ $p })
chart-smic-title-tied = Ninguna combinación destaca: { $number } empatan como las más probables ({ $p } cada uno)
chart-smic-subtitle = { $core ->
    [one] Probabilidad neta de cada combinación, por la solución de máxima entropía; una de las { $all } reúne el 80 %
   *[other] Probabilidad neta de cada combinación, por la solución de máxima entropía; { $corenumber } de las { $all } reúnen el 80 %
}
chart-smic-probability = Probabilidad de la combinación
chart-smic-column = Prob.
chart-smic-cumulated = Acum.
chart-smic-core = núcleo: suma el 80 %
chart-smic-core-line = hasta aquí, el 80 %
chart-smic-outside = fuera del núcleo
chart-smic-range = mínimo y máximo entre todas las soluciones
chart-smic-occurs = ocurre
chart-smic-does-not = no ocurre
chart-smic-left = { $left ->
    [one] Queda fuera una combinación, con { $rest } de probabilidad.
   *[other] Quedan fuera { $leftnumber } combinaciones, que suman { $rest } de probabilidad.
}
chart-smic-correction-title = La mayor corrección: { $name } pasa de { $raw } a { $net }
chart-smic-correction-title-none = Las probabilidades de los eventos casi no se corrigen
chart-smic-correction-subtitle = { $above ->
    [0] Probabilidad media de cada evento, antes y después de volverla coherente con las condicionales; ninguna corrección de un experto pasa de 5 puntos
    [one] Probabilidad media de cada evento, antes y después de volverla coherente con las condicionales; 1 de { $experts } expertos tiene alguna corrección de más de 5 puntos (la mayor, { $largest })
   *[other] Probabilidad media de cada evento, antes y después de volverla coherente con las condicionales; { $abovenumber } de { $experts } expertos tienen alguna corrección de más de 5 puntos (la mayor, { $largest })
}
chart-smic-correction-subtitle-one = Probabilidad de cada evento, antes y después de volverla coherente con las condicionales; la mayor corrección, contando las condicionales, es de { $largest } puntos
chart-smic-percent = Probabilidad (%)
chart-smic-raw = como se respondió
chart-smic-net = neta, coherente
chart-smic-points = Puntos
chart-smic-sensitivity-title = { $same ->
    [1] El evento que más mueve a los demás y más depende de ellos: { $driver }
   *[other] El evento que más mueve a los demás: { $driver }; el que más depende de ellos: { $moved }
}
chart-smic-sensitivity-subtitle = Sensibilidad de las probabilidades netas: suma de las elasticidades de cada evento, sin signo; cortes en la media
chart-smic-driving = Impulso
chart-smic-dependent = Dependencia
chart-smic-zone-driving = Impulsores
chart-smic-zone-relay = De enlace
chart-smic-zone-autonomous = Autónomos
chart-smic-zone-dependent = Dependientes
chart-smic-strong = el que más impulsa
chart-abacus-title = { $count ->
    [one] El ítem más favorable: { $list } (media { $mean })
   *[other] Los ítems más favorables: { $list } (media { $mean })
}{ $splitcount ->
    [0] {""}
    [one] ; el que más divide: { $split } (consenso { $consensus })
   *[other] ; los que más dividen: { $split } (consenso { $consensus })
}
chart-abacus-subtitle = Ábaco de Régnier: el voto de color de cada experto, de 1 (rojo) a 5 (verde oscuro); ítems por su media, expertos del más al menos optimista
chart-abacus-first = más optimistas
chart-abacus-last = menos optimistas
chart-abacus-mean = Media
chart-abacus-consensus = Consenso
chart-abacus-5 = muy favorable
chart-abacus-4 = favorable
chart-abacus-3 = dudoso
chart-abacus-2 = desfavorable
chart-abacus-1 = muy desfavorable
chart-abacus-blank = en blanco
chart-abacus-abstained = abstención
chart-abacus-absent = sin voto
chart-multipol-plane-title = { $count ->
    [0] Ninguna acción es robusta ante todas las políticas
    [one] Una acción es robusta ante las políticas: { $list }
   *[other] { $number } acciones son robustas ante las políticas: { $list }
}
chart-multipol-plane-subtitle = Media y desviación estándar del puntaje de cada acción en las { $policies } políticas; cortes en las medias de ambas
chart-multipol-mean = Puntaje medio
chart-multipol-sd = Desviación estándar
chart-multipol-robust = Robustas
chart-multipol-high-uneven = Altas, dispares
chart-multipol-low-even = Bajas, parejas
chart-multipol-low-uneven = Bajas, dispares
chart-multipol-strong = robusta
chart-multipol-not-robust = no robusta
chart-multipol-others = las demás acciones
chart-multipol-profiles-title = { $count ->
    [one] La mejor acción en promedio: { $list }; { $won ->
        [0] no es la primera bajo ninguna política
        [one] es la primera bajo una de { $policiesnumber } políticas
       *[other] es la primera bajo { $wonnumber } de { $policiesnumber } políticas
    }
   *[other] Las mejores acciones en promedio, empatadas: { $list }
}
chart-multipol-profiles-subtitle = Puntaje de cada acción bajo cada política: media de sus calificaciones, ponderada por los criterios de la política
chart-multipol-score = Puntaje
chart-matrix-potential = P potencial
chart-tree-title-equal = Dentro de cada objetivo los pesos son iguales por defecto: el porcentaje cuenta ramas, no importancia
chart-series-idle = El intervalo es más ancho que todo lo observado: no informa.
chart-series-cut = El intervalo es más ancho que todo lo observado: no informa, y la figura lo corta donde están las flechas.
chart-plane-apart = puntos coincidentes, separados

# Balances de impacto cruzado
chart-balances-holds = se sostiene
chart-balances-ties = se sostiene, en empate
chart-balances-misses = le faltan { $by }
chart-balances-open = deja estados sin fijar
chart-balances-plane = { $k ->
    [0] Ninguno de los { $n } futuros consistentes cae en una esquina de los ejes
   *[other] { $number } de los { $n } futuros consistentes { $k ->
        [one] cae
       *[other] caen
    } en una esquina de los ejes{ $rest ->
        [0] {""}
       *[other] ; los demás quedan fuera de ellas
    }
}
chart-balances-plane-subtitle = Rombos: futuros consistentes por su número, en un polo si un escenario de esquina tiene ese estado y en medio si ninguno lo tiene
chart-cib-space = { $space } escenarios posibles
chart-cib-consistent = { $count ->
    [one] consistente
   *[other] consistentes
}
chart-cib-near = { $count ->
    [one] casi consistente
   *[other] casi consistentes
}
chart-cib-tableau-one = Un solo escenario es { $kind }
chart-cib-tableau-shared = { $shown } escenarios son { $kind } y todos tienen en común { $more ->
    [0] { $list }
   *[other] { $list } y { $more } más
}
chart-cib-tableau-free = { $shown } escenarios son { $kind }; { $place ->
    [study] ninguna variable está igual en todos
   *[model] ningún descriptor es igual en todos
}
chart-cib-tableau-part = { $shown } escenarios son { $kind }; se listan { $listed }
chart-cib-tableau-subtitle = { $place ->
    [study] Una columna por escenario y una fila por variable; los vecinos con el mismo estado se juntan en una celda, más oscura cuanto más abajo está el estado en la lista de la variable
   *[model] Una columna por escenario y una fila por descriptor; los vecinos con la misma variante se juntan en una celda, más oscura cuanto más abajo está la variante en la lista del descriptor
}
chart-cib-consistency-tied = Consistencia (0: empate)
chart-cib-numbered = Donde el nombre no cabe va su letra o su número en la lista:
chart-cib-shown = los primeros { $shown } de { $count } listados
chart-cib-impact-title = { $named ->
    [0] Escenario { $k }
   *[other] { $called }
}: lo más débil { $count ->
    [one] es
   *[other] son
} { $list }, con margen { $margin }
chart-cib-impact-many = { $named ->
    [0] Escenario { $k }
   *[other] { $called }
}: { $count } { $place ->
    [study] variables
   *[model] descriptores
} son igual de débiles, con margen { $margin }
chart-cib-impact-falls = { $named ->
    [0] El escenario { $k }
   *[other] { $called }
} no se sostiene: { $list } { $count ->
    [one] falla
   *[other] fallan
} por { $margin }
chart-cib-impact-subtitle = Quién empuja a favor y en contra de cada variante, con el balance a la derecha; el margen es lo que la variante elegida le lleva a su mejor rival
chart-cib-impact-measure = Impacto de las variantes elegidas
chart-cib-margin = { $name } (margen { $margin })
chart-cib-for = a favor
chart-cib-against = en contra
chart-cib-chosen = balance de la variante elegida
chart-cib-rival = una rival: sus barras, pálidas, y su balance
chart-cib-map-title = Los escenarios { $a } y { $b } son los más distantes: difieren en { $count } de { $n } descriptores
chart-cib-map-subtitle = Distancia: descriptores en que difieren dos escenarios. Estrés { $stress }: { $quality }
chart-cib-map-scenario = escenario, por su número en la lista
chart-cib-family = familia { $k }: { $count ->
    [one] un escenario
   *[other] { $count } escenarios
}
chart-cib-families = Familias: escenarios próximos entre sí, por enlace promedio sobre las mismas distancias; los números son los de la lista.
chart-cib-picked = conjunto pequeño, el más separado
chart-cib-end = Escenario { $k }
chart-cib-end-inside = el escenario { $k }
chart-cib-end-other = Sin listar
chart-cib-end-other-inside = un escenario que no está en la lista
chart-cib-cycle = Ciclo de { $length }
chart-cib-cycle-inside = un ciclo de { $length }
chart-cib-others = Otros { $n } juntos
chart-cib-basins-one = Todos los comienzos terminan en { $end }
chart-cib-basins-title = El { $share } de los comienzos termina en { $end }
chart-cib-basins-exact = Parte de todos los escenarios que lleva a cada final, seguidos uno por uno ({ $rule }); no es una probabilidad
chart-cib-basins-sampled = Parte de todos los escenarios que lleva a cada final, según una muestra, con intervalos de Wilson al 95 % ({ $rule }); no es una probabilidad
