//! Characters that were decoded wrongly on the way, and characters that nobody sees.

use encoding_rs::WINDOWS_1252;

use super::counted;
use super::lines::HYPHENS;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::{Span, work};

/// A text that was wrongly decoded more often than this stays as it is.
const ROUNDS: usize = 3;

/// Puts right what was decoded as Windows-1252 though it was UTF-8 (`â€™` for `’`), and leaves out characters without a shape,
/// soft hyphens for one; with `controls` control characters too.
pub(super) fn characters(text: String, controls: bool, diagnostics: &mut Vec<Diagnostic>) -> String {
    let mut text = text;
    let mut repaired: Option<(usize, Span, String)> = None;
    for _ in 0..ROUNDS {
        let Some((better, count, first, was)) = decoded_again(&text) else { break };
        text = better;
        let was = repaired.take().map_or((count, first, was), |(count, _, was)| (count, first, was));
        repaired = Some(was);
    }
    if let Some((count, span, was)) = repaired {
        let message = format!(
            "{} decoded wrongly, and put right; the first: `{was}` for `{}`",
            counted(count, "character had been", "characters had been"),
            span.slice(&text)
        );
        diagnostics.push(Diagnostic { kind: DiagnosticKind::Repaired, message, span });
    }
    let text = replaced(text, 0xEF, &LIGATURES, ["ligature was", "ligatures were"], diagnostics);
    let text = replaced(text, b'&', &ENTITIES, ["code of HTML was", "codes of HTML were"], diagnostics);
    without_shapeless(text, controls, diagnostics)
}

/// Two letters in one character, as some PDF documents have them.
const LIGATURES: [(&str, &str); 7] =
    [("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬅ", "st"), ("ﬆ", "st")];

/// What stands for a character in HTML and was left so by a careless copy; the one for `&` comes last.
const ENTITIES: [(&str, &str); 14] = [
    ("&pound;", "£"),
    ("&nbsp;", "\u{a0}"),
    ("&rsquo;", "’"),
    ("&lsquo;", "‘"),
    ("&rdquo;", "”"),
    ("&ldquo;", "“"),
    ("&ndash;", "–"),
    ("&mdash;", "—"),
    ("&#39;", "'"),
    ("&#x27;", "'"),
    ("&quot;", "\""),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&amp;", "&"),
];

/// Writes out what stands for other characters, all of which begin with the byte `first`.
fn replaced(
    mut text: String,
    first: u8,
    table: &[(&str, &str)],
    [one, many]: [&str; 2],
    diagnostics: &mut Vec<Diagnostic>,
) -> String {
    if memchr::memchr(first, text.as_bytes()).is_none() {
        return text;
    }
    let mut count = 0;
    for (code, right) in table {
        let found = memchr::memmem::find_iter(text.as_bytes(), code.as_bytes()).count();
        if found > 0 {
            count += found;
            text = text.replace(code, right);
        }
    }
    if count > 0 {
        let message = counted(count, one, many) + " written out";
        diagnostics.push(Diagnostic { kind: DiagnosticKind::Repaired, message, span: Span::new(0, 0) });
    }
    text
}

/// The text with its wrong characters put right: how many, where the first is now, and what it was. `None` if it has none.
fn decoded_again(text: &str) -> Option<(String, usize, Span, String)> {
    // All that UTF-8 begins a character with that English texts have looks like one of these in Windows-1252.
    let suspicious = |c: char| matches!(c, 'Â' | 'Ã' | 'Ä' | 'Å' | 'Æ' | 'Ë' | 'â' | 'ï');
    work::count(text.len());
    // They all begin with one byte, which most texts do not have.
    memchr::memchr(0xC3, text.as_bytes())?;
    let first = text.find(suspicious)?;
    let mut better = String::with_capacity(text.len());
    better.push_str(text.get(..first)?);
    let (mut count, mut told) = (0, None);
    let mut rest = text.get(first..)?;
    while let Some(c) = rest.chars().next() {
        let found =
            if suspicious(c) { sequence(rest).or_else(|| remnant(rest, better.chars().next_back())) } else { None };
        let Some((right, len)) = found else {
            better.push(c);
            rest = rest.get(c.len_utf8()..)?;
            continue;
        };
        let start = better.len();
        better.extend(right);
        let (was, after) = rest.split_at_checked(len)?;
        told.get_or_insert_with(|| (Span::new(start, better.len()), was.to_owned()));
        count += 1;
        rest = after;
    }
    told.map(|(span, was)| (better, count, span, was))
}

