# The figures: titles with the finding, subtitles with the measure
chart-number-1 = one
chart-number-2 = two
chart-number-3 = three
chart-number-4 = four
chart-number-5 = five
chart-number-6 = six
chart-number-7 = seven
chart-number-8 = eight
chart-number-9 = nine
chart-number-10 = ten
chart-and-more = { $list } and { $more } more
chart-round = round { $number }
chart-round-of = { $name }, round { $number }
chart-total = Total
chart-sum = Sum
chart-median = median
chart-spread = first to third quartile (extremes below eight answers)
chart-quartiles = first to third quartile
chart-missing = not answered
chart-loose = changes class in more than 2 of 10 resampled panels
chart-loose-cells = changes zone in more than 2 of 10 perturbations of a cell
chart-bet = the bet
chart-bet-proposed = proposed by the rule
chart-trend = the trend scenario
chart-horizon = The horizon

# Frame
chart-concept-title = { $count ->
    [one] One component carries the model of the study
   *[other] The model of the study rests on { $number } components
}
chart-concept-subtitle = Tree of the conceptual model: from the object of study to its components

# Scan
chart-evidence-title = { $count ->
    [0] No scan hit has both a high impact and a high relevance
    [one] One scan hit of { $n } has both a high impact and a high relevance
   *[other] { START($k) } of { $n } scan hits have both a high impact and a high relevance
}
chart-evidence-subtitle = Impact and relevance of each scan hit for the study’s question, 1 to 5; cut at { $cut }
chart-years-sample = { $n } of { $all } scan hits up to the cut-off date: those with a year
chart-evidence-sample = { $n } scan hits up to the cut-off date
chart-impact = Impact
chart-pertinence = Relevance
chart-evidence-priority = Priority
chart-evidence-follow = Keep watching
chart-evidence-context = Context
chart-evidence-archive = Archive
chart-counts-title = { $count ->
    [one] By dimension, most scan hits are { $list }: { $k } of { $n }
   *[other] By dimension, most scan hits are { $list }: { $k } of { $n } each
}
chart-counts-subtitle = Scan hits by dimension and kind
chart-years-title = Of the { $n } scan hits, { $k } date from { $year } or later
chart-years-subtitle = Scan hits by year; each dot is one hit
chart-cutoff = information cut-off: { $date }
chart-series-title-rising = { $name }: up { $slope } a year from { $from } to { $to }
chart-series-title-falling = { $name }: down { $slope } a year from { $from } to { $to }
chart-series-title-none = { $name }: no trend detected from { $from } to { $to }
chart-series-title-short = { $name }: too few values to speak of a trend
chart-series-subtitle = { $place } from { $from } to { $to }, beside the economies it is compared with
chart-series-subtitle-forecast = { $place } from { $from } to { $to }; by { $horizon }, the median of four models
chart-series-sample = { $n } yearly values
chart-series-slope = Sen slope: { $slope }{ $interval }
chart-series-break = break after { $year }
chart-series-horizon = horizon { $year }
chart-series-cutoff = cut-off ({ $date })
chart-series-later = after the cut-off{ $judged ->
    [0] {""}
   *[other] {" "}({ $inside } of { $judged } inside the interval)
}
chart-series-median = median
chart-series-models = each model
chart-series-band = { $level } interval (covered { $coverage })
chart-series-band-unmeasured = { $level } interval (coverage not measurable)
chart-series-long = The horizon lies farther than a third of the history: read the forecast as an order of magnitude.
chart-series-unmeasured = Coverage not measurable: fewer than 20 residuals, so no interval is drawn.
chart-series-none-discontinued = The series is no longer published: it serves as a baseline and is not forecast.
chart-series-none-too-short = The series is too short to forecast.
chart-series-none-no-horizon = The study sets no horizon: there is no forecast.
chart-series-none-ends-early = The series ends long before the cut-off date: it is not forecast.
chart-series-none-too-long = The horizon is too many years away: it is not forecast.

