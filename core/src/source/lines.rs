//! What copying does to lines: marks and margins at their beginnings, words broken at their ends.

use rustc_hash::FxHashSet;

use super::counted;
use crate::Span;
use crate::diagnostic::{Diagnostic, DiagnosticKind};

/// Fewer lines with marks are no e-mail, and no Markdown.
const FEWEST_MARKED: usize = 3;
/// Words that make a compound with a hyphen, and never are the beginning of a broken word.
const COMPOUNDING: [&str; 40] = [
    "self", "part", "full", "half", "mid", "non", "ex", "pre", "post", "co", "well", "long", "short", "high", "low",
    "single", "double", "multi", "cross", "top", "follow", "first", "second", "third", "two", "three", "four", "five",
    "six", "one", "day", "week", "month", "year", "face", "door", "on", "off", "decision", "lie",
];
/// So many lines without a margin among the first ones are enough to know that there is none.
const LINES_WITHOUT_MARGIN: usize = 3;
/// What stands for a hyphen at the end of a line: itself, a soft one, and what readers of PDF put for it.
pub(super) const HYPHENS: [char; 5] = ['-', '\u{2010}', '\u{ad}', '\u{2}', '\u{fffe}'];

/// What else than a line feed breaks a line; a carriage return before one does not.
const OTHER_BREAKS: [char; 5] = ['\r', '\u{b}', '\u{85}', '\u{2028}', '\u{2029}'];

/// The text with its lines as they were before they were copied.
pub(super) fn mended(text: String, diagnostics: &mut Vec<Diagnostic>) -> String {
    let mend = |text, diagnostics: &mut Vec<Diagnostic>| {
        let text = unmarked(unquoted(text, diagnostics), diagnostics);
        unbroken(without_margin(text, diagnostics), diagnostics)
    };
    let Some(plain) = with_line_feeds(&text) else { return mend(text, diagnostics) };
    let known = diagnostics.len();
    let mended = mend(plain, diagnostics);
    // A text that needs nothing keeps its line breaks.
    if diagnostics.len() == known { text } else { mended }
}

/// The text with line feeds for what else breaks a line; `None` if nothing does.
fn with_line_feeds(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let alone = |at: usize| bytes.get(at + 1) != Some(&b'\n');
    let others = ["\u{b}", "\u{85}", "\u{2028}", "\u{2029}"];
    let has_other = others.iter().any(|other| memchr::memmem::find(bytes, other.as_bytes()).is_some());
    if !has_other && !memchr::memchr_iter(b'\r', bytes).any(alone) {
        return None;
    }
    let begin = text.strip_prefix('\u{feff}').unwrap_or(text);
    Some(begin.replace("\r\n", "\n").replace(OTHER_BREAKS, "\n"))
}

/// Takes the marks off a text that an e-mail quotes, `>` before its lines. What was written above them stays.
fn unquoted(text: String, diagnostics: &mut Vec<Diagnostic>) -> String {
    let written = || text.lines().filter(|line| !line.trim().is_empty());
    let quoted = written().filter(|line| line.starts_with('>')).count();
    if quoted < FEWEST_MARKED || quoted * 2 < written().count() {
        return text;
    }
    let bare: String = text
        .split_inclusive('\n')
        .map(|line| {
            let mut line = line;
            while let Some(rest) = line.strip_prefix('>') {
                line = rest.strip_prefix(' ').unwrap_or(rest);
            }
            line
        })
        .collect();
    let message = "the marks of quotation before lines were taken off".to_owned();
    diagnostics.push(Diagnostic { kind: DiagnosticKind::Repaired, message, span: Span::new(0, 0) });
    bare
}

/// Takes the marks of Markdown off: `#` before headings, `**` around words.
fn unmarked(text: String, diagnostics: &mut Vec<Diagnostic>) -> String {
    let is_marked =
        |line: &str| line.starts_with("**") || line.trim_start_matches('#').starts_with(' ') && line.starts_with('#');
    if text.lines().filter(|line| is_marked(line)).take(FEWEST_MARKED).count() < FEWEST_MARKED {
        return text;
    }
    let bare: String = text
        .split_inclusive('\n')
        .map(|line| if line.starts_with('#') { line.trim_start_matches('#').trim_start_matches(' ') } else { line })
        .collect::<String>()
        .replace("**", "");
    let message = "the marks of Markdown were taken off".to_owned();
    diagnostics.push(Diagnostic { kind: DiagnosticKind::Repaired, message, span: Span::new(0, 0) });
    bare
}

