//! Phrases that another one swallows: wherever they match, it matches the same words and means the same.

use crate::rules::phrase::{Atom, Element, Steps};
use crate::rules::problem::{BookText, Piece, RuleProblem};
use crate::rules::words::{Before, NUMBER, UNKNOWN, Word, WordId};
use crate::rules::{Entry, Owner, RuleBook, Wording};

/// A phrase that stands for more sentences than this is not looked into.
const MOST_SENTENCES: usize = 64;
/// In a book of many thousand phrases this would take minutes: it ends after so many steps.
const MOST_STEPS: usize = 20_000_000;

pub(super) fn warnings(book: &RuleBook, own: &BookText) -> Vec<RuleProblem> {
    let own_index = book.texts.iter().position(|text| std::ptr::eq(&raw const **text, own));
    let mut warnings = Vec::new();
    let steps = Steps::new(MOST_STEPS);
    for (index, entry) in book.entries.iter().enumerate() {
        if Some(usize::from(entry.origin.text)) != own_index {
            continue;
        }
        if steps.ran_short() {
            break;
        }
        let Some(other) = swallower(book, index, entry, &steps) else { continue };
        let Some(at) = own.phrase_at(entry.origin.line) else { continue };
        let place = if other.origin.text == entry.origin.text {
            format!("line {}", other.origin.line)
        } else {
            format!("line {} of `{}`", other.origin.line, book.text_name(other.origin))
        };
        let message = format!("the phrase on {place} swallows this one: it matches the same words, and means the same");
        warnings.push(Piece { text: own, start: 0 }.warning(at, message));
    }
    warnings
}

/// Another phrase that matches whatever `entry` does.
fn swallower<'b>(book: &'b RuleBook, index: usize, entry: &Entry, steps: &Steps) -> Option<&'b Entry> {
    let sentences = sentences(entry)?;
    let mut common: Option<Vec<u32>> = None;
    for sentence in &sentences {
        let found = book.scan_all(&sentence.words, entry.owner, entry.roles, steps);
        let matching =
            found.iter().filter(|it| (it.start, it.end) == (sentence.start, sentence.end)).map(|it| it.entry);
        let matching: Vec<u32> = match common {
            None => matching.collect(),
            Some(known) => matching.filter(|entry| known.contains(entry)).collect(),
        };
        common = Some(matching);
    }
    if steps.ran_short() {
        return None;
    }
    let others = common.unwrap_or_default().into_iter().filter(|other| *other as usize != index);
    let mut others = others.filter_map(|other| book.entries.get(other as usize).map(|it| (other, it)));
    // Of two that match the same the former stays.
    others
        .find(|(other, it)| {
            it.roles.cover(entry.roles)
                && same_meaning(book, it.owner, entry.owner)
                && ((*other as usize) < index || !swallows(book, entry, it, steps))
        })
        .map(|(_, it)| it)
}

/// Whether `entry` matches whatever `other` does, too.
fn swallows(book: &RuleBook, entry: &Entry, other: &Entry, steps: &Steps) -> bool {
    let Some(sentences) = sentences(other) else { return false };
    entry.roles.cover(other.roles)
        && sentences.iter().all(|sentence| {
            let found = book.scan_all(&sentence.words, other.owner, other.roles, steps);
            found.iter().any(|it| {
                (it.start, it.end) == (sentence.start, sentence.end)
                    && book.entries.get(it.entry as usize).is_some_and(|it| it.origin == entry.origin)
            })
        })
}

fn same_meaning(book: &RuleBook, a: Owner, b: Owner) -> bool {
    match (a, b) {
        (Owner::Cue(a), Owner::Cue(b)) => {
            let meaning = |index| book.cue(index).map(|it| (it.kind, it.negated, it.about, it.after.clone()));
            meaning(a) == meaning(b)
        }
        (Owner::Remedy(a), Owner::Remedy(b)) => {
            let meaning = |index| book.remedy(index).map(|it| (it.kind, it.told));
            meaning(a) == meaning(b)
        }
        _ => a == b,
    }
}

/// Words that a phrase matches, between others.
struct Sentence {
    words: Vec<Word>,
    start: usize,
    end: usize,
}

/// Sentences that stand for all that a phrase matches: each of its alternatives, each gap of each width, without and with
/// commas. `None` if these are too many.
fn sentences(entry: &Entry) -> Option<Vec<Sentence>> {
    let Wording::Phrase(phrase) = &entry.wording else { return None };
    let word = |id: WordId, before| Word { id, start: 0, end: 0, before, number: id == NUMBER };
    let plain = |id: WordId| word(id, Before::Nothing);
    let mut all: Vec<Vec<Word>> = vec![Vec::new()];
    let (mut at_start, mut at_end, mut has_near) = (false, false, false);
    for element in &phrase.elements {
        let endings: Vec<Vec<Word>> = match element {
            Element::Word(id) => vec![vec![plain(*id)]],
            Element::Any => vec![vec![plain(UNKNOWN)]],
            Element::Choice(choice) => choice
                .alternatives()
                .map(|atoms| {
                    atoms.iter().map(|atom| plain(if let Atom::Word(id) = atom { *id } else { UNKNOWN })).collect()
                })
                .collect(),
            Element::Gap { width, near } => {
                has_near |= near;
                (0..=*width).map(|width| vec![plain(UNKNOWN); width]).collect()
            }
            Element::Start => {
                at_start = true;
                continue;
            }
            Element::Finish => {
                at_end = true;
                continue;
            }
        };
        if all.len() * endings.len() > MOST_SENTENCES {
            return None;
        }
        let longer =
            |words: &Vec<Word>| endings.iter().map(|ending| [words.as_slice(), ending].concat()).collect::<Vec<_>>();
        all = all.iter().flat_map(longer).collect();
    }
    let between = |words: Vec<Word>| {
        let start = usize::from(!at_start);
        let end = start + words.len();
        let mut sentence = Vec::with_capacity(end + 1);
        sentence.extend((!at_start).then(|| plain(UNKNOWN)));
        sentence.extend(words);
        sentence.extend((!at_end).then(|| plain(UNKNOWN)));
        Sentence { words: sentence, start, end }
    };
    // Commas may stand between any words, but for a gap that has none.
    let with_commas = |words: &Vec<Word>| words.iter().map(|it| Word { before: Before::Comma, ..*it }).collect();
    let commas: Vec<Vec<Word>> = if has_near { Vec::new() } else { all.iter().map(with_commas).collect() };
    Some(all.into_iter().chain(commas).map(between).collect())
}
