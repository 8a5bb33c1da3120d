//! Figures of the consultations.

use atalaya_analysis::findings::{
    ConsultationFinding, FamilyFinding, ItemStat, Margin, PanelLevel, RoundFinding,
};
use atalaya_model::{Family, Kind};

use super::{Scene, spread, summary};
use crate::bars::{Bar, Bars, Strip, Strips, bars, strips};
use crate::frame::Frame;
use crate::rows::{Contrast, ContrastRow, Dumbbell, DumbbellRow, contrast, dumbbell};
use crate::svg::Svg;

/// Families of one id asked in a consultation with a scale of few points, in their order.
pub(super) fn families(consultation: &ConsultationFinding) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for family in consultation.rounds.iter().flat_map(|r| &r.families) {
        let single = Family::find(&family.family).is_some_and(|f| f.arity() == 1);
        if single && family.family != "vote" && family.scale.is_some() && !out.contains(&family.family) {
            out.push(family.family.clone());
        }
    }
    out
}

/// The kind of record that an item of a family is.
pub(super) fn kind(scene: &Scene<'_>, family: &str, id: &str) -> Kind {
    let kinds = Family::find(family).and_then(|f| f.kinds.first().copied()).unwrap_or(&[]);
    kinds
        .iter()
        .copied()
        .find(|kind| scene.study.ids(*kind).iter().any(|own| own.as_str() == id))
        .or_else(|| kinds.first().copied())
        .unwrap_or(Kind::Variable)
}

/// First and last finding of a family in a consultation, with their rounds.
fn rounds<'f>(
    scene: &'f Scene<'_>,
    consultation: &str,
    family: &str,
) -> Vec<(&'f str, usize, &'f FamilyFinding)> {
    let Some(found) = scene.findings.consult.consultations.iter().find(|c| c.id == consultation) else {
        return Vec::new();
    };
    found
        .rounds
        .iter()
        .filter_map(|r| Some((r.id.as_str(), r.number, r.families.iter().find(|f| f.family == family)?)))
        .collect()
}

/// The evolution of consensus on a family over the rounds of a consultation.
#[must_use]
pub fn consensus(scene: &Scene<'_>, consultation: &str, family: &str, frame: &Frame<'_>) -> Option<Svg> {
    let rounds = rounds(scene, consultation, family);
    let (last_id, last_number, last) = *rounds.last()?;
    let first = rounds.first().filter(|r| r.0 != last_id);
    let scale = last.scale?;
    let reached = |f: &FamilyFinding| {
        f.items.iter().filter(|i| i.consensus.as_ref().is_some_and(|c| c.reached)).count()
    };
    let judged = last.items.iter().filter(|i| i.consensus.is_some()).count();
    let name = scene.word("family", family);
    let rule = last.items.iter().find_map(|i| i.consensus.as_ref()).map_or("iqr", |c| c.rule.as_str());
    let rule = scene.word("consensusrule", rule);
    let args = [
        ("rounds", rounds.len().into()),
        ("family", atalaya_words::capital(&name).into()),
        ("before", first.map_or(0, |f| reached(f.2)).to_string().into()),
        ("after", reached(last).to_string().into()),
        ("n", judged.to_string().into()),
        ("low", scene.words.short(scale.low, 1).into()),
        ("high", scene.words.short(scale.high, 1).into()),
        ("rule", rule.into()),
    ];
    let title = if judged > 0 { "chart-consensus-title" } else { "chart-consensus-none" };
    let head = scene.head(
        scene.say(title, &args),
        scene.say(
            if judged > 0 { "chart-consensus-subtitle-rule" } else { "chart-consensus-subtitle" },
            &args,
        ),
        scene.sample(last.experts, last_id),
        &last.trace,
    );
    let mut items: Vec<&ItemStat> = last.items.iter().filter(|i| i.level > PanelLevel::None).collect();
    let place =
        |i: &ItemStat| i.median.or_else(|| i.values.get(i.values.len() / 2).copied()).unwrap_or(f64::MIN);
    items.sort_by(|a, b| {
        place(b).total_cmp(&place(a)).then_with(|| atalaya_model::id::natural_cmp(&a.id, &b.id))
    });
    if items.is_empty() {
        return None;
    }
    let rows = items
        .iter()
        .map(|item| {
            let (code, name) = scene.record(kind(scene, family, &item.id), &item.id);
            let before = first.and_then(|f| f.2.items.iter().find(|i| i.id == item.id)).and_then(summary);
            let bipolar = item.bipolar == Some(true);
            let (verdict, fragile) = match &item.consensus {
                _ if bipolar => ("chart-consensus-bipolar", false),
                Some(c) if c.fragile => ("chart-consensus-fragile", true),
                Some(c) if c.reached => ("chart-consensus-yes", false),
                Some(_) => ("chart-consensus-no", false),
                None => ("", false),
            };
            DumbbellRow {
                code,
                name,
                before,
                after: summary(item),
                values: if item.level == PanelLevel::Values { item.values.clone() } else { Vec::new() },
                verdict: if verdict.is_empty() { String::new() } else { scene.t(verdict) },
                reached: !bipolar && item.consensus.as_ref().is_some_and(|c| c.reached),
                warn: bipolar || fragile,
            }
        })
        .collect();
    let round = |number: usize| scene.words.with("chart-round", &[("number", number.to_string().into())]);
    let spec = Dumbbell {
        head,
        measure: atalaya_words::capital(&name),
        scale: (scale.low, scale.high),
        rounds: (first.map(|f| round(f.1)).unwrap_or_default(), round(last_number)),
        spread: scene.t("chart-spread"),
        verdict: if judged > 0 { scene.t("chart-consensus-rule") } else { String::new() },
        signs: true,
        rows,
        cut: None,
    };
    Some(dumbbell(&spec, frame))
}

