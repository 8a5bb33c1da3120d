# Diagnósticos
severity-error = error
severity-warning = advertencia
severity-gap = falta
check-summary = { $errors ->
    [0] Sin errores
    [one] 1 error
   *[other] { $errors } errores
}, { $warnings ->
    [0] sin advertencias
    [one] 1 advertencia
   *[other] { $warnings } advertencias
}, { $gaps ->
    [0] nada por completar
    [one] 1 dato por completar
   *[other] { $gaps } datos por completar
}.
check-more = Y { $count ->
    [one] otro igual
   *[other] otros { $count } iguales
}.
check-more-at = Y { $count ->
    [one] otro igual:
   *[other] otros { $count } iguales:
} { $places }

# E1 · archivos
diagnostic-E101 = No se puede leer: { $reason }.
diagnostic-E101-remedy = Revise que la ruta exista y que su usuario tenga permiso de lectura.
diagnostic-E101-explain =
    Algo que debía leerse no se dejó leer

    El sistema no abrió el archivo o la carpeta: la ruta no existe, falta el permiso de lectura o un enlace apunta a un lugar que ya no está. Compruebe la ruta con `ls -l RUTA`; si la copió de otro equipo, vea que no se haya quedado a medias. Mientras un archivo no se lea, el resto del estudio se revisa igual, pero `atalaya run` no escribe nada.
diagnostic-E102 = Hay una carpeta donde se espera un archivo, o un archivo donde se espera una carpeta.
diagnostic-E102-remedy = Cambie el nombre de lo que está en `{ $file }` o muévalo fuera del estudio.
diagnostic-E102-explain =
    Un archivo y una carpeta se confunden

    Cada parte del estudio tiene su lugar: `panel.csv` es un archivo y `scan/` es una carpeta. Aquí ocupa ese nombre algo de la otra clase; suele pasar al descomprimir un archivo en una carpeta de su mismo nombre, como `panel.csv/panel.csv`. Saque el contenido un nivel arriba o cambie el nombre.
diagnostic-E103 = El archivo está vacío.
diagnostic-E103-remedy = Escriba al menos su encabezado o bórrelo: una parte que todavía no existe no es un error.
diagnostic-E103-explain =
    Un archivo sin contenido

    Un archivo vacío no dice si la parte quedó pendiente o si se perdió al copiarla; por eso se detiene la lectura. Si aún no tiene esos datos, borre el archivo: el estudio se analiza hasta donde alcance y anota lo que falta. Si debía tenerlos, recupérelos de su copia. Una tabla con solo el encabezado `id,name_es,name_en` sí es válida.
diagnostic-E104 = { $sheet ->
    [no] Aquí no hay `study.toml`: no es la carpeta de un estudio.
   *[other] El libro no tiene la hoja «{ $sheet }»: no es un estudio entero.
}
diagnostic-E104-remedy = { $sheet ->
    [no] Indique la carpeta que contiene `study.toml` o empiece un estudio con `atalaya new CARPETA`.
   *[other] Agréguele esa hoja, con una clave y su valor por fila (`título`, `año_base`, `horizonte`), o tráigalo a un estudio que ya exista.
}
diagnostic-E104-explain =
    Falta la ficha del estudio

    Todo estudio comienza en `study.toml`, que guarda la pregunta focal, el sujeto, el horizonte y las reglas. Si el archivo está en una subcarpeta, indique esa subcarpeta: `atalaya check datos/mi-estudio`. Para empezar de cero use `atalaya new mi-estudio`; el contenido mínimo es `format = 1`, un `title`, `base_year` y `horizon`.
diagnostic-E105 = El estudio usa el formato { $found } y este programa lee hasta el { $known }.
diagnostic-E105-remedy = Actualice atalaya, o pida el estudio guardado en el formato { $known }.
diagnostic-E105-explain =
    El estudio fue escrito por una versión más nueva

    La clave `format` de `study.toml` dice con qué formato se escribió el estudio. Un programa anterior podría leerlo a medias y dar resultados equivocados, así que se niega. Actualice atalaya. No cambie el número a mano: lo que el formato nuevo trae seguiría ahí, sin leerse.
diagnostic-E106 = Error de sintaxis TOML: { $reason }.
diagnostic-E106-remedy = Los textos van entre comillas y las listas entre corchetes: `title.es = "Las mipymes al 2030"`.
diagnostic-E106-explain =
    El archivo TOML tiene un error de escritura

    TOML pide una clave por línea, textos entre comillas rectas y listas entre corchetes. Lo más frecuente: comillas tipográficas que puso el procesador de textos, una coma o un corchete que falta, o la misma clave dos veces. Mal: `horizon = año 2030`. Bien: `horizon = 2030`. Mal: `languages = es, en`. Bien: `languages = ["es", "en"]`.
diagnostic-E107 = La fila tiene { $cells } celdas y el encabezado { $header }.
diagnostic-E107-remedy = Ponga entre comillas el texto que lleva comas: `V1,"Capital, crédito y garantías"`.
diagnostic-E107-explain =
    Una fila más larga que su encabezado

    Sobran celdas, casi siempre porque un texto lleva comas y no está entre comillas: se parte en dos y corre las columnas siguientes. Mal: `V1,Capital, crédito y garantías,Capital`. Bien: `V1,"Capital, crédito y garantías",Capital`. Si guarda la tabla desde la hoja de cálculo como CSV, ella pone las comillas.
diagnostic-E108 = La columna «{ $column }» aparece dos veces.
diagnostic-E108-remedy = Deje una sola, o cambie el nombre de la que sobra.
diagnostic-E108-explain =
    Dos columnas con el mismo nombre

    El programa no puede saber cuál de las dos vale. También chocan dos formas del mismo nombre, como `name_es` y `name.es`. Si la segunda es una nota suya, llámela de otro modo: las columnas que el programa no conoce se conservan sin tocarlas.
diagnostic-E109 = Se abren comillas y nunca se cierran.
diagnostic-E109-remedy = Cierre las comillas; una comilla dentro del texto se escribe doble: `"el ""boom"" digital"`.
diagnostic-E109-explain =
    Comillas sin cerrar

    Desde la comilla abierta, todo lo que sigue se lee como un solo texto, hasta el final del archivo. Busque en esa línea la comilla que falta. Una comilla que forma parte del texto se duplica: `H4,"Informe ""Digital 2017"""`.
