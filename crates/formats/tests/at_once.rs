//! Files read at once say what files read one after the other say.

use std::{fs, path::PathBuf};

use atalaya_formats::single::{self, Options};
use atalaya_model::{Family, Study, study::Loaded};

#[test]
fn matrices_and_what_is_wrong_with_them_come_in_the_order_of_the_files() {
    let with_threads = |threads: usize, read: &(dyn Fn() -> Loaded<Study> + Sync)| {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(read)
    };
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<PathBuf> = (0..23)
        .map(|file| {
            let path = folder.path().join(format!("e{file:02}.csv"));
            // Every file names the variables in another order; every third has a value that no scale holds.
            let names: Vec<String> = (0..5).map(|v| format!("v {}", (v + file) % 7)).collect();
            let bad = if file % 3 == 0 { "9" } else { "2" };
            let rows = names.iter().enumerate().map(|(r, name)| {
                let cells = (0..5).map(|c| {
                    if r == c {
                        "0"
                    } else if (r, c) == (1, 3) {
                        bad
                    } else {
                        "1"
                    }
                });
                format!("{name},{}\n", cells.collect::<Vec<_>>().join(","))
            });
            let text = format!(",{}\n{}", names.join(","), rows.collect::<String>());
            if file != 11 {
                fs::write(&path, text).unwrap();
            }
            path
        })
        .collect();
    let family = Family::find("influence").unwrap();
    let read = || single::matrices(&paths, family, &Options::default());
    let one = with_threads(1, &read);
    for threads in [2, 5] {
        let many = with_threads(threads, &read);
        assert_eq!(many.value, one.value);
        assert_eq!(many.diagnostics, one.diagnostics);
        assert_eq!(many.places.answers, one.places.answers);
    }
    assert_eq!((one.value.experts.len(), one.value.variables.len()), (22, 7));
    let refused: Vec<&str> = one.diagnostics.iter().map(|d| d.place.file.as_ref()).collect();
    assert!(refused.len() > 8 && refused.is_sorted(), "{refused:?}");
    let mut options = Options::default();
    options.roles.insert("power".to_owned(), paths.clone());
    let actors = || single::actors(&options);
    assert_eq!(with_threads(1, &actors).diagnostics, with_threads(5, &actors).diagnostics);
}
