# frame
chapter-data-sheet = Study at a glance
chapter-presentation = Presentation and mandate
chapter-frame = Scope and conceptual model
section-limits = What it covers and what it leaves out
section-years = The years of the study
section-model = Conceptual model
section-glossary = Glossary
table-data-sheet = Data sheet of the study
column-aspect = Item
column-description = Description
sheet-study = What is studied, for whom and by whom
sheet-time = The years
sheet-material = What the study worked with
sheet-check = How to check it
fact-title = Title
fact-question = Focal question
fact-unit = Unit of analysis
fact-viewpoint = Point of view
fact-team = Team
fact-authors = Prepared by
fact-base-year = Base year
fact-cutoff = Information cut-off
cutoff-value = { $date }: the panel and the analysis stop there
fact-horizon = Horizon
fact-periods = Periods
fact-as-of = Date of this report
fact-consultations = Consultations
fact-economies = Countries of the series
fact-content = Content
fact-provenance = Provenance of the data
fact-languages = Languages
fact-rules = Hash of the rules
fact-draws = Resampling
fact-program = Program
fact-study-hash = Hash of the study
fact-years = Years
horizon-value = { $year } ({ $years ->
    [one] one year
   *[other] { $years } years
} from the base year)
scenarios-value = { $n }, plus { $others }
scenarios-present = the present
scenarios-trend = the trend
scenarios-optimum = the optimum
consultation-value = { $name } ({ $rounds ->
    [one] one round
   *[other] { $rounds } rounds
})
consultation-value-mode = { $name } ({ $mode }, { $rounds ->
    [one] one round
   *[other] { $rounds } rounds
})
economies-value = { $economy }, beside { $others }
draws-value = { $draws } panels, seed { $seed }
weakest-illustrative = At least part is illustrative: made up to show the method
weakest-computed = At least part was computed by a program
weakest-elicited = answers of a panel
weakest-own = the study team’s own work
weakest-published = published data, with their source
subject-why = A strength, a lever or an action within reach is always somebody’s: in this study, those of the subject named here.
no-subject-title = The subject is missing
no-subject = The study does not say for whom it is strategic or who can act. Until it does, these remain undefined:
cannot-foda = the SWOT: nobody knows whose strengths and weaknesses they are;
cannot-igo = the governability of the actions (IGO matrix): nobody knows who governs them;
cannot-axes = the nature of the scenario axes: nobody knows to whom they are uncertainties and to whom levers.
no-subject-remedy = The rest of the study can be read; these parts appear as soon as there is a subject.
table-limits = Scope: included and excluded
column-includes = Included
column-excludes = Excluded
years-text = The study looks from { $base } to { $horizon }{ $count ->
    [0] .
    [one] , in a single period: { $periods }.
   *[other] , in { $count } periods: { $periods }.
}
cutoff-text = Information closes on { $cutoff }. What became known later stays out of the analysis.
model-system-named = “{ $name }”
model-system = The system
model-text = { $system } falls into { $components ->
    [one] one component
   *[other] { $components } components
}{ $below ->
    [0] {""}
    [one] {" "}and one subcomponent
   *[other] {" "}and { $below } subcomponents
}{ $variables ->
    [0] .
    [one] , which hold one variable.
   *[other] , which hold { $variables } variables.
}
table-components = Components of the model and the variables of each
column-component = Component
column-variables = Variables
table-components-note = Without a component yet: { $variables }.
table-glossary = What each term means in this study
column-term = Term
column-meaning = What it means here
frame-lacks-question = The study has no focal question yet.
frame-lacks-unit = The unit of analysis is not stated.
frame-lacks-territory = The territory is not stated.
frame-lacks-horizon = No horizon has been set.
frame-lacks-cutoff = No information cut-off has been set: without one, what was known cannot be told from what happened later.
frame-lacks-limits = What is included and excluded is not stated.
frame-lacks-components = There is no conceptual model: the variables are not arranged in components.
figure-concept-tree = Tree of the conceptual model
# Conclusions and limits
chapter-conclusions = Conclusions and limits of the study
section-found-limits = Limits that the findings show
found-limits-intro = These limits are generated from the findings and change with them.
conclusions-none = Whoever leads the study has not written its conclusions yet.
fact-stability = Stability
fact-axes = Axes
fact-measurement = Measurement
fact-series = Series
fact-decisions = Decisions
fact-gaps = What is missing
limit-illustrative = At least part of the data is illustrative: it was made up to show the method. Whatever rests on it confirms nothing about the world.
limit-panel = { $n ->
    [one] The panel is a single expert, chosen
   *[other] The panel brings together { $n } experts, chosen
} for what they know and not drawn by lot: it is no sample, and its answers do not extend to a population.
limit-small = Where the fewest answered, in “{ $consultation }”, they were { $n }: { $level }.
limit-level-single = it stands as a single judgement, without median or spread
limit-level-values = the values are shown, without consensus or tests
limit-level-counts = median, extremes and counts are shown, without percentages or resampling
limit-level-quartiles = stability is rounded to tenths, and groups of fewer than five are not read
limit-drop-out = In “{ $consultation }”, { $left } did not come back: some of the consensus may be due to their leaving.
limit-resampling = Resampling says how much a result depends on who sits on this panel. It is neither a probability nor a margin of error about the world.
limit-no-resampling = With fewer than eight experts the panel is not drawn again: of the bet it is said whether it changes when one expert is left out; how far the other results depend on who answered is not known.
limit-axes = These tests are not fully passed: { $tests }.
limit-borderline = { $n ->
    [one] There is one borderline action, whose class might be another
   *[other] There are { $n } borderline actions, whose class might be another
}: { $actions }.
limit-without-indicator = Of { $all } strategic variables, { $n ->
    [one] one has no indicator to follow it by
   *[other] { $n } have no indicator to follow them by
}: { $variables }.
limit-series = Forecasts say where each series would be if the trends up to the cut-off continued; they do not say that they will.
limit-horizon = In { $n } of { $made } forecasts the horizon lies farther than a third of the years of the history, and the value is an order of magnitude.
limit-not-measurable = { $n ->
    [one] In one of them
   *[other] In { $n } of them
} the coverage at the horizon cannot be measured, and no interval is printed.
limit-discontinued = { $n ->
    [one] There is one discontinued series, which serves
   *[other] There are { $n } discontinued series, which serve
} only as a baseline.
limit-undecided = Nobody has decided yet, and what the rule proposes stands: { $list }.
limit-stale = Resting on findings that have changed since: { $list }.
limit-draft = Still in draft, not yet validated: { $list }.
limit-gaps = Gaps remain to be filled in: { $list }.
section-absent = What this report does not hold yet
absent-intro = A foresight report is handed in with these tables and figures; each says what it is waiting for.
absent-second-round = No question was answered in two rounds.
absent-states = No scenario says what becomes of each variable.
absent-bet = Nobody has decided on the bet yet.
absent-years = No action says in which years it is carried out.
absent-too-little = What the study has gathered so far is not enough.
handed-limits = Scope: what is in and what is out
handed-tree = Tree of the conceptual model
handed-glossary = Glossary
handed-panel = Make-up of the panel
handed-response = Response rate and drop-out
handed-consensus = How consensus moved from round to round
handed-trends = Matrix of trends and their cards
handed-lineage = Validation log of the variables
handed-classes = Determining variables, key variables and critical uncertainties
handed-matrix = Matrix of direct influences
handed-plane = Plane of influence and dependence
handed-diagnosis = Diagnosis cards
handed-actors = Map of actors
handed-axes = Tests of the axes
handed-scenario-plane = Plane of scenarios
handed-hypotheses = Hypotheses by variable and scenario
handed-scenarios = Scenario cards
handed-conditions = The five conditions
handed-bet = Record of the bet
handed-chain = Chain of vision, objective, action, indicator
handed-igo = Matrix of importance and governability (IGO)
handed-robustness = Robustness of the actions across the scenarios
handed-backcast = Backcast from the horizon
handed-roadmap = Roadmap
handed-opportunities = Portfolio of opportunities
handed-board = Early-warning board
# Decision log
chapter-decisions = Decision log
section-decisions = What was decided
section-gates = Validation of each stage
decisions-lead = Decisions on record: { $decisions }; minutes of stages: { $gates }. { $decisions ->
    [0] Where nobody has decided, what the rule proposes stands
   *[other] { $differ ->
    [0] No decision departs from what the rule proposes today
    [one] One decision departs from what the rule proposes today
   *[other] { $differ } decisions depart from what the rule proposes today
}
}{ $stale ->
    [0] .
    [one] , and one rests on findings that have changed since.
   *[other] , and { $stale } rest on findings that have changed since.
}
decisions-method = The rule, fixed beforehand, proposes; people decide and leave their reason. Experts judge, the decision-maker bets, the analyst records. Without a decision the proposal stands and is printed as such. Resampling never changes a decision. Each one keeps the hash of the findings it rested on: if today’s hash is another, it should be reviewed.
table-decisions = What was decided and what the rule proposes
column-about = About
column-decided = Decided
column-proposed = What the rule proposes today
column-against-rule = Compared with the rule
column-by = By whom
column-standing = Standing
by-in-role = { $who }, as { $role }
standing-current = current
standing-stale = its findings changed
standing-unknown = no hash
standing-replaced = replaced
standing-proposal = proposed by the rule
rule-followed = follows it
rule-departed = departs from it
rule-silent = no proposal made
nobody-decided = nobody has decided
table-decisions-note = Current: it rests on the same findings as today. No hash: the findings it rested on were not noted, so whether they changed cannot be known. Replaced: there is a later decision about the same.
fact-proposed-then = The rule proposed then
proposed-the-same = the same as was chosen
fact-proposed-today = The rule proposes today
fact-basis = Hash it rested on
fact-basis-today = Hash today
gates-missing = Without a validation on record: { $stages }.
table-gates = Who validated each stage, with what quorum and which objections
column-stage = Stage
column-state = State
column-quorum = Quorum
column-objections = Objections
table-gates-note = Draft: nobody has validated it. Validated: whoever is named went over it. Frozen: it is not touched again. An objection is not erased when the stage is validated.
cutoff-value-panel = { $date }; the panel also answered later
cutoff-panel = What the panel answered later is part of it all the same: { $n ->
    [one] one round
   *[other] { $n } rounds
}, up to { $last }.
cutoff-value-later = ; later data appear only in monitoring
cutoff-later = It is read under monitoring ({ $part }), where it helps to tell which future is coming.
