//! The commands on files against figures that others published or computed: what a stranger would check first.

use std::path::Path;

use serde_json::Value;

use crate::support::{atalaya, code, printed, put, said};

/// The document of a method on its files.
fn document(folder: &Path, arguments: &[&str]) -> Value {
    let mut all = arguments.to_vec();
    all.push("--json");
    let out = atalaya(folder, "en", &all);
    assert_eq!(code(&out), 0, "{}", said(&out));
    serde_json::from_str(&printed(&out)).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(cells) => cells.iter().flat_map(numbers).collect(),
        other => vec![other.as_f64().unwrap_or(f64::NAN)],
    }
}

/// Every number of `found` is the expected one, as far as that is printed.
fn near(found: &Value, expected: &[f64], digit: f64) {
    let found = numbers(found);
    assert_eq!(found.len(), expected.len(), "{found:?}");
    let off = found.iter().zip(expected).find(|(a, b)| ((*a - *b).abs() > digit) || a.is_nan());
    assert!(off.is_none(), "{off:?}: {found:?}");
}

fn words(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|v| v.as_str().unwrap().to_owned()).collect()
}

#[test]
fn micmac_of_godets_three_variables() {
    // Godet (1994), From Anticipation to Action: stable from power 4 on, printed to power 8.
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "m.csv", b",a,b,c\na,0,1,0\nb,1,0,1\nc,1,0,0\n");
    let found = document(folder.path(), &["micmac", "m.csv"]);
    assert_eq!(words(&found["variables"]), ["a", "b", "c"]);
    near(&found["direct"]["influence"], &[1.0, 2.0, 1.0], 0.0);
    near(&found["direct"]["dependence"], &[2.0, 1.0, 1.0], 0.0);
    assert_eq!(words(&found["indirect"]["influence_order"]), ["b", "a", "c"]);
    assert_eq!(words(&found["indirect"]["dependence_order"]), ["a", "b", "c"]);
    assert_eq!(
        (found["indirect"]["power"].as_u64(), found["convergence"]["kind"].as_str()),
        (Some(5), Some("stable"))
    );
    assert_eq!(words(&found["indirect"]["influence_sum"]), ["4", "5", "3"]);
    assert_eq!(words(&found["indirect"]["dependence_sum"]), ["5", "4", "3"]);
    assert!(found["stability"].is_null());
    let far = document(folder.path(), &["micmac", "m.csv", "--power", "8"]);
    assert_eq!(words(&far["indirect"]["influence_sum"]), ["9", "12", "7"]);
    assert_eq!(far["convergence"]["kind"], "given");
    // A matrix that never settles (bipartite): period 2.
    put(folder.path(), "p.csv", b",v1,v2,v3,v4\nv1,0,0,3,1\nv2,0,0,1,0\nv3,1,2,0,0\nv4,0,3,0,0\n");
    let found = document(folder.path(), &["micmac", "p.csv"]);
    assert_eq!(
        (found["convergence"]["kind"].as_str(), found["convergence"]["period"].as_u64()),
        (Some("periodic"), Some(2))
    );
}

const POWER: &[u8] = b",Constructeurs,Regulieres,Charter,Etat,ADP,Riverains
Constructeurs,0,1,1,3,0,2
Regulieres,2,0,3,2,1,1
Charter,1,2,0,1,1,0
Etat,2,3,3,0,3,2
ADP,0,2,3,1,0,2
Riverains,0,1,1,3,2,0
";

const POSITIONS: &[u8] = b",avions,marche,droits,vols,bruit
Constructeurs,2,3,0,0,1
Regulieres,-2,0,3,-1,-3
Charter,-1,0,-3,3,-2
Etat,0,3,2,0,1
ADP,-1,0,-2,2,-2
Riverains,0,0,0,0,3
";