/// What the characters at the start of a text are, taken as the bytes of one character of UTF-8; and their length.
/// The mark of a byte order is no character at all.
fn sequence(text: &str) -> Option<(Option<char>, usize)> {
    let mut bytes = [0_u8; 3];
    let mut len = 0;
    let mut needed = 1;
    for (at, c) in text.chars().enumerate() {
        if at == needed {
            break;
        }
        let byte = byte_of(c)?;
        if at == 0 {
            needed = if byte >= 0xE0 { 3 } else { 2 };
        }
        *bytes.get_mut(at)? = byte;
        len += c.len_utf8();
    }
    let right = std::str::from_utf8(bytes.get(..needed)?).ok()?.chars().next()?;
    match right {
        '\u{feff}' => Some((None, len)),
        // Letters of Western Europe, quotation marks, dashes, bullets, signs, ligatures. `É–` is no letter of phonetics.
        '\u{a0}'..='\u{17f}'
        | '\u{192}'
        | '\u{2c6}'
        | '\u{2dc}'
        | '\u{2010}'..='\u{2044}'
        | '€'
        | '™'
        | '−'
        | '\u{25a0}'..='\u{25ff}'
        | '\u{fb00}'..='\u{fb06}' => Some((Some(right), len)),
        _ => None,
    }
}

/// The byte that Windows-1252 has for a character; its control characters stand for themselves.
fn byte_of(c: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(c)) {
        return (byte >= 0x80).then_some(byte);
    }
    let mut buffer = [0; 4];
    let (bytes, _, failed) = WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
    match *bytes {
        [byte] if !failed => Some(byte),
        _ => None,
    }
}

/// What is left of a wrong character where its unprintable part was lost: `Councilâs`, `â€` for a closing quotation mark,
/// `Â` before a space.
fn remnant(text: &str, before: Option<char>) -> Option<(Option<char>, usize)> {
    if text.starts_with("â€") {
        return Some((Some('”'), "â€".len()));
    }
    if let Some(after) = text.strip_prefix('Â') {
        let alone = !before.is_some_and(char::is_alphabetic) && after.starts_with(char::is_whitespace);
        return alone.then_some((None, 'Â'.len_utf8()));
    }
    let after = text.strip_prefix('â')?;
    let ending = after.split(|c: char| !c.is_alphabetic()).next()?;
    let apostrophe =
        before.is_some_and(char::is_alphabetic) && ["s", "t", "d", "m", "ll", "re", "ve"].contains(&ending);
    apostrophe.then_some((Some('’'), 'â'.len_utf8()))
}

/// Whether a character has no shape of its own, and takes none away from others.
fn is_shapeless(c: char, controls: bool) -> bool {
    match c {
        '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{7f}' | '\u{85}' => false,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fffe}' => true,
        '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}' => controls,
        _ => controls && c.is_control(),
    }
}

/// Whether some bytes have one that a character without a shape begins with. Quotation marks and dashes, which every text has,
/// are not among them.
fn may_have_shapeless(bytes: &[u8]) -> bool {
    let begins = |at: usize| {
        matches!(
            bytes.get(at..).unwrap_or_default(),
            [0xC2, 0x80..=0x9F | 0xAD, ..]
                | [0xE2, 0x80, 0x8B..=0x8F | 0xAA..=0xAE, ..]
                | [0xE2, 0x81, ..]
                | [0xEF, ..]
        )
    };
    bytes.iter().any(|byte| byte.is_ascii_control() && !matches!(byte, b'\t'..=b'\r'))
        || memchr::memchr3_iter(0xC2, 0xE2, 0xEF, bytes).any(begins)
}

