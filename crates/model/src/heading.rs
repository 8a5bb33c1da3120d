//! What people call the columns, keys and sheets of a study: in English as its files write them, in Spanish as here. A
//! heading is read whatever its case, accents, plural or the mark between its words.

use crate::{Lang, choice::unaccented};

/// A word of the files, what it is called in Spanish, and what else people call it, apart by spaces.
type Called = (&'static str, &'static str, &'static str);

/// The columns of tables. In one table no two have the same name, but that a code may stand for the id.
const COLUMNS: &[Called] = &[
    ("id", "id", "código clave identificador code key identifier"),
    ("code", "código", "etiqueta clave label"),
    ("name", "nombre", "denominación término título factor hecho evento enunciado title term"),
    ("definition", "definición", "descripción significado description meaning"),
    ("note", "nota", "observación comentario comment remark"),
    ("reason", "razón", "motivo justificación why"),
    ("year", "año", "anio"),
    ("date", "fecha", ""),
    ("unit", "unidad", "unidad_de_medida"),
    ("dimension", "dimensión", ""),
    ("provenance", "procedencia", "origen"),
    ("sources", "fuentes", "referencias bibliografía references"),
    ("included", "incluido", "incluida se_incluye"),
    ("parent", "depende_de", "padre cuelga_de"),
    ("entry", "entrada", "tipo_de_entrada tipo"),
    ("author", "autor", "autores autoría"),
    ("title", "título", ""),
    ("container", "publicado_en", "revista"),
    ("publisher", "publicado_por", "editorial institución entidad"),
    ("locator", "localización", "páginas volumen"),
    ("doi", "doi", ""),
    ("url", "url", "enlace dirección_web"),
    ("country", "país", "países"),
    ("group", "grupo", ""),
    ("sector", "sector", ""),
    ("knowledge", "conocimiento", "kc"),
    ("argumentation", "argumentación", "ka"),
    ("purpose", "propósito", "finalidad para_qué"),
    ("mode", "modo", "modalidad"),
    ("consultation", "consulta", ""),
    ("number", "número", "nro"),
    ("opened", "apertura", "abierta inicio"),
    ("closed", "cierre", "cerrada fin"),
    ("invited", "invitados", "invitadas"),
    ("families", "familias", "familias_de_preguntas"),
    ("wording", "redacción", ""),
    ("summary", "resumen", "descripción significado description"),
    ("kind", "tipo", "clase type"),
    ("scope", "alcance", "ámbito"),
    ("impact", "impacto", ""),
    ("pertinence", "pertinencia", "relevancia relevance"),
    ("certainty", "certeza", "seguridad"),
    ("variables", "variables", ""),
    ("min", "mínimo", "minimum"),
    ("max", "máximo", "maximum"),
    ("status", "estado", "situación"),
    ("accessed", "consultado_el", "consultada_el fecha_de_consulta"),
    ("evidence", "indicios", "evidencia evidencias"),
    ("fate", "destino", "qué_fue_de_ella"),
    ("into", "recogida_en", "variables"),
    ("location", "ubicación", "posición"),
    ("component", "componente", ""),
    ("indicators", "indicadores", ""),
    ("variable", "variable", ""),
    ("situation", "situación", "situación_actual"),
    ("causes", "causas", "causas_de_la_brecha"),
    ("actors", "actores", ""),
    ("series", "serie", ""),
    ("tendency", "tendencia", ""),
    ("proposed", "propuesto", "indicador_propuesto propuesta"),
    ("interest", "interés", "intereses"),
    ("resource", "recursos", ""),
    ("high", "superior", "alto polo_positivo mayor"),
    ("low", "inferior", "bajo polo_negativo menor"),
    ("viewpoint", "punto_de_vista", ""),
    ("conditions", "condiciones", ""),
    ("required", "requeridas", ""),
    ("verified_on", "verificado_el", ""),
    ("wish", "deseo", ""),
    ("stress", "tensiones", ""),
    ("corner", "cuadrante", "polos"),
    ("x", "x", ""),
    ("y", "y", ""),
    ("states", "estados", ""),
    ("path", "camino", "trayectoria"),
    ("winners", "ganadores", "quiénes_ganan"),
    ("losers", "perdedores", "quiénes_pierden"),
    ("territory", "territorio", ""),
    ("narrative", "relato", "narrativa"),
    ("a", "a", ""),
    ("b", "b", ""),
    ("effect", "efecto", ""),
    ("scenarios", "escenarios", ""),
    ("about", "sobre", "asunto"),
    ("stage", "etapa", ""),
    ("state", "estado", ""),
    ("chosen", "elegido", "elegida"),
    ("basis", "huella", ""),
    ("alternatives", "alternativas", ""),
    ("by", "decidido_por", "quién_decidió"),
    ("role", "papel", "rol"),
    ("quorum", "quórum", "participantes"),
    ("objections", "objeciones", ""),
    ("trigger", "disparador", "señal"),
    ("response", "respuesta", ""),
    ("actions", "acciones", ""),
    ("scenario", "escenario", ""),
    ("axis", "índice", "eje"),
    ("field", "campo", ""),
    ("customer", "cliente", "para_quién"),
    ("place", "lugar", "dónde"),
    ("asset", "activo", ""),
    ("technology", "tecnología", ""),
    ("barrier", "barrera", ""),
    ("legal", "legal", "condición_legal"),
    ("weight", "peso", "ponderación"),
    ("objectives", "objetivos", ""),
    ("responsible", "responsables", ""),
    ("level", "nivel", ""),
    ("from", "desde", "inicio año_inicial"),
    ("to", "hasta", "fin año_final"),
    ("after", "después_de", "va_después_de"),
    ("baseline", "línea_de_base", "línea_base"),
    ("baseline_year", "año_de_base", "año_base año_de_la_línea_de_base"),
    ("target", "meta", ""),
    ("target_year", "año_de_la_meta", "año_meta"),
    ("frequency", "frecuencia", "periodicidad"),
    ("indicator", "indicador", ""),
    ("value", "valor", "respuesta answer"),
    ("seen_in", "se_vería_en", "dónde_se_vería"),
    ("economy", "economía", "país países country"),
    ("expert", "experto", "experta code código"),
    ("round", "ronda", ""),
    ("question", "pregunta", ""),
    ("confidence", "confianza", ""),
    ("argument", "argumento", ""),
    ("lang", "idioma", "language"),
    ("at", "fecha", "date"),
];

/// The sheets of a workbook.
const SHEETS: &[Called] = &[
    ("study", "estudio", ""),
    ("sources", "fuentes", ""),
    ("glossary", "glosario", "término"),
    ("limits", "límites", ""),
    ("components", "componentes", ""),
    ("panel", "panel", "expertos"),
    ("consultation", "consultas", ""),
    ("round", "rondas", ""),
    ("evidence", "indicios", ""),
    ("series", "series", ""),
    ("ideas", "ideas", ""),
    ("variables", "variables", ""),
    ("diagnosis", "diagnóstico", ""),
    ("actors", "actores", ""),
    ("stakes", "objetivos en juego", ""),
    ("foda", "foda", "factores"),
    ("axis", "ejes", ""),
    ("states", "estados", ""),
    ("scenario", "escenarios", ""),
    ("exclusions", "exclusiones", ""),
    ("wildcards", "comodines", ""),
    ("hypotheses", "hipótesis", ""),
    ("decision", "decisiones", ""),
    ("plans", "planes", "planes_de_contingencia"),
    ("criteria", "criterios", ""),
    ("opportunities", "oportunidades", ""),
    ("objectives", "objetivos", ""),
    ("policies", "políticas", ""),
    ("actions", "acciones", ""),
    ("milestones", "hitos", ""),
    ("indicators", "indicadores", ""),
    ("thresholds", "umbrales", ""),
    ("readings", "lecturas", ""),
    ("signs", "señales", "señales_tempranas"),
    ("values", "valores", ""),
    ("answers", "respuestas", ""),
];

/// The keys of the frame, and the two columns in which a workbook has them.
const FRAME: &[Called] = &[
    ("key", "clave", ""),
    ("value", "valor", ""),
    ("format", "formato", ""),
    ("id", "id", ""),
    ("title", "título", ""),
    ("question", "pregunta", "pregunta_focal"),
    ("subject", "sujeto", ""),
    ("unit", "unidad_de_análisis", "unidad"),
    ("territory", "territorio", ""),
    ("viewpoint", "punto_de_vista", ""),
    ("base_year", "año_base", ""),
    ("cutoff", "fecha_de_corte", ""),
    ("horizon", "horizonte", ""),
    ("periods", "periodos", "períodos"),
    ("as_of", "con_fecha_de", ""),
    ("languages", "idiomas", ""),
    ("locale", "español_de", ""),
    ("authors", "autores", ""),
    ("sponsor", "quien_encarga", ""),
    ("team", "equipo", ""),
    ("licence", "licencia", "license"),
    ("version", "versión", ""),
    ("doi", "doi", ""),
    ("presentation", "presentación", ""),
    ("conclusions", "conclusiones", ""),
    ("seed", "semilla", ""),
    ("economy", "economía", ""),
    ("comparators", "economías_de_comparación", ""),
    ("provenance", "procedencia", ""),
    ("notice", "aviso", ""),
    ("notice_short", "aviso_corto", ""),
    ("scales", "escalas", ""),
    ("privacy", "privacidad", ""),
    ("min_group", "grupo_mínimo", ""),
    ("merged_countries", "países_reunidos", ""),
    ("merged_groups", "grupos_reunidos", ""),
    ("merged_sectors", "sectores_reunidos", ""),
    ("rules", "reglas", ""),
    ("aggregation", "agregación", ""),
    ("consensus", "consenso", ""),
    ("consensus_iqr", "consenso_rango", ""),
    ("consensus_agreement", "consenso_acuerdo", ""),
    ("consensus_cv", "consenso_variación", ""),
    ("expert_weights", "peso_de_expertos", ""),
    ("stability", "estabilidad", ""),
    ("plane_cut", "corte_del_plano", ""),
    ("importance_cut", "corte_de_importancia", ""),
    ("uncertainty_cut", "corte_de_incertidumbre", ""),
    ("micmac_power", "potencia_micmac", ""),
    ("agreement_from", "acuerdo_desde", ""),
    ("potential", "valor_de_p", ""),
    ("igo_importance", "igo_importancia", ""),
    ("igo_governability", "igo_gobernabilidad", ""),
    ("igo_cut", "igo_corte", ""),
    ("mactor_strength", "fuerza_mactor", ""),
    ("smic_simple", "smic_simples", ""),
    ("bet_plausible", "apuesta_plausible", ""),
    ("bet_feasible", "apuesta_viable", ""),
    ("resamples", "remuestreos", ""),
    ("order", "orden", ""),
    ("small_panels", "paneles_pequeños", ""),
];

/// Which words a heading is looked for among.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// The columns of a table.
    Columns,
    /// The sheets of a workbook.
    Sheets,
    /// The keys of the frame.
    Frame,
}

