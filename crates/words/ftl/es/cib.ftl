# Balances de impactos cruzados y cajas morfológicas

# Los comandos
cli-about-cib = Todos los escenarios consistentes de una matriz de impactos cruzados (CIB), de forma exacta
cli-about-box = Las configuraciones de una caja morfológica: cuántas, cuáles y qué sigue siendo posible
cli-value-model = MATRIZ
cli-value-box = CAJA
cli-value-pair = NOMBRE=VALOR
cli-value-seconds = SEGUNDOS
cli-cib-models = La matriz: un archivo de ScenarioWizard (.scw), o CSV o Excel con filas y columnas llamadas descriptor.variante; varios archivos son las matrices de un panel, una por experto; una carpeta vale por sus archivos, y sus subcarpetas, o varias carpetas, son los grupos del panel
cli-cib-edit = Un cambio que se hace antes, puede repetirse: "standardise", "transpose", "scale 2", "merge D=a,b,nombre", "split D=a,nombre"; --out escribe el resultado
cli-cib-check = Lo que le falta a la matriz: secciones vacías, filas que no suman 0, nombres repetidos
cli-cib-pick = Elegir tantos escenarios de la lista, muy distintos entre sí, empezando por el de mayor impacto total (50 como máximo)
cli-cib-near = Los escenarios que pasan de lo admitido en un punto de inconsistencia como máximo y que un cambio en un solo juicio haría consistentes
cli-cib-transitions = Adónde lleva, desde cada escenario consistente, cada cambio de un solo descriptor, según la regla de sucesión
cli-cib-disputed = De un panel: los juicios en que difieren los expertos, y si eso cambia los escenarios
cli-value-change = CAMBIO
cli-cib-max_inconsistency = También los escenarios con inconsistencia hasta este número (por defecto 0: los consistentes)
cli-cib-succession = La regla con que cambia un escenario inconsistente: global (por defecto), sequential o max-gap
cli-cib-basins = Adónde lleva cada escenario: cuántos terminan en cada atractor
cli-cib-force = Una variante que los escenarios deben tener, como descriptor=variante, por nombre o por número; varias de un descriptor le dejan elegir
cli-cib-forbid = Una variante que no pueden tener
cli-cib-limit = Cuántos escenarios listar como máximo (1000 por defecto); se cuentan todos y, si hay más, se listan los de mayor impacto total
cli-cib-sample = En lugar de esa lista, tantos escenarios sacados al azar, todos con la misma probabilidad
cli-cib-node_limit = Detenerse después de tantos nodos de la búsqueda; la respuesta dice entonces que está incompleta
cli-cib-time_limit = Detenerse después de tantos segundos
cli-cib-threads = Hilos que se usan (por defecto, todos); la respuesta no depende de ellos
cli-cib-explain = Explicar el escenario que tiene este número en la lista: quién empuja a favor y en contra de cada variante
cli-cib-solutions = Un archivo de soluciones (.sl): se verifica cada escenario de su lista
cli-cib-out = Escribir los escenarios (.sl) o la matriz (.scw, .csv, .xlsx) en un archivo
cli-box-box = La caja: box.toml, o JSON con «values» y «exclusions»
cli-box-entry = De un archivo JSON con varias cajas, la que lleva este número
cli-box-families = Reunir las configuraciones listadas en tantas familias de las que están próximas (50 como máximo); si no se pide otra cosa, se listan todas o una muestra de 300
cli-box-fix = Un valor que se fija, como parámetro=valor, por nombre o por número; se puede repetir
cli-box-count = Solo contar, sin listar
cli-box-best = Listar las mejores configuraciones, tantas
cli-box-sample = Listar configuraciones sacadas al azar, tantas, todas con la misma probabilidad

