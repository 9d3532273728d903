//! A page that grows from top to bottom: headings, paragraphs with a number in the margin, lists.

use anstyle::Style;
use textwrap::core::display_width;

use crate::flow::{self, Word};
use crate::tone::{Tone, paint};

/// Room for the number of a paragraph and the space behind it.
const MARGIN: usize = 7;
/// How much further in a list stands.
const INDENT: usize = 4;

/// A page that grows.
pub(crate) struct Page {
    text: String,
    width: usize,
}

impl Page {
    /// An empty page, so wide.
    pub(crate) fn new(width: usize) -> Self {
        Self { text: String::new(), width }
    }

    /// An empty line.
    pub(crate) fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A heading with its role behind it, and a line below that tells its level.
    pub(crate) fn heading(&mut self, title: &str, level: u8, role: &str) {
        self.gap();
        let mut words: Vec<Word> = flow::words(title, Style::new().bold()).collect();
        words.extend(flow::words(role, Tone::Faint.style()));
        for line in flow::lines(&words, self.width) {
            self.line(&line);
        }
        let below = match level {
            0 | 1 => "─",
            2 => "┄",
            _ => return,
        };
        self.line(&below.repeat(display_width(title).min(self.width)));
    }

    /// A paragraph with what stands in its margin.
    pub(crate) fn paragraph(&mut self, margin: &str, words: &[Word]) {
        self.hanging(&format!("{margin:>width$}  ", width = MARGIN - 2), MARGIN, words);
    }

    /// An item of a list behind its number, letter or bullet.
    pub(crate) fn item(&mut self, marker: &str, words: &[Word]) {
        let indent = MARGIN + INDENT;
        self.hanging(&format!("{}{marker:<INDENT$}", " ".repeat(MARGIN)), indent, words);
    }

    /// A name and what is to be said of it, the names under each other.
    pub(crate) fn entry(&mut self, name: &str, name_style: Style, room: usize, text: &str) {
        let first = format!("{}{}  ", paint(name_style, name), " ".repeat(room.saturating_sub(display_width(name))));
        let words: Vec<Word> = flow::words(text, Style::new()).collect();
        self.hanging(&first, room + 2, &words);
    }

    fn hanging(&mut self, first: &str, indent: usize, words: &[Word]) {
        let lines = flow::lines(words, self.width.saturating_sub(indent).max(20));
        for (index, line) in lines.iter().enumerate() {
            let before = if index == 0 { first.to_owned() } else { " ".repeat(indent) };
            self.line(&format!("{before}{line}"));
        }
        if lines.is_empty() {
            self.line(first);
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end_matches(' '));
        self.text.push('\n');
    }

    /// The page.
    pub(crate) fn finish(self) -> String {
        self.text
    }
}