impl Of {
    const fn words(self) -> &'static [Called] {
        match self {
            Self::Columns => COLUMNS,
            Self::Sheets => SHEETS,
            Self::Frame => FRAME,
        }
    }

    /// What a word of the files is called in a language; the word itself where it has no other name.
    #[must_use]
    pub fn name(self, word: &str, lang: Lang) -> String {
        let found = self.words().iter().find(|(own, ..)| lang == Lang::Es && *own == word);
        found.map_or(word, |(_, spanish, _)| spanish).to_owned()
    }

    /// The words among `known` that a heading may mean; those of its very letters before those that only its plural is.
    #[must_use]
    pub fn meant<'k>(self, heading: &str, known: impl Iterator<Item = &'k str> + Clone) -> Vec<&'k str> {
        let own = folded(heading);
        let same = |alike: fn(&str) -> String| -> Vec<&'k str> {
            let own = alike(&own);
            let says = |name: &str| alike(&folded(name)) == own;
            let called = |word: &str| {
                let found = self.words().iter().find(|(own, ..)| *own == word);
                says(word)
                    || found.is_some_and(|(_, spanish, others)| says(spanish) || others.split(' ').any(says))
            };
            known.clone().filter(|word| !own.is_empty() && called(word)).collect()
        };
        let exact = same(str::to_owned);
        if exact.is_empty() { same(singular) } else { exact }
    }
}

