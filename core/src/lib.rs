//! upheld
#![forbid(unsafe_code)]

mod analysis;
mod calendar;
mod decision;
mod document;
mod inline;
mod money;
mod output;
mod rules;
mod sentence;
mod source;
mod span;
mod triage;

pub use analysis::{At, Deadline, Finding, GroundFinding, Issue, Remedy, Status};
pub use calendar::{BANK_HOLIDAY_YEARS, CalendarError, Period, Unit, due};
pub use decision::{BookId, Decision};
pub use document::*;
pub use inline::{Anchor, Term};
pub use jiff::civil::Date;
pub use money::{Money, MoneyError};
pub use output::{Offsets, Record};
pub use rules::{Bar, Example, FindingKind, RemedyKind, RuleBook, RuleError, Signal};
pub use source::{LARGEST_TEXT, SourceError, decode, read_text};
pub use span::Span;
pub use triage::{Flag, Step, Triage};
