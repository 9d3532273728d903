//! Gold annotations: what a careful reader wrote down of a decision, `NAME.gold.json` beside `NAME.txt`.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer};
use upheld::{At, Date, FindingKind, Money, Published, RemedyKind};

/// What a reader found in a decision. The README of `tests` says what each field holds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Gold {
    /// The reference as printed.
    pub reference: Option<String>,
    /// The body as printed.
    pub body: Option<String>,
    /// The category as printed.
    pub category: Option<String>,
    /// The subcategory as printed.
    pub subcategory: Option<String>,
    /// The outcome of the header.
    pub published: Option<Published>,
    /// The date of the header.
    pub decision_date: Option<Date>,
    /// How many paragraphs the statement numbers; none in layouts without numbers.
    pub paragraphs: Option<u32>,
    /// The paragraphs that a paragraph speaks of.
    pub references: Vec<Referred>,
    /// The findings, one a paragraph and kind.
    pub findings: Vec<Found>,
    /// Findings on which two readers could differ.
    pub either: Vec<Found>,
    /// The actions.
    pub remedies: Vec<Action>,
    /// The parts with a heading of their own.
    pub issues: Vec<Part>,
    /// The grounds.
    pub reasons: Vec<String>,
    /// Grounds that a reader may add or leave.
    pub either_reasons: Vec<String>,
    /// The decision reason.
    pub outcome: Option<String>,
}

/// A reference from one paragraph to others.
#[derive(Clone, Debug, Deserialize)]
pub struct Referred {
    /// The paragraph where it stands.
    pub at: u32,
    /// The paragraphs that it means.
    pub to: Vec<u32>,
}

/// A finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
pub struct Found {
    /// The paragraph that states it; none in layouts without numbers, below the summary.
    #[serde(default = "somewhere", deserialize_with = "at_or_somewhere")]
    pub at: At,
    /// What it states.
    pub kind: FindingKind,
}

/// The place of what stands in a text without numbers: before any paragraph that has one.
fn somewhere() -> At {
    At::Paragraph(0)
}

fn at_or_somewhere<'de, D: Deserializer<'de>>(deserializer: D) -> Result<At, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_else(somewhere))
}

/// An action.
#[derive(Clone, Debug, Deserialize)]
pub struct Action {
    /// Its kind, or the two that would do.
    pub kind: Kinds,
    /// The sum, where one is stated.
    pub amount: Option<Money>,
    /// The person it goes to.
    pub to: Option<String>,
    /// The last day for it.
    pub due: Option<Date>,
}

/// One kind of remedy, or several that would do.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Kinds {
    /// One.
    One(RemedyKind),
    /// Several.
    Several(Vec<RemedyKind>),
}

impl Kinds {
    /// The kinds as a list.
    #[must_use]
    pub fn list(&self) -> &[RemedyKind] {
        match self {
            Self::One(kind) => std::slice::from_ref(kind),
            Self::Several(kinds) => kinds,
        }
    }
}

/// A part of the complaint.
#[derive(Clone, Debug, Deserialize)]
pub struct Part {
    /// Its heading.
    pub title: String,
    /// Its decision reason.
    pub outcome: String,
}

/// The annotated decisions of a folder, in the order of their names: the decision and its annotations.
///
/// # Errors
///
/// What could not be read, with its path.
pub fn annotated(folder: &Path) -> Result<Vec<(PathBuf, Gold)>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    names.sort();
    let golds = names.iter().filter_map(|path| Some((path, path.to_str()?.strip_suffix(".gold.json")?)));
    golds
        .map(|(path, stem)| {
            let told = |error: String| format!("{}: {error}", path.display());
            let json = fs::read_to_string(path).map_err(|error| told(error.to_string()))?;
            let gold = serde_json::from_str(&json).map_err(|error| told(error.to_string()))?;
            let of = |end: &str| PathBuf::from(format!("{stem}.{end}"));
            let decision = ["txt", "html"].into_iter().map(of).find(|path| path.exists());
            Ok((decision.ok_or_else(|| told("there is no decision beside it".to_owned()))?, gold))
        })
        .collect()
}
