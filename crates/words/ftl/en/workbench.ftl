# Deciding from the page
bench-decide-key-variables = Decide the strategic variables
bench-decide-axes = Decide the axes
bench-decide-bet = Decide the betting scenario
bench-decide-actions = Decide which actions enter the roadmap
bench-gate = Validation of the stage
bench-gate-none = Nobody has validated this stage yet.
bench-decide = Decide
bench-change = Change the decision
bench-again = Confirm or change
bench-decided = Decided on { $date } by { $by }:
bench-proposed = { $count ->
    [0] The rule proposes nothing yet. One may decide all the same.
   *[other] The rule proposes: { $list }. Nobody has decided yet, and it is printed as such.
}
bench-differs = The rule proposes today: { $list }.
bench-stale = It rests on findings that have changed. The decision stands until somebody confirms or changes it.
bench-now-proposed = The rule now also proposes { $list }.
bench-no-longer-proposed = The rule no longer proposes { $list }.
bench-changed-since = { $count ->
    [one] Changed since then: 1 record of { $what }.
   *[other] Changed since then: { $count } records of { $what }.
}
bench-changed-before = What changed is older than this history: the study came like that.
bench-pick-key-variables = Choose at least one variable. What the rule proposes is ticked; nothing is saved until you save it.
bench-pick-axes = Choose two variables, one for each axis. What the rule proposes is ticked; nothing is saved until you save it.
bench-pick-bet = Choose one scenario. The one that the rule proposes is marked; nothing is saved until you save it.
bench-pick-actions = Choose at least one action. What the rule proposes is ticked; nothing is saved until you save it.
bench-chosen = Chosen
bench-considered = Considered
bench-says = What comes out
bench-by-rule = the rule proposes it
bench-save = Save the decision
bench-confirm = Confirm with today’s findings
bench-needs-reason = The reason is missing: a decision without one cannot be defended.
bench-needs-by = Who decided is missing.
bench-needs-date = The date is missing, like 2026-03-31.
bench-moved = The findings changed while you were deciding. Below is what they propose now; look again and save once more.
bench-act = If there are minutes, cite their id here among the sources.
bench-no-sources = To cite minutes, add them first to the sources of the stage Scan.
# What comes out of a record
bench-of = { $k } of { $n }
bench-median = { $value } (n = { $n })
bench-class = Class
bench-zone = Zone of the plane
bench-zone-moves = { $direct }; with the indirect influences, { $indirect }
bench-rank = rank { $direct } of { $n } direct, { $indirect } indirect
bench-influence = Influence
bench-dependence = Dependence
bench-yes = yes
bench-no = no
bench-votes = Votes of the panel
bench-states-missing = Key variables without a state
bench-igo = IGO class
bench-robust = Across the scenarios
bench-years = On the roadmap
bench-too-early = Begins before
bench-place = Place on the plane
bench-priority = Priority (high impact and pertinence)
bench-last = Last reading
bench-progress = Way covered towards the target
bench-elapsed = Time elapsed
bench-nearest = Nearest scenario
bench-whole-stage = Everything that comes out of the stage { $stage }
