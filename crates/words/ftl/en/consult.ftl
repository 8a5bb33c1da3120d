# consult
chapter-method = Method
chapter-items = Answers by item
section-panel = The panel
section-consultations = Consultations and rounds
section-rules = Rules fixed before the first round
method-path = The study runs through seven stages (frame, scan, structure, explore, choose, act and watch), joined by a lane of consultations of the panel. Experts judge, the decision-maker bets, the analyst records.
panel-lead = The panel brings together { $n ->
    [one] one expert
   *[other] { $n } experts
}; it is reported in aggregate, never by individual.
table-panel = Composition of the panel
column-margin = Characteristic
column-class = Class
column-experts = Experts
margin-country = Country
margin-group = Group
margin-sector = Sector
margin-unknown = not stated
sector-universidad = university
sector-empresa = firms and associations
sector-estado = State
sector-consultoria = consulting and foresight
table-panel-note = Totals by characteristic only; classes of fewer than { $min } experts are merged.
table-panel-note-merged = Totals by characteristic only; classes of fewer than { $min } experts were merged into “other groups”.
panel-competence = Competence coefficient K of { $n } experts: high in { $high }, medium in { $medium } and low in { $low } (median { $median }). K describes the panel and does not weigh its answers; its empirical basis is disputed (Cruz Ramírez and Martínez Cepena 2012).
table-consultations = Response by consultation and round
column-consultation = Consultation
column-mode = Mode
column-round = Round
column-dates = Dates
column-response = Answered
column-asked = Asked for
table-consultations-note = Answered, of those invited to that round.
drop-out-text = In “{ $consultation }”, { $left } of those who answered the first round did not come back.
drop-out-position = In the first round, those who left answered on average { $gap } points away from those who stayed; in { $minority } of the items they stood farther from the panel’s median: some of the later consensus may be due to their leaving.
drop-out-gap = In the first round, those who left answered on average { $gap } points away from those who stayed.
table-drop-out = First-round position of those who left and those who stayed
column-item = Item
column-left = Left
column-stayed = Stayed
table-rules = Rules of the study
column-value = Value
table-rules-note = Hash of the rules: { $hash }. If a rule changes, so does the hash.
rule-name-aggregation = Aggregation of the matrix
rule-name-consensus = Consensus rule
rule-name-consensus_iqr = Maximum interquartile range for consensus
rule-name-consensus_agreement = Minimum agreement for consensus
rule-name-consensus_cv = Maximum coefficient of variation for consensus
rule-name-stability = Maximum change of a stable item between rounds
rule-name-plane_cut = Cut-off of the influence–dependence plane
rule-name-importance_cut = Importance cut-off
rule-name-uncertainty_cut = Uncertainty cut-off
rule-name-micmac_power = Power of the indirect influence
rule-name-potential = Value of P in the potential matrix
rule-name-igo_importance = Importance cut-off for the actions (importance and governability, IGO)
rule-name-igo_governability = Governability cut-off for the actions (IGO)
rule-name-bet_plausible = Minimum share that judges an admissible scenario plausible
rule-name-bet_feasible = Minimum median feasibility for the bet
rule-name-resamples = Resampled panels
rule-name-seed = Seed of the draws
rule-name-min_group = Smallest group shown
rule-name-agreement_from = Minimum answer that counts as agreement
rule-name-igo_cut = Cut-off rule of the IGO plane
rule-name-mactor_strength = Convention of the strength of actors
rule-name-smic_simple = Terms of the simple probabilities in SMIC
rule-name-expert_weights = Weight of the experts’ answers
rule-value-none = each the same
rule-value-k = by the coefficient K, beside the unweighted panel
rule-name-order = Order of the records
rule-value-id = by their ids
rule-value-file = as in the file
rule-name-small_panels = What is computed of a small panel
rule-value-true = yes
rule-value-false = no
rule-value-guarded = only what its size carries
rule-value-all = everything
rule-value-by-scale = set by the scale
rule-value-stable = until the ranking stabilises
family-consensus = { $family }: consensus on { $reached } of { $items } items by { $rule } ({ $experts } experts){ $fragile ->
    [0] .
    [one] ; on one, only one of the three rules finds consensus.
   *[other] ; on { $fragile }, only one of the three rules finds consensus.
}
family-bipolar = The panel is polarised on: { $items }.
family-kendall = Agreement on the order of the items is { $word } (Kendall’s W { $w }, { $experts } experts).
kendall-method = Kendall’s W measures how far the experts put the items in the same order, not whether they give them the same level: a panel may agree on the level of every item and still not on their order.
kendall-very-weak = very weak
kendall-weak = weak
kendall-moderate = moderate
kendall-strong = strong
kendall-unusually-strong = unusually strong
family-stable-without-consensus = Stable without consensus: { $items }.
groups-text = { $a } and { $b } compared: { $detected ->
    [0] no difference was detected on any of the { $items } items.
    [one] a difference was detected on one of the { $items } items.
   *[other] a difference was detected on { $detected } of the { $items } items.
}
table-groups = Contrast of groups: { $family }
column-delta = Cliff’s delta
column-interval = Interval
column-reading = Reading
difference-detected = { $word } difference
difference-not-detected = no difference detected
delta-negligible = negligible
delta-small = small
delta-medium = medium
delta-large = large
table-groups-note = Medians of each group (n = { $na } and { $nb }); positive delta: the first group answers higher. 95% percentile interval by resampling within groups; corrected for the number of items. The table shows { $shown }.
items-intro = Each item with what its number of answers allows to print: from 2 to 4, the values; from 5 to 7, median, extremes and counts; from 8 on, quartiles and percentages.
table-items = Answers on { $family }: { $kinds }, round { $round }
column-abstained = Abst.
column-median = Median
column-cv = CV
column-agreement = Agreement
column-consensus = Consensus
column-change = Change
consensus-yes = yes
consensus-no = no
consensus-fragile = yes, fragile
item-stable = stable
item-unstable = unstable
figure-panel-margins = Composition of the panel
figure-response = Response by round
figure-consensus = Evolution of consensus by round: { $family }
figure-contrast = Contrast of groups: { $family }
table-groups-note-correction = The correction is in the reading, not in the interval: an interval may leave out zero where no difference is detected.
items-columns = Spread: first to third quartile (type 7). Change: share of the distribution that moved since the round before, same experts (Scheibe). A column that a round cannot fill is left out.
table-items-scale = Scale { $scale }.