/// Takes off the margin that stands before nearly every line of a page, as in a PDF that was printed with its layout.
fn without_margin(text: String, diagnostics: &mut Vec<Diagnostic>) -> String {
    let pages: Vec<(&str, usize)> = text.split_inclusive('\u{c}').map(|page| (page, margin(page))).collect();
    if pages.iter().all(|(_, margin)| *margin == 0) {
        return text;
    }
    let bare = |(page, margin): (&str, usize)| {
        page.split_inclusive('\n').filter_map(move |line| line.get(indent(line).min(margin)..)).collect::<String>()
    };
    let bare: String = pages.into_iter().map(bare).collect();
    let message = "the margin before every line was taken off".to_owned();
    diagnostics.push(Diagnostic { kind: DiagnosticKind::Repaired, message, span: Span::new(0, 0) });
    bare
}

/// The spaces before nearly every line of a page.
fn margin(page: &str) -> usize {
    let written = || page.lines().filter(|line| !line.trim().is_empty());
    // Most pages have lines without one from the beginning.
    let looked = written().take(LINES_WITHOUT_MARGIN * 4);
    if looked.filter(|line| indent(line) == 0).count() >= LINES_WITHOUT_MARGIN {
        return 0;
    }
    let mut margins: Vec<usize> = written().map(indent).collect();
    if margins.len() <= LINES_WITHOUT_MARGIN {
        return 0;
    }
    // The number of a page may stand further out.
    let place = (margins.len() / 20).max(1);
    *margins.select_nth_unstable(place).1
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Joins the words that were broken at the end of a line; the line now ends behind the word. Whether the hyphen belongs to the
/// word is asked of the rest of the text.
fn unbroken(text: String, diagnostics: &mut Vec<Diagnostic>) -> String {
    let breaks: Vec<Break> =
        memchr::memchr_iter(b'\n', text.as_bytes()).filter_map(|at| Break::at(&text, at)).collect();
    if breaks.is_empty() {
        return text;
    }
    let words: FxHashSet<String> = words(&text).collect();
    let mut joined = String::with_capacity(text.len());
    let (mut from, mut first, mut count) = (0, None, 0);
    for Break { hyphen, begin, end, next } in &breaks {
        // One word over three lines: the second break stands in what the first one took.
        if *hyphen < from {
            continue;
        }
        joined.push_str(text.get(from..*hyphen).unwrap_or_default());
        let head = last_word(text.get(..*hyphen).unwrap_or_default());
        let tail = text.get(*begin..*end).unwrap_or_default();
        if keeps_hyphen(&words, head, tail) {
            joined.push('-');
        }
        joined.push_str(tail);
        first.get_or_insert(Span::new(joined.len() - tail.len(), joined.len()));
        joined.push('\n');
        count += 1;
        from = *next;
    }
    joined.push_str(text.get(from..).unwrap_or_default());
    let message = counted(
        count,
        "word that was broken at the end of a line was joined",
        "words that were broken at the end of a line were joined",
    );
    diagnostics.push(Diagnostic { kind: DiagnosticKind::Repaired, message, span: first.unwrap_or(Span::new(0, 0)) });
    joined
}

/// Whether words go on behind a hyphen that stands for the rest of a compound: "short- and long-term".
pub(crate) fn suspends(words: &str) -> bool {
    ["and", "or", "to"].contains(&words.split_whitespace().next().unwrap_or_default())
}

/// A word broken at the end of a line: `adminis-` and `tration`.
struct Break {
    /// Where the hyphen begins.
    hyphen: usize,
    /// Where the rest of the word begins.
    begin: usize,
    /// Where it ends, a comma or full stop behind it included.
    end: usize,
    /// Where the words behind it begin.
    next: usize,
}

impl Break {
    /// The word that the line break at `newline` breaks.
    fn at(text: &str, newline: usize) -> Option<Self> {
        let line = text.get(..newline)?;
        let line = line.strip_suffix('\r').unwrap_or(line);
        let before = line.strip_suffix(HYPHENS)?;
        before.chars().next_back().filter(|c| c.is_alphabetic())?;
        let after = text.get(newline + 1..)?;
        let words = after.trim_start_matches([' ', '\t']);
        words.chars().next().filter(|c| c.is_lowercase())?;
        if suspends(words) {
            return None;
        }
        let begin = text.len() - words.len();
        let len = words.find(char::is_whitespace).unwrap_or(words.len());
        let behind = words.get(len..)?;
        // The break that stands behind the word already is the line's own.
        let space = behind.strip_prefix("\r\n").or_else(|| behind.strip_prefix(['\n', ' '])).unwrap_or(behind);
        Some(Self { hyphen: before.len(), begin, end: begin + len, next: text.len() - space.len() })
    }
}

/// Whether a word is written with a hyphen where its line does not end: the text has it so, or has both of its parts as words
/// and not the whole.
fn keeps_hyphen(words: &FxHashSet<String>, head: &str, tail: &str) -> bool {
    let tail: String = tail.chars().take_while(|c| c.is_alphabetic()).collect();
    let (head, tail) = (head.to_lowercase(), tail.to_lowercase());
    if words.contains(&format!("{head}{tail}")) {
        return false;
    }
    COMPOUNDING.contains(&head.as_str())
        || words.contains(&format!("{head}-{tail}"))
        || words.contains(&head) && words.contains(&tail)
}

/// The words of a text, small, those with a hyphen also in their parts; the halves of broken ones left out.
fn words(text: &str) -> impl Iterator<Item = String> {
    let mut broken = false;
    text.lines().flat_map(move |line| {
        let words = line.split(|c: char| !(c.is_alphabetic() || c == '-')).filter(|word| !word.is_empty());
        let mut words: Vec<&str> = words.skip(usize::from(broken)).collect();
        broken = line.ends_with(HYPHENS);
        if broken {
            words.pop();
        }
        words.into_iter().flat_map(|word| {
            let parts = word.contains('-').then(|| word.split('-')).into_iter().flatten();
            std::iter::once(word).chain(parts).map(str::to_lowercase)
        })
    })
}

fn last_word(text: &str) -> &str {
    text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> (String, usize) {
        let mut diagnostics = Vec::new();
        let text = unbroken(text.to_owned(), &mut diagnostics);
        (text, diagnostics.len())
    }

    #[test]
    fn broken_words_are_joined() {
        assert_eq!(joined("the adminis-\ntration of it").0, "the administration\nof it");
        assert_eq!(joined("its malad-\r\nministration.\r\nThen").0, "its maladministration.\nThen");
        assert_eq!(joined("one injus\u{ad}\n  tice, two fail\u{fffe}\nures").0, "one injustice,\ntwo failures\n");
        assert_eq!(joined("the end-\n").1, 0);
    }

    #[test]
    fn a_hyphen_of_its_own_stays() {
        assert_eq!(
            joined("its decision-making, its decision-\nmaking again").0,
            "its decision-making, its decision-making\nagain"
        );
        assert_eq!(joined("a long day and a term; a long-\nterm plan").0, "a long day and a term; a long-term\nplan");
        assert_eq!(joined("a cause; it is be-\ncause of him, because").0, "a cause; it is because\nof him, because");
        for text in ["late –\nthen", "5-\nyear", "a -\nb", "well-\nA", "x-\n\ny", "short-\nand long-term"] {
            assert_eq!(joined(text), (text.to_owned(), 0));
        }
    }

    #[test]
    fn a_word_over_three_lines() {
        assert_eq!(joined("a-\nb-\nc d").0, "ab-\nc d");
    }

    #[test]
    fn margins() {
        let bare = |text: &str| without_margin(text.to_owned(), &mut Vec::new());
        assert_eq!(
            bare("    A\n\n      1. B\n    C\n    D\n2\n\u{c} E\n F\n   1. G\n H"),
            "A\n\n  1. B\nC\nD\n2\n\u{c}E\nF\n  1. G\nH"
        );
        for text in ["  1. A\nB\n  1. C\nD\nE\n", "  1. A\n  2. B\n", "", "  \n", " a\n b\n"] {
            assert_eq!(bare(text), text);
        }
    }

    #[test]
    fn quoted_lines() {
        let bare = |text: &str| unquoted(text.to_owned(), &mut Vec::new());
        assert_eq!(
            bare("> The complaint\n>\n> 1. It was late.\n\n>> 2. So\n"),
            "The complaint\n\n1. It was late.\n\n2. So\n"
        );
        assert_eq!(
            bare("Ann wrote:\n> > The complaint\n> > 1. It was.\n>\n> > 2. So\n"),
            "Ann wrote:\nThe complaint\n1. It was.\n\n2. So\n"
        );
        for text in ["> one\nThe complaint\n> two\nIt was\n", "> one line\n", "The complaint\n"] {
            assert_eq!(bare(text), text);
        }
    }

    #[test]
    fn marks_of_markdown() {
        let bare = |text: &str| unmarked(text.to_owned(), &mut Vec::new());
        assert_eq!(
            bare("# A (21 000 001)\n\n**Decision:** Upheld\n\n## The complaint\n\n1. It was **late**.\n"),
            "A (21 000 001)\n\nDecision: Upheld\n\nThe complaint\n\n1. It was late.\n"
        );
        assert_eq!(bare("#1 was\n# late\n"), "#1 was\n# late\n");
    }
}
