//! A document by hand with everything that the model has, in both languages.

use atalaya_model::{Lang, choice::Provenance};
use atalaya_report::doc::{
    Block, Card, Cell, Column, Cover, Document, Fact, Figure, Front, Heading, Mark, Note, NoteKind,
    Numbering, Reference, Row, RowKind, Running, Span, Table, Trace,
};
use atalaya_report::rich::{Inline, Rich};

pub fn document(lang: Lang) -> Document {
    let t = move |es: &str, en: &str| if lang == Lang::Es { es.to_owned() } else { en.to_owned() };
    let mut blocks = vec![
        Block::Heading(Heading::new(1, t("Delimitación y modelo conceptual", "Scope and conceptual model"), "scope")),
        Block::Lead(
            Rich::from(t(
                "El estudio pregunta cómo pueden insertarse las mipymes tecnológicas en la industria 4.0 hacia 2030; lo delimitan ",
                "The study asks how small technology firms can enter Industry 4.0 by 2030; its limits are in ",
            ))
            .refer("t-scope")
            .and("."),
        ),
        Block::Paragraph(paragraph(lang)),
        Block::Facts(vec![
            Fact::new(t("Sujeto", "Subject"), t("Ministerio de la Producción", "Ministry of Production")),
            Fact::new(t("Unidad de análisis", "Unit"), t("Mipymes de base tecnológica del Perú", "Technology-based small firms of Peru")),
            Fact::new(t("Horizonte", "Horizon"), "2030"),
        ]),
        Block::Table(scope(lang)),
        Block::Heading(Heading::new(2, t("Árbol del modelo", "Tree of the model"), "tree")),
        Block::List {
            ordered: false,
            items: vec![
                Rich::default()
                    .strong(t("Sistema. ", "System. "))
                    .and(t("Las mipymes tecnológicas y su entorno institucional.", "Small technology firms and their institutions.")),
                Rich::from(t("Componentes: talento, regulación, mercado, tecnología.", "Components: talent, regulation, market, technology.")),
            ],
        },
        Block::Heading(Heading::new(1, t("Análisis estructural", "Structural analysis"), "structure")),
        Block::Lead(Rich::from(t(
            "Dos variables determinan el sistema: la educación para el emprendimiento y un marco regulatorio articulado.",
            "Two variables determine the system: education for entrepreneurship and an articulated regulatory framework.",
        ))),
        Block::Why("tr-plane".into()),
        Block::Paragraph(
            Rich::from(t("El plano de la ", "The plane of "))
                .refer("f-plane")
                .and(t(" y el detalle de la ", " and the detail of "))
                .refer("t-variables")
                .and(t(" muestran por qué; véanse también el ", " show why; see also "))
                .refer("scope")
                .and(t(", la ", ", "))
                .refer("tree")
                .and(t(", el ", ", "))
                .refer("annex-panel")
                .and(t(" y la obra de referencia (", " and the work of reference ("))
                .refer("gutarra-2018")
                .and(")."),
        ),
        Block::Figure(figure(lang, "f-plane")),
        Block::Table(variables(lang)),
        Block::Note(Note {
            kind: NoteKind::Method,
            title: String::new(),
            body: vec![Block::Paragraph(Rich::from(t(
                "La influencia directa de una variable es la suma de su fila; la dependencia, la de su columna. La indirecta eleva la matriz hasta que el orden se repite.",
                "A variable's direct influence is the sum of its row, its dependence that of its column. Indirect influence raises the matrix until the order repeats.",
            )))],
        }),
        Block::Note(Note {
            kind: NoteKind::Care,
            title: t("Una clase que no resiste", "A class that does not hold"),
            body: vec![Block::Paragraph(Rich::from(t(
                "V7 es determinante con la mediana y autónoma con la moda: no apoye en ella una decisión.",
                "V7 is determining under the median and autonomous under the mode: rest no decision on it.",
            )))],
        }),
        Block::Note(Note {
            kind: NoteKind::Gap,
            title: String::new(),
            body: vec![Block::Paragraph(Rich::from(t(
                "El estudio no registra actores: no hay mapa de actores ni convergencias.",
                "The study records no actors: there is neither map nor convergence of actors.",
            )))],
        }),
        Block::Heading(Heading::new(2, t("Matriz de influencias directas", "Matrix of direct influences"), "matrix")),
        Block::Table(matrix(lang)),
        Block::Heading(Heading::new(1, t("Escenarios", "Scenarios"), "scenarios")),
        Block::Heading(Heading::new(2, t("Fichas", "Cards"), "cards")),
    ];
    for index in 1..=2 {
        blocks.push(Block::Card(card(lang, index)));
    }
    blocks.extend([
        Block::Heading(Heading::new(1, t("Bitácora", "Log"), "log")),
        Block::Table(long(lang)),
        Block::Heading(
            Heading::new(1, t("Referencias", "References"), "references").numbered(Numbering::None),
        ),
        Block::References(vec![Reference {
            anchor: "gutarra-2018".into(),
            cited: t("Gutarra y Valente, 2018", "Gutarra and Valente, 2018"),
            entry: Rich::from("Gutarra, R. y Valente, A. (2018). ")
                .and(Inline::Emph("Las mipymes tecnológicas peruanas al 2030. Estrategias para su inserción a la industria 4.0".into()))
                .and(". Nova Scientia, 10(20). ")
                .and(Inline::Link {
                    text: "doi:10.21640/ns.v10i20.1329".into(),
                    url: "https://doi.org/10.21640/ns.v10i20.1329".into(),
                }),
        }]),
        Block::Heading(
            Heading::new(1, t("Caracterización del panel", "The panel"), "annex-panel").numbered(Numbering::Annex),
        ),
        Block::Paragraph(Rich::from(t("Solo márgenes.", "Margins only."))),
        Block::Heading(
            Heading::new(1, t("Trazabilidad", "Traces"), "annex-traces").numbered(Numbering::Annex),
        ),
        Block::Traces,
    ]);
    Document {
        locale: None,
        lang,
        title: t(
            "Las mipymes tecnológicas peruanas al 2030",
            "Peruvian small technology firms towards 2030",
        ),
        subtitle: t(
            "Estrategias para su inserción en la industria 4.0, reconstruidas a partir de Gutarra y Valente (2018)",
            "Strategies for entering Industry 4.0, reconstructed after Gutarra and Valente (2018)",
        ),
        authors: vec!["Ana Quispe".into(), "Íñigo Núñez".into()],
        date: "2018-06-30".into(),
        front: Front::Cover,
        cover: Cover {
            kicker: t("Estudio de prospectiva estratégica", "Strategic foresight study"),
            facts: vec![
                Fact::new(
                    t("Pregunta focal", "Focal question"),
                    t(
                        "¿Cómo pueden las mipymes tecnológicas del Perú insertarse en la industria 4.0 hacia 2030?",
                        "How can Peru's small technology firms enter Industry 4.0 by 2030?",
                    ),
                ),
                Fact::new(t("Sujeto", "Subject"), t("Ministerio de la Producción", "Ministry of Production")),
                Fact::new(t("Panel", "Panel"), t("20 expertos de Perú y México, dos rondas", "20 experts of Peru and Mexico, two rounds")),
                Fact::new(t("Reglas", "Rules"), Inline::Code("sha256:8f2c 91d0 44ab".into())),
            ],
            notice: Some(Rich::default().strong(t("Datos ilustrativos. ", "Illustrative data. ")).and(t(
                "Las respuestas del panel se generaron para mostrar el método: este informe no confirma el artículo publicado.",
                "The panel's answers were generated to show the method: this report does not confirm the published paper.",
            ))),
            span: Some(Span { base: 2017, horizon: 2030, marks: vec![2021, 2025] }),
            colophon: "Atalaya 0.1.0 · MICMAC 1 · sha256:8f2c91d044ab".into(),
        },
        running: Running {
            study: t("Las mipymes tecnológicas peruanas al 2030", "Peruvian small technology firms towards 2030"),
            notice: t("Datos ilustrativos: no confirman el artículo", "Illustrative data: they do not confirm the paper"),
        },
        decision: decision(lang),
        blocks,
        traces: vec![Trace {
            id: "tr-plane".into(),
            title: t("Plano de influencia y dependencia", "Plane of influence and dependence"),
            facts: vec![
                Fact::new(t("Método", "Method"), "MICMAC 1, P = 0"),
                Fact::new(t("Respuestas", "Answers"), t("2 160 de 9 expertos, ronda 2", "2,160 of 9 experts, round 2")),
                Fact::new(t("Consulta", "Query"), Inline::Code("influence/*/*, round 2".into())),
                Fact::new(t("Fuente", "Source"), Inline::Ref("gutarra-2018".into())),
            ],
        }],
    }
}

