# The document
report-ref-table = table{"\u00A0"}{ $number }
report-ref-figure = figure{"\u00A0"}{ $number }
report-ref-chapter = chapter{"\u00A0"}{ $number }
report-ref-section = section{"\u00A0"}{ $number }
report-ref-annex = annex{"\u00A0"}{ $number }
report-ref-title = “{ $title }”
report-ref-table-title = table “{ $title }”
report-ref-figure-title = figure “{ $title }”
report-table = Table{"\u00A0"}{ $number }
report-figure = Figure{"\u00A0"}{ $number }
report-figure-continued = Figure{"\u00A0"}{ $number } (continued)
report-annex = Annex{"\u00A0"}{ $number }
report-contents = Contents
report-list-of-tables = Tables
report-list-of-figures = Figures
report-decision = Executive summary
report-source = Source: { $source }
report-note = Note.
report-provenance-illustrative = Illustrative data
report-provenance-computed = Own computation
report-provenance-elicited = The panel’s answers
report-provenance-own = Own work of the study team
report-provenance-published = Published data
report-note-plain = Note
report-note-care = Warning
report-note-gap = What is missing
report-note-method = How it was computed
report-why = Why?
report-why-see = Why? See { $trace }.
report-group = Group
report-trace = trace{"\u00A0"}{ $number }
report-running = Study and provenance
report-skip = Skip to the contents
report-scroll = The table goes on to the right
report-as-of = Report of { $date }
report-authors = Prepared by
report-tables-folder = The data of every table come with this document in the folder “tables”, the pictures in “figures”.
trace-consultation = Consultation { $round }: { $family }
node-frame = Frame and rules
node-scan-evidence = Evidence from scanning
node-scan-series = Trend of the series
node-scan-forecast = Forecasts
node-scan-lineage = From ideas to variables
node-consult = Panel, rounds and drop-out
node-structure-mactor = Game of the actors
node-structure-micmac = Structural analysis
node-structure-classes = Determining, key and critically uncertain variables
node-structure-foda = SWOT crossing
node-explore-axes = Axes and their tests
node-explore-probabilities = Probabilities of the corners
node-explore-smic = Hypotheses and their scenarios
node-explore-balances = Balances of the states
node-explore-cone = Cone of plausibility
node-explore-scenarios = Scenarios and their conditions
node-choose-bet = The betting scenario
node-act-chain = Chain from vision to indicator
node-act-igo = IGO matrix
node-act-multipol = Actions under several policies
node-act-opportunities = Portfolio of opportunities
node-act-roadmap = Roadmap and backcast
node-act-robustness = Actions against the scenarios
node-watch = Monitoring
method-axes = tests of the axes
method-balances = cross-impact balances (Weimer-Jehle 2006)
method-backcast = backcast and roadmap
method-bet = rule of the betting scenario
method-chain = check of the strategic chain
method-cone = cone of plausibility (Taylor 1990, Voros 2003)
method-delphi = Delphi statistics
method-evidence = environmental scanning (Conway 2009)
method-foda = crossed SWOT
method-forecast = median of four models
method-frame = framing
method-igo = importance and governability (IGO)
method-key-variables = classes of variables and their crossing
method-lineage = log of validation
method-abacus = Régnier’s abacus
method-mactor = MACTOR (Godet 1991)
method-micmac = MICMAC (Duperrin and Godet 1973)
method-multipol = MULTIPOL (Godet 2000)
method-opportunities = plane of attractiveness and capacity
method-panel = composition of the panel
method-probabilities = coherent probabilities
method-robustness = actions by scenarios
method-scenarios = Schwartz’s axes and Godet’s conditions
method-smic = SMIC (Duperrin and Godet 1975)
method-trend = Mann-Kendall and Sen’s slope
method-watch = readings and thresholds
convention-admissible-desirable-feasible = admissible, most desirable, feasible
convention-crossing-then-ranks = the crossing; if more than two, the best ranks
convention-existence-intensity = existence, then intensity
convention-consensus-matrix = consensus matrix
convention-median = median
convention-median-corner-states = median of the judgements; axes by the states of the corners
convention-mean = mean
convention-mode = mode
convention-fixed-cut = fixed cuts
convention-godet-five-conditions = Godet’s five conditions
convention-hamed-rao-benjamini-hochberg = p corrected for autocorrelation (Hamed and Rao) and for multiplicity (Benjamini and Hochberg)
convention-impact-and-pertinence = impact and relevance
convention-means-decide = the mean decides, not the sum
convention-median-of-four = median of AutoETS, Theta, damped slope and naive
convention-smic-2 = SMIC with two hypotheses
convention-conditional = one conditional within its Fréchet bounds
convention-independence = axes taken as independent
convention-named-layers = layers of the cone by named rules
convention-likelihood = probability shared out among scenarios
convention-population-deviation = deviation of the population
convention-simple-terms-maximum-entropy = with terms of the simple probabilities; maximum entropy
convention-smic-74-maximum-entropy = without terms of the simple probabilities; maximum entropy
convention-strength-a = strength with the diagonal (A)
convention-strength-b = strength less the diagonal (B)
convention-strength-c = strength without the diagonal (C)
convention-straight-path = straight path from baseline to threshold
convention-three-classes-and-crossing = three classes and their crossing, never one score
section-method-works = Methods: works cited by the program
trace-round = { $consultation }, round { $number }
trace-rounds = The rounds are called by their codes:
trace-rule-sets = Findings that share a long list of rules refer to it by its number:
trace-rule-set = List { $number }
trace-more = and { $n } more ({ $all } in all).
# The names of the styles in Word
docx-style-lead = Finding
docx-style-kicker = Kind of document
docx-style-title-kicker = Kind of article
docx-style-byline = Byline
docx-style-cover-picture = Cover ruler
docx-style-headingannex = Annex heading
docx-style-headingplain = Unnumbered heading
docx-style-asideheading = Heading outside the contents
docx-style-note-title = Note title
docx-style-note = Note
docx-style-care-title = Warning title
docx-style-care = Warning
docx-style-gap-title = Gap title
docx-style-gap = Gap
docx-style-card-title = Card title
docx-style-card-tags = Card tags
docx-style-trace-title = Trace title
docx-style-picture = Picture
docx-style-source = Source
docx-style-source-end = Last line below a table
docx-style-after-table = Space after table
docx-style-section-end = End of section
docx-style-table-text = Table text
docx-style-table-text-close = Close table text
docx-style-table-text-small = Small table text
docx-style-table-text-dense = Dense table text
docx-style-contents-part = Title of a list
docx-style-inner-link = Internal link
docx-style-code = Code
docx-style-mark-accent = Emphasised
docx-style-mark-care = With care
docx-style-mark-quiet = Secondary
docx-style-table = Atalaya table
docx-style-facts = Facts
# The workbook of the tables
workbook-list = Tables
workbook-table = Table
workbook-about = About
workbook-year = year
workbook-cases = cases
workbook-note = Note
workbook-source = Source
workbook-provenance = Provenance
workbook-origin = Sources and rules
workbook-kind = Aspect
workbook-said = On record
workbook-work = Work cited
# The structured abstract of an article
abstract = Abstract
abstract-objective = Objective
abstract-question = To answer the question { $question }
abstract-method = Method
abstract-panel = { $n ->
    [one] One expert was
   *[other] A panel of { $n } experts was
} consulted in { $rounds ->
    [one] one round
   *[other] { $rounds } rounds
}.
abstract-steps = The study went through { $steps }.
abstract-step-scan = a scan of the environment, with { $n ->
    [one] one hit
   *[other] { $n } hits
}{ $cutoff ->
    [true] {" "}up to the cut-off
   *[other] {""}
}
abstract-step-structure = the structural analysis of { $n } variables (MICMAC)
abstract-step-actors = the game of { $n } actors (MACTOR)
abstract-step-axes = { $n ->
    [one] one exploratory scenario
   *[other] { $n } exploratory scenarios
} on Schwartz’s axes
abstract-step-igo = the importance and governability of { $n ->
    [one] one action
   *[other] { $n } actions
}
abstract-step-opportunities = the appraisal of { $n ->
    [one] one technology-based opportunity
   *[other] { $n } technology-based opportunities
}
abstract-results = Results
abstract-crossing = { $count ->
    [one] One variable drives the system and is uncertain at once
   *[other] { START($count) } variables drive the system and are uncertain at once
}: { $names }.
abstract-actions = Of { $n } actions, { $immediate } are both important and within the subject’s reach.
abstract-conclusions = Conclusions
abstract-limits = Limits
abstract-keywords = Keywords
abstract-key-foresight = strategic foresight
abstract-key-structural = structural analysis
abstract-key-scenarios = scenarios
gaps-indicator = These strategic variables have no indicator: { $list }.
gaps-action = No action works on these strategic variables: { $list }.
gaps-parts = These indicators lack { $common }: { $list }.
gaps-states = The scenario { $common } does not say what becomes of these variables: { $list }.
gaps-responsible = “{ $common }” is not among the actors and is named as responsible for { $list }.
gaps-objective = These objectives have no indicator: { $list }.
gaps-untested = No wild card tests these scenarios: { $list }.
abstract-bet = The bet decided on is { $scenario }.
profile-notice = For whoever hands this document in
profile-to-write = To be written
profile-write = [To be written: { $what }]
# The same, in short: for an article, a thesis or the first stage of a guide
chapter-question = The question of the study
chapter-team = Team
chapter-timetable = Timetable of the work
chapter-scenario-lines = The scenarios in a few words
chapter-how = How the results were obtained
table-timetable = Consultations and validations by date
column-activity = Activity
timetable-group = the group, with one answer
timetable-gate = Validation of the stage { $stage }
scenario-lines-intro = { $n ->
    [one] The study explores one scenario
   *[other] The study explores { $n } scenarios
}. Each line gives its pole on the axes and the image with which its story opens{ $likely ->
    [yes] ; in brackets, the probability that the panel gives it
   *[no] {""}
}.
how-design-label = Design
how-design = This is a scenario study with a panel of experts. Experts judge, the decision-maker bets, and the analyst keeps the record. Rules and cut-offs, which are to be set before the first round, are those of the table of rules; their fingerprint changes when a rule changes.
how-scan-label = Scanning
how-scan = The scan gathered { $n ->
    [one] one hit
   *[other] { $n } hits
}{ $cutoff ->
    [true] {" "}dated up to the cut-off
   *[other] {""}
}, following Conway (2009). Whoever gathered them rated their impact and their relevance from 1 to 5. Those above { $cut } on both count as priorities.
how-variables-label = Variables
how-variables = The panel rated the importance ({ $importance }) and the uncertainty ({ $uncertainty }) of each variable; the median is used. A variable above { $icut } in importance and { $ucut } in uncertainty is a critical uncertainty.
how-matrix-label = Structural analysis
how-matrix = The direct influence of each of { $size } variables on the others was rated: 0, none; 1, weak; 2, medium; 3, strong; P, potential.
how-matrix-consensus = There is a single matrix, agreed in a workshop.
how-matrix-existence = The experts’ matrices were aggregated in two steps: existence first (there is an influence if at least half of those who answered gave more than 0), then intensity (the median of the answers other than 0).
how-matrix-rule = The experts’ matrices were aggregated by { $rule }.
how-matrix-potential = P counts as 0 in the computation
how-matrix-micmac = The influence of a variable is the sum of its row, its dependence that of its column; the indirect ones come from the powers of the matrix (MICMAC; Duperrin and Godet 1973). The plane is cut at the { $cut }: variables above the cut in influence and below it in dependence are determining; those above it in both are key.
how-axes-label = Axes
how-axes = As scenario axes (Schwartz 1991) the rule proposes the variables that are both determining and critical uncertainties; if there are more than two, those with the best ranks.
how-axes-tests = The pair is put to { $n } tests: { $tests }.
how-scenarios-label = Scenarios
how-scenarios = The poles of the axes give { $n } scenarios.
how-scenarios-judged = The panel judged the plausibility, desirability and feasibility of each, from 1 to 5.
how-scenarios-probable = It also gave the probability of the poles, from which that of each scenario follows.
how-scenarios-conditions = Each scenario was examined against five conditions (Godet 2000): relevance, coherence, likelihood, importance and transparency.
how-bet-label = The bet
how-bet = A scenario is admissible if at least { $plausible } of the panel call it plausible and it holds no incompatible states. Of the admissible ones the rule proposes the most desirable whose feasibility has a median of { $feasible } or more. Probability plays no part. Whoever leads the study decides.
how-igo-label = Actions
how-igo = The panel rated the importance of each action and how far it is within the reach of the subject of the study (importance and governability, IGO). Actions above { $importance } in importance and { $governability } in governability are immediate; important ones that are hardly governable are challenges.
how-robustness-label = Robustness
how-robustness = The panel was asked how each action would turn out in each scenario: it fails, works in part, or works.
how-opportunities-label = Opportunities
how-opportunities = The panel scored them by the study’s criteria on two axes, attractiveness and capacity, which are not added up.
how-resampling-label = Resampling
how-resampling = Stability was measured by drawing the panel again { $draws } times, with replacement and within each group (Efron 1979). The intervals and percentages reported say how far a result depends on who sits on the panel; they are not probabilities.
abstract-changes = Reaching { $standing ->
    [proposed] the scenario that the rule proposes
   *[decided] the bet
} means changing { $rest ->
    [0] all { $n } strategic variables
   *[other] { $k } of the { $n } strategic variables
}.
how-matrix-potential-else =  and as { $potential } in the potential matrix
chapter-aims = Objectives of the study
aims-intro = Each result of the study answers a specific objective:
aim-scan = To gather and order the signs of change in the environment: { $n ->
    [one] one
   *[other] { $n }
} up to the cut-off date.
aim-variables = To identify, among { $n } variables, those that move the system and those that are both important and uncertain.
aim-actors = To establish the interests{ $measured ->
    [yes] , the strength and the possible alliances of { $n ->
        [one] one actor
       *[other] { $n } actors
    }
   *[no] {" "}of { $n ->
        [one] one actor
       *[other] { $n } actors
    } and the variables that they move
}.
aim-scenarios = To build { $n ->
    [one] one exploratory scenario
   *[other] { $n } exploratory scenarios
}{ $dated ->
    [true] {" "}to { $horizon }
   *[other] {""}
} and to test how coherent and how plausible they are.
aim-bet = To choose a betting scenario, and to give the reasons for it.
aim-actions = To propose { $n ->
    [one] one action{ $measured ->
        [yes] {" "}and to test it against the scenarios
       *[no] {""}
    }
   *[other] { $n } actions{ $measured ->
        [yes] {" "}and to test each against the scenarios
       *[no] {""}
    }
}.
aim-watch = To set { $n ->
    [one] one indicator that tells
   *[other] { $n } indicators that tell
} which scenario is approaching.
chapter-proposals = Where to begin
proposals-intro = { $n ->
    [one] One action is both important and within the control of the study’s subject:
   *[other] { START($n) } actions are both important and within the control of the study’s subject:
}

# What joins the last of several authors in a list of works.
reference-and = &