/// How many chose each point of the scale, in the last round.
#[must_use]
pub fn answers(scene: &Scene<'_>, consultation: &str, family: &str, frame: &Frame<'_>) -> Option<Svg> {
    let (round, _, last) = *rounds(scene, consultation, family).last()?;
    let items: Vec<&ItemStat> =
        last.items.iter().filter(|i| i.histogram.len() == last.points.len()).collect();
    if items.is_empty() || last.points.len() < 2 {
        return None;
    }
    let split: Vec<String> = items.iter().filter(|i| i.bipolar == Some(true)).map(|i| i.id.clone()).collect();
    let kind_of = |id: &str| kind(scene, family, id);
    let list = split.first().map(|id| scene.codes(kind_of(id), &split)).unwrap_or_default();
    let args = [
        ("count", split.len().into()),
        ("list", list.into()),
        ("family", atalaya_words::capital(&scene.word("family", family)).into()),
    ];
    let head = scene.head(
        scene.say("chart-answers-title", &args),
        scene.say("chart-answers-subtitle", &args),
        scene.sample(last.experts, round),
        &last.trace,
    );
    let share = scene.words.percent(atalaya_analysis::BIPOLAR_SHARE, 0);
    let items = items
        .iter()
        .map(|item| {
            let (code, name) = scene.record(kind_of(&item.id), &item.id);
            Strip {
                code,
                name,
                counts: item.histogram.iter().map(|c| c.k).collect(),
                median: item.median,
                quartiles: item.q1.zip(item.q3),
                bipolar: item.bipolar == Some(true),
            }
        })
        .collect();
    let spec = Strips {
        head,
        points: last.points.clone(),
        items,
        signs: (
            scene.t("chart-median"),
            scene.t("chart-quartiles"),
            scene.words.with("chart-answers-bipolar", &[("share", share.into())]),
        ),
    };
    Some(strips(&spec, frame))
}

/// Two groups side by side on each item of a family, in the last round.
#[must_use]
pub fn group_contrast(scene: &Scene<'_>, consultation: &str, family: &str, frame: &Frame<'_>) -> Option<Svg> {
    let (round, _, last) = *rounds(scene, consultation, family).last()?;
    let first = last.groups.first()?;
    // One picture shows one pair of groups: the first.
    let pair: Vec<_> = last.groups.iter().filter(|g| g.a == first.a && g.b == first.b).collect();
    let (a, b) = (scene.group(&first.a), scene.group(&first.b));
    let kind_of = |id: &str| kind(scene, family, id);
    let detected: Vec<String> = pair.iter().filter(|g| g.detected).map(|g| g.id.clone()).collect();
    let list = detected.first().map(|id| scene.codes(kind_of(id), &detected)).unwrap_or_default();
    let most =
        |pick: fn(&atalaya_analysis::findings::GroupContrast) -> usize| pair.iter().map(|g| pick(g)).max();
    let args = [
        ("count", detected.len().into()),
        ("list", list.into()),
        ("a", a.clone().into()),
        ("b", b.clone().into()),
        ("na", most(|g| g.n_a).unwrap_or(0).to_string().into()),
        ("nb", most(|g| g.n_b).unwrap_or(0).to_string().into()),
        ("family", atalaya_words::capital(&scene.word("family", family)).into()),
    ];
    let head = scene.head(
        scene.say("chart-contrast-title", &args),
        scene.say("chart-contrast-subtitle", &args),
        scene.sample(last.experts, round),
        &last.trace,
    );
    let mut pair = pair;
    pair.sort_by(|x, y| {
        y.delta.total_cmp(&x.delta).then_with(|| atalaya_model::id::natural_cmp(&x.id, &y.id))
    });
    let rows = pair
        .iter()
        .map(|g| {
            let (code, name) = scene.record(kind_of(&g.id), &g.id);
            let number = |v: f64| scene.words.short(v, 1);
            ContrastRow {
                code,
                name,
                delta: g.delta,
                interval: super::ends(g.interval),
                detected: g.detected,
                note: format!("{} · {}", number(g.median_a), number(g.median_b)),
            }
        })
        .collect();
    let higher =
        |group: &str| scene.words.with("chart-contrast-higher", &[("group", group.to_owned().into())]);
    let spec = Contrast {
        head,
        measure: scene.t("chart-contrast-measure"),
        sides: (higher(&b), higher(&a)),
        detected: (scene.t("chart-contrast-detected"), scene.t("chart-contrast-not-detected")),
        interval: scene.t("chart-contrast-interval"),
        rows,
    };
    Some(contrast(&spec, frame))
}

