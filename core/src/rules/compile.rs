//! From the words of a phrase to a phrase that can be matched.

use std::sync::Arc;

use pest::iterators::Pair;
use rustc_hash::{FxHashMap, FxHashSet};
use upheld_grammar::rules::Rule as Syntax;

use super::alternatives::Alternatives;
use super::forms::forms;
use super::phrase::{Atom, Choice, Element, Phrase, Sequence};
use super::problem::{Piece, RuleProblem, suggestion};
use super::words::{LONGEST, MONEY, NUMBER, Vocabulary, Word, WordId};

/// A gap of more words, or more gaps in a phrase, would let one phrase cost too much.
const WIDEST_GAP: usize = 12;
const MOST_GAPS: usize = 4;
/// A phrase of more steps is no phrase.
const MOST_ELEMENTS: usize = 64;
/// A choice may not stand for more alternatives, and all choices of a book together not for more than so many.
const MOST_ALTERNATIVES: usize = 2_000;
const MOST_IN_BOOK: usize = 1_000_000;
/// A gap that does not say how wide it is.
const USUAL_GAP: usize = 6;
/// Words that are everywhere, so that a phrase is better looked for by any other one.
const COMMON: &str = "a about also an and any are as at be been but by can could did do does for from had has have he her him his i if in \
    into is it its may me mr mrs ms my no not of on or our 's she should so some that the their them there these they this those to was we \
    were what when which who will with would you council";
/// Words that are often there.
const FREQUENT: &str = "fault complaint decision act care told local government final injustice considered amended section found said \
    asked months paragraph plan must investigate cannot days officer made time pay date letter find sent because home ombudsman \
    investigation agreed put took consider weeks person school say appeal nothing caused first more without before upheld complained \
    than make all look service take powers court other see same role left gave action remedy law assessment evidence wrong done case \
    needs matter right out review after two one whether within complains each both own then";

/// A family of words that leads to itself by way of more others than this is refused: it is read by going down into each.
const DEEPEST_FAMILY: usize = 50;
/// The longest alternative of a choice.
const LONGEST_SEQUENCE: usize = 24;

/// The lines of a family, each with its place in the book.
type FamilyLines<'b> = Vec<(Piece<'b>, Pair<'b, Syntax>)>;

/// The families of words that a book names, and the words of all its phrases.
pub(super) struct Compiler<'b> {
    /// What is being compiled.
    pub(super) piece: Piece<'b>,
    pub(super) vocabulary: Vocabulary,
    /// The families whose words are known, and the lines of those that no phrase needed so far.
    families: FxHashMap<&'b str, Alternatives>,
    /// The families that are a step of a phrase by themselves.
    steps: FxHashMap<&'b str, Arc<Choice>>,
    unread: FxHashMap<&'b str, FamilyLines<'b>>,
    /// The families that are being read, from the outermost.
    open: Vec<&'b str>,
    /// The families that phrases or other families name.
    pub(super) used: FxHashSet<&'b str>,
    /// Words up to this number are everywhere, and up to the other one often there.
    common: WordId,
    frequent: WordId,
    /// How many alternatives all choices had so far.
    alternatives: usize,
}

impl<'b> Compiler<'b> {
    pub(super) fn new(piece: Piece<'b>) -> Self {
        let mut vocabulary = Vocabulary::with_room();
        let mut last =
            |words: &str| words.split_whitespace().map(|word| vocabulary.intern(word)).max().unwrap_or_default();
        let (common, frequent) = (last(COMMON), last(FREQUENT));
        let families = [("number", NUMBER), ("sum", MONEY)];
        let families = families
            .map(|(name, id)| (name, Alternatives { singles: vec![id], longer: Vec::new() }))
            .into_iter()
            .collect();
        Self {
            piece,
            vocabulary,
            families,
            steps: FxHashMap::default(),
            unread: FxHashMap::default(),
            open: Vec::new(),
            used: FxHashSet::default(),
            common,
            frequent,
            alternatives: 0,
        }
    }

    /// Names a family.
    pub(super) fn name_family(&mut self, name: &'b str, lines: FamilyLines<'b>) {
        self.unread.insert(name, lines);
    }

