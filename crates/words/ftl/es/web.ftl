# El taller en el navegador
web-home = Ir a los estudios
web-studies = Estudios
web-studies-none = Todavía no hay estudios. Empiece uno en blanco, parta de una plantilla o abra un archivo.
web-role-organiser = organiza
web-role-reader = lee
web-saved-last = último guardado:
web-new = Estudio nuevo
web-new-title = Título
web-new-from = Partir de
web-new-blank = Un estudio en blanco
web-template-taller-minimo = El taller mínimo: ocho variables, dos ejes, una ronda
web-template-mipymes-peru-2030 = El ejemplo completo: mipymes tecnológicas del Perú al 2030
web-new-make = Empezar
web-open = Abrir un archivo
web-open-about = Un archivo de estudio (.zip), su libro de Excel (.xlsx), un proyecto de ScenarioWizard (.scw) o una carpeta de estudio: suéltelo aquí o elija un archivo.
web-open-file = Archivo
web-open-make = Abrir
web-sign-out = Salir
web-language = Idioma
web-path = Etapas del estudio
web-report = Informe
web-problems = Avisos
web-history = Historial
web-frame = Ficha del estudio
web-frame-edit = Editar la ficha del estudio
web-rules = Reglas del estudio
web-rules-about = Se fijan antes de la primera ronda. Donde no se elige nada rige lo usual del método; el informe dice qué regla rigió, y el historial, cuándo cambió y por quién.
web-rule-usual = Lo usual: { $value }
web-no-question = El estudio todavía no tiene pregunta focal.
web-next = Siguiente paso
web-empty = Todavía no hay nada.
web-about-frame = La pregunta, el sujeto, los límites, el modelo conceptual y las reglas.
web-about-scan = Indicios del entorno, series y la lista larga de ideas.
web-about-consult = El panel, sus consultas y lo que respondió en cada ronda; acompaña a todas las etapas.
web-about-structure = Las variables y sus influencias, los actores, el FODA.
web-about-explore = Los ejes, los escenarios y los estados de cada variable.
web-about-choose = El escenario apuesta, sus razones y las decisiones.
web-about-act = Oportunidades, objetivos, acciones y la ruta.
web-about-watch = Indicadores, umbrales, lecturas y señales tempranas.
web-validated = Validada el { $date } ({ $by }).
web-wrong = { $count ->
    [one] 1 error por corregir
   *[other] { $count } errores por corregir
}
web-warned = { $count ->
    [one] 1 advertencia
   *[other] { $count } advertencias
}
web-lacks = { $count ->
    [one] Falta 1 cosa
   *[other] Faltan { $count } cosas
}
web-stale-decisions = { $count ->
    [one] 1 decisión se apoya en resultados que cambiaron
   *[other] { $count } decisiones se apoyan en resultados que cambiaron
}
web-archive = Archivo del estudio (.zip)
web-workbook = Libro de Excel (.xlsx)
web-figure-years = del año base al horizonte
web-figure-experts = expertos
web-figure-answers = respuestas
web-figure-variables = variables
web-figure-bet = escenario apuesta
web-figure-bet-proposed = escenario apuesta que propone la regla, no decidido
web-parts = Partes de la etapa
web-found = Lo que resulta
web-found-none = Con lo que hay todavía no resulta nada en esta etapa.
web-read-none = El informe todavía no tiene nada que decir con este perfil.
web-begin = Se empieza por:
web-lacking = Pendiente en esta etapa
web-resampling = Se está remuestreando el panel; los intervalos y las estabilidades llegarán solos.
web-id = Id
web-name = Nombre
web-state = Estado
web-marks = { $count ->
    [one] 1 aviso
   *[other] { $count } avisos
}
web-untranslated = { $count ->
    [one] falta 1 traducción
   *[other] faltan { $count } traducciones
}
web-add = Id del registro nuevo
web-id-shape = Letras sin tilde y cifras, sin espacios, como V1; el nombre se escribe después.
web-add-make = Agregar
web-save = Guardar
web-saved = Guardado
web-waiting = Por guardar…
web-erased = Se borró { $name }{ $answers ->
    [0] ; su historial se conserva.
    [one] , con 1 respuesta; su historial se conserva.
   *[other] , con { $answers } respuestas; su historial se conserva.
}
web-erase = Borrar { $name }
web-erase-answers = { $count ->
    [one] Hay 1 respuesta sobre este registro; se borra con él.
   *[other] Hay { $n } respuestas sobre este registro; se borran con él.
}
web-erase-records = { $count ->
    [one] 1 registro lo nombra y quedará en «Avisos» hasta que se corrija:
   *[other] { $n } registros lo nombran y quedarán en «Avisos» hasta que se corrijan:
}
web-erase-undo = Se guarda como un solo cambio, que se puede deshacer.
web-erase-do = Borrar
web-erase-not = No borrar
web-delete = Borrar el registro
web-markdown = Admite Markdown; sin límite de extensión.
web-missing = falta
web-history-of = Historial de este registro
web-notes = Notas que vinieron con la tabla
web-clash = Otra persona guardó lo mismo mientras usted escribía
web-clash-about = Nada se ha perdido. Compare, deje abajo el texto que debe quedar y guarde de nuevo.
web-clash-base = Lo que usted había leído
web-clash-theirs = Lo que se guardó entre tanto
web-clash-yours = Lo que usted escribió
web-clash-deleted = El registro fue borrado entre tanto. Si guarda de nuevo, vuelve a existir.
web-clash-edited = El registro fue modificado entre tanto. Revíselo antes de borrarlo.
web-stale = { "{by}" } guardó un cambio. Vuelva a cargar la página para verlo.
web-changed = Hubo cambios entre tanto. Vuelva a cargar la página para verlos.
web-draft = Se recuperó un borrador que no se había guardado.
web-offline = Sin conexión con el servidor. Lo escrito se conserva en este navegador y se enviará cuando vuelva.
web-rounds = Respuestas por ronda
web-answered = { $n ->
    [0] sin respuestas
    [one] 1 respondió
   *[other] { $n } respondieron
}
web-experts = Expertos
web-ask-influence = ¿Cuánto influye { $a } sobre { $b }?
web-grid-help = Teclas: un valor de la escala llena la celda y pasa a la siguiente (Intro o Tab después solo lo confirman); las flechas recorren la tabla; F2 edita, Supr borra, Ctrl+Z deshace, ? muestra las definiciones; Tab sale de la tabla. Con Mayús y las flechas se elige un bloque; Ctrl+C y Ctrl+V lo llevan a Excel y lo traen, también con sus encabezados.
web-grid-none = Para llenar esta matriz hacen falta los registros que se preguntan y los expertos de la ronda.
web-grid-refused = No está en la escala
web-refused = «{ $value }» no está en la escala { $scale }.
web-pair-none = Sin opinión
web-pair-clear = Borrar
web-pair-back = Anterior
web-pair-next = Siguiente
web-pair-gap = Siguiente sin responder
web-pair-table = Ver como tabla
web-pair-cards = Una pregunta por vez
web-table-down = { $n ->
    [one] Sigue hacia abajo: 1 fila
   *[other] Sigue hacia abajo: { $n } filas
}
web-pair-kept = Anotado: { $a } → { $b } = { $value }
web-pair-all = Todo respondido.
web-grid-key = -: sin opinión; vacía: sin responder.
web-grid-dropped = Valores pegados que cayeron en celdas que no se preguntan y no se guardaron:
web-left-out-many = Algunas celdas pegadas no tienen lugar en esta tabla y quedaron fuera:
web-ask-position = ¿Qué posición tiene { $a } ante { $b }?
web-ask-power = ¿Cuánto puede presionar { $a } a { $b }?
web-ask-effect = ¿Qué efecto tiene { $a } sobre { $b }?
web-ask-impact = ¿Cuánto favorece «{ $a }» a «{ $b }»?
web-ask-impact-itself = ¿Cuánto se favorece a sí mismo «{ $a }»?
web-ask-crossing = ¿Con qué fuerza incide { $a } en { $b }?
web-ask-importance = ¿Qué importancia tiene { $a }, según { $b }?
web-ask-colour = ¿Está { $b } a favor o en contra de { $a }?
web-ask-probability = ¿Qué probabilidad da { $b } a { $a } antes del horizonte?
web-ask-probability-given = Si se cumple { $b }, ¿qué probabilidad tiene { $a }?
web-ask-probability-given-not = Si no se cumple { $b }, ¿qué probabilidad tiene { $a }?
web-ask-likelihood = ¿Qué probabilidad da { $b } al escenario { $a }?
web-ask-plausibility = ¿Puede llegarse desde hoy a { $a }, según { $b }?
web-ask-desirability = ¿Cuánto desea { $b } que ocurra { $a }?
web-ask-feasibility = ¿Cuán viable es llegar a { $a }, según { $b }?
web-ask-vote = ¿Apuesta { $b } por { $a }? 1, sí; 0, no
web-ask-governability = ¿Cuánto puede hacer el sujeto del estudio por { $a }, según { $b }?
web-ask-robust = ¿Qué resultado daría { $a } en { $b }?
web-ask-score = ¿Cómo califica { $a } en { $b }?
web-ask-weight = ¿Cuánto pesa { $b } para { $a }?
web-ask-year = ¿En qué año ocurrirá { $a }, según { $b }?
colour-DG = verde oscuro
colour-LG = verde claro
colour-Y = amarillo
colour-P = rosado
colour-R = rojo
colour-W = blanco
colour-B = negro
point-crossing-0 = nada
point-crossing-1 = poco
point-crossing-2 = bastante
point-crossing-3 = mucho
point-vote-0 = no
point-vote-1 = sí
point-robust-0 = fracasa
point-robust-1 = parcial
point-robust-2 = funciona
web-grid-unasked = Esta celda no se pregunta.
web-ask-uncertainty = ¿Cuán incierta es { $a }, según { $b }?
web-design = Las piezas del taller
web-design-about = Todas las páginas están hechas de estas y de ninguna otra. Así se ven en pantalla y en papel, en claro y en oscuro.
web-design-colours = Colores
web-design-type = Letra
web-design-type-sample = Cuarenta años de lluvia en una cifra: 1,234.56
web-design-controls = Controles
web-design-messages = Mensajes
web-design-data = Registros y cifras
web-design-grid = Tabla de respuestas
web-design-pair = Una pregunta por vez
web-answer = Respuesta
web-observation = Valor de serie
web-when = Cuándo
web-who = Quién
web-what = Qué
web-deleted = se borró
web-deleted-many = { $count ->
    [one] se borró uno
   *[other] se borraron { $n }
}
web-deleted-alone = Está borrado. Una versión anterior vuelve sola, sin las respuestas que se borraron con ella; para que vuelva todo, deshaga el borrado en el historial:
web-history-about = Cada fila es un guardado, el más reciente primero. Nada se borra del historial: deshacer es un guardado más.
web-history-record = Abrir el registro
web-undone = Se deshizo el guardado del
web-redo = Rehacer
web-undone-errors = { $count ->
    [one] El estudio tiene ahora 1 error: mire en «Avisos» si nombra algo que se quitó
   *[other] El estudio tiene ahora { $n } errores: mire en «Avisos» si nombran algo que se quitó
}
web-restore = Volver a esta versión
web-experts-about = Del experto se guarda un código, no su nombre: quién es cada uno consta fuera del estudio.
web-more-like = { $count ->
    [one] Y 1 más de la misma clase
   *[other] Y { $n } más de la misma clase
}
web-problems-none = No hay nada que corregir ni que completar.
web-errors = Errores
web-warnings = Advertencias
web-gaps = Lo que falta
web-profile = Tipo de informe
web-read = Leer aquí
web-read-contents = Capítulos
web-read-go = Capítulo anterior y siguiente
web-read-prev = Anterior
web-read-next = Siguiente
web-questionnaire = Cuestionario (Word)
web-fault-no-questions = La ronda no pregunta nada todavía: dígale antes qué familias y sobre qué.
web-format-pdf = PDF
web-format-docx = Word
web-format-html = Página
web-format-xlsx = Tablas (Excel)
web-format-json = Hallazgos (JSON)
web-fault = No se pudo
web-fault-not-found = Esa página no existe, o el estudio no es suyo.
web-fault-forbidden = Con su papel en este estudio puede leer, no escribir.
web-fault-foreign = La solicitud no viene de una página de este servidor.
web-fault-bad = Lo enviado no se entiende. Vuelva a la página y pruebe otra vez.
web-fault-conflict = Otra persona guardó lo mismo entre tanto. Vuelva a cargar la página.
web-fault-full = El disco está lleno y no se guardó nada. Libere espacio y guarde de nuevo; lo escrito sigue en la página.
web-fault-busy = La base de datos está ocupada. Pruebe de nuevo en un momento.
web-fault-internal = Falló el programa; el registro del servidor dice por qué. Lo guardado antes está a salvo.
web-fault-taken = Ya hay uno con ese nombre. Elija otro.
web-fault-spent = El id { $id } fue de un registro que se borró, y un id no se da dos veces. Elija otro, o recupere aquel desde el historial del estudio.
web-fault-id = No puede ser un id: empiece con una letra sin tilde y siga con letras, cifras, guion o guion bajo; hasta 32 caracteres.
web-fault-errors = El estudio tiene errores y un informe diría cosas falsas. Están en «Avisos», cada uno con su remedio.
web-fault-title = El estudio necesita un título.
web-fault-upload = El archivo no llegó entero o es mayor de 32 MB.
web-fault-too-many = Son demasiadas celdas para una sola vez.
web-fault-sign-in = Para entrar, identifíquese, o abra el enlace que imprime «atalaya serve» al iniciar.
web-fault-link = El enlace ya se usó o venció. Con `atalaya link` se obtiene otro.
web-fault-often = Fueron demasiados intentos. Espere medio minuto y pruebe de nuevo.
web-fault-password = El correo o la contraseña no son correctos.
web-fault-password-old = La contraseña actual no es correcta.
web-fault-password-short = La contraseña necesita al menos diez caracteres y admite hasta 250.
web-fault-password-weak = Esa contraseña está entre las primeras que se prueban. Tres o cuatro palabras sin relación entre sí son fáciles de recordar y difíciles de adivinar.
web-fault-name = Falta el nombre, o es demasiado largo.
web-fault-email = Eso no es una dirección de correo.
web-fault-email-taken = Ya hay una persona con ese correo. Si es usted, entre con su contraseña.
web-fault-invitation = La invitación ya se usó, se retiró o tiene más de una semana. Pida otra.
web-fault-last-organiser = Un estudio necesita quien lo organice. Dé antes ese papel a otra persona.