fn paragraph(lang: Lang) -> Rich {
    let text = match lang {
        Lang::Es => {
            "La internacionalización, la desburocratización y la institucionalización de los ecosistemas regionales de emprendimiento condicionan la transformación digital; la interoperabilidad entre entidades, la profesionalización de los equipos y la corresponsabilidad público-privada aparecen una y otra vez en los argumentos del panel. El corte de información es el 30 de junio de 2018."
        }
        Lang::En => {
            "Internationalisation, less bureaucracy and stronger regional institutions shape digital transformation; interoperability between agencies, the professionalisation of teams and shared responsibility between the State and firms return again and again in the panel's arguments. The cut-off for information is 30 June 2018."
        }
    };
    Rich::from(text)
}

fn decision(lang: Lang) -> Vec<Block> {
    let t = |es: &str, en: &str| if lang == Lang::Es { es.to_owned() } else { en.to_owned() };
    vec![
        Block::Lead(Rich::from(t(
            "La apuesta es «Ecosistema articulado»: exige reformar la educación para emprender y el marco regulatorio antes de 2024.",
            "The bet is “Articulated ecosystem”: it asks for a reform of entrepreneurial education and of regulation before 2024.",
        ))),
        Block::Why("tr-plane".into()),
        Block::Facts(vec![
            Fact::new(
                t("Hoy", "Today"),
                t("Educación dispersa, normas por sector", "Scattered education, rules by sector"),
            ),
            Fact::new(
                t("Cuatro futuros", "Four futures"),
                t(
                    "Ecosistema articulado · Talento sin reglas · Reglas sin talento · Rezago",
                    "Articulated ecosystem · Talent without rules · Rules without talent · Lag",
                ),
            ),
            Fact::new(
                t("Distancia", "Distance"),
                t("Cambian 7 de 10 variables clave", "7 of 10 key variables change"),
            ),
        ]),
        Block::Heading(Heading::new(2, t("Qué hacer primero", "What to do first"), "first")),
        Block::List {
            ordered: true,
            items: vec![
                Rich::from(t(
                    "Llevar el emprendimiento tecnológico a la formación docente.",
                    "Bring technology entrepreneurship into teacher training.",
                )),
                Rich::from(t(
                    "Crear una ventanilla regulatoria única.",
                    "Create a single regulatory window.",
                )),
                Rich::from(t("Medir cada año las señales de la ", "Measure each year the signs of "))
                    .refer("t-log")
                    .and("."),
            ],
        },
    ]
}

