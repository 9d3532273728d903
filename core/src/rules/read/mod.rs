//! The border to the rule grammar: from the text of a book to the book.

use pest::Parser;
use pest::iterators::Pair;
use rustc_hash::FxHashMap;
use upheld_grammar::rules::{Rule as Syntax, RulesParser};

use super::compile::Compiler;
use super::condition::Signal;
use super::error::{Place, suggestion};
use super::model::{
    Aside, Bar, ContextRule, Cue, Effect, FindingKind, Forum, Ground, Kind, Particles, Reaches, RemedyKind, RemedyRule,
    Roles, Rule, Subkind, Told,
};
use super::syntax::syntax_error;
use super::words::Vocabulary;
use super::{Entry, Owner, RuleBook, RuleError};
use crate::document::{Published, Role};
use body::Body;

mod body;
mod finish;

/// A book of more bytes is refused.
const LARGEST_BOOK: usize = 4 << 20;
/// How a remedy may be told.
const WAYS: [(&str, Told); 10] = [
    ("head", Told::Head),
    ("first", Told::First),
    ("noun", Told::Noun),
    ("object", Told::Object),
    ("general", Told::General),
    ("other", Told::Other),
    ("agreed", Told::Agreed),
    ("recommended", Told::Recommended),
    ("all", Told::All),
    ("done", Told::Done),
];

pub(super) fn book(name: &str, text: &str) -> Result<RuleBook, RuleError> {
    let at_start = |message: String| RuleError::new(name, text, 0, message);
    if text.len() > LARGEST_BOOK {
        return Err(at_start(format!("the book has {} bytes; {LARGEST_BOOK} are the most", text.len())));
    }
    let mut statements = RulesParser::parse(Syntax::book, text).map_err(|error| syntax_error(name, text, &error))?;
    let mut reader = Reader::new(name, text);
    for statement in statements.next().into_iter().flat_map(Pair::into_inner) {
        reader.statement(statement)?;
    }
    reader.finish()
}

struct Reader<'b> {
    place: Place<'b>,
    book: RuleBook,
    compiler: Compiler<'b>,
    places: FxHashMap<String, Roles>,
    boundaries: Vec<String>,
    names: FxHashMap<String, usize>,
    /// Signals with the place of the book where they stand, checked at the end.
    signals: Vec<(Signal, usize)>,
}

impl<'b> Reader<'b> {
    fn new(name: &'b str, text: &'b str) -> Self {
        let hash = text
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        let place = Place { book: name, text };
        let book = RuleBook {
            name: name.to_owned(),
            version: String::new(),
            hash,
            vocabulary: Vocabulary::default(),
            entries: Vec::new(),
            proposing: Vec::new(),
            changing: Vec::new(),
            live: Roles::default(),
            contexts: Vec::new(),
            cues: Vec::new(),
            grounds: Vec::new(),
            forums: Vec::new(),
            remedies: Vec::new(),
            subkinds: Vec::new(),
            outcomes: Vec::new(),
            derived: Vec::new(),
            flags: Vec::new(),
            particles: Particles::default(),
            examples: Vec::new(),
        };
        Self {
            place,
            book,
            places: FxHashMap::default(),
            // What the program itself sees as a boundary: a semicolon, the comma behind a clause in front, any comma.
            boundaries: ["semicolon", "fronted", "comma"].map(str::to_owned).into(),
            names: FxHashMap::default(),
            compiler: Compiler::new(place),
            signals: Vec::new(),
        }
    }