#[test]
fn mactor_of_aeroports_de_paris() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "power.csv", POWER);
    put(folder.path(), "positions.csv", POSITIONS);
    let files = ["mactor", "--power", "power.csv", "--positions", "positions.csv"];
    let found = document(folder.path(), &files);
    assert_eq!(found["actors"][1], "Regulieres");
    // 1CAA and 1DAA as printed by a public re-implementation of LIPSOR's example (one misprinted cell corrected by its
    // transpose and total).
    let c1 = [
        0., 0., 0., 2., 0., 1., 0., 0., 2., 1., 2., 0., 0., 2., 0., 0., 4., 0., 2., 1., 0., 0., 0., 1., 0.,
        2., 4., 0., 0., 0., 1., 0., 0., 1., 0., 0.,
    ];
    let d1 = [
        0., 2., 2., 0., 2., 0., 2., 0., 2., 1., 2., 1., 2., 2., 0., 2., 0., 1., 0., 1., 2., 0., 2., 0., 2.,
        2., 0., 2., 0., 1., 0., 1., 1., 0., 1., 0.,
    ];
    near(&found["order1"]["convergence"], &c1, 0.0);
    near(&found["order1"]["divergence"], &d1, 0.0);
    near(&found["influence"], &[31., 31., 21., 39., 27., 31.], 0.0);
    near(&found["dependence"], &[22., 33., 39., 31., 29., 26.], 0.0);
    near(&found["midi"][2], &[4., 5., 5., 5., 3., 4.], 0.0);
    near(&found["mmidi"][3], &[2., 3., 3., 0., 3., 2.], 0.0);
    near(&found["strength"], &[1.2628, 0.9295, 0.4478, 1.3810, 0.8482, 1.1307], 5e-5);
    near(&found["strength_max"], &[1.3412, 0.8280, 0.4570, 1.1102, 0.8640, 1.3995], 5e-5);
    near(&found["stability"], &[12.2222], 5e-5);
    near(&found["order2"]["mobilisation"], &[6., 6., 10., 6., 12.], 0.0);
    near(&found["order2"]["convergence_degree"], &[42.0635], 5e-5);
    near(&found["order3"]["mobilisation"], &[5.68, 7.93, 8.59, 3.97, 11.42], 5e-3);
    near(&found["order3"]["convergence_degree"], &[42.0718], 5e-5);
    near(&found["order3"]["ambivalence"], &[0.0, 0.677, 0.314, 0.214, 0.329, 0.0], 5e-4);
    near(&found["objective_distance"][0], &[0.0, 2.5, 1.0, -2.0, 7.0], 1e-12);
    // Every cell a step off: 56 steps of the power and 60 of the positions; the first of the objectives is always O5.
    let cells = &found["sensitivity"];
    assert_eq!(
        (cells["strength"]["steps"].as_u64(), cells["mobilisation"]["steps"].as_u64()),
        (Some(56), Some(60))
    );
    assert_eq!(cells["mobilisation"]["first_held"].as_u64(), Some(60));
    near(&cells["strength"]["places"][2], &[6., 6.], 0.0);
    let two = ["mactor", "--power", files[2], files[2], "--positions", files[4], files[4]];
    assert!(document(folder.path(), &two)["sensitivity"].is_null(), "a panel has no cells of its own");
    let mut a = files.to_vec();
    a.extend(["--strength", "a"]);
    let found = document(folder.path(), &a);
    near(&found["strength"], &[1.1632, 0.9876, 0.5101, 1.3938, 0.8561, 1.0893], 5e-5);
}

#[test]
fn smic_of_incoherent_answers() {
    // Computed by NNLS and SLSQP, which agree to 1e-10.
    let folder = tempfile::tempdir().unwrap();
    put(
        folder.path(),
        "c.json",
        br#"{"p":[0.5,0.6,0.4],"given":[[1,0.6,0.3],[0.7,1,0.5],[0.3,0.45,1]],
            "given_not":[[null,0.4,0.6],[0.5,0,0.7],[0.55,0.35,null]]}"#,
    );
    let found = document(folder.path(), &["smic", "c.json"]);
    near(&found["objective"], &[0.004_916_071_429], 5e-13);
    near(&found["net"]["p"], &[0.50607, 0.63107, 0.39036], 5e-6);
    let given = &found["net"]["given"];
    let pairs = [&given[0][1], &given[1][0], &given[0][2], &given[2][0], &given[1][2], &given[2][1]];
    for (cell, expected) in pairs.iter().zip([0.5693, 0.7100, 0.3403, 0.2625, 0.5965, 0.3690]) {
        near(cell, &[expected], 5e-5);
    }
    assert_eq!((found["rank"].as_u64(), found["scenarios"].as_array().map(Vec::len)), (Some(7), Some(8)));
    let first = &found["scenarios"][0];
    assert_eq!(first["code"], "110");
    near(&first["probability"], &[0.26622], 5e-6);
    near(&first["low"], &[0.22643], 5e-6);
    near(&first["high"], &[0.35929], 5e-6);
    // It stays the most probable one whichever of the 15 probabilities moves by .05.
    let moved = &found["sensitivity"];
    assert_eq!(
        (moved["moves"].as_u64(), moved["held"].as_u64(), moved["unresolved"].as_u64()),
        (Some(30), Some(30), Some(0))
    );
    let found = document(folder.path(), &["smic", "c.json", "--with-simple"]);
    near(&found["objective"], &[0.005_578_693_182], 5e-13);
    near(&found["net"]["p"], &[0.50261, 0.61852, 0.39261], 5e-6);
}