/// A heading in small letters without accents, its words joined by `_`.
fn folded(text: &str) -> String {
    // An accent may also be a mark of its own behind its letter.
    let plain = text.chars().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).collect::<String>();
    let words = unaccented(&plain).replace('ñ', "n");
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_")
}

/// A folded heading without the endings of a plural, in both languages.
fn singular(text: &str) -> String {
    let words = text.split('_').map(|word| word.trim_end_matches('s').trim_end_matches('e'));
    words.collect::<Vec<_>>().join("_")
}

/// What the sheets of a workbook are called in a language.
#[must_use]
pub fn sheets(lang: Lang) -> Vec<String> {
    SHEETS.iter().map(|(word, ..)| Of::Sheets.name(word, lang)).collect()
}

/// The sheet of a workbook, as the files call what it holds, that has this name.
#[must_use]
pub fn sheet(name: &str) -> Option<&'static str> {
    match Of::Sheets.meant(name, SHEETS.iter().map(|(word, ..)| *word))[..] {
        [word] => Some(word),
        _ => None,
    }
}

/// The name of a language at the end of a heading, and what stands before it: `nombre_es`, `Name (English)`.
#[must_use]
pub fn sided(heading: &str) -> Option<(String, Lang)> {
    let own = folded(heading);
    let (base, last) = own.rsplit_once('_')?;
    let lang = match last {
        "es" | "esp" | "espanol" | "castellano" | "spanish" => Lang::Es,
        "en" | "eng" | "ingles" | "english" => Lang::En,
        _ => return None,
    };
    // `nombre en inglés`
    let base = if last.len() > 3 {
        base.strip_suffix("_en").or(base.strip_suffix("_in")).unwrap_or(base)
    } else {
        base
    };
    Some((base.to_owned(), lang))
}

