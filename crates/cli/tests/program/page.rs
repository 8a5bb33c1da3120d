//! The report's page in a real browser: no complaint, every link leads somewhere, a trace opens, and at 360 px the page
//! does not scroll sideways; axe finds nothing that keeps anybody from reading it.

use std::{fs, path::Path, process::Command};

use crate::support::{atalaya, code, said, small};

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Opens the page in frames of both widths and writes what it measures into the document. The page itself is not
/// touched, so that its own content policy holds.
const PROBE: &str = r##"<!DOCTYPE html><meta charset="utf-8"><title>probe</title><body><script>
const page = PAGE;
const found = [];
let open = WIDTHS.length;
for (const width of WIDTHS) {
  const frame = document.createElement('iframe');
  frame.style.cssText = `width:${width}px;height:900px;border:0`;
  frame.onload = () => {
    const doc = frame.contentDocument, root = doc.documentElement;
    const missing = [...doc.querySelectorAll('a[href^="#"]')]
      .map(a => decodeURIComponent(a.getAttribute('href').slice(1)))
      .filter(id => id && !doc.getElementById(id));
    const why = doc.querySelector('details.why');
    const before = why ? why.getBoundingClientRect().height : 0;
    if (why) why.querySelector('summary').click();
    const wide = [...doc.querySelectorAll('body *')]
      .filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest('svg'))
      .filter(e => { for (let p = e.parentElement; p; p = p.parentElement) {
        const o = frame.contentWindow.getComputedStyle(p).overflowX;
        if (o === 'auto' || o === 'scroll' || o === 'hidden' || o === 'clip') return false; } return true; })
      .slice(0, 5).map(e => `${e.tagName}.${e.className}`);
    found.push({
      width, links: doc.querySelectorAll('a[href^="#"]').length, missing,
      why: doc.querySelectorAll('details.why').length,
      opened: !!why && why.open && why.getBoundingClientRect().height > before,
      scroll: root.scrollWidth, client: root.clientWidth, wide,
      headings: doc.querySelectorAll('h1,h2,h3').length, title: doc.title,
    });
    if (--open === 0) {
      const out = document.createElement('pre');
      out.id = 'found';
      out.textContent = 'FOUND' + JSON.stringify(found) + 'DONE';
      document.body.append(out);
    }
  };
  frame.srcdoc = page;
  document.body.append(frame);
}
</script></body>"##;

fn browser() -> Option<&'static str> {
    let runs =
        |name: &&&str| Command::new(name).arg("--version").output().is_ok_and(|out| out.status.success());
    BROWSERS.iter().find(runs).copied()
}

/// What a page that was opened wrote of itself between `FOUND` and `DONE`, and what the browser said.
fn opened(browser: &str, folder: &Path, file: &Path, width: u32) -> (String, String) {
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])
        .args(["--enable-logging=stderr", "--virtual-time-budget=600000", "--dump-dom"])
        .arg(format!("--window-size={width},1000"))
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .arg(format!("file://{}", file.display()))
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let dom = String::from_utf8_lossy(&output.stdout);
    let found = dom.rsplit_once("FOUND").and_then(|(_, rest)| rest.split_once("DONE"));
    (found.unwrap_or_else(|| panic!("no answer: {told}")).0.to_owned(), told)
}

/// What the browser finds at each width, and what it complains of.
fn look(browser: &str, folder: &Path, page: &str) -> (serde_json::Value, Vec<String>) {
    // A string of JSON is one of JavaScript too, once it cannot close the script it stands in.
    let text = serde_json::to_string(page).unwrap().replace("</", "<\\/");
    let probe = PROBE.replace("WIDTHS", "[1280,360]").replacen("PAGE", &text, 1);
    let file = folder.join("probe.html");
    fs::write(&file, probe).unwrap();
    let (found, told) = opened(browser, folder, &file, 1400);
    let found = found.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let complaints = told.lines().filter(|line| line.contains("CONSOLE")).map(str::to_owned).collect();
    (serde_json::from_str(&found).unwrap(), complaints)
}

