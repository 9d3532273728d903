//! What goes out: the JSON contract, and offsets in other units than bytes.

mod offsets;
mod record;

pub use offsets::Offsets;
pub use record::Record;
