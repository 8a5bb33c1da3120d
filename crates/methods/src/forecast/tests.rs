use super::*;
use proptest::prelude::*;

fn line(n: usize) -> Vec<f64> {
    (0..n).map(|i| 3.0 + 2.0 * i as f64).collect()
}

fn noisy(n: usize, seed: u64) -> Vec<f64> {
    let mut stream = crate::random::Stream::new(seed, "test", 0);
    let mut level = 50.0;
    (0..n)
        .map(|_| {
            level += 1.0 + 4.0 * (stream.unit() - 0.5);
            level
        })
        .collect()
}

fn years(n: usize) -> Vec<i32> {
    (0..n as i32).map(|i| 1990 + i).collect()
}

fn series<'a>(years: &'a [i32], values: &'a [f64]) -> Series<'a> {
    Series { years, values, lower_bound: None, upper_bound: None, discontinued: false }
}

#[test]
fn the_models_on_a_straight_line() {
    let found = point_forecasts(&line(12), 3, &Settings::default());
    // Last value 25, slope 2.
    assert_eq!(found.naive, [25.0; 3]);
    for (a, b) in found.damped_slope.iter().zip([26.8, 28.42, 29.878]) {
        assert!((a - b).abs() < 1e-12);
    }
    // The curved line is the line itself: its level trails, the trend half goes on.
    assert!(found.theta.windows(2).all(|w| (w[1] - w[0] - 1.0).abs() < 1e-9));
    for (a, b) in found.auto_ets.unwrap().iter().zip([27.0, 29.0, 31.0]) {
        assert!((a - b).abs() < 1e-3);
    }
}

#[test]
fn theta_of_the_patents_of_peru() {
    // Applications by residents 1999-2021 (World Bank, IP.PAT.RESD); reference computed apart with numpy and scipy:
    // alpha .66642, least squares 21602.1987.
    let values = [
        48.0, 40.0, 36.0, 29.0, 32.0, 38.0, 27.0, 39.0, 28.0, 31.0, 37.0, 39.0, 39.0, 54.0, 73.0, 83.0, 67.0,
        72.0, 100.0, 89.0, 137.0, 125.0, 94.0,
    ];
    let found = point_forecasts(&values, 6, &Settings::default()).theta;
    let expected =
        [(0, 106.86643496769281), (1, 108.83481441433312), (2, 110.80319386097344), (5, 116.7083322008944)];
    for (at, value) in expected {
        assert!((found[at] - value).abs() < 1e-4, "{found:?}");
    }
}

#[test]
fn gaps_are_interpolated_and_counted() {
    let grid = Grid::new(&[2000, 2001, 2004], &[1.0, 2.0, 5.0]).unwrap();
    assert_eq!(grid.values, [1.0, 2.0, 3.0, 4.0, 5.0]);
    assert_eq!((grid.interpolated(), grid.last_year()), (2, 2004));
    assert_eq!(Grid::new(&[2001, 2000], &[1.0, 2.0]), Err(NotForecast::Entry { entry: 1 }));
    assert_eq!(Grid::new(&[2001], &[f64::NAN]), Err(NotForecast::Entry { entry: 0 }));
    assert_eq!(Grid::new(&[0, 5000], &[1.0, 2.0]), Err(NotForecast::TooLong { years: 5001 }));
    assert_eq!(Grid::new(&[], &[]), Err(NotForecast::TooShort { found: 0 }));
}

#[test]
fn what_is_not_forecast_says_why() {
    let (y, v) = (years(30), noisy(30, 1));
    let short = series(&y[..6], &v[..6]);
    let stopped = Series { discontinued: true, ..series(&y, &v) };
    let found = forecast_study(&[short, stopped, series(&y, &v)], 2019, &Settings::default());
    assert_eq!(found.series[0], Err(NotForecast::TooShort { found: 6 }));
    assert_eq!(found.series[1], Err(NotForecast::Discontinued));
    assert_eq!(found.series[2], Err(NotForecast::NothingAhead { horizon: 2019, last: 2019 }));
    assert_eq!(found.coverage, Coverage { all: None, by_step: vec![] });
}

#[test]
fn widths_are_measured_pooled_and_covered() {
    let y = years(30);
    let walks: Vec<Vec<f64>> = (0..6).map(|s| noisy(30, s)).collect();
    let all: Vec<Series<'_>> = walks.iter().map(|v| series(&y, v)).collect();
    let found = forecast_study(&all, 2025, &Settings::default());
    // 20 origins a series, from the tenth value to the last but one; one fewer for each further step.
    assert_eq!(found.rolling[0].as_ref().unwrap().origins, 20);
    assert_eq!(found.calibration.steps[0].residuals, 120);
    assert_eq!(found.calibration.steps[5].residuals, 90);
    assert_eq!((found.calibration.measured, found.calibration.series), (6, 6));
    let forecast = found.series[0].as_ref().unwrap();
    let steps = &forecast.steps;
    assert_eq!((steps.len(), steps[5].year, forecast.long_horizon), (6, 2025, false));
    assert!(steps.windows(2).all(|w| w[0].half_width <= w[1].half_width));
    assert_eq!(steps[0].basis, WidthBasis::Measured { residuals: 120 });
    let covered = found.coverage.all.unwrap().fraction().unwrap();
    assert!((0.65..0.95).contains(&covered), "{covered}");
    let naive = &found.pooled[3];
    assert_eq!((naive.model, naive.n, naive.mae), (Model::Naive, 630, None));
    // The naive error one year ahead, scaled by itself, is about one.
    assert!((0.8..1.25).contains(&naive.by_step[0].1.unwrap()));
}