diagnostic-E110 = La entrada de la bibliografía no se puede leer: { $reason }.
diagnostic-E110-remedy = Revise llaves, comas y signos `=`: `@article{"{"}Perez2018, title = {"{"}…{"}"}, year = {"{"}2018{"}"}{"}"}`.
diagnostic-E110-explain =
    Una entrada BibTeX mal escrita

    Cada entrada de `sources.bib` lleva tipo, clave y campos separados por comas, y cada llave que se abre se cierra. Suele faltar la coma al final de un campo o la llave de cierre de la entrada anterior. Si exporta desde Zotero o Mendeley, vuelva a exportar en formato BibTeX.
diagnostic-E111 = El archivo JSON no se puede leer: { $reason }.
diagnostic-E111-remedy = Escriba `{"{"}"labels": ["V1", "V2"], "matrix": [[0, 2], [1, 0]]{"}"}`: una etiqueta por fila y una lista de valores por fila.
diagnostic-E111-explain =
    Un archivo JSON que no es una matriz

    Una matriz en JSON es un objeto con `labels`, la lista de etiquetas, y `matrix`, la lista de filas; cada fila es una lista de números o textos, y `null` es una celda sin respuesta. La línea y la columna señalan el punto en que la lectura se detuvo: suele sobrar una coma al final de una lista o faltar una comilla.

# E2 · registros
diagnostic-E201 = Falta el id.
diagnostic-E201-remedy = Dé a cada fila un id corto y permanente en la columna `id`, por ejemplo V1 (la columna puede llamarse también `código` o `clave`).
diagnostic-E201-explain =
    Un registro sin id

    El id es el nombre permanente de un registro: con él lo citan las respuestas, las matrices y las decisiones. Sin id, nada puede referirse a la fila. Si lo que falta es la columna entera, la primera fila debe tener una columna `id`, `código` o `clave`: `id,nombre,definición`. El nombre largo va en `nombre`, y la etiqueta de los gráficos, en `código`, si la tabla tiene además `id`.
diagnostic-E202 = «{ $text }» no puede ser un id.
diagnostic-E202-remedy = Empiece con una letra sin tilde y siga con letras, cifras, `-` o `_`; hasta 32 caracteres.
diagnostic-E202-explain =
    Un id mal formado

    Un id comienza con una letra sin tilde y sigue con letras, cifras, guion o guion bajo, sin espacios. Mal: `1V`, `Variable 3`, `educación`. Bien: `V1`, `Variable_3`, `educacion`. El estado de una variable se escribe con punto: `V3.a`. Los nombres con tildes y espacios van en `name`.
diagnostic-E203 = El id «{ $id }» ya está en { $first }.
diagnostic-E203-remedy = Dé otro id a uno de los dos; si son el mismo registro, deje una sola fila.
diagnostic-E203-explain =
    Un id repetido

    Dos registros llevan el mismo id y nadie puede saber a cuál se refiere una respuesta. También cuenta entre listas que se preguntan juntas: la importancia se pide de variables y de acciones, de modo que `X1` no puede ser las dos cosas. Un id no se reutiliza nunca, ni después de borrar el registro; para cambiarlo en todo el estudio use `atalaya rename ESTUDIO V3 V30`.
diagnostic-E204 = «{ $id }» no está en la lista de { $records }.
diagnostic-E204-remedy = Agréguelo en `{ $home }` o corrija la referencia.
diagnostic-E204-explain =
    Una referencia a algo que no existe

    Alguien cita un id que ninguna fila tiene. Casi siempre es una errata (`V13` por `V31`), un registro que se borró o una diferencia de mayúsculas: `v3` y `V3` son distintos. Corrija la cita o agregue el registro. Para cambiar un id en todo el estudio a la vez use `atalaya rename`.
diagnostic-E205 = «{ $text }»: una hoja de cálculo convierte este id en fecha, número o valor lógico, o ya lo hizo.
diagnostic-E205-remedy = Use otro id, por ejemplo M1 en lugar de MAR1; para cambiarlo en todo el estudio: `atalaya rename`.
diagnostic-E205-explain =
    Un id que la hoja de cálculo cambia

    Excel y sus parientes convierten `MAR1` en el 1 de marzo y `1E3` en 1000, sin avisar; al guardar, el id se perdió. El programa rechaza esos ids desde el comienzo y reconoce lo que queda de ellos (`1-mar`, `1.00E+03`). Elija ids que nadie confunda con una fecha o un número: `M1`, `V1`, `E01`.
diagnostic-E206 = Falta «{ $field }».
diagnostic-E206-remedy = Complete la celda, o agregue la columna `{ $field }` si la tabla no la tiene.
diagnostic-E206-explain =
    Falta un dato obligatorio

    Sin ese dato la fila no se puede usar. En `answers.csv` son obligatorias las columnas `expert`, `round`, `question` y `value`; una fila con el valor en blanco se entiende como pregunta sin responder y no es error. «Sin opinión» se escribe `-`.
diagnostic-E207 = { $whole ->
    [yes] «{ $text }» no es un número entero.
   *[no] «{ $text }» no es un número.
}
diagnostic-E207-remedy = { $whole ->
    [yes] Escriba solo cifras: 2030.
   *[no] Escriba solo el número, con punto decimal: 3.5. La unidad va en su columna.
}
diagnostic-E207-explain =
    Se esperaba un número

    En la celda hay letras, unidades o más de un signo. Mal: `12 mil`, `1.2.3`, `n. d.`. Bien: `12000`. Una celda en blanco significa que no hay dato; en una respuesta, `-` significa que el experto no opina. Los porcentajes se leen: `35 %` vale 0.35.
diagnostic-E208 = «{ $text }» no es una de las palabras previstas: { $allowed }.
diagnostic-E208-remedy = Escriba una de ellas tal como está.
diagnostic-E208-explain =
    Una palabra fuera de la lista

    Esa columna solo admite una lista cerrada de palabras, que los archivos guardan en inglés y los informes traducen; se leen también en español. Mal: `mágica` como dimensión. Bien: `technological` o `tecnológica`. El libro de Excel que da `atalaya convert` trae esas listas como menús desplegables.
diagnostic-E209 = «{ $text }» puede leerse de dos maneras: con coma decimal o con coma de miles.
diagnostic-E209-remedy = Escriba el número sin separador de miles y con punto decimal: 1234 o 1.234.
diagnostic-E209-explain =
    Un número ambiguo

    `1,234` es mil doscientos treinta y cuatro para unos y uno con doscientas treinta y cuatro milésimas para otros. El programa no adivina. Una coma seguida de una o dos cifras sí se entiende (`3,5`) y solo se avisa.
