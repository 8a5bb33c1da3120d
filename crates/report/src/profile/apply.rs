//! What a profile makes of a whole report: what it picks, what it leaves out, what no longer holds without that.

use std::collections::{BTreeMap, BTreeSet};

use atalaya_model::Lang;
use atalaya_words::Words;

use super::{Field, FromStudy, Part, Profile};
use crate::chapters::{abstracts, markdown, references};
use crate::doc::{Block, Cell, Document, Fact, Heading, Note, NoteKind, Numbering, RowKind, each_text};
use crate::resolve::SUMMARY;
use crate::rich::{Inline, Rich};

/// What a profile made of a report.
#[derive(Debug)]
pub struct Applied {
    /// The document.
    pub document: Document,
    /// Anchors that the profile takes and the report does not have.
    pub missing: Vec<String>,
    /// What its author is asked to write, by the names of lines and parts.
    pub to_write: Vec<String>,
}

impl Profile {
    /// The document that the profile makes of a whole report. `words` are those of the report.
    ///
    /// What it refers to and does not hold is called by its title instead of its number; sentences about what it does
    /// not hold are not in it.
    #[must_use]
    pub fn apply(&self, whole: &Document, words: &Words) -> Applied {
        let titles = titles(whole);
        let lang = whole.lang;
        let mut out =
            Document { decision: Vec::new(), blocks: Vec::new(), front: self.front, ..whole.clone() };
        if !self.kicker.get(lang).is_empty() {
            out.cover.kicker = self.kicker.get(lang).to_owned();
        }
        let mut to_write = self.title_page(&mut out, words);
        if self.decision {
            out.decision = whole.decision.clone();
        }
        let mut missing = Vec::new();
        let named: BTreeSet<&str> =
            self.parts.iter().flat_map(|part| &part.take).map(String::as_str).collect();
        let mut numbering = None;
        for part in &self.parts {
            if part.level == 1 || part.numbering.is_some() {
                numbering = part.numbering;
            }
            if part.asks(lang) {
                to_write.push(part.title.get(lang).to_owned());
            }
            // A section has a number where its chapter has one.
            let numbering = numbering.or((part.level > 1).then_some(Numbering::Chapter));
            out.blocks.extend(part.blocks(whole, numbering, &named, &mut missing, words));
        }
        if !self.notice.get(lang).is_empty() {
            // Below the first heading: a document opens with one.
            let after = usize::from(matches!(out.blocks.first(), Some(Block::Heading(_))));
            let body = markdown::blocks(self.notice.get(lang));
            let note = Note { kind: NoteKind::Plain, title: words.t("profile-notice"), body };
            out.blocks.insert(after, Block::Note(note));
        }
        out.blocks = self.kept(out.blocks);
        out.decision = self.kept(out.decision);
        if self.prose {
            out.blocks = with_findings(out.blocks);
        }
        out.blocks = merged(filled(out.blocks), &titles);
        settle(&mut out);
        cited_only(&mut out, self.only_cited);
        out.blocks = filled(out.blocks);
        let has = anchors(&out);
        let mut lost = |rich: &mut Rich| {
            rich.each(&mut |inline| match inline {
                Inline::Ref(anchor) if !has.contains(anchor) => {
                    *inline = Inline::Text(titles.get(anchor).cloned().unwrap_or_default());
                }
                Inline::RefAs(anchor, text) if !has.contains(anchor) => {
                    *inline = Inline::Text(std::mem::take(text));
                }
                _ => {}
            });
        };
        each_text(&mut out.blocks, &mut lost);
        each_text(&mut out.decision, &mut lost);
        for trace in &mut out.traces {
            trace.facts.iter_mut().for_each(|fact| lost(&mut fact.value));
        }
        out.cover.facts.iter_mut().for_each(|fact| lost(&mut fact.value));
        Applied { document: out, missing, to_write }
    }

    /// The lines of the title page, and the names of those that their author has yet to write.
    fn title_page(&self, out: &mut Document, words: &Words) -> Vec<String> {
        if self.fields.is_empty() {
            return Vec::new();
        }
        let mut to_write = Vec::new();
        out.cover.facts = Vec::new();
        out.cover.span = None;
        let mut lines: Vec<Fact> = Vec::new();
        for field in &self.fields {
            let name = field.name.get(out.lang);
            match field.said(out, words) {
                Some(said) if field.study == Some(FromStudy::Authors) => out.authors = vec![said],
                Some(said) => lines.push(Fact::new(name, said)),
                None => {
                    let ask = words.with("profile-write", &[("what", field.write.get(out.lang).into())]);
                    lines.push(Fact::new(name, Rich::default().strong(ask)));
                    to_write.push(name.to_owned());
                }
            }
        }
        if self.fields.iter().any(|field| field.study == Some(FromStudy::Date)) {
            out.date = String::new();
        }
        out.cover.facts = lines;
        to_write
    }