# Consult
chart-panel-title = { $count ->
    [0] A panel of { $n } experts
    [one] A panel of { $n } experts from a single country
   *[other] A panel of { $n } experts from { $number } countries
}
chart-panel-subtitle = Experts by country, group and sector; small groups are shown together
chart-panel-country = Country
chart-panel-group = Group
chart-panel-sector = Sector
chart-panel-competence = Self-rated competence (coefficient K)
chart-competence-high = high (K ≥ 0.8)
chart-competence-medium = medium (0.5 to 0.8)
chart-competence-low = low (K < 0.5)
chart-response-title = { $count ->
    [0] Nobody leaves the panel; in the round with the lowest response { $lowest } answer
    [one] One person leaves the panel; in the round with the lowest response { $lowest } answer
   *[other] { START($number) } people leave the panel; in the round with the lowest response { $lowest } answer
}
chart-response-subtitle = Experts who answered, of those invited, by consultation and round
chart-response-invited = invited
chart-consensus-title = { $rounds ->
    [one] { $family }: there is consensus on { $after } of { $n } items
   *[other] { $family }: consensus goes from { $before } to { $after } of { $n } items
}
chart-consensus-none = { $family }: the panel is too small to speak of consensus
chart-consensus-subtitle = Scale from { $low } to { $high }; median and spread of each item, highest first
chart-consensus-subtitle-rule = Scale from { $low } to { $high }; median and spread of each item, highest first. Rule of consensus: { $rule }
chart-consensus-rule = The study’s rule
chart-consensus-yes = consensus
chart-consensus-no = no consensus
chart-consensus-fragile = fragile consensus
chart-answers-bipolar = two camps: { $share } or more on the two lowest points, and as many on the two highest
chart-consensus-bipolar = two camps
chart-answers-title = { $count ->
    [0] { $family }: no item splits the panel into two camps
    [one] { $family }: one item splits the panel into two camps: { $list }
   *[other] { $family }: some items split the panel into two camps: { $list }
}
chart-answers-subtitle = How many experts chose each point of the scale, last round
chart-contrast-title = { $count ->
    [0] { $family }: no difference detected between { $a } and { $b }
    [one] { $family }: { $a } and { $b } differ in one item, { $list }
   *[other] { $family }: { $a } and { $b } differ in { $list }
}
chart-contrast-subtitle = Cliff’s delta with its interval; at the right, the medians of { $a } (up to { $na } experts) and { $b } (up to { $nb }). Detection is corrected for the number of items; the interval is not
chart-contrast-measure = Cliff’s delta
chart-contrast-higher = { $group } answers higher
chart-contrast-detected = difference detected
chart-contrast-not-detected = no difference detected
chart-contrast-interval = 95% interval over resamples