fn scope(lang: Lang) -> Table {
    let t = |es: &str, en: &str| if lang == Lang::Es { es.to_owned() } else { en.to_owned() };
    let mut table = Table::new(
        "t-scope",
        t("Delimitación: qué incluye y qué excluye", "Scope: what is in and what is out"),
        vec![
            Column::text(t("Dimensión", "Dimension")),
            Column::text(t("Incluye", "In")),
            Column::text(t("Excluye", "Out")),
        ],
    );
    table.push(vec![
        t("Empresas", "Firms").into(),
        t("Micro, pequeñas y medianas de base tecnológica", "Technology-based micro, small and medium firms")
            .into(),
        t("Comercio minorista sin componente tecnológico", "Retail without a technology component").into(),
    ]);
    table.push(vec![
        t("Territorio", "Territory").into(),
        t("Perú", "Peru").into(),
        t("México, salvo como referencia", "Mexico, save as reference").into(),
    ]);
    table
}

fn variables(lang: Lang) -> Table {
    let t = |es: &str, en: &str| if lang == Lang::Es { es.to_owned() } else { en.to_owned() };
    let mut table = Table::new(
        "t-variables",
        t(
            "Variables por influencia y dependencia: dos determinantes estables en 9 de 10 paneles remuestreados",
            "Variables by influence and dependence: two determining ones, stable in 9 of 10 resampled panels",
        ),
        vec![
            Column::mark(t("Código", "Code")),
            Column::text(t("Variable", "Variable")),
            Column::number(t("Influencia", "Influence")).unit(t("puntos", "points")),
            Column::number(t("Dependencia", "Dependence")).unit(t("puntos", "points")),
            Column::text(t("Clase", "Class")),
            Column::number(t("Estabilidad", "Stability")).unit(t("de 10 paneles", "of 10 panels")),
        ],
    );
    table.group(t("Determinantes", "Determining"));
    for (code, es, en, i, d) in [
        ("V3", "Educación para el emprendimiento", "Education for entrepreneurship", 41.0, 12.0),
        (
            "V9",
            "Marco regulatorio articulado y sistémico",
            "Articulated, systemic regulatory framework",
            38.0,
            15.0,
        ),
    ] {
        table.push(vec![
            code.into(),
            Cell::from(t(es, en)).marked(Mark::Accent),
            Cell::number(i, format!("{i}")),
            Cell::number(d, format!("{d}")),
            t("determinante", "determining").into(),
            Cell::number(0.9, "9"),
        ]);
    }
    table.group(t("Autónomas", "Autonomous"));
    table.push(vec![
        "V7".into(),
        t("Interoperabilidad y desburocratización institucional", "Institutional interoperability").into(),
        Cell::number(-18.5, "−18.5").marked(Mark::Care),
        Cell::number(14.0, "14"),
        Cell::from(t("limítrofe", "borderline")).marked(Mark::Care),
        Cell::Empty,
    ]);
    table.rows.push(Row {
        kind: RowKind::Total,
        cells: vec![
            Cell::Empty,
            t("Suma", "Sum").into(),
            Cell::number(60.5, "60.5"),
            Cell::number(41.0, "41"),
        ],
    });
    table.note = Some(Rich::from(t(
        "Lo subrayado cambia de clase con otra regla de agregación.",
        "What is underlined changes class under another rule.",
    )));
    table.source = Some(Rich::from(t("panel, ronda 2 (n = 9)", "panel, round 2 (n = 9)")));
    table.provenance = Some(Provenance::Illustrative);
    table
}