    /// Blocks without what the profile leaves out.
    fn kept(&self, blocks: Vec<Block>) -> Vec<Block> {
        let mut out = Vec::with_capacity(blocks.len());
        let mut leaving = None;
        for mut block in blocks {
            if let Block::Heading(heading) = &block {
                if leaving.is_some_and(|level| heading.level > level) {
                    continue;
                }
                leaving = self.leave.contains(&heading.anchor).then_some(heading.level);
            }
            if leaving.is_some() {
                continue;
            }
            let kept = match &mut block {
                Block::Table(table) => !self.leave.contains(&table.id),
                Block::Figure(figure) => !self.leave.contains(&figure.id),
                Block::Note(note) => self.methods || note.kind != NoteKind::Method,
                Block::Card(card) => {
                    card.body = self.kept(std::mem::take(&mut card.body));
                    true
                }
                Block::Why(_) => self.traces,
                _ => true,
            };
            if kept {
                out.push(block);
            }
        }
        out
    }
}

impl Field {
    /// What it says: what the profile gives, else the study.
    fn said(&self, document: &Document, words: &Words) -> Option<String> {
        let given = self.value.get(document.lang);
        let said = match self.study {
            _ if !given.is_empty() => given.to_owned(),
            Some(FromStudy::Authors) => words.list(&document.authors),
            Some(FromStudy::Date) => words.date(&document.date),
            None => String::new(),
        };
        Some(said).filter(|said| !said.is_empty())
    }
}

impl Part {
    /// Whether its author has yet to write it.
    fn asks(&self, lang: Lang) -> bool {
        !self.write.get(lang).is_empty() && self.text.get(lang).is_empty()
    }

    fn blocks(
        &self,
        whole: &Document,
        numbering: Option<Numbering>,
        named: &BTreeSet<&str>,
        missing: &mut Vec<String>,
        words: &Words,
    ) -> Vec<Block> {
        let lang = whole.lang;
        let title = self.title.get(lang);
        let mut taken = Vec::new();
        for anchor in &self.take {
            match piece(whole, anchor, named) {
                Some(blocks) => taken.push(blocks),
                None => missing.push(anchor.clone()),
            }
        }
        let mut text = markdown::blocks(self.text.get(lang));
        if self.asks(lang) {
            text.push(Block::Note(Note {
                kind: NoteKind::Gap,
                title: words.t("profile-to-write"),
                body: markdown::blocks(self.write.get(lang)),
            }));
        }
        let mut out = Vec::new();
        if title.is_empty() {
            if !taken.is_empty() {
                out.extend(text);
            }
            for blocks in taken {
                out.extend(levelled(blocks, self.level, numbering));
            }
            return out;
        }
        // One thing alone is the chapter itself; several are sections of it.
        let single = self.take.len() == 1;
        let own = match taken.first().and_then(|blocks| blocks.first()) {
            Some(Block::Heading(heading)) if single => heading.anchor.clone(),
            Some(Block::Heading(heading)) if self.anchor.is_empty() => format!("{}-part", heading.anchor),
            _ => self.anchor.clone(),
        };
        let numbering = numbering.unwrap_or(Numbering::Chapter);
        out.push(Block::Heading(Heading::new(self.level, title, own).numbered(numbering)));
        out.extend(text);
        for blocks in taken {
            let level = if single { self.level } else { self.level + 1 };
            let blocks = levelled(blocks, level, Some(numbering));
            out.extend(blocks.into_iter().skip(usize::from(single)));
        }
        out
    }
}

/// The whole report without sentences about what it does not hold.
pub(crate) fn settled(mut whole: Document) -> Document {
    settle(&mut whole);
    cited_only(&mut whole, false);
    whole.blocks = filled(whole.blocks);
    whole
}

