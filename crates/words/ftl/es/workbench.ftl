# Decidir desde la página
bench-decide-key-variables = Decidir las variables estratégicas
bench-decide-axes = Decidir los ejes
bench-decide-bet = Decidir el escenario apuesta
bench-decide-actions = Decidir qué acciones entran a la ruta
bench-gate = Validación de la etapa
bench-gate-none = Nadie ha validado todavía esta etapa.
bench-gate-decide = Validar la etapa
bench-gate-change = Cambiar la validación
bench-gate-save = Guardar la validación
bench-gate-by = Quién la valida
bench-gated = ({ $date }; { $by })
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
   *[other] Cambiaron desde entonces: { $n } registros de { $what }.
}
bench-changed-answers = { $count ->
    [one] Cambió desde entonces: 1 respuesta de { $what }.
   *[other] Cambiaron desde entonces: { $n } respuestas de { $what }.
}
bench-changed-before = Lo que cambió es anterior a este historial: el estudio llegó así.
bench-ticked = Lo que propone la regla viene marcado.
bench-pick-key-variables = Elija al menos una variable. Nada se guarda hasta que usted lo guarde.
bench-pick-axes = Elija dos variables: una por eje. Nada se guarda hasta que usted lo guarde.
bench-pick-bet = Elija un escenario. Nada se guarda hasta que usted lo guarde.
bench-pick-actions = Elija al menos una acción. Nada se guarda hasta que usted lo guarde.
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
bench-act = Si hay un acta, márquela aquí entre las fuentes.
bench-no-sources = Para citar un acta, agréguela antes entre las fuentes de la etapa Vigilar.
# Lo que resulta de un registro
bench-of = { $k } de { $n }
bench-median = { $value } (n = { $n })
bench-class = Clase
bench-zone = Zona del plano
bench-zone-open = por saber: { $open ->
    [one] falta una
   *[other] faltan { $open }
} de las { $all } respuestas de la matriz
bench-zone-moves = { $direct }; con las influencias indirectas, { $indirect }
bench-rank = puesto { $direct } de { $n } directa, { $indirect } indirecta
bench-influence = Influencia
bench-dependence = Dependencia
bench-yes = sí
bench-no = no
bench-votes = Votos del panel
bench-states-missing = Variables estratégicas sin estado
bench-igo = Clase IGO
bench-robust = Frente a los escenarios
bench-years = En la ruta
bench-too-early = Empieza antes que
bench-left = fuera de la ruta
bench-place = Lugar en el plano
bench-priority = Prioritaria (impacto y pertinencia altos)
bench-last = Última lectura
bench-progress = Camino recorrido hacia la meta
bench-elapsed = Tiempo transcurrido
bench-nearest = Escenario más cercano
bench-nearest-how = El más cercano: se compara la lectura con el camino recto de cada escenario, desde la línea de base hasta su rango al horizonte, en el año de la lectura.
bench-role = Papel en el juego
bench-strength = Fuerza R*
bench-converges = Con quien más converge
bench-diverges = Con quien más diverge
bench-ambivalence = Ambivalencia (0 a 1)
bench-mobilisation = Movilización (orden 3)
bench-crossings = Suma de sus cruces
bench-crossed-most = Cruce más intenso con
bench-both = Escribir en los dos idiomas
bench-one = Escribir solo en español
bench-whole-stage = Todo lo que resulta en la etapa { $stage }
# Tableros
bench-board-evidence = Tablero de indicios
bench-board-foda = Tablero FODA
bench-board-scenarios = Ejes y escenarios
bench-board-box = Caja morfológica
bench-board-opportunities = Fichas de oportunidad
bench-board-roadmap = Ruta en los años
bench-board-indicators = Tablero de indicadores
bench-about-evidence = Lo que se vio en el entorno, por dimensión y tipo. Abra una tarjeta para editarla.
bench-about-foda = Lo propio arriba, lo del entorno abajo; a la izquierda lo que ayuda, a la derecha lo que estorba.
bench-about-scenarios = Cada escenario en su cuadrante, con su nombre, su relato, su camino y sus señales.
bench-about-box = Cada columna es una variable y sus estados; un escenario es un camino que toma uno de cada una.
bench-about-opportunities = De la tendencia a la necesidad, a la tecnología, a la oferta.
bench-about-roadmap = Las acciones y los hitos en los años del estudio.
bench-about-indicators = Línea de base, meta, el rango que corresponde a cada escenario y lo que se ha leído.
bench-whole-record = Abrir el registro completo
bench-all = todos
bench-filter = Buscar en los indicios
bench-filter-do = Mostrar
bench-shown = { $n } de { $of }
bench-add-evidence = Agregar un indicio
bench-impact = Impacto
bench-pertinence = Pertinencia
bench-no-dimension = Sin dimensión
bench-no-kind = Sin tipo
bench-plane = Impacto y pertinencia
bench-plane-about = Filas: impacto. Columnas: pertinencia. El fondo marca lo prioritario.
bench-foda-strength = Fortalezas
bench-foda-weakness = Debilidades
bench-foda-opportunity = Oportunidades
bench-foda-threat = Amenazas
bench-add-factor = Agregar
bench-crossing = El cruce
bench-crossing-about = Los factores propios se cruzan con los del entorno en una tabla que responde el panel, de 0 a 3.
bench-crossing-none = Todavía ninguna ronda pregunta por el cruce: agregue «cruce de factores del FODA» a las familias de una de las
bench-crossing-round = Cruzar en la ronda { $round }
bench-axis-x = Eje horizontal
bench-axis-y = Eje vertical
bench-no-pole = (polo por escribir)
bench-add-scenario = Nombre del escenario de este cuadrante
bench-other-scenarios = Fuera de los cuadrantes
bench-narrative = Relato
bench-path = Camino, ganadores y perdedores
bench-no-periods = La ficha del estudio no tiene periodos todavía.
bench-signs = Señales tempranas
bench-add-sign = Agregar una señal
bench-box-none = La caja necesita variables: las estratégicas aparecen aquí apenas existen.
bench-id-state = El id une la variable y el estado con un punto: V1.a es el primer estado de V1.
bench-combinations = { $many ->
    [one] Una combinación posible
   *[other] { $count } combinaciones posibles
}; { $pairs ->
    [0] ningún par de estados se excluye
    [one] un par de estados se excluye
   *[other] { $pairs } pares de estados se excluyen
}.
bench-barred = Se excluye con { $states }
bench-no-state = sin estado
bench-add-state = Agregar un estado
bench-add-opportunity = Agregar una oportunidad
bench-step-trend = Tendencia
bench-step-need = Necesidad
bench-step-technology = Tecnología
bench-step-offer = Oferta
bench-conditions = Barreras, condición legal y escenarios
bench-roadmap-sideways = Los años van de { $first } a { $last }: la tabla sigue hacia la derecha.
bench-roadmap-keys = Las flechas arriba y abajo cambian un año; con Mayús mueven el inicio y el fin a la vez.
bench-add-indicator = Agregar un indicador
bench-thresholds = Rango en cada escenario, al horizonte
bench-low = Desde
bench-high = Hasta
bench-readings = Lecturas
bench-readings-series = { $count ->
    [one] También cuenta como lectura un valor de la serie, el de { $years }:
   *[other] También cuentan como lecturas { $count } valores de la serie, los de { $years }:
}
bench-note = Nota
bench-add-action = Agregar una acción
bench-add-milestone = Agregar un hito
# La sala
bench-room = Modo sala
bench-room-matrix = La matriz en la sala
bench-room-plane = El plano en la sala
bench-room-scenarios = Los escenarios en la sala
bench-room-keys = Flechas: recorrer · F: pantalla completa
bench-room-leave = Salir de la sala
bench-room-none-variables = Todavía no hay variables que cruzar en una matriz.
bench-room-to-variables = Agregar variables
bench-room-none-rounds = Todavía ninguna ronda pregunta por la influencia directa.
bench-room-to-rounds = Agregar una ronda
bench-room-none-experts = Todavía no hay expertos que respondan la matriz.
bench-room-to-experts = Agregar expertos
bench-room-none-answers = Todavía nadie ha respondido la matriz de influencias.
bench-room-to-answers = Llenar la matriz
bench-room-none-scenarios = Todavía no hay escenarios.
bench-room-to-scenarios = Agregar ejes y escenarios
bench-room-codes = Qué nombra cada código
bench-room-key-disputed = el panel no coincide
bench-room-key-potential = influencia potencial
bench-room-key-zero = sin influencia (0)
bench-room-choose = Elija una celda para ver cómo respondió el panel.
bench-room-value = Valor del panel:
bench-room-facts = { $n } variables, { $experts ->
    [one] una matriz
   *[other] { $experts } matrices
}; { $disputed ->
    [0] ninguna celda en disputa
    [one] una celda en disputa
   *[other] { $disputed } celdas en disputa
}{ $open ->
    [0] {""}
    [one] ; una sin respuesta
   *[other] ; { $open } sin respuesta
}
bench-room-bet = escenario apuesta
bench-room-bet-proposed = apuesta que propone la regla
bench-disputed = en disputa
# Matrices
bench-define = Definiciones
bench-undefined = Todavía sin definición.
bench-panel = Panel
bench-cell-clash = Otra persona llenó estas celdas mientras usted escribía
bench-cell-theirs = Dejar lo de la otra persona:
bench-cell-yours = Poner lo suyo:
bench-cell-nothing = vacía
bench-cell-unsaved = Celdas que no se guardaron:
bench-cell-unsaved-why = Su valor no está en la escala ({ $scale }). Lo que tenían guardado sigue igual. Este aviso queda en este navegador hasta que las corrija o lo quite.
bench-cell-unsaved-more = Y otras:
bench-cell-unsaved-next = Ir a la siguiente
bench-cell-unsaved-away = Quitar el aviso y esos valores
# Avisos y caminos
bench-hollow = vacío
bench-hollow-of = { $kind } { $id }: no dice nada todavía.
bench-hollows = Registros vacíos
bench-hollow-about = No dice nada todavía: complételo o bórrelo.
bench-back = Volver a la página
bench-to-study = Ir al estudio
# Remedios de quien trabaja en el navegador
here-E201 = Bórrelo y agréguelo de nuevo con un id corto y permanente, por ejemplo V1.
here-E203 = Borre uno de los dos, o agréguelo de nuevo con otro id.
here-E204 = Agréguelo antes en su lista ({ $records }), o corrija la referencia.
here-E205 = Use otro id, por ejemplo M1 en lugar de MAR1: así nadie lo pierde cuando la tabla pasa por una hoja de cálculo.
here-E301 = Las familias se dicen con su nombre corto, separadas por espacios: por ejemplo importance influence. Una pregunta lleva además sus ids: importance/V3.
here-E206 = Complete el campo.
here-E210 = Escríbala como 31/12/2025, o solo el mes o el año: 2025-12, 2025.
here-E302 = Corrija el valor. La escala que el estudio usa se ve arriba de la tabla.
here-E211 = Corrija el año base o el horizonte en la ficha del estudio.
here-W201 = Escriba el texto en { $language }, o quite ese idioma de la ficha del estudio.
here-W203 = Si el cambio es de fondo, pregunte de nuevo en otra ronda; si es de forma, puede quedarse así.
here-W204 = Agréguelo a los invitados de esa ronda, en la etapa Consultar, o retire sus respuestas.
here-W214 = Corrija el año en su registro, o mueva el horizonte en la ficha del estudio si el estudio mira más lejos.
here-W215 = Cambie uno de los dos años en la hoja de ruta, o quite la dependencia.
here-G101 = Escríbalo en la ficha del estudio: quién usará la estrategia y puede actuar.
here-G102 = Se agregan en su lista; lo que se apoya en ella queda pendiente en el informe.
here-G103 = Agregue «{ $asked }» a las familias de una ronda, en la etapa Consultar, y llene su tabla.
here-G104 = Agregue un indicador, en la etapa Seguir, y diga en él que mide { $id }.
here-G105 = Complételo en el tablero de indicadores o en su registro.
here-G106 = Agregue un indicador, en la etapa Seguir, y diga en él que mide { $id }.
here-G107 = Agréguelo a los actores, en la etapa Estructurar, o nombre a uno que ya esté.
here-G108 = Agregue una acción, en la etapa Construir, que trabaje { $id }, o explique por qué no la hay.
here-G109 = Agregue un comodín que lo ataque, en la etapa Explorar.
here-G110 = Elija el estado de { $variable } en la caja morfológica.
here-G111 = Mientras tanto vale lo que proponga la regla, si propone algo; en los ejes, lo que está escrito. Se decide en la página de su etapa.
here-G112 = Llene las celdas vacías de la tabla de juicios sobre estados; entretanto cada una vale 0.
here-G113 = Escríbalo en la ficha del estudio, en la etapa Encuadrar.
here-G114 = Escriba su nombre en el registro.
bench-design-boards = Decisiones, tableros y sala
# Campos, para quien trabaja en el navegador
here-field-study-provenance = De dónde viene el contenido del estudio.
here-field-provenance = De dónde viene el registro, si difiere del estudio.
here-field-date = Fecha: 31/12/2025, 12/2025 o 2025.
here-field-round-opened = Primer día, como 31/12/2025.
here-field-round-closed = Último día, como 31/12/2025.
here-field-axis-verified_on = Día de la verificación, como 31/12/2030.
here-field-decision-date = Cuándo, como 31/12/2025.
here-field-study-cutoff = Fecha de corte de la información, como 31/12/2025; lo posterior va al seguimiento.
here-field-sources = Fuentes que respaldan el registro.
here-field-action-responsible = Quién responde.
here-field-indicator-responsible = Quién responde por él.
here-field-round-invited = A quiénes se invitó.
here-field-decision-chosen = Lo que se eligió.
here-field-source-entry = Qué tipo de obra es.
here-field-limit-included = Si se incluye.
here-field-scenario-corner = Los polos en que está.
here-field-expert-argumentation = Fuentes de argumentación (coeficiente Ka): seis letras A, M o B, en este orden: análisis teóricos propios, experiencia, autores nacionales, autores extranjeros, estado del tema en el extranjero, intuición.
here-field-expert-country = País, en tres letras: PER, MEX.
here-field-study-economy = País o región cuyas series se analizan, en tres letras: PER, MEX.
here-field-study-comparators = Países o regiones que se muestran al lado, en tres letras y separados por espacios: MEX COL.
here-field-study-periods = Periodos del camino, separados por espacios: 2026-2030 2031-2040.
here-field-study-as_of = El día desde el que hablan los resultados, como 31/12/2025; el programa no mira el reloj.
here-field-series-accessed = Día en que se consultó, como 31/12/2025.
here-field-scenario-states = El estado de cada variable clave, como los muestra la caja morfológica.
here-field-scenario-narrative = El relato.
