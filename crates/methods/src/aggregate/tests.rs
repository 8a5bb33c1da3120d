use proptest::prelude::*;

use super::*;

const P: Answer = Answer::POTENTIAL;
const NO: Answer = Answer::ABSTAINED;
const MISSING: Answer = Answer::MISSING;

fn v(step: u8) -> Answer {
    Answer::value(step)
}

/// One cell, one answer an expert.
fn cell(answers: &[Answer], rule: Rule) -> (f64, bool, bool) {
    let panel = Panel::new(answers.len(), 1, 3, answers.to_vec()).unwrap();
    let out = panel.aggregate(rule);
    (out.value[0], out.potential[0], out.disputed[0])
}

#[test]
fn a_link_exists_when_half_see_it_and_then_has_the_median_of_those_who_do() {
    let rule = Rule::ExistenceThenIntensity;
    assert_eq!(cell(&[v(0), v(0), v(1), v(2)], rule).0, 2.0, "half is enough, and 1.5 goes up");
    assert_eq!(cell(&[v(0), v(0), v(0), v(3), v(3)], rule).0, 0.0, "two of five are not half");
    assert_eq!(cell(&[v(1), v(3), v(3)], rule).0, 3.0);
    assert_eq!(cell(&[v(1), v(2), NO, MISSING], rule).0, 2.0, "those without an answer do not count");
    assert_eq!(cell(&[P, P, v(1), v(1)], rule), (1.0, false, true), "P is 0 for existence");
    assert_eq!(cell(&[P, P, v(0), v(1)], rule), (0.0, true, false), "no link, and half gave P");
    assert_eq!(cell(&[P, v(0), v(0), v(1)], rule), (0.0, false, false));
    assert_eq!(cell(&[NO, MISSING], rule), (0.0, false, false));
}

#[test]
fn the_other_rules() {
    let answers = [v(0), v(0), v(1), v(3)];
    assert_eq!(cell(&answers, Rule::Median).0, 0.5);
    assert_eq!(cell(&answers, Rule::Mean).0, 1.0);
    assert_eq!(cell(&answers, Rule::Mode).0, 0.0);
    assert_eq!(cell(&[v(2), v(2), v(1), v(1)], Rule::Mode).0, 1.0, "of two modes the lower");
    assert_eq!(cell(&[P, P, v(0)], Rule::Mode), (0.0, true, false));
    assert_eq!(cell(&[P, v(0)], Rule::Mode), (0.0, false, false), "0 comes before P");
    assert_eq!(cell(&[P, P, v(0)], Rule::Median), (0.0, true, false));
}

#[test]
fn disputed_is_a_split_on_existence_or_a_span_of_two() {
    let disputed = |answers: &[Answer]| cell(answers, Rule::default()).2;
    assert!(disputed(&[v(0), v(0), v(1)]), "exactly a third");
    assert!(!disputed(&[v(0), v(0), v(0), v(1)]), "a quarter");
    assert!(disputed(&[v(0), v(2), v(2)]), "exactly two thirds");
    assert!(!disputed(&[v(1), v(1), v(2), v(2)]));
    assert!(disputed(&[v(1), v(1), v(1), v(3)]), "1 to 3");
    assert!(!disputed(&[v(3)]) && !disputed(&[]));
}

#[test]
fn a_panel_is_checked() {
    assert_eq!(
        Panel::new(1, 2, 3, vec![v(0)]).unwrap_err(),
        PanelError::Size { experts: 1, cells: 2, given: 1 }
    );
    assert_eq!(
        Panel::new(2, 2, 3, vec![v(0), v(1), v(2), v(4)]).unwrap_err(),
        PanelError::OutOfScale { expert: 1, cell: 1, step: 4, max: 3 }
    );
    assert_eq!(Panel::new(0, 0, 0, vec![]).unwrap_err(), PanelError::Scale { max: 0 });
    assert!(Panel::new(0, 5, 3, vec![]).unwrap().aggregate(Rule::Mean).value.iter().all(|&x| x == 0.0));
}

#[test]
fn an_empty_cell_of_a_draw_takes_the_whole_panels_value() {
    let panel = Panel::new(2, 3, 3, vec![v(2), v(1), MISSING, MISSING, v(3), MISSING]).unwrap();
    let whole = panel.aggregate(Rule::Mean);
    let draw = panel.resampled(Rule::Mean, &[0, 2], &whole);
    assert_eq!(draw.value, [2.0, 3.0, 0.0]);
    assert_eq!(draw.filled, 1, "a cell that nobody ever answered is not filled");
}

#[test]
fn more_than_255_experts_are_counted() {
    let answers: Vec<Answer> = (0..1000_u32).map(|e| v(if e < 499 { 0 } else { 2 })).collect();
    let panel = Panel::new(1000, 1, 3, answers).unwrap();
    let out = panel.aggregate(Rule::default());
    assert_eq!((out.value[0], out.non_zero[0], out.answered[0]), (2.0, 501, 1000));
}