/// The header of a column in a language: `name_es` or `nombre_es` for the key `name.es`, `camino.2019-2022.es` for a text
/// by periods.
#[must_use]
pub fn column(key: &str, lang: Lang) -> String {
    joined(key, |index, part| if index == 0 { Of::Columns.name(part, lang) } else { part.to_owned() })
}

/// The key of the frame in a language: `title_es` or `título_es`, `rules.plane_cut` or `reglas.corte_del_plano`.
#[must_use]
pub fn frame(key: &str, lang: Lang) -> String {
    let grouped = key.starts_with("rules.") || key.starts_with("privacy.");
    let own = |index: usize| index == 0 || (index == 1 && grouped);
    joined(key, |index, part| if own(index) { Of::Frame.name(part, lang) } else { part.to_owned() })
}

/// A key with its parts named; a text in two languages has its language after `_`.
fn joined(key: &str, name: impl Fn(usize, &str) -> String) -> String {
    let parts: Vec<String> = key.split('.').enumerate().map(|(index, part)| name(index, part)).collect();
    let side = Lang::ALL.iter().any(|lang| parts.last().is_some_and(|last| last == lang.code()));
    parts.join(if parts.len() == 2 && side { "_" } else { "." })
}

/// The key of the frame that people wrote, as the files write it; what is unknown stays as written.
#[must_use]
pub fn frame_key(heading: &str) -> String {
    let words = FRAME.iter().map(|(word, ..)| *word);
    let one = |text: &str| match Of::Frame.meant(text, words.clone())[..] {
        [word] => Some(word.to_owned()),
        _ => None,
    };
    if let Some((first, rest)) = heading.split_once('.') {
        let Some(first) = one(first) else { return heading.to_owned() };
        let rest = if matches!(first.as_str(), "rules" | "privacy") { one(rest) } else { None }
            .unwrap_or_else(|| rest.to_owned());
        return format!("{first}.{rest}");
    }
    let sided = || sided(heading).and_then(|(base, lang)| Some(format!("{}_{}", one(&base)?, lang.code())));
    one(heading).or_else(sided).unwrap_or_else(|| heading.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Record, records, with_tables};

    /// The fields of a kind of record, without their languages.
    fn fields<T: Record>() -> Vec<String> {
        let names = T::fields().into_iter().map(|(name, ..)| name.to_owned());
        let own = ["id", "provenance", "sources", T::LONG].map(str::to_owned);
        own.into_iter().chain(names).filter(|name| !name.is_empty()).collect()
    }

    #[test]
    fn every_column_has_a_spanish_name_that_means_it_alone() {
        fn check<T: Record>() {
            let fields = fields::<T>();
            for field in &fields {
                assert!(COLUMNS.iter().any(|(word, ..)| word == field), "{field} has no Spanish name");
                for lang in Lang::ALL {
                    let name = Of::Columns.name(field, lang);
                    for written in [name.clone(), name.to_uppercase(), folded(&name).replace('_', " ")] {
                        let mut meant = Of::Columns.meant(&written, fields.iter().map(String::as_str));
                        if meant.len() > 1 {
                            // A code may stand for the id.
                            meant.retain(|word| *word != "id");
                        }
                        assert_eq!(meant, [field], "{written} of {:?}", T::KIND);
                    }
                }
            }
        }
        macro_rules! all {
            ($($table:ident: $type:ident),+) => { $(check::<records::$type>();)+ };
        }
        with_tables!(all);
    }

    #[test]
    fn every_key_of_the_frame_and_every_sheet_has_a_spanish_name_that_means_it_alone() {
        let rules = records::Rules::fields().into_iter().map(|(name, _)| format!("rules.{name}"));
        let privacy = records::Privacy::fields().into_iter().map(|(name, _)| format!("privacy.{name}"));
        let texts = ["title.es", "notice_short.en", "scales.importance", "base_year"].map(str::to_owned);
        for key in rules.chain(privacy).chain(texts) {
            let part = key.split('.').nth(1).unwrap_or_default();
            let grouped = key.starts_with("rules.") || key.starts_with("privacy.");
            assert!(!grouped || FRAME.iter().any(|(word, ..)| *word == part), "{key} has no Spanish name");
            for lang in Lang::ALL {
                assert_eq!(frame_key(&frame(&key, lang)), frame(&key, Lang::En), "{}", frame(&key, lang));
            }
        }
        let mut words = vec!["study", "values", "answers"];
        words.extend(crate::Kind::ALL.iter().map(|kind| kind.home().sheet()));
        for word in words {
            assert!(SHEETS.iter().any(|(own, ..)| *own == word), "{word} has no Spanish name");
            for lang in Lang::ALL {
                assert_eq!(sheet(&Of::Sheets.name(word, lang)), Some(word));
            }
        }
    }

    #[test]
    fn headings_are_read_as_people_write_them() {
        let known = ["id", "name", "definition", "code", "dimension", "sources"];
        let meant = |text: &str| Of::Columns.meant(text, known.into_iter());
        for written in ["Nombre", "NOMBRES", " nombre ", "Denominación", "names"] {
            assert_eq!(meant(written), ["name"], "{written}");
        }
        assert_eq!(meant("Definicion"), ["definition"]);
        assert_eq!(meant("Definicio\u{301}n"), ["definition"]);
        assert_eq!(meant("Código"), ["id", "code"]);
        assert_eq!(meant("Fuente:"), ["sources"]);
        assert_eq!(meant("color"), [""; 0]);
        assert_eq!(meant("—"), [""; 0]);
        assert_eq!(sided("Nombre en inglés"), Some(("nombre".to_owned(), Lang::En)));
        assert_eq!(sided("Definición (ES)"), Some(("definicion".to_owned(), Lang::Es)));
        assert_eq!(sided("Origen"), None);
        assert_eq!(column("path.2019-2022.es", Lang::Es), "camino.2019-2022.es");
        assert_eq!(column("definition.en", Lang::Es), "definición_en");
        assert_eq!(column("definition.en", Lang::En), "definition_en");
    }
}
