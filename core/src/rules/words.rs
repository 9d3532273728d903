//! Words: what phrases are made of, and what they are matched against.

use rustc_hash::FxHashMap;

use crate::work;

/// The number that a word of the rule book has; the same for all words that the book does not know.
pub(crate) type WordId = u32;

/// A word that the book does not know.
pub(super) const UNKNOWN: WordId = 0;
/// A number in digits, `<number>` in phrases.
pub(super) const NUMBER: WordId = 1;
/// A sum of money, `<sum>` in phrases.
pub(super) const MONEY: WordId = 2;
/// The first number of a word of the book.
const FIRST: WordId = 3;
/// A word of more bytes is unknown, so that any word the book knows is one number to look up.
pub(super) const LONGEST: usize = 21;

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Before {
    /// A space, a hyphen, a quotation mark, or nothing.
    Nothing,
    /// A comma.
    Comma,
    /// A semicolon.
    Semicolon,
    /// A colon, a dash, a bracket: no phrase runs across it.
    Break,
}

/// A word of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) id: WordId,
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) before: Before,
    /// Whether it is a number, which `<number>` stands for even where the book names it: "12".
    pub(crate) number: bool,
}

impl Word {
    /// Whether it is what a word of a phrase stands for.
    pub(super) fn is(&self, id: WordId) -> bool {
        self.id == id || id == NUMBER && self.number
    }
}

/// The words of a rule book.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    ids: FxHashMap<u128, WordId>,
}

impl Vocabulary {
    /// An empty one, with room for the words of a book.
    pub(super) fn with_room() -> Self {
        Self { ids: FxHashMap::with_capacity_and_hasher(4_096, rustc_hash::FxBuildHasher) }
    }

    /// The number of a word, given anew if need be.
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        let next = FIRST + u32::try_from(self.ids.len()).unwrap_or(u32::MAX - FIRST);
        *self.ids.entry(key(word.as_bytes()).unwrap_or_default()).or_insert(next)
    }

    /// One more than the largest number.
    pub(super) fn len(&self) -> usize {
        self.ids.len() + FIRST as usize
    }

    /// Cuts `text` into words and adds them to `words`. `'s` is a word of its own; a hyphen parts two words; case and
    /// the shape of apostrophes do not count.
    pub(crate) fn cut(&self, text: &str, words: &mut Vec<Word>) {
        work::count(text.len());
        let bytes = text.as_bytes();
        let mut at = 0;
        let mut before = Before::Nothing;
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii_alphabetic() || byte >= 0x80 && is_letter(text, at) {
                let end = word_end(bytes, text, at);
                words.push(Word {
                    id: self.id(bytes.get(at..end).unwrap_or_default()).unwrap_or(UNKNOWN),
                    start: offset(at),
                    end: offset(end),
                    before,
                    number: false,
                });
                at = end;
            } else if byte.is_ascii_digit() || byte == 0xC2 && bytes.get(at + 1) == Some(&0xA3) {
                let sum = !byte.is_ascii_digit();
                let end = number_end(bytes, if sum { at + 2 } else { at });
                let id = if sum { MONEY } else { self.id(bytes.get(at..end).unwrap_or_default()).unwrap_or(NUMBER) };
                words.push(Word { id, start: offset(at), end: offset(end), before, number: !sum });
                at = end;
            } else if let Some(end) = possessive_end(bytes, at, words.last().map(|word| word.end as usize)) {
                let id = self.id(b"'s").unwrap_or(UNKNOWN);
                words.push(Word { id, start: offset(at), end: offset(end), before, number: false });
                at = end;
            } else {
                let (mark, len) = mark(bytes, at);
                before = if matches!((before, mark), (_, Before::Nothing) | (Before::Break | Before::Semicolon, _)) {
                    before
                } else {
                    mark
                };
                at += len;
                continue;
            }
            before = Before::Nothing;
        }
    }

    /// The number of a word as it stands in a text.
    fn id(&self, word: &[u8]) -> Option<WordId> {
        self.ids.get(&key(word)?).copied()
    }
}

/// The code of an apostrophe, behind those of letters and digits.
const APOSTROPHE: u8 = 37;

/// What a byte adds to the number of a word: its letter, small, or its digit; 0 for what no word of a book has.
#[allow(clippy::indexing_slicing)] // worked out when the crate is built, and a byte is less than 256
const CODES: [u8; 256] = {
    let mut codes = [0; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        codes[byte as usize] = match byte.to_ascii_lowercase() {
            letter @ b'a'..=b'z' => letter - b'a' + 1,
            digit @ b'0'..=b'9' => digit - b'0' + 27,
            b'\'' => APOSTROPHE,
            _ => 0,
        };
        byte += 1;
    }
    codes
};