# Lo que dice cib
cib-found = { $count ->
    [0] Ningún escenario es { $kind }
    [one] Un escenario de { $space } es { $kind }
   *[other] { $shown } escenarios de { $space } son { $kind }
}.
cib-kind-consistent = { $count ->
    [0] consistente
    [one] consistente
   *[other] consistentes
}
cib-kind-up-to = { $count ->
    [0] de inconsistencia { $n } o menos
    [one] de inconsistencia { $n } o menos
   *[other] de inconsistencia { $n } o menos
}
cib-complete = La búsqueda fue exhaustiva: no hay otros.
cib-incomplete = La búsqueda se interrumpió: puede haber más.
cib-listed-best = Los { $n } de mayor impacto total:
cib-listed-found = { $n } de gran impacto total; no se buscó hasta el final si los hay mejores:
cib-listed-drawn = { $n } sacados al azar, todos con la misma probabilidad:
cib-critical = El menor cambio de un solo juicio que altera esto: { $change } de { $source } sobre { $target }.
cib-effort = { $n ->
    [one] { $nodes } nodo
   *[other] { $nodes } nodos
}, { $time }.
cib-column-number = N.º
cib-column-total = Impacto total
cib-column-consistency = Consistencia
cib-column-inconsistency = Inconsistencia
cib-column-weight = Peso
cib-no-such-pair = «{ $text }» no nombra ninguna variante: escriba descriptor=variante, por nombre o por número, por ejemplo «{ $example }».
cib-no-such-value = «{ $text }» no nombra ningún valor: escriba parámetro=valor, por nombre o por número, por ejemplo «{ $example }».
cib-no-such-scenario = No hay escenario { $k } en la lista: tiene { $n }.
cib-title-basins = Adónde lleva cada escenario ({ $rule }; en un empate, { $tie })
cib-rule-global = todos los descriptores cambian a la vez
cib-rule-sequential = los descriptores cambian por su orden
cib-rule-max-gap = cambia el descriptor más inconsistente
cib-tie = queda la variante que está o, si no, la primera
cib-cycle = ciclo de { $length }
cib-column-attractor = Atractor
cib-column-share = Parte
cib-basins-exact = Se siguió el espacio entero: los pesos son exactos.
cib-basins-sampled = El espacio es demasiado grande para seguirlo entero: { $draws } escenarios sacados al azar, con intervalos de Wilson del 95 %.
cib-basins-cut = El recorrido del espacio se interrumpió: no hay pesos.
cib-explained = Escenario { $k }
cib-column-descriptor = Descriptor
cib-column-variant = Variante
cib-column-balance = Balance
cib-column-margin = Margen
cib-column-for = A favor
cib-column-against = En contra
cib-solutions-hold = Los { $n } escenarios que lista { $file } son como dice.
cib-too-wide = La matriz tiene demasiadas variantes que rivalizan entre sí: junte las que reciben los mismos juicios o parta el sistema en dos.
cib-too-large = Los impactos sobre la columna { $column } son demasiado grandes para sumarlos.

