//! Profiles of items over parallel axes, labelled at their ends.

use crate::axis::{Print, Scale, extent, padded, ticks};
use crate::font::{self, Weight};
use crate::frame::{Entry, Frame, Head, Page, Sign};
use crate::mark::{self, Shape};
use crate::svg::{Area, Paint, Path, Svg, Type};
use crate::theme::{Palette, Rgb};

/// A profile.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Its value on each axis.
    pub values: Vec<f64>,
    /// Whether it stands out, with a colour, marks and a label.
    pub shown: bool,
    /// Whether the finding is about it: a solid line, others dashed.
    pub strong: bool,
}

/// Profiles.
#[derive(Clone, Debug)]
pub struct Profiles {
    /// Titles and corner.
    pub head: Head,
    /// Code and name of each axis.
    pub axes: Vec<(String, String)>,
    /// Name of what the axes measure.
    pub measure: String,
    /// The profiles, the best first.
    pub profiles: Vec<Profile>,
    /// What the solid, the dashed and the grey lines are.
    pub legend: (String, String, String),
}

/// Draws profiles.
#[must_use]
pub fn profiles(spec: &Profiles, frame: &Frame<'_>) -> Svg {
    let mut page = Page::new(frame, &spec.head);
    let (ink, size) = (page.ink, page.label());
    let axes = spec.axes.len();
    let values = spec.profiles.iter().flat_map(|p| p.values.iter().copied());
    let span = padded(extent(values).unwrap_or((0.0, 1.0)), 0.05);
    let (list, decimals) = ticks(span.0, span.1, 6);
    let shown: Vec<&Profile> = spec.profiles.iter().filter(|p| p.shown && p.values.len() == axes).collect();
    let text = |p: &Profile| {
        if frame.narrow() { p.code.clone() } else { crate::rows::label(&p.code, &p.name) }
    };
    let sign = size * 1.1;
    let most = page.width() * if frame.narrow() { 0.2 } else { 0.3 };
    let room = shown.iter().map(|p| font::width(&text(p), size, Weight::Bold)).fold(0.0, f64::max).min(most);
    let left = page.left + size * 1.5 + page.tick_width(&list, decimals, Print::Number) + 9.0;
    let right = page.right - room - sign - size * 1.6;
    let wide = (right - left).max(40.0);
    let tall = (wide * if frame.narrow() { 1.2 } else { 0.66 }).max(shown.len() as f64 * size * 1.35);
    let plot = Area::new(left, page.top + size * 0.4, wide, tall);
    let sy = Scale::new(span, (plot.bottom(), plot.y));
    let pad = if axes > 1 { size * 0.6 } else { wide / 2.0 };
    let x = |axis: usize| plot.x + pad + (wide - pad) * axis as f64 / (axes.max(2) - 1) as f64;

    page.ticks_left(&sy, plot, &list, decimals, Print::Number, true);
    let name = font::shorten(&spec.measure, size, Weight::Bold, plot.h);
    page.canvas.text((page.left + size, plot.centre().1), &name, page.plain().bold().middle().upwards());
    for axis in 0..axes {
        page.canvas.line((x(axis), plot.y), (x(axis), plot.bottom()), Paint::line(ink.rule, 1.0));
    }
    let points = |p: &Profile| -> Vec<(f64, f64)> {
        p.values.iter().take(axes).enumerate().map(|(a, v)| (x(a), sy.held(*v))).collect()
    };
    for profile in spec.profiles.iter().filter(|p| !p.shown) {
        let paint = Paint::line(ink.rule, 0.9).opacity(0.45);
        page.canvas.open(&crate::rows::label(&profile.code, &profile.name));
        page.canvas.path(&Path::through(&points(profile)), paint);
        page.canvas.close();
    }
    let places = spread(
        &shown.iter().map(|p| points(p).last().map_or(0.0, |p| p.1)).collect::<Vec<_>>(),
        size * 1.3,
        plot,
    );
    let mut coded: Vec<(String, String)> = Vec::new();
    // The best is drawn last, over the others.
    for (index, profile) in shown.iter().enumerate().rev() {
        let colour = tone(&ink, index);
        let through = points(profile);
        page.canvas.open(&crate::rows::label(&profile.code, &profile.name));
        let paint = Paint::line(colour, if profile.strong { 2.2 } else { 1.5 });
        let paint = if profile.strong { paint } else { paint.dash(5.0, 3.0) };
        page.canvas.path(&Path::through(&through), paint);
        for at in &through {
            mark::draw(&mut page.canvas, Shape::group(index), *at, size * 0.32, colour, true, ink.paper);
        }
        let end = through.last().copied().unwrap_or_default();
        let (x, y) = (plot.right() + size * 1.3, places[index]);
        page.canvas.line(
            (end.0 + size * 0.4, end.1),
            (x - size * 0.2, y),
            Paint::line(colour, 0.8).opacity(0.7),
        );
        let at = (x + sign * 0.3, y);
        mark::draw(&mut page.canvas, Shape::group(index), at, size * 0.32, colour, true, ink.paper);
        let weight = if profile.strong { Weight::Bold } else { Weight::Regular };
        let label = font::shorten(&text(profile), size, weight, page.right - x - sign);
        page.canvas.text((x + sign, y + size * 0.35), &label, Type { weight, ..Type::new(size, ink.ink) });
        if label != crate::rows::label(&profile.code, &profile.name) {
            coded.insert(0, (profile.code.clone(), profile.name.clone()));
        }
        page.canvas.close();
    }
    let mut y = axis_names(&mut page, spec, plot, &x);
    let entries = entries(&page, spec, &shown);
    y = page.legend(&entries, y + size * 0.3);
    let mut key = if named(&page, spec, plot) { Vec::new() } else { spec.axes.clone() };
    key.extend(coded);
    key.retain(|(_, name)| !name.is_empty());
    if !key.is_empty() {
        y = page.key(&key, y + size * 0.5);
    }
    page.finish(y)
}

