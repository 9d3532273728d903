//! From bytes to text: what a file holds, or why it cannot be read.

#[cfg(feature = "html")]
mod html;

use std::io::Read;
use std::path::Path;
use std::{fmt, fs, io};

/// A text of more bytes is refused.
pub const LARGEST_TEXT: usize = 256 << 20;

/// A web page whose elements are nested deeper is refused. Browsers have the same limit.
pub const DEEPEST_PAGE: usize = 512;

/// Why something cannot be read as a decision.
///
/// ```
/// let error = upheld::decode(b"PK\x03\x04...").unwrap_err();
/// assert_eq!(error.to_string(), "this is a ZIP archive or an Office document, not a text");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum SourceError {
    /// The file cannot be read.
    Io(io::Error),
    /// The bytes are another kind of file.
    NotText(&'static str),
    /// A byte that UTF-8 does not have, in this line, from 1.
    NotUtf8 {
        /// The line, from 1.
        line: usize,
        /// The byte's place, from 0.
        offset: usize,
    },
    /// More bytes than [`LARGEST_TEXT`].
    TooLarge(usize),
    /// A web page whose elements are nested deeper than [`DEEPEST_PAGE`].
    TooDeep,
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::NotText(kind) => write!(f, "this is {kind}, not a text"),
            Self::NotUtf8 { line, offset } => {
                write!(f, "line {line} has a byte that UTF-8 does not have (byte {offset}); save the file as UTF-8")
            }
            Self::TooLarge(bytes) => {
                write!(f, "{bytes} bytes are too many for a decision; {LARGEST_TEXT} are the most")
            }
            Self::TooDeep => write!(f, "the elements of this web page are nested deeper than {DEEPEST_PAGE}"),
        }
    }
}

impl std::error::Error for SourceError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        if let Self::Io(error) = self { Some(error) } else { None }
    }
}

/// How the first bytes of files that are no text look.
const SIGNATURES: [(&[u8], &str); 8] = [
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xD0\xCF\x11\xE0", "an old Office document"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"{\\rtf", "a rich-text document"),
];

/// The text in some bytes: UTF-8, with or without a byte order mark, or UTF-16 with one.
///
/// With the feature `html` a web page gives the text of the decision on it, and what is read of it points into that text.
///
/// # Errors
///
/// If the bytes are another kind of file, are not UTF-8, are more than [`LARGEST_TEXT`], or a web page of elements that are
/// nested deeper than [`DEEPEST_PAGE`].
pub fn decode(bytes: &[u8]) -> Result<String, SourceError> {
    if bytes.len() > LARGEST_TEXT {
        return Err(SourceError::TooLarge(bytes.len()));
    }
    if let Some((_, kind)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Err(SourceError::NotText(kind));
    }
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units =
            bytes.chunks(2).map(|pair| unit([pair.first().copied().unwrap_or(0), pair.get(1).copied().unwrap_or(0)]));
        char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, 3)?,
        _ => utf8(bytes, 0)?,
    };
    #[cfg(feature = "html")]
    if html::is_html(&text) {
        return if html::depth(&text) > DEEPEST_PAGE { Err(SourceError::TooDeep) } else { Ok(html::text(&text)) };
    }
    Ok(text)
}

fn utf8(bytes: &[u8], skipped: usize) -> Result<String, SourceError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            if before.contains(&0) {
                return Err(SourceError::NotText("a binary file"));
            }
            let line = memchr::memchr_iter(b'\n', before).count() + 1;
            Err(SourceError::NotUtf8 { line, offset: before.len() + skipped })
        }
    }
}

/// The text of a file.
///
/// # Errors
///
/// As [`decode`], and if the file cannot be read.
pub fn read_text(path: impl AsRef<Path>) -> Result<String, SourceError> {
    let path = path.as_ref();
    let size = fs::metadata(path).map_err(SourceError::Io)?.len();
    if size > LARGEST_TEXT as u64 {
        return Err(SourceError::TooLarge(usize::try_from(size).unwrap_or(usize::MAX)));
    }
    // Some files do not tell their size, and some do not have an end.
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(SourceError::Io)?;
    file.take(LARGEST_TEXT as u64 + 1).read_to_end(&mut bytes).map_err(SourceError::Io)?;
    decode(&bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn texts_with_and_without_marks() {
        assert_eq!(decode("£5".as_bytes()).unwrap(), "£5");
        assert_eq!(decode(b"\xEF\xBB\xBF\xC2\xA35").unwrap(), "£5");
        assert_eq!(decode(b"\xFF\xFE\xA3\x005\x00").unwrap(), "£5");
        assert_eq!(decode(b"\xFE\xFF\x00\xA3\x005").unwrap(), "£5");
    }

    #[test]
    #[cfg(feature = "html")]
    fn web_pages() {
        assert_eq!(decode(b"<p>A<br>B</p>").unwrap(), "A\nB\n\n");
        let deep = format!("<body>{}", "<ol><li>".repeat(20_000));
        assert!(matches!(decode(deep.as_bytes()), Err(SourceError::TooDeep)));
    }

    #[test]
    fn what_is_wrong_with_other_bytes() {
        let message = |bytes: &[u8]| decode(bytes).unwrap_err().to_string();
        assert_eq!(message(b"%PDF-1.7"), "this is a PDF document, not a text");
        assert_eq!(
            message(b"a\nb \x92"),
            "line 2 has a byte that UTF-8 does not have (byte 4); save the file as UTF-8"
        );
        assert_eq!(message(b"a\0\xFF"), "this is a binary file, not a text");
    }
}
