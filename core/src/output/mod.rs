//! What goes out: the JSON contract, offsets in other units than bytes, and what is marked where a decision is shown.

#[cfg(feature = "html")]
mod html;
pub(crate) mod marks;
mod offsets;
mod record;

pub use marks::{Mark, MarkKind};
pub use offsets::Offsets;
pub use record::Record;
