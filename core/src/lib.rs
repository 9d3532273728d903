//! upheld
#![forbid(unsafe_code)]

mod span;

pub use jiff::civil::Date;
pub use span::Span;