# Structure
chart-critical-title = { $count ->
    [0] No variable is both important and uncertain
    [one] One variable is both important and uncertain: { $list }
   *[other] { START($number) } variables are both important and uncertain: { $list }
}
chart-critical-subtitle = Median importance and uncertainty of each variable, last round
chart-critical-zone = Critical uncertainties
chart-critical-predictable = Important, predictable
chart-critical-uncertain = Uncertain, less weight
chart-critical-secondary = Secondary
chart-critical-hidden = { $count ->
    [one] one variable left out, with fewer than { $min } answers
   *[other] { $count } variables left out, with fewer than { $min } answers
}
chart-critical-strong = critical uncertainty
chart-influence-title = { $crossing ->
    [0] { $determining ->
        [0] No variable is determining under the study’s rule
        [one] One variable is determining: { $list }
       *[other] { START($number) } variables are determining: { $list }
    }
    [one] One variable drives the system and is uncertain: { $list }
   *[other] { START($number) } variables drive the system and are uncertain: { $list }
}
chart-influence-open = Provisional plane: { $open ->
    [one] one
   *[other] { $open }
} of the { $all } answers between { $size } variables { $open ->
    [one] is
   *[other] are
} missing
chart-influence-subtitle = Direct influence and dependence of each variable, as % of the sum of the matrix
chart-influence-x = Dependence (%)
chart-influence-y = Influence (%)
chart-zone-determinant = Determining
chart-zone-relay = Key
chart-zone-result = Result
chart-zone-autonomous = Autonomous
chart-influence-strong = determining and critically uncertain
chart-influence-determining = determining
chart-displacement = towards the indirect position, of those in colour and those displaced
chart-ellipse = 90% of the resampled panels
chart-ellipse-cells = 90% of the perturbations of a cell
chart-matrix-title = { $count ->
    [0] The matrix is { $fill } full and no cell is disputed
    [one] The matrix is { $fill } full and one cell is disputed
   *[other] The matrix is { $fill } full and { $number } cells are disputed
}
chart-matrix-subtitle = Direct influence of the row on the column, 0 to 3; P is potential. Rule: { $rule }
chart-rule-consensus = one consensus matrix
chart-matrix-influence = Influence
chart-matrix-dependence = Dependence
chart-matrix-disputed = disputed
chart-matrix-step-0 = 0 none
chart-matrix-step-1 = 1 weak
chart-matrix-step-2 = 2 medium
chart-matrix-step-3 = 3 strong
chart-ranks-title = { $count ->
    [0] No variable gains three places or more by the indirect paths
    [one] One hidden variable rises by the indirect paths: { $list }
   *[other] { START($number) } hidden variables rise by the indirect paths: { $list }
}
chart-ranks-subtitle = Rank of each variable by its direct and its indirect influence (power { $power } of the matrix)
chart-ranks-before = Direct rank
chart-ranks-after = Indirect rank
chart-ranks-interval = 5 to 95% of the resampled panels
chart-ranks-interval-cells = 5 to 95% of the perturbations of a cell
chart-ranks-strong = gains three places or more
chart-foda-title = The most intense crossing is that of { $name }
chart-foda-title-none = The SWOT crossing points to no quadrant
chart-foda-subtitle = Median of each crossing, 0 to 3; quadrants are compared by the mean of their cells
chart-foda-name-FO = strengths and opportunities
chart-foda-name-FA = strengths and threats
chart-foda-name-DO = weaknesses and opportunities
chart-foda-name-DA = weaknesses and threats
chart-foda-FO = SO · mean { $mean }
chart-foda-FA = ST · mean { $mean }
chart-foda-DO = WO · mean { $mean }
chart-foda-DA = WT · mean { $mean }

# Explore and choose
chart-scenarios-title = The starting point is { $today }; the bet is { $bet }
chart-scenarios-title-proposed = The starting point is { $today }; the rule proposes to bet on { $bet }
chart-scenarios-title-bet = The betting scenario is { $bet }
chart-scenarios-title-bet-proposed = The rule proposes to bet on { $bet }; nobody has decided it yet
chart-scenarios-title-open = Two axes open four futures
chart-scenarios-subtitle = Plane of scenarios to { $year }
chart-scenarios-subtitle-probability = Plane of scenarios to { $year }; mean probabilities of the panel, to the nearest 5%
chart-scenario-probability = probability { $p }
chart-scenario-plausible = plausible for { $count }
chart-today-year = Base year ({ $year })
chart-trend-year = Trend { $year }
chart-cone-title = What is possible widens with the years
chart-cone-title-inside = { $standing ->
    [proposed] What the rule proposes
   *[decided] The bet
}, { $bet }, falls inside what the panel finds plausible
chart-cone-title-outside = { $standing ->
    [proposed] What the rule proposes
   *[decided] The bet
}, { $bet }, falls outside what the panel finds plausible
chart-cone-subtitle = Cone of plausibility from { $from } to { $to }; height orders the scenarios and measures neither distance nor probability
chart-cone-subtitle-history = Cone of plausibility from { $from } to { $to }; height orders the scenarios and measures neither distance nor probability. Years before { $from } are on another scale
chart-cone-history = dated facts of each year, before the base year
chart-cone-contradictory = with states that exclude each other: only potential
chart-cone-preferable = preferable: half of the panel or more desire it
chart-cone-today = Base year
chart-cone-wild = Wild cards, outside the cone
chart-cone-implausible = not plausible for half of the panel
chart-judgements-title = { $scenario } is the most desirable of the admissible and feasible scenarios
chart-judgements-title-decided = The bet is { $scenario }, although the rule does not propose it
chart-judgements-title-none = No scenario meets the rule of the bet
chart-judgements-subtitle = Medians of the panel, 1 to 5, and votes
chart-judgements-cut = minimum set by the rule
chart-votes = Votes of { $n }
chart-bet-stability-title = The rule proposes { $scenario } in { $share } of the resampled panels
chart-bet-stability-subtitle = How often the rule proposes each scenario over { $draws } resampled panels; it speaks of the panel’s composition and is not a probability
chart-all-draws = all resampled panels