diagnostic-E210 = «{ $text }» no es una fecha.
diagnostic-E210-remedy = Escríbala como AAAA-MM-DD, AAAA-MM o AAAA: 2018-06-30, 2018-06 o 2018.
diagnostic-E210-explain =
    Una fecha que no existe o está escrita de otro modo

    Las fechas van de lo mayor a lo menor, con guiones, y deben existir en el calendario: `2018-02-30` no existe. Mal: `30/06/2018`, `junio 2018`. Bien: `2018-06-30`, `2018-06`.
diagnostic-E211 = El horizonte ({ $horizon }) no es posterior al año base ({ $base }).
diagnostic-E211-remedy = Corrija `base_year` u `horizon` en `study.toml`.
diagnostic-E211-explain =
    El horizonte no está en el futuro del estudio

    El año base es el presente desde el que se mira; el horizonte, el año al que se mira. Entre ambos transcurren los escenarios, así que el segundo debe ser mayor. Ejemplo: `base_year = 2018`, `horizon = 2030`.
diagnostic-E212 = «{ $text }» no es un periodo entre el año base y el horizonte.
diagnostic-E212-remedy = Escríbalo como AAAA-AAAA, por ejemplo "2018-2022", dentro de los límites del estudio.
diagnostic-E212-explain =
    Un periodo fuera del estudio

    Los periodos cuentan el camino de un escenario por tramos, del año base al horizonte. Con `base_year = 2018` y `horizon = 2030` valen "2018-2022", "2022-2026" y "2026-2030"; no valen "2022-2035" ni "corto plazo".
diagnostic-E213 = «{ $id }» se refiere a sí mismo, directamente o a través de otros.
diagnostic-E213-remedy = Quite una de las referencias que cierran la cadena.
diagnostic-E213-explain =
    Una cadena que se muerde la cola

    Hay registros que dependen unos de otros en círculo: la acción X1 va después de X2 y X2 después de X1, o un objetivo cuelga de otro que cuelga de él. Así no hay un primero. Revise las columnas `after` o `parent` desde el id señalado y suelte un eslabón.
diagnostic-E214 = «{ $text }» no son seis letras A, M o B.
diagnostic-E214-remedy = Escriba una letra por fuente de argumentación, en el orden de la tabla: por ejemplo `AAMBMM`.
diagnostic-E214-explain =
    Fuentes de argumentación mal escritas

    El coeficiente K pregunta a cada experto cuánto pesó cada fuente en lo que sabe: alto (A), medio (M) o bajo (B). Son seis letras en este orden: análisis teóricos propios, experiencia, autores nacionales, autores extranjeros, conocimiento del estado del tema en el extranjero e intuición. Bien: `AAMBMM`. Mal: `AAM` o `alto`. Si no se preguntó, deje la celda vacía.

# E3 · respuestas
diagnostic-E301 = «{ $text }» no es una pregunta que el programa conozca.
diagnostic-E301-remedy = Escriba FAMILIA/ID o FAMILIA/ID/ID, por ejemplo `importance/V3` o `influence/V1/V7`.
diagnostic-E301-explain =
    Una pregunta desconocida

    Cada respuesta dice a qué pregunta responde: una familia y uno o dos ids. `importance/V3` es la importancia de V3; `influence/V1/V7`, la influencia de V1 sobre V7. Aquí la familia no existe o el número de ids no es el suyo. Estas son las familias, con los ids que llevan y su escala:
diagnostic-E302 = { $whole ->
    [yes] El valor «{ $value }» no está en la escala { $scale }, de números enteros.
   *[no] El valor «{ $value }» no está en la escala { $scale }.
}
diagnostic-E302-remedy = { $alone ->
    [yes] Corrija el valor, o pase la tabla a esa escala: un archivo suelto se lee siempre con ella. Una escala propia se declara en un estudio.
   *[no] Corrija el valor. Si el estudio usa otra escala, declárela en `[scales]` de `study.toml`.
}
diagnostic-E302-explain =
    Una respuesta fuera de su escala

    Cada familia de preguntas tiene su escala: la influencia va de 0 a 3, o P si es potencial; la importancia, de 1 a 10. Si su panel respondió con otra, declárela: `[scales]` y debajo `importance = "1..20"`. Un rango (`1..3`) y un valor en disputa (`2?`) solo valen en una ronda por consenso, donde el grupo da una respuesta común; cada experto, por su cuenta, da un valor.
diagnostic-E303 = { $expert } ya respondió «{ $question }» en esta ronda, en { $first }.
diagnostic-E303-remedy = Deje una sola respuesta; si cambió de opinión, eso va en otra ronda.
diagnostic-E303-explain =
    Una respuesta dada dos veces

    En cada ronda, cada experto da una respuesta a cada pregunta. Dos filas para lo mismo suelen venir de pegar dos veces una hoja. Si el experto corrigió su respuesta, conserve la última; la anterior puede guardarse en `history/`, que no se analiza.
diagnostic-E304 = Las respuestas a «{ $family }» de la ronda { $round } están en dos lugares: aquí y en { $other }.
diagnostic-E304-remedy = Deje la familia entera en uno solo: `answers.csv` o `answers/{ $round }/{ $family }/`.
diagnostic-E304-explain =
    Una familia con dos domicilios

    Las respuestas a una familia en una ronda se guardan como filas de `answers.csv` o como matrices por experto en `answers/RONDA/FAMILIA/`, pero no de ambas formas. Con dos copias nadie sabe cuál es la buena. Borre una; si se completaban entre sí, júntelas en la forma que prefiera.
diagnostic-E305 = La matriz tiene { $rows } filas y { $columns } columnas: debe ser cuadrada.{ $norow ->
    [no] {""}
   *[other] {" "}No tiene fila: { $norow }.
}{ $nocolumn ->
    [no] {""}
   *[other] {" "}No tiene columna: { $nocolumn }.
}
diagnostic-E305-remedy = Ponga los mismos códigos en la primera fila y en la primera columna.
diagnostic-E305-explain =
    Una matriz que no es cuadrada

    En una matriz de influencias cada variable aparece una vez como fila y una vez como columna, con los mismos códigos. Vea si falta una fila al final o si una columna quedó sin código. Las filas y columnas de sumas se reconocen (`SUMA`, `Total`) y se dejan fuera.
