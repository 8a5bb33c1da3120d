//! Reasons that go with some answers, in the language of each expert.

/// A reason and the answer that it goes with.
pub struct Argument {
    /// Round.
    pub round: &'static str,
    /// Question.
    pub question: &'static str,
    /// Expert.
    pub expert: &'static str,
    /// Lowest and highest value that the reason defends.
    pub values: (f64, f64),
    /// The reason.
    pub text: &'static str,
}

macro_rules! arguments {
    ($($round:ident $question:literal $expert:ident $low:literal..$high:literal: $text:literal;)+) => {
        &[$(Argument {
            round: stringify!($round), question: $question, expert: stringify!($expert),
            values: ($low, $high), text: $text,
        }),+]
    };
}

/// Every reason.
pub const ARGUMENTS: &[Argument] = arguments! {
    VAR1 "importance/V12" E04 8.0..10.0: "El Estado es el mayor comprador del país: un solo contrato piloto enseña más que diez concursos.";
    VAR1 "importance/V12" E10 8.0..10.0: "Mi primera venta grande fue a un hospital público. Sin ese cliente no habría segundo producto.";
    VAR1 "importance/V12" E08 6.0..7.0: "Importa, pero solo si pagan a tiempo; hoy venderle al Estado puede quebrar a una empresa chica.";
    VAR1 "importance/V12" E16 1.0..4.0: "Lo intentamos en México con cuotas para pymes y ganaron los distribuidores, no quienes innovan.";
    VAR1 "importance/V12" E17 1.0..4.0: "Public buyers ask for the cheapest known thing. Innovative firms I know sell to other firms first.";
    VAR2 "importance/V12" E11 8.0..10.0: "Leí el argumento mexicano; el riesgo es real, pero se corrige con pruebas pagadas y no con cuotas. Mantengo.";
    VAR2 "importance/V12" E06 8.0..10.0: "En salud y educación el Estado es casi el único cliente posible en las regiones.";
    VAR2 "importance/V12" E13 1.0..4.0: "Sigo pensando que es un instrumento más del marco normativo, no una variable que mueva el sistema.";
    VAR2 "importance/V12" E19 1.0..4.0: "La evidencia que conozco en la región son pilotos que no pasaron de pilotos.";
    VAR2 "importance/V01" E02 9.0..10.0: "Quien no vio emprender antes de los quince años difícilmente lo hará con tecnología a los treinta.";
    VAR2 "importance/V01" E07 9.0..10.0: "No me faltan ingenieros; me faltan personas que se animen a fundar algo con lo que saben.";
    VAR2 "importance/V01" E01 5.0..7.0: "Es importante, pero sus frutos llegan después de 2030: no la pongo arriba del financiamiento.";
    VAR2 "uncertainty/V01" E17 1.0..2.0: "Curricula change slowly and we know how: I expect little movement either way by 2030.";
    VAR2 "importance/V18" E04 9.0..10.0: "Tenemos instrumentos; lo que no tenemos es quién responda por el conjunto.";
    VAR2 "importance/V18" E14 9.0..10.0: "Every firm I interviewed names a different window. Coherence would be worth more than another fund.";
    VAR2 "uncertainty/V18" E11 5.0..5.0: "Depende de una mayoría parlamentaria que hoy nadie puede anticipar.";
    VAR2 "uncertainty/V18" E01 2.0..3.0: "Los marcos se ordenan cuando hay crisis fiscal; algo se ordenará.";
    VAR2 "uncertainty/V06" E04 1.0..2.0: "La fibra llega: la pregunta es cuándo y a qué precio, no si llega.";
    VAR2 "importance/V14" E07 7.0..10.0: "Cuando baja el cobre, mis clientes mineros cancelan los pedidos de un mes a otro.";
    VAR2 "importance/V14" E13 1.0..3.0: "Condiciona el presupuesto, pero una mipyme tecnológica no vive del precio del cobre.";
    VAR2 "importance/V19" E11 7.0..10.0: "Nadie la vota y por ahí pasa todo: una buena ley sin región que la ejecute es papel.";
    VAR2 "importance/V24" E05 9.0..10.0: "Es lo único que nadie puede copiarnos.";
    VAR2 "importance/V24" E11 1.0..3.0: "La identidad vende artesanía; no veo su relación con la industria 4.0.";
    VAR2 "importance/V23" E09 1.0..3.0: "He visto tres consorcios empezar con entusiasmo y terminar en juicio.";
    VAR1 "importance/V10" E11 9.0..10.0: "Entre el capital semilla y el crédito bancario hay un desierto de cinco años.";
    ESC1 "plausibility/S1" E13 1.0..3.0: "Pide que dos cambios lentos coincidan; posible, pero necesitaría un acuerdo que dure tres gobiernos.";
    ESC1 "feasibility/S1" E16 4.0..5.0: "Con un programa plurianual y un equipo que no rote, la mitad del camino es administrativa.";
    ESC1 "feasibility/S1" E05 1.0..2.0: "El grupo conductor no controla ni el presupuesto ni el Congreso.";
    ESC1 "vote/S3" E10 1.0..1.0: "Voto por lo que puedo empujar desde la empresa y la universidad, gobierne quien gobierne.";
    ESC1 "vote/S2" E07 1.0..1.0: "Primero el marco: con reglas claras los emprendedores aparecen.";
    ACC1 "governability/A13" E07 0.0..1.0: "Ninguna entidad compradora va a arriesgarse a una observación de la contraloría por un piloto.";
    ACC1 "governability/A13" E05 5.0..5.0: "Basta una directiva y un catálogo de pruebas; no hace falta ley.";
    ACC1 "importance/A08" E04 8.0..10.0: "Sin medir competencias cada dos años discutiremos otra vez sobre impresiones.";
    ACC1 "importance/A08" E05 1.0..4.0: "Una encuesta más; prefiero ese dinero en docentes.";
    ACC1 "governability/A09" E10 0.0..0.0: "Una ley marco no la decide este grupo: se propone y se espera.";
};

/// The reason that an expert gave for an answer, where there is one.
#[must_use]
pub fn of(round: &str, question: &str, expert: &str) -> Option<&'static Argument> {
    ARGUMENTS.iter().find(|a| a.round == round && a.question == question && a.expert == expert)
}