/// The rules as their sentences say, on sorted lists.
fn by_hand(answers: &[Answer], rule: Rule) -> (f64, bool) {
    let given: Vec<Answer> = answers.iter().copied().filter(|a| a.answered()).collect();
    let mut numbers: Vec<u8> = given.iter().map(|a| a.step().unwrap_or(0)).collect();
    numbers.sort_unstable();
    let n = numbers.len();
    if n == 0 {
        return (0.0, false);
    }
    let middle = |sorted: &[u8]| {
        let m = sorted.len();
        (f64::from(sorted[(m - 1) / 2]) + f64::from(sorted[m / 2])) / 2.0
    };
    let votes = given.iter().filter(|&&a| a == P).count();
    let value = match rule {
        Rule::ExistenceThenIntensity => {
            let links: Vec<u8> = numbers.iter().copied().filter(|&x| x > 0).collect();
            if 2 * links.len() >= n { (middle(&links) + 0.5).floor() } else { 0.0 }
        }
        Rule::Median => middle(&numbers),
        Rule::Mean => numbers.iter().map(|&x| f64::from(x)).sum::<f64>() / n as f64,
        Rule::Mode => {
            let order: Vec<Answer> = [v(0), P].into_iter().chain((1..=20).map(v)).collect();
            let count = |a: Answer| given.iter().filter(|&&g| g == a).count();
            let most = order.iter().map(|&a| count(a)).max().unwrap_or(0);
            let mode = order.into_iter().find(|&a| count(a) == most).unwrap();
            return mode.step().map_or((0.0, true), |s| (f64::from(s), false));
        }
    };
    (value, value == 0.0 && 2 * votes >= n)
}

fn answer(max: u8) -> impl Strategy<Value = Answer> {
    prop_oneof![6 => (0..=max).prop_map(v), 2 => Just(v(0)), 1 => Just(P), 1 => Just(NO), 1 => Just(MISSING)]
}

fn rules() -> impl Strategy<Value = Rule> {
    prop::sample::select(vec![Rule::ExistenceThenIntensity, Rule::Median, Rule::Mean, Rule::Mode])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn counting_agrees_with_sorting(
        (max, experts, cells, answers, times) in (1..=10_u8, 1..9_usize, 1..150_usize).prop_flat_map(|(m, e, c)| {
            let answers = prop::collection::vec(answer(m), e * c);
            (Just(m), Just(e), Just(c), answers, prop::collection::vec(0..4_u16, e))
        }),
        rule in rules(),
    ) {
        let panel = Panel::new(experts, cells, max, answers.clone()).unwrap();
        let whole = panel.aggregate(rule);
        let draw = panel.resampled(rule, &times, &whole);
        let mut batch = vec![vec![9.0; cells]];
        let filled = panel.resampled_batch(rule, 3.0, &[members(experts, &times)], &whole, &mut batch);
        prop_assert_eq!(filled[0], draw.filled);
        for cell in 0..cells {
            let all: Vec<Answer> = (0..experts).map(|e| answers[e * cells + cell]).collect();
            prop_assert_eq!((whole.value[cell], whole.potential[cell]), by_hand(&all, rule));
            let drawn: Vec<Answer> = (0..experts)
                .flat_map(|e| std::iter::repeat_n(answers[e * cells + cell], usize::from(times[e])))
                .collect();
            let expected = if drawn.iter().any(|a| a.answered()) { by_hand(&drawn, rule) } else { by_hand(&all, rule) };
            prop_assert_eq!((draw.value[cell], draw.potential[cell]), expected);
            prop_assert_eq!(batch[0][cell], if expected.1 { 3.0 } else { expected.0 });
        }
    }

    #[test]
    fn an_expert_equal_to_the_aggregate_changes_nothing(
        (experts, answers) in (1..9_usize).prop_flat_map(|e| (Just(e), prop::collection::vec(answer(3), e * 20))),
        rule in prop::sample::select(vec![Rule::ExistenceThenIntensity, Rule::Median, Rule::Mode]),
    ) {
        let before = Panel::new(experts, 20, 3, answers.clone()).unwrap().aggregate(rule);
        let mut more = answers;
        for cell in 0..20 {
            let whole = before.value[cell].fract() == 0.0 && before.answered[cell] > 0;
            more.push(if !whole { MISSING } else if before.potential[cell] { P } else { v(before.value[cell] as u8) });
        }
        let after = Panel::new(experts + 1, 20, 3, more).unwrap().aggregate(rule);
        prop_assert_eq!(before.value, after.value);
        prop_assert_eq!(before.potential, after.potential);
    }
}