diagnostic-E306 = «{ $id }» tiene { $value } sobre sí mismo: la diagonal va vacía.
diagnostic-E306-remedy = Borre el valor de la diagonal, o ponga 0.
diagnostic-E306-explain =
    Un valor en la diagonal

    La diagonal diría cuánto influye una variable sobre sí misma, y eso no se pregunta. Un número ahí suele ser señal de que las columnas están corridas: revise que el orden de los códigos sea el mismo en filas y columnas. Se admite vacía, con 0, con guion o con x.
diagnostic-E307 = Falta un código en el encabezado: parece una celda combinada.
diagnostic-E307-remedy = Descombine las celdas y escriba un código en cada fila y columna.
diagnostic-E307-explain =
    Encabezado con celdas combinadas

    Cuando se combinan celdas, solo la primera guarda el texto y las demás quedan en blanco: esas filas o columnas tienen datos y no tienen nombre. En Excel: Inicio, Combinar y centrar, Separar celdas; después escriba los códigos que faltan. Un título sobre la tabla, solo en su fila, no molesta.
diagnostic-E308 = La ronda «{ $id }» no está en `consult/rounds.toml`.
diagnostic-E308-remedy = Agréguela ahí con su consulta, su número y sus fechas, o corrija el nombre.
diagnostic-E308-explain =
    Respuestas de una ronda sin ficha

    `consult/rounds.toml` dice de cada ronda a qué consulta pertenece, a quiénes se invitó y qué se preguntó; sin eso no hay tasa de respuesta ni comparación entre rondas. Agregue la ronda o corrija la errata. El nombre de la carpeta `answers/RONDA/` es el id de la ronda.
diagnostic-E309 = «{ $id }» está en { $side ->
    [row] las filas y no en las columnas
   *[other] las columnas y no en las filas
}.
diagnostic-E309-remedy = Use los mismos códigos en la primera fila y en la primera columna.
diagnostic-E309-explain =
    Filas y columnas con códigos distintos

    La matriz es cuadrada, pero un código aparece solo de un lado: casi siempre una errata (`V10` y `V1O`) o una variable cambiada a medias. El orden puede ser distinto; los códigos, no.
diagnostic-E310 = La tabla tiene { $found } celdas y debe tener { $expected }.
diagnostic-E310-remedy = Complete las filas y columnas: una por cada elemento, en el mismo orden que en las demás tablas.
diagnostic-E310-explain =
    Una tabla con otra forma

    Cada método pide tablas de forma fija: en SMIC, `p` es una lista de n probabilidades y `given` y `given_not` son matrices de n x n; las filas de una tabla tienen todas el mismo largo. El mensaje dice qué tabla es y cuántas filas y columnas se esperaban.
diagnostic-E311 = Falta la tabla «{ $name }».
diagnostic-E311-remedy = Agréguela: una clave de ese nombre en el JSON, una hoja en el libro o un archivo más.
diagnostic-E311-explain =
    Falta una tabla del método

    Algunos métodos leen varias tablas: SMIC pide `p`, `given` y `given_not`; MULTIPOL, `scores` y `policies`; el FODA cruzado, `fo`, `fa`, `do` y `da`. Pueden venir como claves de un documento JSON, como hojas de un libro o como archivos (por su nombre o, si no, en ese orden).
# E4 · archivos de intercambio y salida
diagnostic-E401 = No se puede leer como un estudio: { $reason }.
diagnostic-E401-remedy = Un estudio es una carpeta, un libro .xlsx o un .zip hecho con `atalaya convert ESTUDIO estudio.zip`. Un archivo de un método se lee con su método: `atalaya micmac matriz.csv`; dos se comparan con `--method micmac`.
diagnostic-E401-explain =
    Un archivo comprimido que no es un estudio

    El archivo de un estudio lleva un manifiesto con la huella de cada parte, y límites de cantidad, de tamaño y de compresión que protegen a quien lo abre. Este no los cumple: está dañado, fue modificado o se hizo con otro programa. Para comprimir una carpeta como estudio use `atalaya convert CARPETA estudio.zip`.
diagnostic-E402 = El libro de Excel no se puede leer como estudio: { $reason }.
diagnostic-E402-remedy = Parta de un libro hecho con `atalaya convert ESTUDIO estudio.xlsx` y conserve el nombre de sus hojas.
diagnostic-E402-explain =
    Un libro que no es un estudio

    El libro de un estudio tiene una hoja por parte (`study`, `variables`, `answers`…) con los ids en la primera columna. Si se cambia el nombre de las hojas, o se protege el libro con contraseña, no se puede leer. Obtenga uno con `atalaya new mi-estudio` y `atalaya convert mi-estudio mi-estudio.xlsx`, y pegue ahí sus datos.
diagnostic-E403 = No se puede escribir: { $reason }.
diagnostic-E403-remedy = Elija otro lugar u otro nombre, o pida permiso de escritura.
diagnostic-E403-explain =
    La salida no se puede escribir

    La carpeta es de solo lectura, el disco está lleno o el nombre ya está ocupado. Nada quedó a medias: todo se escribe primero con un nombre provisional. Para dejar los resultados en otra parte: `atalaya run ESTUDIO --out ~/informes/mi-estudio`.
diagnostic-E404 = El estudio no se puede publicar así: { $reason } ({ $id }).
diagnostic-E404-remedy = Corríjalo, o guarde el estudio entero para uso propio: `atalaya archive ESTUDIO`, sin `--public`.
diagnostic-E404-explain =
    Un estudio que no se puede publicar

    Un archivo público lleva las respuestas de cada experto por su código. Si el panel es menor que `privacy.min_group` (5 si falta), publicarlas sería publicar un grupo que el mismo estudio declara que no se muestra; y `panel.csv` lleva códigos, nunca nombres ni direcciones. Si todos los expertos aceptaron que se publiquen, o los datos ya eran públicos, dígalo en `study.toml`: `privacy.min_group = 1`.
diagnostic-E405 = «{ $text }» no es una regla conocida, o su valor no vale para ella.
diagnostic-E405-remedy = Escriba NOMBRE=VALOR. { $allowed }
diagnostic-E405-explain =
    Una regla que el estudio no puede tener

    Las reglas se llaman como en `[rules]` de `study.toml`, por ejemplo `aggregation=median` o `igo_importance=6`. Las que llevan palabras admiten solo las de su lista; las que llevan números, un número.