/// Leaves out what speaks of parts that the document does not hold, and what is left without a word by that.
fn settle(document: &mut Document) {
    loop {
        let there = anchors(document);
        let has = |anchor: &str| there.contains(anchor);
        document.blocks = filled(speaking(std::mem::take(&mut document.blocks), &has));
        document.decision = speaking(std::mem::take(&mut document.decision), &has);
        document.cover.facts = facts(std::mem::take(&mut document.cover.facts), &has);
        optional(&mut document.cover.notice, &has);
        for trace in &mut document.traces {
            trace.facts = facts(std::mem::take(&mut trace.facts), &has);
        }
        // A section that lost its last sentence is gone too, and what speaks of it with it.
        if anchors(document) == there {
            return;
        }
    }
}

/// A text without what speaks of absent parts; `None` where that was all it said.
fn speak(rich: &mut Rich, has: &dyn Fn(&str) -> bool) -> Option<()> {
    let said = !rich.is_empty();
    *rich = std::mem::take(rich).without_absent(has);
    (!said || !rich.is_empty()).then_some(())
}

fn facts(all: Vec<Fact>, has: &dyn Fn(&str) -> bool) -> Vec<Fact> {
    all.into_iter().filter_map(|mut fact| speak(&mut fact.value, has).map(|()| fact)).collect()
}

fn speaking(blocks: Vec<Block>, has: &dyn Fn(&str) -> bool) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    let title = |block: &Block| matches!(block, Block::Paragraph(rich) if rich.is_heading());
    let mut left_out = false;
    for mut block in blocks {
        if !speaks(&mut block, has) {
            left_out = true;
            continue;
        }
        // Nothing may be left below a heading of what somebody wrote.
        if std::mem::take(&mut left_out) && (title(&block) || matches!(block, Block::Heading(_))) {
            out.pop_if(|last| title(last));
        }
        out.push(block);
    }
    if left_out {
        out.pop_if(|last| title(last));
    }
    out
}

/// Takes out of a block what speaks of absent parts; whether anything is left of it.
fn speaks(block: &mut Block, has: &dyn Fn(&str) -> bool) -> bool {
    let own = |rich: &mut Rich| speak(rich, has).is_some();
    match block {
        Block::Lead(rich) | Block::Paragraph(rich) => own(rich),
        Block::List { items, .. } => {
            let said = !items.is_empty();
            items.retain_mut(|item| own(item));
            !said || !items.is_empty()
        }
        Block::Facts(all) => {
            let said = !all.is_empty();
            *all = facts(std::mem::take(all), has);
            !said || !all.is_empty()
        }
        Block::Table(table) => {
            own(&mut table.caption);
            optional(&mut table.note, has);
            optional(&mut table.source, has);
            table.rows.retain_mut(|row| {
                let said = row.cells.iter_mut().all(|own| cell(own, has));
                said || row.kind != RowKind::Body
            });
            true
        }
        Block::Figure(figure) => {
            own(&mut figure.caption);
            optional(&mut figure.note, has);
            optional(&mut figure.source, has);
            true
        }
        Block::Note(note) => {
            note.body = speaking(std::mem::take(&mut note.body), has);
            !note.body.is_empty()
        }
        Block::Card(card) => {
            card.body = speaking(std::mem::take(&mut card.body), has);
            true
        }
        Block::References(_) | Block::Heading(_) | Block::Why(_) | Block::Traces | Block::PageBreak => true,
    }
}

/// The same of a text that may be missing.
fn optional(rich: &mut Option<Rich>, has: &dyn Fn(&str) -> bool) {
    *rich = rich.take().and_then(|mut rich| speak(&mut rich, has).map(|()| rich));
}

/// Whether a cell still says something, or never did.
fn cell(own: &mut Cell, has: &dyn Fn(&str) -> bool) -> bool {
    match own {
        Cell::Text(rich) => speak(rich, has).is_some(),
        Cell::Marked(_, inner) => cell(inner, has),
        Cell::Number { .. } | Cell::Empty => true,
    }
}

/// Blocks in which each section that begins with a figure or a table says first what its figures show.
fn with_findings(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut rest = blocks.as_slice();
    while let Some((first, after)) = rest.split_first() {
        out.push(first.clone());
        rest = after;
        if !matches!(first, Block::Heading(_)) {
            continue;
        }
        let end = rest.iter().position(|block| matches!(block, Block::Heading(_))).unwrap_or(rest.len());
        let section = &rest[..end];
        if !matches!(section.first(), Some(Block::Figure(_) | Block::Table(_))) {
            continue;
        }
        let found = section.iter().filter_map(|block| match block {
            Block::Figure(figure) if !figure.finding.is_empty() => Some(
                Rich::from(format!("{} (", figure.finding.trim_end_matches('.')))
                    .refer(figure.id.as_str())
                    .and(")."),
            ),
            _ => None,
        });
        let said = found.reduce(|all, sentence| all.and(" ").and(sentence));
        out.extend(said.map(Block::Paragraph));
    }
    out
}

