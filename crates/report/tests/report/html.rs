//! The page.

use atalaya_model::Lang;
use atalaya_report::doc::{Block, Table};
use atalaya_report::html::html;
use atalaya_words::Words;

use crate::fixture;

fn page(lang: Lang) -> String {
    html(&fixture::document(lang), &Words::new(lang)).unwrap()
}

/// Writes what the tests print to the folder named in `ATALAYA_RENDER`, for people to look at.
pub fn show(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("ATALAYA_RENDER") {
        std::fs::write(std::path::Path::new(&folder).join(name), bytes).unwrap();
    }
}

#[test]
fn the_page_stands_alone_and_repeats_itself() {
    for lang in Lang::ALL {
        let page = page(lang);
        show(&format!("report.{}.html", lang.code()), page.as_bytes());
        assert_eq!(page, self::page(lang));
        assert!(page.len() < 1_000_000, "{} bytes", page.len());
        assert!(!page.contains("<script") && !page.contains("<link") && !page.contains(" src="));
        assert!(!page.contains("url(http") && !page.contains("@import"));
        assert!(!page.contains('⟨'), "a message is missing");
        assert_eq!(page.matches("@font-face").count(), 5);
    }
}

#[test]
fn every_link_inside_the_page_leads_somewhere_and_every_id_is_one() {
    let page = page(Lang::Es);
    let mut ids: Vec<&str> =
        page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    for link in page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(ids.contains(&link), "{link}");
    }
    ids.sort_unstable();
    for pair in ids.windows(2) {
        assert_ne!(pair[0], pair[1]);
    }
}

#[test]
fn what_people_wrote_is_never_markup() {
    let hostile = "</style><script>alert(1)</script><img src=x onerror=alert(1)> & \u{202e}evil";
    let mut document = fixture::document(Lang::En);
    document.title = hostile.into();
    document.authors = vec![hostile.into()];
    document.running.study = hostile.into();
    let mut table = Table::new("t-hostile", hostile, vec![atalaya_report::doc::Column::text(hostile)]);
    table.push(vec![hostile.into()]);
    document.blocks.push(Block::Table(table));
    let page = html(&document, &Words::new(Lang::En)).unwrap();
    assert!(!page.contains("<script") && !page.contains("<img") && !page.contains('\u{202e}'));
}
