//! Where things stand in a report, and which finding a figure or a table shows.

use crate::doc::{Block, Document};

/// Every block of the report, in its order, each with the chapter that it stands in.
#[must_use]
pub fn all(document: &Document) -> Vec<(&str, &Block)> {
    fn down<'a>(blocks: &'a [Block], chapter: &mut &'a str, out: &mut Vec<(&'a str, &'a Block)>) {
        for block in blocks {
            match block {
                Block::Heading(heading) if heading.level == 1 => *chapter = &heading.anchor,
                Block::Note(note) => down(&note.body, chapter, out),
                Block::Card(card) => down(&card.body, chapter, out),
                _ => {}
            }
            out.push((*chapter, block));
        }
    }
    let (mut out, mut chapter) = (Vec::new(), "");
    down(&document.blocks, &mut chapter, &mut out);
    out
}

/// The anchor of a block that has one.
#[must_use]
pub fn anchor(block: &Block) -> Option<&str> {
    match block {
        Block::Heading(heading) => Some(&heading.anchor),
        Block::Figure(figure) => Some(&figure.id),
        Block::Table(table) => Some(&table.id),
        Block::Card(card) if !card.anchor.is_empty() => Some(&card.anchor),
        _ => None,
    }
}

/// The traces of figures and tables that no fold follows, by the first letters of their ids.
const RESTS: [(&str, &str); 31] = [
    ("actions-", "act.chain"),
    ("bet-", "choose.bet"),
    ("concept-", "frame"),
    ("data-sheet", "consult"),
    ("displacement-", "structure.micmac"),
    ("early-", "watch"),
    ("evidence-", "scan.evidence"),
    ("figure-concept-", "frame"),
    ("figure-evidence-", "scan.evidence"),
    ("figure-influence-", "structure.micmac"),
    ("figure-panel-", "consult"),
    ("figure-rank-", "structure.micmac"),
    ("figure-relevance-", "act.chain"),
    ("figure-roadmap", "act.roadmap"),
    ("figure-series-", "scan.forecast"),
    ("figure-warning-", "watch"),
    ("five-conditions", "choose.bet"),
    ("hypotheses", "explore.smic"),
    ("later-", "scan.evidence"),
    ("limits", "frame"),
    ("lineage-", "scan.lineage"),
    ("opportunity-", "act.opportunities"),
    ("other-rules", "structure.micmac"),
    ("panel-", "consult"),
    ("relevance-", "act.chain"),
    ("roadmap-", "act.roadmap"),
    ("territory-", "scan.series"),
    ("variable-actions-", "act.chain"),
    ("variable-list", "structure.classes"),
    ("watch-", "watch"),
    ("wild-cards", "scan.evidence"),
];

/// The trace of a figure or a table: of the folds of its section the next one, else the one before; else what is known
/// of its kind. Nothing where it prints records as they were written.
#[must_use]
pub fn trace_of<'a>(document: &'a Document, blocks: &[(&str, &'a Block)], id: &str) -> Option<&'a str> {
    let at = blocks.iter().position(|(_, block)| anchor(block) == Some(id))?;
    let here = |(_, block): &&(&str, &'a Block)| !matches!(block, Block::Heading(_));
    let fold = |(_, block): &(&str, &'a Block)| match block {
        Block::Why(trace) => Some(trace.as_str()),
        _ => None,
    };
    let next = blocks[at + 1..].iter().take_while(here).find_map(fold);
    let near = next.or_else(|| blocks[..at].iter().rev().take_while(here).find_map(fold));
    near.or_else(|| {
        let known =
            |key: &str| document.traces.iter().find(|trace| trace.id == key).map(|trace| trace.id.as_str());
        // The answers of a round about a family: `items-ROUND-FAMILY-KIND`.
        let of_round = id.strip_prefix("items-").and_then(|rest| {
            let (round, rest) = rest.split_once('-')?;
            let (family, kind) = rest.rsplit_once('-')?;
            known(&format!("consult.{round}.{family}"))
                .or_else(|| known(&format!("consult.{round}.{family}.{kind}")))
        });
        of_round.or_else(|| known(RESTS.iter().find(|(start, _)| id.starts_with(start))?.1))
    })
}
