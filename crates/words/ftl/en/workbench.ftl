# Deciding from the page
bench-decide-key-variables = Decide the strategic variables
bench-decide-axes = Decide the axes
bench-decide-bet = Decide the betting scenario
bench-decide-actions = Decide which actions enter the roadmap
bench-gate = Validation of the stage
bench-gate-none = Nobody has validated this stage yet.
bench-gate-decide = Validate the stage
bench-gate-change = Change the validation
bench-gate-save = Save the validation
bench-gate-by = Who validates it
bench-gated = ({ $date }; { $by })
bench-decide = Decide
bench-change = Change the decision
bench-again = Confirm or change
bench-decided = Decided on { $date } by { $by }:
bench-proposed = { $count ->
    [0] The rule proposes nothing yet. You can decide all the same.
   *[other] The rule proposes: { $list }. Nobody has decided yet, and it is printed as such.
}
bench-differs = The rule proposes today: { $list }.
bench-stale = It rests on findings that have changed. The decision stands until somebody confirms or changes it.
bench-now-proposed = The rule now also proposes { $list }.
bench-no-longer-proposed = The rule no longer proposes { $list }.
bench-changed-since = { $count ->
    [one] Changed since then: 1 record of { $what }.
   *[other] Changed since then: { $n } records of { $what }.
}
bench-changed-answers = { $count ->
    [one] Changed since then: 1 answer of { $what }.
   *[other] Changed since then: { $n } answers of { $what }.
}
bench-changed-before = What changed is older than this history: the study came like that.
bench-ticked = What the rule proposes is ticked.
bench-pick-key-variables = Choose at least one variable. Nothing is saved until you save it.
bench-pick-axes = Choose two variables, one for each axis. Nothing is saved until you save it.
bench-pick-bet = Choose one scenario. Nothing is saved until you save it.
bench-pick-actions = Choose at least one action. Nothing is saved until you save it.
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
bench-act = If there are minutes, tick them among the sources.
bench-no-sources = To cite minutes, add them first to the sources of the stage Scan.
# What comes out of a record
bench-of = { $k } of { $n }
bench-median = { $value } (n = { $n })
bench-class = Class
bench-zone = Zone of the plane
bench-zone-open = not known yet: { $open ->
    [one] one
   *[other] { $open }
} of the { $all } answers of the matrix { $open ->
    [one] is
   *[other] are
} missing
bench-zone-moves = { $direct }; with the indirect influences, { $indirect }
bench-rank = rank { $direct } of { $n } direct, { $indirect } indirect
bench-influence = Influence
bench-dependence = Dependence
bench-yes = yes
bench-no = no
bench-votes = Votes of the panel
bench-states-missing = Strategic variables without a state
bench-igo = IGO class
bench-robust = Across the scenarios
bench-years = On the roadmap
bench-too-early = Begins before
bench-left = left out
bench-place = Place on the plane
bench-priority = Priority (high impact and relevance)
bench-last = Last reading
bench-progress = Progress towards the target
bench-elapsed = Time elapsed
bench-nearest = Nearest scenario
bench-nearest-how = Nearest: the reading is compared with each scenario’s straight path, from the baseline to its range at the horizon, in the year of the reading.
bench-role = Role in the game
bench-strength = Strength R*
bench-converges = Converges most with
bench-diverges = Diverges most from
bench-ambivalence = Ambivalence (0 to 1)
bench-mobilisation = Mobilisation (order 3)
bench-crossings = Sum of its crossings
bench-crossed-most = Crosses most strongly with
bench-both = Write in both languages
bench-one = Write in English only
bench-whole-stage = Everything that comes out of the stage { $stage }
# Boards
bench-board-evidence = Board of scan hits
bench-board-foda = SWOT board
bench-board-scenarios = Axes and scenarios
bench-board-box = Morphological box
bench-board-opportunities = Opportunity cards
bench-board-roadmap = Roadmap by year
bench-board-indicators = Indicator board
bench-about-evidence = What was seen in the environment, by dimension and kind. Open a card to edit it.
bench-about-foda = Internal factors above, external ones below; what helps on the left, what hinders on the right.
bench-about-scenarios = Each scenario in its quadrant, with its name, its narrative, its path and its signs.
bench-about-box = Each column is a variable with its states; a scenario is a path that takes one of each.
bench-about-opportunities = From the trend to the need, to the technology, to the offer.
bench-about-roadmap = Actions and milestones on the years of the study.
bench-about-indicators = Baseline, target, the range that belongs to each scenario, and what has been read.
bench-whole-record = Open the whole record
bench-all = all
bench-filter = Search the scan hits
bench-filter-do = Show
bench-shown = { $n } of { $of }
bench-add-evidence = Add a scan hit
bench-impact = Impact
bench-pertinence = Relevance
bench-no-dimension = Without a dimension
bench-no-kind = Without a kind
bench-plane = Impact and relevance
bench-plane-about = Rows: impact. Columns: relevance. What comes first is shaded.
bench-foda-strength = Strengths
bench-foda-weakness = Weaknesses
bench-foda-opportunity = Opportunities
bench-foda-threat = Threats
bench-add-factor = Add
bench-crossing = The crossing
bench-crossing-about = One’s own factors are crossed with those around in a table that the panel answers, from 0 to 3.
bench-crossing-none = No round asks for the crossing yet: add “crossing of SWOT factors” to the families of one of the
bench-crossing-round = Cross in round { $round }
bench-axis-x = Horizontal axis
bench-axis-y = Vertical axis
bench-no-pole = (pole to be written)
bench-add-scenario = Name of the scenario of this quadrant
bench-other-scenarios = Outside of the quadrants
bench-narrative = Narrative
bench-path = Path, winners and losers
bench-no-periods = The study’s frame has no periods yet.
bench-signs = Early signs
bench-add-sign = Add a sign
bench-box-none = The box needs variables: the strategic ones show here as soon as there are any.
bench-id-state = The id joins the variable and the state with a point: V1.a is the first state of V1.
bench-combinations = { $many ->
    [one] One possible combination
   *[other] { $count } possible combinations
}; { $pairs ->
    [0] no pair of states excludes each other
    [one] one pair of states excludes each other
   *[other] { $pairs } pairs of states exclude each other
}.
bench-barred = Excludes { $states }
bench-no-state = no state
bench-add-state = Add a state
bench-add-opportunity = Add an opportunity
bench-step-trend = Trend
bench-step-need = Need
bench-step-technology = Technology
bench-step-offer = Offer
bench-conditions = Barriers, legal condition and scenarios
bench-roadmap-sideways = The years go from { $first } to { $last }: the table goes on to the right.
bench-roadmap-keys = Up and down arrows change one year; with Shift they move the start and the end together.
bench-add-indicator = Add an indicator
bench-thresholds = Range in each scenario, at the horizon
bench-low = From
bench-high = To
bench-readings = Readings
bench-readings-series = { $count ->
    [one] One value of the series counts as a reading too, that of { $years }:
   *[other] { START($count) } values of the series count as readings too, those of { $years }:
}
bench-note = Note
bench-add-action = Add an action
bench-add-milestone = Add a milestone
# The room
bench-room = Room mode
bench-room-matrix = The matrix in the room
bench-room-plane = The plane in the room
bench-room-scenarios = The scenarios in the room
bench-room-keys = Arrows: walk · F: full screen
bench-room-leave = Leave the room
bench-room-none-variables = There are no variables yet to cross in a matrix.
bench-room-to-variables = Add variables
bench-room-none-rounds = No round asks about direct influence yet.
bench-room-to-rounds = Add a round
bench-room-none-experts = There are no experts yet to answer the matrix.
bench-room-to-experts = Add experts
bench-room-none-answers = Nobody has answered the influence matrix yet.
bench-room-to-answers = Fill in the matrix
bench-room-none-scenarios = There are no scenarios yet.
bench-room-to-scenarios = Add axes and scenarios
bench-room-codes = What each code stands for
bench-room-key-disputed = the panel disagrees
bench-room-key-potential = potential influence
bench-room-key-zero = no influence (0)
bench-room-choose = Choose a cell to see how the panel answered it.
bench-room-value = The panel’s value:
bench-room-facts = { $n } variables, { $experts ->
    [one] one matrix
   *[other] { $experts } matrices
}; { $disputed ->
    [0] no cell in dispute
    [one] one cell in dispute
   *[other] { $disputed } cells in dispute
}{ $open ->
    [0] {""}
    [one] ; one without an answer
   *[other] ; { $open } without an answer
}
bench-room-bet = betting scenario
bench-room-bet-proposed = bet that the rule proposes
bench-disputed = in dispute
# Matrices
bench-define = Definitions
bench-undefined = Not defined yet.
bench-panel = Panel
bench-cell-clash = Somebody else filled these cells while you were writing
bench-cell-theirs = Keep theirs:
bench-cell-yours = Put yours:
bench-cell-nothing = empty
bench-cell-unsaved = Cells that were not saved:
bench-cell-unsaved-why = Their value is not on the scale ({ $scale }). What was saved in them is as it was. This notice stays in this browser until you mend them or put it away.
bench-cell-unsaved-more = And others:
bench-cell-unsaved-next = Go to the next one
bench-cell-unsaved-away = Put away the notice and those values
# Notices and ways
bench-hollow = empty
bench-hollow-of = { $kind } { $id }: says nothing yet.
bench-hollows = Empty records
bench-hollow-about = It says nothing yet: complete it or delete it.
bench-back = Back to the page
bench-to-study = To the study
# Remedies for whoever works in the browser
here-E201 = Delete it and add it again with a short, permanent id, such as V1.
here-E203 = Delete one of the two, or add it again with another id.
here-E204 = Add it to its list first ({ $records }), or correct the reference.
here-E205 = Use another id, for example M1 instead of MAR1: then nobody loses it when the table goes through a spreadsheet.
here-E301 = Families are given by their short names, parted by spaces: for example importance influence. A question has its ids too: importance/V3.
here-E206 = Complete the field.
here-E210 = Write it as 31/12/2025, or only the month or the year: 2025-12, 2025.
here-E302 = Correct the value. The scale that the study uses stands above the table.
here-E211 = Correct the base year or the horizon in the study’s frame.
here-W201 = Write the text in { $language }, or take that language out of the study’s frame.
here-W203 = If the change is one of substance, ask again in another round; if it is one of form, it may stay.
here-W204 = Add them to those invited to that round, in the stage Consult, or take their answers out.
here-W214 = Correct the year in its record, or move the horizon in the study’s frame if the study looks further.
here-W215 = Change one of the two years on the roadmap, or take the dependency away.
here-G101 = Write it in the study’s frame: who will use the strategy and can act.
here-G102 = They are added in their list; what depends on them stays open in the report.
here-G103 = Add “{ $asked }” to the families of a round, in the stage Consult, and fill in its table.
here-G104 = Add an indicator, in the stage Watch, and say in it that it measures { $id }.
here-G105 = Complete it on the indicator board or in its record.
here-G106 = Add an indicator, in the stage Watch, and say in it that it measures { $id }.
here-G107 = Add them to the actors, in the stage Structure, or name one who is there.
here-G108 = Add an action, in the stage Act, that works on { $id }, or explain why there is none.
here-G109 = Add a wild card that attacks it, in the stage Explore.
here-G110 = Choose the state of { $variable } in the morphological box.
here-G111 = Meanwhile the rule’s proposal stands, if it makes one; of the axes, what is written. It is decided on the page of its stage.
here-G112 = Fill the empty cells of the grid of judgements on states; until then each counts as 0.
here-G113 = Write it in the study’s frame, in the stage Frame.
here-G114 = Write its name in the record.
bench-design-boards = Decisions, boards and room
# Fields, for whoever works in the browser
here-field-study-provenance = Where the study’s content comes from.
here-field-provenance = Where the record comes from, where that differs from the study.
here-field-date = Date, the day first: 31/12/2025, 12/2025 or 2025.
here-field-round-opened = First day, as in 31/12/2025 (the day first).
here-field-round-closed = Last day, as in 31/12/2025 (the day first).
here-field-axis-verified_on = Day of the verification, as in 31/12/2030 (the day first).
here-field-decision-date = When, as in 31/12/2025 (the day first).
here-field-study-cutoff = Cut-off date of the information, as in 31/12/2025 (the day first); what comes later goes to monitoring.
here-field-sources = Sources that back the record.
here-field-action-responsible = Who answers for it.
here-field-indicator-responsible = Who answers for it.
here-field-round-invited = Who was invited.
here-field-decision-chosen = What was chosen.
here-field-source-entry = What kind of work it is.
here-field-limit-included = Whether it is included.
here-field-scenario-corner = The poles at which it stands.
here-field-expert-argumentation = Sources of argument (coefficient Ka): six letters A, M or B, in this order: own theoretical analysis, experience, national authors, foreign authors, state of the subject abroad, intuition.
here-field-expert-country = Country, in three letters: PER, MEX.
here-field-study-economy = Country or region whose series are analysed, in three letters: PER, MEX.
here-field-study-comparators = Countries or regions shown beside it, in three letters and separated by spaces: MEX COL.
here-field-study-periods = Periods of the path, separated by spaces: 2026-2030 2031-2040.
here-field-study-as_of = The day from which the results speak, as in 31/12/2025 (the day first); the program reads no clock.
here-field-series-accessed = Day on which it was consulted, as in 31/12/2025 (the day first).
here-field-scenario-states = The state of each key variable, as the morphological box shows them.
here-field-scenario-narrative = The narrative.
