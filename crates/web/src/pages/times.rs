//! Times as pages say them: in UTC, for the page's program to give them in the reader's own.

use maud::{Markup, html};

/// When something was saved: the day and the second, in UTC. An element that says it with `data-at` and `data-when` is
/// given the reader's own time by the page's program.
pub fn when(words: &atalaya_words::Words, at: i64) -> String {
    let rest = at.rem_euclid(86_400_000) / 1000;
    format!("{} {:02}:{:02}:{:02} UTC", words.date(&day(at)), rest / 3600, rest / 60 % 60, rest % 60)
}

/// The same as an element.
pub fn moment(words: &atalaya_words::Words, at: i64) -> Markup {
    let when = when(words, at);
    html! { time data-at=(at) data-when=(when) { (when) } }
}

/// The day of a time, `YYYY-MM-DD`, in UTC.
pub fn day(at: i64) -> String {
    let days = at.div_euclid(86_400_000);
    // Days to the calendar, as Howard Hinnant's algorithm counts them.
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let (day, month) = (doy - (153 * mp + 2) / 5 + 1, if mp < 10 { mp + 3 } else { mp - 9 });
    let year = yoe + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_a_day_of_the_calendar() {
        let words = atalaya_words::Words::new(atalaya_model::Lang::En);
        assert!(when(&words, 0).ends_with("1970 00:00:00 UTC"), "{}", when(&words, 0));
        assert!(when(&words, 951_827_640_000).contains("29"), "{}", when(&words, 951_827_640_000));
    }
}
