//! What goes out: the JSON contract, offsets in other units than bytes, what is marked where a decision is shown, HTML, and
//! a text for review.

#[cfg(feature = "html")]
mod html;
pub(crate) mod marks;
mod offsets;
mod record;
mod snapshot;

pub use marks::{Mark, MarkKind};
pub use offsets::Offsets;
pub use record::Record;

use std::fmt;

use serde::Serialize;

/// The code that the JSON contract has for a variant of an enum: `no_fault`, `final_decision`.
pub(crate) fn code(variant: impl Serialize) -> String {
    struct Code<T>(T);
    impl<T: Serialize> fmt::Display for Code<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.serialize(f)
        }
    }
    Code(variant).to_string()
}