/// Blocks in which no first section has the heading of its chapter: it is the chapter.
fn merged(mut blocks: Vec<Block>, titles: &BTreeMap<String, String>) -> Vec<Block> {
    let heading = |block: &Block| match block {
        Block::Heading(heading) => Some(heading.clone()),
        _ => None,
    };
    let mut at = 0;
    while at < blocks.len() {
        let Some(own) = heading(&blocks[at]) else {
            at += 1;
            continue;
        };
        let next = blocks[at + 1..].iter().position(|block| matches!(block, Block::Heading(_)));
        let next = next.map(|offset| at + 1 + offset);
        let inner = next.and_then(|next| Some((next, heading(blocks.get(next)?)?)));
        let Some((next, inner)) =
            inner.filter(|(_, inner)| inner.level == own.level + 1 && alike(&own.text, &inner.text))
        else {
            at += 1;
            continue;
        };
        blocks.remove(next);
        for block in &mut blocks[next..] {
            match block {
                Block::Heading(below) if below.level > inner.level => below.level -= 1,
                Block::Heading(_) => break,
                _ => {}
            }
        }
        if let Block::Heading(kept) = &mut blocks[at]
            && !titles.contains_key(&kept.anchor)
        {
            kept.anchor = inner.anchor;
        }
    }
    blocks
}

/// Whether two headings say the same, whatever their case and their articles.
pub(crate) fn alike(a: &str, b: &str) -> bool {
    const ARTICLES: [&str; 8] = ["el", "la", "los", "las", "the", "a", "an", "lo"];
    let bare = |text: &str| -> Vec<String> {
        let words = text.to_lowercase().replace("del ", "de ");
        let words = words.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        words.filter(|word| !ARTICLES.contains(word)).map(str::to_owned).collect()
    };
    bare(a) == bare(b)
}

/// Blocks without headings below which nothing stands; a trace alone is nothing.
fn filled(mut blocks: Vec<Block>) -> Vec<Block> {
    let says = |block: &Block| !matches!(block, Block::Why(_));
    loop {
        let end = |index: usize| {
            let Some(Block::Heading(own)) = blocks.get(index) else { return None };
            let rest = blocks.get(index + 1..)?;
            let next = index + 1 + rest.iter().position(says).unwrap_or(rest.len());
            match blocks.get(next) {
                Some(Block::Heading(other)) if other.level > own.level => None,
                Some(Block::Heading(_)) | None => Some((index, next)),
                Some(_) => None,
            }
        };
        let Some((start, end)) = (0..blocks.len()).find_map(end) else { return blocks };
        blocks.drain(start..end);
    }
}

/// What stands below the heading of an anchor, with it, less the sections that the profile takes by their own names.
fn piece(whole: &Document, anchor: &str, named: &BTreeSet<&str>) -> Option<Vec<Block>> {
    if anchor == SUMMARY {
        return None;
    }
    // The abstract in the document's language, and the other.
    let anchor = match anchor {
        "abstract-own" => &abstracts::anchor(whole.lang),
        "abstract-other" => &abstracts::anchor(whole.lang.other()),
        anchor => anchor,
    };
    let blocks = &whole.blocks;
    let is = |block: &Block| matches!(block, Block::Heading(heading) if heading.anchor == anchor);
    let start = blocks.iter().position(is)?;
    let Some(Block::Heading(own)) = blocks.get(start) else { return None };
    let ends = |block: &Block| matches!(block, Block::Heading(heading) if heading.level <= own.level);
    let length = blocks[start + 1..].iter().position(ends).unwrap_or(blocks.len() - start - 1);
    let mut out = Vec::with_capacity(length + 1);
    let mut elsewhere = None;
    for block in &blocks[start..=start + length] {
        if let Block::Heading(heading) = block {
            if elsewhere.is_some_and(|level| heading.level > level) {
                continue;
            }
            let other = heading.anchor != own.anchor && named.contains(heading.anchor.as_str());
            elsewhere = other.then_some(heading.level);
        }
        if elsewhere.is_none() {
            out.push(block.clone());
        }
    }
    Some(out)
}

