# act
chapter-strategy = Vision, objectives and strategic actions
section-vision = Vision
section-chain = From vision to indicator
section-actions = The actions
section-variable-actions = Which actions move each variable
section-tree = Relevance tree
section-igo = Importance and governability (IGO)
section-action-robustness = The actions against the scenarios
strategy-lead = Of { $actions ->
    [one] one action
   *[other] { $actions } actions
}, { $immediate ->
    [0] none is immediate
    [one] one is immediate
   *[other] { $immediate } are immediate
} (important and within the subject’s reach), { $challenge ->
    [0] none is a challenge
    [one] one is a challenge
   *[other] { $challenge } are challenges
}, and { $robust ->
    [0] none stands up in every scenario.
    [one] one stands up in every scenario.
   *[other] { $robust } stand up in every scenario.
}
strategy-lead-igo = Of { $actions ->
    [one] one action
   *[other] { $actions } actions
}, { $immediate ->
    [0] none is immediate
    [one] one is immediate
   *[other] { $immediate } are immediate
} (important and within the subject’s reach) and { $challenge ->
    [0] none is a challenge.
    [one] one is a challenge.
   *[other] { $challenge } are challenges.
}
strategy-lead-robust = Of { $actions ->
    [one] one action
   *[other] { $actions } actions
}, { $robust ->
    [0] none stands up in every scenario.
    [one] one stands up in every scenario.
   *[other] { $robust } stand up in every scenario.
}
strategy-lead-plain = The strategy holds { $actions ->
    [0] no actions
    [one] one action
   *[other] { $actions } actions
} and { $objectives ->
    [0] no objectives.
    [one] one objective.
   *[other] { $objectives } objectives.
}
vision-none = The study has no vision yet.
chain-text = { $count ->
    [0] The chain is whole: every objective has actions and indicators, and every indicator has a baseline, a target, a source and someone responsible.
    [one] One link of the chain is incomplete.
   *[other] { START($count) } links of the chain are incomplete.
}
table-chain = The chain from vision to indicator, and what it lacks
column-objective = Objective
column-actions = Actions
column-indicators = Indicators
column-missing = What is missing
chain-complete = nothing
chain-no-objective = No objective
chain-lacks-objective = an objective to serve
chain-lacks-any-action = an action that serves it
chain-lacks-indicator = an indicator
chain-lacks-action = an action for { $variable }
chain-lacks-actor = { $action }: someone responsible who is an actor of the study
chain-lacks-parts = { $indicator }: { $lacks }
table-chain-note = The indicators listed are those that measure the objective; those that measure its actions are checked too. The row without an objective gathers loose ends.
table-actions = Actions by the first objective they serve
column-action = Action
column-responsible = Responsible
column-also-serves = Also serves
variable-actions-text = { $count ->
    [0] { $determining ->
        [one] The determining variable has an action that moves it.
       *[other] Each of the { $determining } determining variables has an action that moves it.
    }
    [one] { $determining ->
        [one] The one determining variable has no action of its own: { $names }.
       *[other] Of { $determining } determining variables, one has no action of its own: { $names }.
    }
   *[other] Of { $determining } determining variables, { $count } have no action of their own: { $names }.
}
table-variable-actions = Actions by variable
variable-without-action = no action
figure-relevance-tree = Relevance tree: vision, objectives, actions
table-tree = How much each objective and action weighs in the vision
column-aim = Vision, objective or action
column-local-weight = Weight among siblings
column-relevance = Weight in the vision
table-tree-note = The weight in the vision is the product of the weights from the root down. An action hangs from the first objective it serves.
tree-method = Sibling weights add up to 100%. One without a weight takes the mean of those that have one, so where nobody gave any all weigh the same. An objective with few actions gives each of them more weight: the tree shares out, it does not judge how good an action is.
igo-text = { $count ->
    [0] No action is immediate.
    [one] One action is immediate: { $names }.
   *[other] { START($count) } actions are immediate: { $names }.
}
figure-igo-plane = Plane of importance and governability (IGO)
table-igo = IGO matrix: the class of each action
column-place = Rank
column-importance-short = Imp.
column-governability-short = Gov.
column-parent = Under
igo-close = { $action } (borderline)
igo-not-classed = Not classed: too few answers
table-igo-note = Imp.: importance; Gov.: governability; medians of the panel. Cuts: importance above { $importance }, governability above { $governability }. Ties are printed as ties. Borderline: the spread of the answers crosses a cut.
igo-borderline = { $count ->
    [one] One action lies between two classes: { $names }. Another panel might have put it in the neighbouring class.
   *[other] { START($count) } actions lie between two classes: { $names }. Another panel might have put them in the neighbouring class.
}
igo-method = IGO sets how much an action matters against how much the subject of the study (not the country, nor the panel) can do about it. Immediate: important and governable. Challenges: important, hardly governable. Less urgent: governable, of less importance. Unnecessary: neither. Rank goes by class and, within a class, by importance × governability.
action-robustness-text = { $count ->
    [0] No action stands up in all { $scenarios } scenarios.
    [one] One action stands up in all { $scenarios } scenarios: { $names }.
   *[other] { START($count) } actions stand up in all { $scenarios } scenarios: { $names }.
}
action-hedging-text = { $count ->
    [one] One action hedges against the failure of the bet: { $names }.
   *[other] { START($count) } actions hedge against the failure of the bet: { $names }.
}
figure-robustness = Actions against scenarios
table-robustness = How each action fares in each scenario
robustness-robust = Robust
robustness-hedging = Hedging
robustness-contingent = Contingent
robustness-not-classed = Not classed: too few answers
total-works = Work
total-fails = Fail
table-robustness-note = Median of { $n } experts; halves go up. The last two rows count the actions that work and those that fail in each scenario.
action-robustness-method = Robust: it fails in no scenario and works in more than half of them. Hedging: it works in an adverse scenario, one other than the bet in which more actions fail than work. Contingent: what it achieves depends on the scenario.
actions-proposed = The rule proposes { $count ->
    [one] one action
   *[other] { $count } actions
} for the roadmap; nobody has decided yet.
actions-agreeing = { $count ->
    [one] One action enters the roadmap, the one
   *[other] { START($count) } actions enter the roadmap, the same
} that the rule proposes.
actions-differing = { $count ->
    [one] One action enters the roadmap.
   *[other] { START($count) } actions enter the roadmap.
} Compared with the rule, { $added } came in and { $left } were left out.
chapter-opportunities = Technology-based opportunities
section-opportunity-plane = Attractiveness and capacity
section-criteria = Criterion by criterion
section-survival = In which futures they survive
section-opportunity-cards = Opportunity cards
opportunities-lead = { $count ->
    [0] None of the { $total } opportunities is both attractive and within reach.
    [one] One of the { $total } opportunities is attractive and within reach.
   *[other] { START($count) } of the { $total } opportunities are attractive and within reach.
}
opportunities-unscored = The portfolio holds { $total ->
    [one] one opportunity
   *[other] { $total } opportunities
}, not scored yet.
figure-opportunity-plane = Opportunities by attractiveness and capacity
table-opportunities = The portfolio of opportunities by zone of the plane
column-opportunity = Opportunity
opportunity-not-placed = Not on the plane: too few answers
table-opportunities-note = Median over the experts of the mean of each axis’s criteria (1 to 5); spread: first to third quartile, from eight answers on. The plane is cut at { $cut }. There is no total score.
opportunities-method = Attractiveness and capacity are each the mean of the criteria that the study sets for its axis. The axes are never added up: an attractive opportunity that nobody can seize yet calls for preparation, and one within reach that attracts little does not win for being easy. Trends are evidence on the card, not a criterion.
table-criteria = What was scored
column-criterion = Criterion
column-measures = Axis
column-ends = What the ends mean
table-scores = Median of each criterion
table-scores-note = Medians of the panel, 1 to 5. The table before this one says what the codes stand for.
survival-text = { $count ->
    [0] No opportunity survives in all { $scenarios } scenarios.
    [one] Just one opportunity survives in all { $scenarios } scenarios: { $names }.
   *[other] { START($count) } opportunities survive in all { $scenarios } scenarios: { $names }.
}
table-survival = Scenarios in which each opportunity survives
table-survival-note = A judgement of the team, on record in each opportunity’s card.
fact-customer = For whom
fact-place = Where
fact-asset = Asset
fact-technology = Technology
fact-barrier = Barrier
fact-legal = Legal condition
fact-evidence = Evidence
fact-survives = Survives in
fact-judged = As judged
judged-value = attractiveness { $attractiveness }, capacity { $capacity } (n = { $n })
chapter-roadmap = Strategic roadmap across territories
section-calendar = The calendar
section-dependencies = What comes before what
section-territory = Levels and territories
section-backcast = From the horizon back to the start
roadmap-lead = The roadmap sets out { $actions ->
    [one] one action
   *[other] { $actions } actions
} from { $from } to { $to }; { $early ->
    [0] none starts ahead of those it depends on.
    [one] one starts ahead of another that it depends on.
   *[other] { $early } start ahead of others that they depend on.
}
figure-roadmap = Strategic roadmap
table-roadmap = The roadmap: years, level, territory and who is responsible for each action
column-level = Level
column-territory = Territory
column-after = After
table-roadmap-note = An action without a last year runs to the horizon. “After”: actions that must have started by then.
roadmap-undated = { $count ->
    [one] One action has no first year and stays off the calendar: { $names }.
   *[other] { START($count) } actions have no first year and stay off the calendar: { $names }.
}
roadmap-left = { $count ->
    [one] Left out of the roadmap: { $names }.
   *[other] Left out of the roadmap ({ $count }): { $names }.
}
roadmap-backwards = { $count ->
    [one] One action is written with an end before its beginning and is drawn in its first year only: { $names }.
   *[other] { START($count) } actions are written with an end before their beginning and are drawn in their first year only: { $names }.
}
roadmap-beyond = { $names } { $count ->
    [one] runs
   *[other] run
} past the study’s horizon ({ $horizon }).
dependencies-none = The study declares no dependencies between actions.
dependencies-text = { $count ->
    [0] The calendar respects { $links ->
        [one] the only dependency declared.
       *[other] all { $links } dependencies.
    }
    [one] The calendar contradicts { $links ->
        [one] the only dependency declared.
       *[other] one of the { $links } dependencies declared.
    }
   *[other] The calendar contradicts { $count } of the { $links } dependencies declared.
}
too-early = { $action } starts in { $year }, ahead of { $other } ({ $otheryear }), which it depends on.
territory-text = { $levels ->
    [one] The whole roadmap is played on a single level.
   *[other] The roadmap spreads over { $levels } levels; the { $level } level has the most actions, { $count } of { $n }.
}
level-none = no level
table-territory = What is done on each level, where and by whom
column-territories = Territories
backcast-text = Between { $image } and the starting point there { $steps ->
    [one] is one step
   *[other] are { $steps } steps
}; { $decisions ->
    [one] one is a critical decision, due in { $year }.
   *[other] { $decisions } are critical decisions, the first of them due in { $year }.
}
backcast-text-plain = Between { $image } and the starting point there { $steps ->
    [one] is one step
   *[other] are { $steps } steps
}; none is a critical decision.
backcast-image = the image of the future
figure-backcast = Backcast from the horizon
table-backcast = What must be true, from the horizon back to the start
column-must-be-true = What must be true
column-leads-to = Actions that lead to it
table-backcast-note = To be read from the top, asking at each step what had to happen first.
backcast-method = A backcast starts at the chosen image and walks back to where the study starts: milestones (what can be seen), conditions (what must hold to go on) and critical decisions (what somebody must settle by a date).
dependency = { $before } before { $action }
dependencies-list = Dependencies: { $list }.
