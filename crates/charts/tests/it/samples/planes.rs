//! Planes.

use super::*;
use atalaya_charts::axis::Print;
use atalaya_charts::plane::*;

fn measure(name: &str, span: Option<(f64, f64)>, cut: f64) -> Measure {
    Measure { name: name.to_owned(), span, cut: Some(cut), print: Print::Number }
}

pub fn plane_influence(frame: &Frame<'_>) -> Svg {
    let mut next = noise(7);
    let high = [0, 1, 2, 5, 9, 13, 17, 19];
    let points = (0..24)
        .map(|i| {
            let up = high.contains(&i);
            let x = 1.6 + 5.0 * next() * if [0, 5, 13, 17, 19].contains(&i) { 0.45 } else { 1.0 };
            let y = if up { 4.8 + 3.2 * next() } else { 1.5 + 2.9 * next() };
            let mut p = PlanePoint::new(code(i), NAMES[i], (x, y));
            p.strong = i == 0 || i == 17;
            p.to = Some((x + 1.2 * (next() - 0.5), y + 1.4 * (next() - 0.5)));
            p.firm = next() > 0.3;
            p.spread = Some(Spread::Ellipse {
                centre: (x, y),
                covariance: [0.03 + 0.05 * next(), 0.05 * (next() - 0.5), 0.04 + 0.06 * next()],
                reach: 2.15,
            });
            p
        })
        .collect();
    plane(
        &Plane {
            high_at_cut: true,
            head: head(
                "Dos variables mueven el sistema: V01 Educación en emprendimiento y V18 Marco normativo",
                "Influencia y dependencia directas, % de la suma; las flechas llevan a la posición indirecta",
            ),
            x: measure("Dependencia (%)", None, 4.17),
            y: measure("Influencia (%)", None, 4.17),
            zones: Zones {
                north_west: "Determinantes".into(),
                north_east: "Claves".into(),
                south_west: "Autónomas".into(),
                south_east: "Resultado".into(),
                strong: Some(0),
            },
            points,
            groups: Vec::new(),
            legend: PlaneLegend {
                strong: "determinante e incertidumbre crítica".into(),
                loose: "su zona cambia en más de 2 de 10 paneles remuestreados".into(),
                borderline: String::new(),
                displacement: "de la posición directa a la indirecta".into(),
                spread: "90 % de los paneles remuestreados".into(),
            },
            key: true,
        },
        frame,
    )
}

pub fn plane_igo(frame: &Frame<'_>) -> Svg {
    let mut next = noise(11);
    let points = (0..16)
        .map(|i| {
            let (x, y) = ([1.0, 1.0, 3.0, 3.0, 5.0][(next() * 5.0) as usize], (4.0 + 6.0 * next()).round());
            let mut p = PlanePoint::new(format!("A{:02}", i + 1), NAMES[i], (x, y));
            p.strong = x > 2.0 && y > 7.0;
            p.borderline = i % 5 == 0;
            p.spread = Some(Spread::Intervals { x: Some((x - 1.0, x + 1.0)), y: Some((y - 1.0, y + 0.5)) });
            p
        })
        .collect();
    plane(
        &Plane {
            high_at_cut: true,
            head: head(
                "Seis acciones pueden empezar ya; cinco son retos que el sujeto no gobierna",
                "Mediana de importancia (1 a 10) y de gobernabilidad (0 a 5); cortes fijados antes de preguntar",
            ),
            x: measure("Gobernabilidad", Some((0.0, 5.0)), 2.0),
            y: measure("Importancia", Some((1.0, 10.0)), 5.5),
            zones: Zones {
                north_west: "Retos".into(),
                north_east: "Inmediatas".into(),
                south_west: "Innecesarias".into(),
                south_east: "Menos urgentes".into(),
                strong: Some(1),
            },
            points,
            groups: Vec::new(),
            legend: PlaneLegend {
                strong: "inmediatas".into(),
                borderline: "limítrofe: su intervalo cruza un corte".into(),
                spread: "intervalo intercuartílico".into(),
                ..PlaneLegend::default()
            },
            key: true,
        },
        frame,
    )
}