fn matrix(lang: Lang) -> Table {
    let t = |es: &str, en: &str| if lang == Lang::Es { es.to_owned() } else { en.to_owned() };
    let mut columns = vec![Column::text(t("Influye sobre →", "Influences →"))];
    columns.extend((1..=20).map(|j| Column::mark(format!("V{j}"))));
    columns.push(Column::number(t("Suma", "Sum")));
    let mut table =
        Table::new("t-matrix", t("Matriz de influencias directas", "Matrix of direct influences"), columns);
    for i in 1..=20_usize {
        let mut cells: Vec<Cell> = vec![format!("V{i}").into()];
        let mut sum = 0;
        for j in 1..=20_usize {
            let value = if i == j { 0 } else { (i * 7 + j * 3) % 4 };
            sum += value;
            let cell = Cell::number(value as f64, value.to_string());
            cells.push(match value {
                0 => cell.marked(Mark::Quiet),
                3 if (i + j) % 5 == 0 => cell.marked(Mark::Care),
                _ => cell,
            });
        }
        cells.push(Cell::number(sum as f64, sum.to_string()));
        table.push(cells);
    }
    table.source = Some(Rich::from(t("panel (n = 9)", "panel (n = 9)")));
    table.provenance = Some(Provenance::Illustrative);
    table
}

fn long(lang: Lang) -> Table {
    let t = |es: &str, en: &str| if lang == Lang::Es { es.to_owned() } else { en.to_owned() };
    let mut table = Table::new(
        "t-log",
        t("Bitácora de validación de las ideas", "Log of the validation of ideas"),
        vec![
            Column::mark("N.º"),
            Column::text(t("Idea", "Idea")),
            Column::text(t("Destino", "Fate")),
            Column::text(t("Razón", "Reason")),
            Column::number(t("Importancia", "Importance")).unit(t("mediana, 1 a 10", "median, 1 to 10")),
        ],
    );
    for k in 1..=40 {
        table.push(vec![
            k.to_string().into(),
            t("Profesionalización de la gestión tecnológica", "Professional technology management").into(),
            if k % 3 == 0 { t("fusionada", "merged") } else { t("se mantiene", "kept") }.into(),
            if k % 3 == 0 {
                t(
                    "Se superpone con la internacionalización y no puede medirse aparte.",
                    "It overlaps with internationalisation and cannot be measured apart.",
                )
                .into()
            } else {
                Cell::Empty
            },
            Cell::number(f64::from(k % 10), format!("{}", k % 10)),
        ]);
    }
    table.source =
        Some(Rich::from(t("taller de variables; ", "workshop of variables; ")).refer("gutarra-2018"));
    table.provenance = Some(Provenance::Elicited);
    table
}

