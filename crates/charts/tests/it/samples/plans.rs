//! Actions, roadmap, way back, trees, board.

use super::*;
use atalaya_charts::board::*;
use atalaya_charts::plan::*;
use atalaya_charts::tree::*;

const ACTIONS: [&str; 12] = [
    "Proyecto de emprendimiento con mentores en secundarias rurales",
    "Formación de docentes que enseñan a emprender",
    "Incubadoras universitarias con crédito académico",
    "Laboratorios de fabricación en biodiversidad y patrimonio",
    "Becas de retorno para talento 4.0",
    "Ley marco con un rector y un consejo público-privado-académico",
    "Mapa y ventanilla única de instrumentos, con evaluación publicada",
    "Programa presupuestal plurianual de innovación para mipymes",
    "Simplificar el incentivo tributario a la I+D+i",
    "Compra pública innovadora: cupo piloto y pago oportuno",
    "Vía rápida para registros sanitarios y acceso a recursos genéticos",
    "Agencias regionales de innovación con fondo propio",
];

fn a(i: usize) -> String {
    format!("A{:02}", i + 1)
}

pub fn actions(frame: &Frame<'_>) -> Svg {
    let mut next = noise(29);
    let rows = (0..12)
        .map(|i| {
            let fares: Vec<Option<Fares>> = (0..4)
                .map(|c| {
                    let draw = next() + if c == 1 { 0.35 } else { 0.0 };
                    Some(if draw > 0.55 {
                        Fares::Works
                    } else if draw > 0.2 {
                        Fares::Change
                    } else {
                        Fares::Fails
                    })
                })
                .collect();
            let fails = fares.contains(&Some(Fares::Fails));
            RobustRow {
                code: a(i),
                name: ACTIONS[i].into(),
                fares,
                class: if fails { "contingente" } else { "robusta" }.into(),
                strong: !fails,
            }
        })
        .collect();
    robust(
        &Robust {
            head: head(
                "Siete de doce acciones sirven en los cuatro escenarios",
                "Mediana del panel de acciones por escenario",
            ),
            scenarios: [
                ("S3", "Semillas al viento"),
                ("S1", "Andenes en flor"),
                ("S2", "Andenes sin semilla"),
                ("S4", "Tierra en barbecho"),
            ]
            .map(|(c, n)| (c.to_owned(), n.to_owned()))
            .to_vec(),
            bet: Some(1),
            rows,
            signs: ["funciona", "funciona si cambia", "fracasa"].map(String::from),
        },
        frame,
    )
}

pub fn roadmap(frame: &Frame<'_>) -> Svg {
    let years = [
        (2019, 2024),
        (2019, 2023),
        (2020, 2027),
        (2021, 2030),
        (2020, 2026),
        (2019, 2022),
        (2019, 2021),
        (2020, 2030),
        (2019, 2021),
        (2020, 2026),
        (2020, 2025),
        (2021, 2030),
    ];
    let row = |i: usize| GanttRow {
        code: a(i),
        name: ACTIONS[i].into(),
        years: years[i],
        place: ["nacional", "regional · sierra y selva", "local"][i % 3].into(),
        level: i % 3,
        after: match i {
            7 => vec![a(5)],
            8 => vec![a(6)],
            0 => vec![a(1)],
            _ => Vec::new(),
        },
        too_early: i == 0 || i == 8,
    };
    gantt(
        &Gantt {
            head: head(
                "Nueve de doce acciones empiezan antes de 2021",
                "Ruta estratégica 2019-2030 por objetivo, nivel y territorio",
            ),
            groups: vec![
                (
                    "OE1 Personas que crean empresas de base tecnológica en todas las regiones".into(),
                    (0..5).map(row).collect(),
                ),
                ("OE2 Un marco que funciona como sistema".into(), (5..10).map(row).collect()),
                (
                    "OE3 El territorio como motor: biodiversidad, geografía y cultura".into(),
                    (10..12).map(row).collect(),
                ),
            ],
            levels: ["nacional", "regional", "local"].map(String::from).to_vec(),
            periods: vec![2022, 2026],
            signs: ["debe ir antes", "empieza el mismo año o antes que su predecesora", "fin de periodo"]
                .map(String::from),
        },
        frame,
    )
}

pub fn way_back(frame: &Frame<'_>) -> Svg {
    let step = |year: i64, kind: usize, name: &str, actions: &str| Step {
        year,
        name: name.into(),
        kind,
        actions: actions.into(),
    };
    backcast(
        &Backcast {
            head: head(
                "De la apuesta a hoy hay siete pasos y dos decisiones críticas",
                "Retrospectiva desde el horizonte",
            ),
            image: (2030, "Andenes en flor".into()),
            present: (2018, "Hoy: normas dispersas y escuela que no enseña a emprender".into()),
            steps: vec![
                step(
                    2028,
                    0,
                    "La mitad de las universidades licenciadas tiene una incubadora que funciona",
                    "A03",
                ),
                step(
                    2026,
                    1,
                    "El programa presupuestal cumple tres años seguidos con 85 % de ejecución",
                    "A08",
                ),
                step(
                    2026,
                    0,
                    "Ocho de cada diez instrumentos están en la ventanilla única y se evalúan",
                    "A07",
                ),
                step(
                    2024,
                    0,
                    "Cuatro de cada diez docentes que enseñan a emprender están formados, en todas las regiones",
                    "A01, A02",
                ),
                step(2022, 2, "El Congreso aprueba la ley marco y nombra un rector", "A06"),
                step(2021, 2, "El presupuesto de 2022 incluye el programa plurianual", "A08"),
                step(2020, 1, "Mapa de instrumentos publicado", "A07"),
            ],
            kinds: ["hito", "condición", "decisión crítica"].map(String::from),
        },
        frame,
    )
}