# Una figura, una tabla, y por qué
web-part-figure = Guardar la figura y ver en qué se apoya
web-part-table = Guardar la tabla y ver en qué se apoya
web-why = ¿Por qué?
web-why-rests = En qué se apoya
web-why-shown = Dónde se muestra
web-why-feeds = Qué se apoya en esto
web-why-feeds-frame = Los años y las reglas del encuadre entran en los demás resultados; cada uno dice bajo «¿Por qué?» qué reglas usa.
web-why-feeds-none = Nada más se apoya en esto: aquí termina el camino.
web-why-records = Reproduce registros del estudio tal como se escribieron; no se calcula nada.
web-file = Archivo
web-compare = Comparar dos estados del estudio
web-compare-from = Cómo estaba tras el guardado
web-compare-to = y cómo quedó tras el guardado
web-compare-nothing = antes del primer guardado
web-compare-before = antes de todos estos
web-compare-make = Comparar
web-compare-save = qué cambió
web-compared = Qué cambió: { $from } → { $to }
web-compare-said = Qué cambió:
web-compared-same = No hay ninguna diferencia entre los dos.
web-compared-count = { $count ->
    [one] Cambia 1 registro
   *[other] Cambian { $n } registros
}
web-compared-more = { $count ->
    [one] Cambia 1 registro más; compare estados más cercanos.
   *[other] Cambian { $n } registros más; compare estados más cercanos.
}
web-added = se agregó
web-undo = Deshacer
web-undo-to = Volver con todo el estudio a como estaba:
web-older = Anteriores
web-fault-undo = Otra persona cambió lo mismo después y no se deshizo nada. Deshaga antes lo posterior, o vuelva atrás registro por registro en el historial de cada uno.
web-fault-revision = El estudio no tiene ningún cambio con ese número.
web-fault-set-and-delete = Un cambio da valor a campos o borra el registro, no ambas cosas.
web-fault-wrong = El archivo no se puede tomar tal como está y no se guardó nada. Lo que está mal, cada cosa con su línea:
web-fault-wrong-more = { $count ->
    [one] Y 1 más.
   *[other] Y { $count } más.
}
web-bring = Traer un archivo
web-bring-about = El libro de Excel o el archivo de este estudio después de trabajarlo en otro lugar, tablas sueltas en Excel o CSV, o archivos de la carpeta del estudio. Los nombres de hojas y columnas se entienden en español y en inglés. Lo que agregan y cambian se guarda como un solo cambio que puede deshacer; nada se borra. También una matriz de ScenarioWizard (.scw): antes de traerla verá qué hace.
web-bring-list = Una tabla en Excel o CSV, con los encabezados en español o en inglés. Sus filas se agregan o cambian según su `id`; una columna que falte conserva lo que decía, y nada se borra. Si una columna no se entiende, se le dice antes de guardar.
web-bring-columns = Qué columnas puede tener
web-bring-table = Descargar esta tabla en Excel, para llenarla y traerla de vuelta
web-bring-keep = Traerlo aunque haya columnas u hojas que no se entienden: esas columnas quedan como notas y esas hojas se dejan fuera
brought-W106-remedy = Llámela como una de estas: { $sheets }. O tráigala con la casilla «Traerlo aunque haya columnas u hojas que no se entienden»: se dejará fuera.
brought-W107 = El programa no conoce la columna «{ $column }».
brought-W107-remedy = { $headers ->
    [no] Revise su nombre, o
   *[other] Llámela como una de estas: { $headers }. O
} tráigala con la casilla «Traerlo aunque haya columnas u hojas que no se entienden»: quedará como nota en cada registro.
web-bring-make = Traer
web-texts = Textos por escribir en el otro idioma
web-texts-none = Todos los textos están escritos en cada idioma del estudio.
web-texts-about = Lo que un idioma dice y al otro le falta.
web-texts-count = { $count ->
    [one] 1 texto está escrito en un solo idioma
   *[other] { $count } textos están escritos en un solo idioma
}
web-texts-next = Siguientes
web-texts-back = Anteriores
web-bring-states = Una matriz de ScenarioWizard (.scw) se trae en la página del estudio, donde verá antes qué hace. Su lista de escenarios (.sl) no lleva juicios: la comprueba el programa, con `atalaya cib MATRIZ.scw --solutions LISTA.sl`.
web-records = { $count ->
    [one] un registro
   *[other] { $n } registros
}
web-answers = respuestas
web-observations = valores de series
web-files = archivos
web-add-next = Agregar { $id }
web-pick = elegir…
web-more = Y { $n } más
web-none-of = Todavía no hay { $kinds }.
web-add-there = Ir a su lista
web-ids-of = ids de { $kinds }
web-id-of = un id de { $kinds }
web-resampling-cells = Se está probando cuánto cambia el plano si se altera una celda; los intervalos llegarán solos.
web-resampling-halted = El remuestreo se detuvo: las cifras están sin su incertidumbre.
web-resampling-stop = Detener
web-resampling-go = Continuar
web-bring-matrix = Una matriz en CSV o Excel. La primera fila y la primera columna llevan los id de los registros, sus códigos o sus nombres. Ocupa el lugar de esta donde dice algo.
web-scw = Proyecto de ScenarioWizard (.scw)
web-scw-title = Traer una matriz de ScenarioWizard
web-scw-lead = Todavía no se guarda nada. Si la trae, pasará esto; será un solo cambio, que puede deshacer.
web-scw-descriptors = Descriptores
web-scw-variants = Variantes
web-scw-judgements = Juicios
web-scw-count = { $all }: { $used ->
    [0] ninguno está en el estudio
    [one] 1 ya está en el estudio
   *[other] { $used } ya están en el estudio
}, { $made ->
    [0] no se crea nada.
    [one] se crea 1.
   *[other] se crean { $made }.
}
web-scw-judged = { $count ->
    [one] 1, en la ronda nueva { $round } de la consulta nueva { $consultation }
   *[other] { $printed }, en la ronda nueva { $round } de la consulta nueva { $consultation }
}: un taller que acordó una sola matriz.
web-scw-decimals = Tienen decimales: se multiplican por { $factor } para que sean enteros, lo que no cambia qué escenarios son consistentes.
web-scw-scale = No caben en la escala de los juicios del estudio, que pasa a ser de { $low } a { $high }.
web-scw-earlier = El estudio ya tiene juicios entre estados ({ $rounds }); los balances se calculan con los de la última ronda.
web-scw-becomes = Qué es cada cosa en el estudio
web-scw-in-file = En el archivo
web-scw-in-study = En el estudio
web-scw-not = No traerla
web-states-left = Esta ronda no pregunta por las demás variables que tienen estados.
web-states-add = Elija una para preguntar también por ella:
web-scw-other-name = con otro nombre
web-answered-together = una respuesta del grupo
web-bring-disputed = Después de que este libro se descargó, se cambió aquí lo mismo que cambia el libro: { $list }. No se guardó nada. Descárguelo de nuevo, o quite del suyo esos cambios.