cib-change = { $change } de { $source } sobre { $target }
cib-column-scenario = Escenario
cib-column-change = Cambio de un juicio
cib-column-from = De
cib-column-to = A
cib-column-changes = Cambios que llevan allí
cib-column-panel = Panel
cib-column-experts = Expertos
cib-column-draws = Paneles sorteados
cib-column-source = Quién actúa
cib-column-target = Sobre quién
cib-column-range = Respuestas
cib-column-at-least = Si todos dieran el menor
cib-column-at-most = Si todos dieran el mayor
cib-more-rows = { $n ->
    [one] Hay una fila más en el documento JSON (--json).
   *[other] Hay { $n } filas más en el documento JSON (--json).
}
cib-picked = Los más distintos: escenarios { $list }; los dos más próximos difieren en { $least } de { $n ->
    [one] un descriptor
   *[other] { $n } descriptores
}.
cib-picked-one = Se eligió: { $count ->
    [0] ninguno, porque la lista está vacía
    [one] el escenario { $list }
   *[other] los escenarios { $list }
}.
cib-picked-of = { $name } ({ $k } de { $n })
cib-picked-whole = Reúnen todas las variantes que aparecen en la lista.
cib-picked-missed = No reúnen todas las variantes que aparecen en la lista: { $list }.
cib-picked-families = Familias de escenarios próximos entre sí (enlace promedio): { $list }.
cib-near = { $count ->
    [0] A ningún escenario le sobra un punto o menos de inconsistencia.
    [one] A un escenario le sobra un punto o menos de inconsistencia; { $saved ->
        [0] ningún juicio lo haría consistente por sí solo.
       *[other] un solo juicio lo haría consistente:
    }
   *[other] A { $shown } escenarios les sobra un punto o menos de inconsistencia; { $saved ->
        [0] ningún juicio haría consistente a alguno por sí solo.
        [one] un solo juicio haría consistente a uno:
       *[other] un solo juicio haría consistente a cada uno de estos { $saved }:
    }
}
cib-near-many = { $count ->
    [one] A un escenario le sobra
   *[other] A { $shown } escenarios les sobra
} un punto o menos de inconsistencia: demasiados para mirarlos uno por uno.
cib-title-transitions = Adónde lleva un solo cambio
cib-comes-back = sí mismo
cib-title-panel = Panel de { $n ->
    [one] un experto
   *[other] { $n } expertos
}: para quiénes es consistente cada escenario
cib-panel-drawn = Paneles sorteados: en cuántos de { $draws } paneles de igual tamaño, sorteados entre estos expertos{ $groups ->
    [0] {""}
   *[other] {" "}dentro de cada grupo
}, es consistente el escenario.
cib-panel-group = { $name } ({ $n ->
    [one] un experto
   *[other] { $n } expertos
}): { $count }
cib-panel-groups = Escenarios consistentes por grupo: { $list }; { $shared ->
    [0] ninguno lo es para todos los grupos.
    [one] uno lo es para todos los grupos.
   *[other] { $shared } lo son para todos los grupos.
}
cib-panel-few = Con menos de ocho expertos no se sortean paneles.
cib-panel-differs = { $file } no tiene los mismos descriptores y variantes que { $first }, en el mismo orden: dice { $own } donde el otro dice { $other }. Un panel juzga una sola matriz.
cib-panel-nothing = nada más
cib-panel-mean = La matriz del panel es la media de las { $n } matrices, juicio por juicio; los escenarios de arriba son los suyos.
cib-folder-empty = En «{ $folder }» no hay matrices. Una matriz es un archivo .scw, .csv, .tsv, .xlsx, .xls u .ods, en la carpeta o en una de sus subcarpetas.
cib-panel-many = Una matriz del panel tiene demasiados escenarios para compararlos uno por uno: fije o excluya variantes, o admita menos inconsistencia.
cib-disputed = Los expertos difieren en { $count ->
    [one] un juicio
   *[other] { $count } juicios
}; { $matters ->
    [0] ninguno cambia por sí solo los escenarios.
    [one] uno cambia los escenarios. Se pierden (−) y aparecen (+):
   *[other] { $matters } cambian los escenarios. Se pierden (−) y aparecen (+):
}
cib-disputed-none = Los expertos no difieren en ningún juicio.
cib-missing-nothing = No falta nada: todas las secciones tienen impactos, todas las filas suman 0 y todos los nombres son claros.
cib-missing-empty = { $count ->
    [one] Una sección no tiene impactos
   *[other] { $count } secciones no tienen impactos
}: { $list }.
cib-missing-unbalanced = { $count ->
    [one] Una fila no suma 0
   *[other] { $count } filas no suman 0
}: { $list }. La consistencia no depende de ello; «--edit standardise» lo corrige.
cib-missing-self = { $count ->
    [one] Un descriptor actúa sobre sí mismo
   *[other] { $count } descriptores actúan sobre sí mismos
}: { $list }.
cib-missing-unclear = { $count ->
    [one] Un nombre está vacío o repetido
   *[other] { $count } nombres están vacíos o repetidos
}: { $list }.
cib-edit-verb = «{ $text }» no es un cambio: escriba "standardise", "transpose", "scale 2", "merge { $example },otra,nombre" o "split { $example },nombre".
cib-edit-variant = «{ $text }» no nombra ninguna variante de la matriz: escriba descriptor=variante, por nombre o por número, por ejemplo «{ $example }».
cib-edit-factor = «{ $text }»: el factor debe ser un número entero mayor que 0.
cib-edit-large = «{ $text }» daría impactos demasiado grandes para sumarlos.

# Lo que dice box
box-found = { $count ->
    [0] Ninguna configuración es posible
    [one] Una configuración de { $space } es posible
   *[other] { $shown } configuraciones de { $space } son posibles
}.
box-column-parameter = Parámetro
box-column-value = Valor
box-column-count = Configuraciones
box-column-weight = Peso
box-column-family = Familia
box-column-members = Miembros
box-column-medoid = Típica
box-column-shared = Lo que comparten todas
box-families = Familias, según los parámetros en que difieren las configuraciones (enlace promedio); la típica es la que menos difiere de las demás:
box-listed-all = Todas:
box-listed-first = Las primeras:
box-listed-best = Las mejores:
box-listed-sample = Sacadas al azar, todas con la misma probabilidad:
box-too-wide = Las exclusiones atan demasiados parámetros entre sí: el diagrama tiene más de { $nodes } nodos. Fije los valores ya decididos o quite exclusiones que se siguen de otras.
box-impossible = imposible

