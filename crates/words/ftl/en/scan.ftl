# scan
chapter-scan = Scanning the environment: trends and seeds of change
section-counts = Where we looked and what we found
section-evidence = What weighs and what bears on the question
section-priorities = Cards of the priority scan hits
section-series = What the series say
section-forecast = Where the series would be if past trends continued
section-accuracy = How wrong the models would have been
section-each-series = The series one by one
scan-lead-cutoff = Up to the cut-off, { $cutoff },
scan-lead-open = Without a cut-off date,
scan-lead = the scan gathered { $n ->
    [one] one hit
   *[other] { $n } hits
}; { $priority ->
    [0] none is high in both impact and relevance.
    [one] one is a priority, high in both impact and relevance.
   *[other] { $priority } are priorities: high in both impact and relevance.
}
scan-later = { $n ->
    [one] One scan hit later than the cut-off is not in this chapter
   *[other] There are { $n } scan hits later than the cut-off that are not in this chapter
}: what happened afterwards is read in monitoring.
table-evidence-by-kind = Scan hits by STEEPV dimension and kind
table-evidence-by-kind-note = Without scan hits: { $dimensions }. Either nothing moves there or nobody looked.
table-evidence-by-year = Scan hits by year and STEEPV dimension
table-evidence-by-year-note = { $n ->
    [one] One scan hit without a year or a dimension is not counted.
   *[other] { $n } scan hits without a year or a dimension are not counted.
}
column-year = Year
column-hit = Scan hit
column-date = Date
column-scope = Scope
column-impact = Impact
column-pertinence = Relevance
column-certainty = Certainty
column-touches = Variables it touches
column-sources = Sources
dimension-none = Without a dimension
evidence-ratings = Impact and relevance, from 1 to 5, are ratings by whoever did the scanning: they order the reading and are no judgement of the panel. A hit above { $cut } on both is a priority.
table-evidence = The scan hits: what was seen, how much it weighs, which variables it touches and where it comes from
table-evidence-note = Within each dimension, the weightiest first. In bold, the priorities: impact and relevance above { $cut }, as rated by whoever did the scanning. Certainty says how sure the fact is, not how probable what it foreshadows is.
priorities-intro = What each priority scan hit means for the question of the study, and what it rests on.
series-lead = Of { $n ->
    [one] one series
   *[other] { $n } series
}, { $parts }.
series-rising = { $n ->
    [one] one rose
   *[other] { $n } rose
}
series-falling = { $n ->
    [one] one fell
   *[other] { $n } fell
}
series-flat = { $n ->
    [one] one shows no detectable trend
   *[other] { $n } show no detectable trend
}
series-short = { $n ->
    [one] one is too short to tell
   *[other] { $n } are too short to tell
}
series-care = A trend sums up what has already happened. That a series grew does not announce that it will go on growing: the strongest growth is usually what slows down most.
table-trends = Trend and break of each series up to the cut-off
column-series = Series
column-years = Years
column-tau = Tau
column-slope = Slope per year
column-slope-interval = 95% interval
column-p = Adjusted p
column-break = Break
break-after = after { $year }
break-none = none detected
trend-rising = rose
trend-falling = fell
trend-none = no trend detected
trend-short = too short to tell
table-trends-note = Kendall’s tau and Sen’s slope, in the unit of the series a year. The p is corrected for serial correlation and for the number of series; a trend is read at a p of 0.05 or less. A trend that is not detected is not thereby disproved.
breaks-text = A break is news and asks for an explanation: { $breaks }.
break-value = { $name }, after { $year }
series-later = { $n ->
    [one] One series has
   *[other] There are { $n } series with
} figures later than the cut-off: the pictures mark them apart, and they move no trend and no forecast.
series-method = Trend: the Mann-Kendall test (Mann 1945), corrected for serial correlation (Hamed and Rao 1998) and for the number of series (Benjamini and Hochberg 1995); Sen’s slope (1968) with the same correction in its interval. Break: Pettitt’s test (1979) on what the trend leaves unexplained, from ten values on; its p is approximate.
forecast-lead = Of { $n } series, { $made } are forecast to { $horizon }; { $far ->
    [0] in none does the horizon lie beyond a third of its history.
    [one] in one the horizon lies beyond a third of its history, and the value is no more than an order of magnitude.
   *[other] in { $far } the horizon lies beyond a third of their history, and the value is no more than an order of magnitude.
}
table-forecasts = Each series by { $horizon }, if its past trend continued
column-last = Last figure
column-forecast = By { $horizon }
column-measured-interval = { $level } interval, last measurable
column-flags = Caveats
value-in-year = { $value } ({ $year })
range-value = { $low } to { $high }
no-forecast-discontinued = not forecast: discontinued
no-forecast-too-short = not forecast: fewer than seven values
no-forecast-ends-early = not forecast: ends long before the cut-off
no-forecast-no-horizon = not forecast: the horizon is not after its last figure
no-forecast-too-long = not forecast: too many years to the horizon
flag-long-horizon = distant horizon
flag-not-measurable = coverage not measurable
flag-not-measurable-then = coverage not measurable at the horizon
flag-interpolated = { $n ->
    [one] one year interpolated
   *[other] { $n } years interpolated
}
table-forecasts-note = Median of four models, within what the unit allows. The interval is that of the last year for which one can be measured; where fewer than 20 past errors exist to measure it, none is printed. Distant horizon: farther than a third of the years of the history; two significant digits.
coverage-text = The { $level } intervals come from the errors of past forecasts, pooled over { $series } series, and reach { $steps ->
    [one] one year
   *[other] { $steps } years
} ahead. Tested by leaving out each series in turn, they contained the actual value in { $count }.
coverage-unknown = There are too few errors of past forecasts to measure what a { $level } interval covers: the forecasts go without one.
accuracy-text = We went back to every past year, forecast with what was known then and compared with what came. The table stands beside the forecast and selects nothing: the median was fixed beforehand, and picking afterwards the model that did best would be picking the result.
table-accuracy = Errors of the four models and of their median at past origins
model-ets = AutoETS
model-theta = Theta
model-damped = Damped slope
model-naive = Naive
model-median = Median
accuracy-pooled = Median of the series
table-accuracy-note = Mean absolute error over the mean annual change of the series (MASE): 1 is to be wrong by as much as the series changes in a year. n: forecasts compared. It selects nothing.
forecast-method = The forecast is the median of four models: automatic exponential smoothing (AutoETS), Theta (Assimakopoulos and Nikolopoulos 2000), the damped slope of the last five years, and naive, which repeats the last figure. The width of an interval is a quantile of the absolute errors of past forecasts, scaled to each series and pooled over the series (conformal prediction); a past origin needs ten values behind it. A discontinued series is not forecast and does not enter the widths of the others.
figure-evidence-years = Scan hits by year
figure-evidence-plane = Plane of impact and relevance
more-works = { $count ->
    [one] ; and one more
   *[other] ; and { $count } more
}
flag-uninformative = interval wider than all that was observed: uninformative
