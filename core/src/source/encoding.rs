//! From bytes to characters.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::counted;
use crate::Span;
use crate::diagnostic::{Diagnostic, DiagnosticKind};

/// So many bytes are looked at for the encoding.
const LOOK: usize = 1_024;

/// The characters in some bytes. Any bytes have some: what UTF-8 does not have is Windows-1252, where each byte is one.
pub(super) fn decode(bytes: &[u8], diagnostics: &mut Vec<Diagnostic>) -> String {
    if let Some(encoding) = utf16(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 16);
    let (mut strange, mut first) = (0, None);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            let start = text.len();
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
            strange += chunk.invalid().len();
            first.get_or_insert(Span::new(start, text.len()));
        }
    }
    let bytes = counted(strange, "byte that UTF-8 does not have was", "bytes that UTF-8 does not have were");
    let message = format!("{bytes} read as Windows-1252");
    let span = first.unwrap_or(Span::new(0, 0));
    diagnostics.push(Diagnostic { kind: DiagnosticKind::Decoded, message, span });
    text
}

/// UTF-16, told by its byte order mark, or without one by the zeros beside its letters.
pub(super) fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(UTF_16LE),
        [0xFE, 0xFF, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let pairs = bytes.get(..LOOK).unwrap_or(bytes).as_chunks::<2>().0;
    let [low, high] = pairs.iter().fold([0, 0], |[low, high], pair| match pair {
        [letter, 0] if *letter != 0 => [low + 1, high],
        [0, letter] if *letter != 0 => [low, high + 1],
        _ => [low, high],
    });
    // Nine of ten characters of an English text are below 256.
    let most = |count: usize| pairs.len() >= 4 && count * 10 >= pairs.len() * 9;
    if most(low) {
        Some(UTF_16LE)
    } else if most(high) {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, Vec<String>) {
        let mut diagnostics = Vec::new();
        let text = decode(bytes, &mut diagnostics);
        (text, diagnostics.into_iter().map(|it| it.message).collect())
    }

    #[test]
    fn unicode_with_and_without_marks() {
        for bytes in [
            "£5 – fault".as_bytes(),
            b"\xEF\xBB\xBF\xC2\xA35 \xE2\x80\x93 fault",
            b"\xFF\xFE\xA3\x005\0 \0\x13\x20 \0f\0a\0u\0l\0t\0",
            b"\xFE\xFF\0\xA3\x005\0 \x20\x13\0 \0f\0a\0u\0l\0t",
        ] {
            assert_eq!(decoded(bytes), ("£5 – fault".to_owned(), vec![]));
        }
        assert_eq!(decoded(b"T\0h\0e\0 \0C\0o\0u\0n\0c\0i\0l\0").0, "The Council");
        assert_eq!(decoded(b"\0T\0h\0e\0 \0C\0o\0u\0n\0c\0i\0l").0, "The Council");
        assert_eq!(decoded(b"\xFF\xFE\xA3").0, "\u{fffd}", "half a character");
    }

    #[test]
    fn windows_1252_whole_and_in_part() {
        let (text, told) = decoded(b"The Council\x92s \x93fault\x94 \x96 \xA35");
        assert_eq!(text, "The Council’s “fault” – £5");
        assert_eq!(told, ["5 bytes that UTF-8 does not have were read as Windows-1252"]);
        assert_eq!(decoded(b"\xC2\xA35 and \xA36").0, "£5 and £6");
    }
}