fn without_shapeless(text: String, controls: bool, diagnostics: &mut Vec<Diagnostic>) -> String {
    if !may_have_shapeless(text.as_bytes()) {
        return text;
    }
    // At the end of a line they stand for a hyphen, and tell that a word is broken.
    let breaks = |at: usize, c: char| {
        HYPHENS.contains(&c) && text.get(at + c.len_utf8()..).is_some_and(|rest| rest.starts_with(['\n', '\r']))
    };
    let dropped = |(at, c): &(usize, char)| is_shapeless(*c, controls) && !breaks(*at, *c);
    let Some((first, _)) = text.char_indices().find(dropped) else { return text };
    let kept: String = text.char_indices().filter(|it| !dropped(it)).map(|(_, c)| c).collect();
    let message = counted(
        text.chars().count() - kept.chars().count(),
        "character that nobody sees was left out",
        "characters that nobody sees were left out",
    );
    diagnostics.push(Diagnostic { kind: DiagnosticKind::Repaired, message, span: Span::new(first, first) });
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str) -> (String, Vec<String>) {
        let mut diagnostics = Vec::new();
        let text = characters(text.to_owned(), true, &mut diagnostics);
        assert!(diagnostics.iter().all(|it| it.span.end() <= text.len()));
        (text, diagnostics.into_iter().map(|it| it.message).collect())
    }

    #[test]
    fn what_was_decoded_wrongly() {
        for (wrong, right) in [
            ("the Councilâ€™s â€œfaultâ€\u{9d} â€“ Â£200", "the Council’s “fault” – £200"),
            ("the Councilâ\u{80}\u{99}s decision", "the Council’s decision"),
            ("the Councilâs offer; it didnât and theyâre late", "the Council’s offer; it didn’t and they’re late"),
            ("he said â€œnoâ€ and left", "he said “no” and left"),
            ("Zoë and JosÃ© at the cafÃ©", "Zoë and José at the café"),
            ("ï»¿The complaint", "The complaint"),
            ("paidÂ\u{a0}Â£5.Â  Then", "paid\u{a0}£5.  Then"),
            ("the CouncilÃ¢â‚¬â„¢s fault", "the Council’s fault"),
            ("â€¢ one", "• one"),
            ("Ã¢â‚¬Ëœno", "‘no"),
        ] {
            let (text, told) = repaired(wrong);
            assert_eq!(text, right);
            assert_eq!(told.len(), 1, "{told:?}");
        }
        assert_eq!(
            repaired("It is Mr Xâ€™s.").1,
            ["1 character had been decoded wrongly, and put right; the first: `â€™` for `’`"]
        );
    }

    #[test]
    fn what_was_not() {
        for text in ["CAFÉ–BAR", "Zoë’”", "a château, pâté and the âge", "Ângström", "naïve", "Åse’s", "½ £5 – “é”"]
        {
            assert_eq!(repaired(text), (text.to_owned(), vec![]));
        }
    }

    #[test]
    fn what_stands_for_other_characters() {
        let (text, told) = repaired("I ﬁnd it suﬃcient: &pound;5 &amp; more");
        assert_eq!(text, "I find it sufficient: £5 & more");
        assert_eq!(told, ["2 ligatures were written out", "2 codes of HTML were written out"]);
    }

    #[test]
    fn what_nobody_sees() {
        let (text, told) = repaired("The Coun\u{ad}cil\0 was\u{200b} at fault.\u{1b}\tIt\u{c}said so.");
        assert_eq!(text, "The Council was at fault.\tIt\u{c}said so.");
        assert_eq!(told, ["4 characters that nobody sees were left out"]);
        assert_eq!(repaired("a\0b").1, ["1 character that nobody sees was left out"]);
        let kept = characters("\u{feff}a\0b c\u{200b}d".to_owned(), false, &mut Vec::new());
        assert_eq!(kept, "\u{feff}a\0b cd", "what was given as characters keeps its controls");
    }
}
