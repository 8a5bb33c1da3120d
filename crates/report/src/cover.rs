//! The cover's ruler: the years from the base to the horizon, as an instrument would be graduated.

use std::fmt::Write;

use crate::doc::Span;

/// The colours of a ruler.
pub(crate) struct Ink<'a> {
    /// Graduation and figures.
    pub line: &'a str,
    /// Base year, horizon and what lies between.
    pub accent: &'a str,
}

/// A picture 720 wide of the years of a study. Decorative: the years stand in the facts of the cover too.
pub(crate) fn ruler(span: &Span, ink: &Ink<'_>) -> String {
    let years = (span.horizon - span.base).max(1);
    let x = |year: i32| 5.0 + 710.0 * f64::from(year - span.base) / f64::from(years);
    let mut out = String::from(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 58" width="720" height="58" font-family="Noto Sans, sans-serif" font-size="13">"#,
    );
    let (line, accent) = (ink.line, ink.accent);
    // Beyond sixty years a tick a year would be a grey band.
    let step = if years > 60 { 5 } else { 1 };
    for year in (span.base..=span.horizon).filter(|y| (y - span.base) % step == 0 || y % 5 == 0) {
        let top = if year % 10 == 0 {
            15
        } else if year % 5 == 0 {
            20
        } else {
            25
        };
        let at = x(year);
        let _ = write!(out, r#"<path d="M{at:.1} {top}V32" stroke="{line}" stroke-width="1"/>"#);
    }
    let (from, to) = (x(span.base), x(span.horizon));
    let _ = write!(out, r#"<path d="M{from:.1} 32H{to:.1}" stroke="{accent}" stroke-width="2.5"/>"#);
    let mut label = |year: i32, anchor: &str, weight: u16, colour: &str| {
        let at = x(year);
        let _ = write!(
            out,
            r#"<circle cx="{at:.1}" cy="32" r="4.5" fill="{colour}"/><text x="{:.1}" y="54" text-anchor="{anchor}" font-weight="{weight}" fill="{colour}">{year}</text>"#,
            if anchor == "start" {
                at - 4.5
            } else if anchor == "end" {
                at + 4.5
            } else {
                at
            },
        );
    };
    label(span.base, "start", 400, line);
    for mark in &span.marks {
        // A name needs some 50 units; one that would touch the ends is left out.
        if x(*mark) - from > 60.0 && to - x(*mark) > 60.0 {
            label(*mark, "middle", 400, line);
        }
    }
    label(span.horizon, "end", 700, accent);
    out.push_str("</svg>");
    out
}
