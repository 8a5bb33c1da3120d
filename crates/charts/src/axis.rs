//! Scales, round ticks and thin axes.

use crate::font::{self, Weight};
use crate::frame::Page;
use crate::svg::{Area, Paint};

/// A linear scale from values to px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The values at both ends.
    pub domain: (f64, f64),
    /// The px at both ends.
    pub range: (f64, f64),
}

impl Scale {
    /// A scale; where the ends of the domain are equal it is widened by one half on each side.
    #[must_use]
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        let domain =
            if (domain.1 - domain.0).abs() < 1e-12 { (domain.0 - 0.5, domain.1 + 0.5) } else { domain };
        Self { domain, range }
    }

    /// The px of a value; values beyond the ends go on.
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        let t = (value - self.domain.0) / (self.domain.1 - self.domain.0);
        self.range.0 + t * (self.range.1 - self.range.0)
    }

    /// The px of a value, held between the ends.
    #[must_use]
    pub fn held(&self, value: f64) -> f64 {
        let (low, high) = (self.range.0.min(self.range.1), self.range.0.max(self.range.1));
        self.at(value).clamp(low, high)
    }
}

/// Round ticks inside [low, high], about `count` of them, and the decimals that they need.
#[must_use]
pub fn ticks(low: f64, high: f64, count: usize) -> (Vec<f64>, usize) {
    if !low.is_finite() || !high.is_finite() || high - low < 1e-12 {
        return (vec![low], 1);
    }
    let raw = (high - low) / count.max(1) as f64;
    let power = libm::pow(10.0, libm::floor(libm::log10(raw)));
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|m| m * power)
        .find(|step| *step >= raw * (1.0 - 1e-9))
        .unwrap_or(10.0 * power);
    let decimals = (-libm::floor(libm::log10(step) + 1e-9)).max(0.0) as usize;
    let first = libm::ceil(low / step - 1e-9);
    let last = libm::floor(high / step + 1e-9);
    let number = (last - first).clamp(0.0, 100.0) as usize;
    ((0..=number).map(|i| (first + i as f64) * step).collect(), decimals)
}

/// The least and the greatest of some values; what is not finite is left out.
pub fn extent(values: impl IntoIterator<Item = f64>) -> Option<(f64, f64)> {
    values.into_iter().filter(|v| v.is_finite()).fold(None, |span, v| match span {
        None => Some((v, v)),
        Some((low, high)) => Some((low.min(v), high.max(v))),
    })
}

/// An extent grown by a share of itself on each side.
#[must_use]
pub fn padded(span: (f64, f64), share: f64) -> (f64, f64) {
    let by = if span.1 - span.0 > 1e-12 { (span.1 - span.0) * share } else { span.0.abs().max(1.0) * 0.1 };
    (span.0 - by, span.1 + by)
}

/// What ticks print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Print {
    /// Numbers of the language.
    Number,
    /// Years: four digits, never grouped.
    Year,
    /// Shares in [0, 1] as percentages.
    Percent,
}

impl Page<'_> {
    /// The text of a tick.
    #[must_use]
    pub fn tick(&self, value: f64, decimals: usize, print: Print) -> String {
        match print {
            Print::Number => self.frame.words.num(value, decimals),
            Print::Year => format!("{value:.0}"),
            Print::Percent => self.frame.words.percent(value, decimals.saturating_sub(2)),
        }
    }

    /// A value with about three significant digits and no trailing zeros.
    #[must_use]
    pub fn reading(&self, value: f64) -> String {
        let decimals = match value.abs() {
            v if v >= 100.0 || v == 0.0 => 0,
            v if v >= 10.0 => 1,
            v if v >= 1.0 => 2,
            _ => 3,
        };
        self.frame.words.short(value, decimals)
    }

    /// Height that the ticks of a horizontal axis take, without its name.
    #[must_use]
    pub fn tick_height(&self) -> f64 {
        self.label() * 1.75
    }

    /// Ticks below a plot, thinned so that their texts keep apart; grid lines where asked for.
    pub fn ticks_below(
        &mut self,
        scale: &Scale,
        plot: Area,
        values: &[f64],
        decimals: usize,
        print: Print,
        grid: bool,
    ) {
        let size = self.label();
        let mut free = f64::NEG_INFINITY;
        for value in values {
            let x = scale.at(*value);
            if x < plot.x - 0.5 || x > plot.right() + 0.5 {
                continue;
            }
            if grid {
                self.canvas.line((x, plot.y), (x, plot.bottom()), Paint::line(self.ink.grid, 1.0));
            } else {
                let end = plot.bottom() + 4.0;
                self.canvas.line((x, plot.bottom()), (x, end), Paint::line(self.ink.rule, 1.0));
            }
            let text = self.tick(*value, decimals, print);
            let half = font::width(&text, size, Weight::Regular) / 2.0;
            // A text at the edge of the frame is moved inwards.
            let middle = x.clamp(self.left + half - 8.0, self.right + 8.0 - half);
            if middle - half < free {
                continue;
            }
            free = middle + half + size * 0.7;
            self.canvas.text((middle, plot.bottom() + size * 1.3), &text, self.quiet().middle());
        }
    }

    /// Ticks left of a plot, with grid lines where asked for.
    pub fn ticks_left(
        &mut self,
        scale: &Scale,
        plot: Area,
        values: &[f64],
        decimals: usize,
        print: Print,
        grid: bool,
    ) {
        let size = self.label();
        for value in values {
            let y = scale.at(*value);
            if y < plot.y - 0.5 || y > plot.bottom() + 0.5 {
                continue;
            }
            if grid {
                self.canvas.line((plot.x, y), (plot.right(), y), Paint::line(self.ink.grid, 1.0));
            } else {
                self.canvas.line((plot.x - 4.0, y), (plot.x, y), Paint::line(self.ink.rule, 1.0));
            }
            let text = self.tick(*value, decimals, print);
            self.canvas.text((plot.x - 7.0, y + size * 0.35), &text, self.quiet().end());
        }
    }

    /// Width of the widest tick text.
    #[must_use]
    pub fn tick_width(&self, values: &[f64], decimals: usize, print: Print) -> f64 {
        let size = self.label();
        values
            .iter()
            .map(|v| font::width(&self.tick(*v, decimals, print), size, Weight::Regular))
            .fold(0.0, f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_inside() {
        assert_eq!(ticks(0.0, 10.0, 5), (vec![0.0, 2.0, 4.0, 6.0, 8.0, 10.0], 0));
        assert_eq!(ticks(0.13, 0.61, 5).0.len(), 5);
        assert_eq!(ticks(2003.0, 2030.0, 6).0, [2005.0, 2010.0, 2015.0, 2020.0, 2025.0, 2030.0]);
        assert_eq!(ticks(3.0, 3.0, 5).0, [3.0]);
        assert_eq!(ticks(0.0, 0.02, 4).1, 3);
    }

    #[test]
    fn a_flat_scale_does_not_divide_by_zero() {
        assert!((Scale::new((2.0, 2.0), (0.0, 10.0)).at(2.0) - 5.0).abs() < 1e-9);
    }
}
