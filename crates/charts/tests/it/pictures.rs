use atalaya_charts::font::{self, Weight};
use atalaya_charts::frame::{Frame, Setting};
use atalaya_charts::svg::Svg;
use atalaya_charts::theme::Theme;
use atalaya_model::Lang;
use atalaya_words::Words;
use roxmltree::{Document, Node};

use crate::samples;

fn attribute(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).and_then(|v| v.parse().ok()).unwrap_or(0.0)
}

/// Left, top, right, bottom of a text by the metrics of the font.
fn extent(node: Node<'_, '_>) -> (f64, f64, f64, f64) {
    let weight = if node.attribute("font-weight").is_some() { Weight::Bold } else { Weight::Regular };
    let size = attribute(node, "font-size");
    let wide = font::width(node.text().unwrap_or_default(), size, weight);
    let (x, y) = (attribute(node, "x"), attribute(node, "y"));
    let start = match node.attribute("text-anchor") {
        Some("middle") => -wide / 2.0,
        Some("end") => -wide,
        _ => 0.0,
    };
    if node.attribute("transform").is_some() {
        (x - 0.8 * size, y - start - wide, x + 0.25 * size, y - start)
    } else {
        (x + start, y - 0.8 * size, x + start + wide, y + 0.25 * size)
    }
}

fn check(name: &str, svg: &Svg) {
    let document = Document::parse(&svg.text).unwrap_or_else(|e| panic!("{name}: {e}"));
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "svg");
    assert_eq!(root.attribute("role"), Some("img"), "{name}");
    assert!(root.attribute("viewBox").is_some());
    assert_eq!(attribute(root, "width"), svg.width);
    assert_eq!(attribute(root, "height"), svg.height);
    for part in ["title", "desc"] {
        let node = root.children().find(|n| n.has_tag_name(("http://www.w3.org/2000/svg", part)));
        assert!(node.and_then(|n| n.text()).is_some_and(|t| !t.is_empty()), "{name}: no {part}");
    }
    for banned in ["foreignObject", "var(", "currentColor", "<style", "class=", "<image", "⟨"] {
        assert!(!svg.text.contains(banned), "{name}: {banned}");
    }
    let texts: Vec<Node<'_, '_>> = document.descendants().filter(|n| n.tag_name().name() == "text").collect();
    let extents: Vec<_> = texts.iter().map(|node| extent(*node)).collect();
    for (index, a) in texts.iter().enumerate() {
        let (left, top, right, bottom) = extents[index];
        for (b, (l, t, r, u)) in texts.iter().zip(&extents).skip(index + 1) {
            // Letters seldom fill their boxes: a hair of overlap is none to the eye.
            let (wide, tall) = (right.min(*r) - left.max(*l), bottom.min(*u) - top.max(*t));
            let hair = 0.3 * (bottom - top).min(u - t).min(right - left).min(r - l);
            assert!(
                wide <= 1.0 || tall <= hair,
                "{name}: «{}» over «{}» by {wide:.1} x {tall:.1}",
                a.text().unwrap_or_default(),
                b.text().unwrap_or_default()
            );
        }
    }
    for node in texts {
        let text = node.text().unwrap_or_default();
        let (left, top, right, bottom) = extent(node);
        assert!(
            left >= -0.5 && top >= -0.5 && right <= svg.width + 0.5 && bottom <= svg.height + 0.5,
            "{name}: «{text}» leaves the frame: {left:.1} {top:.1} {right:.1} {bottom:.1} of {} x {}",
            svg.width,
            svg.height
        );
        let size = attribute(node, "font-size");
        assert!(size >= 5.0, "{name}: «{text}» is {size} px");
        assert!(text.chars().all(font::has), "{name}: «{text}» has a character that the font lacks");
    }
    for node in document.descendants() {
        for attribute in node.attributes() {
            assert!(
                !["NaN", "inf"].iter().any(|bad| attribute.value() == *bad),
                "{name}: {}",
                attribute.name()
            );
        }
        for id in ["x", "cx", "x1", "x2"] {
            let value = attribute(node, id);
            assert!((-1.0..=svg.width + 1.0).contains(&value), "{name}: {:?} {id} {value}", node.tag_name());
        }
        for id in ["y", "cy", "y1", "y2"] {
            let value = attribute(node, id);
            assert!((-1.0..=svg.height + 1.0).contains(&value), "{name}: {:?} {id} {value}", node.tag_name());
        }
    }
}