    /// The words of a family; `at` is the place that asks for them.
    pub(super) fn family_named(&mut self, name: &'b str, at: usize) -> Result<Alternatives, RuleProblem> {
        if let Some(known) = self.families.get(name) {
            return Ok(known.clone());
        }
        let Some(lines) = self.unread.remove(name) else {
            if let Some(first) = self.open.iter().position(|open| *open == name) {
                let way: Vec<String> = self.open.iter().skip(first).map(|name| format!("<{name}>")).collect();
                let message = format!("`<{name}>` stands for itself, by way of {}", way.join(", "));
                return Err(self.piece.error(at, message));
            }
            let hint = suggestion(name, self.families.keys().chain(self.unread.keys()).copied());
            return Err(self.piece.error(at, format!("unknown family `<{name}>`{hint}")));
        };
        if self.open.len() >= DEEPEST_FAMILY {
            let message = format!("`<{name}>` lies more than {DEEPEST_FAMILY} families deep");
            return Err(self.piece.error(at, message));
        }
        let outer = self.piece;
        self.open.push(name);
        let read = lines.into_iter().try_fold(Alternatives::default(), |mut alternatives, (piece, choice)| {
            self.piece = piece;
            let at = choice.as_span().start();
            alternatives.extend(self.choice(&choice)?);
            if alternatives.len() > MOST_ALTERNATIVES { Err(self.too_many(at)) } else { Ok(alternatives) }
        });
        self.open.pop();
        self.piece = outer;
        // One with a mistake stands for nothing, so that it is told once.
        let alternatives = read.clone().unwrap_or_default();
        self.families.insert(name, alternatives);
        read
    }

    /// A phrase from its steps; `at` is its place in the book.
    pub(super) fn phrase(&mut self, parts: Vec<Pair<'b, Syntax>>, at: usize) -> Result<Phrase, RuleProblem> {
        let mut elements = Vec::with_capacity(parts.len());
        let end = parts.len();
        for (index, part) in parts.into_iter().enumerate() {
            let (start, last) = (part.as_span().start(), index + 1 == end);
            match part.as_rule() {
                Syntax::gap => {
                    let width = part.as_str().trim_start_matches('.');
                    let dots = part.as_str().len() - width.len();
                    if dots > 3 {
                        return Err(self.piece.error(start, "a gap is `...`, or `..` where no comma may stand in it"));
                    }
                    let width = if width.is_empty() { USUAL_GAP } else { width.parse().unwrap_or(usize::MAX) };
                    if width > WIDEST_GAP {
                        return Err(self.piece.error(start, format!("a gap may hold at most {WIDEST_GAP} words")));
                    }
                    elements.push(Element::Gap { width, near: dots == 2 });
                }
                Syntax::start if elements.is_empty() => elements.push(Element::Start),
                Syntax::start => return Err(self.piece.error(start, "`^` stands at the beginning of a phrase")),
                Syntax::finish if last => elements.push(Element::Finish),
                Syntax::finish => return Err(self.piece.error(start, "`$` stands at the end of a phrase")),
                Syntax::optional | Syntax::group => {
                    let optional = part.as_rule() == Syntax::optional;
                    let mut alternatives = Alternatives::default();
                    for choice in part.into_inner().filter(|part| part.as_rule() == Syntax::choice) {
                        alternatives.extend(self.choice(&choice)?);
                    }
                    elements.push(Element::Choice(Arc::new(self.choice_of(alternatives, optional))));
                }
                Syntax::family => {
                    let name = part.into_inner().next().map_or("", |name| name.as_str());
                    elements.push(Element::Choice(self.step(name, start)?));
                }
                Syntax::wildcard => elements.push(Element::Any),
                _ => match part.as_str().strip_suffix('~') {
                    Some(word) => {
                        let alternatives = Alternatives { singles: self.forms(word, start)?, longer: Vec::new() };
                        elements.push(Element::Choice(Arc::new(self.choice_of(alternatives, false))));
                    }
                    None => elements.extend(self.word(part.as_str(), start)?.into_iter().map(Element::Word)),
                },
            }
        }
        if elements.iter().filter(|element| matches!(element, Element::Gap { .. })).count() > MOST_GAPS {
            return Err(self.piece.error(at, format!("a phrase may have at most {MOST_GAPS} gaps")));
        }
        if elements.len() > MOST_ELEMENTS {
            return Err(self.piece.error(at, format!("a phrase may have at most {MOST_ELEMENTS} words and gaps")));
        }
        let anchor =
            self.anchor(&elements).ok_or_else(|| self.piece.error(at, "a phrase needs a word that must be there"))?;
        Ok(Phrase { elements, anchor })
    }

