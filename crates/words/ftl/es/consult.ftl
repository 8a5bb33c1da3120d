# consult
chapter-method = Metodología
chapter-items = Respuestas por ítem
section-panel = El panel
section-consultations = Consultas y rondas
section-rules = Las reglas del estudio
method-path = El estudio recorre siete etapas (encuadrar, vigilar, estructurar, explorar, apostar, construir y seguir) y las une una línea de consultas al panel. Los expertos juzgan, el decisor apuesta y el analista deja constancia.
panel-lead = El panel reúne a { $n ->
    [one] un experto
   *[other] { $n } expertos
}; se informa en conjunto, nunca por persona.
table-panel = Caracterización del panel
column-margin = Característica
column-class = Clase
column-experts = Expertos
margin-country = País
margin-group = Grupo
margin-sector = Sector
margin-unknown = sin dato
sector-universidad = universidad
sector-empresa = empresa y gremios
sector-estado = Estado
sector-consultoria = consultoría y prospectiva
table-panel-note = Solo totales por característica; las clases con menos de { $min } expertos se reúnen.
table-panel-note-merged = Solo totales por característica; las clases con menos de { $min } expertos se reunieron en «otros grupos».
panel-competence = Coeficiente de competencia K de { $n } expertos: alto en { $high }, medio en { $medium } y bajo en { $low } (mediana { $median }). K describe al panel y no pondera sus respuestas; su base empírica es discutida (Cruz Ramírez y Martínez Cepena 2012).
table-consultations = Tasa de respuesta por consulta y ronda
column-consultation = Consulta
column-mode = Modo
column-round = Ronda
column-dates = Fechas
column-response = Respondieron
column-asked = Se preguntó
table-consultations-note = Respondieron, de los invitados a esa ronda; un grupo que acuerda da una sola respuesta.
response-together = { $k ->
    [0] ninguna todavía, del grupo
   *[other] { $n ->
        [0] una, acordada
        [one] una, acordada por 1 participante
       *[other] una, acordada por { $n } participantes
    }
}
drop-out-text = De quienes respondieron la primera ronda de «{ $consultation }» y fueron invitados a la última, no volvieron { $left }.
drop-out-position = En la primera ronda, quienes se fueron respondían en promedio a { $gap } puntos de quienes se quedaron; en el { $minority } de los ítems estaban más lejos de la mediana del panel: el consenso posterior puede deber algo a su salida.
drop-out-gap = En la primera ronda, quienes se fueron respondían en promedio a { $gap } puntos de quienes se quedaron.
table-drop-out = Posición en la primera ronda de quienes se fueron y de quienes se quedaron
column-item = Ítem
column-left = Se fueron
column-stayed = Se quedaron
table-rules = Reglas del estudio
column-value = Valor
table-rules-note = Huella de las reglas: { $hash }. Si una regla cambia, cambia la huella.
rule-name-aggregation = Agregación de la matriz
rule-name-consensus = Regla de consenso
rule-name-consensus_iqr = Rango intercuartílico máximo del consenso
rule-name-consensus_agreement = Acuerdo mínimo del consenso
rule-name-consensus_cv = Coeficiente de variación máximo del consenso
rule-name-stability = Cambio máximo de un ítem estable entre rondas
rule-name-plane_cut = Corte del plano de influencia y dependencia
rule-name-importance_cut = Corte de importancia
rule-name-uncertainty_cut = Corte de incertidumbre
rule-name-micmac_power = Potencia de la influencia indirecta
rule-name-potential = Valor de P en la matriz potencial
rule-name-igo_importance = Corte de importancia de las acciones (importancia y gobernabilidad, IGO)
rule-name-igo_governability = Corte de gobernabilidad de las acciones (IGO)
rule-name-bet_plausible = Proporción mínima que juzga plausible un escenario admisible
rule-name-bet_feasible = Mediana mínima de viabilidad de la apuesta
rule-name-resamples = Paneles remuestreados
rule-name-seed = Semilla de los sorteos
rule-name-min_group = Grupo mínimo que se muestra
rule-name-agreement_from = Respuesta mínima que cuenta como acuerdo
rule-name-igo_cut = Corte de la matriz IGO
rule-name-mactor_strength = Convención de la fuerza de los actores
rule-name-smic_simple = Las probabilidades simples entran en el ajuste de SMIC
rule-name-expert_weights = Peso de las respuestas de los expertos
rule-value-none = todos pesan lo mismo
rule-value-k = por el coeficiente K, junto al panel sin ponderar
rule-name-order = Orden de los registros
rule-value-id = por su id
rule-value-file = como en el archivo
rule-name-small_panels = Qué se calcula de un panel pequeño
rule-value-true = sí
rule-value-false = no
rule-value-guarded = solo lo que permite el tamaño del panel
rule-value-all = todo
rule-value-by-scale = según la escala
rule-value-by-scale-consensus_iqr = un cuarto del recorrido de la escala, sin decimales y al menos 1: un punto de 1 a 5, dos de 1 a 10
rule-value-by-scale-agreement_from = tres décimos de la escala, los más altos: desde 4 en una de 1 a 5, desde 8 en una de 1 a 10
rule-value-by-scale-importance_cut = el punto medio de la escala
rule-value-by-scale-uncertainty_cut = el punto medio de la escala
rule-value-stable = hasta que el orden se estabiliza
family-consensus = { $family }: hay consenso en { $reached } de { $items } ítems por { $rule } ({ $experts } expertos){ $fragile ->
    [0] .
    [one] ; en uno, solo una de las tres reglas encuentra consenso.
   *[other] ; en { $fragile }, solo una de las tres reglas encuentra consenso.
}
family-bipolar = El panel está polarizado en: { $items }.
family-kendall = El acuerdo sobre el orden de los ítems es { $word } (W de Kendall { $w }, entre los { $experts } expertos que los respondieron todos).
kendall-method = La W de Kendall (Kendall y Babington Smith 1939) mide cuánto coinciden los expertos en el orden de los ítems, no en su nivel: un panel puede coincidir en el nivel de todos los ítems y no en su orden.
kendall-very-weak = muy débil
kendall-weak = débil
kendall-moderate = moderado
kendall-strong = fuerte
kendall-unusually-strong = inusualmente fuerte
family-stable-without-consensus = Estables sin consenso: { $items }.
groups-text = { $a } y { $b }, comparados: { $detected ->
    [0] no se detectó diferencia en ninguno de los { $items } ítems con respuestas suficientes en ambos.
    [one] se detectó diferencia en uno de los { $items } ítems con respuestas suficientes en ambos.
   *[other] se detectó diferencia en { $detected } de los { $items } ítems con respuestas suficientes en ambos.
}
table-groups = Contraste entre grupos: { $family }
column-delta = Delta de Cliff
column-interval = Intervalo
column-reading = Lectura
difference-detected = diferencia { $word }
difference-not-detected = no se detecta diferencia
delta-negligible = mínima
delta-small = pequeña
delta-medium = mediana
delta-large = grande
table-groups-note = Medianas de cada grupo (n = { $na } y { $nb }); delta (Cliff 1993) positivo: el primer grupo responde más alto. Intervalo de percentiles al 95 % por remuestreo dentro de los grupos; se corrige por el número de ítems. Se muestran { $shown }, de mayor a menor diferencia.
items-intro = Cada ítem con lo que su número de respuestas permite imprimir: hasta 4, los valores; de 5 a 7, mediana, extremos y cuentas; desde 8, cuartiles y porcentajes.
items-private = De lo que respondieron por separado menos de { $min } personas solo se dice cuántas fueron; lo que un grupo acordó no es de nadie en particular y se imprime.
table-items = Respuestas sobre { $family }: { $kinds }, ronda { $round }
column-abstained = Abst.
column-median = Mediana
column-cv = CV
column-agreement = Acuerdo
column-consensus = Consenso
column-change = Cambio
consensus-yes = sí
consensus-no = no
consensus-fragile = sí, frágil
item-stable = estable
item-unstable = inestable
figure-consensus = Evolución del consenso por ronda: { $family }
figure-contrast = Contraste entre grupos: { $family }
table-groups-note-correction = La corrección está en la lectura, no en el intervalo: un intervalo puede dejar fuera el cero sin que se detecte diferencia.
cell-private = oculto: menos de { $min }
items-columns = Dispersión: del primer al tercer cuartil (tipo 7 de Hyndman y Fan 1996); con menos de ocho respuestas, de la menor a la mayor. El consenso se decide siempre por los cuartiles. Cambio: parte de la distribución que se movió desde la ronda anterior, con los mismos expertos (Scheibe et al. 1975). Se omite la columna que una ronda no puede llenar.
table-items-scale = Escala { $scale }.
# Los cuestionarios
chapter-questionnaires = Cuestionarios
questionnaires-intro = Las preguntas de cada consulta con su escala, como las plantea el cuestionario de la ronda. El cuestionario completo, con la definición de cada ítem y espacio para responder, es un documento aparte.
questionnaire = Cuestionario
questionnaire-title = { $name }, ronda { $round }
questionnaire-before = Antes de responder
questionnaire-focal = Pregunta del estudio:
questionnaire-instructions = Responda según su propio juicio, sin consultarlo con otros participantes. Si no tiene opinión sobre un ítem, escriba un guion (–): una abstención no es un cero. Si puede, anote la razón en una frase.
questionnaire-code = Código
questionnaire-item = Ítem
questionnaire-answer = Respuesta
questionnaire-reason = Por qué
question-scale = Escala: { $scale }.
question-scale-range = Escala de { $min } a { $max }.
question-span = { $n } ítems, de { $first } a { $last }
question-about = Sobre: { $items }.
question-about-pairs = Cada par de: { $rows }.
question-about-grid = Filas: { $rows }. Columnas: { $columns }.
question-days = del { $from } al { $to }
question-invited = { $n ->
    [one] un invitado
   *[other] { $n } invitados
}
question-importance = ¿Cuánta importancia tiene cada ítem para responder a la pregunta del estudio?
question-scale-importance = El valor más bajo es «ninguna» y el más alto, «decisiva».
question-uncertainty = ¿Qué tan incierto es su estado en el horizonte del estudio?
question-scale-uncertainty = 1: se sabe cómo estará; 5: puede terminar de maneras opuestas.
question-colour = ¿Está a favor o en contra?
question-scale-colour = Verde oscuro (DG), a favor; verde claro (LG), más bien a favor; amarillo (Y), dudoso; rosado (P), más bien en contra; rojo (R), en contra; blanco (W), voto en blanco; negro (B), no opina.
question-influence = ¿Cuánto influye directamente la variable de la fila en la de la columna?
question-scale-influence = 0, nada; 1, débilmente; 2, medianamente; 3, fuertemente; P, podría influir en el futuro.
question-power = ¿Qué puede el actor de la fila sobre el de la columna?
question-scale-power = 0, nada; 1, sobre sus procesos; 2, sobre sus proyectos; 3, sobre su misión; 4, sobre su existencia.
question-position = ¿Qué posición tiene el actor ante el objetivo, y con cuánta intensidad?
question-scale-position = De −4, se opone por todos los medios, a 4, lo hace suyo; 0, le es indiferente.
question-crossing = ¿Cuánto ayuda el factor interno a aprovechar la oportunidad o a enfrentar la amenaza, o cuánto lo impide?
question-scale-crossing = 0, nada; 1, poco; 2, bastante; 3, mucho.
question-impact = Si ocurre el estado de la fila, ¿favorece o frena el de la columna?
question-scale-impact = De −3, lo frena con fuerza, a 3, lo favorece con fuerza; 0, no influye.
question-effect = ¿En qué sentido y con cuánta fuerza actúa la variable de la fila sobre la de la columna?
question-scale-effect = De −3, la reduce con fuerza, a 3, la aumenta con fuerza; 0, no actúa.
question-probability = ¿Qué probabilidad hay de que ocurra antes del horizonte?
question-scale-probability = 0, es imposible; 1, es seguro.
question-probability-given = Si se cumple lo que dice la columna, ¿qué probabilidad tiene lo que dice la fila?
question-scale-probability-given = 0, es imposible; 1, es seguro.
question-probability-given-not = Si no se cumple lo que dice la columna, ¿qué probabilidad tiene lo que dice la fila?
question-scale-probability-given-not = 0, es imposible; 1, es seguro.
question-likelihood = ¿Qué probabilidad tiene este escenario?
question-scale-likelihood = Las probabilidades de todos los escenarios suman 1.
question-plausibility = ¿Puede llegarse a este escenario desde la situación de hoy?
question-scale-plausibility = 1, es inverosímil; 5, del todo plausible.
question-desirability = ¿Cuánto desea que este escenario ocurra?
question-scale-desirability = 1, lo rechaza; 5, lo desea plenamente.
question-feasibility = ¿Cuán viable es llegar a este escenario con los medios del sujeto del estudio?
question-scale-feasibility = 1, no es viable; 5, plenamente viable.
question-vote = ¿Por qué escenario apostaría?
question-scale-vote = 1, por este; 0, por otro. Un solo voto.
question-governability = ¿Cuánto puede hacer el sujeto del estudio para llevarla a cabo?
question-scale-governability = 0, nada; 1, poco; 3, bastante; 5, depende de él.
question-robust = ¿Qué resultado daría la acción en cada escenario?
question-scale-robust = 0, fracasa; 1, resultado parcial; 2, funciona.
question-score = ¿Cómo la califica en cada criterio?
question-scale-score = 1, muy baja; 5, muy alta.
question-weight = ¿Cuánto pesa cada criterio?
question-scale-weight = Reparta los puntos como crea; solo cuentan sus proporciones.
question-year = ¿En qué año ocurrirá?
question-scale-year = Un año, o ninguno si cree que no ocurrirá.
table-items-agreement = Acuerdo: quienes respondieron { $from } o más; el consenso mide otra cosa, cuánto se dispersan las respuestas.
scale-range = { $low } a { $high }
item-given = { $a } si ocurre { $b }
item-given-not = { $a } si no ocurre { $b }
