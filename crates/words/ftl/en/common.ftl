# Common words
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
number-11 = eleven
number-12 = twelve
number-13 = thirteen
number-14 = fourteen
number-15 = fifteen
number-16 = sixteen
number-17 = seventeen
number-18 = eighteen
number-19 = nineteen
number-20 = twenty
yes = yes
no = no
none = none
stage-frame = Frame
stage-scan = Scan
stage-consult = Consult
stage-structure = Structure
stage-explore = Explore
stage-choose = Choose
stage-act = Act
stage-watch = Watch
count-of = { $k } of { $n }
stability-tenths = { $tenths } in 10
stability-panels-tenths = { $tenths } in 10 resampled panels
stability-panels = { $percent } of the resampled panels
stability-sentence = Stability to the composition of the panel: { $panels } (n = { $n }).
notice-illustrative = The data of this study are illustrative: they were made up to show the method and confirm no result.
notice-illustrative-short = Illustrative data
report-untitled = Untitled study
cover-kicker = Strategic foresight study
cover-colophon = Atalaya { $release } · study { $hash } · rules { $rules }
fact-subject = Subject
fact-territory = Territory
fact-sponsor = Sponsor
fact-panel = Panel
fact-panel-value = { $n ->
    [one] 1 expert
   *[other] { $n } experts
}
fact-licence = Licence
fact-reason = Reason
fact-chosen = Chosen
fact-proposed = The rule proposes
fact-by = Decided by
fact-role = In the role of
fact-date = Date
fact-alternatives = Alternatives considered
fact-trigger = Sign that triggers it
fact-response = What is done
fact-by-year = To be reviewed in
fact-by-year-past = Was to be reviewed in
fact-actions = Actions it strengthens
fact-winners = Winners
fact-losers = Losers
fact-sign = Early sign
fact-wild-card = Wild cards that test it
group-other = other groups, merged
no-proposal = no proposal
decision-reason = Reason on record: { $reason }
decision-stale = This decision rested on findings that have changed since; it should be reviewed.
trace-method = Method
trace-convention = Convention
trace-answers = Answers
trace-answers-value = { $query }, round { $round }: { $answers ->
    [one] 1 answer
   *[other] { $answers } answers
} ({ $abstained ->
    [0] no abstentions
    [one] 1 abstention
   *[other] { $abstained } abstentions
}) by { $experts ->
    [one] 1 expert
   *[other] { $experts } experts
}; hash { $hash }
trace-rules = Rules
trace-records = Records
trace-provenance = Provenance
trace-hash = Hash
trace-source = Source
trace-input = Rests on
trace-intro = Each finding names here its method and convention, its answers (by query, never one by one), its rules, its records, and the hash that lets anybody check that nothing changed.
chapter-references = References
chapter-trace = Traceability
reference-undated = n.d.
economy-PER = Peru
economy-MEX = Mexico
economy-COL = Colombia
economy-CHL = Chile
economy-BRA = Brazil
economy-ARG = Argentina
economy-ECU = Ecuador
economy-BOL = Bolivia
economy-URY = Uruguay
economy-CRI = Costa Rica
economy-PRY = Paraguay
economy-VEN = Venezuela
economy-PAN = Panama
economy-GTM = Guatemala
economy-SLV = El Salvador
economy-HND = Honduras
economy-NIC = Nicaragua
economy-DOM = Dominican Republic
economy-CUB = Cuba
economy-ESP = Spain
economy-USA = United States
economy-KOR = Republic of Korea
economy-LCN = Latin America and the Caribbean
economy-WLD = World
economy-OED = OECD