    /// The element whose words are rarest.
    fn anchor(&self, elements: &[Element]) -> Option<usize> {
        let cost = |element: &Element| match element {
            Element::Word(id) => Some(self.weight(*id)),
            Element::Choice(choice) if !choice.optional => {
                Some(choice.pivots.as_ref()?.iter().map(|id| self.weight(*id)).sum())
            }
            _ => None,
        };
        let costs =
            elements.iter().enumerate().filter_map(|(index, element)| cost(element).map(|cost: u32| (cost, index)));
        costs.min().map(|(_, index)| index)
    }

    /// How costly it is to look a phrase up by a word.
    fn weight(&self, id: WordId) -> u32 {
        match id {
            id if id <= self.common => 60,
            id if id <= self.frequent => 10,
            _ => 1,
        }
    }

    /// A choice; each of its longer alternatives is looked up by the rarest of its words.
    fn choice_of(&self, alternatives: Alternatives, optional: bool) -> Choice {
        let longer = alternatives.longer.into_iter().map(|atoms| {
            let words = atoms.iter().enumerate().filter_map(|(index, atom)| match atom {
                Atom::Word(id) => Some((self.weight(*id), index)),
                Atom::Any => None,
            });
            let pivot = words.min().map(|(_, index)| index);
            Sequence { atoms, pivot }
        });
        Choice::new(alternatives.singles, longer.collect(), optional)
    }

    /// A family as a step of a phrase.
    fn step(&mut self, name: &'b str, at: usize) -> Result<Arc<Choice>, RuleProblem> {
        // Counted each time: a phrase is looked up by every word of it.
        if let Some(known) = self.steps.get(name).map(Arc::clone) {
            self.count(at, known.len())?;
            return Ok(known);
        }
        let alternatives = self.family(name, at)?;
        self.count(at, alternatives.len())?;
        let step = Arc::new(self.choice_of(alternatives, false));
        self.steps.insert(name, Arc::clone(&step));
        Ok(step)
    }

    /// The alternatives of a choice, families written out.
    fn choice(&mut self, choice: &Pair<'b, Syntax>) -> Result<Alternatives, RuleProblem> {
        let mut at = choice.as_span().start();
        let (start, mut alternatives) = (at, Alternatives::default());
        alternatives.singles.reserve(choice.as_str().bytes().filter(|byte| *byte == b'|').count() + 1);
        let text = choice.as_str();
        for words in text.as_bytes().split(|byte| *byte == b'|') {
            let words = text.get(at - start..at - start + words.len()).unwrap_or_default();
            let before = words.len() - words.trim_start().len();
            self.alternative(words.trim(), at + before, &mut alternatives)?;
            if alternatives.len() > MOST_ALTERNATIVES {
                return Err(self.too_many(start));
            }
            at += words.len() + 1;
        }
        self.count(start, alternatives.len())?;
        Ok(alternatives)
    }

