//! The project file of ScenarioWizard 4. Sections that this program does not change are written as they were read.

use std::fmt::Write as _;

use atalaya_model::{Diagnostic, Place};

use super::{Descriptor, Matrix, Name, check_shape, fault, impact, printed, scaled};
use crate::sheet::{Encoding, decode};

/// A project file: its matrix, and everything else as it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Scw {
    /// The matrix with its names.
    pub matrix: Matrix,
    /// What was read, so that only what changed is written anew.
    read: Matrix,
    /// The names, the texts, an empty section, the colours, an empty section, the matrix, and all that follows; each
    /// with its line ends, without the line `#` that ends it.
    sections: [String; 7],
    /// The lines `#` between them.
    marks: Vec<String>,
    encoding: Encoding,
    bom: bool,
}

/// Whether the bytes begin as a project file does.
#[must_use]
pub fn is_scw(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = &bytes[..bytes.len().min(16)];
    start.trim_ascii_start().starts_with(b"$ ScenarioWizard")
}

/// A name with its long form: `SHORT "Long name"`.
fn name(text: &str) -> Name {
    let text = text.trim();
    if let Some(inner) = text.strip_suffix('"')
        && let Some((short, long)) = inner.split_once('"')
        && !long.contains('"')
    {
        return Name { short: short.trim().to_owned(), long: Some(long.to_owned()) };
    }
    Name::of(text)
}

fn name_out(name: &Name) -> String {
    // A line is a name: what would end it becomes a blank.
    let text = match &name.long {
        Some(long) => format!("{} \"{long}\"", name.short),
        None => name.short.clone(),
    };
    text.replace(['\r', '\n'], " ")
}

/// Reads a project file.
pub fn read(file: &str, bytes: &[u8], out: &mut Vec<Diagnostic>) -> Option<Scw> {
    let (text, encoding) = decode(file, bytes, out);
    let bom = bytes.starts_with(b"\xef\xbb\xbf");
    let mut sections: [String; 7] = Default::default();
    let mut starts = [1_u32; 7];
    let mut marks = Vec::new();
    let mut section = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        if section < 6 && line.trim_end() == "#" {
            section += 1;
            marks.push(line.to_owned());
            starts[section] = number + 1;
        } else {
            sections[section].push_str(line);
        }
    }
    if !is_scw(bytes) {
        out.push(fault(Place::at(file, 1, 1), "no-header"));
        return None;
    }
    let (title, descriptors) = names(file, &sections[0], out)?;
    let end = Place::at(file, starts[section].saturating_sub(1), 1);
    if !check_shape(&descriptors, &Place::at(file, 3, 1), out) {
        return None;
    }
    if section < 5 {
        out.push(fault(end, "truncated").with("found", section).with("expected", 6));
        return None;
    }
    let variants: usize = descriptors.iter().map(|d| d.variants.len()).sum();
    let (cells, scale) = matrix(file, &sections[5], starts[5], variants, out)?;
    let matrix = Matrix { title, descriptors, cells, scale };
    Some(Scw { read: matrix.clone(), matrix, sections, marks, encoding, bom })
}

fn names(file: &str, text: &str, out: &mut Vec<Diagnostic>) -> Option<(String, Vec<Descriptor>)> {
    let mut lines = text.lines();
    lines.next();
    let title = lines.next().unwrap_or_default().trim().to_owned();
    let mut descriptors: Vec<Descriptor> = Vec::new();
    for (index, line) in lines.enumerate() {
        let place = Place::at(file, u32::try_from(index + 3).unwrap_or(u32::MAX), 1);
        let trimmed = line.trim_start();
        if let Some(rest) = trimmed.strip_prefix('&') {
            descriptors.push(Descriptor { name: name(rest), variants: Vec::new() });
        } else if let Some(rest) = trimmed.strip_prefix('-') {
            let Some(last) = descriptors.last_mut() else {
                out.push(fault(place, "variant-first"));
                return None;
            };
            last.variants.push(name(rest));
        } else if !trimmed.is_empty() {
            out.push(fault(place, "line").with("text", shortened(trimmed)));
            return None;
        }
    }
    Some((title, descriptors))
}

/// What a message can quote of a line.
fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