#[test]
fn every_chart_is_well_formed_and_inside_its_frame() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for width in [300.0, 360.0, 480.0, 720.0, 1280.0] {
            for theme in [Theme::Light, Theme::Dark, Theme::Print] {
                for (name, draw) in samples::all() {
                    let svg = draw(&Frame::new(width, &words).theme(theme).prefix(name));
                    check(&format!("{name} {width} {theme:?}"), &svg);
                }
            }
        }
    }
}

#[test]
fn the_same_figures_give_the_same_picture() {
    let words = Words::new(Lang::Es);
    let frame = Frame::new(720.0, &words);
    for (name, draw) in samples::all() {
        assert_eq!(draw(&frame), draw(&frame), "{name}");
    }
}

#[test]
fn ids_carry_the_prefix() {
    let words = Words::new(Lang::Es);
    for (name, draw) in samples::all() {
        let svg = draw(&Frame::new(720.0, &words).prefix("figure-7"));
        let document = Document::parse(&svg.text).unwrap();
        for id in document.descendants().filter_map(|n| n.attribute("id")) {
            assert!(id.starts_with("figure-7-"), "{name}: {id}");
        }
    }
}

#[test]
fn pictures_stay_as_they_were() {
    let words = Words::new(Lang::Es);
    for name in ["bars", "scenario-plane", "measures"] {
        let Some((_, draw)) = samples::all().find(|(n, _)| *n == name) else { panic!("{name}") };
        insta::assert_snapshot!(name, draw(&Frame::new(720.0, &words).prefix(name)).text);
    }
}

#[test]
fn every_figure_of_the_examples_is_well_formed() {
    use atalaya_charts::figures::{Scene, list};
    let examples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    for (example, least) in [("mipymes-peru-2030", 30), ("taller-minimo", 8)] {
        let study = atalaya_formats::folder::read(&examples.join(example)).value;
        let findings =
            atalaya_analysis::analyse(&study, &atalaya_methods::control::Control::default()).unwrap();
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let scene = Scene::new(&study, &findings, &words);
            // A telephone, a page, what is left of one, and what goes on several slides.
            let page = Frame::new(800.0, &words).text(15.8);
            let slides = Frame::new(1240.0, &words).text(20.0).setting(Setting::Slide);
            for frame in [Frame::new(340.0, &words), page, page.setting(Setting::Low), slides] {
                let mut drawn = 0;
                for figure in list(&scene) {
                    let Some(svg) = figure.draw(&frame.prefix(&figure.name)) else { continue };
                    check(&format!("{example} {} {} {:?}", figure.name, frame.width, frame.setting), &svg);
                    drawn += 1;
                }
                assert!(drawn >= least, "{example}: {drawn} figures");
            }
        }
    }
}

#[test]
fn the_figures_of_every_method_are_listed() {
    let words = Words::new(Lang::Es);
    let listed = samples::games::listed(&Frame::new(720.0, &words));
    for name in [
        "influence-graph",
        "micmac-potential",
        "mactor-plane",
        "mactor-strength",
        "mactor-positions",
        "mactor-convergence",
        "mactor-divergence",
        "mactor-map",
        "smic-scenarios",
        "smic-correction",
        "smic-sensitivity",
        "abacus-R1",
        "multipol-plane",
        "multipol-profiles",
    ] {
        assert!(listed.iter().any(|own| own == name), "{name} is not among {listed:?}");
    }
}

#[test]
fn an_empty_study_has_no_figure_and_no_panic() {
    use atalaya_charts::figures::{Scene, list};
    let study = atalaya_model::Study::default();
    let findings = atalaya_analysis::findings::Findings::default();
    let words = Words::new(Lang::Es);
    let scene = Scene::new(&study, &findings, &words);
    let frame = Frame::new(720.0, &words);
    let drawn: Vec<_> = list(&scene).into_iter().filter(|f| f.draw(&frame).is_some()).collect();
    assert!(drawn.is_empty(), "{drawn:?}");
}