/// The letters of a word as one number, six bits each, small and with straight apostrophes; `None` for a word that is
/// too long or has other letters, which no word of a book has.
fn key(word: &[u8]) -> Option<u128> {
    let (mut key, mut letters) = (0, 0);
    let mut bytes = word.iter();
    while let Some(&byte) = bytes.next() {
        let code = match CODES.get(usize::from(byte)) {
            Some(0) if byte == 0xE2 && bytes.as_slice().starts_with(&[0x80, 0x99]) => {
                bytes.nth(1);
                APOSTROPHE
            }
            Some(0) | None => return None,
            Some(&code) => code,
        };
        key = key << 6 | u128::from(code);
        letters += 1;
    }
    (letters <= LONGEST).then_some(key)
}

/// An offset in a sentence; no sentence has four gigabytes.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn is_letter(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphabetic)
}

/// The length of an apostrophe at `at`, straight or curly.
fn apostrophe(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at..)? {
        [b'\'', ..] => Some(1),
        [0xE2, 0x80, 0x99, ..] => Some(3),
        _ => None,
    }
}

/// Letters, and an apostrophe between two of them, but for `'s`.
fn word_end(bytes: &[u8], text: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphabetic() {
            at += 1;
        } else if let Some(len) = apostrophe(bytes, at) {
            let inside = bytes.get(at + len).is_some_and(u8::is_ascii_alphabetic);
            if !inside || possessive_end(bytes, at, Some(at)).is_some() {
                break;
            }
            at += len;
        } else if byte >= 0x80 && is_letter(text, at) {
            at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        } else {
            break;
        }
    }
    at
}

/// The end of an `'s` at `at`, directly behind the word that ends at `word_end`.
fn possessive_end(bytes: &[u8], at: usize, word_end: Option<usize>) -> Option<usize> {
    let len = apostrophe(bytes, at).filter(|_| word_end == Some(at))?;
    let end = at + len + 1;
    let s = matches!(bytes.get(at + len), Some(b's' | b'S'));
    (s && !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric)).then_some(end)
}

/// Digits with commas and full stops between them, and letters at once behind them ("47a", "1st").
fn number_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        let between = matches!(byte, b',' | b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !(byte.is_ascii_alphanumeric() || between) {
            break;
        }
        at += 1;
    }
    at
}

/// What a mark between words is, and its length in bytes.
fn mark(bytes: &[u8], at: usize) -> (Before, usize) {
    match bytes.get(at..).unwrap_or_default() {
        [b',', ..] => (Before::Comma, 1),
        [b';', ..] => (Before::Semicolon, 1),
        [b':' | b'(' | b')' | b'[' | b']' | b'.' | b'?' | b'!', ..] => (Before::Break, 1),
        // An en or em dash parts clauses; a spaced hyphen does so too.
        [0xE2, 0x80, 0x93 | 0x94, ..] | [b' ', b'-', b' ', ..] => (Before::Break, 3),
        [byte, ..] => (Before::Nothing, if *byte < 0x80 { 1 } else { utf8_len(*byte) }),
        [] => (Before::Nothing, 1),
    }
}

fn utf8_len(first: u8) -> usize {
    match first {
        0xF0.. => 4,
        0xE0.. => 3,
        _ => 2,
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::Before::{Break, Comma, Nothing, Semicolon};
    use super::*;

    fn cut<'t>(vocabulary: &Vocabulary, text: &'t str) -> Vec<(&'t str, WordId, Before)> {
        let mut words = Vec::new();
        vocabulary.cut(text, &mut words);
        words.iter().map(|word| (&text[word.start as usize..word.end as usize], word.id, word.before)).collect()
    }

    #[test]
    fn possessives_contractions_and_hyphens() {
        let mut vocabulary = Vocabulary::default();
        let (council, s, didnt) = (vocabulary.intern("Council"), vocabulary.intern("'s"), vocabulary.intern("didn’t"));
        let words = cut(&vocabulary, "The COUNCIL’s officer didn't re-open it");
        let texts: Vec<_> = words.iter().map(|word| word.0).collect();
        assert_eq!(texts, ["The", "COUNCIL", "’s", "officer", "didn't", "re", "open", "it"]);
        assert_eq!([words[1].1, words[2].1, words[4].1], [council, s, didnt]);
    }

    #[test]
    fn sums_and_numbers() {
        let words = cut(&Vocabulary::default(), "pay £1,147.35 by 31 May 2022, under s.47");
        let ids: Vec<_> = words.iter().map(|word| (word.0, word.1)).collect();
        assert!(ids.contains(&("£1,147.35", MONEY)) && ids.contains(&("31", NUMBER)) && ids.contains(&("47", NUMBER)));
    }

    #[test]
    fn marks_between_words() {
        let words = cut(&Vocabulary::default(), "late, but fair; so (it said) – no");
        let marks: Vec<_> = words.iter().map(|word| word.2).collect();
        assert_eq!(marks, [Nothing, Comma, Nothing, Semicolon, Break, Nothing, Break]);
    }
}
