# consult
chapter-method = Metodología
chapter-items = Respuestas por ítem
section-panel = El panel
section-consultations = Consultas y rondas
section-rules = Reglas fijadas antes de la primera ronda
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
table-consultations-note = Respondieron, de los invitados a esa ronda.
drop-out-text = En «{ $consultation }» no volvieron { $left } de quienes respondieron la primera ronda.
drop-out-position = En la primera ronda, quienes se fueron respondían en promedio a { $gap } puntos de quienes se quedaron; en { $minority } de los ítems estaban más lejos de la mediana del panel: el consenso posterior puede deber algo a su salida.
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
rule-name-smic_simple = Términos de las probabilidades simples en SMIC
rule-name-expert_weights = Peso de las respuestas de los expertos
rule-value-none = todos pesan lo mismo
rule-value-k = por el coeficiente K, junto al panel sin ponderar
rule-name-order = Orden de los registros
rule-value-id = por su id
rule-value-file = como en el archivo
rule-name-small_panels = Qué se calcula de un panel pequeño
rule-value-true = sí
rule-value-false = no
rule-value-guarded = solo lo que su tamaño permite
rule-value-all = todo
rule-value-by-scale = según la escala
rule-value-stable = hasta que el orden se estabiliza
family-consensus = { $family }: hay consenso en { $reached } de { $items } ítems por { $rule } ({ $experts } expertos){ $fragile ->
    [0] .
    [one] ; en uno, solo una de las tres reglas encuentra consenso.
   *[other] ; en { $fragile }, solo una de las tres reglas encuentra consenso.
}
family-bipolar = El panel está polarizado en: { $items }.
family-kendall = El acuerdo sobre el orden de los ítems es { $word } (W de Kendall { $w }, { $experts } expertos).
kendall-method = La W de Kendall mide cuánto coinciden los expertos en el orden de los ítems, no en su nivel: un panel puede coincidir en el nivel de todos los ítems y no en su orden.
kendall-very-weak = muy débil
kendall-weak = débil
kendall-moderate = moderado
kendall-strong = fuerte
kendall-unusually-strong = inusualmente fuerte
family-stable-without-consensus = Estables sin consenso: { $items }.
groups-text = { $a } y { $b }, comparados: { $detected ->
    [0] no se detectó diferencia en ninguno de los { $items } ítems.
    [one] se detectó diferencia en uno de los { $items } ítems.
   *[other] se detectó diferencia en { $detected } de los { $items } ítems.
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
table-groups-note = Medianas de cada grupo (n = { $na } y { $nb }); delta positivo: el primer grupo responde más alto. Intervalo de percentiles al 95 % por remuestreo dentro de los grupos; se corrige por el número de ítems. Se muestran { $shown }.
items-intro = Cada ítem con lo que su número de respuestas permite imprimir: con 2 a 4, los valores; de 5 a 7, mediana, extremos y cuentas; desde 8, cuartiles y porcentajes.
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
figure-panel-margins = Caracterización del panel
figure-response = Tasa de respuesta por ronda
figure-consensus = Evolución del consenso por ronda: { $family }
figure-contrast = Contraste entre grupos: { $family }
table-groups-note-correction = La corrección está en la lectura, no en el intervalo: un intervalo puede dejar fuera el cero sin que se detecte diferencia.
items-columns = Dispersión: del primer al tercer cuartil (tipo 7). Cambio: parte de la distribución que se movió desde la ronda anterior, con los mismos expertos (Scheibe). Se omite la columna que una ronda no puede llenar.
table-items-scale = Escala { $scale }.
