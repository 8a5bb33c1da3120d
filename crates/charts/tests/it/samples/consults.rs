//! Matrices, orders and the panel.

use super::*;
use atalaya_charts::axis::Print;
use atalaya_charts::bars::*;
use atalaya_charts::matrix::*;
use atalaya_charts::rank::*;
use atalaya_charts::rows::*;

pub fn influences(frame: &Frame<'_>) -> Svg {
    let mut next = noise(3);
    let header = |i: usize, sum: String| Header {
        code: code(i),
        name: NAMES[i].to_owned(),
        strong: i == 0 || i == 17,
        sum,
        ..Header::default()
    };
    let cells: Vec<Vec<Cell>> = (0..24)
        .map(|r| {
            (0..24)
                .map(|c| {
                    let value = if next() < 0.27 { (next() * 3.0).ceil() } else { 0.0 };
                    let potential = next() < 0.02;
                    Cell {
                        value: (next() > 0.02).then_some(if potential { 3.0 } else { value }),
                        text: if potential { "P".into() } else { String::new() },
                        disputed: value > 0.0 && next() < 0.15,
                        barred: r == c,
                        potential,
                    }
                })
                .collect()
        })
        .collect();
    let spec = Matrix {
        head: head(
            "Pocos enlaces y 12 en disputa: la matriz se llena al 24 %",
            "Influencia directa de la fila sobre la columna, 0 a 3; existencia por mayoría, mediana de la intensidad",
        ),
        rows: (0..24).map(|i| header(i, format!("{}", 5 + i))).collect(),
        columns: (0..24).map(|i| header(i, format!("{}", 28 - i))).collect(),
        cells,
        top: 3.0,
        diverging: false,
        sums: ("Influencia".into(), "Dependencia".into()),
        second: String::new(),
        split: None,
        quadrants: Default::default(),
        disputed: "en disputa".into(),
        potential: "P potencial".into(),
        missing: "sin respuesta".into(),
        steps: vec![
            (0.0, "0 nula".into()),
            (1.0, "1 débil".into()),
            (2.0, "2 media".into()),
            (3.0, "3 fuerte".into()),
        ],
    };
    matrix(&spec, frame)
}

pub fn foda(frame: &Frame<'_>) -> Svg {
    let mut next = noise(5);
    let rows = ["F1", "F2", "F3", "F4", "D1", "D2", "D3", "D4", "D5"];
    let columns = ["O1", "O2", "O3", "O4", "O5", "A1", "A2", "A3", "A4"];
    let header = |c: &str, i: usize| Header {
        code: c.into(),
        name: NAMES[i].into(),
        sum: format!("{}", 9 + i),
        ..Header::default()
    };
    let spec = Matrix {
        potential: String::new(),
        head: head(
            "La fortaleza responde mejor a las oportunidades que a las amenazas",
            "Cruce de factores, mediana de 0 a 3",
        ),
        rows: rows.iter().enumerate().map(|(i, c)| header(c, i)).collect(),
        columns: columns.iter().enumerate().map(|(i, c)| header(c, i + 9)).collect(),
        cells: (0..9)
            .map(|_| {
                (0..9).map(|_| Cell { value: Some((next() * 4.0).floor()), ..Cell::default() }).collect()
            })
            .collect(),
        top: 3.0,
        diverging: false,
        sums: ("Suma".into(), "Suma".into()),
        second: String::new(),
        split: Some((4, 5)),
        quadrants: [
            "FO · media 1.8".into(),
            "FA · media 1.2".into(),
            "DO · media 1.5".into(),
            "DA · media 1.0".into(),
        ],
        disputed: String::new(),
        missing: String::new(),
        steps: (0..4).map(|i| (f64::from(i), i.to_string())).collect(),
    };
    matrix(&spec, frame)
}

