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
cli-about-convert = Convierte un estudio entre carpeta, libro de Excel (.xlsx) y archivo (.zip)
cli-about-completions = Escribe el autocompletado para su intérprete de comandos
cli-about-man = Escribe la página de manual
cli-arg-lang = Idioma de todo lo que se escribe: es o en (por defecto el del sistema; si no, español)
cli-arg-study = El estudio: una carpeta, un libro .xlsx o un archivo .zip
cli-arg-strict = Trata las advertencias como errores
cli-new-dir = La carpeta que se va a crear
cli-new-template = Punto de partida: taller-minimo (el menor estudio útil, por defecto) o mipymes-peru-2030 (el ejemplo completo)
cli-run-out = Dónde escribir; por defecto, en «out» dentro de la carpeta del estudio
cli-run-format = Qué escribir, separado por comas: html, pdf, json (por defecto, los tres); figuras y tablas van siempre
cli-explain-code = El código, por ejemplo E203
cli-convert-input = El estudio que hay: carpeta, .xlsx o .zip
cli-convert-output = El estudio que se quiere; su extensión dice la forma (.xlsx, .zip o ninguna para una carpeta)
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
