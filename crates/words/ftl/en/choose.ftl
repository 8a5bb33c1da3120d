# choose
chapter-bet = The betting scenario
section-act = Record of the bet
section-rule = What the rule proposes, and why
section-vote = The panel’s vote
section-robustness = How firm it is
section-distance = How far it is
section-plan-b = Plan B
bet-decided = The betting scenario (escenario apuesta: the one on which the strategy bets) is { $scenario }.
bet-proposed = The rule proposes to bet on { $scenario }; nobody has decided yet.
bet-none = No scenario meets the rule: there is no betting scenario.
bet-tied = Several scenarios tie under the rule: the decision is open.
bet-decided-by = Decided by { $by }{ $dated ->
    [yes] {" "}({ $date })
   *[no] {""}
}.
bet-against-rule = The rule proposes { $proposed }{ $said ->
    [yes] . Reason for the difference: { $reason }
   *[no] ; why something else was decided is not on record
}.
bet-against-vote = The panel’s vote is another: { $votes }.
bet-not-decided = There is no record of a decision: what follows is the rule’s proposal.
bet-differs-from-rule = The decision differs from what the rule proposes; the reason is on record.
table-bet-steps = The rule step by step: admissible, most desirable, feasible
column-admissible = Admissible
column-order = Order
column-verdict = Verdict
verdict-proposed = proposed
verdict-not-admissible = not admissible
verdict-not-judged = desirability not judged
verdict-not-feasible = not feasible
verdict-less-desirable = less desirable
table-bet-steps-note = Admissible: at least half call it plausible (4 or 5) and it holds no incompatible states. Of the admissible, the most desirable one (median; the mean breaks ties) whose feasibility for the subject has a median of 3 or more. Probability plays no part in the rule; it is reported only as distance.
bet-method = Experts judge, the decision-maker bets, the analyst records. The rule proposes; it never decides.
vote-text = Votes: { $votes }.
vote-agrees = The panel’s vote agrees with { $standing ->
    [proposed] what the rule proposes
   *[decided] the bet
}.
vote-differs = The panel’s vote does not agree with { $standing ->
    [proposed] what the rule proposes
   *[decided] the bet
}.
robustness-pending = It is measured by drawing the panel again, which has not been done yet.
robustness-none = The panel is too small to say how firm the proposal is.
robustness-resampled = The rule proposes { $scenario } in { $panels } (n = { $n }).
robustness-others = In at least 5% of the draws it proposes another: { $others }.
robustness-leave-one-out = { $rest ->
    [0] The proposal stands whichever expert is left out.
   *[other] With one expert left out at a time, the proposal stands in { $count } panels.
}
robustness-vote-range = With one expert left out, { $standing ->
    [proposed] the scenario that the rule proposes
   *[decided] the bet
} gathers { $range } votes.
robustness-group = With the group “{ $group }” alone (n = { $n }) the rule would propose: { $scenario }.
robustness-country = With the experts from { $group } alone (n = { $n }) the rule would propose: { $scenario }.
robustness-method = The experts were drawn again { $draws } times, within their groups and with replacement. This measures how stable the proposal is to the composition of this panel; it is neither a probability nor an error about the world.
robustness-method-few = With fewer than eight experts the panel is not drawn again: each one is left out in turn and the rule applied to the others. It tells whether the proposal depends on one person; it measures no error about the world.
table-distance = What separates { $standing ->
    [proposed] the scenario that the rule proposes
   *[decided] the bet
} from the starting point and from the trend scenario
column-from = From
column-states = States that differ
column-which = Variables that must change
column-plane = Distance on the plane
table-distance-note = Distance on the plane is measured in sides of a quadrant.
distance-not-most-probable = { $standing ->
    [proposed] The scenario that the rule proposes
   *[decided] The bet
} is not the most probable future: it is { $gap } percentage points less likely than { $most }, the most probable scenario. That distance is the message for the decision-maker.
distance-most-probable = The panel judges { $standing ->
    [proposed] the scenario that the rule proposes
   *[decided] the bet
} to be among the most probable futures.
summary-no-scenarios = The study has no scenarios yet. Next step: { $next ->
    [variables] to agree on the list of variables.
    [structure] to have the panel rate the variables and fill in the influence matrix, which tells the strategic ones.
    [axes] to choose the two axes among the strategic variables.
   *[scenarios] to write a scenario for each combination of the axes’ poles.
}
summary-no-bet = There is no betting scenario yet. Next step: to have the panel judge how plausible, desirable and feasible each scenario is.
summary-decide = Next step: the decision-maker chooses a scenario and puts the reason on record.
summary-variables = What moves the system
summary-crossing = { $count ->
    [one] { $names } is at once a determining variable and a critical uncertainty.
   *[other] { $names } are at once determining variables and critical uncertainties.
}
summary-today = Starting point
summary-trend = If nothing changes
summary-futures = The futures
summary-bet = The bet
summary-distance-today = Getting there means changing { $rest ->
    [0] all { $n } strategic variables.
   *[other] { $k } of the { $n } strategic variables.
}
summary-distance-trend = Getting there from the trend scenario means changing { $rest ->
    [0] all { $n } strategic variables.
   *[other] { $k } of the { $n } strategic variables.
}
summary-actions = Where to begin
summary-change = What would make us change our mind
figure-bet-stability = What the rule proposes on the resampled panels
summary-place = Rank { $place }
summary-places = Ranks { $place }
summary-more-actions = { $n ->
    [one] One more action is just as immediate
   *[other] { START($n) } more actions are just as immediate
}
summary-robust = Actions for any future
summary-watch = The indicators
fact-trigger-state = State of the trigger
fact-trigger-state-on = State on { $date }
trigger-not-due = Not due before { $year }.
trigger-unknown = Not known: the study holds no record of it.
vote-blank = { $n ->
    [one] One expert answered the consultation and named none.
   *[other] { START($n) } experts answered the consultation and named none.
}
summary-more-where =  ({ $part })
rule-proposes = The rule proposes { $scenario }: of the admissible scenarios, it is the most desirable whose feasibility reaches the minimum.
summary-subject = For whom
summary-made = By whom, when
summary-today-on = As of { $date }
summary-watch-on = The indicators, as of { $date }
summary-made-value = { $authors }, { $date }
triggers-unknown = Nobody has recorded yet whether any of these has come about.
summary-axes = On two axes, { $axes }:
