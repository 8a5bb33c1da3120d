# Sections of the toolbox: game of the actors, hypotheses, colours, policies
section-game = The game of the actors
game-lead = { $actor } is the strongest actor ({ $strength } times the mean). { $split ->
    [0] No objective divides the actors.
   *[other] The objective that divides them most is { $disputed }.
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
game-method = MACTOR (Godet 1991): the influence of an actor adds the direct one and what passes through a third (a sum of minima); positions are weighted by strength ({ $convention }). Two actors converge or diverge by the mean of what both bring to the objectives that they share.
figure-mactor-plane = Influence and dependence of the actors
figure-mactor-strength = Strength of the actors
figure-mactor-positions = Positions of the actors on the objectives
figure-mactor-convergence = Convergence between actors
figure-mactor-divergence = Divergence between actors
figure-mactor-map = How near the actors are
figure-influence-graph = Graph of the strongest influences
figure-micmac-potential = Influence and dependence with the potential influences
section-smic = Hypotheses and their scenarios
smic-lead = The most probable scenario is { $code }; { $core } of { $scenarios } hold 80% of the probability ({ $experts ->
    [one] one expert
   *[other] { $experts } experts
}).
smic-incomplete = { $count ->
    [one] One expert left a question open and is no part of this.
   *[other] { START($count) } experts left a question open and are no part of this.
}
smic-correction = To make the answers fit together some had to be moved by up to { $largest }; for { $k } of { $n } experts the largest correction is above 0.05.
smic-method = SMIC (Duperrin and Godet 1974): for each expert a quadratic programme finds the coherent probabilities nearest to those given; the panel is their average. The answers determine { $rank } numbers and leave { $open } open: that is why each scenario has a range, and the probability printed is that of maximum entropy, which adds nothing to what was said.
smic-method-simple = SMIC with terms of the simple probabilities (a variant of Duperrin and Godet 1974): for each expert a quadratic programme finds the coherent probabilities nearest to those given; the panel is their average. The answers determine { $rank } numbers and leave { $open } open: that is why each scenario has a range, and the probability printed is that of maximum entropy.
table-smic-events = Probability of each hypothesis, as the panel gave it and made coherent
table-smic-events-note = Driving power and dependence: sums of the elasticities when the probability given changes by 0.1.
column-hypothesis = Hypothesis
column-raw = As given
column-net = Coherent
column-driving = Driving power
column-dependent = Dependence
table-smic-scenarios = The scenarios by their probability
table-smic-scenarios-note = The code says which hypotheses occur (1) and which do not (0), in the order { $events }. Highlighted, the { $core } that add up to 80%. { $left ->
    [0] {""}
    [one] One is not printed.
   *[other] { $left } are not printed.
}
column-probability = Probability
column-solutions = Over all solutions
column-cumulated = Cumulated
column-panels = Over resampled panels
figure-smic-scenarios = Probability of the scenarios, with its range
figure-smic-correction = Probabilities as given and coherent
figure-smic-sensitivity = Driving power and dependence of the hypotheses
section-abacus = Régnier’s abacus
abacus-lead = Of { $experts } experts, the item most favoured is { $favoured }, and the one that unites them most is { $agreed }.
table-abacus = Coloured votes by item
table-abacus-note = In favour: greens; against: pink and red. Blank votes and abstentions are counted apart. Mean from 1 (red) to 5 (dark green); Leik’s consensus, from 0 to 1.
column-votes-for = In favour
column-votes-between = Yellow
column-votes-against = Against
column-blank = Blank
column-consensus-leik = Consensus
figure-abacus = Régnier’s abacus
section-policies = The actions under several policies
multipol-lead = { $count ->
    [0] No action is robust
    [one] One action is robust ({ $robust })
   *[other] { START($count) } actions are robust ({ $robust })
} under the { $policies } policies.
table-multipol = Score of each action under each policy
table-multipol-note = Policies: { $policies }. Robust: mean from { $mean } on and standard deviation up to { $sd }, the means of both. Regret: the largest loss against the best action under a policy.
column-deviation = Deviation
column-regret = Regret
column-robust = Robust
multipol-method = MULTIPOL (Godet): the score of an action under a policy is the mean of its marks weighted by the policy; the deviation is that of the population, since the policies are all there are.
figure-multipol-plane = Mean and deviation of the actions over the policies
figure-multipol-profiles = Profile of the actions by policy
