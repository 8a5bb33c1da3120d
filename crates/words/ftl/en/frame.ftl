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
sheet-material = What it was done with
sheet-check = How to check it
fact-title = Title
fact-question = Focal question
fact-unit = Unit of analysis
fact-viewpoint = Point of view
fact-team = Team
fact-authors = Prepared by
fact-base-year = Base year
fact-cutoff = Information cut-off
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
weakest-illustrative = At least a part is illustrative: made up to show the method
weakest-computed = At least a part was computed by a program
weakest-elicited = Answers of a panel, and published data with their source
weakest-published = Published data, with their source
subject-why = A strength, a lever or an action within reach is always somebody's: in this study, those of the subject named here.
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
cutoff-text = Information closes on { $cutoff }. What became known later stays out of the analysis: it is read in the chapter on monitoring, where it helps to tell which future is coming.
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
