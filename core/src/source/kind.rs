//! What bytes are that are no text.

use infer::MatcherType;

/// How the first bytes of files look that are no text, though a text could begin so; with what to do instead.
const LIKE_TEXT: [(&[u8], &str); 2] = [
    (b"{\\rtf", "a rich-text document (save it as plain text)"),
    (b"%!PS", "a PostScript document (take its text out with `ps2ascii`)"),
];

/// One control character in so many is the most that a text has.
const CONTROL_EVERY: usize = 20;
/// So many bytes are looked at.
const LOOK: usize = 4_096;

/// Whether some bytes are a PDF document.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"%PDF-")
}

/// What some bytes look like, with its article; `None` for a text.
pub(super) fn of(bytes: &[u8]) -> Option<String> {
    let start = bytes.trim_ascii_start();
    if let Some((_, kind)) = LIKE_TEXT.iter().find(|(signature, _)| start.starts_with(signature)) {
        return Some((*kind).to_owned());
    }
    let looked = bytes.get(..LOOK).unwrap_or(bytes);
    if is_mime(looked) {
        return Some(
            "an e-mail or a web archive with its codes (save the message as text, or the page as HTML)".to_owned(),
        );
    }
    let strange = looked.iter().filter(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace()).count();
    // Valid UTF-8 without control characters is a text, whatever it begins with.
    if strange == 0 && is_utf8(looked) {
        return None;
    }
    if let Some(kind) = infer::get(bytes).filter(|kind| kind.matcher_type() != MatcherType::Text) {
        return Some(format!("{} ({})", name(kind), kind.extension().to_uppercase()));
    }
    let utf16 = super::encoding::utf16(bytes).is_some();
    (!utf16 && strange * CONTROL_EVERY > looked.len()).then(|| "a binary file".to_owned())
}

/// Whether the first lines are those of a message as it travels: a name and a colon each, and how its words are coded.
fn is_mime(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let coded = |line: &str| {
        let line = line.to_ascii_lowercase();
        line.starts_with("mime-version:") || line.starts_with("content-transfer-encoding:")
    };
    let mut head = text.lines().take_while(|line| !line.trim().is_empty());
    head.clone().next().is_some_and(|line| line.contains(": ")) && head.any(coded)
}

/// Whether bytes that may be cut inside a character are UTF-8.
fn is_utf8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).map_or_else(|error| error.error_len().is_none(), |_| true)
}

/// A kind of file in words.
fn name(kind: infer::Type) -> &'static str {
    match kind.matcher_type() {
        MatcherType::App => "a program",
        MatcherType::Archive => "an archive",
        MatcherType::Audio => "a sound",
        MatcherType::Book | MatcherType::Doc => "a document of another program",
        MatcherType::Font => "a font",
        MatcherType::Image => "an image",
        MatcherType::Video => "a film",
        _ => "a binary file",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_named() {
        let named = |bytes: &[u8]| of(bytes).unwrap_or_default();
        assert!(is_pdf(b"%PDF-1.7\n") && !is_pdf(b"The %PDF-"));
        assert!(named(b"\n{\\rtf1\\ansi").starts_with("a rich-text document"));
        assert_eq!(named(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "an image (PNG)");
        assert_eq!(named(b"\xFF\xD8\xFF\xE0"), "an image (JPG)");
        assert_eq!(named(b"PK\x03\x04\x14\0\0\0"), "an archive (ZIP)");
        assert_eq!(named(b"\x1F\x8B\x08\0\0\0"), "an archive (GZ)");
        assert_eq!(named(&[b"\x7FELF\x02\x01\x01", [0; 60].as_slice()].concat()), "a program (ELF)");
        assert_eq!(named(&[0; 100]), "a binary file");
        assert!(named(b"From: <Saved by Blink>\nMIME-Version: 1.0\n\nx").starts_with("an e-mail or a web archive"));
    }

    #[test]
    fn what_is_a_text_is_taken() {
        for text in ["BM Council (21 000 001)\n", "MZ", "PK", "", "ID3 and \u{feff}", "\u{85}\u{2028}", "%PD"] {
            assert_eq!(of(text.as_bytes()), None, "{text}");
        }
        assert_eq!(of(b"The Council\x92s decision"), None, "Windows-1252");
        assert_eq!(of(b"T\0h\0e\0 \0C\0o\0u\0n\0c\0i\0l\0"), None, "UTF-16");
        assert_eq!(of(b"The complaint\0 is a long text with one control character"), None);
    }
}