diagnostic-E406 = El archivo no trae hallazgos publicados: no hay nada con qué comparar.
diagnostic-E406-remedy = Use el archivo público del estudio, el que escribe `atalaya archive ESTUDIO --public --out estudio.zip`.
diagnostic-E406-explain =
    Un archivo que no es público

    `atalaya verify` recalcula los hallazgos desde las respuestas y los compara con los que el archivo declara. El archivo de un estudio entero (`atalaya convert`, `atalaya archive` sin `--public`) no declara ninguno, y tampoco un archivo público que se modificó después con `atalaya rename`.
diagnostic-E407 = No se puede comprobar este documento: { $reason }.
diagnostic-E407-remedy = Se comprueban report.html, report.docx, report.pdf, findings.json, tables.xlsx y la carpeta de tablas, tal como los escribe `atalaya run`.
diagnostic-E407-explain =
    Un documento que no se puede comprobar

    El documento no es de los que escribe `atalaya run`, o está dañado. La página, el documento de Word y los datos se comprueban cifra por cifra; del PDF solo se puede saber si es, byte por byte, el que sale del archivo.

diagnostic-E410 = Ningún perfil ni archivo se llama «{ $name }».
diagnostic-E410-remedy = Elija uno de: { $known }; o dé la ruta de un archivo de perfil.
diagnostic-E410-explain =
    El perfil no existe

    Un perfil dice qué capítulos lleva un informe, en qué orden y con qué títulos. «atalaya profiles» los lista; «atalaya profiles NOMBRE» imprime el texto de uno, para copiarlo y cambiarlo.
diagnostic-E411 = No es un perfil de informe: { $reason }
diagnostic-E411-remedy = Compárelo con el que imprime «atalaya profiles prospectivo».
diagnostic-E411-explain =
    El archivo no es un perfil

    Un perfil es un archivo TOML. Las claves que no conoce el programa, las repetidas y los textos sin comillas se rechazan con su línea, para que nada se omita en silencio.

# W1 · formas de escribir
diagnostic-W101 = El archivo comienza con una marca de orden de bytes (BOM).
diagnostic-W101-remedy = Se lee igual. Para quitarla, guárdelo como «UTF-8» sin BOM.
diagnostic-W101-explain =
    Marca de orden de bytes

    Excel pone tres bytes invisibles al comienzo de los CSV que guarda como «CSV UTF-8». Se reconocen y se dejan de lado. Otros programas los toman por parte del primer encabezado, por eso se avisa.
diagnostic-W102 = El separador es «{ $separator }» en lugar de una coma.
diagnostic-W102-remedy = Se lee igual; al escribir se conserva el separador del archivo.
diagnostic-W102-explain =
    Otro separador de columnas

    Según su configuración regional, la hoja de cálculo separa las columnas con punto y coma o con tabulador. El programa lo reconoce archivo por archivo. No hace falta cambiar nada; se dice para que nadie se sorprenda al abrirlo con otra herramienta.
diagnostic-W103 = El archivo no está en UTF-8: se leyó como Windows-1252.
diagnostic-W103-remedy = Revise que tildes y eñes estén bien, y guárdelo como «CSV UTF-8».
diagnostic-W103-explain =
    Codificación de Windows

    El archivo viene de una versión de Excel que guarda las tildes en la codificación de Windows. Se leyó así, y casi siempre acierta: vea un par de nombres con tilde. En Excel: Guardar como, tipo «CSV UTF-8 (delimitado por comas)».
diagnostic-W104 = Hay números con coma decimal, como «{ $text }».
diagnostic-W104-remedy = Se leen igual; en el Perú y México se escribe punto decimal: 3.5.
diagnostic-W104-explain =
    Coma decimal

    `3,5` se leyó como tres y medio. El aviso sale una vez por archivo. Donde la coma podría ser de miles (`1,234`) el programa no adivina y da el error E209.
diagnostic-W105 = Se dejó fuera «{ $label }»: es una fila o columna de sumas.
diagnostic-W105-remedy = No hace falta hacer nada; si era una variable, cámbiele el código.
diagnostic-W105-explain =
    Sumas fuera de la matriz

    Las plantillas de MICMAC suelen llevar una fila y una columna de totales. Si se tomaran por una variable, cambiarían todos los resultados, así que se dejan fuera. Se reconocen por su nombre: `SUMA`, `Total`, `Sumatoria`, `Σ`.
diagnostic-W106 = Ninguna parte del estudio lee { $sheets ->
    [no] este archivo
   *[other] esta hoja
}.
diagnostic-W106-remedy = { $sheets ->
    [no] Si es suyo, puede quedarse (o moverse a `history/`); si esperaba que se leyera, revise su nombre y su carpeta.
   *[other] Lo que dice se queda fuera. Si esperaba que se leyera, llámela como una de estas: { $sheets }.
}
diagnostic-W106-explain =
    Un archivo que nadie lee

    Está en la carpeta del estudio y no corresponde a ninguna de sus partes. Con frecuencia es una errata en el nombre: `variable.csv` por `structure/variables.csv`, o una matriz fuera de `answers/RONDA/FAMILIA/`. Los archivos propios se conservan al convertir el estudio.
diagnostic-W107 = El programa no conoce la columna o clave «{ $column }»; se conserva sin usarla.
diagnostic-W107-remedy = Si es una nota suya, déjela; si esperaba que se usara, { $headers ->
    [no] revise el nombre.
   *[other] llámela como una de estas: { $headers }.
}
diagnostic-W107-explain =
    Una columna que nadie lee

    Puede agregar columnas propias: se guardan y se devuelven tal cual. Se avisa porque un nombre mal escrito se vería igual: `definción` no es `definición`, y ese texto no saldría en el informe. Los nombres se leen en español y en inglés, con o sin mayúsculas, tildes y plurales: `Definiciones` es `definition`. Están en `docs/study-folder.es.md`.

# W2 · contenido
diagnostic-W201 = «{ $field }»: falta el texto en { $language }.
diagnostic-W201-remedy = Escriba el texto en `{ $key }`, o quite "{ $lang }" de `languages` en `study.toml`.
diagnostic-W201-explain =
    Falta una traducción

    `study.toml` declara los dos idiomas y este texto está en uno solo; en el informe del otro saldrá sin traducir. Complete la columna del idioma que falta (`name_en`, `definition_en`…). Si el estudio tiene un solo idioma, déjelo dicho: `languages = ["es"]`.
