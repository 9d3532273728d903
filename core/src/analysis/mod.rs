//! From structure to meaning: what a decision found, what is to be put right, and why a part was not investigated.
//!
//! ```text
//! document ── roles ── reading ──► sentences with the phrases of the book in them ──► findings, grounds, remedies ──► issues
//! ```

pub(crate) mod action;
pub(crate) mod context;
mod deadline;
pub(crate) mod finding;
pub(crate) mod ground;
pub(crate) mod issue;
mod payee;
mod point;
pub(crate) mod reading;
pub(crate) mod remedy;
pub(crate) mod roles;
mod sums;
pub(crate) mod surroundings;
pub(crate) mod theme;

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::document::{Paragraph, Role};

pub use context::{Axis, Context, Modality, Polarity, Time, Trigger, Voice};
pub use deadline::Deadline;
pub use finding::Finding;
pub use ground::{ForumMention, GroundFinding};
pub use issue::Issue;
pub use remedy::Remedy;
pub use theme::ThemeMention;

/// Where in a decision something stands: in the summary, or in a paragraph of this number. In layouts without
/// numbers it is the place among the paragraphs below the summary.
///
/// ```
/// use upheld::At;
///
/// assert_eq!(At::Paragraph(50).to_string(), "50");
/// assert_eq!(serde_json::to_string(&[At::Summary, At::Paragraph(50)]).unwrap(), r#"["summary",50]"#);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum At {
    /// The summary.
    Summary,
    /// A paragraph.
    Paragraph(u32),
}

/// The places of the paragraphs of a document, asked for one after the other.
#[derive(Debug, Default)]
pub(crate) struct Places {
    last_number: Option<u32>,
}

impl Places {
    /// Where the next paragraph stands, in a section of this role. A paragraph without a number is quoted by the one above
    /// it, where there are numbers at all.
    pub(crate) fn next(&mut self, role: Role, paragraph: &Paragraph) -> At {
        self.last_number = paragraph.number.or(self.last_number);
        match role {
            Role::Summary => At::Summary,
            _ => At::Paragraph(self.last_number.unwrap_or(paragraph.ordinal)),
        }
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Summary => f.pad("summary"),
            Self::Paragraph(number) => f.pad(&number.to_string()),
        }
    }
}

impl Serialize for At {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Summary => serializer.serialize_str("summary"),
            Self::Paragraph(number) => serializer.serialize_u32(*number),
        }
    }
}

impl<'de> Deserialize<'de> for At {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = At;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("\"summary\" or the number of a paragraph")
            }

            fn visit_str<E: de::Error>(self, value: &str) -> Result<At, E> {
                if value == "summary" {
                    Ok(At::Summary)
                } else {
                    Err(E::invalid_value(de::Unexpected::Str(value), &self))
                }
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<At, E> {
                u32::try_from(value)
                    .map(At::Paragraph)
                    .map_err(|_| E::invalid_value(de::Unexpected::Unsigned(value), &self))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}