# Act
chart-opportunity-title = { $count ->
    [0] No opportunity is both attractive and within reach
    [one] One opportunity is attractive and within reach: { $list }
   *[other] { START($number) } opportunities are attractive and within reach: { $list }
}
chart-opportunity-subtitle = Attractiveness and capacity of each opportunity, 1 to 5: median of the panel over the mean of the criteria
chart-opportunity-now = Take up now
chart-opportunity-prepare = Prepare
chart-opportunity-maintain = Maintain
chart-opportunity-later = Later
chart-opportunity-strong = take up now
chart-igo-title = { $immediate ->
    [0] No action is immediate
    [one] One action is immediate
   *[other] { START($immediatenumber) } actions are immediate
} and { $challenge ->
    [0] none is a challenge
    [one] one is a challenge
   *[other] { $challengenumber } are challenges
}
chart-igo-subtitle = Median importance and governability; fixed cuts at { $importance } and { $governability }
chart-igo-immediate = Immediate
chart-igo-challenge = Challenges
chart-igo-less-urgent = Less urgent
chart-igo-unnecessary = Unnecessary
chart-igo-strong = immediate
chart-igo-borderline = borderline: its spread crosses a cut
chart-robust-title = { $count ->
    [0] None of the { $n } actions is robust across the { $scenarios } scenarios
    [one] One of the { $n } actions is robust across the { $scenarios } scenarios
   *[other] { START($number) } of the { $n } actions are robust across the { $scenarios } scenarios
}
chart-robust-subtitle = How each action fares in each scenario, median of the panel; robust: fails in none and works in most
chart-robust-works = works
chart-robust-change = works in part
chart-robust-fails = fails
chart-robust-robust = robust
chart-robust-contingent = contingent
chart-robust-hedging = hedging
chart-roadmap-title = { START($k) } of { $n } actions begin { $before ->
    [yes] by
   *[no] in
} { $year }
chart-roadmap-subtitle = Strategic roadmap from { $from } to { $to }, by objective, level and territory
chart-roadmap-after = must start before
chart-roadmap-period = end of a period
chart-roadmap-early = starts before an action that it depends on
chart-roadmap-no-objective = Without an objective
chart-backcast-title = { $steps ->
    [one] One step separates
   *[other] { START($stepnumber) } steps separate
} { $standing ->
    [proposed] the scenario that the rule proposes
   *[decided] the bet
} from the starting point{ $decisions ->
    [0] {""}
    [one] {", "}one of them a critical decision
   *[other] {", "}{ $decisionnumber } of them critical decisions
}
chart-backcast-subtitle = Backcast from { $from } to { $to }: what must be true before, and which actions lead there
chart-tree-title = { $count ->
    [one] { $list } weighs more than any other in the vision: { $share }
   *[other] { $list } weigh the same, and more than the others: { $share } each
}
chart-tree-subtitle = Relevance tree: the percentage is the product of the weights from the vision down

# Watch
chart-board-title = { $count ->
    [0] { $readings ->
        [0] The indicators have no readings yet
       *[other] The readings do not point to a scenario yet
    }
    [one] The readings are nearest to { $list }: { $k } of { $n } indicators
   *[other] The readings are equally near to { $list }: { $k } of { $n } indicators
}
chart-board-subtitle = Last reading of each indicator and the range of each scenario in { $year }. Nearest is the scenario whose straight path from the baseline passes closest to the reading in its year: an interpretation
chart-board-sample = { $n ->
    [one] 1 indicator
   *[other] { $n } indicators
}
chart-board-baseline = baseline
chart-board-reading = last reading
chart-board-target = target of the bet
chart-board-range = range of each scenario (thick edge: the nearest)
chart-board-path = straight path to the target
chart-board-nearest = nearest to { $list }
chart-board-progress = { $progress } of the distance covered, { $elapsed } of the time elapsed
chart-board-regress = has moved away by { $progress } of the distance, { $elapsed } of the time elapsed
chart-actors-title = { $count ->
    [one] The actor with most strategic variables within reach: { $list } ({ $k } of { $n })
   *[other] The actors with most strategic variables within reach: { $list } ({ $k } of { $n } each)
}
chart-actors-subtitle = Actors and the strategic variables that each can move, as the study says
chart-actors-variables = Variables
chart-actors-actors = Actors
chart-actors-moves = can move it

# The graph of influences and the game of the actors
chart-graph-title = { $count ->
    [one] { $list } sends out more of the { $shown } strongest links than any other variable: { $k }
   *[other] { $list } send out the most of the { $shown } strongest links: { $k } each
}
chart-graph-subtitle = { $rest ->
    [0] The { $shown } direct influences
   *[other] The { $shown } strongest direct influences of { $all }
}; arrows run from the variable that influences to the one influenced
chart-graph-left = { $alike ->
    [one] One more influence is as strong as the last one drawn; those of the most influential variables were preferred.
   *[other] { $alikenumber } more influences are as strong as the last one drawn; those of the most influential variables were preferred.
}
chart-link-1 = strongest: { $low } to { $high }
chart-link-2 = strong: { $low } to { $high }
chart-link-3 = medium: { $low } to { $high }
chart-link-4 = weak: below { $high }
chart-link-alone = no link
chart-link-alone-drawn = no link among those drawn
chart-mactor-plane-title = { $count ->
    [0] No actor dominates the game: those with influence depend on others too
    [one] One actor dominates the game: { $list }
   *[other] { $number } actors dominate the game: { $list }
}
chart-mactor-plane-subtitle = Influence and dependence of each actor, direct and indirect (sums of the MIDI without its diagonal); cut at the means
chart-mactor-influence = Influence
chart-mactor-dependence = Dependence
chart-mactor-dominant = Dominant
chart-mactor-relay = Relay
chart-mactor-dominated = Dominated
chart-mactor-autonomous = Autonomous
chart-mactor-strong = dominant
chart-mactor-loose = changes role in more than 2 of 10 resampled panels
chart-mactor-strength-title = { $count ->
    [one] The strongest actor: { $list }, { $value } times the mean strength
   *[other] The strongest actors: { $list }, { $value } times the mean strength each
}
chart-mactor-strength-subtitle = Strength R* of each actor, 1 on average ({ $convention })
chart-mactor-strength = Strength R*
chart-mactor-mean = mean
chart-mactor-positions-title = { $count ->
    [one] The objective that mobilises the actors most: { $list }
   *[other] The objectives that mobilise the actors most: { $list }
}{ $same ->
    [1] ; it also divides them most
   *[other] { $splitcount ->
        [0] ; none divides them
        [one] ; the one that divides them most: { $split }
       *[other] ; those that divide them most: { $split }
    }
}
chart-mactor-positions-subtitle = Position of each actor (row) on each objective (column), from −4 against to +4 in favour (2MAO). The objective that divides most is the one whose smaller camp is largest
chart-mactor-implication = Implication
chart-mactor-in-favour = In favour
chart-mactor-against = Against
chart-mactor-step-against = −4 against
chart-mactor-step-neutral = 0 neutral
chart-mactor-step-for = +4 in favour
chart-mactor-convergence-title = { $count ->
    [one] Those that converge most: { $list }
   *[other] { $number } pairs of actors converge alike, and more than the rest: { $list }
}
chart-mactor-convergence-subtitle = Convergence of each pair of actors by the intensity of their positions and their strength (order 3); degree of convergence of the system: { $degree }
chart-mactor-convergence-strong = the pair that converges most
chart-mactor-divergence-title = { $count ->
    [one] Those that diverge most: { $list }
   *[other] { $number } pairs of actors diverge alike, and more than the rest: { $list }
}
chart-mactor-divergence-subtitle = Divergence of each pair of actors by the intensity of their positions and their strength (order 3); actors stand as in the figure of convergence
chart-mactor-divergence-strong = the pair that diverges most
chart-graph-unlinked = { $left ->
    [one] One variable without a link among those drawn is not shown.
   *[other] { $leftnumber } variables without a link among those drawn are not shown.
}
chart-mactor-unlinked = { $left ->
    [one] One actor without a link among those drawn, of convergence or divergence, is not shown.
   *[other] { $leftnumber } actors without a link among those drawn, of convergence or divergence, are not shown.
}
chart-mactor-pairs-left = The { $shown } strongest pairs of { $all } are drawn.
chart-mactor-map-title = { $allies ->
    [one] The closest are { $alliesnames }
   *[other] The closest pairs are { $alliesnames }
}; the most opposed, { $rivalsnames }
chart-mactor-map-title-allies = The closest are { $alliesnames }; no pair is opposed
chart-mactor-map-title-rivals = No pair converges more than it diverges; the most opposed are { $rivalsnames }
chart-mactor-map-title-none = No pair of actors is close or opposed
chart-mactor-map-subtitle = Net distance between actors (order 3): near, they converge; far, they diverge. Stress { $stress }: { $quality }
chart-stress-good = the plane shows it well
chart-stress-fair = the plane shows it fairly well
chart-stress-weak = the plane shows its outline
chart-stress-poor = the plane shows it badly; read with care
chart-mactor-map-strong = closest pair
chart-mactor-map-remark = The area of each mark grows with strength R*. The map has no axes: only distances count.

# Potential influences, SMIC scenarios, abacus, MULTIPOL
chart-potential-title = { $count ->
    [0] The potential influences give no variable more influence
    [one] With the potential influences, the variable that gains most influence: { $list } (+{ $gain } points)
   *[other] With the potential influences, the variables that gain most influence: { $list } (+{ $gain } points each)
}
chart-potential-subtitle = { $cells ->
    [one] Direct position of each variable, in %, and where the potential influence of the matrix would take it (P = { $value })
   *[other] Direct position of each variable, in %, and where the { $cellsnumber } potential influences of the matrix would take it (P = { $value })
}
chart-potential-strong = gains most influence
chart-potential-arrow = to the position with the potential influences
chart-smic-title = Most likely: { $yes ->
    [one] { $yeslist } occurs
   *[other] { $yeslist } occur
}, { $no ->
    [one] { $nolist } does not
   *[other] { $nolist } do not
} ({ $p })
chart-smic-title-none = Most likely: none of the hypotheses comes true ({ $p })
chart-smic-title-all = Most likely: all the hypotheses come true ({ $p })
chart-smic-title-tied = No combination stands out: { $number } tie as the most likely ({ $p } each)
chart-smic-subtitle = { $core ->
    [one] Net probability of each combination, by the solution of maximum entropy; one of { $all } holds 80%
   *[other] Net probability of each combination, by the solution of maximum entropy; { $corenumber } of { $all } hold 80%
}
chart-smic-probability = Probability of the combination
chart-smic-column = Prob.
chart-smic-cumulated = Cum.
chart-smic-core = core: adds up to 80%
chart-smic-core-line = 80% down to here
chart-smic-outside = outside the core
chart-smic-range = least and greatest over all solutions
chart-smic-occurs = occurs
chart-smic-does-not = does not occur
chart-smic-left = { $left ->
    [one] One combination is left out, with a probability of { $rest }.
   *[other] { $leftnumber } combinations are left out; together they have a probability of { $rest }.
}
chart-smic-correction-title = The largest correction: { $name } goes from { $raw } to { $net }
chart-smic-correction-title-none = The probabilities of the events are hardly corrected
chart-smic-correction-subtitle = { $above ->
    [0] Mean probability of each event, before and after it is made coherent with the conditionals; no correction of an expert exceeds 5 points
    [one] Mean probability of each event, before and after it is made coherent with the conditionals; 1 of { $experts } experts has a correction above 5 points (the largest, { $largest })
   *[other] Mean probability of each event, before and after it is made coherent with the conditionals; { $abovenumber } of { $experts } experts have a correction above 5 points (the largest, { $largest })
}
chart-smic-correction-subtitle-one = Probability of each event, before and after it is made coherent with the conditionals; the largest correction, conditionals included, is of { $largest } points
chart-smic-percent = Probability (%)
chart-smic-raw = as answered
chart-smic-net = net, coherent
chart-smic-points = Points
chart-smic-sensitivity-title = { $same ->
    [1] The event that moves the others most, and depends on them most: { $driver }
   *[other] The event that moves the others most: { $driver }; the one that depends on them most: { $moved }
}
chart-smic-sensitivity-subtitle = Sensitivity of the net probabilities: sum of each event’s elasticities, without sign; cut at the means
chart-smic-driving = Driving power
chart-smic-dependent = Dependence
chart-smic-zone-driving = Driving
chart-smic-zone-relay = Relay
chart-smic-zone-autonomous = Autonomous
chart-smic-zone-dependent = Dependent
chart-smic-strong = drives most
chart-abacus-title = { $count ->
    [one] The most favourable item: { $list } (mean { $mean })
   *[other] The most favourable items: { $list } (mean { $mean })
}{ $splitcount ->
    [0] {""}
    [one] ; the most divisive: { $split } (consensus { $consensus })
   *[other] ; the most divisive: { $split } (consensus { $consensus })
}
chart-abacus-subtitle = Régnier’s abacus: the colour vote of each expert, from 1 (red) to 5 (dark green); items by their mean, experts from the most to the least optimistic
chart-abacus-first = most optimistic
chart-abacus-last = least optimistic
chart-abacus-mean = Mean
chart-abacus-consensus = Consensus
chart-abacus-5 = very favourable
chart-abacus-4 = favourable
chart-abacus-3 = doubtful
chart-abacus-2 = unfavourable
chart-abacus-1 = very unfavourable
chart-abacus-blank = blank
chart-abacus-abstained = abstained
chart-abacus-absent = no vote
chart-multipol-plane-title = { $count ->
    [0] No action is robust under all policies
    [one] One action is robust across the policies: { $list }
   *[other] { $number } actions are robust across the policies: { $list }
}
chart-multipol-plane-subtitle = Mean and standard deviation of each action’s score over { $policies } policies; cut at the mean of each
chart-multipol-mean = Mean score
chart-multipol-sd = Standard deviation
chart-multipol-robust = Robust
chart-multipol-high-uneven = High, uneven
chart-multipol-low-even = Low, even
chart-multipol-low-uneven = Low, uneven
chart-multipol-strong = robust
chart-multipol-not-robust = not robust
chart-multipol-others = the other actions
chart-multipol-profiles-title = { $count ->
    [one] The best action on average: { $list }; { $won ->
        [0] it is first under no policy
        [one] it is first under one of { $policiesnumber } policies
       *[other] it is first under { $wonnumber } of { $policiesnumber } policies
    }
   *[other] The best actions on average, tied: { $list }
}
chart-multipol-profiles-subtitle = Score of each action under each policy: mean of its marks, weighted by the criteria of the policy
chart-multipol-score = Score
chart-matrix-potential = P potential
chart-tree-title-equal = Weights are equal by default within each objective: a share counts branches, not importance
chart-series-idle = The interval is wider than all that was observed: it tells nothing.
chart-series-cut = The interval is wider than all that was observed: it tells nothing, and the figure cuts it off at the arrows.
chart-plane-apart = coincident points set apart

