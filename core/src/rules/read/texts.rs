//! The texts that make a book: its own, and those that it includes, each once.

use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, LazyLock};

use pest::iterators::Pair;

use super::Syntax;
use super::statement::{Chunk, chunks};
use crate::rules::RuleBook;
use crate::rules::problem::{BookText, MOST_PROBLEMS, Piece, RuleProblem};
use crate::source::read_text;

/// A book with more bytes in all its texts is refused.
const LARGEST_BOOK: usize = 4 << 20;
/// A book that includes more files is refused.
const MOST_TEXTS: usize = 32;
/// What a book calls the standard one.
const STANDARD: &str = "standard";

static STANDARD_TEXT: LazyLock<Arc<BookText>> =
    LazyLock::new(|| Arc::new(BookText::new("standard.rules", RuleBook::STANDARD_TEXT)));

/// Collects the texts of a book: what is included stands before what includes it.
pub(crate) struct Collector {
    /// The folder of the book, if it is a file: whatever it includes must lie there or below.
    folder: Option<PathBuf>,
    /// The files that are open, from the book's own to the innermost.
    open: Vec<PathBuf>,
    bytes: usize,
    texts: Vec<Arc<BookText>>,
    problems: Vec<RuleProblem>,
}

impl Collector {
    /// Begins with the texts of a book that is to be extended; none for a new one. `path` is the book's file, if it is one.
    pub(crate) fn new(texts: &[Arc<BookText>], path: Option<&Path>) -> Self {
        let folder = path.map(|path| path.parent().map(Path::to_path_buf).unwrap_or_default());
        let open = path.and_then(Path::file_name).map(PathBuf::from).into_iter().collect();
        let bytes = texts.iter().map(|text| text.text.len()).sum();
        Self { folder, open, bytes, texts: texts.to_vec(), problems: Vec::new() }
    }

    /// The standard book's own text.
    pub(crate) fn standard() -> Vec<Arc<BookText>> {
        vec![Arc::clone(&STANDARD_TEXT)]
    }

    /// A text by its name; the standard book's own is shared.
    pub(crate) fn shared(name: &str, text: String) -> Arc<BookText> {
        if text == RuleBook::STANDARD_TEXT { Arc::clone(&STANDARD_TEXT) } else { Arc::new(BookText::new(name, text)) }
    }

    /// Adds a book with all that it includes. Mistakes in its `include`s are told with all others.
    pub(crate) fn add(mut self, name: &str, text: &str) -> (Vec<Arc<BookText>>, Vec<RuleProblem>) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        self.text(BookText::new(name, text.to_owned()));
        (self.texts, self.problems)
    }

    fn text(&mut self, text: BookText) {
        self.bytes += text.text.len();
        let piece = Piece { text: &text, start: 0 };
        if self.bytes > LARGEST_BOOK {
            let message = format!("the book has more than {LARGEST_BOOK} bytes, which are the most");
            self.problems.push(piece.error(0, message));
            return;
        }
        for chunk in chunks(&text).filter(|chunk| chunk.words().starts_with("include")) {
            if self.problems.len() >= MOST_PROBLEMS {
                break;
            }
            // What is wrong with the statement itself is told when all statements are read.
            if let Ok((_, pair)) = chunk.parse() {
                self.include(chunk, &pair);
            }
        }
        self.texts.push(Arc::new(text));
    }

    fn include(&mut self, chunk: Chunk<'_>, statement: &Pair<'_, Syntax>) {
        let Some(what) = statement.clone().into_inner().next() else { return };
        let at = what.as_span().start();
        let problem = |message: String| chunk.piece().error(at, message);
        if what.as_rule() == Syntax::name {
            if what.as_str() != STANDARD {
                let file = what.as_str();
                let message = format!("unknown book `{file}`: write `include standard`, or a file in quotes");
                self.problems.push(problem(message));
            } else if !self.texts.iter().any(|text| Arc::ptr_eq(text, &STANDARD_TEXT)) {
                self.bytes += STANDARD_TEXT.text.len();
                self.texts.push(Arc::clone(&STANDARD_TEXT));
            }
            return;
        }
        let inside = what.as_str().trim_matches('"');
        if inside == STANDARD {
            self.problems.push(problem("the standard book is included without quotes: `include standard`".to_owned()));
            return;
        }
        match self.find(inside) {
            Ok((path, name)) => {
                if self.open.contains(&path) {
                    self.problems.push(problem(format!("`{inside}` includes itself, by way of this statement")));
                } else if self.texts.len() + self.open.len() > MOST_TEXTS {
                    self.problems.push(problem(format!("a book may include at most {MOST_TEXTS} files")));
                } else if !self.texts.iter().any(|text| *text.name == *name) {
                    match Self::read(Path::new(&name)) {
                        Ok(read) => {
                            self.open.push(path);
                            self.text(BookText::new(&name, read));
                            self.open.pop();
                        }
                        Err(error) => self.problems.push(problem(format!("`{inside}` cannot be read: {error}"))),
                    }
                }
            }
            Err(message) => self.problems.push(problem(message)),
        }
    }

    /// The text of a file. What is no file would keep the program waiting.
    fn read(path: &Path) -> Result<String, String> {
        let file = std::fs::metadata(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
            _ => error.to_string(),
        })?;
        if !file.is_file() {
            return Err("this is no file".to_owned());
        }
        if file.len() > LARGEST_BOOK as u64 {
            return Err(format!("it has more than {LARGEST_BOOK} bytes"));
        }
        read_text(path).map_err(|error| error.to_string())
    }

    /// A file that the innermost open one includes: its path from the book's folder, and what errors call it. A book from
    /// a stranger must not quote other files of this machine in its errors, so it reaches only what lies beside it.
    fn find(&self, inside: &str) -> Result<(PathBuf, String), String> {
        let Some(folder) = &self.folder else {
            return Err("only a book that is read from a file can include another file".to_owned());
        };
        let here = self.open.last().and_then(|path| path.parent()).unwrap_or_else(|| Path::new(""));
        let path = here.join(inside);
        if inside.is_empty() || path.components().any(|part| !matches!(part, Component::Normal(_) | Component::CurDir))
        {
            return Err(format!("`{inside}` must be a file in the folder of the book or below it"));
        }
        let path: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
        let full = folder.join(&path);
        let root = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let beyond = |full: PathBuf| root.canonicalize().is_ok_and(|root| !full.starts_with(root));
        if full.canonicalize().is_ok_and(beyond) {
            return Err(format!("`{inside}` leads out of the folder of the book"));
        }
        Ok((path, full.display().to_string()))
    }
}