/// The same blocks with their first heading at a level, the others as far below it as they were.
fn levelled(mut blocks: Vec<Block>, level: u8, numbering: Option<Numbering>) -> Vec<Block> {
    let Some(Block::Heading(first)) = blocks.first() else { return blocks };
    let from = first.level;
    for block in &mut blocks {
        if let Block::Heading(heading) = block {
            heading.level = (heading.level + level).saturating_sub(from).clamp(1, 4);
            if let Some(numbering) = numbering {
                heading.numbering = numbering;
            }
        }
    }
    blocks
}

/// How things are called where they are not at hand.
fn titles(document: &Document) -> BTreeMap<String, String> {
    let quoted = |text: &str| document.conventions().quoted(text);
    let mut out = BTreeMap::new();
    for block in document.decision.iter().chain(&document.blocks) {
        if let Block::Heading(heading) = block {
            out.insert(heading.anchor.clone(), quoted(&heading.text));
        }
        if let Block::References(references) = block {
            out.extend(references.iter().map(|r| (r.anchor.clone(), r.cited.clone())));
        }
    }
    let named = |id: &String, caption: &Rich| (id.clone(), quoted(&caption.plain()));
    out.extend(document.tables().into_iter().map(|table| named(&table.id, &table.caption)));
    out.extend(document.figures().into_iter().map(|figure| named(&figure.id, &figure.caption)));
    out
}

/// Everything that a reference in the document may lead to.
pub(crate) fn anchors(document: &Document) -> BTreeSet<String> {
    fn down(blocks: &[Block], out: &mut BTreeSet<String>) {
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    out.insert(heading.anchor.clone());
                }
                Block::Table(table) => {
                    out.insert(table.id.clone());
                }
                Block::Figure(figure) => {
                    out.insert(figure.id.clone());
                }
                Block::Note(note) => down(&note.body, out),
                Block::Card(card) => {
                    out.insert(card.anchor.clone());
                    down(&card.body, out);
                }
                Block::References(references) => out.extend(references.iter().map(|r| r.anchor.clone())),
                _ => {}
            }
        }
    }
    let mut out = BTreeSet::new();
    if document.blocks.iter().any(|block| matches!(block, Block::Traces)) {
        out.extend(document.traces.iter().map(|trace| trace.id.clone()));
    }
    if !document.decision.is_empty() {
        out.insert(SUMMARY.to_owned());
    }
    down(&document.decision, &mut out);
    down(&document.blocks, &mut out);
    out
}

/// Leaves in the references what the text cites: works of the program's methods by author and year; where `all`, those of
/// the study too, by the links that lead to them.
fn cited_only(document: &mut Document, all: bool) {
    let mut shown = BTreeSet::new();
    for block in document.decision.iter().chain(&document.blocks) {
        match block {
            Block::Why(trace) => {
                shown.insert(trace.clone());
            }
            Block::Traces => shown.extend(document.traces.iter().map(|trace| trace.id.clone())),
            _ => {}
        }
    }
    let traces: Vec<_> = document.traces.iter().filter(|trace| shown.contains(&trace.id)).cloned().collect();
    let mut text: Vec<Block> = document.decision.iter().chain(&document.blocks).cloned().collect();
    let mut cited = references::methods_cited(&references::said(&text, &traces));
    let mut note = |rich: &mut Rich| {
        rich.each(&mut |inline| {
            if let Inline::Ref(anchor) | Inline::RefAs(anchor, _) = inline {
                cited.insert(anchor.clone());
            }
        });
    };
    each_text(&mut text, &mut note);
    traces.into_iter().flat_map(|trace| trace.facts).for_each(|mut fact| note(&mut fact.value));
    for block in &mut document.blocks {
        if let Block::References(works) = block {
            works.retain(|work| cited.contains(&work.anchor) || !(all || references::is_method(work)));
        }
    }
    if all {
        one_list(&mut document.blocks);
    }
    document.blocks.retain(|block| !matches!(block, Block::References(works) if works.is_empty()));
}

/// One list of references where there are several, in its own order: who reads an article looks in one place.
fn one_list(blocks: &mut [Block]) {
    let mut lists = blocks.iter_mut().filter_map(|block| match block {
        Block::References(works) => Some(works),
        _ => None,
    });
    let Some(first) = lists.next() else { return };
    for more in lists {
        first.append(more);
    }
    first.sort_by_cached_key(|work| references::folded(&work.entry.plain()));
}
