//! Codes, dates and places in words for a reader.

use upheld::{At, Date, Status};

/// A code without its underscores: `no_fault` is "no fault".
pub(crate) fn plain(code: &str) -> String {
    code.replace('_', " ")
}

/// "31 March 2022"
pub(crate) fn date(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// "para 50", or "summary".
pub(crate) fn place(at: At) -> String {
    match at {
        At::Paragraph(number) => format!("para {number}"),
        At::Summary => at.to_string(),
    }
}

/// Several places: "summary, para 50, 53".
pub(crate) fn places(places: &[String]) -> String {
    let joined = places.join(", ");
    match joined.split_once("para ") {
        Some((before, rest)) => format!("{before}para {}", rest.replace("para ", "")),
        None => joined,
    }
}

/// A text of the page without control characters, which could make a terminal do something.
pub(crate) fn harmless(text: &str) -> String {
    text.replace(char::is_control, "")
}

/// A text of several lines without other control characters.
pub(crate) fn harmless_lines(text: &str) -> String {
    text.replace(|letter: char| letter.is_control() && letter != '\n', "")
}

/// "1 decision", "2 decisions".
pub(crate) fn number(count: usize, thing: &str) -> String {
    number_of(count, thing, &format!("{thing}s"))
}

/// "1 loss", "2 losses".
pub(crate) fn number_of(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The first words of a text, so many characters at most, with a sign that there were more.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(2)).collect();
    // A very long word at the end is cut rather than left out.
    let whole_words = kept.rsplit_once(' ').map(|(words, _)| words).filter(|words| words.len() * 2 > kept.len());
    format!("{} …", whole_words.unwrap_or(&kept).trim_end_matches([',', ';', ':', ' ']))
}

/// Whether it was agreed.
pub(crate) fn status(status: Status) -> &'static str {
    match status {
        Status::Agreed => "agreed",
        Status::Recommended => "recommended",
        Status::Done => "done",
        _ => "status unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_places() {
        let joined = |places: &[&str]| super::places(&places.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(joined(&["summary", "para 4", "para 5"]), "summary, para 4, 5");
        assert_eq!(joined(&["summary"]), "summary");
    }

    #[test]
    fn shortened_texts_keep_whole_words() {
        assert_eq!(shortened("the lamp was out", 16), "the lamp was out");
        assert_eq!(shortened("the lamp, was out", 13), "the lamp …");
        assert_eq!(shortened("£££££££££", 5), "£££ …");
    }
}
