# Palabras comunes
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
number-11 = once
number-12 = doce
number-13 = trece
number-14 = catorce
number-15 = quince
number-16 = dieciséis
number-17 = diecisiete
number-18 = dieciocho
number-19 = diecinueve
number-20 = veinte
yes = sí
no = no
none = ninguno
stage-frame = Encuadrar
stage-scan = Vigilar
stage-consult = Consultar
stage-structure = Estructurar
stage-explore = Explorar
stage-choose = Apostar
stage-act = Construir
stage-watch = Seguir
count-of = { $k } de { $n }
stability-tenths = { $tenths } de cada 10
stability-panels-tenths = { $tenths } de cada 10 paneles remuestreados
stability-panels = el { $percent } de los paneles remuestreados
stability-sentence = Estabilidad frente a la composición del panel: { $panels } (n = { $n }).
notice-illustrative = Los datos de este estudio son ilustrativos: se hicieron para mostrar el método y no confirman ningún resultado.
notice-illustrative-short = Datos ilustrativos
report-untitled = Estudio sin título
cover-kicker = Estudio de prospectiva estratégica
cover-colophon = Atalaya { $release } · estudio { $hash } · reglas { $rules }
fact-subject = Sujeto
fact-territory = Territorio
fact-sponsor = Promotor
fact-panel = Panel
fact-panel-value = { $n ->
    [one] 1 experto
   *[other] { $n } expertos
}
fact-licence = Licencia
fact-reason = Razón
fact-chosen = Se eligió
fact-proposed = La regla propone
fact-by = Quién decide
fact-role = En calidad de
fact-date = Fecha
fact-alternatives = Alternativas consideradas
fact-trigger = Señal que lo activa
fact-response = Qué se hace
fact-by-year = Se revisará en
fact-by-year-past = Debía revisarse en
fact-actions = Acciones que refuerza
fact-winners = Ganan
fact-losers = Pierden
fact-sign = Señal temprana
fact-wild-card = Comodines que lo ponen a prueba
group-other = otros grupos, reunidos
no-proposal = ninguna propuesta
decision-reason = Razón registrada: { $reason }
decision-stale = Esta decisión se tomó sobre hallazgos que después cambiaron; conviene revisarla.
trace-method = Método
trace-convention = Convención
trace-answers = Respuestas
trace-answers-value = { $query }, ronda { $round }: { $answers ->
    [one] 1 respuesta
   *[other] { $answers } respuestas
} ({ $abstained ->
    [0] sin abstenciones
    [one] 1 abstención
   *[other] { $abstained } abstenciones
}) de { $experts ->
    [one] 1 experto
   *[other] { $experts } expertos
}; huella { $hash }
trace-rules = Reglas
trace-records = Registros
trace-provenance = Procedencia
trace-hash = Huella
trace-source = Fuente
trace-input = Se apoya en
trace-intro = Cada hallazgo nombra aquí el método y la convención, las respuestas (por consulta, nunca una por una), las reglas, los registros y la huella que permite comprobar que nada cambió.
chapter-references = Referencias
chapter-trace = Trazabilidad
reference-undated = s. f.
economy-PER = Perú
economy-MEX = México
economy-COL = Colombia
economy-CHL = Chile
economy-BRA = Brasil
economy-ARG = Argentina
economy-ECU = Ecuador
economy-BOL = Bolivia
economy-URY = Uruguay
economy-CRI = Costa Rica
economy-PRY = Paraguay
economy-VEN = Venezuela
economy-PAN = Panamá
economy-GTM = Guatemala
economy-SLV = El Salvador
economy-HND = Honduras
economy-NIC = Nicaragua
economy-DOM = República Dominicana
economy-CUB = Cuba
economy-ESP = España
economy-USA = Estados Unidos
economy-KOR = República de Corea
economy-LCN = América Latina y el Caribe
economy-WLD = Mundo
economy-OED = OCDE