#[test]
fn multipol_abacus_foda_and_igo() {
    let folder = tempfile::tempdir().unwrap();
    put(
        folder.path(),
        "m.json",
        br#"{"scores":[[14,8,12,6],[10,16,9,11],[7,13,15,12],[12,11,10,14]],
            "policies":[[40,30,20,10],[10,20,30,40],[25,25,25,25]]}"#,
    );
    let found = document(folder.path(), &["multipol", "m.json"]);
    near(&found["scores"], &[11., 9., 10., 11.7, 11.3, 11.5, 10.9, 12.6, 11.75, 11.5, 12., 11.75], 1e-9);
    near(&found["mean"], &[10., 11.5, 11.75, 11.75], 1e-9);
    near(&found["sd"], &[0.8165, 0.1633, 0.6940, 0.2041], 5e-5);
    // The third and the fourth tie on the mean: the steadier one comes first.
    near(&found["place"], &[4., 4., 3., 3., 2., 2., 1., 1.], 0.0);

    let votes = ",a,b,c,d,e,f\nI1,DG,DG,LG,LG,DG,LG\nI2,R,DG,R,DG,LG,P\nI3,Y,Y,Y,LG,P,W\nI4,R,P,R,R,P,B\nI5,DG,LG,Y,P,R,Y\n";
    put(folder.path(), "v.csv", votes.as_bytes());
    let found = document(folder.path(), &["abacus", "v.csv"]);
    let items = found["items"].as_array().unwrap();
    for (item, (n, mean, sd, consensus)) in items.iter().zip([
        (6., 4.5, 0.5, 0.75),
        (6., 3., 1.7321, 0.1667),
        (5., 3., 0.6325, 0.8),
        (5., 1.4, 0.4899, 0.8),
        (6., 3., 1.2910, 0.5),
    ]) {
        near(&item["n"], &[n], 0.0);
        near(&item["mean"], &[mean], 1e-9);
        near(&item["sd"], &[sd], 5e-5);
        near(&item["consensus"], &[consensus], 5e-5);
    }
    assert_eq!((items[2]["blank"].as_u64(), items[3]["abstained"].as_u64()), (Some(1), Some(1)));
    near(&items[3]["net"], &[-1.0], 0.0);
    assert_eq!(words(&found["by_consensus"])[..2], ["I3", "I4"]);

    put(
        folder.path(),
        "f.json",
        br#"{"fo":[[3,2,1],[2,0,3]],"fa":[[2,1],[1,3]],"do":[[1,2,0],[0,1,1]],"da":[[1,2],[3,2]]}"#,
    );
    let found = document(folder.path(), &["foda", "f.json"]);
    for (name, sum, mean) in [("FO", 11., 1.8333), ("FA", 7., 1.75), ("DO", 5., 0.8333), ("DA", 8., 2.)] {
        near(&found["sums"][name], &[sum], 0.0);
        near(&found["means"][name], &[mean], 5e-5);
    }
    assert_eq!((&found["quadrant_by_sum"], &found["quadrant_by_mean"]), (&"FO".into(), &"DA".into()));
    let survival = &found["strategies"][3];
    assert_eq!((&survival["posture"], &survival["tows"]), (&"survival".into(), &"mini-mini".into()));
    assert_eq!(words(&survival["came"]), ["correct", "face"]);
    let scores: Vec<_> = survival["pairs"].as_array().unwrap().iter().map(|p| p["score"].as_f64()).collect();
    assert_eq!(scores, [Some(3.0), Some(2.0), Some(2.0)]);

    // One policy alone makes no action robust.
    put(folder.path(), "one.json", br#"{"scores":[[14,8],[10,16]],"policies":[[40,60]]}"#);
    let found = document(folder.path(), &["multipol", "one.json"]);
    assert_eq!(found["robust"], serde_json::json!([false, false]));
    assert!(found["sd_cut"].is_null());

    put(folder.path(), "i.csv", b"id,importance,governability\nA,9,5\nB,7,1\nC,8,3\nD,4,5\nE,3,1\nF,6,3\n");
    let found = document(folder.path(), &["igo", "i.csv", "--axes", "mean"]);
    let zones: Vec<_> =
        found["items"].as_array().unwrap().iter().map(|i| i["zone"].as_str().unwrap()).collect();
    assert_eq!(zones, ["immediate", "challenge", "challenge", "less-urgent", "unnecessary", "unnecessary"]);
    near(&found["axes"]["y"], &[6.1667], 5e-5);
    near(&found["axes"]["x"], &[3.0], 0.0);
}