diagnostic-W202 = { $id } fue invitado y no respondió nada en { $round }.
diagnostic-W202-remedy = Si no participó, está bien: cuenta como no respuesta. Si respondió, faltan sus datos.
diagnostic-W202-explain =
    Un experto sin respuestas

    Se le invitó y no hay ninguna respuesta suya en la ronda. No es un error: la tasa de respuesta lo dice en el informe. Pero también puede ser que falte importar su archivo o que su código esté escrito de otro modo.
diagnostic-W203 = La redacción de { $id } cambió después de que se respondió en { $round }.
diagnostic-W203-remedy = Si el cambio es de fondo, pregunte de nuevo en otra ronda; si es de forma, actualice la huella en `consult/rounds.toml`.
diagnostic-W203-explain =
    Se respondió otra redacción

    Cada ronda guarda la huella del nombre y la definición de lo que preguntó. La de ahora es distinta: el panel respondió a otras palabras. Un revisor lo señalará. Si solo se corrigió una tilde, actualice la huella; si cambió el sentido, esas respuestas son de la redacción anterior.
diagnostic-W204 = { $id } respondió en { $round } sin figurar entre los invitados.
diagnostic-W204-remedy = Agréguelo a `invited` de esa ronda en `consult/rounds.toml`, o retire sus respuestas.
diagnostic-W204-explain =
    Respondió alguien que no fue invitado

    La lista `invited` de la ronda no lo tiene. Sus respuestas se cuentan, pero la tasa de respuesta ya no cuadra. Suele ser un código cambiado entre rondas: el mismo experto debe llevar siempre el mismo.
diagnostic-W205 = La decisión «{ $decision }» se apoyaba en resultados que cambiaron.
diagnostic-W205-remedy = Revísela con los resultados de hoy y vuelva a registrarla con su nueva base.
diagnostic-W205-explain =
    Una decisión desactualizada

    Toda decisión guarda la huella de los resultados en los que se basó. Los de hoy son otros: llegaron respuestas, se corrigió una matriz o cambió una regla. La decisión sigue en pie y el informe la marca como desactualizada hasta que alguien la confirme o la cambie.
diagnostic-W206 = La matriz está muy llena: { $fill } de sus celdas tienen influencia.
diagnostic-W206-remedy = Pregunte solo por influencias directas; lo usual es entre 15 % y 25 % de celdas.
diagnostic-W206-explain =
    Una matriz demasiado densa

    Con más de 35 % de celdas llenas, lo habitual es que el panel haya anotado también influencias indirectas (V1 actúa sobre V2 y V2 sobre V3, luego V1 sobre V3). El método calcula las indirectas por su cuenta, así que se cuentan dos veces y las variables se parecen entre sí. Revise las celdas con el grupo: ¿actúa sin intermediarios?
diagnostic-W207 = { $count ->
    [one] Una celda está vacía ({ $cells }): se toma como no respondida, que no es cero.
   *[other] { $count } celdas están vacías ({ $cells }): se toman como no respondidas, que no es cero.
}
diagnostic-W207-remedy = Escriba 0 donde no hay relación y `-` donde no hay opinión.
diagnostic-W207-explain =
    Celdas vacías en una matriz única

    Una celda vacía no es un cero: nadie dijo que no haya relación. El método sigue sin ella y el resultado cuenta cuántas faltaron. En la matriz de un experto entre varios es normal que falten celdas; en una matriz de consenso conviene decidirlas todas.
diagnostic-W208 = { $name } = { $value } queda fuera de lo posible: con las probabilidades simples dadas solo puede ir de { $low } a { $high }.
diagnostic-W208-remedy = Revise con quien respondió la condicional o las dos probabilidades simples; SMIC la corregirá al valor coherente más cercano.
diagnostic-W208-explain =
    Una probabilidad condicional imposible

    Dadas P(i) y P(j), ninguna distribución conjunta admite cualquier P(i/j): va de max(0, (P(i) + P(j) − 1) / P(j)) a min(1, P(i) / P(j)) (cotas de Fréchet). Las respuestas de los expertos suelen ser incoherentes y SMIC las corrige; el resultado dice cuánto movió cada una. Una corrección grande es noticia: la respuesta se dio sin pensar en las otras.
diagnostic-W209 = «{ $text }» no es un código de país.
diagnostic-W209-remedy = Escriba las tres letras mayúsculas de la norma ISO 3166-1: PER, MEX, COL.
diagnostic-W209-explain =
    Un país que no está en código

    Con el código, el informe escribe el nombre del país en el idioma que se le pida y junta a quienes son del mismo. Con otra forma lo imprime tal cual, y «Perú» y «PER» serían dos países. Los códigos son de tres letras: `PER`, `MEX`, `COL`, `CHL`, `ECU`, `BOL`, `ARG`, `BRA`, `ESP`.

diagnostic-W211 = La ronda cierra ({ $closed }) antes de abrir ({ $opened }).
diagnostic-W211-remedy = Corrija una de las dos fechas.
diagnostic-W211-explain =
    Una ronda que cierra antes de abrir

    Las rondas se ordenan por el día en que cierran y la cronología del informe las muestra con ambas fechas. Mal: abre `2018-05-20` y cierra `2018-05-02`. Bien: abre `2018-05-02` y cierra `2018-05-20`; pueden ser el mismo día.
diagnostic-W212 = La acción termina ({ $to }) antes de empezar ({ $from }).
diagnostic-W212-remedy = Corrija uno de los dos años.
diagnostic-W212-explain =
    Una acción que termina antes de empezar

    La ruta dibuja cada acción desde su primer año hasta el último; al revés no se puede dibujar. Mal: de `2027` a `2026`. Bien: de `2026` a `2027`; una acción de un solo año lleva el mismo año dos veces, o solo el primero.
diagnostic-W213 = El horizonte ({ $horizon }) queda a más de dos siglos.
diagnostic-W213-remedy = Si es una errata, corrija el año; por ejemplo 2040 en lugar de 20400.
diagnostic-W213-explain =
    Un horizonte de otro milenio

    Un estudio de prospectiva mira de diez a cincuenta años adelante. Un horizonte mucho más lejano suele ser un dígito de más: `20400` por `2040`. Se acepta y se dice.
