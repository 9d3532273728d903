//! Reads decisions of the Local Government and Social Care Ombudsman (England): what was found, what is to be put right
//! and by when, and which decision reason the whole and each part of the complaint fall under, each with the sentence
//! that proves it.
//!
//! ```
//! use upheld::Decision;
//!
//! let decision = Decision::parse(
//!     "Ashvale Council (21 000 001)\n\n\
//!      Decision : Upheld\n\n\
//!      Decision date : 31 Mar 2022\n\n\
//!      Final decision\n\n  1. There was fault by the Council. This caused Mr X avoidable distress.\n\n\
//!      Agreed action\n\n  1. Within one month of my decision the Council will pay Mr X £200.\n",
//! );
//! assert_eq!(decision.triage.label, "Upheld: fault and injustice");
//!
//! let payment = &decision.remedies[0];
//! assert_eq!(payment.amount.unwrap().to_string(), "200.00");
//! assert_eq!(payment.deadline.unwrap().due.unwrap().to_string(), "2022-04-30");
//! assert_eq!(decision.document.slice(payment.to.unwrap()), "Mr X");
//! ```
//!
//! # The way through
//!
//! ```text
//! bytes ── source ──► text ── grammar ──► document ── reading ──► findings, grounds, remedies ──► issues ──► triage
//!                                                        ▲                                                     ▲
//!                                                        └────────────────────── rule book ────────────────────┘
//! ```
//!
//! | stage | what it gives |
//! | --- | --- |
//! | [`Source::decode`], [`Source::open`] | a text with what was done to get it, or a [`SourceError`] that says what the bytes are instead |
//! | [`Document::parse`], [`Document::read`] | the structure: sections with their roles, numbered paragraphs, lists, references |
//! | [`Decision::parse`] | what the decision says, by the standard rule book |
//! | [`Decision::parse_with`], [`Decision::read`] | the same by a [`RuleBook`] of one's own |
//! | [`Decision::explain`] | why each outcome, why not another, and which phrase of the book found what |
//! | [`Decision::snapshot`] | what was read, as a text to review and to compare line by line |
//! | [`Decision::marks`] | the sentences to mark where a decision is shown, with their tags and why |
//! | [`Record`] | the JSON contract, with spans in bytes or, by [`Offsets`], in code points |
//!
//! [`RuleBook::extend`] and [`RuleBook::from_file`] read books of one's own, [`RuleBook::warnings`] tells what is probably not
//! meant in one; [`Coverage`] tells what decisions make use of, and [`Comparison`] what another book makes of them.
//!
//! Reading takes any text and time linear in its length. What cannot be placed or worked out is told in
//! [`Document::diagnostics`] and [`Triage::flags`]; nothing is guessed in silence.
//!
//! # Features
//!
//! `html` is for web pages, read and written: [`Source`] takes them, by a parser of HTML5, and `Decision::to_html` shows a
//! decision as one, in a notebook for instance. `cli` builds the command `upheld` and takes it along. The library itself
//! needs no feature.
#![forbid(unsafe_code)]

mod analysis;
mod calendar;
mod compare;
mod coverage;
mod decision;
mod diagnostic;
mod document;
mod evidence;
mod examples;
mod explain;
mod inline;
mod money;
mod output;
mod rules;
mod sentence;
mod source;
mod span;
mod tables;
mod triage;
#[cfg_attr(feature = "counted", doc(hidden))]
#[cfg(feature = "counted")]
pub mod work;
#[cfg(not(feature = "counted"))]
mod work;

pub use analysis::{
    At, Axis, Context, Deadline, Finding, ForumMention, GroundFinding, Issue, Modality, Polarity, Remedy, ThemeMention,
    Time, Trigger, Voice,
};
pub use calendar::{BANK_HOLIDAY_YEARS, CalendarError, Period, Unit, due};
pub use compare::{Comparison, Difference};
pub use coverage::{Coverage, Use};
pub use decision::{BookId, Decision};
pub use diagnostic::{Diagnostic, DiagnosticKind};
pub use document::*;
pub use evidence::{Evidence, StatedGround};
pub use explain::{Explanation, Form, Proposal, Reason, Ruling, Verdict};
pub use inline::{Anchor, Term};
pub use jiff::civil::Date;
pub use money::{Money, MoneyError};
pub use output::{Mark, MarkKind, Offsets, Record};
pub use rules::{
    Bar, BookError, BookPlace, Example, FindingKind, RemedyKind, RuleBook, RuleError, RuleProblem, Severity, Signal,
    Status, Tried,
};
pub use source::{Limits, Source, SourceError, read_text};
pub use span::Span;
pub use tables::{ColumnInfo, ColumnType, Entry, Table};
/// A vector that takes eight bytes while it is empty, as most lists of a paragraph are.
pub use thin_vec::ThinVec;
pub use triage::{Flag, Step, Triage};

/// The examples of the README, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
