# watch
chapter-watch = Monitoring and early warning
section-board = Early-warning board
section-readings = The readings, year by year
section-thresholds = Which value points to which future
section-watch-sheet = Who publishes, who answers for it, how often
section-signs = Early signs
section-later = What came after the cut-off
watch-lead = { $k ->
    [one] One
   *[other] { START($k) }
} of the { $n } indicators that can be compared { $k ->
    [one] is
   *[other] are
} nearest to { $count ->
    [one] { $scenarios }
   *[other] each of these scenarios: { $scenarios }
}.
watch-lead-bet = { $k ->
    [0] None is nearest
    [one] Only one is nearest
   *[other] { START($k) } are nearest
} to { $standing ->
    [proposed] the scenario that the rule proposes
   *[decided] the betting scenario
}, { $scenario }.
watch-lead-none = There { $n ->
    [one] is one indicator
   *[other] are { $n } indicators
}, none with both a reading and thresholds to compare with the scenarios yet.
watch-interpretation = This is an interpretation, not a result: it supposes that every scenario moves in a straight line from the baseline to its range at the horizon, and counts each indicator the same. One bad year is not a future.
table-nearest = Which future the readings are nearest to
column-nearest-count = Nearest indicators
table-nearest-note = Of the indicators with baseline, reading and thresholds. An indicator may lie equally near to two scenarios.
watch-method = For each scenario a straight line runs from the baseline to either end of its range at the horizon; in the year of the last reading, the nearest scenario is the one whose range on that line lies closest to the reading. A tie counts for all that tie.
figure-warning-board = Early-warning board
table-indicators = Baseline, last reading and target of each indicator
column-baseline = Baseline
column-last-reading = Last reading
column-target = Target
column-progress = Progress
column-elapsed = Time elapsed
column-nearest = Nearest to
table-indicators-note = Target: the value in the betting scenario. Progress: share of the distance from baseline to target already covered (negative where it moved away). Time elapsed: share of the period gone by. Underlined: behind schedule.
readings-none = There are no readings yet.
table-readings = Readings after the baseline
readings-notes = What to know about some of the readings:
table-thresholds = Range of each indicator in each scenario
table-thresholds-note = Values at the horizon ({ $horizon }). In bold, the scenario whose path runs nearest to the last reading.
table-watch-sheet = Monitoring sheet
column-measures-what = What it measures
column-publisher = Publisher
column-frequency = Frequency
indicator-notes = To bear in mind when reading them:
table-signs = Early signs of each scenario
column-seen-in = Where it would show
sign-no-scenario = No scenario
signs-plan-b = The signs that trigger plan B stand with it ({ $plan }).
later-text = { $count ->
    [one] One scan hit is dated
   *[other] { START($count) } scan hits are dated
} after the information cut-off ({ $cutoff }): no part of the panel’s judgement, and on record here for the next review.
later-text-panel = { $count ->
    [one] One scan hit is dated
   *[other] { START($count) } scan hits are dated
} after the information cut-off ({ $cutoff }): no part of the scan, and on record here for the next review.
later-series = { $n ->
    [one] One series has values
   *[other] { START($n) } series have values
} later than the cut-off: no trend and no forecast of this report takes them in. { $judged ->
    [0] {""}
    [one] { $held ->
        [0] The only one that can be set against a forecast lies outside its interval.
       *[other] The only one that can be set against a forecast lies inside its interval.
    }
   *[other] Of the { $judged } that can be set against a forecast, { $held } lie inside their interval.
}
table-later-series = Series with values after the cut-off
table-later-series-note = The forecast is for the year of the last figure, with its interval in brackets; the last column counts the later values that lie inside the interval of their year.
column-later-forecast = Forecast for that year
column-later-held = Inside the interval
later-forecast-value = { $value } ({ $interval })
table-later = Scan hits after the cut-off
column-summary = What it means
board-origins = Where the readings come from: { $readings }; baselines, targets and thresholds: { $rest }.
