# Sections of the toolbox: game of the actors, hypotheses, colours, policies
section-game = The game of the actors
game-lead = { $actor } is the strongest actor, at { $strength } times the mean. { $split ->
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
