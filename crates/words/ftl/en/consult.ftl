# consult
chapter-method = Method
chapter-items = Answers by item
section-panel = The panel
section-consultations = Consultations and rounds
section-rules = The rules of the study
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
panel-competence = Competence coefficient K of { $n } experts: high in { $high }, medium in { $medium } and low in { $low } (median { $median }). K describes the panel and does not weight its answers; its empirical basis is disputed (Cruz Ramírez and Martínez Cepena 2012).
table-consultations = Response by consultation and round
column-consultation = Consultation
column-mode = Mode
column-round = Round
column-dates = Dates
column-response = Answered
column-asked = Asked for
table-consultations-note = Answered, of those invited to that round; a group that agrees gives one answer.
response-together = { $k ->
    [0] none yet, of the group
   *[other] { $n ->
        [0] one, agreed
        [one] one, agreed by 1 participant
       *[other] one, agreed by { $n } participants
    }
}
drop-out-text = Of those who answered the first round of “{ $consultation }” and were invited to the last, { $left } did not come back.
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
rule-name-smic_simple = Simple probabilities are part of the SMIC fit
rule-name-expert_weights = Weight of the experts’ answers
rule-value-none = all the same
rule-value-k = by the coefficient K, beside the unweighted panel
rule-name-order = Order of the records
rule-value-id = by their ids
rule-value-file = as in the file
rule-name-small_panels = What is computed for a small panel
rule-value-true = yes
rule-value-false = no
rule-value-guarded = only what the size of the panel supports
rule-value-all = everything
rule-value-by-scale = set by the scale
rule-value-by-scale-consensus_iqr = a quarter of the range of the scale, without decimals and at least 1: one point from 1 to 5, two from 1 to 10
rule-value-by-scale-agreement_from = the top three tenths of the scale: 4 and more from 1 to 5, 8 and more from 1 to 10
rule-value-by-scale-importance_cut = the midpoint of the scale
rule-value-by-scale-uncertainty_cut = the midpoint of the scale
rule-value-stable = until the ranking stabilises
family-consensus = { $family }: consensus on { $reached } of { $items } items by { $rule } ({ $experts } experts){ $fragile ->
    [0] .
    [one] ; on one, only one of the three rules finds consensus.
   *[other] ; on { $fragile }, only one of the three rules finds consensus.
}
family-bipolar = The panel is polarised on: { $items }.
family-kendall = Agreement on the order of the items is { $word } (Kendall’s W { $w }, among the { $experts } experts who answered all of them).
kendall-method = Kendall’s W (Kendall and Babington Smith 1939) measures how far the experts put the items in the same order, not whether they give them the same level: a panel may agree on the level of every item and still not on their order.
kendall-very-weak = very weak
kendall-weak = weak
kendall-moderate = moderate
kendall-strong = strong
kendall-unusually-strong = unusually strong
family-stable-without-consensus = Stable without consensus: { $items }.
groups-text = { $a } and { $b } compared: { $detected ->
    [0] no difference was detected on any of the { $items } items with enough answers in both.
    [one] a difference was detected on one of the { $items } items with enough answers in both.
   *[other] a difference was detected on { $detected } of the { $items } items with enough answers in both.
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
table-groups-note = Medians of each group (n = { $na } and { $nb }); positive delta (Cliff 1993): the first group answers higher. 95% percentile interval by resampling within groups; corrected for the number of items. The table shows { $shown }, the largest differences first.
items-intro = Each item with what its number of answers allows to be printed: up to 4, the values; from 5 to 7, median, extremes and counts; from 8 on, quartiles and percentages.
items-private = Where fewer than { $min } people answered, each alone, only their number is given; what a group agreed on is nobody’s own and is printed.
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
figure-consensus = Evolution of consensus by round: { $family }
figure-contrast = Contrast of groups: { $family }
table-groups-note-correction = The correction is in the reading, not in the interval: an interval may leave out zero where no difference is detected.
cell-private = hidden: fewer than { $min }
items-columns = Spread: first to third quartile (type 7 of Hyndman and Fan 1996); with fewer than eight answers, lowest to highest. Consensus is always decided by the quartiles. Change: share of the distribution that moved since the round before, same experts (Scheibe et al. 1975). A column that a round cannot fill is left out.
table-items-scale = Scale { $scale }.
# The questionnaires
chapter-questionnaires = Questionnaires
questionnaires-intro = The questions of each consultation with their scale, as the round’s questionnaire puts them. The whole questionnaire, with the definition of each item and room for the answers, is a document of its own.
questionnaire = Questionnaire
questionnaire-title = { $name }, round { $round }
questionnaire-before = Before you answer
questionnaire-focal = Question of the study:
questionnaire-instructions = Answer by your own judgement, without conferring with other participants. If you have no opinion on an item, write a dash (–): an abstention is not a zero. If you can, give your reason in a sentence.
questionnaire-code = Code
questionnaire-item = Item
questionnaire-answer = Answer
questionnaire-reason = Why
question-scale = Scale: { $scale }.
question-scale-range = Scale from { $min } to { $max }.
question-span = { $n } items, from { $first } to { $last }
question-about = About: { $items }.
question-about-pairs = Every pair of: { $rows }.
question-about-grid = Rows: { $rows }. Columns: { $columns }.
question-days = { $from } to { $to }
question-invited = { $n ->
    [one] one person invited
   *[other] { $n } people invited
}
question-importance = How much does each item matter to the question of the study?
question-scale-importance = The lowest value is “not at all”, the highest “decisive”.
question-uncertainty = How uncertain is its state at the horizon of the study?
question-scale-uncertainty = 1: its state is known; 5: it may end in opposite ways.
question-colour = Are you in favour or against?
question-scale-colour = Dark green (DG), in favour; light green (LG), rather in favour; yellow (Y), in doubt; pink (P), rather against; red (R), against; white (W), a blank vote; black (B), no opinion.
question-influence = How strongly does the variable of the row act directly on that of the column?
question-scale-influence = 0, not at all; 1, weakly; 2, moderately; 3, strongly; P, it might in the future.
question-power = What can the actor of the row do to that of the column?
question-scale-power = 0, nothing; 1, affect its processes; 2, its projects; 3, its mission; 4, its existence.
question-position = Where does the actor stand on the objective, and how firmly?
question-scale-position = From −4, opposes it by every means, to 4, makes it its own; 0, indifferent.
question-crossing = How much does the internal factor help to seize the opportunity or face the threat, or stand in the way?
question-scale-crossing = 0, not at all; 1, a little; 2, considerably; 3, a great deal.
question-impact = If the state of the row comes about, does it favour or hinder that of the column?
question-scale-impact = From −3, hinders it strongly, to 3, favours it strongly; 0, no influence.
question-effect = In which direction and how strongly does the variable of the row act on that of the column?
question-scale-effect = From −3, lowers it strongly, to 3, raises it strongly; 0, does not act.
question-probability = How likely is it to happen before the horizon?
question-scale-probability = 0, impossible; 1, certain.
question-probability-given = If what the column says holds, how likely is what the row says?
question-scale-probability-given = 0, impossible; 1, certain.
question-probability-given-not = If what the column says does not hold, how likely is what the row says?
question-scale-probability-given-not = 0, impossible; 1, certain.
question-likelihood = How likely is this scenario?
question-scale-likelihood = The probabilities of all scenarios add up to 1.
question-plausibility = Can this scenario be reached from where we stand today?
question-scale-plausibility = 1, implausible; 5, entirely plausible.
question-desirability = How much would you like this scenario to happen?
question-scale-desirability = 1, not at all; 5, very much.
question-feasibility = How feasible is it to reach this scenario with the means of the subject of the study?
question-scale-feasibility = 1, not feasible; 5, entirely feasible.
question-vote = On which scenario would you bet?
question-scale-vote = 1, on this one; 0, on another. One vote only.
question-governability = How much can the subject of the study do to carry it out?
question-scale-governability = 0, nothing; 1, little; 3, considerably; 5, it depends on the subject alone.
question-robust = How would the action turn out in each scenario?
question-scale-robust = 0, fails; 1, works in part; 2, works.
question-score = How does it score on each criterion?
question-scale-score = 1, very low; 5, very high.
question-weight = How much does each criterion weigh?
question-scale-weight = Share out the points as you see fit; only their proportions count.
question-year = In what year will it happen?
question-scale-year = A year, or none if you think it will not.
table-items-agreement = Agreement: those who answered { $from } or more; consensus measures something else, how far the answers spread.
scale-range = { $low } to { $high }
item-given = { $a } if { $b } happens
item-given-not = { $a } if { $b } does not happen