    fn statement(&mut self, pair: Pair<'_, Syntax>) -> Result<(), RuleError> {
        let (rule, at) = (pair.as_rule(), pair.as_span().start());
        let mut parts = pair.into_inner().peekable();
        if rule == Syntax::EOI {
            return Ok(());
        }
        // Triage rules begin with what kind they are, all other statements with their name.
        let kind = parts.next_if(|part| part.as_rule() == Syntax::triage_kind).map(|part| part.as_str().to_owned());
        let Some(name) = parts.next() else { return Ok(()) };
        let line = line_of(&name);
        let (name_at, name) = (name.as_span().start(), name.as_str().to_owned());
        let mut heads = Vec::new();
        while let Some(part) = parts.next_if(|part| {
            matches!(
                part.as_rule(),
                Syntax::name
                    | Syntax::direction
                    | Syntax::reach
                    | Syntax::negated
                    | Syntax::about
                    | Syntax::text
                    | Syntax::version
            )
        }) {
            heads.push(part);
        }
        if !matches!(rule, Syntax::title | Syntax::heading | Syntax::triage) {
            let unique = format!("{rule:?} {name}");
            if self.names.insert(unique, at).is_some() {
                return Err(self.place.error(name_at, format!("`{name}` is named twice")));
            }
        }
        match rule {
            Syntax::title => {
                self.book.name = name;
                self.book.version = heads.first().map(|part| part.as_str().to_owned()).unwrap_or_default();
                return Ok(());
            }
            Syntax::places => {
                let roles = self.roles(&heads)?;
                self.places.insert(name, roles);
                return Ok(());
            }
            Syntax::words => {
                let mut alternatives = Vec::new();
                for choice in parts {
                    alternatives.extend(self.compiler.choice(choice)?);
                }
                let particles = &mut self.book.particles;
                if let "aside" | "insertion" = name.as_str() {
                    for words in Compiler::plain(&alternatives) {
                        let Some(&first) = words.first() else { continue };
                        particles.aside_starts = particles.aside_starts.with(first);
                        let aside = Aside { words, between_commas: name == "insertion" };
                        particles.asides.entry(first).or_default().push(aside);
                    }
                }
                let mut none = Vec::new();
                let list = match name.as_str() {
                    "fronting" => &mut particles.fronting,
                    "joining" => &mut particles.joining,
                    "passing" => &mut particles.passing,
                    "pointing" => &mut particles.pointing,
                    "purpose" => &mut particles.purpose,
                    "individual" => &mut particles.individual,
                    "subordinate" => &mut particles.subordinate,
                    _ => &mut none,
                };
                list.extend(self.compiler.name_family(name, alternatives));
                return Ok(());
            }
            _ => {}
        }
        let statement = format!("{} {name}", self.place.text.get(at..name_at).unwrap_or_default().trim());
        let body = Body { line, ..self.body(parts, &statement)? };
        self.add(rule, kind.as_deref(), name, name_at, &heads, body)
    }

