//! Series, evidence and scenarios.

use super::*;
use atalaya_charts::cone::*;
use atalaya_charts::counts::*;
use atalaya_charts::mark::Shape;
use atalaya_charts::scenarios::*;
use atalaya_charts::series::*;

pub fn credit(frame: &Frame<'_>) -> Svg {
    let mut next = noise(23);
    let mut walk = |start: f64, slope: f64| {
        let mut value = start;
        (2000..=2017)
            .map(|year| {
                value += slope + (next() - 0.5) * 2.0;
                (f64::from(year), value)
            })
            .collect::<Vec<_>>()
    };
    let main = Line { name: "Perú".into(), values: walk(22.0, 1.1) };
    let mexico = Line { name: "México".into(), values: walk(14.0, 1.0) };
    let last = main.values[17].1;
    let step = |i: i32, k: f64| (f64::from(2017 + i), last + k * f64::from(i));
    let line = |k: f64| Line { name: String::new(), values: (1..=13).map(|i| step(i, k)).collect() };
    series(
        &Series {
            head: head(
                "El crédito crece 1.1 puntos por año; nada asegura que siga",
                "Crédito interno al sector privado, Perú y México; mediana de cuatro modelos al 2030",
            ),
            measure: "% del PBI".into(),
            slope: Some(Slope {
                from: main.values[0],
                to: (2017.0, main.values[0].1 + 17.0 * 1.1),
                words: "pendiente de Sen: 1.1 por año [0.8; 1.4]".into(),
            }),
            main,
            later: vec![(2018.0, 43.0), (2020.0, 55.0), (2024.0, 39.6)],
            cutoff: Some((2017.5, "corte (30 de junio de 2018)".to_owned())),
            comparators: vec![mexico],
            break_at: Some((2007.0, "quiebre después de 2007".into())),
            forecast: Some(Forecast {
                end: "12".into(),
                cut: (false, true),
                median: (1..=13).map(|i| step(i, 0.6)).collect(),
                band: (1..=13)
                    .map(|i| {
                        let (year, value) = step(i, 0.6);
                        let half = 2.5 * f64::from(i).sqrt();
                        (year, value - half, value + half)
                    })
                    .collect(),
                models: vec![line(0.0), line(0.4), line(0.8), line(1.1)],
            }),
            horizon: Some((2030.0, "horizonte 2030".into())),
            target: Some((2030.0, 55.0, "meta 55".into())),
            flags: vec![
                "El horizonte está más lejos que un tercio de la historia: léase como un orden de magnitud."
                    .into(),
            ],
            signs: [
                "dato posterior al corte".into(),
                "mediana de cuatro modelos".into(),
                "intervalo de 80 % (cobertura medida: 76 %)".into(),
                "cada modelo".into(),
            ],
        },
        frame,
    )
}

pub fn evidence(frame: &Frame<'_>) -> Svg {
    tiles(
        &Tiles {
            head: head(
                "La mitad de los hallazgos es política o tecnológica",
                "Hallazgos de la vigilancia por dimensión y clase, hasta junio de 2018",
            ),
            rows: ["Social", "Tecnológica", "Económica", "Ambiental", "Política", "Valores"]
                .map(String::from)
                .to_vec(),
            columns: ["Tendencia", "Hecho portador de futuro", "Señal débil", "Norma", "Comodín"]
                .map(String::from)
                .to_vec(),
            counts: vec![
                vec![3, 1, 0, 2, 0],
                vec![5, 3, 2, 1, 1],
                vec![2, 2, 1, 1, 0],
                vec![1, 0, 1, 2, 1],
                vec![0, 1, 0, 9, 0],
                vec![1, 0, 1, 0, 0],
            ],
            total: "Total".into(),
        },
        frame,
    )
}

pub fn evidence_years(frame: &Frame<'_>) -> Svg {
    years(
        &Years {
            head: head(
                "Tres de cada cuatro hallazgos son de 2011 en adelante",
                "Hallazgos por año; un punto por hallazgo",
            ),
            years: vec![
                (1997, 1),
                (2002, 1),
                (2004, 1),
                (2006, 1),
                (2007, 1),
                (2011, 3),
                (2012, 1),
                (2013, 4),
                (2014, 5),
                (2015, 6),
                (2016, 7),
                (2017, 3),
                (2018, 2),
            ],
            mark: Some((2018.5, "corte de la información".into())),
        },
        frame,
    )
}

