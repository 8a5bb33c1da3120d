# Decidir desde la página
bench-decide-key-variables = Decidir las variables estratégicas
bench-decide-axes = Decidir los ejes
bench-decide-bet = Decidir el escenario apuesta
bench-decide-actions = Decidir qué acciones entran a la ruta
bench-gate = Validación de la etapa
bench-gate-none = Nadie ha validado todavía esta etapa.
bench-decide = Decidir
bench-change = Cambiar la decisión
bench-again = Confirmar o cambiar
bench-decided = Decidido el { $date } por { $by }:
bench-proposed = { $count ->
    [0] La regla todavía no propone nada. Se puede decidir de todos modos.
   *[other] La regla propone: { $list }. Nadie lo ha decidido todavía, y así se imprime.
}
bench-differs = La regla propone hoy: { $list }.
bench-stale = Se apoya en resultados que cambiaron. La decisión sigue en pie hasta que alguien la confirme o la cambie.
bench-now-proposed = La regla ahora propone también { $list }.
bench-no-longer-proposed = La regla ya no propone { $list }.
bench-changed-since = { $count ->
    [one] Cambió desde entonces: 1 registro de { $what }.
   *[other] Cambiaron desde entonces: { $count } registros de { $what }.
}
bench-changed-before = Lo que cambió es anterior a este historial: el estudio llegó así.
bench-pick-key-variables = Elija al menos una variable. Lo que propone la regla viene marcado; nada se guarda hasta que usted lo guarde.
bench-pick-axes = Elija dos variables: una por eje. Lo que propone la regla viene marcado; nada se guarda hasta que usted lo guarde.
bench-pick-bet = Elija un escenario. El que propone la regla viene marcado; nada se guarda hasta que usted lo guarde.
bench-pick-actions = Elija al menos una acción. Lo que propone la regla viene marcado; nada se guarda hasta que usted lo guarde.
bench-chosen = Elegido
bench-considered = Se consideró
bench-says = Lo que resulta
bench-by-rule = propone la regla
bench-save = Guardar la decisión
bench-confirm = Confirmar con los resultados de hoy
bench-needs-reason = Falta la razón: una decisión sin ella no se defiende.
bench-needs-by = Falta quién decidió.
bench-needs-date = Falta la fecha, como 2026-03-31.
bench-moved = Los resultados cambiaron mientras usted decidía. Abajo está lo que proponen ahora; revise y guarde de nuevo.
bench-act = Si hay un acta, cite aquí su id entre las fuentes.
bench-no-sources = Para citar un acta, agréguela antes entre las fuentes de la etapa Vigilar.
# Lo que resulta de un registro
bench-of = { $k } de { $n }
bench-median = { $value } (n = { $n })
bench-class = Clase
bench-zone = Zona del plano
bench-zone-moves = { $direct }; con las influencias indirectas, { $indirect }
bench-rank = puesto { $direct } de { $n } directa, { $indirect } indirecta
bench-influence = Influencia
bench-dependence = Dependencia
bench-yes = sí
bench-no = no
bench-votes = Votos del panel
bench-states-missing = Variables clave sin estado
bench-igo = Clase IGO
bench-robust = Frente a los escenarios
bench-years = En la ruta
bench-too-early = Empieza antes que
bench-place = Lugar en el plano
bench-priority = Prioritaria (impacto y pertinencia altos)
bench-last = Última lectura
bench-progress = Camino recorrido hacia la meta
bench-elapsed = Tiempo transcurrido
bench-nearest = Escenario más cercano
bench-whole-stage = Todo lo que resulta en la etapa { $stage }
