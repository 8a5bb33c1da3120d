//! The oracle files for expert judgement, where they are present beside the repository; the figures that matter most
//! are transcribed in the unit tests too.

// A malformed oracle file should stop the test.
#![allow(clippy::unwrap_used)]

use atalaya_methods::agreement::{
    Degree, KappaWeights, cohen_kappa, competence_k, fleiss_kappa, kendall_w, mcnemar,
};
use atalaya_methods::axes::{Judgement, smic2};
use atalaya_methods::consensus::{scheibe_change, wilcoxon_signed_rank};
use atalaya_methods::descriptive::{
    QuantileMethod, Summary, describe_counts, histogram, leik_consensus, quantile,
};
use atalaya_methods::igo::{Class, Cut, Items, igo};
use serde_json::Value;

mod oracle;

use oracle::{near, numbers, oracle};

const FIVE: [f64; 5] = [1.0, 2.0, 3.0, 4.0, 5.0];

#[test]
fn delphi() {
    let Some(file) = oracle("delphi.json") else { return };

    let siegel =
        [[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]].map(|r| r.map(f64::from).to_vec());
    let w = kendall_w(&siegel).unwrap();
    let found = [w.w.unwrap(), w.chi_square.unwrap(), w.df as f64, w.p.unwrap(), w.s];
    for (found, expected) in found.iter().zip(file["siegel_W"].as_array().unwrap()) {
        near(*found, expected, 1e-9);
    }

    let subjects: Vec<Vec<f64>> = file["anxiety"]["data"].as_array().unwrap().iter().map(numbers).collect();
    let raters: Vec<Vec<f64>> = (0..3).map(|r| subjects.iter().map(|s| s[r]).collect()).collect();
    let w = kendall_w(&raters).unwrap();
    near(w.w_uncorrected, &file["anxiety"]["W"][0], 1e-9);
    for (at, found) in [w.w.unwrap(), w.chi_square.unwrap(), w.df as f64, w.p.unwrap()].iter().enumerate() {
        near(*found, &file["anxiety"]["Wt"][at], 1e-9);
    }

    let kappa = cohen_kappa(&[vec![20, 5], vec![10, 15]], KappaWeights::None).unwrap().unwrap();
    near(kappa, &file["kappa_wiki"], 1e-9);
    let change = mcnemar(121, 59);
    near(change.chi_square.unwrap(), &file["mcnemar"][0], 1e-9);
    near(change.chi_square_corrected.unwrap(), &file["mcnemar"][1], 1e-9);
    let table: Vec<Vec<u64>> = file["fleiss"]["table"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row.as_array().unwrap().iter().map(|c| c.as_u64().unwrap()).collect())
        .collect();
    near(fleiss_kappa(&table).unwrap().kappa.unwrap(), &file["fleiss"]["kappa"], 1e-9);

    let x = numbers(&file["quartiles_x"]);
    for (name, method) in [
        ("inverted_cdf", QuantileMethod::InvertedCdf),
        ("weibull", QuantileMethod::Weibull),
        ("linear", QuantileMethod::Linear),
        ("hazen", QuantileMethod::Hazen),
        ("median_unbiased", QuantileMethod::MedianUnbiased),
    ] {
        for (at, p) in [0.25, 0.5, 0.75].into_iter().enumerate() {
            near(quantile(&x, p, method).unwrap(), &file["quartiles"][name][at], 1e-12);
        }
    }

    let round = &file["round"];
    let (first, second) = (numbers(&round["r1"]), numbers(&round["r2"]));
    near(Summary::of(&first).cv.unwrap(), &round["cv1"], 1e-12);
    near(Summary::of(&second).cv.unwrap(), &round["cv2"], 1e-12);
    let change = scheibe_change(&histogram(&first, &FIVE).counts, &histogram(&second, &FIVE).counts);
    near(change.unwrap(), &round["scheibe"], 1e-12);
    let wilcoxon = wilcoxon_signed_rank(&first, &second).unwrap();
    near(wilcoxon.w, &round["wilcoxon"][0], 1e-12);
    near(wilcoxon.p, &round["wilcoxon"][1], 1e-9);

    for case in file["K"].as_array().unwrap() {
        let degrees: Vec<Degree> = case[1]
            .as_str()
            .unwrap()
            .chars()
            .map(|c| match c {
                'A' => Degree::High,
                'M' => Degree::Medium,
                _ => Degree::Low,
            })
            .collect();
        let k = competence_k(case[0].as_f64().unwrap(), degrees.as_slice().try_into().unwrap()).unwrap();
        near(k.knowledge, &case[2][0], 1e-12);
        near(k.argumentation, &case[2][1], 1e-12);
        near(k.k, &case[2][2], 1e-12);
    }
}