pub fn scenario_axes(frame: &Frame<'_>) -> Svg {
    let corner = |code: &str, name: &str, lines: &[&str], bet: bool| Corner {
        code: code.into(),
        name: name.into(),
        lines: lines.iter().map(|l| (*l).to_owned()).collect(),
        bet,
    };
    scenario_plane(
        &ScenarioPlane {
            head: head(
                "El punto de partida es Tierra en barbecho; la apuesta es Andenes en flor",
                "Plano de escenarios al 2030 sobre los dos ejes decididos; probabilidad al 5 % más cercano",
            ),
            x: Poles {
                name: "V18 Marco normativo".into(),
                low: "Fragmentado y reactivo: normas e incentivos dispersos que cambian con cada gestión"
                    .into(),
                high: "Articulado y sistémico: un rector, presupuesto plurianual e instrumentos evaluados"
                    .into(),
            },
            y: Poles {
                name: "V01 Educación en emprendimiento".into(),
                low: "Transmisiva y tardía: se emprende por necesidad".into(),
                high: "Práctica y continua: se emprende por oportunidad y con tecnología".into(),
            },
            corners: [
                corner("S3", "Semillas al viento", &["probabilidad 25 %", "plausible para 12 de 16"], false),
                corner("S1", "Andenes en flor", &["probabilidad 20 %", "plausible para 10 de 16"], true),
                corner("S4", "Tierra en barbecho", &["probabilidad 40 %", "plausible para 14 de 16"], false),
                corner("S2", "Andenes sin semilla", &["probabilidad 15 %", "plausible para 9 de 16"], false),
            ],
            positions: vec![
                Position { name: "Año base (2018)".into(), at: (-0.6, -0.5), shape: Shape::Circle },
                Position { name: "Tendencial 2030".into(), at: (-0.35, -0.2), shape: Shape::Square },
            ],
            marks: vec![Position { name: "4".into(), at: (0.0, 0.5), shape: Shape::Diamond }],
            bet: "apuesta".into(),
        },
        frame,
    )
}

pub fn futures(frame: &Frame<'_>) -> Svg {
    let end = |code: &str, name: &str, height: f64, shape: Shape, plausible: bool| ConeScenario {
        code: code.into(),
        name: name.into(),
        height,
        shape,
        bet: shape == Shape::Star,
        plausible,
        preferable: height > 0.0,
    };
    let layer = |name: &str, low: f64, high: f64| Layer { name: name.into(), low, high };
    cone(
        &Cone {
            head: head(
                "La apuesta está dentro de lo plausible y lejos de la tendencia",
                "Cono de plausibilidad 2018-2030: la altura ordena los escenarios y no mide distancia",
            ),
            years: vec![2018, 2022, 2026, 2030],
            potential: "potencial".into(),
            layers: vec![
                layer("posible", -0.75, 0.95),
                layer("plausible", -0.4, 0.9),
                layer("probable", -0.35, 0.15),
            ],
            history: Some(History {
                name: "hechos fechados de cada año, antes del año base".into(),
                from: 1997,
                facts: vec![(1997, 1), (2002, 2), (2011, 3), (2014, 6), (2016, 6), (2017, 15), (2018, 5)],
            }),
            scenarios: vec![
                end("S1", "Andenes en flor", 0.8, Shape::Star, true),
                end("S3", "Semillas al viento", 0.1, Shape::Circle, true),
                end("S2", "Andenes sin semilla", 0.05, Shape::Circle, true),
                end("S4", "Tierra en barbecho", -0.6, Shape::Circle, false),
                end("S5", "Tierra en flor", -0.9, Shape::Diamond, false),
                end("S0", "Tendencial", -0.3, Shape::Square, true),
            ],
            wild: ["Un Niño extraordinario", "Una pandemia", "Cierre súbito de un mercado de exportación"]
                .map(String::from)
                .to_vec(),
            names: ["Hoy", "Comodines, fuera del cono"].map(String::from),
            signs: [
                "apuesta",
                "tendencial",
                "no plausible para la mitad del panel",
                "con estados que se excluyen: solo potencial",
                "preferible: lo desea la mitad del panel o más",
            ]
            .map(String::from),
        },
        frame,
    )
}
