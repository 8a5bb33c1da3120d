# structure
chapter-variables = Variables
chapter-structure = Análisis estructural
chapter-diagnosis = Diagnóstico de las variables estratégicas
chapter-actors = Actores
section-lineage = De las ideas a las variables
section-variable-list = Lista y definición
section-classes = Determinantes, claves e incertidumbres críticas
section-matrix = La matriz de influencias
section-plane-influence = Influencia y dependencia
section-displacement = Lo que mueven las influencias indirectas
section-other-rules = Qué cambia con otras reglas
section-foda = Cruce del FODA
classes-lead = Hay { $determining ->
    [0] ninguna variable determinante
    [one] una variable determinante
   *[other] { $determining } variables determinantes
} y { $critical ->
    [0] ninguna incertidumbre crítica
    [one] una incertidumbre crítica
   *[other] { $critical } incertidumbres críticas
}. { $count ->
    [0] Ninguna variable es las dos cosas.
    [one] Solo una es las dos cosas: { $crossing }.
   *[other] Son las dos cosas: { $crossing }.
}
classes-lead-unrated = Hay { $determining ->
    [0] ninguna variable determinante
    [one] una variable determinante
   *[other] { $determining } variables determinantes
} y { $key ->
    [0] ninguna clave
    [one] una clave
   *[other] { $key } claves
}. De incertidumbres críticas no se dice nada: para eso hay que preguntar por la importancia y por la incertidumbre.
classes-without-matrix = Sin matriz de influencias no hay variables determinantes ni claves; { $count ->
    [0] tampoco hay por ahora incertidumbres críticas
    [one] el panel señala una incertidumbre crítica
   *[other] el panel señala { $count } incertidumbres críticas
}.
classes-open-matrix = { $open ->
    [one] Falta una
   *[other] Faltan { $open }
} de las { $all } respuestas de la matriz entre { $size } variables, y mientras falte más de una de cada veinte ninguna se da por determinante ni por clave; { $count ->
    [0] tampoco hay por ahora incertidumbres críticas
    [one] el panel señala una incertidumbre crítica
   *[other] el panel señala { $count } incertidumbres críticas
}.
lineage-text = De { $ideas ->
    [one] una idea
   *[other] { $ideas } ideas
} de la vigilancia { $variables ->
    [one] quedó una variable
   *[other] quedaron { $variables } variables
}. Ideas conservadas: { $kept }; fusionadas: { $merged }; divididas: { $split }; descartadas: { $rejected }.
table-lineage = Bitácora de validación: qué fue de cada idea
column-idea = Idea
column-fate = Destino
column-into = Variable
column-reason = Razón
table-variables = Glosario de variables
column-definition = Definición
column-dimension = Dimensión
column-location = Respecto de la unidad
table-classes-only = Clase de cada variable
table-classes = Importancia, incertidumbre y clase de cada variable
column-importance = Importancia
column-uncertainty = Incertidumbre
column-determining = Determinante
column-key = Clave
column-critical = Incertidumbre crítica
column-stability = Estabilidad de su clase
class-determining = determinante
class-key = clave
class-critical = incertidumbre crítica
classes-medians = Medianas del panel.
classes-important = Importante: más de { $cut }.
classes-important-not-asked = No se preguntó por la importancia: sin ella no hay incertidumbres críticas.
classes-uncertain = Incierta: más de { $cut }.
classes-uncertain-not-asked = No se preguntó por la incertidumbre: sin ella no hay incertidumbres críticas.
classes-not-asked = No se preguntó por la importancia ni por la incertidumbre: sin ellas no hay incertidumbres críticas.
classes-placed = Determinante: influencia alta y dependencia baja; clave: ambas altas.
classes-not-placed = Sin matriz de influencias no hay variables determinantes ni claves.
classes-few = Con tan pocas respuestas no se imprimen las medianas de importancia e incertidumbre; las clases salen de ellas.
classes-not-placed-yet = La matriz de influencias está incompleta: todavía no hay variables determinantes ni claves.
classes-crossing = En negrita, el cruce de determinante e incertidumbre crítica.
classes-method = «Clave» puede querer decir tres cosas, y ninguna es un puntaje: determinante (mueve el sistema), clave (mueve y es movida) e incertidumbre crítica (importa y no se sabe hacia dónde irá). Los cortes son reglas del estudio.
strategic-proposed = La regla propone como estratégicas: { $names }. Nadie lo ha decidido todavía.
strategic-agreeing = Variables estratégicas: { $names }. Coinciden con lo que propone la regla.
strategic-differing = Variables estratégicas: { $names }.
strategic-added = A lo que propone la regla, el equipo añadió { $names }.
strategic-left = De lo que propone la regla, el equipo dejó fuera { $names }.
matrix-panel = { START($experts) } expertos llenaron la matriz de { $size } variables. Se agregó por { $rule }: el { $fill } de las celdas, contada la diagonal, tiene influencia y { $disputed ->
    [0] ninguna celda está en disputa
    [one] una celda está en disputa
   *[other] { $disputed } celdas están en disputa
}. { $empty ->
    [0] De cada celda hay al menos una respuesta.
    [one] Una celda quedó sin respuesta.
   *[other] { $empty } celdas quedaron sin respuesta.
}
matrix-consensus = Matriz de consenso de { $size } variables: un juicio único del grupo. El { $fill } de las celdas, contada la diagonal, tiene influencia y { $disputed ->
    [0] ninguna se marcó como dudosa
    [one] una se marcó como dudosa
   *[other] { $disputed } se marcaron como dudosas
}. { $empty ->
    [0] De cada celda hay al menos una respuesta.
    [one] Una celda quedó sin respuesta.
   *[other] { $empty } celdas quedaron sin respuesta.
} Agregación: { $rule }, { $experts ->
    [one] una matriz
   *[other] { $experts } matrices
}.
rule-consensus = consenso
matrix-open = { $open ->
    [one] Falta una
   *[other] Faltan { $open }
} de las { $all } respuestas entre { $size } variables. Lo que falta cuenta como 0: los lugares, los puestos y las zonas que siguen son provisionales.
matrix-dense = La matriz está muy llena ({ $fill }): lo usual va de 15 a 25 %. Con tantas influencias, todo parece mover todo.
table-micmac = Influencia y dependencia de cada variable
column-influence = Influencia
column-dependence = Dependencia
column-rank-influence = Puesto directo
column-rank-indirect = Puesto indirecto
column-zone = Zona
column-rank-interval = Puestos extremos
column-same-zone = Misma zona
zone-determinant = determinante
zone-relay = clave
zone-result = resultado
zone-autonomous = autónoma
table-micmac-note = Orden por influencia directa. Cortes: influencia { $influence }, dependencia { $dependence }.
table-micmac-note-stability = Orden por influencia directa. Cortes: influencia { $influence }, dependencia { $dependence }. Puestos extremos: percentiles 5 y 95 en { $draws } paneles remuestreados (n = { $n }); misma zona: en cuántos de ellos la conserva. Es estabilidad frente a la composición del panel, no una probabilidad.
table-micmac-note-sensitivity = Orden por influencia directa. Cortes: influencia { $influence }, dependencia { $dependence }. Puesto y zona bajo { $draws } perturbaciones de las celdas dudosas (sensibilidad de una matriz de consenso, no incertidumbre de un panel).
stability-uninformative = Los { $n } expertos respondieron lo mismo: el remuestreo no informa.
stability-too-few = Con n = { $n } no se imprime estabilidad: haría falta un panel de al menos 8.
micmac-method = MICMAC (Duperrin y Godet 1973): influencia es la suma de la fila y dependencia la de la columna; la indirecta sale de las potencias de la matriz, con la diagonal, hasta que el orden se estabiliza.
convergence-stable = El orden indirecto se estabiliza desde la potencia { $power }. Concordancia con el orden directo (Kendall): { $agreement }.
convergence-periodic = La matriz alterna sin estabilizarse, con periodo { $period }: se toma el orden de los vectores de Perron de M + I. Concordancia con el orden directo (Kendall): { $agreement }.
convergence-nilpotent = La matriz no tiene ciclos: se toma la última potencia no nula, { $power }. Concordancia con el orden directo (Kendall): { $agreement }.
convergence-not-reached = El orden no se estabilizó en el límite de potencias; se muestra el de la potencia { $power }. Concordancia con el orden directo (Kendall): { $agreement }.
convergence-given = Se usó la potencia { $power }, fijada por el estudio. Concordancia con el orden directo (Kendall): { $agreement }.
hidden-variable = Variable oculta: { $variable } sube { $places } puestos en influencia cuando se cuentan los caminos indirectos.
displacement-none = Ninguna variable cambia de zona ni se mueve tres puestos o más.
table-displacement = Variables que las influencias indirectas desplazan
column-places-influence = Puestos en influencia
column-places-dependence = Puestos en dependencia
column-zone-direct = Zona directa
column-zone-indirect = Zona indirecta
table-displacement-note = Las que cambian de zona o se mueven tres puestos o más en influencia; + es subir.
table-other-rules = Variables que cambian de zona con otra agregación u otro corte
column-rule = Regla
column-fill = Llenado
column-changes = Cambios de zona
rule-aggregation = agregar por { $rule }
rule-cut = cortar en la { $cut }
nothing-changes = nada cambia
table-other-rules-note = Son las reglas que el estudio no usa: se muestran para que se vea cuánto depende el resultado de la que usa.
foda-FO = ofensiva (fortalezas con oportunidades)
foda-FA = defensiva (fortalezas con amenazas)
foda-DO = adaptativa o de reorientación (debilidades con oportunidades)
foda-DA = de supervivencia (debilidades con amenazas)
foda-code-FO = FO
foda-code-FA = FA
foda-code-DO = DO
foda-code-DA = DA
foda-lead = La posición del sujeto es { $strategy }.
foda-sum-differs = Por sumas saldría { $strategy }; se lee la media porque los cuadrantes no tienen el mismo número de celdas.
table-foda = Los cuatro cuadrantes del cruce
column-quadrant = Estrategia
column-sum = Suma
column-share-of-maximum = Parte del máximo
table-foda-note = Mediana del panel en cada cruce, de 0 (sin relación) a 3 (fuerte).
table-foda-strategies = De los cruces más fuertes a las estrategias (CAME)
column-came = CAME
column-crossing = Cruce
column-crossing-score = Mediana
crossing-no-action = ninguna
column-crossing-actions = Acciones que ya lo tocan
table-foda-strategies-note = Los cruces de los tres primeros puestos de cada cuadrante, con los que empatan en el tercero ({ $listed } por cuadrante como máximo). Cada uno pide una estrategia o una razón para no tenerla. Una acción lo toca si construye una variable que los dos factores mencionan.
came-FO = mantener { $internal }; explotar { $external }
came-FA = mantener { $internal }; afrontar { $external }
came-DO = corregir { $internal }; explotar { $external }
came-DA = corregir { $internal }; afrontar { $external }
came-verbs-FO = mantener F, explotar O
came-verbs-FA = mantener F, afrontar A
came-verbs-DO = corregir D, explotar O
came-verbs-DA = corregir D, afrontar A
table-factors = Peso de cada factor en el cruce
column-factor = Factor
column-kind = Tipo
column-total = Total
diagnosis-lead = { $count ->
    [one] Una variable tiene
   *[other] { START($count) } variables tienen
} ficha; { $without ->
    [0] todas tienen indicador.
    [one] una no tiene indicador todavía.
   *[other] { $without } no tienen indicador todavía.
}
fact-situation = Situación
fact-indicator = Indicador
fact-present = Valor actual
fact-reference = Referencia
reference-value = { $economy }: { $value }
reference-with-ratio = { $economy }: { $value }; el valor actual es el { $ratio } de la referencia
fact-causes = Causas
fact-actors = Actores
fact-tendency = Proyección tendencial
fact-proposed-indicator = Indicador propuesto
fact-gap = Falta
without-indicator = un indicador con serie
actors-lead = { $ties ->
    [0] El actor que mueve más variables estratégicas ({ $count }): { $actor }.
   *[other] Los actores que mueven más variables estratégicas mueven { $count } cada uno; entre ellos, { $actor }.
}
table-actors = Quién quiere qué, con qué recursos, y qué mueve
column-actor = Actor
column-interest = Qué busca
column-resource = Con qué cuenta
column-moves = Variables que mueve
column-answers-for = Acciones a su cargo
table-actors-note = Tabla ligera: no mide fuerza ni alianzas (eso pide un análisis MACTOR).
figure-critical-plane = Importancia e incertidumbre de las variables
figure-influence-matrix = Matriz de influencias directas
figure-influence-plane = Plano de influencia y dependencia
figure-rank-crossing = Orden directo y orden indirecto
figure-foda-crossing = Cruce del FODA
hidden-variables = { START($count) } variables ocultas suben tres puestos o más en influencia cuando se cuentan los caminos indirectos: { $names }.
fact-measured-by = Indicadores
fact-described-by = Serie que la describe
without-indicator-described = un indicador en el seguimiento: la serie la describe, pero nadie la sigue