    /// Adds a statement with a body to the book.
    fn add(
        &mut self,
        rule: Syntax,
        kind: Option<&str>,
        name: String,
        at: usize,
        heads: &[Pair<'_, Syntax>],
        body: Body,
    ) -> Result<(), RuleError> {
        let head = |index: usize| heads.get(index).map_or(("", at), |part| (part.as_str(), part.as_span().start()));
        let number = |len: usize| {
            u16::try_from(len).map_err(|_| self.place.error(at, "the book has too many statements of one kind"))
        };
        let (owner, places) = match rule {
            // Headings are read apart from sentences, under a role that no sentence has.
            Syntax::heading => (Owner::Heading(self.role(&name, at)?), Some(Roles::of(Role::Furniture))),
            Syntax::boundary => {
                let bit = self.boundaries.len();
                if bit >= 32 {
                    return Err(self.place.error(at, "a book may name at most 29 boundaries"));
                }
                self.boundaries.push(name);
                (Owner::Boundary(1 << bit), Some(Roles::ALL))
            }
            Syntax::context => {
                let owner = Owner::Context(number(self.book.contexts.len())?);
                let effect = self.lookup("effect", head(0), &Effect::ALL)?;
                let reaches = match head(1).0 {
                    "forward" => Reaches::Forward,
                    "backward" => Reaches::Backward,
                    _ => Reaches::Both,
                };
                let reach = head(2).0.parse().ok();
                self.book.contexts.push(ContextRule { name, effect, reaches, reach, until: body.until });
                (owner, Some(body.places.unwrap_or(Roles::ALL)))
            }
            Syntax::cue => {
                let owner = Owner::Cue(number(self.book.cues.len())?);
                let kind = |head: (&str, usize)| {
                    if head.0 == "nothing" {
                        Ok(None)
                    } else {
                        self.lookup("kind of finding", head, &FindingKind::ALL).map(Some)
                    }
                };
                let part = |rule| {
                    let part = heads.iter().find(|part| part.as_rule() == rule);
                    part.map_or(Ok(None), |part| kind((part.as_str(), part.as_span().start())))
                };
                let (negated, about) = (part(Syntax::negated)?, part(Syntax::about)?);
                let cue = Cue { kind: kind(head(0))?, negated, about, after: body.after, name };
                self.book.cues.push(cue);
                (owner, body.places)
            }
            Syntax::ground => {
                let owner = Owner::Ground(number(self.book.grounds.len())?);
                let bars = [("cannot", Some(Bar::Cannot)), ("will_not", Some(Bar::WillNot)), ("none", None)];
                let bar = self.lookup("bar", head(0), &bars)?;
                let label = head(1).0.trim_matches('"').to_owned();
                let otherwise = match body.otherwise {
                    Some((code, at)) => Some(self.ground(&code, at)?),
                    None => None,
                };
                self.book.grounds.push(Ground { code: name, bar, otherwise, label });
                (owner, body.places)
            }
            Syntax::forum => {
                let owner = Owner::Forum(number(self.book.forums.len())?);
                let targets = body.targets.iter();
                let grounds = targets.map(|(code, at)| self.ground(code, *at)).collect::<Result<Vec<_>, _>>()?;
                self.book.forums.push(Forum { name, label: head(0).0.trim_matches('"').to_owned(), grounds });
                (owner, Some(Roles::ALL))
            }
            Syntax::subkind => {
                let owner = Owner::Subkind(number(self.book.subkinds.len())?);
                let kinds: Vec<(&str, Kind)> = FindingKind::ALL
                    .map(|(name, kind)| (name, Kind::Finding(kind)))
                    .into_iter()
                    .chain(RemedyKind::ALL.map(|(name, kind)| (name, Kind::Remedy(kind))))
                    .collect();
                let of = self.lookup("kind", head(0), &kinds)?;
                self.book.subkinds.push(Subkind { name, of, default: body.phrases.is_empty() });
                (owner, Some(Roles::ALL))
            }
            Syntax::remedy => {
                let owner = Owner::Remedy(number(self.book.remedies.len())?);
                let kind = if head(0).0 == "none" {
                    None
                } else {
                    Some(self.lookup("kind of remedy", head(0), &RemedyKind::ALL)?)
                };
                let told = self.lookup("way to tell a remedy", head(1), &WAYS)?;
                self.book.remedies.push(RemedyRule { name, kind, told });
                (owner, body.places)
            }
            _ => return self.add_triage(kind.unwrap_or_default(), name, at, head(0).0, body),
        };
        let Some(roles) = places else {
            return Err(self.place.error(at, "this statement needs a line `in:` with the sections where it holds"));
        };
        if matches!(owner, Owner::Cue(_) | Owner::Ground(_) | Owner::Remedy(_)) {
            self.book.live = self.book.live.with(roles);
        }
        self.book.entries.extend(body.phrases.into_iter().map(|phrase| Entry {
            needs: phrase.needs(),
            phrase,
            owner,
            roles,
        }));
        Ok(())
    }

    fn add_triage(&mut self, kind: &str, name: String, at: usize, label: &str, body: Body) -> Result<(), RuleError> {
        let Some(when) = body.when else {
            return Err(self.place.error(at, "this rule needs a line `when:` with its condition"));
        };
        let (mut whole, mut issue) = (body.targets.is_empty(), false);
        for (target, at) in &body.targets {
            match target.as_str() {
                "whole" => whole = true,
                "issue" => issue = true,
                other => return Err(self.place.error(*at, format!("`{other}` is neither `whole` nor `issue`"))),
            }
        }
        let label = label.trim_matches('"').to_owned();
        let line = body.line;
        let rule = Rule { name, line, label, because: body.because, whole, issue, when, shows: body.shows };
        self.signals.extend(rule.signals().into_iter().map(|signal| (signal.clone(), at)));
        match kind {
            "outcome" => self.book.outcomes.push(rule),
            "derived" => {
                if !Published::ALL.iter().any(|known| known.code() == rule.name) {
                    let hint = suggestion(&rule.name, Published::ALL.iter().map(|known| known.code()));
                    return Err(self.place.error(at, format!("unknown published outcome `{}`{hint}", rule.name)));
                }
                self.book.derived.push(rule);
            }
            _ => self.book.flags.push(rule),
        }
        Ok(())
    }

    // ---- names -----------------------------------------------------------------------------------------------------

    fn lookup<T: Copy>(&self, what: &str, (name, at): (&str, usize), known: &[(&str, T)]) -> Result<T, RuleError> {
        known.iter().find(|(other, _)| *other == name).map(|(_, value)| *value).ok_or_else(|| {
            let hint = suggestion(name, known.iter().map(|(name, _)| *name));
            self.place.error(at, format!("unknown {what} `{name}`{hint}"))
        })
    }

    /// The code of a ground that was named before.
    fn ground(&self, code: &str, at: usize) -> Result<String, RuleError> {
        let known: Vec<(&str, ())> = self.book.grounds.iter().map(|ground| (ground.code.as_str(), ())).collect();
        self.lookup("ground", (code, at), &known).map(|()| code.to_owned())
    }

    fn role(&self, name: &str, at: usize) -> Result<Role, RuleError> {
        self.lookup("section", (name, at), &Role::ALL)
    }

    fn roles(&self, names: &[Pair<'_, Syntax>]) -> Result<Roles, RuleError> {
        names.iter().try_fold(Roles::default(), |roles, name| {
            let role = match self.places.get(name.as_str()) {
                Some(places) => *places,
                None => Roles::of(self.role(name.as_str(), name.as_span().start())?),
            };
            Ok(roles.with(role))
        })
    }
}

/// The line of the book where something stands, from 1.
fn line_of(pair: &Pair<'_, Syntax>) -> u32 {
    u32::try_from(pair.line_col().0).unwrap_or(u32::MAX)
}