#[test]
fn too_few_residuals_say_so() {
    let (y, v) = (years(24), noisy(24, 9));
    let found = forecast_study(&[series(&y, &v)], 2023, &Settings::default());
    // 14 origins: no step reaches 20.
    assert_eq!(found.calibration.measured, 0);
    let forecast = found.series[0].as_ref().unwrap();
    assert_eq!(forecast.steps[0].half_width, None);
    assert_eq!(forecast.steps[0].basis, WidthBasis::NotMeasurable);
    assert_eq!(found.coverage.all, None);
    assert!(forecast.long_horizon);
    // 32 values: 22 residuals at step 1, 20 at step 3; step 4 is extended from it.
    let (y, v) = (years(32), noisy(32, 9));
    let found = forecast_study(&[series(&y, &v)], 2025, &Settings::default());
    let steps = &found.series[0].as_ref().unwrap().steps;
    assert_eq!(found.calibration.measured, 3);
    assert_eq!(steps[3].basis, WidthBasis::Extended { from: 3 });
    let ratio = steps[3].half_width.unwrap() / steps[2].half_width.unwrap();
    assert!((ratio - 4.0 / 3.0).abs() < 1e-12);
    assert_eq!(found.coverage.all, None);
}

#[test]
fn the_conformal_rank() {
    let rolling = |sizes: &[f64]| Rolling {
        origins: sizes.len(),
        scores: vec![],
        residuals: sizes.iter().map(|&s| Residual { origin: 2000, step: 1, scaled: s }).collect(),
    };
    let sizes: Vec<f64> = (1..=20).map(|i| if i % 2 == 0 { f64::from(i) } else { -f64::from(i) }).collect();
    let one = rolling(&sizes);
    let found = calibrate(&[&one], 1, &Settings::default());
    // ceil(21 x .8) = 17.
    assert_eq!(found.steps[0].half_width, Some(17.0));
    let half = rolling(&sizes[..19]);
    assert_eq!(calibrate(&[&half], 1, &Settings::default()).measured, 0);
    let strict = Settings { level: 0.99, ..Settings::default() };
    assert_eq!(calibrate(&[&one], 1, &strict).steps[0].half_width, None);
    // 24 residuals: (24 + 1) x .8 is 20, not 21.
    let more: Vec<f64> = (1..=24).map(f64::from).collect();
    assert_eq!(calibrate(&[&rolling(&more)], 1, &Settings::default()).steps[0].half_width, Some(20.0));
    // Held out against the other: 17 of 20 lie inside.
    let twice = coverage(&[&one, &one], 1, &Settings::default());
    assert_eq!(twice.all, Some(Share { k: 34, n: 40 }));
}

#[test]
fn bounds_cut_and_say_so() {
    let y = years(32);
    let values: Vec<f64> = noisy(32, 2).iter().map(|v| v + 12.0).collect();
    let top = values.iter().fold(0.0f64, |a, v| a.max(*v));
    let bounded = Series { upper_bound: Some(top), ..series(&y, &values) };
    let found = forecast_study(&[bounded], 2024, &Settings::default());
    let steps = &found.series[0].as_ref().unwrap().steps;
    assert!(steps.iter().all(|s| s.value <= top && s.high.unwrap() <= top));
    assert!(steps[2].bounded);
}

#[test]
fn a_series_that_never_changes() {
    let (y, v) = (years(30), vec![7.0; 30]);
    let found = forecast_study(&[series(&y, &v)], 2021, &Settings::default());
    let steps = &found.series[0].as_ref().unwrap().steps;
    assert_eq!((steps[1].value, steps[1].auto_ets), (7.0, Some(7.0)));
    assert_eq!((steps[1].half_width, steps[1].basis), (None, WidthBasis::NotMeasurable));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_median_lies_among_the_models(values in prop::collection::vec(-100i32..100, 1..20), steps in 1usize..6) {
        let values: Vec<f64> = values.iter().map(|&v| f64::from(v) / 4.0).collect();
        let found = point_forecasts(&values, steps, &Settings::default());
        for i in 0..steps {
            let all: Vec<f64> = Model::ALL.iter().filter_map(|m| found.of(*m)).map(|m| m[i]).collect();
            let (low, high) = all.iter().fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(*v), b.max(*v)));
            prop_assert!(all.iter().all(|v| v.is_finite()));
            prop_assert!(low <= found.median[i] && found.median[i] <= high);
        }
    }
}