#[test]
fn delphi_of_two_rounds_and_of_three_raters() {
    let folder = tempfile::tempdir().unwrap();
    let round = |answers: &[i32]| {
        let rows: Vec<String> = answers.iter().enumerate().map(|(e, v)| format!("E{e},{v}\n")).collect();
        format!("expert,q\n{}", rows.concat())
    };
    put(folder.path(), "r1.csv", round(&[2, 3, 5, 4, 3, 5, 4, 1, 4, 5, 3, 4]).as_bytes());
    put(folder.path(), "r2.csv", round(&[3, 3, 4, 4, 3, 4, 4, 2, 4, 4, 4, 4]).as_bytes());
    let found = document(folder.path(), &["delphi", "r1.csv", "r2.csv"]);
    let (first, second) = (&found["rounds"][0]["items"][0], &found["rounds"][1]["items"][0]);
    near(&first["cv"], &[0.346_078], 5e-7);
    near(&second["cv"], &[0.186_574], 5e-7);
    assert_eq!((&first["agreement"]["k"], &second["agreement"]["k"]), (&7.into(), &8.into()));
    let moved = &found["rounds"][1]["stability"][0];
    near(&moved["change"], &[0.3333], 5e-5);
    near(&moved["spearman"], &[0.811_786], 5e-7);
    near(&moved["wilcoxon"]["w"], &[10.5], 0.0);
    near(&moved["wilcoxon"]["p"], &[1.0], 1e-12);
    assert_eq!((&moved["stable"], &moved["moved"]["k"]), (&false.into(), &6.into()));
    // Siegel's three judges and six objects; three are too few to print it, not to compute it.
    put(folder.path(), "s.csv", b"expert,a,b,c,d,e,f\nE1,1,6,3,2,5,4\nE2,1,5,6,4,2,3\nE3,6,3,2,5,4,1\n");
    let found = document(folder.path(), &["delphi", "s.csv"]);
    let kendall = &found["rounds"][0]["kendall"];
    near(&kendall["w"], &[0.161_905], 5e-7);
    near(&kendall["chi2"], &[2.4286], 5e-5);
    near(&kendall["p"], &[0.7872], 5e-5);
    let told = printed(&atalaya(folder.path(), "en", &["delphi", "s.csv"]));
    assert!(!told.contains("Kendall"), "{told}");
    // Nine ratings whose third quartile tells the rules apart: type 7 gives 6.
    put(folder.path(), "q.csv", b"expert,q\na,3\nb,4\nc,4\nd,5\ne,5\nf,5\ng,6\nh,7\ni,9\n");
    let found = document(folder.path(), &["delphi", "q.csv", "--cut", "5"]);
    let item = &found["rounds"][0]["items"][0];
    near(&item["q3"], &[6.0], 0.0);
    assert_eq!(item["agreement"]["k"], 6);
}

#[test]
fn a_panel_weighted_by_k_stands_beside_the_unweighted_one() {
    let folder = tempfile::tempdir().unwrap();
    let rated = [(9, "AAAAAA", 5), (8, "AAMMBB", 5), (6, "MMMMMM", 3), (3, "BBBBBB", 1)];
    let rows = (0..3).flat_map(|copy| {
        rated.iter().enumerate().map(move |(e, (kc, ka, value))| format!("E{copy}{e},{kc},{ka},{value}\n"))
    });
    let rows: String = rows.collect();
    put(folder.path(), "k.csv", format!("expert,knowledge,argumentation,q\n{rows}").as_bytes());
    let found = document(folder.path(), &["delphi", "k.csv", "--weights", "k"]);
    let round = &found["rounds"][0];
    near(&round["items"][0]["mean"], &[3.5], 1e-9);
    // K = .95, .90, .70, .40: (.95 * 5 + .9 * 5 + .7 * 3 + .4) / 2.95.
    near(&round["weighted"]["items"][0]["mean"], &[11.75 / 2.95], 1e-9);
    near(&round["weighted"]["effective_n"], &[3.0 * 2.95 * 2.95 / (0.9025 + 0.81 + 0.49 + 0.16)], 1e-9);
    assert!(document(folder.path(), &["delphi", "k.csv"])["rounds"][0]["weighted"].is_null());
}