fn matrix(
    file: &str,
    text: &str,
    start: u32,
    variants: usize,
    out: &mut Vec<Diagnostic>,
) -> Option<(Vec<i32>, i32)> {
    let mut impacts = Vec::with_capacity(variants * variants);
    let mut lines = Vec::with_capacity(variants);
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let number = start.saturating_add(u32::try_from(index).unwrap_or(u32::MAX));
        lines.push(number);
        let before = impacts.len();
        let line = line.trim_end().strip_suffix(',').unwrap_or(line);
        for (column, cell) in line.split(',').enumerate() {
            let Some(read) = impact(cell) else {
                let place = Place::at(file, number, u32::try_from(column + 1).unwrap_or(u32::MAX));
                out.push(fault(place, "cell").with("text", shortened(cell.trim())));
                return None;
            };
            impacts.push(read);
        }
        let found = impacts.len() - before;
        if found != variants {
            let place = Place::at(file, number, 1);
            out.push(fault(place, "columns").with("found", found).with("expected", variants));
            return None;
        }
        if lines.len() > variants {
            break;
        }
    }
    if lines.len() != variants {
        let place = Place::at(file, lines.last().copied().unwrap_or(start), 1);
        let more = text.lines().filter(|line| !line.trim().is_empty()).count();
        out.push(fault(place, "rows").with("found", more).with("expected", variants));
        return None;
    }
    match scaled(&impacts) {
        Ok(done) => Some(done),
        Err(index) => {
            let column = u32::try_from(index % variants + 1).unwrap_or(u32::MAX);
            let place = Place::at(file, lines[index / variants], column);
            out.push(fault(place, "large").with("text", impacts[index].0));
            None
        }
    }
}

impl Scw {
    /// A project file for a matrix that came from elsewhere.
    #[must_use]
    pub fn new(matrix: Matrix) -> Self {
        let marks = vec!["#\n".to_owned(); 6];
        // An empty judgement text, and the two marks that end the file.
        let last = "# 0-0\n\"\"\n#\n#\n".to_owned();
        let sections =
            [String::new(), String::new(), String::new(), String::new(), String::new(), String::new(), last];
        let read = Matrix::default();
        Self { matrix, read, sections, marks, encoding: Encoding::Utf8, bom: false }
    }