    /// Adds what some words stand for: a sequence for each way through the families in them.
    fn alternative(&mut self, words: &'b str, start: usize, to: &mut Alternatives) -> Result<(), RuleProblem> {
        if words.is_empty() {
            return Err(self.piece.error(start, "expected a word on each side of `|`"));
        }
        // Most alternatives are one word.
        if words.bytes().all(|byte| byte.is_ascii_lowercase()) {
            to.singles.push(self.part(words, start)?);
            return Ok(());
        }
        if let Some(name) =
            words.strip_prefix('<').and_then(|words| words.strip_suffix('>')).filter(|it| !it.contains('<'))
        {
            to.extend(self.family(name, start)?);
            return Ok(());
        }
        let room = MOST_ALTERNATIVES.saturating_sub(to.len());
        let mut prefixes: Vec<Vec<Atom>> = vec![Vec::new()];
        let mut at = start;
        for unit in words.split([' ', '\t']) {
            let place = at;
            at += unit.len() + 1;
            if unit.is_empty() {
                continue;
            }
            let endings: Vec<Vec<Atom>> =
                match unit.strip_prefix('<').map(|name| name.strip_suffix('>').unwrap_or(name)) {
                    Some(name) => self.family(name, place)?.sequences().collect(),
                    None if unit == "*" => vec![vec![Atom::Any]],
                    None if unit.ends_with('~') => {
                        let forms = self.forms(unit.trim_end_matches('~'), place)?;
                        forms.into_iter().map(|form| vec![Atom::Word(form)]).collect()
                    }
                    None => vec![self.word(unit, place)?.into_iter().map(Atom::Word).collect()],
                };
            if prefixes.len() * endings.len() > room {
                return Err(self.too_many(start));
            }
            if let ([prefix], [ending]) = (prefixes.as_mut_slice(), endings.as_slice()) {
                prefix.extend(ending);
            } else {
                let longer = |prefix: &Vec<Atom>| {
                    endings.iter().map(|ending| [prefix.as_slice(), ending].concat()).collect::<Vec<_>>()
                };
                prefixes = prefixes.iter().flat_map(longer).collect();
            }
            if prefixes.iter().any(|prefix| prefix.len() > LONGEST_SEQUENCE) {
                let message = format!("an alternative may have at most {LONGEST_SEQUENCE} words");
                return Err(self.piece.error(start, message));
            }
        }
        for atoms in prefixes {
            to.push(atoms);
        }
        Ok(())
    }

    fn too_many(&self, at: usize) -> RuleProblem {
        self.piece.error(at, format!("this stands for more than {MOST_ALTERNATIVES} alternatives"))
    }

    fn count(&mut self, at: usize, alternatives: usize) -> Result<(), RuleProblem> {
        self.alternatives += alternatives;
        if self.alternatives > MOST_IN_BOOK {
            let message = format!("the choices of this book stand for more than {MOST_IN_BOOK} alternatives");
            return Err(self.piece.error(at, message));
        }
        Ok(())
    }

    fn family(&mut self, name: &'b str, at: usize) -> Result<Alternatives, RuleProblem> {
        self.used.insert(name);
        self.family_named(name, at)
    }

    /// The forms of a word.
    fn forms(&mut self, word: &str, at: usize) -> Result<Vec<WordId>, RuleProblem> {
        if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return Err(self
                .piece
                .error(at, format!("`{word}~` has no forms: write one word in small letters before `~`")));
        }
        forms(word).iter().map(|form| self.part(form, at)).collect()
    }

    /// The words of a word, cut as a text is: hyphens and `'s` part it.
    fn word(&mut self, word: &str, at: usize) -> Result<Vec<WordId>, RuleProblem> {
        if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return Ok(vec![self.part(word, at)?]);
        }
        let odd = |letter: &char| !(letter.is_ascii_alphanumeric() || matches!(letter, '\'' | '’' | '-'));
        if let Some(odd) = word.chars().find(odd) {
            return Err(self.piece.error(at, format!("`{odd}` has no meaning among words: {}", in_words(odd))));
        }
        // By itself it is cut off no word, as it is in a text.
        if matches!(word, "'s" | "’s") {
            return Ok(vec![self.vocabulary.intern("'s")]);
        }
        let mut parts = Vec::new();
        Vocabulary::default().cut(word, &mut parts);
        if parts.is_empty() {
            return Err(self.piece.error(at, format!("`{word}` is no word")));
        }
        let text = |part: &Word| word.get(part.start as usize..part.end as usize).unwrap_or_default();
        parts.iter().map(|part| self.part(text(part), at)).collect()
    }

    fn part(&mut self, part: &str, at: usize) -> Result<WordId, RuleProblem> {
        if part.len() > LONGEST {
            let message = format!("`{part}` is too long: a word may have at most {LONGEST} letters");
            return Err(self.piece.error(at, message));
        }
        Ok(self.vocabulary.intern(part))
    }
}

/// What would be right instead of a mark that stands among words.
fn in_words(odd: char) -> &'static str {
    match odd {
        '.' => "a gap stands between the steps of a phrase, not within brackets",
        '(' | '[' | '<' | '>' => "brackets do not stand within brackets",
        '£' => "`<sum>` stands for a sum of money",
        _ => "words are made of letters, digits, hyphens and apostrophes",
    }
}
