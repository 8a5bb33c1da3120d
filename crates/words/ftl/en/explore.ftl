# explore
chapter-scenarios = Scenarios
section-axes = The axes and their tests
section-plane = The plane of scenarios
section-probabilities = Probabilities
section-hypotheses = Hypotheses by variable and scenario
section-cards = Scenario sheets
section-conditions = Godet’s five conditions
section-wild-cards = Wild cards
section-cone = The cone of plausibility
axes-lead = Two axes open the future: { $x } and { $y }.
axes-decided-agreeing = The rule proposed { $proposed }, and the team followed it.
axes-decided-differing = The rule proposed { $proposed }; the team decided otherwise and put its reason on record.
axes-decided-without-proposal = The rule proposed no pair (candidates: { $count }); the team decided the axes.
axes-proposed-not-decided = The rule proposes { $proposed }; nobody has decided yet.
axes-written-not-decided = The rule proposes { $proposed }; nobody has recorded the decision yet. The axes are those that are written in the study.
axes-nothing-proposed = The rule does not propose a pair of axes: { $count ->
    [0] no variable is both determining and a critical uncertainty
    [one] one variable is both determining and a critical uncertainty
   *[other] { $count } variables are both determining and critical uncertainties
}. The axes are those that are written in the study; nobody has recorded the decision.
table-poles = The poles of each axis and the conditions by which they can be verified
column-axis = Axis
column-low-pole = − pole
column-high-pole = + pole
column-conditions = Conditions of the + pole
axis-verified = to be verified: { $date }
axes-kind-motor = Driving axes: beyond the reach of those who answer for the strategy and a lever of another actor; they are therefore stressed by external uncertainties as well.
axes-kind-external = External axes: { $actors ->
    [0] whoever wrote them declares them beyond the reach of the study’s subject
   *[other] whoever wrote them declares that no actor of the study governs them
}.
axes-stress = External uncertainties that put the axes to the test:
table-axes-tests = How the axes fare in each of the five tests
column-test = Test
column-measured = What was measured
column-result = Result
axis-test-influence = Influence on each other, direct and indirect
axis-test-dependence = Independence of the poles
axis-test-corners = All four corners are plausible
axis-test-wish = No pole is declared a wish of the subject
axis-test-verifiable = The poles can be verified at a date
axis-test-influence-figures = direct { $direct } and { $back }; indirect { $indirect } and { $indirectback } times the matrix mean
axis-test-corners-figures = judged plausible, at the corner believed least: { $least }
axis-test-wish-figures = { $n ->
    [0] none declared
    [one] 1 pole declared
   *[other] { $n } poles declared
}
axis-test-verifiable-figures = { $n ->
    [0] no axis
    [one] 1 axis with conditions and a date
   *[other] { $n } axes with conditions and a date
}
test-passed = met
test-half = partly met
test-failed = not met
test-not-measured = not measured
test-met = met
test-partly = partly met
test-not-met = not met
plane-present-trend = The plane marks the present of the study and where present trends lead if nothing changes.
table-judgements = What the panel makes of each scenario
column-scenario = Scenario
column-plausibility = Plausi­bility
column-spread = Spread
column-plausible = Find it plausible
column-desirability = Desira­bility
column-feasibility = Feasi­bility
table-judgements-note = Scales from 1 to 5, medians; the spread runs from the first to the third quartile (from minimum to maximum below eight answers). Plausible: 4 or 5.
probabilities-none = The poles were not put to the panel as verifiable facts with a probability: it judged the plausibility of each scenario.
probabilities-lead-independence = If the two axes were independent, { $scenario } would be the panel’s most probable scenario, at { $p }; its probabilities of the poles allow anything from { $low } to { $high }.
probabilities-lead = The panel judges { $scenario } the most probable, at { $p }.
table-probabilities = Probability of each corner: the experts’ spread first, then the mean
column-corner = Corner
column-experts-range = From the lowest to the highest expert
column-middle-half = Middle half
column-mean = Mean
table-probabilities-independence = Probability of each corner if the axes were independent, and how far it could be from that
column-if-independent = If independent
column-feasible-range = What the poles allow
table-probabilities-note = To the nearest 5%. The last column says where each corner can lie (Fréchet bounds) when the + poles have { $x } and { $y }; the four move together.
probabilities-coherence = { $k ->
    [0] None of the { $n } experts gave
    [one] One of the { $n } experts gave
   *[other] { START($k) } of the { $n } experts gave
} probabilities inconsistent by more than 5 points. The mean correction was { $mean } points, the largest { $max }.
probabilities-method-smic-2 = Each expert’s answers (two simple probabilities and four conditional ones) are made coherent by least squares (SMIC with two hypotheses, Duperrin and Godet 1975), then averaged.
probabilities-method-conditional = Two simple probabilities and one conditional are taken from each expert; the joint probability moves to the nearer Fréchet bound where it must, and is then averaged.
probabilities-method-independence = The panel was asked how probable each pole is, but not how one changes the other. Each expert’s two answers are multiplied, as if the axes were independent, and then averaged: that is assumed, not measured, so neither the test of independence nor the bet uses it. One conditional from each expert takes its place.
probabilities-method-likelihood = Each expert shared out the probability among the four scenarios; it was scaled to sum to 1, then averaged.
column-variable = Variable
table-hypotheses = Each scenario fixes the state of the strategic variables
table-hypotheses-note = An empty cell is a state that the scenario does not fix.
tag-bet = betting scenario
tag-bet-proposed = proposed by the rule
table-conditions = Each scenario against the five conditions
table-conditions-note = Relevance: it fixes the state of the strategic variables. Coherence: pairs of incompatible states (how many it holds). Likelihood: how many call it plausible, with a dated path. Importance: actions that change from one scenario to another. Transparency: the answers and rules it comes from are on record.
condition-pertinence = Relevance
condition-coherence = Coherence
condition-likelihood = Likelihood
condition-importance = Importance
condition-transparency = Transparency
table-wild-cards = Improbable events that break scenarios
column-wild-card = Wild card
column-effect = What it does
column-attacks = Attacks
cone-text = The cone shows how the possible opens with the years and in which layer each scenario falls: the potential is all that the present leaves open; the possible is what the study tells without contradicting itself; the plausible, what at least half of the panel believes; the probable, what is also more likely than it would be if all were equally so. Height orders the scenarios; it measures no distance.
cone-layer-potential = potential
cone-layer-possible = possible
cone-layer-plausible = plausible
cone-layer-probable = probable
cone-layer-projected = { $layer }; projected
cone-history = Looking back, the cone starts in { $from }: the study gathered { $facts ->
    [one] one dated fact
   *[other] { $facts } dated facts
} up to the base year, and { $series ->
    [one] one series that reaches
   *[other] { $series } series that reach
} further back, to { $seriesfrom } at the longest. The trends that enter the cone come from there.
cone-history-facts = Looking back, the cone starts in { $from }: the study gathered { $facts ->
    [one] one dated fact
   *[other] { $facts } dated facts
} up to the base year. The trends that enter the cone come from there.
cone-history-series = Looking back, the cone starts in { $from }, with the longest of the study’s series that reach further back than the base year ({ $series }).
table-cone-layers = The layer of the cone in which each scenario falls, and why
column-layer = Layer
column-why = Why
column-preferable = Preferable
cone-why-excluded = two of its states exclude each other
cone-why-not-judged = nobody judged how plausible it is
cone-why-minority = only { $count } call it plausible
cone-why-half = { $count } call it plausible
cone-why-half-not-above = { $count } call it plausible; at { $p } it is no more probable than if all were equal
cone-why-above-equal = { $count } call it plausible, and at { $p } it is more probable than if all were equal
cone-preferable-yes = yes: { $count } desire it
cone-preferable-no = no: { $count } desire it
table-cone-layers-note = From top to bottom, as in the figure. Plausible and desirable: 4 or 5 out of 5, from half of the panel on. Projected: where the present goes if nothing changes, whether the panel judged it or not.
cone-method = The layers are those of Voros (2003), the cone into the past that of Taylor (1990); neither gives a formula. The rules that put a scenario in its layer are ours and use only what the study records: exclusions, plausibility, probability, and desirability.
figure-scenario-plane = Plane of the scenarios
figure-scenario-judgements = Plausibility, desirability and feasibility of the scenarios
figure-cone = Cone of plausibility
axis-test-dependence-points = the positive pole of the second axis: { $given } if that of the first comes about, { $givennot } if not; { $difference } percentage points apart
pairs-of = { $k } of { $n } pairs incompatible
cone-axes = The axes have a section of their own ({ $axes }).
conditions-text = { $k ->
    [0] No scenario meets every condition
    [one] One scenario meets every condition
   *[other] { START($k) } scenarios meet every condition
}{ $rest ->
    [0] .
   *[other] ; not wholly met, or still to be measured, for: { $names }.
}