/// A colour that makes, with the mark of the same index, a pair of its own for some fifty profiles.
fn tone(ink: &Palette, index: usize) -> Rgb {
    ink.group(index + 3 * (index / 7))
}

/// Whether the axes have room for their names.
fn named(page: &Page<'_>, spec: &Profiles, plot: Area) -> bool {
    let step = plot.w / (spec.axes.len().max(2) - 1) as f64;
    !page.frame.narrow() && step >= page.label() * 7.5 && spec.axes.iter().any(|a| !a.1.is_empty())
}

/// Writes the names of the axes below the plot; returns the bottom.
fn axis_names(page: &mut Page<'_>, spec: &Profiles, plot: Area, x: &dyn Fn(usize) -> f64) -> f64 {
    let (ink, size) = (page.ink, page.label());
    let named = named(page, spec, plot);
    let step = plot.w / (spec.axes.len().max(2) - 1) as f64;
    let mut bottom = plot.bottom() + size * 1.6;
    for (axis, (code, name)) in spec.axes.iter().enumerate() {
        let room = step - size * 0.8;
        let lines = if named { font::wrap(name, size, Weight::Regular, room, 2) } else { Vec::new() };
        let code = font::shorten(code, size, Weight::Bold, room.max(size * 1.6));
        let widest = font::widest(lines.iter().map(String::as_str), size, Weight::Regular);
        let half = widest.max(font::width(&code, size, Weight::Bold)) / 2.0;
        let at = x(axis).clamp(page.left + half, page.right - half);
        page.canvas.text((at, plot.bottom() + size * 1.3), &code, page.plain().bold().middle());
        for (index, line) in lines.iter().enumerate() {
            let y = plot.bottom() + size * (2.5 + 1.2 * index as f64);
            page.canvas.text((at, y), line, Type::new(size, ink.muted).middle());
            bottom = bottom.max(y + size * 0.4);
        }
    }
    bottom
}

fn entries(page: &Page<'_>, spec: &Profiles, shown: &[&Profile]) -> Vec<Entry> {
    let ink = page.ink;
    let mut out = Vec::new();
    let mut put = |any: bool, sign: Sign, text: &str| {
        if any && !text.is_empty() {
            out.push(Entry { sign, text: text.to_owned() });
        }
    };
    put(shown.iter().any(|p| p.strong), Sign::Stroke(ink.ink, 2.2, None), &spec.legend.0);
    put(shown.iter().any(|p| !p.strong), Sign::Stroke(ink.ink, 1.5, Some((5.0, 3.0))), &spec.legend.1);
    put(spec.profiles.iter().any(|p| !p.shown), Sign::Stroke(ink.rule, 0.9, None), &spec.legend.2);
    out
}

/// Heights as near as may be to those wished for, at least `gap` apart and inside the plot, in the order of the input.
fn spread(wished: &[f64], gap: f64, plot: Area) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wished.len()).collect();
    order.sort_by(|a, b| wished[*a].total_cmp(&wished[*b]).then(a.cmp(b)));
    let mut out = wished.to_vec();
    let mut free = plot.y;
    for i in &order {
        out[*i] = out[*i].max(free);
        free = out[*i] + gap;
    }
    let mut last = plot.bottom();
    for i in order.iter().rev() {
        out[*i] = out[*i].min(last);
        last = out[*i] - gap;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_keep_apart_and_inside() {
        let plot = Area::new(0.0, 10.0, 100.0, 100.0);
        let out = spread(&[50.0, 50.0, 109.0, 108.0, 12.0], 15.0, plot);
        let mut sorted = out.clone();
        sorted.sort_by(f64::total_cmp);
        assert!(sorted.windows(2).all(|w| w[1] - w[0] >= 15.0 - 1e-9), "{out:?}");
        assert!(sorted[0] >= 10.0 && sorted[4] <= 110.0);
        assert!(out[3] < out[2] && out[0] < out[1]);
    }
}
