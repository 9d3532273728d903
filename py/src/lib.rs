//! The Python package `upheld`: views of what the crate `upheld` read, made when they are touched.
//!
//! ```text
//! read ──► Decision ──► Section, Paragraph, ...    structure
//!              │    ──► Finding, Remedy, ...       meaning
//!              │    ──► Triage, Step, ...          outcome ──► Explanation, Ruling, ...
//!              └ Part: the one `Arc` that all of them borrow from
//! read_many ──► Batch ──► Decision, ...
//!                    └──► Table                   rows for whoever speaks Arrow
//! ```
//!
//! Every class is frozen, so there is nothing that two threads could change.
#![forbid(unsafe_code)]

mod batch;
mod context;
mod convert;
mod decision;
mod errors;
mod explain;
mod many;
mod meaning;
mod part;
mod persist;
mod quote;
mod read;
mod repr;
mod rules;
mod span;
mod structure;
#[cfg(feature = "stubs")]
mod stubs;
mod table;
mod theme;
mod triage;

/// What is written in Rust of the package `upheld`, which is where to import it from.
#[pyo3::pymodule(gil_used = false)]
mod _upheld {
    #[pymodule_export]
    use crate::batch::{Batch, BatchIterator};
    #[pymodule_export]
    use crate::context::{Context, Trigger};
    #[pymodule_export]
    use crate::decision::Decision;
    #[pymodule_export]
    use crate::explain::{BookPlace, Explanation, Proposal, Reason, Ruling, Verdict};
    #[pymodule_export]
    use crate::many::{parse_many, read_many};
    #[pymodule_export]
    use crate::meaning::{Deadline, Finding, Forum, Ground, Issue, Remedy};
    #[pymodule_export]
    use crate::persist::{batch, book, decision, part, quote, table};
    #[pymodule_export]
    use crate::quote::Quote;
    #[pymodule_export]
    use crate::read::{parse, read};
    #[pymodule_export]
    use crate::rules::{BookId, RuleBook};
    #[pymodule_export]
    use crate::span::Span;
    #[pymodule_export]
    use crate::structure::{Diagnostic, Header, Item, Paragraph, Reference, Section};
    #[pymodule_export]
    use crate::table::Table;
    #[pymodule_export]
    use crate::theme::Theme;
    #[pymodule_export]
    use crate::triage::{Flag, Step, Triage};

    #[pymodule_export]
    #[allow(non_upper_case_globals)]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