fn card(lang: Lang, index: usize) -> Card {
    let t = |es: &str, en: &str| if lang == Lang::Es { es.to_owned() } else { en.to_owned() };
    Card {
        anchor: format!("card-s{index}"),
        code: format!("S{index}"),
        title: t("Ecosistema articulado", "Articulated ecosystem"),
        tags: vec![
            t("apuesta", "bet"),
            t("verosímil para 14 de 18", "plausible for 14 of 18"),
            "2030".into(),
        ],
        body: vec![
            Block::Paragraph(paragraph(lang)),
            Block::Facts(vec![
                Fact::new(
                    t("Gana", "Who wins"),
                    t("Empresas de Arequipa y Trujillo", "Firms of Arequipa and Trujillo"),
                ),
                Fact::new(
                    t("Pierde", "Who loses"),
                    t("Intermediarios sin tecnología", "Intermediaries without technology"),
                ),
                Fact::new(
                    t("Señal temprana", "Early sign"),
                    t("Ley de ventanilla única promulgada", "Single-window law enacted"),
                ),
            ]),
            Block::Why("tr-plane".into()),
        ],
    }
}

pub fn figure(lang: Lang, id: &str) -> Figure {
    let t = |es: &str, en: &str| if lang == Lang::Es { es.to_owned() } else { en.to_owned() };
    Figure {
        id: id.into(),
        caption: Rich::from(t(
            "La educación para emprender y la regulación mueven el sistema y dependen poco de él",
            "Entrepreneurial education and regulation move the system and depend little on it",
        )),
        finding: String::new(),
        alt: t(
            "Plano con la dependencia en el eje horizontal y la influencia en el vertical. V3 y V9 están arriba a la izquierda.",
            "A plane with dependence across and influence upwards. V3 and V9 stand at the upper left.",
        ),
        wide: plane(720, 460, lang),
        low: None,
        narrow: Some(plane(340, 360, lang)),
        slides: Vec::new(),
        note: Some(Rich::from(t(
            "Cada elipse cubre el 80 % de 1000 paneles remuestreados.",
            "Each ellipse covers 80% of 1,000 resampled panels.",
        ))),
        source: Some(Rich::from(t("panel, ronda 2 (n = 9)", "panel, round 2 (n = 9)"))),
        provenance: Some(Provenance::Illustrative),
    }
}

fn plane(width: u32, height: u32, lang: Lang) -> String {
    let (w, h) = (f64::from(width), f64::from(height));
    let (influence, dependence) =
        if lang == Lang::Es { ("Influencia", "Dependencia") } else { ("Influence", "Dependence") };
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"Noto Sans\" font-size=\"12\"><title>T</title><defs><clipPath id=\"c\"><rect width=\"{width}\" height=\"{height}\"/></clipPath></defs><g clip-path=\"url(#c)\"><rect width=\"{width}\" height=\"{height}\" fill=\"#fcfbf8\"/><path d=\"M40 10V{b}H{r}\" fill=\"none\" stroke=\"#1c2024\"/><path d=\"M{cx} 10V{b}M40 {cy}H{r}\" stroke=\"#cfcdc6\"/>",
        b = h - 30.0,
        r = w - 10.0,
        cx = w / 2.0,
        cy = h / 2.0,
    );
    for (k, name) in ["V3", "V9", "V7", "V1", "V12", "V20"].iter().enumerate() {
        let x = 60.0 + (w - 110.0) * ((k * 37 % 100) as f64 / 100.0);
        let y = 30.0 + (h - 80.0) * ((k * 53 % 100) as f64 / 100.0);
        let fill = if k < 2 { "#0d6e6e" } else { "#4f565c" };
        out.push_str(&format!("<ellipse cx=\"{x}\" cy=\"{y}\" rx=\"24\" ry=\"14\" fill=\"{fill}\" fill-opacity=\".15\"/><circle cx=\"{x}\" cy=\"{y}\" r=\"4\" fill=\"{fill}\"/><text x=\"{}\" y=\"{}\" fill=\"#1c2024\">{name}</text>", x + 7.0, y - 6.0));
    }
    out.push_str(&format!("<text x=\"40\" y=\"{}\" fill=\"#4f565c\">{dependence} →</text><text x=\"14\" y=\"{}\" fill=\"#4f565c\" transform=\"rotate(-90 14 {})\">{influence} →</text></g></svg>", h - 10.0, h - 40.0, h - 40.0));
    out
}
