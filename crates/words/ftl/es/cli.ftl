# El programa
cli-about = Atalaya: de una pregunta sobre el futuro a una estrategia que se puede defender.
cli-after =
    Para empezar: «atalaya new mi-estudio», luego «atalaya run mi-estudio».
    Un ejemplo completo: «atalaya new demo --template mipymes-peru-2030».
cli-usage = Uso
cli-commands = Comandos
cli-arguments = Argumentos
cli-options = Opciones
cli-help = Muestra esta ayuda
cli-version = Muestra la versión
cli-value-options = OPCIONES
cli-value-command = COMANDO
cli-value-dir = CARPETA
cli-value-study = ESTUDIO
cli-value-name = NOMBRE
cli-value-lang = IDIOMA
cli-value-formats = FORMATOS
cli-value-code = CÓDIGO
cli-value-input = ENTRADA
cli-value-output = SALIDA
cli-value-shell = SHELL
cli-about-new = Crea la carpeta de un estudio para empezar a trabajar
cli-about-check = Revisa un estudio: dice qué está mal, en qué línea y cómo se arregla
cli-about-run = Analiza el estudio de punta a punta y escribe el informe, las figuras y las tablas
cli-about-explain = Explica un código de diagnóstico; sin código, los lista todos
cli-about-convert = Convierte un estudio entre carpeta, libro de Excel (.xlsx) y archivo (.zip); una matriz de ScenarioWizard (.scw), en estudio y al revés
cli-about-completions = Escribe el autocompletado para su intérprete de comandos
cli-about-man = Escribe la página de manual
cli-arg-lang = Idioma de todo lo que se escribe: es o en (por defecto el del sistema; si no, español)
cli-arg-study = El estudio: una carpeta, un libro .xlsx o un archivo .zip
cli-arg-strict = Trata las advertencias como errores
cli-new-dir = La carpeta que se va a crear
cli-new-template = Punto de partida: taller-minimo (el menor estudio útil, por defecto), en-blanco (las partes de un estudio, sin contenido) o mipymes-peru-2030 (el ejemplo completo)
cli-run-out = Dónde escribir; por defecto, en «out» dentro de la carpeta del estudio
cli-run-format = Qué escribir, separado por comas: html, pdf, docx, xlsx, json (por defecto, todos estos) y slides (figuras para diapositivas); figuras y tablas van siempre
cli-explain-code = El código, por ejemplo E203
cli-convert-input = El estudio que hay: carpeta, .xlsx o .zip; o una matriz .scw
cli-convert-output = El estudio que se quiere; su extensión dice la forma (.xlsx, .zip o ninguna para una carpeta; .scw, solo sus juicios entre estados)
cli-completions-shell = El intérprete: bash, elvish, fish, powershell o zsh
cli-new-done =
    Se creó «{ $dir }» con { $files } archivos de la plantilla { $template }.
    Siguiente paso: atalaya check { $dir } · atalaya run { $dir }
cli-explain-unknown = «{ $text }» no es un código de diagnóstico; «atalaya explain» los lista todos.
cli-wrote = Se escribió { $path }
cli-nothing-written = No se escribió nada.
cli-step-read = Leyendo el estudio…
cli-step-analyse = Analizando ({ $draws } remuestreos del panel)…
cli-step-html = Armando la página…
cli-step-pdf = Componiendo el PDF…
cli-step-docx = Armando el documento de Word…
cli-step-xlsx = Armando el libro de las tablas…
cli-step-files = Escribiendo los archivos…
cli-run-done = Listo en { $time }.
cli-error-command = no existe el comando «{ $text }».
cli-error-no-command = falta el comando.
cli-error-argument = no se esperaba «{ $text }».
cli-error-missing = falta { $text }.
cli-error-no-value = a «{ $text }» le falta su valor.
cli-error-value = «{ $text }» no vale para { $argument }; valores posibles: { $allowed }.
cli-error-twice = «{ $text }» está más de una vez.
cli-error-similar = Tal vez quiso decir «{ $text }».
cli-error-help = Vea «atalaya --help» o «atalaya COMANDO --help».
cli-man-name = Nombre
cli-man-synopsis = Sinopsis
cli-man-description = Descripción
cli-man-exit = Código de salida
cli-man-exit-text =
    0: hecho.
    1: la entrada está mal; no se escribió nada.
    2: el comando está mal escrito.
