//! What goes out: the JSON contract, offsets in other units than bytes, and a text for review.

mod offsets;
mod record;
mod snapshot;

pub use offsets::Offsets;
pub use record::Record;