# Diagnósticos
diagnostic-E112 = { $fault ->
    [no-header] No es un archivo de ScenarioWizard: no empieza por «$ ScenarioWizard».
    [no-descriptors] La matriz no tiene descriptores.
    [no-variants] El descriptor { $name } no tiene variantes.
    [many-of-one] El descriptor { $name } tiene { $found } variantes; se pueden leer { $expected } como máximo.
    [many] La matriz tiene { $found } variantes; se pueden leer { $expected } como máximo.
    [truncated] El archivo termina después de { $found } de las { $expected } líneas «#» que separan sus partes: está cortado.
    [variant-first] Hay una variante antes del primer descriptor.
    [line] «{ $text }» no es un descriptor («&Nombre») ni una variante (« -Nombre»).
    [columns] La fila tiene { $found } impactos y hay { $expected } variantes.
    [rows] La matriz tiene { $found } filas y hay { $expected } variantes.
    [cell] «{ $text }» no es un impacto.
    [large] { $text } es demasiado grande para un impacto.
    [label] «{ $text }» no dice de qué descriptor es la variante.
    [apart] Las variantes de { $name } no están juntas.
    [no-count] La tercera línea no dice cuántos escenarios lista el archivo.
    [solution] «{ $text }» no es una línea de solución.
    [solutions] El archivo anuncia { $expected } escenarios y lista { $found }.
   *[other] La matriz de impactos cruzados no se puede leer.
}
diagnostic-E112-remedy = { $fault ->
    [no-header] Guarde de nuevo el proyecto con ScenarioWizard, o dé la matriz como CSV con rótulos como «D1.a».
    [many-of-one] Junte las variantes que reciben los mismos juicios.
    [many] Deje fuera lo que no importa, o parta el sistema en dos.
    [truncated] Copie otra vez el archivo.
    [columns] Cuente las comas de la fila: una menos que variantes.
    [rows] Cada variante lleva una fila, en el orden de los nombres.
    [cell] Escriba un entero como -2, 0 o 3, o un número con hasta seis decimales.
    [large] Los impactos van, por lo común, de -3 a 3.
    [label] Escriba descriptor, punto, variante: «D1.a».
    [apart] Ponga juntas las columnas de un descriptor.
    [solution] Una línea es "variantes",peso,consistencia,inconsistencia,total,"nota".
   *[other] Compárela con una exportación de ScenarioWizard, o parta de un CSV con rótulos como «D1.a».
}
diagnostic-E112-explain =
    Una matriz de impactos cruzados que no se puede leer

    La matriz viene como proyecto de ScenarioWizard (.scw) o como una tabla cuya primera fila y primera columna llevan los mismos rótulos, descriptor y variante unidos por un punto: `D1.a`. Cada variante tiene una fila (lo que hace a las demás) y una columna (lo que recibe); los impactos son números, por lo común de -3 (frena mucho) a 3 (favorece mucho). Si el archivo está cortado, o la matriz tiene otro tamaño que sus nombres, no se adivina nada.
diagnostic-E113 = { $fault ->
    [no-parameters] La caja no tiene parámetros.
    [no-values] El parámetro { $name } no tiene valores.
    [many] La caja tiene { $found } valores; se pueden leer { $expected } como máximo.
    [value] «{ $text }» no es un valor de esta caja.
    [same] Una exclusión nombra dos veces el parámetro { $name }.
    [number] «{ $text }» no es un peso: tiene que ser un número, 0 o más.
    [twice] «{ $name }» está dos veces.
    [several] El archivo tiene { $count ->
        [one] una caja
       *[other] { $count } cajas
    }: hay que elegir una.
    [json] No es una caja: se espera un objeto con «values» y «exclusions».
    [key] «{ $text }», en { $name }, no es una clave de una caja.
   *[other] La caja no se puede leer: { $text }.
}
diagnostic-E113-remedy = { $fault ->
    [several] Escriba, por ejemplo, «--entry 1».
   *[other] Un parámetro es una tabla [[parameter]] con nombre y valores; una exclusión une valores de dos o más parámetros: exclude = [["P1=a", "P2=b"]].
}
diagnostic-E113-explain =
    Una caja morfológica que no se puede leer

    La caja lista los parámetros con sus valores y los pares de valores que no pueden ir juntos. En `box.toml` cada parámetro es un `[[parameter]]` con `name` y `values`, y `exclude` es una lista de exclusiones como `["Energía=carbón", "Política=cero neto"]`. Como JSON: `values` lleva el número de valores de cada parámetro y `exclusions` lista `[parámetro, valor, parámetro, valor]`, contados desde 0.
diagnostic-W210 = { $fault ->
    [variant] El escenario { $number } del archivo elige una variante que la matriz no tiene.
    [inconsistency] El escenario { $number } es inconsistente en { $found }; el archivo dice { $expected }.
    [consistency] El escenario { $number } tiene el valor de consistencia { $found }; el archivo dice { $expected }.
   *[total] El escenario { $number } tiene el impacto total { $found }; el archivo dice { $expected }.
}
diagnostic-W210-remedy = El archivo es más viejo que la matriz: use la lista que hace este programa.
diagnostic-W210-explain =
    Un archivo de soluciones que quedó atrás

    El archivo de soluciones guarda los escenarios que se hallaron cuando se escribió. Si después se edita la matriz y no se busca de nuevo, la lista ya no vale. Cada escenario de la lista se calcula otra vez; los que no son como dice el archivo se nombran, y el archivo no se usa.