cli-value-files = ARCHIVO
cli-value-from = DE
cli-value-to = A
cli-value-number = NÚMERO
cli-value-word = PALABRA
cli-micmac-power = Potencia de la influencia indirecta (por omisión, hasta la estabilidad)
cli-micmac-potential = Número que vale P en la matriz potencial: 1 a 4 (por omisión, 3)
cli-micmac-aggregation = Cómo varias matrices se vuelven una: existence-intensity (la usual), median, mean o mode
cli-micmac-axes = Dónde se corta el plano: mean (la media, lo usual), median o mid-range
cli-delphi-cut = Menor respuesta que cuenta como acuerdo (por omisión, según la escala)
cli-delphi-consensus = Regla de consenso: iqr (la usual), agreement o cv
cli-igo-axes = Dónde se corta el plano: fixed (valores fijos, lo usual), mean o median de las acciones
cli-igo-importance-cut = Corte fijo de importancia (por omisión, 5.5)
cli-igo-governability-cut = Corte fijo de gobernabilidad (por omisión, 2)
cli-value-kind = CLASE
cli-about-rename = Cambia el id de un registro en todo el estudio, o en ninguna parte
cli-about-micmac = Análisis estructural (MICMAC) de una matriz de influencias, o de una por experto
cli-about-delphi = Estadísticos de un Delphi: mediana, dispersión, acuerdo y estabilidad por ronda
cli-about-igo = Acciones según su importancia y gobernabilidad (IGO)
cli-arg-json = Escribe un solo documento JSON
cli-arg-schema = Escribe el esquema (JSON Schema) de ese documento
cli-arg-svg = Escribe además las figuras en una carpeta
cli-micmac-files = Matrices con códigos en la primera fila y columna: CSV, Excel o JSON; varias son varios expertos
cli-delphi-files = Respuestas: expert,round,question,value, o un experto por fila y una pregunta por columna; varios archivos son varias rondas
cli-igo-files = Tabla id,importance,governability (y expert, si respondieron varios): CSV o Excel
cli-rename-from = El id que tiene
cli-rename-to = El id que tendrá
cli-rename-kind = Clase del registro (variable, actor, action…), si el id es de varios
cli-rename-done = { $from } ahora es { $to } ({ $records }); { $count ->
    [one] cambió 1 archivo
   *[other] cambiaron { $count } archivos
}:
cli-step-document = Redactando el informe…
cli-wrote-figures = Se escribieron { $count } figuras en { $path }
cli-wrote-tables = Se escribieron { $count } tablas en { $path }
cli-run-gaps = Al estudio le { $gaps ->
    [one] falta 1 dato
   *[other] faltan { $gaps } datos
} por completar: «atalaya check { $study }» los lista.
cli-micmac-nothing = no hay una matriz de influencias de al menos dos variables.
cli-delphi-nothing = no hay respuestas.
cli-igo-nothing = no hay acciones con importancia y gobernabilidad.
cli-column-variable = Variable
cli-column-influence = Influencia
cli-column-dependence = Dependencia
cli-column-indirect-influence = Infl. indirecta
cli-column-indirect-dependence = Dep. indirecta
cli-column-rank = Puesto
cli-column-zone = Zona
cli-column-same-zone = Misma zona
cli-column-item = Ítem
cli-column-n = n
cli-column-median = Mediana
cli-column-quartiles = Q1–Q3
cli-column-mean = Media
cli-column-sd = DE
cli-column-sd-population = DE pobl.
cli-column-cv = CV
cli-column-agreement = Acuerdo
cli-column-consensus = Consenso
cli-column-stable = Estable
cli-column-action = Acción
cli-column-importance = Importancia
cli-column-governability = Gobernabilidad
cli-column-class = Clase
cli-column-same-class = Misma clase
cli-micmac-size = { $experts ->
    [one] Una matriz
   *[other] { $experts } matrices
} de { $size } variables, con { $fill } de las celdas llenas (0: { $zeros } · 1: { $ones } · 2: { $twos } · 3: { $threes } · P: { $potential }). Cortes: influencia { $influence }, dependencia { $dependence }. Puesto: por influencia, directo → indirecto.
cli-micmac-hidden = Variable oculta: { $variable } sube { $places } puestos cuando se cuentan los caminos indirectos.
cli-delphi-round = Ronda { $round } · { $family } · { $experts } expertos, { $items } ítems
cli-delphi-kendall = W de Kendall = { $w } (acuerdo { $word } en el orden; { $experts } expertos, { $items } ítems).
cli-column-bipolar = Bipolar
cli-column-change = Cambio
cli-column-moved = Movidos
cli-column-sides = Acuerdo +/−
cli-column-mcnemar = p McNemar
cli-column-kappa = Kappa
cli-delphi-since = Desde la ronda anterior, los mismos expertos (cambio de Scheibe; acuerdo: cuántos entraron y cuántos salieron, con la p exacta de McNemar; kappa de Cohen, pesos cuadráticos):
cli-delphi-fleiss = Kappa de Fleiss = { $kappa } (acuerdo { $word } en la respuesta misma: coincide el { $observed } de los pares de expertos; por azar, el { $expected }; nominal: toda diferencia cuenta igual).
kappa-poor = menor que el azar
kappa-slight = leve
kappa-fair = aceptable
kappa-moderate = moderado
kappa-substantial = considerable
kappa-almost-perfect = casi perfecto
cli-delphi-small = Con menos de 8 respuestas van los extremos entre corchetes en lugar de los cuartiles; con menos de 5 no se da la mediana.
cli-igo-immediate = inmediata
cli-igo-challenge = reto
cli-igo-less-urgent = menos urgente
cli-igo-unnecessary = innecesaria
cli-igo-borderline = limítrofe
cli-igo-cuts = { $rule ->
    [mean] Cortes en las medias
    [median] Cortes en las medianas
   *[other] Cortes fijos
}: importancia { $importance }, gobernabilidad { $governability }.
cli-about-mactor = El juego de los actores (MACTOR): quién mueve a quién, quién quiere qué, quiénes pueden ir juntos
cli-about-foda = FODA cruzado: fortalezas y debilidades frente a oportunidades y amenazas
cli-mactor-power = Poder de cada actor sobre cada otro, de 0 a 4: una tabla, o una por experto
cli-mactor-positions = Posición de cada actor sobre cada objetivo, de -4 a 4: una tabla, o una por experto
cli-mactor-strength = Convención de la fuerza: b (la usual), a o c; véase el manual
cli-foda-files = Las cuatro tablas FO, FA, DO, DA: cuatro archivos, un libro con esas hojas, o JSON
cli-mactor-nothing = hacen falta las dos tablas, con un actor por lo menos: poder y posiciones.
cli-foda-nothing = no hay cruces de factores internos y externos.
cli-column-actor = Actor
cli-column-strength = Fuerza R*
cli-column-implication = Implicación
cli-column-ambivalence = Ambivalencia
cli-column-role = Papel
cli-column-same-role = Mismo papel
cli-column-objective = Objetivo
cli-column-in-favour = A favor
cli-column-against = En contra
cli-column-mobilisation = Movilización
cli-column-quadrant = Cuadrante
cli-column-sum = Suma
cli-column-share = Parte del máximo
cli-column-factor = Factor
cli-column-total = Total
cli-mactor-sum = { $experts ->
    [one] Un par de tablas.
   *[other] { $experts } expertos, medianas.
} Implicación, ambivalencia, movilización y pares son de orden 3: las posiciones se ponderan por la fuerza ({ $convention }). Estabilidad de las relaciones de poder: { $stability }. Grado de convergencia: { $degree }.
cli-column-places = Puesto (±1)
cli-mactor-cells-strength = Sensibilidad a una celda (±1, una a la vez). Poder: de { $steps } pasos, { $changing } cambian algún puesto por fuerza; el primer puesto se mantiene en { $first }.
cli-mactor-cells-mobilisation = Posiciones: de { $steps } pasos, { $changing } cambian el orden de los objetivos por movilización; el primero se mantiene en { $first }, el par más cercano en { $closest } y el más opuesto en { $opposed }.
cli-mactor-step = { $row } sobre { $column }, de { $from } a { $to }: { $changes ->
    [one] cambia un puesto
   *[other] cambian { $changes } puestos
}.
cli-mactor-too-large = Con más de 100 actores o 10 000 posiciones no se calcula la sensibilidad a cada celda.
cli-mactor-allies = El par más cercano: { $a } y { $b }.
cli-mactor-rivals = El par más opuesto: { $a } y { $b }.
cli-foda-mean = Por la media de sus celdas, la posición es { $strategy }.
cli-foda-sum = Por la suma sería { $strategy }: los cuadrantes tienen distinto número de celdas, así que la que se lee es la media.
cli-column-tows = TOWS
cli-column-came = CAME
cli-column-strongest = Cruces más fuertes
cli-foda-more = { $pairs } y { $more } más
cli-foda-material = Con qué se escriben sus estrategias:
cli-foda-FO = { $internal } ayuda a tomar { $external } ({ $score }): mantener la fortaleza, explotar la oportunidad.
cli-foda-FA = { $internal } contrarresta { $external } ({ $score }): mantener la fortaleza, afrontar la amenaza.
cli-foda-DO = { $internal } impide tomar { $external } ({ $score }): corregir la debilidad, explotar la oportunidad.
cli-foda-DA = { $internal } agrava { $external } ({ $score }): corregir la debilidad, afrontar la amenaza.
cli-about-smic = Probabilidades coherentes de eventos y de sus escenarios (SMIC Prob-Expert)
cli-about-abacus = Ábaco de Régnier: votos de color, por favor y por consenso
cli-about-multipol = Acciones según varios criterios bajo varias políticas (MULTIPOL)
cli-smic-files = JSON con p, given y given_not, o un libro con esas hojas; varios son varios expertos
cli-smic-with-simple = Añadir al objetivo los términos de las probabilidades simples (SMIC 74 no los tiene)
cli-abacus-files = Ítems en filas, expertos en columnas, colores DG LG Y P R, W en blanco, B abstención: CSV, Excel o JSON
cli-multipol-files = JSON con scores, policies y, si hay, scenarios, o un libro con esas hojas
cli-smic-nothing = no hay un experto que haya respondido todo sobre 2 a 16 eventos.
cli-abacus-nothing = no hay votos.
cli-multipol-nothing = hacen falta completos los puntajes de las acciones y los pesos de las políticas.
cli-column-event = Evento
cli-column-raw = Bruta
cli-column-net = Neta
cli-column-driving = Motricidad
cli-column-dependent = Dependencia
cli-column-scenario = Escenario
cli-column-probability = Probabilidad
cli-column-range = Rango
cli-column-cumulated = Acumulada
cli-column-votes = Votos
cli-column-agreement-leik = Consenso
cli-column-net-favour = Favor neto
cli-column-blank = En blanco
cli-column-abstained = Abstenciones
cli-column-regret = Pérdida
cli-column-robust = Robusta
cli-smic-sum = { $experts ->
    [one] Un experto.
   *[other] { $experts } expertos: se hizo coherente a cada uno y se promedió.
} { $core } de { $scenarios } escenarios reúnen el 80 % de la probabilidad. Mayor corrección de una respuesta: { $largest }; objetivo { $objective }{ $simple ->
    [yes] {" "}(con los términos de las probabilidades simples).
   *[no] .
} Las probabilidades son las de máxima entropía ({ $entropy } nats): las respuestas determinan { $rank } números{ $open ->
    [0] , y con ellos la solución es única.
    [one] {" "}y dejan uno libre, y eso muestran los rangos.
   *[other] {" "}y dejan { $open } libres, y eso muestran los rangos.
}{ $without ->
    [0] {""}
   *[other] {" "}{ $without } escenarios quedan sin rango: se calcula para los más probables.
}
cli-smic-incomplete = { $count ->
    [one] Un experto dejó una pregunta sin responder y no entra.
   *[other] { $count } expertos dejaron una pregunta sin responder y no entran.
}
cli-smic-cells = Sensibilidad a una probabilidad (±{ $step }, una a la vez, hasta donde las demás la dejan): el escenario { $scenario } sigue siendo el más probable en { $held } de { $moves } cambios.
cli-smic-turn = Con { $probability } de { $from } a { $to }, el más probable es { $scenario }.
cli-smic-too-large = Con más de 6 eventos no se calcula la sensibilidad a cada probabilidad.
cli-smic-stability = El escenario más probable siguió primero en { $held } de los paneles remuestreados.
cli-abacus-key = { $experts ->
    [one] Un experto.
   *[other] { $experts } expertos, los más favorables a la izquierda.
} ● muy favorable · ◕ favorable · ◑ ni lo uno ni lo otro · ◔ desfavorable · ○ muy desfavorable · «·» en blanco · × abstención.
cli-multipol-one = Con una sola política nada varía de una a otra: el orden es el de sus puntajes y no se puede hablar de acciones robustas. Pérdida: lo que se deja de ganar frente a la mejor acción.
cli-multipol-robust = Robusta: media desde { $mean } y desviación (de la población) hasta { $sd }, las medias de ambas. Pérdida: lo más que se deja de ganar frente a la mejor acción bajo una política.
cli-delphi-weights = Ponderar además por el coeficiente K: none (lo usual) o k; pide las columnas knowledge (0 a 10) y argumentation (seis letras A, M, B)
cli-delphi-other-rule = Por { $rule }{ $gains ->
    [0] {""}
   *[other] {" "}habría consenso en { $gained }{ $losses ->
        [0] {""}
       *[other] {" "}y
    }
}{ $losses ->
    [0] {""}
   *[other] {" "}no lo habría en { $lost }
}.
cli-delphi-weighted = Ponderado por K: { $experts } expertos, que equivalen a { $effective } de igual peso. K describe más de lo que mide: lea los dos.
cli-micmac-dense = La matriz está muy llena ({ $fill }; lo usual es de 15 % a 25 %): es probable que haya influencias indirectas anotadas como directas, que así se cuentan dos veces.
cli-no-figures = No hay figuras que dibujar.
cli-profiles-how = «atalaya profiles NOMBRE» imprime el texto de uno; «atalaya run ESTUDIO --profile NOMBRE» escribe su informe.
cli-profile-missing = El perfil «{ $profile }» pide capítulos, secciones o textos que este informe no tiene: { $anchors }.
cli-step-slides = Dibujando las figuras para diapositivas…
cli-wrote-questionnaires = { $count ->
    [one] Se escribió un cuestionario en { $path }
   *[other] Se escribieron { $count } cuestionarios en { $path }
}
cli-wrote-slides = Se escribieron { $count } figuras para diapositivas en { $path }
cli-run-profile = Qué capítulos lleva el informe y con qué títulos: el nombre de un perfil («atalaya profiles» los lista) o la ruta de uno propio
cli-profiles-name = El perfil cuyo texto se imprime; sin él, la lista
cli-about-profiles = Los perfiles de informe: la lista, o el texto de uno para copiarlo y cambiarlo
cli-value-profile = PERFIL
cli-value-file = ARCHIVO
cli-run-notice = Antes de entregarlo: { $notice }
cli-run-write = Por escribir, y así está marcado en el documento: { $list }.
cli-run-unknown = Los textos del estudio hablan de partes que el informe no tiene, y esas palabras no se imprimen: { $parts }.