pub fn order(frame: &Frame<'_>) -> Svg {
    let mut next = noise(9);
    let items = (0..24)
        .map(|i| {
            let after = (i as f64 + 1.0 + (next() - 0.5) * 7.0).clamp(1.0, 24.0).round();
            RankItem {
                code: code(i),
                name: NAMES[i].into(),
                before: i as f64 + 1.0,
                after,
                before_interval: Some(((i as f64 - 1.0).max(1.0), (i as f64 + 3.0).min(24.0))),
                after_interval: Some(((after - 2.0).max(1.0), (after + 2.0).min(24.0))),
                strong: i == 18,
            }
        })
        .collect();
    ranks(
        &RankChart {
            head: head(
                "Los caminos indirectos hacen subir a V19 Capacidad de ejecución y articulación territorial",
                "Puesto por influencia directa y por influencia indirecta (potencia 5)",
            ),
            before: "Puesto directo".into(),
            after: "Puesto indirecto".into(),
            items,
            interval: "5 a 95 % de los paneles remuestreados".into(),
            strong: "variable oculta: gana tres puestos o más".into(),
        },
        frame,
    )
}

pub fn sixty(frame: &Frame<'_>) -> Svg {
    let items = (0..60_usize)
        .map(|i| RankItem {
            code: format!("V{:02}", i + 1),
            name: NAMES[i % NAMES.len()].into(),
            before: i as f64 + 1.0,
            after: ((i * 37) % 60) as f64 + 1.0,
            before_interval: None,
            after_interval: None,
            strong: i % 9 == 0,
        })
        .collect();
    let spec = RankChart {
        head: head("Sesenta variables, dos reglas", "Puesto por influencia directa"),
        before: "existence-intensity".into(),
        after: "median".into(),
        items,
        interval: String::new(),
        strong: "cambia tres puestos o más".into(),
    };
    ranks(&spec, frame)
}

pub fn consensus(frame: &Frame<'_>) -> Svg {
    let mut next = noise(13);
    let rows = (0..14)
        .map(|i| {
            let m = 2.0 + 3.0 * next();
            let b = (m * 2.0).round() / 2.0;
            let a = ((m + next() * 0.8 - 0.2) * 2.0).round() / 2.0;
            DumbbellRow {
                code: code(i),
                name: NAMES[i].into(),
                before: Some(Summary { median: b, spread: Some(((b - 1.0).max(1.0), (b + 1.0).min(5.0))) }),
                after: Some(Summary {
                    median: a.min(5.0),
                    spread: Some(((a - 0.5).max(1.0), (a + 0.5).min(5.0))),
                }),
                values: Vec::new(),
                verdict: if i == 11 {
                    "dos bandos".into()
                } else if i % 4 == 3 {
                    "sin consenso".into()
                } else {
                    "consenso".into()
                },
                reached: i % 4 != 3 && i != 11,
                warn: i == 11,
            }
        })
        .collect();
    dumbbell(
        &Dumbbell {
            head: head(
                "El consenso pasa de 8 a 10 de 14 variables; V12 queda partida en dos bandos",
                "Importancia al 2030, 1 a 5: mediana e intervalo intercuartílico por ronda",
            ),
            measure: "Importancia".into(),
            scale: (1.0, 5.0),
            rounds: ("ronda 1".into(), "ronda 2".into()),
            spread: "intervalo intercuartílico".into(),
            verdict: "Regla: RIC ≤ 1".into(),
            signs: true,
            rows,
            cut: Some((3.0, "corte".into())),
        },
        frame,
    )
}

pub fn countries(frame: &Frame<'_>) -> Svg {
    let mut next = noise(17);
    let rows = (0..8)
        .map(|i| {
            let delta = 2.0 * next() - 1.0;
            ContrastRow {
                code: code(i + 8),
                name: NAMES[i + 8].into(),
                delta,
                interval: Some(((delta - 0.35).max(-1.0), (delta + 0.3).min(1.0))),
                detected: delta.abs() > 0.55,
                note: format!("{} · {}", 3 + i % 3, 2 + i % 4),
            }
        })
        .collect();
    contrast(
        &Contrast {
            head: head(
                "Perú y México difieren en la compra pública innovadora",
                "Delta de Cliff entre grupos con intervalo de 95 %; Perú n = 11, México n = 7",
            ),
            measure: "Delta de Cliff".into(),
            sides: ("México responde más alto".into(), "Perú responde más alto".into()),
            detected: ("diferencia detectada".into(), "no se detectó diferencia".into()),
            interval: "intervalo de 95 %".into(),
            rows,
        },
        frame,
    )
}

pub fn panel(frame: &Frame<'_>) -> Svg {
    let bar = |name: &str, value: f64, whole: Option<f64>| Bar {
        name: name.into(),
        whole,
        interval: None,
        value,
        text: whole.map_or(format!("{value}"), |w| format!("{value} de {w}")),
        strong: false,
    };
    bars(
        &Bars {
            head: head(
                "Responden 20 de 22 personas invitadas y 18 completan la ronda 2",
                "Personas por país y por sector; grupos de menos de cinco se juntan",
            ),
            groups: vec![
                ("País".into(), vec![bar("Perú", 12.0, Some(13.0)), bar("México", 8.0, Some(9.0))]),
                (
                    "Sector".into(),
                    vec![
                        bar("Universidad", 6.0, None),
                        bar("Empresa y gremio", 6.0, None),
                        bar("Estado", 5.0, None),
                        bar("Otros", 3.0, None),
                    ],
                ),
            ],
            whole: "personas invitadas".into(),
        },
        frame,
    )
}

pub fn answers(frame: &Frame<'_>) -> Svg {
    let mut next = noise(19);
    let items = (0..9)
        .map(|i| Strip {
            code: code(i + 8),
            name: NAMES[i + 8].into(),
            counts: if i == 3 {
                vec![5, 3, 1, 4, 5]
            } else {
                (0..5).map(|_| (next() * 8.0) as usize).collect()
            },
            median: Some(3.0),
            quartiles: Some((2.0, 4.0)),
            bipolar: i == 3,
        })
        .collect();
    strips(
        &Strips {
            head: head(
                "Las respuestas se concentran, salvo en V12",
                "Personas por punto de la escala, ronda 2",
            ),
            points: vec![1.0, 2.0, 3.0, 4.0, 5.0],
            items,
            signs: ("mediana".into(), "entre cuartiles".into(), "dos bandos".into()),
        },
        frame,
    )
}

pub fn scenarios(frame: &Frame<'_>) -> Svg {
    let of = |m: f64| Some(Summary { median: m, spread: Some(((m - 1.0).max(1.0), (m + 0.5).min(5.0))) });
    let panel = |name: &str, values: [f64; 4], cut: Option<f64>| Panel {
        name: name.into(),
        scale: Some((1.0, 5.0)),
        print: Print::Number,
        cut,
        values: values.into_iter().map(of).collect(),
    };
    measures(
        &Measures {
            head: head(
                "Andenes en flor es el más deseable de los escenarios admisibles y viables",
                "Mediana del panel de escenarios, 1 a 5",
            ),
            items: vec![
                ("S1".into(), "Andenes en flor".into(), true),
                ("S2".into(), "Andenes sin semilla".into(), false),
                ("S3".into(), "Semillas al viento".into(), false),
                ("S4".into(), "Tierra en barbecho".into(), false),
            ],
            panels: vec![
                panel("Plausibilidad", [4.0, 3.0, 4.0, 4.5], None),
                panel("Deseabilidad", [5.0, 3.0, 3.0, 1.0], None),
                panel("Viabilidad", [3.0, 3.5, 3.0, 4.0], Some(3.0)),
                Panel {
                    name: "Votos".into(),
                    scale: Some((0.0, 1.0)),
                    print: Print::Percent,
                    cut: None,
                    values: [0.69, 0.13, 0.18, 0.0]
                        .into_iter()
                        .map(|m| Some(Summary { median: m, spread: None }))
                        .collect(),
                },
            ],
            spread: "intervalo intercuartílico".into(),
            cut: "mínimo de viabilidad".into(),
        },
        frame,
    )
}
