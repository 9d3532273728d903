//! From bytes to text: what a file holds, or why it cannot be read.

mod encoding;
#[cfg(feature = "html")]
mod html;
mod kind;
mod lines;
mod repair;

pub(crate) use lines::suspends;

use std::io::Read;
use std::path::Path;
use std::{fmt, fs, io};

use crate::diagnostic::Diagnostic;

/// A text, with what was done to get it.
///
/// Text that needs nothing is taken as it is. From a web page the decision is taken out; characters that were decoded wrongly are
/// put right, those that nobody sees left out, and words that were broken at the end of a line joined. Each of these is told in
/// [`Source::diagnostics`], and the places of what is read are those in [`Source::text`].
///
/// ```
/// use upheld::{Decision, RuleBook, Source};
///
/// let source = Source::decode("Final decision\n\n  1. There was no fault in the Councilâ€™s decision.\n".as_bytes()).unwrap();
/// let decision = Decision::read(source, RuleBook::standard());
/// assert_eq!(decision.document.slice(decision.findings[0].span), "There was no fault in the Council’s decision.");
/// assert!(decision.document.diagnostics[0].message.starts_with("1 character had been decoded wrongly"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The text.
    pub text: String,
    /// What was done to get it; empty if it is what was given.
    pub diagnostics: Vec<Diagnostic>,
}

impl Source {
    /// The text in some bytes, within the usual [`Limits`].
    ///
    /// # Errors
    ///
    /// As [`Limits::decode`].
    pub fn decode(bytes: &[u8]) -> Result<Self, SourceError> {
        Limits::default().decode(bytes)
    }

    /// The text of a file, within the usual [`Limits`].
    ///
    /// # Errors
    ///
    /// As [`Limits::open`].
    pub fn open(path: impl AsRef<Path>) -> Result<Self, SourceError> {
        Limits::default().open(path)
    }
}

/// The characters of a file as they stand, as a rule book needs them: no web page is opened, and nothing put right.
///
/// ```
/// use upheld::{SourceError, read_text};
///
/// assert!(matches!(read_text("no such book.rules"), Err(SourceError::Io(_))));
/// ```
///
/// # Errors
///
/// As [`Limits::open`], within the usual limits.
pub fn read_text(path: impl AsRef<Path>) -> Result<String, SourceError> {
    let limits = Limits::default();
    let bytes = limits.read_bytes(limits.file(path)?)?;
    limits.characters(&bytes, &mut Vec::new())
}

/// How much is read. What is more gives an error of its own, [`SourceError::TooLarge`] or [`SourceError::TooDeep`].
///
/// ```
/// use upheld::Limits;
///
/// let small = Limits { bytes: 10, ..Limits::default() };
/// assert_eq!(small.decode(b"The complaint").unwrap_err().to_string(), "13 bytes are too many; 10 are the most");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limits {
    /// The most bytes of a file or text. 256 MiB, unless it is set.
    pub bytes: usize,
    /// How deep the elements of a web page may be nested. 512, unless it is set; browsers have the same limit.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 256 << 20, depth: 512 }
    }
}

impl Limits {
    /// The text in some bytes: UTF-8 or UTF-16, with or without a byte order mark; what is neither is read as Windows-1252.
    ///
    /// With the feature `html` a web page, recognised by what it holds, gives the text of the decision on it.
    ///
    /// # Errors
    ///
    /// If the bytes are another kind of file, or beyond these limits.
    pub fn decode(&self, bytes: &[u8]) -> Result<Source, SourceError> {
        let mut diagnostics = Vec::new();
        let text = self.characters(bytes, &mut diagnostics)?;
        self.finish(text, true, diagnostics)
    }

    /// The text in a string, read like that of a file, but for its control characters, which stay.
    ///
    /// # Errors
    ///
    /// If it is beyond these limits.
    pub fn text(&self, text: &str) -> Result<Source, SourceError> {
        self.check_size(text.len())?;
        self.finish(text.to_owned(), false, Vec::new())
    }

    /// The text of a file.
    ///
    /// # Errors
    ///
    /// As [`Limits::decode`], and if the file cannot be read.
    pub fn open(&self, path: impl AsRef<Path>) -> Result<Source, SourceError> {
        self.drain(self.file(path)?)
    }

    /// The text of what can be read to its end: standard input, an answer from the web.
    ///
    /// # Errors
    ///
    /// As [`Limits::decode`], and if it cannot be read.
    pub fn drain(&self, input: impl Read) -> Result<Source, SourceError> {
        self.decode(&self.read_bytes(input)?)
    }

    fn file(&self, path: impl AsRef<Path>) -> Result<fs::File, SourceError> {
        let file = fs::File::open(path).map_err(SourceError::Io)?;
        let size = file.metadata().map_err(SourceError::Io)?.len();
        self.check_size(usize::try_from(size).unwrap_or(usize::MAX))?;
        Ok(file)
    }