#[test]
fn igo_and_colours() {
    let Some(file) = oracle("misc.json") else { return };
    let some = |v: &Value| numbers(v).into_iter().map(Some).collect::<Vec<_>>();
    let (importance, governability) = (some(&file["igo"]["imp"]), some(&file["igo"]["gov"]));
    for (name, cut) in [("mean", Cut::Mean), ("median", Cut::Median)] {
        let items = Items {
            importance: &importance,
            governability: &governability,
            importance_interval: &[],
            governability_interval: &[],
        };
        let found = igo(&items, cut, cut).unwrap();
        let words: Vec<&str> = found
            .items
            .iter()
            .filter_map(|p| p.class)
            .map(|class| match class {
                Class::Immediate => "immediate",
                Class::Challenge => "challenge",
                Class::LessUrgent => "less-urgent",
                Class::Unnecessary => "unnecessary",
            })
            .collect();
        assert_eq!(serde_json::json!(words), file["igo"][name]);
    }

    // The votes of six experts as counts of the five colours, from red to dark green.
    for (item, counts) in [
        ("I1", [0, 0, 0, 3, 3]),
        ("I2", [2, 1, 0, 1, 2]),
        ("I3", [0, 1, 3, 1, 0]),
        ("I4", [3, 2, 0, 0, 0]),
        ("I5", [1, 1, 2, 1, 1]),
    ] {
        let expected = &file["regnier"][item];
        let found = describe_counts(&FIVE, &counts, None);
        assert_eq!(found.summary.n as u64, expected["n"].as_u64().unwrap());
        near(found.summary.mean.unwrap(), &expected["mean"], 1e-12);
        let n = found.summary.n as f64;
        near(found.summary.sd.unwrap() * ((n - 1.0) / n).sqrt(), &expected["sd"], 1e-12);
        assert_eq!(found.top_two.unwrap().k as u64, expected["fav"].as_u64().unwrap());
        assert_eq!(found.bottom_two.unwrap().k as u64, expected["unf"].as_u64().unwrap());
        near(found.mode.fraction().unwrap(), &expected["mode"], 1e-12);
        near(leik_consensus(&counts).unwrap(), &expected["consensus"], 1e-12);
    }
}

#[test]
fn smic_of_two_hypotheses() {
    let Some(file) = oracle("smic.json") else { return };
    let mut seen = 0;
    for case in file.as_array().unwrap().iter().filter(|c| c["n"] == 2) {
        let number = |v: &Value| v.as_f64().unwrap();
        let answers = Judgement {
            first: number(&case["p"][0]),
            second: number(&case["p"][1]),
            first_given_second: number(&case["p_given"][0][1]),
            first_given_not_second: number(&case["p_given_not"][0][1]),
            second_given_first: number(&case["p_given"][1][0]),
            second_given_not_first: number(&case["p_given_not"][1][0]),
        };
        let found = smic2(&answers, case["with_simple"].as_bool().unwrap()).unwrap();
        near(found.objective, &case["objective"], 1e-12);
        for at in 0..4 {
            near(found.probability[at], &case["max_entropy"][at], 1e-9);
        }
        near(found.net[0], &case["net_simple"][0], 1e-9);
        near(found.net[1], &case["net_simple"][1], 1e-9);
        near(found.first_given_second.unwrap(), &case["net_cond"][0][1], 1e-9);
        near(found.second_given_first.unwrap(), &case["net_cond"][1][0], 1e-9);
        near(found.first_given_not_second.unwrap(), &case["net_cond_not"][0][1], 1e-9);
        near(found.second_given_not_first.unwrap(), &case["net_cond_not"][1][0], 1e-9);
        seen += 1;
    }
    assert!(seen > 0);
}
