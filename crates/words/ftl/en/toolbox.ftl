# Sections of the toolbox: game of the actors, hypotheses, colours, policies
section-game = The game of the actors
game-lead = The strongest actor, at { $strength } times the mean: { $actor }. { $split ->
    [0] No objective divides the actors.
   *[other] What divides them most, once each counts by its strength, is the objective “{ $disputed }”.
} Of what they bring into play, { $degree } converges.
table-mactor-actors = The actors by their strength
table-mactor-actors-note = Influence and dependence: direct and indirect, without the diagonal. Strength: 1 is the mean. Implication and ambivalence: with positions weighted by strength; an ambivalence of 1 belongs to an actor who is as much with the others as against them.
column-strength = Strength
column-implication = Implication
column-ambivalence = Ambivalence
column-role = Role
column-same-role = Keeps its role
table-mactor-objectives = The objectives at stake: in favour, against and mobilisation
column-stake = Objective at stake
column-in-favour = In favour
column-against = Against
column-mobilisation = Mobilisation
column-stake-definition = What being for or against it means
table-mactor-objectives-note = Each position, from −4 to +4, is multiplied by the actor’s strength; mobilisation adds both camps.
table-mactor-pairs = Possible alliances and conflicts to expect
table-mactor-pairs-note = Balance: how far the pair converges less how far it diverges, by the intensity of their positions and their strength. Read it objective by objective: nearly every pair has something that unites it and something that divides it.
column-pair = Actors
column-united = United by
column-divided = Divided by
column-balance = Balance
column-pair-held = Holds in
pairs-allies = The closest
pairs-rivals = The most opposed
game-method = MACTOR (Godet 1991): the influence of an actor adds the direct one and what passes through a third (a sum of minima); positions are weighted by strength ({ $convention }). Two actors converge or diverge by the mean of what both bring to the objectives that they share.
figure-mactor-plane = Influence and dependence of the actors
figure-mactor-positions = Positions of the actors on the objectives
figure-mactor-convergence = Convergence between actors
figure-mactor-divergence = Divergence between actors
figure-mactor-map = How near the actors are
figure-influence-graph = Graph of the strongest influences
figure-micmac-potential = Influence and dependence with the potential influences
section-smic = Hypotheses and their scenarios
smic-lead = Most likely ({ $p }), { $case ->
    [none] none of the { $hypotheses } hypotheses comes true
    [all] all { $hypotheses } hypotheses come true
   *[some] { $yeslist } { $yes ->
        [one] comes true
       *[other] come true
    } and { $nolist } { $no ->
        [one] does not
       *[other] do not
    }
}. { $core ->
    [one] A single one of the { $scenarios } combinations holds
   *[other] { START($core) } of the { $scenarios } combinations hold
} 80% of the probability ({ $experts ->
    [one] one expert
   *[other] { $experts } experts
}).
smic-drivers = { $same ->
    [0] The hypothesis that moves the others most: { $driver }. The one that depends on them most: { $moved }.
   *[other] The hypothesis that both moves the others most and depends on them most: { $driver }.
}
smic-stability = The most likely combination remains so in { $panels } (n = { $n }).
smic-incomplete = { $count ->
    [one] One expert left a question open and is no part of this.
   *[other] { START($count) } experts left a question open and are not counted here.
}
smic-correction = To make the answers fit together some had to be moved by up to { $largest }; for { $k } of { $n } experts the largest correction is above 0.05.
smic-method = SMIC (Duperrin and Godet 1975): for each expert a quadratic programme finds the coherent probabilities nearest to those given; the panel is their average. The answers determine { $rank } numbers and leave { $open } open: that is why each scenario has a range, and the probability printed is that of maximum entropy, which adds nothing to what was said.
smic-method-simple = SMIC with terms of the simple probabilities (a variant of Duperrin and Godet 1975): for each expert a quadratic programme finds the coherent probabilities nearest to those given; the panel is their average. The answers determine { $rank } numbers and leave { $open } open: that is why each scenario has a range, and the probability printed is that of maximum entropy.
table-smic-events = Probability of each hypothesis, as the panel gave it and made coherent
table-smic-events-note = As given: mean of the answers; coherent: made to agree with the conditionals. Driving power and dependence: sums of the elasticities when the probability given changes by 0.1.
column-hypothesis = Hypothesis
column-hypothesis-definition = How one will know
column-raw = As given
column-net = Coherent
column-driving = Driving power
column-dependent = Dependence
table-smic-scenarios = The most likely combinations
table-smic-scenarios-note = { $marked ->
    [0] The code says which hypotheses come true (1) and which do not (0), in the order { $events }.
   *[other] ● comes true; ○ does not.
} The { $shown } most likely of { $all }; { $core } hold 80%.
column-probability = Probability
column-solutions = Over all solutions
column-cumulated = Cumulative
column-panels = Over resampled panels
figure-smic-scenarios = Probability of each combination, with its range
section-abacus = Régnier’s abacus
abacus-lead = { $same ->
    [0] Most favoured in the vote of colours is { $favoured }; what divides most is { $split }.
   *[other] Most favoured in the vote of colours is { $favoured }.
}
abacus-asked = What { $experts ->
    [one] one expert was
   *[other] { $experts } experts were
} asked ({ $name }): { $purpose }
table-abacus = Coloured votes by item
table-abacus-note = In favour: greens; against: pink and red. Blank votes and abstentions are counted apart. Mean from 1 (red) to 5 (dark green); Leik’s (1966) consensus, from 0 to 1.
column-votes-for = In favour
column-votes-between = Yellow
column-votes-against = Against
column-blank = Blank
column-consensus-leik = Consensus
figure-abacus = Régnier’s abacus
section-policies = The actions under several policies
multipol-lead-one = With a single policy nobody can say which action is robust: { $best } scores highest.
multipol-lead = { $count ->
    [0] No action is robust
    [one] One action is robust ({ $robust })
   *[other] { START($count) } actions are robust ({ $robust })
} under the { $policies } policies.
multipol-both = { $count ->
    [0] None of them is robust to the scenarios as well.
    [one] One of them is robust to the scenarios as well: { $names }.
   *[other] Of these, { $number } are robust to the scenarios as well: { $names }.
}
table-multipol-weights = What each criterion weighs under each policy and in each scenario
table-multipol-weights-note = Mean of the weights that the experts shared out.
table-multipol-scenarios = What comes first with the weights of each scenario
table-multipol-scenarios-note = The policy that fits best puts its weight where the scenario puts it. Actions by their score; a difference of a few tenths is none.
column-best-policy = Policy that fits best
column-best-actions = Actions with the highest score
table-multipol = Score of each action under each policy
table-multipol-note = Robust: mean from { $mean } on and standard deviation up to { $sd }, the means of both. Regret: the largest loss against the best action under a policy.
column-deviation = Deviation
column-regret = Regret
column-robust = Robust
multipol-method = MULTIPOL (Godet 2000): the score of an action under a policy is the mean of its marks weighted by the policy; the deviation is that of the population, since the policies are all there are.
figure-multipol-plane = Mean and deviation of the actions over the policies
figure-multipol-profiles = Profile of the actions by policy
# Cross-impact balances
section-balances = Which futures hold together
balances-lead = { $count ->
    [0] None of the { $space } combinations of states { $whole ->
        [cut] that could be examined
       *[whole] {""}
    } holds together: in each the judgements favour another state of some variable more.
    [one] One of the { $space } combinations of states holds together: in it the judgements favour no other state more.
   *[other] { $printed } of the { $space } combinations of states hold together: in them the judgements favour no other state more{ $whole ->
        [cut] {""} as far as the search went
       *[whole] {""}
    }.
}{ $own ->
    [0] {""}
   *[other] {" "}Of the { $own } corner scenarios that could be measured, { $held ->
        [0] none is among them.
        [one] one is: { $names }.
       *[other] { $held } are: { $names }.
    }
}
balances-asked = The question: if this state comes about, how far does it promote or hinder that one, directly, from −3 to +3? { $judged } judgements among the states of { $variables } variables; { $experts ->
    [one] { $agreed ->
        [yes] a single matrix, agreed by the table
       *[no] those of one person alone
    }
   *[other] the median of { $experts } experts
}.
balances-missing = { $count ->
    [one] One judgement is missing and counts as 0
   *[other] { $count } judgements are missing and count as 0
}: a future may pass for consistent because nobody examined it.
balances-on-high = { $axis } at its + pole
balances-on-low = { $axis } at its − pole
balances-on-between = { $axis } between its poles
balances-on-unplaced = { $axis } not placed
balances-elsewhere = { $count ->
    [one] Number { $numbers } is a future that the axes did not give: read it before the four are closed.
   *[other] Numbers { $numbers } are futures that the axes did not give: read them before the four are closed.
}
balances-break = { $variable }: “{ $state }” gives way to “{ $to }” (by { $by })
balances-open = Not measured: no state for { $variables }
balances-none-broken = Nothing: it holds
balances-tie = { $value } (tie)
balances-none-broken-tie = Nothing, but in a tie: another state does as well
balances-letter = { $letter }, “{ $state }”
balances-pair = “{ $a }” with “{ $b }”
balances-state = { $variable }: { $state }
balances-excluded = Two judgements contradict each other. The balances hold together what the study excludes: { $pairs }. Either the exclusion or the judgements that join { $count ->
    [one] the pair
   *[other] these pairs
} must be reviewed.
balances-method = Cross-impact balances (Weimer-Jehle 2006): the balance of a state adds what the other states of the scenario do to it, and a scenario is consistent where no variable has a state with a greater balance than its own; the search is exhaustive. On the axes a state stands at the pole whose corner scenarios have it, and between where none has it.
table-balances = The consistent futures
table-balances-note = Letters: the state of each variable, named in the table that follows. Total impact: sum of the balances. Consistency: how far ahead its least secure state is; 0 is a tie. Starting points: share of all combinations that lead there if every variable at once goes over to its most promoted state (a tie keeps the one that is there, else takes the first); { $cycles ->
    [0] none turns in a circle
   *[other] { $cycling } turn in circles
}. It is no probability.{ $listed ->
    [all] {""}
    [best] {" "}The { $shown } of the greatest total impact are listed.
   *[other] {" "}{ $shown } drawn by lot are listed.
}
table-balances-states = The states of the consistent futures, by their letter
table-balances-own = The study’s scenarios against the balances
table-balances-own-note = Falls short by: the most that a state misses against the best of its variable; 0 is consistent. Nearest: the consistent future that differs in the fewest variables.
table-balances-critical = Judgements of which one point decides
table-balances-critical-note = Each moved by one point, alone. { $shown } of { $all } are listed, those on which most hangs first. It is the sensitivity of one matrix, not the uncertainty of a panel.
column-state-letters = States
column-states-named = States
column-on-axes = On the axes
column-total-impact = Total impact
column-consistency = Consistency
column-basin = Starting points
column-held-panels = Panels in which it holds
column-short-by = Falls short by
column-breaks = What does not hold
column-nearest-future = Nearest
column-differs = Variables that differ
column-acts = Acts
column-acted-on = On
column-judged = Judged
column-otherwise = Otherwise
column-lost = Futures lost
column-won = Scenarios won
figure-balances-tableau = Consistent futures, variable by variable
figure-balances-plane = Consistent futures on the axes
figure-balances-impact = What holds up the bet
column-number = No.