pub fn relevance(frame: &Frame<'_>) -> Svg {
    let node = |code: &str, name: &str, parent: Option<usize>, weight: f64| Node {
        code: code.into(),
        name: name.into(),
        parent,
        weight: Some(weight),
        text: format!("{:.0} %", weight * 100.0),
    };
    let mut nodes = vec![
        node("", "Mipymes tecnológicas insertas en la industria 4.0", None, 1.0),
        node("OE1", "Personas que crean empresas", Some(0), 0.45),
        node("OE2", "Un marco que funciona como sistema", Some(0), 0.35),
        node("OE3", "El territorio como motor", Some(0), 0.2),
    ];
    for (i, name) in ACTIONS.into_iter().enumerate() {
        nodes.push(node(&a(i), name, Some(1 + i / 4), 0.02 + 0.012 * i as f64));
    }
    tree(
        &Tree {
            head: head(
                "A01 y A06 pesan un tercio de la visión",
                "Árbol de pertinencia: producto de los pesos desde la raíz",
            ),
            nodes,
        },
        frame,
    )
}

pub fn model(frame: &Frame<'_>) -> Svg {
    let node = |name: &str, parent: Option<usize>| Node {
        code: String::new(),
        name: name.into(),
        parent,
        weight: None,
        text: String::new(),
    };
    let nodes = vec![
        node("Inserción de las mipymes tecnológicas en la industria 4.0", None),
        node("Capacidades de la empresa", Some(0)),
        node("Adopción tecnológica", Some(1)),
        node("Capacidad de I+D+i", Some(1)),
        node("Entorno institucional", Some(0)),
        node("Marco normativo", Some(4)),
        node("Capacidad del Estado", Some(4)),
        node("Financiamiento", Some(4)),
        node("Personas y cultura", Some(0)),
        node("Educación", Some(8)),
        node("Cultura de innovación", Some(8)),
    ];
    tree(
        &Tree {
            head: head("Tres componentes explican la inserción", "Árbol del modelo conceptual"), nodes
        },
        frame,
    )
}

pub fn warning(frame: &Frame<'_>) -> Svg {
    let band = |code: &str, low: f64, high: f64, nearest: bool| Band {
        code: code.into(),
        low: (low > 0.0).then_some(low),
        high: (high < 900.0).then_some(high),
        bet: code == "S1",
        nearest,
    };
    let gauge = |code: &str, name: &str, base: f64, reading: (f64, f64), target: f64| Gauge {
        code: code.into(),
        name: name.into(),
        baseline: Some((2017.0, base)),
        target: Some((2030.0, target)),
        readings: vec![(2020.0, (base + reading.1) / 2.0 * 1.02), reading],
        bands: vec![
            band("S1", target * 0.92, 1000.0, false),
            band("S2", target * 0.75, target * 0.92, reading.1 > base * 1.2),
            band("S3", base * 1.2, target * 0.75, false),
            band("S4", 0.0, base * 1.2, reading.1 <= base * 1.2),
        ],
        verdict: "más cerca de S4; 15 % del camino en 46 % del tiempo".into(),
    };
    board(
        &Board {
            head: head(
                "Las lecturas están más cerca de Tierra en barbecho que de la apuesta",
                "Última lectura de cada indicador frente al rango de cada escenario en 2030. Es una interpretación",
            ),
            horizon: 2030.0,
            scenarios: [
                ("S1", "Andenes en flor"),
                ("S2", "Semillas al viento"),
                ("S3", "Andenes sin semilla"),
                ("S4", "Tierra en barbecho"),
            ]
            .map(|(code, name)| (code.to_owned(), name.to_owned()))
            .to_vec(),
            gauges: vec![
                gauge("K01", "Gasto en I+D, % del PBI", 0.121, (2023.0, 0.176), 0.5),
                gauge(
                    "K02",
                    "Valor agregado manufacturero de media y alta tecnología, %",
                    14.5,
                    (2022.0, 13.5),
                    20.0,
                ),
                gauge("K03", "Exportaciones de alta tecnología, % de manufacturas", 5.1, (2024.0, 5.2), 8.0),
                gauge("K04", "Solicitudes de patente de residentes", 100.0, (2021.0, 94.0), 300.0),
                gauge("K05", "Banda ancha fija por 100 habitantes", 7.4, (2024.0, 11.7), 20.0),
            ],
            signs: [
                "línea de base",
                "última lectura",
                "meta en la apuesta",
                "rango de cada escenario (borde grueso: el más cercano)",
                "camino recto a la meta",
            ]
            .map(String::from),
        },
        frame,
    )
}
