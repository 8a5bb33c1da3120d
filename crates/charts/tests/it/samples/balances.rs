//! Cross-impact balances: an invented valley, and a system too large for its picture.

use atalaya_charts::figures::cib::{
    Balances, End, Explained, Scenario, cib_basins, cib_impact, cib_map, cib_tableau,
};
use atalaya_charts::frame::Frame;
use atalaya_charts::impact::Variant;
use atalaya_charts::svg::Svg;
use atalaya_charts::tableau::Descriptor;

use super::noise;

fn descriptor(name: &str, variants: &[&str]) -> Descriptor {
    Descriptor {
        name: name.to_owned(),
        variants: variants.iter().map(|v| (*v).to_owned()).collect(),
        ..Descriptor::default()
    }
}

/// Scenarios on a circle, every other one picked.
fn scenarios(all: &[Vec<usize>]) -> Vec<Scenario> {
    let scenario = |(i, variants): (usize, &Vec<usize>)| Scenario {
        variants: variants.clone(),
        total: 17.0 - 3.0 * i as f64,
        consistency: (i % 3) as f64,
        at: Some(((i * i) as f64, (i * 7 % 5) as f64)),
        picked: i % 2 == 0,
        family: Some(i / 2),
    };
    all.iter().enumerate().map(scenario).collect()
}

fn valley() -> Balances {
    let all = [vec![0, 0, 0, 0], vec![0, 0, 0, 2], vec![0, 1, 0, 2], vec![2, 1, 1, 2]];
    let end = |variants: &[usize], length: usize, share: f64| End {
        variants: variants.to_vec(),
        length,
        share,
        interval: None,
    };
    Balances {
        title: "Un valle y su agua".to_owned(),
        descriptors: vec![
            descriptor("Caudal del río en estiaje", &["bajo", "medio", "alto"]),
            descriptor("Inversión", &["ninguna", "pública", "pública y de las juntas de usuarios"]),
            descriptor("Reglas de uso", &["laxas", "firmes"]),
            descriptor("Cultivos", &["sedientos", "mixtos", "diversos"]),
        ],
        space: "54".to_owned(),
        count: "4".to_owned(),
        whole: true,
        scenarios: scenarios(&all),
        stress: Some(0.07),
        ends: vec![end(&all[0], 1, 0.41), end(&all[3], 1, 0.37), end(&[0, 2, 0, 1], 4, 0.22)],
        rule: "todos los descriptores a la vez".to_owned(),
        ..Balances::default()
    }
}

fn large() -> Balances {
    let mut draw = noise(7);
    let mut digit = |n: f64| (draw() * n) as usize;
    let all: Vec<Vec<usize>> = (0..60).map(|_| (0..18).map(|_| digit(4.0)).collect()).collect();
    let name = |i: usize| format!("Descriptor con un nombre largo número {}", i + 1);
    let variants = ["sigue como hoy", "crece despacio y sin rumbo", "crece de prisa", "se desploma"];
    let ends = all.iter().enumerate().map(|(i, variants)| End {
        variants: variants.clone(),
        length: if i % 9 == 0 { 12 } else { 1 },
        share: 0.2 / (i + 1) as f64,
        interval: Some((0.19 / (i + 1) as f64, 0.215 / (i + 1) as f64)),
    });
    Balances {
        title: String::new(),
        descriptors: (0..18).map(|i| descriptor(&name(i), &variants)).collect(),
        space: "68719476736".to_owned(),
        count: "60466176".to_owned(),
        whole: false,
        ends: ends.collect(),
        scenarios: scenarios(&all),
        stress: Some(0.31),
        ..valley()
    }
}

fn explained(found: &Balances, number: usize) -> Explained {
    let mut draw = noise(11);
    let scenario = &found.scenarios[number - 1];
    let descriptors = found.descriptors.iter().enumerate().map(|(d, own)| {
        let variant = |(v, name): (usize, &String)| {
            let chosen = scenario.variants[d] == v;
            let lift = if chosen { 1.5 } else { -1.5 };
            let mut pushes: Vec<(String, f64)> = found
                .descriptors
                .iter()
                .map(|source| (source.name.clone(), (draw() * 4.0 - 2.0 + lift).round()))
                .filter(|(_, push)| *push != 0.0)
                .collect();
            pushes.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
            let balance = pushes.iter().map(|p| p.1).sum();
            Variant { name: name.clone(), chosen, balance, pushes }
        };
        let variants: Vec<Variant> = own.variants.iter().enumerate().map(variant).collect();
        let of = |chosen: bool| {
            let own = variants.iter().filter(|v| v.chosen == chosen).map(|v| v.balance);
            own.fold(f64::MIN, f64::max)
        };
        (Some(of(true) - of(false)), variants)
    });
    Explained { number, descriptors: descriptors.collect() }
}

type Draw = fn(&Balances, &atalaya_words::Words, &Frame<'_>) -> Option<Svg>;

fn drawn(found: &Balances, draw: Draw, frame: &Frame<'_>) -> Svg {
    draw(found, frame.words, frame).expect("the sample has what is drawn")
}

pub fn tableau(frame: &Frame<'_>) -> Svg {
    drawn(&valley(), cib_tableau, frame)
}

pub fn tableau_large(frame: &Frame<'_>) -> Svg {
    drawn(&large(), cib_tableau, frame)
}

pub fn impact(frame: &Frame<'_>) -> Svg {
    let found = valley();
    cib_impact(&found, &explained(&found, 1), frame.words, frame).expect("rivals")
}

pub fn impact_large(frame: &Frame<'_>) -> Svg {
    let found = large();
    cib_impact(&found, &explained(&found, 2), frame.words, frame).expect("rivals")
}

pub fn map(frame: &Frame<'_>) -> Svg {
    drawn(&valley(), cib_map, frame)
}

pub fn map_large(frame: &Frame<'_>) -> Svg {
    drawn(&large(), cib_map, frame)
}

pub fn basins(frame: &Frame<'_>) -> Svg {
    drawn(&valley(), cib_basins, frame)
}

pub fn basins_large(frame: &Frame<'_>) -> Svg {
    drawn(&large(), cib_basins, frame)
}
