# choose
chapter-bet = Escenario apuesta
section-act = Acta de la apuesta
section-rule = Qué propone la regla y por qué
section-vote = El voto del panel
section-robustness = Cuán firme es
section-distance = Cuán lejos está
section-plan-b = Plan B
bet-decided = El escenario apuesta es { $scenario }.
bet-proposed = La regla propone apostar por { $scenario }; nadie lo ha decidido todavía.
bet-none = Ningún escenario cumple la regla: no hay escenario apuesta.
bet-tied = Varios escenarios empatan en la regla: le toca decidir a quien conduce el estudio.
bet-decided-by = Así lo decidió { $by }{ $dated ->
    [yes] {" "}({ $date })
   *[no] {""}
}.
bet-against-rule = La regla propone { $proposed }{ $said ->
    [yes] . Razón de la diferencia: { $reason }
   *[no] ; no consta por qué se decidió otra cosa
}.
bet-against-vote = El voto del panel es otro: { $votes }.
bet-not-decided = No hay acta: lo que sigue es la propuesta de la regla, no una decisión.
bet-differs-from-rule = La decisión no coincide con lo que propone la regla; la razón consta en el acta.
table-bet-steps = La regla, paso a paso: admisible, el más deseable, viable
column-admissible = Admisible
column-order = Orden
column-verdict = Veredicto
verdict-proposed = propuesto
verdict-not-admissible = no admisible
verdict-not-judged = sin juicio de deseabilidad
verdict-not-feasible = no viable
verdict-less-desirable = menos deseable
table-bet-steps-note = Admisible: al menos la mitad lo juzga plausible (4 o 5) y no reúne estados incompatibles. Entre los admisibles se toma el más deseable (mediana; la media desempata) cuya viabilidad para el sujeto tenga mediana de 3 o más. La probabilidad no interviene en la regla: se informa solo como distancia.
bet-method = Los expertos juzgan, el decisor apuesta y el analista deja constancia. La regla propone; nunca decide.
vote-text = Votos: { $votes }.
vote-agrees = El voto del panel coincide con { $standing ->
    [proposed] lo que propone la regla
   *[decided] la apuesta
}.
vote-differs = El voto del panel no coincide con { $standing ->
    [proposed] lo que propone la regla
   *[decided] la apuesta
}.
robustness-pending = Se mide volviendo a sortear el panel; todavía no se ha hecho.
robustness-none = El panel es demasiado pequeño para decir cuán firme es la propuesta.
robustness-resampled = La regla propone { $scenario } en { $panels } (n = { $n }).
robustness-others = En al menos el 5 % de los sorteos propone otro: { $others }.
robustness-leave-one-out = { $rest ->
    [0] La propuesta se mantiene sea cual sea el experto que se omita.
   *[other] Si se omite a un experto cada vez, la propuesta se mantiene en { $count } paneles.
}
robustness-vote-range = Si se omite a un experto cualquiera, { $standing ->
    [proposed] el escenario que propone la regla
   *[decided] la apuesta
} reúne { $range } votos.
robustness-group = Solo con el grupo «{ $group }» (n = { $n }), la regla propondría: { $scenario }.
robustness-country = Solo con los expertos de { $group } (n = { $n }), la regla propondría: { $scenario }.
robustness-method = Se volvió a sortear a los expertos { $draws } veces, dentro de sus grupos y con reposición. Mide cuán estable es la propuesta frente a la composición de este panel; no es una probabilidad ni un margen de error sobre el mundo.
robustness-method-few = Con menos de ocho expertos no se vuelve a sortear el panel: se quita a cada uno, uno por vez, y se aplica la regla a los demás. Dice si la propuesta depende de una sola persona; no mide error sobre el mundo.
table-distance = Lo que separa { $standing ->
    [proposed] el escenario que propone la regla
   *[decided] la apuesta
} del punto de partida y del escenario tendencial
column-from = Desde
column-states = Estados distintos
column-which = Variables que deben cambiar
column-plane = Distancia en el plano
table-distance-note = La distancia en el plano se mide en lados de un cuadrante.
distance-not-most-probable = { $standing ->
    [proposed] El escenario que propone la regla
   *[decided] La apuesta
} no es lo más probable: está { $gap } puntos porcentuales por debajo de { $most }, el escenario más probable. Esa distancia es el mensaje para quien decide.
distance-most-probable = { $standing ->
    [proposed] El escenario que propone la regla
   *[decided] La apuesta
} está entre lo más probable para el panel.
summary-no-scenarios = El estudio todavía no tiene escenarios. Siguiente paso: { $next ->
    [variables] acordar la lista de variables.
    [structure] que el panel valore las variables y llene la matriz de influencias, para saber cuáles son estratégicas.
    [axes] elegir los dos ejes entre las variables estratégicas.
   *[scenarios] escribir un escenario para cada combinación de polos de los ejes.
}
summary-no-bet = Todavía no hay escenario apuesta. Siguiente paso: que el panel juzgue la plausibilidad, la deseabilidad y la viabilidad de cada escenario.
summary-decide = Siguiente paso: que quien decide elija un escenario y deje constancia de su razón.
summary-variables = Lo que mueve el sistema
summary-crossing = { $count ->
    [one] { $names } es a la vez determinante e incertidumbre crítica.
   *[other] { $names } son a la vez determinantes e incertidumbres críticas.
}
summary-today = Punto de partida
summary-trend = Si nada cambia
summary-futures = Los futuros
summary-bet = La apuesta
summary-distance-today = Llegar a él supone cambiar { $rest ->
    [0] las { $n } variables estratégicas.
   *[other] { $k } de las { $n } variables estratégicas.
}
summary-distance-trend = Llegar a él desde el escenario tendencial supone cambiar { $rest ->
    [0] las { $n } variables estratégicas.
   *[other] { $k } de las { $n } variables estratégicas.
}
summary-actions = Por dónde empezar
summary-change = Qué nos haría cambiar de opinión
figure-bet-stability = Qué propone la regla en los paneles remuestreados
summary-place = Puesto { $place }
summary-places = Puestos { $place }
summary-more-actions = { $n ->
    [one] Otra acción es igual de inmediata
   *[other] Otras { $n } acciones son igual de inmediatas
}
summary-robust = Acciones para todo futuro
summary-watch = Los indicadores
fact-trigger-state = Estado de la señal
fact-trigger-state-on = Estado al { $date }
trigger-not-due = No vence antes de { $year }.
trigger-unknown = No se sabe: el estudio no tiene registro de ello.
vote-blank = { $n ->
    [one] Una persona respondió la consulta y no votó por ninguno.
   *[other] { START($n) } personas respondieron la consulta y no votaron por ninguno.
}
summary-more-where =  ({ $part })
rule-proposes = La regla propone { $scenario }: de los escenarios admisibles, es el más deseable cuya viabilidad alcanza el mínimo.
summary-subject = Para quién
summary-made = Quién y cuándo
summary-today-on = Al { $date }
summary-watch-on = Los indicadores, al { $date }
summary-made-value = { $authors }, { $date }
triggers-unknown = Nadie ha registrado todavía si alguna de estas señales se dio.
summary-axes = Según dos ejes, { $axes }:
