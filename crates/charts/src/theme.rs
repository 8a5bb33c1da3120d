//! Colour: ink on paper, its dark twin and a print form; one accent, one warning; the Okabe-Ito set for groups;
//! sequential and diverging scales that are even in OKLab (Ottosson 2020), so that equal steps look equal.

/// A colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl std::fmt::Display for Rgb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl Rgb {
    /// Relative luminance (WCAG 2.2), 0 to 1.
    #[must_use]
    pub fn luminance(self) -> f64 {
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Contrast ratio against another colour (WCAG 2.2), 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Rgb) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The colour a share `t` of the way to another, in OKLab.
    #[must_use]
    pub fn mix(self, other: Rgb, t: f64) -> Rgb {
        let t = t.clamp(0.0, 1.0);
        let (a, b) = (to_oklab(self), to_oklab(other));
        from_oklab([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t])
    }
}

fn linear(channel: u8) -> f64 {
    let c = f64::from(channel) / 255.0;
    if c <= 0.040_45 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
}

fn encoded(c: f64) -> u8 {
    let c = c.clamp(0.0, 1.0);
    let e = if c <= 0.003_130_8 { c * 12.92 } else { 1.055 * libm::pow(c, 1.0 / 2.4) - 0.055 };
    (e * 255.0).round() as u8
}

fn to_oklab(colour: Rgb) -> [f64; 3] {
    let (r, g, b) = (linear(colour.0), linear(colour.1), linear(colour.2));
    let l = libm::cbrt(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b);
    let m = libm::cbrt(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b);
    let s = libm::cbrt(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b);
    [
        0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
        1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
        0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
    ]
}

fn from_oklab(lab: [f64; 3]) -> Rgb {
    let l = lab[0] + 0.396_337_777_4 * lab[1] + 0.215_803_757_3 * lab[2];
    let m = lab[0] - 0.105_561_345_8 * lab[1] - 0.063_854_172_8 * lab[2];
    let s = lab[0] - 0.089_484_177_5 * lab[1] - 1.291_485_548_0 * lab[2];
    let (l, m, s) = (l * l * l, m * m * m, s * s * s);
    Rgb(
        encoded(4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s),
        encoded(-1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s),
        encoded(-0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s),
    )
}

/// The themes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Ink on paper.
    #[default]
    Light,
    /// Paper on ink.
    Dark,
    /// Ink on white, for printed documents.
    Print,
}

/// The colours of a theme.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// Background.
    pub paper: Rgb,
    /// A surface that stands off the background.
    pub surface: Rgb,
    /// Text and data.
    pub ink: Rgb,
    /// Second text: AA on the background and the surface.
    pub muted: Rgb,
    /// Axes and outlines that must be seen (3:1).
    pub rule: Rgb,
    /// Grid and separators.
    pub grid: Rgb,
    /// What matters.
    pub accent: Rgb,
    /// A pale area of the accent.
    pub accent_pale: Rgb,
    /// A warning as a mark (3:1).
    pub warning: Rgb,
    /// A warning as a text (AA).
    pub warning_ink: Rgb,
    /// A pale area of the warning.
    pub warning_pale: Rgb,
    low: Rgb,
    high: Rgb,
    negative: Rgb,
    neutral: Rgb,
    positive: Rgb,
    groups: [Rgb; 7],
    votes: [Rgb; 5],
}

impl Theme {
    /// Its colours.
    #[must_use]
    pub fn palette(self) -> Palette {
        let light = Palette {
            paper: Rgb(0xfc, 0xfb, 0xf8),
            surface: Rgb(0xf3, 0xf1, 0xea),
            ink: Rgb(0x1c, 0x20, 0x24),
            muted: Rgb(0x59, 0x60, 0x67),
            rule: Rgb(0x8a, 0x90, 0x94),
            grid: Rgb(0xe3, 0xe0, 0xd8),
            accent: Rgb(0x0d, 0x6e, 0x6e),
            accent_pale: Rgb(0xdc, 0xeb, 0xe8),
            warning: Rgb(0xb7, 0x79, 0x1f),
            warning_ink: Rgb(0x8a, 0x58, 0x0e),
            warning_pale: Rgb(0xf7, 0xea, 0xcf),
            low: Rgb(0xf0, 0xf1, 0xec),
            high: Rgb(0x08, 0x4c, 0x4f),
            negative: Rgb(0x9a, 0x45, 0x14),
            neutral: Rgb(0xf0, 0xee, 0xe8),
            positive: Rgb(0x0b, 0x5a, 0x74),
            // Okabe and Ito (2008), the yellow darkened to keep 3:1 on paper.
            groups: [
                Rgb(0x00, 0x72, 0xb2),
                Rgb(0xd5, 0x5e, 0x00),
                Rgb(0x00, 0x8a, 0x66),
                Rgb(0xb4, 0x5f, 0x90),
                Rgb(0xb0, 0x7d, 0x00),
                Rgb(0x3a, 0x91, 0xc4),
                Rgb(0x1c, 0x20, 0x24),
            ],
            votes: [
                Rgb(0xb3, 0x34, 0x2e),
                Rgb(0xf1, 0xb5, 0xb8),
                Rgb(0xf4, 0xd9, 0x6b),
                Rgb(0xae, 0xd8, 0xa1),
                Rgb(0x1e, 0x76, 0x46),
            ],
        };
        match self {
            Theme::Light => light,
            Theme::Print => Palette {
                paper: Rgb(0xff, 0xff, 0xff),
                surface: Rgb(0xf4, 0xf4, 0xf2),
                grid: Rgb(0xe2, 0xe2, 0xe0),
                low: Rgb(0xf3, 0xf4, 0xf1),
                neutral: Rgb(0xf3, 0xf2, 0xef),
                ..light
            },
            Theme::Dark => Palette {
                paper: Rgb(0x15, 0x19, 0x1c),
                surface: Rgb(0x1f, 0x25, 0x29),
                ink: Rgb(0xec, 0xea, 0xe4),
                muted: Rgb(0xa6, 0xad, 0xb1),
                rule: Rgb(0x7a, 0x82, 0x87),
                grid: Rgb(0x2e, 0x35, 0x3a),
                accent: Rgb(0x5c, 0xc4, 0xbd),
                accent_pale: Rgb(0x17, 0x38, 0x38),
                warning: Rgb(0xe0, 0xa9, 0x4a),
                warning_ink: Rgb(0xe6, 0xb4, 0x5f),
                warning_pale: Rgb(0x3d, 0x31, 0x18),
                low: Rgb(0x22, 0x29, 0x2d),
                high: Rgb(0x8b, 0xe3, 0xd9),
                negative: Rgb(0xf0, 0x9a, 0x5e),
                neutral: Rgb(0x2a, 0x31, 0x35),
                positive: Rgb(0x6c, 0xbd, 0xe0),
                groups: [
                    Rgb(0x56, 0xb4, 0xe9),
                    Rgb(0xe6, 0x7e, 0x32),
                    Rgb(0x2f, 0xc0, 0x97),
                    Rgb(0xcc, 0x79, 0xa7),
                    Rgb(0xf0, 0xe4, 0x42),
                    Rgb(0x8d, 0xa9, 0xe8),
                    Rgb(0xec, 0xea, 0xe4),
                ],
                votes: [
                    Rgb(0xc2, 0x45, 0x3c),
                    Rgb(0xd9, 0x9a, 0xa4),
                    Rgb(0xdd, 0xc2, 0x5a),
                    Rgb(0x8f, 0xc4, 0x86),
                    Rgb(0x23, 0x7f, 0x4f),
                ],
            },
        }
    }
}

