//! Invented figures, one of each chart, for the tests and the gallery.

use atalaya_charts::frame::{Frame, Head};
use atalaya_charts::svg::Svg;

mod balances;
mod consults;
pub mod games;
mod planes;
mod plans;
mod scenes;

/// A sample: its name and its drawing.
pub type Sample = (&'static str, fn(&Frame<'_>) -> Svg);

/// Every sample.
pub fn all() -> impl Iterator<Item = Sample> {
    CHARTS.iter().chain(games::GAMES).copied()
}

const CHARTS: &[Sample] = &[
    ("plane-influence", planes::plane_influence),
    ("plane-igo", planes::plane_igo),
    ("matrix", consults::influences),
    ("foda", consults::foda),
    ("ranks", consults::order),
    ("ranks-sixty", consults::sixty),
    ("dumbbell", consults::consensus),
    ("contrast", consults::countries),
    ("bars", consults::panel),
    ("strips", consults::answers),
    ("measures", consults::scenarios),
    ("series", scenes::credit),
    ("tiles", scenes::evidence),
    ("years", scenes::evidence_years),
    ("scenario-plane", scenes::scenario_axes),
    ("cone", scenes::futures),
    ("robust", plans::actions),
    ("gantt", plans::roadmap),
    ("backcast", plans::way_back),
    ("tree", plans::relevance),
    ("model", plans::model),
    ("board", plans::warning),
    ("cib-tableau", balances::tableau),
    ("cib-tableau-large", balances::tableau_large),
    ("cib-impact", balances::impact),
    ("cib-impact-large", balances::impact_large),
    ("cib-map", balances::map),
    ("cib-map-large", balances::map_large),
    ("cib-basins", balances::basins),
    ("cib-basins-large", balances::basins_large),
];

/// A head with the corner filled in.
pub fn head(title: &str, subtitle: &str) -> Head {
    Head {
        title: title.to_owned(),
        subtitle: subtitle.to_owned(),
        description: String::new(),
        sample: "n = 9 · taller de matrices, ronda 1".to_owned(),
        provenance: "Datos ilustrativos".to_owned(),
    }
}

/// Draws of a small linear generator in [0, 1).
pub fn noise(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as f64 / f64::from(1u32 << 31)
    }
}

/// Names of variables.
pub const NAMES: [&str; 24] = [
    "Educación en emprendimiento",
    "Talento técnico y digital",
    "Vinculación universidad-empresa-Estado",
    "Participación de mujeres y jóvenes en el emprendimiento tecnológico",
    "Adopción de tecnologías de la industria 4.0",
    "Conectividad e infraestructura digital",
    "Capacidad de I+D+i de las mipymes",
    "Infraestructura de la calidad",
    "Transferencia y extensión tecnológica",
    "Financiamiento de la innovación y capital de riesgo",
    "Inserción en cadenas globales de valor",
    "Compra pública innovadora",
    "Informalidad empresarial",
    "Dependencia de materias primas",
    "Aprovechamiento sostenible de la biodiversidad",
    "Riesgo climático y de desastres",
    "Exigencias ambientales y trazabilidad de los mercados",
    "Marco normativo articulado y sistémico que promueva el desarrollo tecnológico y la innovación",
    "Capacidad de ejecución y articulación territorial del Estado",
    "Continuidad de las políticas",
    "Propiedad intelectual y conocimientos tradicionales",
    "Cultura de innovación y tolerancia al fracaso",
    "Confianza y asociatividad empresarial",
    "Valoración de la identidad y la riqueza cultural",
];

/// Code of a variable.
pub fn code(i: usize) -> String {
    format!("V{:02}", i + 1)
}