diagnostic-W214 = { $id } llega a { $to }, más allá del horizonte del estudio ({ $horizon }).
diagnostic-W214-remedy = Corrija el año, o mueva el horizonte en `study.toml` si el estudio mira más lejos.
diagnostic-W214-explain =
    Un año después del horizonte

    La ruta va del año base al horizonte; lo que pasa de ahí alarga el calendario más allá de lo que el estudio explora, y ningún escenario lo respalda. Puede ser deliberado (una obra que se termina después): se dibuja y se dice.
diagnostic-W215 = { $id } empieza en { $from }, antes que { $other } ({ $to }), de la que depende.
diagnostic-W215-remedy = Cambie uno de los dos años, o quite { $other } de `after`.
diagnostic-W215-explain =
    Un calendario que contradice sus dependencias

    La columna `after` nombra las acciones que tienen que venir primero. Si una de ellas empieza después, el calendario no se puede cumplir tal como está. Ejemplo: la ventanilla (2026) depende de la ley (2027); o la ley se adelanta, o la ventanilla espera.

# G1 · lo que falta
diagnostic-G101 = El estudio no dice para quién es: falta el sujeto.
diagnostic-G101-remedy = Escriba `subject` en `study.toml` (`subject.es` y `subject.en` si el estudio va en dos idiomas): quién usará la estrategia y puede actuar.
diagnostic-G101-explain =
    Un estudio sin sujeto

    El sujeto es quien decide y actúa: un ministerio, un gremio, una región. Sin él no se sabe qué es interno y qué externo, ni qué acciones son gobernables: no puede haber FODA, ni capacidad, ni escenario apuesta con dueño. Ejemplo: `subject.es = "La Dirección de Mipymes del Ministerio de la Producción"`.
diagnostic-G102 = Todavía no hay { $records }.
diagnostic-G102-remedy = Se escriben en `{ $home }`; lo que se apoya en esa lista queda pendiente en el informe.
diagnostic-G102-explain =
    Una lista que aún no existe

    No es un error: un estudio puede tener cualquier parte y le falta esta. Las etapas que la necesitan lo dicen en el informe en lugar de inventar resultados. Para ver cómo se llena, mire el ejemplo: `atalaya new demo --template mipymes-peru-2030`.
diagnostic-G103 = El panel todavía no ha respondido sobre { $asked } ({ $records }).
diagnostic-G103-remedy = Reúna las respuestas en una ronda y póngalas en `answers.csv` o en `answers/RONDA/{ $family }/`.
diagnostic-G103-explain =
    Una pregunta sin respuestas

    Los registros ya están y nadie los ha juzgado todavía; el método que usa esas respuestas queda pendiente. Una fila de `answers.csv` basta para cada juicio: `E01,R1,importance/V3,8`.
diagnostic-G104 = La variable estratégica { $id } no tiene indicador.
diagnostic-G104-remedy = Agregue uno en `watch/indicators.csv` con `variables` = { $id }.
diagnostic-G104-explain =
    Una variable que no se mide

    Las variables estratégicas sostienen los escenarios; sin indicador no habrá cómo saber hacia cuál se avanza. Si hoy no existe, proponga uno en la columna `proposed` de su diagnóstico.
diagnostic-G105 = Al indicador { $id } le falta: { $lacks }.
diagnostic-G105-remedy = Complete esas columnas en `watch/indicators.csv`.
diagnostic-G105-explain =
    Un indicador incompleto

    Un indicador que se puede seguir tiene línea de base con su año, meta con su año, una fuente que lo publica y alguien que responde por él. Lo que falte sale marcado en el informe: es lo primero que observa quien revisa un plan.
diagnostic-G106 = El objetivo { $id } no tiene indicador.
diagnostic-G106-remedy = Agregue uno en `watch/indicators.csv` con `objectives` = { $id }.
diagnostic-G106-explain =
    Un objetivo sin medida

    La cadena visión, objetivo, acción, indicador está rota en este eslabón: no habrá forma de saber si el objetivo se cumplió. Un indicador puede medir varios objetivos.
diagnostic-G107 = El responsable «{ $name }» de { $id } no está entre los actores.
diagnostic-G107-remedy = Agréguelo en `structure/actors.csv` o nombre a un actor que ya esté.
diagnostic-G107-explain =
    Un responsable que no es actor

    Quien responde por una acción o un indicador debe ser uno de los actores del estudio: así se sabe qué le interesa y con qué cuenta. Use su id: `responsible = A3`.
diagnostic-G108 = Ninguna acción trabaja la variable { $id }, que mueve el sistema.
diagnostic-G108-remedy = Agregue una acción en `act/actions.csv` con `variable` = { $id }, o explique por qué no la hay.
diagnostic-G108-explain =
    Una variable clave sin acción

    Es determinante, o la de un eje, y la estrategia no la toca. O falta una acción, o la variable es externa y solo se vigila: en ese caso basta con su indicador y conviene decirlo.
diagnostic-G109 = Ningún comodín pone a prueba el escenario { $id }.
diagnostic-G109-remedy = Agregue un hecho sorpresivo en `explore/wildcards.csv` que lo ataque.
diagnostic-G109-explain =
    Un escenario sin prueba

    Un comodín es un hecho de baja probabilidad y gran impacto que rompe el escenario: una crisis, una norma, un invento. Obliga a pensar el plan de contingencia. Cada escenario exploratorio debería resistir al menos uno.
diagnostic-G110 = El escenario { $id } no dice cómo queda la variable { $variable }.
diagnostic-G110-remedy = Escriba los estados de { $variable } en `explore/states.csv` si aún no están, y agregue el suyo a `states` del escenario, por ejemplo "{ $variable }.a".
diagnostic-G110-explain =
    Un escenario incompleto

    Un escenario se define por el estado de cada variable clave en el horizonte. Si falta una, dos lectores imaginarán cosas distintas. Los estados se escriben en `explore/states.csv` y el escenario los cita: `states = ["V3.a", "V7.b"]`.
diagnostic-G111 = Nadie ha decidido aún: { $about }.
diagnostic-G111-remedy = Mientras tanto vale lo que proponga la regla, si propone algo; en los ejes, lo que está escrito. Para decidir, agregue una decisión con su razón en `decisions.toml`.
diagnostic-G111-explain =
    Una decisión pendiente

    El método propone y las personas deciden. Mientras no haya decisión, el informe usa la propuesta de la regla y la imprime como «propuesta por la regla, no decidida». Una decisión dice qué se eligió, qué proponía la regla, por qué, quién y cuándo; su ficha está en `docs/study-folder.md`.