impl Palette {
    /// The sequential scale at `t` in [0, 1]: near the background at 0, strong at 1.
    #[must_use]
    pub fn sequential(&self, t: f64) -> Rgb {
        self.low.mix(self.high, t)
    }

    /// The diverging scale at `t` in [-1, 1]: against, neutral, in favour.
    #[must_use]
    pub fn diverging(&self, t: f64) -> Rgb {
        if t < 0.0 { self.neutral.mix(self.negative, -t) } else { self.neutral.mix(self.positive, t) }
    }

    /// The colour of a group; they repeat after seven, which is why a group also has a mark.
    #[must_use]
    pub fn group(&self, index: usize) -> Rgb {
        self.groups[index % self.groups.len()]
    }

    /// The colour of a vote of Régnier's abacus: 1 red, 2 pink, 3 yellow, 4 light green, 5 dark green.
    #[must_use]
    pub fn vote(&self, colour: u8) -> Rgb {
        self.votes[usize::from(colour.clamp(1, 5) - 1)]
    }

    /// A colour of marks as a colour of texts: as far towards the ink as AA on paper asks.
    #[must_use]
    pub fn as_text(&self, colour: Rgb) -> Rgb {
        let shade = |step: u8| colour.mix(self.ink, f64::from(step) / 10.0);
        (0..10).map(shade).find(|own| own.contrast(self.paper) >= 4.5).unwrap_or(self.ink)
    }

    /// Ink or paper, whichever reads better on a colour; on mid-tones, where neither reaches AA, black or white.
    #[must_use]
    pub fn on(&self, ground: Rgb) -> Rgb {
        let better = |a: Rgb, b: Rgb| if a.contrast(ground) >= b.contrast(ground) { a } else { b };
        let own = better(self.ink, self.paper);
        if own.contrast(ground) >= 4.5 { own } else { better(Rgb(0, 0, 0), Rgb(0xff, 0xff, 0xff)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_marks_keep_their_contrast() {
        for theme in [Theme::Light, Theme::Dark, Theme::Print] {
            let p = theme.palette();
            for text in [p.ink, p.muted, p.accent, p.warning_ink] {
                for ground in [p.paper, p.surface] {
                    assert!(
                        text.contrast(ground) >= 4.5,
                        "{theme:?} {text} on {ground}: {}",
                        text.contrast(ground)
                    );
                }
            }
            assert!(p.accent.contrast(p.accent_pale) >= 4.5);
            assert!(p.warning_ink.contrast(p.warning_pale) >= 4.5);
            for mark in p.groups.into_iter().chain([p.warning, p.rule]) {
                assert!(mark.contrast(p.paper) >= 3.0, "{theme:?} {mark}: {}", mark.contrast(p.paper));
            }
            for group in p.groups {
                assert!(p.as_text(group).contrast(p.paper) >= 4.5, "{theme:?} {group}");
            }
            for ground in p.votes {
                assert!(p.on(ground).contrast(ground) >= 4.5, "{theme:?} {ground}");
            }
            for step in 0..=20 {
                let t = f64::from(step) / 20.0;
                for ground in [p.sequential(t), p.diverging(2.0 * t - 1.0)] {
                    assert!(p.on(ground).contrast(ground) >= 4.5, "{theme:?} {t} {ground}");
                }
            }
        }
    }

    #[test]
    fn the_sequential_scale_has_even_steps_of_lightness() {
        let p = Theme::Light.palette();
        let lightness: Vec<f64> = (0..=10).map(|i| to_oklab(p.sequential(f64::from(i) / 10.0))[0]).collect();
        let steps: Vec<f64> = lightness.windows(2).map(|w| w[0] - w[1]).collect();
        let mean = steps.iter().sum::<f64>() / steps.len() as f64;
        assert!(steps.iter().all(|s| (s - mean).abs() < mean * 0.15), "{steps:?}");
    }
}