    fn read_bytes(&self, input: impl Read) -> Result<Vec<u8>, SourceError> {
        let mut bytes = Vec::new();
        // Some files do not tell their size, and some do not have an end. One byte more than is allowed is enough to see it.
        input.take((self.bytes as u64).saturating_add(1)).read_to_end(&mut bytes).map_err(SourceError::Io)?;
        Ok(bytes)
    }

    fn characters(&self, bytes: &[u8], diagnostics: &mut Vec<Diagnostic>) -> Result<String, SourceError> {
        self.check_size(bytes.len())?;
        if kind::is_pdf(bytes) {
            return Err(SourceError::Pdf);
        }
        match kind::of(bytes) {
            Some(kind) => Err(SourceError::NotText(kind)),
            None => Ok(encoding::decode(bytes, diagnostics)),
        }
    }

    fn check_size(&self, bytes: usize) -> Result<(), SourceError> {
        if bytes > self.bytes { Err(SourceError::TooLarge { bytes, limit: self.bytes }) } else { Ok(()) }
    }

    #[cfg_attr(not(feature = "html"), allow(clippy::unused_self, clippy::unnecessary_wraps))]
    fn finish(&self, text: String, controls: bool, mut diagnostics: Vec<Diagnostic>) -> Result<Source, SourceError> {
        #[cfg(feature = "html")]
        let text = if html::is_html(&text) {
            if html::depth(&text) > self.depth {
                return Err(SourceError::TooDeep { limit: self.depth });
            }
            html::extract(&text, &mut diagnostics)
        } else {
            text
        };
        let text = repair::characters(text, controls, &mut diagnostics);
        let text = lines::mended(text, &mut diagnostics);
        Ok(Source { text, diagnostics })
    }
}

/// Why something cannot be read as a decision.
///
/// ```
/// let error = upheld::Source::decode(b"PK\x03\x04...").unwrap_err();
/// assert_eq!(error.to_string(), "this looks like an archive (ZIP), not like a text");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum SourceError {
    /// The file cannot be read.
    Io(io::Error),
    /// The bytes are a PDF document, whose text another program takes out. It is read like any other.
    Pdf,
    /// The bytes are another kind of file; it looks like this.
    NotText(String),
    /// More bytes than [`Limits::bytes`].
    TooLarge {
        /// How many there are, or at least there are.
        bytes: usize,
        /// How many there may be.
        limit: usize,
    },
    /// A web page whose elements are nested deeper than [`Limits::depth`].
    TooDeep {
        /// How deep they may be.
        limit: usize,
    },
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Pdf => f.write_str(
                "this is a PDF document: take its text out first, by `pdftotext` for one, or use the Python package, which can",
            ),
            Self::NotText(kind) => write!(f, "this looks like {kind}, not like a text"),
            Self::TooLarge { bytes, limit } => write!(f, "{bytes} bytes are too many; {limit} are the most"),
            Self::TooDeep { limit } => write!(f, "the elements of this web page are nested deeper than {limit}"),
        }
    }
}

impl std::error::Error for SourceError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        if let Self::Io(error) = self { Some(error) } else { None }
    }
}

/// How many, in the singular or the plural.
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_good_text_is_taken_as_it_is() {
        let text = "Ashvale Council’s £5 – “café”\r\nÉire\u{85}\u{a0}naïve\u{2028}§ 4(2)½ Zoë’s\n";
        let source = Source::decode(text.as_bytes()).unwrap();
        assert_eq!((source.text.as_str(), source.diagnostics.len()), (text, 0));
        assert_eq!(Limits::default().text(text).unwrap(), source);
    }

    #[test]
    fn limits_can_be_raised_and_lowered() {
        let limits = Limits { bytes: 3, depth: 2 };
        assert!(matches!(limits.text("four"), Err(SourceError::TooLarge { bytes: 4, limit: 3 })));
        assert!(matches!(limits.drain(io::repeat(b'a')), Err(SourceError::TooLarge { limit: 3, .. })));
        let unlimited = Limits { bytes: usize::MAX, depth: usize::MAX };
        assert_eq!(unlimited.drain(&b"four"[..]).unwrap().text, "four");
    }

    #[test]
    #[cfg(feature = "html")]
    fn web_pages() {
        let source = Source::decode(b"<p>A<br>B</p>").unwrap();
        assert_eq!(source.text, "A\nB\n\n");
        assert_eq!(source.diagnostics.len(), 1);
        let deep = |depth: usize| format!("<body>{}x", "<ol><li>".repeat(depth));
        assert!(matches!(Source::decode(deep(20_000).as_bytes()), Err(SourceError::TooDeep { limit: 512 })));
        let higher = Limits { depth: 2_000, ..Limits::default() };
        assert!(higher.text(&deep(1_000)).unwrap().text.trim_end().ends_with('x'));
    }
}