#[test]
fn the_page_works_in_a_browser_at_both_widths() {
    let Some(browser) = browser() else {
        println!("skipped: no browser here (install chromium)");
        return;
    };
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    small(folder);
    let full = atalaya(folder, "es", &["new", "full", "--template", "mipymes-peru-2030"]);
    assert_eq!(code(&full), 0, "{}", said(&full));
    for (study, lang) in [("study", "en"), ("full", "es")] {
        let ran = atalaya(folder, lang, &["run", study, "--format", "html", "--out", "out"]);
        assert_eq!(code(&ran), 0, "{}", said(&ran));
        let page = fs::read_to_string(folder.join("out/report.html")).unwrap();
        let (found, complaints) = look(browser, folder, &page);
        assert!(complaints.is_empty(), "{study}: {complaints:#?}");
        for at in found.as_array().unwrap() {
            let width = at["width"].as_u64().unwrap();
            assert_eq!(at["missing"], serde_json::json!([]), "{study} at {width}: links that lead nowhere");
            assert!(at["links"].as_u64() > Some(10), "{study} at {width}: {at}");
            assert_eq!(at["opened"], true, "{study} at {width}: the trace does not open");
            assert!(
                at["scroll"].as_u64() <= at["client"].as_u64(),
                "{study} at {width}: the page scrolls sideways because of {}",
                at["wide"]
            );
        }
    }
}

/// Runs axe in the page and writes what it finds into the document.
const AXE: &str = r##"<script>axe.run({ resultTypes: ['violations'] }).then(r => r.violations.map(v => ({
  id: v.id, impact: v.impact, count: v.nodes.length, first: v.nodes[0].html.slice(0, 300),
}))).catch(e => [{ id: String(e) }]).then(found => {
  const out = document.createElement('pre');
  out.textContent = 'FOUND' + JSON.stringify(found) + 'DONE';
  document.body.append(out);
});</script></body>"##;

/// The checks of axe-core, which `cargo xtask test` fetches from the npm registry.
fn axe() -> Option<String> {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/axe/node_modules/axe-core/axe.min.js");
    fs::read_to_string(file).ok()
}

#[test]
fn the_page_can_be_read_by_everybody() {
    let (Some(browser), Some(axe)) = (browser(), axe()) else {
        println!("skipped: no browser or no axe-core here (`cargo xtask test` brings both)");
        return;
    };
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    small(folder);
    let full = atalaya(folder, "es", &["new", "full", "--template", "mipymes-peru-2030"]);
    assert_eq!(code(&full), 0, "{}", said(&full));
    // Every profile, the default in both languages, at both widths; whatever axe complains of, of any weight, is a fault.
    for (study, lang, profile, width) in [
        ("study", "en", "prospectivo", 360),
        ("full", "es", "prospectivo", 1280),
        ("full", "en", "decisor", 360),
        ("full", "es", "ceplan-2016", 360),
        ("full", "en", "articulo", 1280),
        ("full", "en", "tesis", 360),
    ] {
        let arguments = ["run", study, "--format", "html", "--profile", profile, "--out", "out"];
        let ran = atalaya(folder, lang, &arguments);
        assert_eq!(code(&ran), 0, "{}", said(&ran));
        let page = fs::read_to_string(folder.join("out/report.html")).unwrap();
        // The page's own policy lets no script run: the copy that is examined has none.
        let (before, policy) = page.split_once("<meta http-equiv=\"Content-Security-Policy\"").unwrap();
        let after = policy.split_once('>').unwrap().1;
        let script = format!("<script>{}</script>{AXE}", axe.replace("</script", "<\\/script"));
        let examined = format!("{before}{}", after.replacen("</body>", &script, 1));
        let file = folder.join("examined.html");
        fs::write(&file, examined).unwrap();
        let (found, _) = opened(browser, folder, &file, width);
        assert_eq!(found, "[]", "{study}, {profile}, {width} px");
    }
}
