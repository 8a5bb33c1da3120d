//! Slides: the finding in large type at the same place on each, the drawing below, the sample and the provenance in the
//! bottom corners.

use atalaya_charts::font::{self, Weight};
use atalaya_charts::frame::Head;
use atalaya_charts::svg::{Area, Canvas, Paint, Type};
use atalaya_charts::theme::Theme;

use crate::svg;

/// The size of a slide, in its own units.
const SIZE: (f64, f64) = (1600.0, 900.0);
/// What is left free at its edges.
const MARGIN: f64 = 56.0;
/// Size of the title.
const TITLE: f64 = 38.0;
/// Size of the subtitle.
const SUBTITLE: f64 = 24.0;
/// Size of what the corners say.
const CORNER: f64 = 19.0;

/// A slide without its drawing.
pub(crate) struct Slide {
    title: Vec<String>,
    subtitle: Vec<String>,
    sample: Vec<String>,
    provenance: String,
    name: String,
    room: Area,
}

impl Slide {
    /// A slide with the titles and the corner of a picture.
    pub(crate) fn new(head: &Head) -> Self {
        let wide = SIZE.0 - 2.0 * MARGIN;
        // What says which of several slides this is stands at the end of the title's first line.
        let title = font::wrap(&head.title, TITLE, Weight::Bold, wide - 2.5 * TITLE, 3);
        let subtitle = font::wrap(&head.subtitle, SUBTITLE, Weight::Regular, wide, 3);
        let provenance = font::shorten(&head.provenance, CORNER, Weight::Regular, wide / 2.0);
        let beside = wide - font::width(&provenance, CORNER, Weight::Regular) - CORNER * 2.0;
        let sample = font::wrap(&head.sample, CORNER, Weight::Regular, beside, 3);
        let top = MARGIN + lines(&title) * TITLE * 1.25 + lines(&subtitle) * SUBTITLE * 1.35 + 18.0;
        let bottom = SIZE.1 - MARGIN * 0.6 - lines(&sample).max(1.0) * CORNER * 1.3 - 14.0;
        let room = Area::new(MARGIN, top, wide, bottom - top);
        Self { title, subtitle, sample, provenance, name: head.title.clone(), room }
    }

    /// Height over width of the room for the drawing.
    pub(crate) fn aspect(&self) -> f64 {
        self.room.h / self.room.w
    }

    /// The slide with a drawing, the so-many-eth of so many: as large as it can be, in the middle.
    pub(crate) fn holding(&self, drawing: &str, (at, count): (usize, usize)) -> String {
        let ink = Theme::Light.palette();
        let mut canvas = Canvas::default();
        let mut y = MARGIN;
        for line in &self.title {
            canvas.text((MARGIN, y + TITLE * 0.9), line, Type::new(TITLE, ink.ink).bold());
            y += TITLE * 1.25;
        }
        for line in &self.subtitle {
            canvas.text((MARGIN, y + SUBTITLE), line, Type::new(SUBTITLE, ink.muted));
            y += SUBTITLE * 1.35;
        }
        let right = SIZE.0 - MARGIN;
        if count > 1 {
            let set = Type::new(SUBTITLE, ink.muted).end();
            canvas.text((right, MARGIN + TITLE * 0.9), &format!("{at}/{count}"), set);
        }
        let quiet = Type::new(CORNER, ink.muted);
        let mut y = self.room.bottom() + 14.0;
        canvas.line((MARGIN, y), (right, y), Paint::line(ink.grid, 1.5));
        canvas.text((right, y + CORNER * 1.35), &self.provenance, quiet.end());
        for line in &self.sample {
            canvas.text((MARGIN, y + CORNER * 1.35), line, quiet);
            y += CORNER * 1.3;
        }
        let own = svg::aspect(drawing);
        let wide = f64::min(self.room.w, self.room.h / own);
        let tall = wide * own;
        let x = self.room.x + (self.room.w - wide) / 2.0;
        // What goes on begins at the same place on each slide.
        let y = if count > 1 { self.room.y } else { self.room.y + (self.room.h - tall) / 2.0 };
        // The drawing's own size gives way to the room that it has on the slide.
        let inner = svg::element(drawing);
        let (head, rest) = inner.split_at(inner.find('>').unwrap_or(0));
        let head = svg::without(&svg::without(head, "width"), "height");
        let (width, height) = SIZE;
        let name = atalaya_charts::svg::escape(&self.name);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"{family}, sans-serif\"><title>{name}</title><rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>{head} x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{tall:.1}\"{rest}{around}</svg>",
            family = font::FAMILY,
            paper = ink.paper,
            around = canvas.finish(),
        )
    }
}

fn lines(text: &[String]) -> f64 {
    text.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head() -> Head {
        Head {
            title: "Dos variables mueven las demás".to_owned(),
            subtitle: "Influencia y dependencia directas".to_owned(),
            sample: "n = 9".to_owned(),
            provenance: "Datos ilustrativos".to_owned(),
            ..Head::default()
        }
    }

    #[test]
    fn a_slide_holds_the_whole_drawing_below_its_title() {
        let drawing = "<svg viewBox=\"0 0 100 100\" width=\"100\" height=\"100\"><g/></svg>";
        let slide = Slide::new(&head());
        let whole = slide.holding(drawing, (1, 1));
        assert_eq!(svg::aspect(&whole), 9.0 / 16.0);
        let document = resvg::usvg::roxmltree::Document::parse(&whole).unwrap();
        let inner = document.descendants().filter(|node| node.has_tag_name("svg")).nth(1).unwrap();
        let value = |name: &str| inner.attribute(name).unwrap().parse::<f64>().unwrap();
        assert_eq!(value("width"), value("height"));
        assert!(value("y") >= slide.room.y - 0.1);
        assert!(value("y") + value("height") <= slide.room.bottom() + 0.1);
        assert!(!whole.contains("1/1"));
    }

    #[test]
    fn titles_stand_at_the_same_place_on_each_of_several_slides() {
        let low = "<svg viewBox=\"0 0 100 10\" width=\"100\" height=\"10\"></svg>";
        let tall = "<svg viewBox=\"0 0 10 100\" width=\"10\" height=\"100\"></svg>";
        let slide = Slide::new(&head());
        let title = |whole: &str| {
            let document = resvg::usvg::roxmltree::Document::parse(whole).unwrap();
            let text = document.descendants().find(|node| {
                node.has_tag_name("text") && node.text() == Some("Dos variables mueven las demás")
            });
            text.map(|node| node.attributes().map(|a| a.value().to_owned()).collect::<Vec<_>>()).unwrap()
        };
        let (first, second) = (slide.holding(low, (1, 2)), slide.holding(tall, (2, 2)));
        assert_eq!(title(&first), title(&second));
        assert!(first.contains(">1/2<") && second.contains(">2/2<"));
    }
}
