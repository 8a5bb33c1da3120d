# structure
chapter-variables = Variables
chapter-structure = Structural analysis
chapter-diagnosis = Diagnosis of the strategic variables
chapter-actors = Actors
section-lineage = From ideas to variables
section-variable-list = List and definitions
section-classes = Determining variables, key variables, critical uncertainties
section-matrix = The matrix of influences
section-plane-influence = Influence and dependence
section-displacement = What indirect influences move
section-other-rules = What other rules would change
section-foda = SWOT crossing
classes-lead = There { $determining ->
    [0] are no determining variables
    [one] is one determining variable
   *[other] are { $determining } determining variables
} and { $critical ->
    [0] no critical uncertainty
    [one] one critical uncertainty
   *[other] { $critical } critical uncertainties
}. { $count ->
    [0] No variable is both.
    [one] Only one is both: { $crossing }.
   *[other] Both at once: { $crossing }.
}
classes-lead-unrated = There { $determining ->
    [0] is no determining variable
    [one] is one determining variable
   *[other] are { $determining } determining variables
} and { $key ->
    [0] no key one
    [one] one key one
   *[other] { $key } key ones
}. Nothing is said of critical uncertainties: that takes asking about importance and uncertainty.
classes-without-matrix = Without a matrix of influences there are no determining or key variables; { $count ->
    [0] nor are there any critical uncertainties so far
    [one] the panel points to one critical uncertainty
   *[other] the panel points to { $count } critical uncertainties
}.
classes-open-matrix = { $open ->
    [one] One
   *[other] { START($open) }
} of the { $all } answers of the matrix between { $size } variables { $open ->
    [one] is
   *[other] are
} missing, and while more than one in twenty is, none is called determining or key; { $count ->
    [0] nor are there any critical uncertainties so far
    [one] the panel points to one critical uncertainty
   *[other] the panel points to { $count } critical uncertainties
}.
lineage-text = Of { $ideas ->
    [one] one idea
   *[other] { $ideas } ideas
} from scanning, { $variables ->
    [one] one variable
   *[other] { $variables } variables
} remained. Ideas kept: { $kept }; merged: { $merged }; split: { $split }; rejected: { $rejected }.
table-lineage = Log of validation: what became of each idea
column-idea = Idea
column-fate = Fate
column-into = Variable
column-reason = Reason
table-variables = Glossary of variables
column-definition = Definition
column-dimension = Dimension
column-location = Relative to the unit
table-classes-only = Class of each variable
table-classes = Importance, uncertainty and class of each variable
column-importance = Importance
column-uncertainty = Uncertainty
column-determining = Determining
column-key = Key
column-critical = Critical uncertainty
column-stability = Stability of its class
class-determining = determining
class-key = key
class-critical = critical uncertainty
classes-medians = Medians of the panel.
classes-important = Important: above { $cut }.
classes-important-not-asked = Importance was not asked for: without it there are no critical uncertainties.
classes-uncertain = Uncertain: above { $cut }.
classes-uncertain-not-asked = Uncertainty was not asked for: without it there are no critical uncertainties.
classes-not-asked = Neither importance nor uncertainty was asked for: without them there are no critical uncertainties.
classes-placed = Determining: high influence, low dependence; key: both high.
classes-not-placed = Without an influence matrix there are no determining or key variables.
classes-few = With so few answers the medians of importance and uncertainty are not printed; the classes follow from them.
classes-not-placed-yet = The influence matrix is incomplete: there are no determining or key variables yet.
classes-crossing = In bold, the crossing of determining and critical uncertainty.
classes-method = “Key” can mean three things, and none of them is a score: determining (it moves the system), key (it moves and is moved) and critical uncertainty (it matters and nobody knows where it will go). The cuts are rules of the study.
strategic-proposed = The rule proposes as strategic: { $names }. Nobody has decided yet.
strategic-agreeing = Strategic variables: { $names }. They are those that the rule proposes.
strategic-differing = Strategic variables: { $names }.
strategic-added = Beyond what the rule proposes, the team added { $names }.
strategic-left = Of what the rule proposes, the team left out { $names }.
matrix-panel = { START($experts) } experts filled in the matrix of { $size } variables. Aggregated by { $rule }, { $fill } of the cells, the diagonal counted, hold an influence and { $disputed ->
    [0] no cell is disputed
    [one] one cell is disputed
   *[other] { $disputed } cells are disputed
}. { $empty ->
    [0] Each cell has at least one answer.
    [one] One cell has no answer.
   *[other] { $empty } cells have no answer.
}
matrix-consensus = Consensus matrix of { $size } variables: a single judgement of the group. { $fill } of the cells, the diagonal counted, hold an influence and { $disputed ->
    [0] none was marked as doubtful
    [one] one was marked as doubtful
   *[other] { $disputed } were marked as doubtful
}. { $empty ->
    [0] Each cell has at least one answer.
    [one] One cell has no answer.
   *[other] { $empty } cells have no answer.
} Aggregation: { $rule }, { $experts ->
    [one] one matrix
   *[other] { $experts } matrices
}.
rule-consensus = consensus
matrix-open = { $open ->
    [one] One
   *[other] { START($open) }
} of the { $all } answers between { $size } variables { $open ->
    [one] is
   *[other] are
} missing. What is missing counts as 0: the places, ranks and zones that follow are provisional.
matrix-dense = The matrix is very full ({ $fill }): 15–25% is usual. With so many influences everything seems to move everything.
table-micmac = Influence and dependence of each variable
column-influence = Influence
column-dependence = Dependence
column-rank-influence = Direct rank
column-rank-indirect = Indirect rank
column-zone = Zone
column-rank-interval = Rank, from–to
column-same-zone = Same zone
zone-determinant = determining
zone-relay = key
zone-result = result
zone-autonomous = autonomous
table-micmac-note = Ordered by direct influence. Cuts: influence { $influence }, dependence { $dependence }.
table-micmac-note-stability = Ordered by direct influence. Cuts: influence { $influence }, dependence { $dependence }. Rank, from–to: 5th and 95th percentile over { $draws } resampled panels (n = { $n }); same zone: in how many of them it keeps its zone. This is stability to the composition of the panel, not probability.
table-micmac-note-sensitivity = Ordered by direct influence. Cuts: influence { $influence }, dependence { $dependence }. Rank and zone under { $draws } perturbations of the doubtful cells (sensitivity of a consensus matrix, not uncertainty of a panel).
stability-uninformative = All { $n } experts answered alike: resampling tells nothing.
stability-too-few = With n = { $n } no stability is printed: a panel of at least 8 would be needed.
micmac-method = MICMAC (Duperrin and Godet 1973): influence is the sum of the row and dependence that of the column; indirect influence comes from the powers of the matrix, diagonal included, until the ranking stabilises.
convergence-stable = The indirect ranking stabilises from the { $power ->
    [1] 1st
    [2] 2nd
    [3] 3rd
   *[other] { $power }th
} power. Agreement with the direct ranking (Kendall): { $agreement }.
convergence-periodic = The matrix alternates for ever, with period { $period }: the ranking is that of the Perron vectors of M + I. Agreement with the direct ranking (Kendall): { $agreement }.
convergence-nilpotent = The matrix has no cycle: the last non-zero power, { $power }, is taken. Agreement with the direct ranking (Kendall): { $agreement }.
convergence-not-reached = The ranking did not settle within the limit of powers; that of power { $power } is shown. Agreement with the direct ranking (Kendall): { $agreement }.
convergence-given = Power { $power } was used, as fixed by the study. Agreement with the direct ranking (Kendall): { $agreement }.
hidden-variable = A hidden variable: { $variable } rises { $places } places in influence once indirect paths are counted.
displacement-none = No variable changes zone or moves three places or more.
table-displacement = Variables that indirect influences displace
column-places-influence = Places in influence
column-places-dependence = Places in dependence
column-zone-direct = Direct zone
column-zone-indirect = Indirect zone
table-displacement-note = Those that change zone or move three places or more in influence; + is up.
table-other-rules = Variables that change zone under another aggregation or another cut
column-rule = Rule
column-fill = Fill
column-changes = Changes of zone
rule-aggregation = aggregate by { $rule }
rule-cut = cut at the { $cut }
nothing-changes = nothing changes
table-other-rules-note = These are the rules that the study does not use: they show how much the result depends on the one it does.
foda-FO = offensive (strengths–opportunities)
foda-FA = defensive (strengths–threats)
foda-DO = adaptive or turnaround (weaknesses–opportunities)
foda-DA = survival (weaknesses–threats)
foda-code-FO = SO
foda-code-FA = ST
foda-code-DO = WO
foda-code-DA = WT
foda-lead = The subject’s position is { $strategy }.
foda-sum-differs = By sums it would be { $strategy }; the mean is read because the quadrants differ in their number of cells.
table-foda = The four quadrants of the crossing
column-quadrant = Strategy
column-sum = Sum
column-share-of-maximum = Share of maximum
table-foda-note = Median of the panel in each crossing, from 0 (no relation) to 3 (strong).
table-foda-strategies = From the strongest crossings to strategies (TOWS)
column-came = What to do
column-crossing = Crossing
column-crossing-score = Median
crossing-no-action = none
column-crossing-actions = Actions that touch it already
table-foda-strategies-note = The crossings of the first three places in each quadrant, with those that tie on the third (at most { $listed } a quadrant). Each asks for a strategy, or for a reason not to have one. An action touches a crossing when it builds a variable that both factors concern.
came-FO = maintain { $internal }; exploit { $external }
came-FA = maintain { $internal }; face { $external }
came-DO = correct { $internal }; exploit { $external }
came-DA = correct { $internal }; face { $external }
came-verbs-FO = maintain S, exploit O
came-verbs-FA = maintain S, face T
came-verbs-DO = correct W, exploit O
came-verbs-DA = correct W, face T
table-factors = Weight of each factor in the crossing
column-factor = Factor
column-kind = Kind
column-total = Total
diagnosis-lead = { $count ->
    [one] One variable has
   *[other] { START($count) } variables have
} a card; { $without ->
    [0] all of them have an indicator.
    [one] one has no indicator yet.
   *[other] { $without } have no indicator yet.
}
fact-situation = Situation
fact-indicator = Indicator
fact-present = Current value
fact-reference = Reference
reference-value = { $economy }: { $value }
reference-with-ratio = { $economy }: { $value }; the current value is { $ratio } of the reference
fact-causes = Causes
fact-actors = Actors
fact-tendency = Trend projection
fact-proposed-indicator = Proposed indicator
fact-gap = Missing
without-indicator = an indicator with a series
actors-lead = { $ties ->
    [0] The actor that moves the most strategic variables ({ $count }): { $actor }.
   *[other] The actors that move the most strategic variables move { $count } each; among them, { $actor }.
}
table-actors = Who wants what, with which resources, and what it moves
column-actor = Actor
column-interest = What it seeks
column-resource = What it has
column-moves = Variables it moves
column-answers-for = Actions it answers for
table-actors-note = A light table: it measures neither strength nor alliances (that takes a MACTOR analysis).
figure-critical-plane = Importance and uncertainty of the variables
figure-influence-matrix = Matrix of direct influences
figure-influence-plane = Plane of influence and dependence
figure-rank-crossing = Direct and indirect ranking
figure-foda-crossing = SWOT crossing
hidden-variables = { START($count) } hidden variables rise three places or more in influence once indirect paths are counted: { $names }.
fact-measured-by = Indicators
fact-described-by = Series that describes it
without-indicator-described = an indicator in the monitoring: the series describes it, but nobody follows it
