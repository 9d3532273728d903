//! Words in their styles, broken into lines.

use anstyle::Style;
use textwrap::core::{Fragment, display_width};
use textwrap::wrap_algorithms::wrap_first_fit;

/// A word, which may change its style inside, with the space in front of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Word {
    /// The pieces of the word, each in one style.
    pub(crate) pieces: Vec<(Style, String)>,
    /// The style of the space in front of it.
    pub(crate) space: Style,
}

impl Word {
    /// A word in one style.
    pub(crate) fn plain(style: Style, text: impl Into<String>) -> Self {
        Self { pieces: vec![(style, text.into())], space: Style::new() }
    }
}

impl Fragment for Word {
    fn width(&self) -> f64 {
        let width: usize = self.pieces.iter().map(|(_, text)| display_width(text)).sum();
        // No word comes near the numbers that this cannot hold.
        u32::try_from(width).map_or(f64::MAX, f64::from)
    }

    fn whitespace_width(&self) -> f64 {
        1.0
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// The words of a text, in one style with the spaces between them.
pub(crate) fn words(text: &str, style: Style) -> impl Iterator<Item = Word> {
    text.split_whitespace().map(move |word| Word { space: style, ..Word::plain(style, word) })
}

/// The words in lines of at most `width` characters. A style ends with its line, so that no margin is painted.
pub(crate) fn lines(words: &[Word], width: usize) -> Vec<String> {
    let width = u32::try_from(width).map_or(f64::MAX, f64::from);
    // Of no words it makes one line.
    wrap_first_fit(words, &[width]).into_iter().filter(|words| !words.is_empty()).map(line).collect()
}

fn line(words: &[Word]) -> String {
    let (mut line, mut style) = (String::new(), Style::new());
    let mut push = |next: Style, text: &str| {
        if next != style {
            line.push_str(&style.render_reset().to_string());
            line.push_str(&next.render().to_string());
            style = next;
        }
        line.push_str(text);
    };
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            push(word.space, " ");
        }
        for (style, text) in &word.pieces {
            push(*style, text);
        }
    }
    push(Style::new(), "");
    line
}

#[cfg(test)]
mod tests {
    use anstyle::AnsiColor;

    use super::*;

    #[test]
    fn a_style_ends_with_its_line() {
        let red = AnsiColor::Red.on_default();
        let word = |text: &str| Word { pieces: vec![(red, text.to_owned())], space: red };
        let words = [Word::plain(Style::new(), "a"), word("bb"), word("cc")];
        assert_eq!(lines(&words, 4), ["a\u{1b}[31m bb\u{1b}[0m", "\u{1b}[31mcc\u{1b}[0m"]);
    }

    #[test]
    fn no_words_are_no_lines() {
        assert!(lines(&[], 5).is_empty());
    }

    #[test]
    fn a_word_wider_than_the_line_stands_alone() {
        let words = [Word::plain(Style::new(), "ab"), Word::plain(Style::new(), "abcdefgh")];
        assert_eq!(lines(&words, 5), ["ab", "abcdefgh"]);
    }
}