    /// The bytes of the file. Texts, colours and judgement texts are written as they were read while the descriptors
    /// and variants are the same in number; names and matrix where nothing in them changed.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let end = if self.marks.first().is_some_and(|mark| mark.ends_with("\r\n")) { "\r\n" } else { "\n" };
        let (now, then) = (&self.matrix, &self.read);
        let same_shape = now.sizes() == then.sizes();
        let same_names = now.title == then.title && now.descriptors == then.descriptors;
        let mut text = String::new();
        for (index, section) in self.sections.iter().enumerate() {
            match index {
                0 if !same_names => text.push_str(&self.names_out(end)),
                1 if !same_shape => {
                    for d in &now.descriptors {
                        let _ = write!(text, "&{end}{}", format!(" {end}").repeat(d.variants.len()));
                    }
                }
                3 if !same_shape => text.push_str(&format!("FFFFFF{end}").repeat(now.variants())),
                5 if !same_shape || now.cells != then.cells || now.scale != then.scale => {
                    for row in now.cells.chunks(now.variants().max(1)) {
                        let cells =
                            row.iter().map(|&cell| format!("{:>2} ", printed(i64::from(cell), now.scale)));
                        let _ = write!(text, "{}{end}", cells.collect::<Vec<_>>().join(","));
                    }
                }
                6 if !same_shape => {
                    let _ = write!(text, "# 0-0{end}\"\"{end}#{end}#{end}");
                }
                _ => text.push_str(section),
            }
            text.push_str(self.marks.get(index).map_or("", String::as_str));
        }
        if self.encoding == Encoding::Windows1252 {
            let (bytes, _, unmappable) = encoding_rs::WINDOWS_1252.encode(&text);
            if !unmappable {
                return bytes.into_owned();
            }
        }
        let mut bytes = if self.bom { b"\xef\xbb\xbf".to_vec() } else { Vec::new() };
        bytes.extend_from_slice(text.as_bytes());
        bytes
    }

    fn names_out(&self, end: &str) -> String {
        let head = self.sections[0].lines().next().unwrap_or("$ ScenarioWizard 4.0");
        let mut text = format!("{head}{end}{}{end}", self.matrix.title.replace(['\r', '\n'], " "));
        for d in &self.matrix.descriptors {
            let _ = write!(text, "&{}{end}", name_out(&d.name));
            for variant in &d.variants {
                let _ = write!(text, " -{}{end}", name_out(variant));
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = "$ ScenarioWizard 4.0\nTwo\n&A \"Long A\"\n -a1\n -a2\n&B\n -b1\n#\n&\n \n \n&\n \n#\n#\nFFFFFF\n00FF00\n0000FF\n#\n#\n 0 , 0 , 1 \n 0 , 0 ,-2 \n 3 ,-1 , 0 \n#\n# 0-0\n\"why \n# not\"\n#\n#\n";

    fn small(text: &[u8]) -> (Option<Scw>, Vec<Diagnostic>) {
        let mut out = Vec::new();
        (read("x.scw", text, &mut out), out)
    }

    #[test]
    fn names_and_cells_are_read() {
        let (scw, out) = small(SMALL.as_bytes());
        let scw = scw.unwrap();
        assert!(out.is_empty());
        assert_eq!(scw.matrix.sizes(), [2, 1]);
        assert_eq!(scw.matrix.descriptors[0].name, Name { short: "A".into(), long: Some("Long A".into()) });
        assert_eq!(scw.matrix.cells, [0, 0, 1, 0, 0, -2, 3, -1, 0]);
    }

    #[test]
    fn what_is_not_touched_is_written_as_it_was() {
        for text in [SMALL.to_owned(), SMALL.replace('\n', "\r\n"), format!("\u{feff}{SMALL}")] {
            let (scw, _) = small(text.as_bytes());
            assert_eq!(scw.unwrap().to_bytes(), text.as_bytes());
        }
        let latin = SMALL.as_bytes().iter().map(|&b| if b == b'y' { 0xf3 } else { b }).collect::<Vec<_>>();
        assert_eq!(small(&latin).0.unwrap().to_bytes(), latin);
    }

    #[test]
    fn a_changed_cell_changes_its_section_only() {
        let mut scw = small(SMALL.as_bytes()).0.unwrap();
        scw.matrix.cells[2] = -3;
        let text = String::from_utf8(scw.to_bytes()).unwrap();
        assert_eq!(text, SMALL.replace(" 0 , 0 , 1 ", " 0 , 0 ,-3 "));
        scw.matrix.title = "Three".into();
        assert!(
            String::from_utf8(scw.to_bytes())
                .unwrap()
                .starts_with("$ ScenarioWizard 4.0\nThree\n&A \"Long A\"\n")
        );
    }

    #[test]
    fn a_matrix_from_elsewhere_comes_back() {
        let matrix = small(SMALL.as_bytes()).0.unwrap().matrix;
        let bytes = Scw::new(matrix.clone()).to_bytes();
        assert_eq!(small(&bytes).0.unwrap().matrix, matrix);
        let tenths = Matrix { cells: vec![0, 0, 15, 0, 0, -2, 3, -10, 0], scale: 10, ..matrix };
        assert_eq!(small(&Scw::new(tenths.clone()).to_bytes()).0.unwrap().matrix, tenths);
    }

    #[test]
    fn every_cut_of_a_file_is_said_and_none_panics() {
        for end in 0..SMALL.len() {
            let (scw, out) = small(&SMALL.as_bytes()[..end]);
            assert!(scw.is_some() || !out.is_empty(), "{end}");
        }
        for (from, to, fault) in [
            (" 3 ,-1 , 0 \n", "", "rows"),
            (",-1 ", "", "columns"),
            ("-2 ", "zwei", "cell"),
            ("-2 ", "99999999999999", "large"),
            ("-2 ", "99999999999999999999999999", "cell"),
            ("&A \"Long A\"\n", "", "variant-first"),
            (" -b1\n", "", "no-variants"),
            ("$ ", "% ", "no-header"),
        ] {
            let (scw, out) = small(SMALL.replacen(from, to, 1).as_bytes());
            assert!(scw.is_none());
            assert!(out.iter().any(|d| d.args.contains(&("fault", fault.to_owned()))), "{from}: {out:?}");
        }
        let many = SMALL.replacen(" -b1\n", &" -b\n".repeat(10_000), 1);
        let (scw, out) = small(many.as_bytes());
        assert!(scw.is_none() && out.len() == 2, "{out:?}");
    }
}