/// The panel by its margins.
#[must_use]
pub fn panel_margins(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let panel = &scene.findings.consult.panel;
    if panel.experts == 0 {
        return None;
    }
    let bar = |name: String, count: usize| Bar {
        name: atalaya_words::capital(&name),
        whole: None,
        interval: None,
        value: count as f64,
        text: count.to_string(),
        strong: false,
    };
    let margin = |key: &str, list: &[Margin]| -> Vec<Bar> {
        let name = |name: &str| match (key, name) {
            ("sector", name) if name != "other" => scene.words.sector(name),
            _ => scene.group(name),
        };
        list.iter().map(|m| bar(name(&m.name), m.count)).collect()
    };
    let mut groups = Vec::new();
    // Groups that are the countries again say nothing new.
    let same = panel
        .groups
        .iter()
        .map(|m| (&m.name, m.count))
        .eq(panel.countries.iter().map(|m| (&m.name, m.count)));
    for (key, list) in [("country", &panel.countries), ("group", &panel.groups), ("sector", &panel.sectors)] {
        let trivial = list.len() < 2 || (key == "group" && same);
        if !trivial || (key == "country" && !list.is_empty()) {
            groups.push((scene.t(&format!("chart-panel-{key}")), margin(key, list)));
        }
    }
    if let Some(k) = panel.competence.as_ref().filter(|k| k.n > 0) {
        let classes = [("high", k.high), ("medium", k.medium), ("low", k.low)];
        let list = classes.into_iter().map(|(word, n)| bar(scene.t(&format!("chart-competence-{word}")), n));
        groups.push((scene.t("chart-panel-competence"), list.collect()));
    }
    let args = [
        ("n", panel.experts.to_string().into()),
        ("count", panel.countries.len().into()),
        ("number", scene.number(panel.countries.len()).into()),
    ];
    let head = scene.head(
        scene.say("chart-panel-title", &args),
        scene.t("chart-panel-subtitle"),
        format!("n\u{a0}=\u{a0}{}", panel.experts),
        &scene.findings.consult.trace,
    );
    Some(bars(&Bars { head, groups, whole: String::new() }, frame))
}

/// Whether a round's response counts people: a group that answers as one gives one answer.
fn asked_alone(round: &RoundFinding) -> bool {
    round.response.n > 0 && round.together.is_none()
}

/// Response and drop-out by consultation and round.
#[must_use]
pub fn response(scene: &Scene<'_>, frame: &Frame<'_>) -> Option<Svg> {
    let consult = &scene.findings.consult;
    let mut groups = Vec::new();
    let mut left = 0;
    // In the order in which they were held, as in the table; without dates, in that of the findings.
    let opened = |c: &ConsultationFinding| {
        let first = c.rounds.first().map(|round| round.id.as_str()).unwrap_or_default();
        scene.study.rounds.iter().find(|r| r.id == first).map(|r| r.opened.clone()).unwrap_or_default()
    };
    let mut held: Vec<&ConsultationFinding> = consult.consultations.iter().collect();
    held.sort_by_key(|consultation| opened(consultation));
    for consultation in held {
        left += consultation.drop_out.as_ref().map_or(0, |d| d.left.k);
        let list: Vec<Bar> = consultation
            .rounds
            .iter()
            .filter(|r| asked_alone(r))
            .map(|r| Bar {
                name: atalaya_words::capital(
                    &scene.words.with("chart-round", &[("number", r.number.to_string().into())]),
                ),
                whole: Some(r.response.n as f64),
                interval: None,
                value: r.response.k as f64,
                text: scene.count(r.response),
                strong: true,
            })
            .collect();
        if !list.is_empty() {
            let name = scene.names.name(Kind::Consultation, &consultation.id).to_owned();
            groups.push((name, list));
        }
    }
    if groups.is_empty() {
        return None;
    }
    let lowest =
        consult.consultations.iter().flat_map(|c| &c.rounds).filter(|r| asked_alone(r)).min_by(|a, b| {
            let share = |c: &atalaya_analysis::findings::Count| c.k as f64 / c.n as f64;
            share(&a.response).total_cmp(&share(&b.response))
        })?;
    let args = [
        ("lowest", scene.count(lowest.response).into()),
        ("count", left.into()),
        ("number", scene.number(left).into()),
    ];
    let head = scene.head(
        scene.say("chart-response-title", &args),
        scene.t("chart-response-subtitle"),
        format!("n\u{a0}=\u{a0}{}", consult.panel.experts),
        &consult.trace,
    );
    Some(bars(&Bars { head, groups, whole: scene.t("chart-response-invited") }, frame))
}

/// Spread of an item for planes.
pub(super) fn interval(stat: &ItemStat) -> Option<(f64, f64)> {
    spread(stat)
}