# Cross-impact balances
chart-balances-holds = holds together
chart-balances-ties = holds together, in a tie
chart-balances-misses = falls short by { $by }
chart-balances-open = leaves states open
chart-balances-plane = { $k ->
    [0] None of the { $n } consistent futures falls on a corner of the axes
   *[other] { $number } of the { $n } consistent futures { $k ->
        [one] falls
       *[other] fall
    } on a corner of the axes{ $rest ->
        [0] {""}
       *[other] ; the others lie elsewhere
    }
}
chart-balances-plane-subtitle = Diamonds: consistent futures by their number, at a pole where a corner scenario has that state and between where none has
chart-cib-space = { $space } possible scenarios
chart-cib-consistent = { $count ->
   *[other] consistent
}
chart-cib-near = { $count ->
   *[other] nearly consistent
}
chart-cib-tableau-one = A single scenario is { $kind }
chart-cib-tableau-shared = { $shown } scenarios are { $kind }, and all have { $more ->
    [0] { $list } in common
   *[other] { $list } and { $more } more in common
}
chart-cib-tableau-free = { $shown } scenarios are { $kind }; no { $place ->
    [study] variable
   *[model] descriptor
} is the same in all of them
chart-cib-tableau-part = { $shown } scenarios are { $kind }; { $listed } of them are listed
chart-cib-tableau-subtitle = { $place ->
    [study] One column a scenario, one row a variable; neighbours in the same state are one cell, the darker the later the state stands in the variable’s list
   *[model] One column a scenario, one row a descriptor; neighbours with the same variant are one cell, the darker the later the variant stands in the descriptor’s list
}
chart-cib-consistency-tied = Consistency (0: tie)
chart-cib-numbered = Where a name has no room stands its letter, or its number in the list:
chart-cib-shown = the first { $shown } of { $count } listed
chart-cib-impact-title = { $named ->
    [0] Scenario { $k }
   *[other] { $called }
}: { $list } { $count ->
    [one] is
   *[other] are
} the weakest, with a margin of { $margin }
chart-cib-impact-many = { $named ->
    [0] Scenario { $k }
   *[other] { $called }
}: { $count } { $place ->
    [study] variables
   *[model] descriptors
} are as weak, with a margin of { $margin }
chart-cib-impact-falls = { $named ->
    [0] Scenario { $k }
   *[other] { $called }
} does not hold: { $list } { $count ->
    [one] falls
   *[other] fall
} short by { $margin }
chart-cib-impact-subtitle = Who pushes for and against each variant, and the balance at the right; the margin is what the chosen variant is ahead of its best rival
chart-cib-impact-measure = Impact of the variants chosen
chart-cib-margin = { $name } (margin { $margin })
chart-cib-for = for
chart-cib-against = against
chart-cib-chosen = balance of the variant chosen
chart-cib-rival = a rival: its bars, pale, and its balance
chart-cib-map-title = Scenarios { $a } and { $b } are the farthest apart: they differ in { $count } of { $n } descriptors
chart-cib-map-subtitle = Distance: descriptors in which two scenarios differ. Stress { $stress }: { $quality }
chart-cib-map-scenario = scenario, by its number in the list
chart-cib-family = family { $k }: { $count ->
    [one] one scenario
   *[other] { $count } scenarios
}
chart-cib-families = Families: scenarios near each other, by average linkage on the same distances; numbers are those of the list.
chart-cib-picked = small set that is farthest apart
chart-cib-end = Scenario { $k }
chart-cib-end-inside = scenario { $k }
chart-cib-end-other = Not listed
chart-cib-end-other-inside = a scenario that is not listed
chart-cib-cycle = Cycle of { $length }
chart-cib-cycle-inside = a cycle of { $length }
chart-cib-others = { $n } others together
chart-cib-basins-one = Every beginning ends in { $end }
chart-cib-basins-title = { $share } of all beginnings end in { $end }
chart-cib-basins-exact = Share of all scenarios that lead to each end, every one followed ({ $rule }); it is not a probability
chart-cib-basins-sampled = Share of all scenarios that lead to each end, from a sample, with 95% Wilson intervals ({ $rule }); it is not a probability
