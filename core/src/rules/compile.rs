//! From the words of a phrase to a phrase that can be matched.

use pest::iterators::Pair;
use rustc_hash::{FxHashMap, FxHashSet};
use upheld_grammar::rules::Rule as Syntax;

use super::phrase::{Atom, Choice, Element, Phrase, Sequence};
use super::problem::{Piece, RuleProblem, suggestion};
use super::words::{LONGEST, MONEY, NUMBER, Vocabulary, WordId};

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
    families: FxHashMap<&'b str, Vec<Vec<Atom>>>,
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
        let mut vocabulary = Vocabulary::default();
        let mut last =
            |words: &str| words.split_whitespace().map(|word| vocabulary.intern(word)).max().unwrap_or_default();
        let (common, frequent) = (last(COMMON), last(FREQUENT));
        let families = [("number", NUMBER), ("sum", MONEY)];
        let families = families.map(|(name, id)| (name, vec![vec![Atom::Word(id)]])).into_iter().collect();
        Self {
            piece,
            vocabulary,
            families,
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
    pub(super) fn family_named(&mut self, name: &'b str, at: usize) -> Result<Vec<Vec<Atom>>, RuleProblem> {
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
        let read = lines.into_iter().try_fold(Vec::new(), |mut alternatives, (piece, choice)| {
            self.piece = piece;
            alternatives.extend(self.choice(choice)?);
            Ok(alternatives)
        });
        self.open.pop();
        self.piece = outer;
        // One with a mistake stands for nothing, so that it is told once.
        let alternatives = read.as_ref().map(Vec::clone).unwrap_or_default();
        self.families.insert(name, alternatives);
        read
    }

    /// The words that alternatives begin with.
    pub(super) fn first_words(alternatives: &[Vec<Atom>]) -> impl Iterator<Item = WordId> {
        alternatives.iter().filter_map(|atoms| match atoms.first() {
            Some(Atom::Word(id)) => Some(*id),
            _ => None,
        })
    }

    /// The alternatives that have no wildcard, as words.
    pub(super) fn plain(alternatives: &[Vec<Atom>]) -> impl Iterator<Item = Vec<WordId>> {
        let word = |atom: &Atom| if let Atom::Word(id) = atom { Some(*id) } else { None };
        alternatives.iter().filter_map(move |atoms| atoms.iter().map(word).collect())
    }

    /// A phrase from its steps; `at` is its place in the book.
    pub(super) fn phrase(&mut self, parts: Vec<Pair<'b, Syntax>>, at: usize) -> Result<Phrase, RuleProblem> {
        let mut elements = Vec::new();
        for part in parts {
            let start = part.as_span().start();
            match part.as_rule() {
                Syntax::gap => {
                    let (mut width, mut near) = (USUAL_GAP, false);
                    for part in part.into_inner() {
                        match part.as_rule() {
                            Syntax::near => near = true,
                            Syntax::width => width = part.as_str().parse().unwrap_or(USUAL_GAP),
                            _ => {}
                        }
                    }
                    if width > WIDEST_GAP {
                        return Err(self.piece.error(start, format!("a gap may hold at most {WIDEST_GAP} words")));
                    }
                    elements.push(Element::Gap { width, near });
                }
                Syntax::start => elements.push(Element::Start),
                Syntax::finish => elements.push(Element::Finish),
                Syntax::optional | Syntax::group => {
                    let optional = part.as_rule() == Syntax::optional;
                    let mut alternatives = Vec::new();
                    for choice in part.into_inner().filter(|part| part.as_rule() == Syntax::choice) {
                        alternatives.extend(self.choice(choice)?);
                    }
                    elements.push(self.choice_of(alternatives, optional));
                }
                Syntax::family => {
                    let alternatives = self.family(part)?;
                    self.count(start, alternatives.len())?;
                    elements.push(self.choice_of(alternatives, false));
                }
                Syntax::wildcard => elements.push(Element::Any),
                _ => elements.extend(self.atoms(&part)?.into_iter().map(|atom| match atom {
                    Atom::Word(id) => Element::Word(id),
                    Atom::Any => Element::Any,
                })),
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
                Some(choice.pivots()?.into_iter().map(|id| self.weight(id)).sum())
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

    /// Single words apart from longer alternatives, each with the rarest of its words.
    fn choice_of(&self, alternatives: Vec<Vec<Atom>>, optional: bool) -> Element {
        let mut singles = Vec::new();
        let mut longer = Vec::new();
        for atoms in alternatives {
            if let [Atom::Word(id)] = atoms.as_slice() {
                singles.push(*id);
                continue;
            }
            let words = atoms.iter().enumerate().filter_map(|(index, atom)| match atom {
                Atom::Word(id) => Some((self.weight(*id), index)),
                Atom::Any => None,
            });
            let pivot = words.min().map(|(_, index)| index);
            longer.push(Sequence { atoms, pivot });
        }
        Element::Choice(Choice::new(singles, longer, optional))
    }

    /// The alternatives of a choice, families written out.
    pub(super) fn choice(&mut self, choice: Pair<'b, Syntax>) -> Result<Vec<Vec<Atom>>, RuleProblem> {
        let at = choice.as_span().start();
        let mut alternatives = Vec::new();
        for sequence in choice.into_inner() {
            let mut prefixes: Vec<Vec<Atom>> = vec![Vec::new()];
            for unit in sequence.into_inner() {
                let endings = match unit.as_rule() {
                    Syntax::family => self.family(unit)?,
                    Syntax::wildcard => vec![vec![Atom::Any]],
                    _ => vec![self.atoms(&unit)?],
                };
                if prefixes.len() * endings.len() + alternatives.len() > MOST_ALTERNATIVES {
                    let message = format!("this stands for more than {MOST_ALTERNATIVES} alternatives");
                    return Err(self.piece.error(at, message));
                }
                prefixes = prefixes
                    .iter()
                    .flat_map(|prefix| endings.iter().map(|ending| [prefix.as_slice(), ending].concat()))
                    .collect();
                if prefixes.iter().any(|prefix| prefix.len() > LONGEST_SEQUENCE) {
                    let message = format!("an alternative may have at most {LONGEST_SEQUENCE} words");
                    return Err(self.piece.error(at, message));
                }
            }
            alternatives.extend(prefixes);
        }
        self.count(at, alternatives.len())?;
        Ok(alternatives)
    }

    fn count(&mut self, at: usize, alternatives: usize) -> Result<(), RuleProblem> {
        self.alternatives += alternatives;
        if self.alternatives > MOST_IN_BOOK {
            let message = format!("the choices of this book stand for more than {MOST_IN_BOOK} alternatives");
            return Err(self.piece.error(at, message));
        }
        Ok(())
    }

    fn family(&mut self, pair: Pair<'b, Syntax>) -> Result<Vec<Vec<Atom>>, RuleProblem> {
        let at = pair.as_span().start();
        let name = pair.into_inner().next().map_or("", |name| name.as_str());
        self.used.insert(name);
        self.family_named(name, at)
    }

    /// The words of a word: hyphens and `'s` part it, as they do in a text.
    fn atoms(&mut self, pair: &Pair<'_, Syntax>) -> Result<Vec<Atom>, RuleProblem> {
        let word = pair.as_str().replace('’', "'");
        let (stem, possessive) = match word.strip_suffix("'s") {
            Some(stem) => (stem, Some("'s")),
            None => (word.as_str(), None),
        };
        let parts: Vec<&str> = stem.split('-').filter(|part| !part.is_empty()).chain(possessive).collect();
        if let Some(long) = parts.iter().find(|part| part.len() > LONGEST) {
            return Err(self.piece.error(
                pair.as_span().start(),
                format!("`{long}` is too long: a word may have at most {LONGEST} letters"),
            ));
        }
        Ok(parts.into_iter().map(|part| Atom::Word(self.vocabulary.intern(part))).collect())
    }
}