diagnostic-G112 = Faltan { $count } de los { $cells } juicios sobre qué estados favorecen a cuáles.
diagnostic-G112-remedy = Pídalos en la próxima ronda. Entretanto cada uno vale 0: ni favorece ni estorba.
diagnostic-G112-explain =
    Juicios que faltan en los balances

    Los balances de impacto cruzado suman lo que cada estado hace a cada estado de las demás variables. Un juicio que nadie dio vale 0, es decir, como si un estado no hiciera nada al otro; si faltan muchos, pasan por consistentes escenarios que nadie ha examinado. Entre estados de una misma variable no se pregunta y no falta ningún juicio; los que alguien dé entran en la suma.
diagnostic-G113 = A la ficha del estudio le falta: { $lacks }.
diagnostic-G113-remedy = Escríbalo en `study.toml`: `title`, `question`, `base_year` y `horizon` están entre las primeras líneas.
diagnostic-G113-explain =
    Un estudio que no dice qué pregunta ni hasta cuándo

    La portada, la ficha técnica y todos los ejes de tiempo salen de cuatro datos: el título, la pregunta focal, el año base y el horizonte. Sin ellos el informe se arma igual, pero quien lo lee no sabe qué se quiso averiguar ni en qué plazo.
diagnostic-G114 = { $id } no tiene nombre.
diagnostic-G114-remedy = Escríbalo en `{ $home }`, en la columna `name` (`name_es` y `name_en` en un estudio de dos idiomas).
diagnostic-G114-explain =
    Un registro sin nombre

    El informe, los planos y los cuestionarios llaman a cada cosa por su nombre y la acompañan con su código. Sin nombre solo queda el código, que fuera del equipo nadie entiende: «V7» no le dice nada a un experto que tiene que juzgarla.
# Lo que falta en un indicador
lacks-title = título
lacks-question = pregunta focal
lacks-base_year = año base
lacks-horizon = horizonte
lacks-baseline = línea de base
lacks-target = meta
lacks-source = fuente
lacks-responsible = responsable

# Razones del sistema y de los lectores
reason-no-such-file-or-directory = no existe
reason-permission-denied = no hay permiso
reason-is-a-directory = es una carpeta
reason-not-a-directory = no es una carpeta
reason-file-exists = ya existe
reason-entity-already-exists = ya existe
reason-directory-not-empty = la carpeta no está vacía
reason-read-only-file-system = el disco es de solo lectura
reason-read-only-filesystem-or-storage-medium = el disco es de solo lectura
reason-no-space-left-on-device = no queda espacio en el disco
reason-too-many-levels-of-symbolic-links = los enlaces se persiguen en círculo
reason-duplicate-key = la clave está dos veces
reason-missing-opening-quote = falta la comilla que abre
reason-missing-comma-between-array-elements = falta una coma entre los elementos de la lista
reason-missing-assignment-between-key-value-pairs = falta el signo `=`
reason-missing-value = falta el valor
reason-missing-value-for-key = la clave no tiene valor
reason-key-with-no-value = la clave no tiene valor
reason-string-values-must-be-quoted = los textos van entre comillas
reason-unclosed-array = falta el corchete que cierra la lista
reason-unclosed-table = falta el corchete que cierra la tabla
reason-unclosed-array-table = faltan los corchetes que cierran la tabla
reason-unclosed-inline-table = falta la llave que cierra
reason-invalid-unquoted-key = la clave lleva un carácter que obliga a ponerla entre comillas
reason-unexpected-key-or-value = hay una clave o un valor donde no va
reason-unexpected-content = sobra algo en la línea
reason-invalid-basic-string = el texto no cierra sus comillas
reason-invalid-literal-string = el texto no cierra sus comillas
reason-extra = sobra un signo `=`
reason-unexpected-end-of-file = el archivo termina antes de tiempo
reason-not-a-zip = no es un archivo .zip o está dañado
reason-damaged = está dañado
reason-too-many-files = tiene demasiados archivos
reason-too-large = es demasiado grande
reason-ratio = un archivo crece al descomprimirse más de lo admitido
reason-path = el nombre de un archivo sale de la carpeta del estudio
reason-link = contiene un enlace en lugar de un archivo
reason-twice = un nombre de archivo está dos veces
reason-encrypted = tiene contraseña
reason-manifest = su manifiesto no es el de un estudio
reason-hash = un archivo cambió después de crearse el manifiesto
reason-few = respondieron menos expertos que el menor grupo que se muestra
reason-address = el panel lleva una dirección de correo
reason-report-kind = no tiene la forma de un informe, de hallazgos ni de tablas
reason-report-damaged = está dañado o vacío
reason-report-none = no hay en la carpeta ninguna tabla del estudio
reason-profile-id-taken = lleva el `id` de un perfil del programa; déle otro nombre
reason-no-study = no contiene study.toml
reason-not-a-part = ninguna parte de un estudio se llama así: necesita el nombre de un archivo de la carpeta, como `variables.csv`, o ser un archivo o un libro enteros
reason-not-a-study = no es una carpeta, un .zip ni un .xlsx
reason-too-many-rows = una hoja tendría más filas de las que admite Excel
reason-no-judgements = el estudio no tiene juicios entre estados (familia `impact`)
reason-cell-too-long = un texto es más largo de lo que cabe en una celda de Excel
reason-matrix = falta la lista de filas `matrix`

# Remedios de lo que está en un libro, donde las palabras usuales son de archivos
sheet-called = la hoja «{ $name }»
sheet-E302 = { $alone ->
    [yes] Corrija el valor, o pase la tabla a esa escala: un archivo suelto se lee siempre con ella. Una escala propia se declara en un estudio.
   *[no] Corrija el valor. Si el estudio usa otra escala, declárela en la hoja «estudio», en una fila `scales.FAMILIA`, por ejemplo `scales.influence` con `0..4`.
}
sheet-E304 = Deje la familia entera en un solo lugar: la hoja «respuestas» o las hojas de matriz `{ $family } { $round } EXPERTO`.
sheet-G103 = Agregue «{ $asked }» a las familias de una ronda y ponga las respuestas en la hoja «respuestas», una fila por juicio.
