//! The pest grammars of `upheld`, and the parsers made from them. No logic lives here: a grammar says what a text is
//! made of, and the `upheld` crate says what it means.
//!
//! | module | grammar | what it reads |
//! | --- | --- | --- |
//! | [`inline`] | `inline.pest` | what stands inside a sentence: cross-references, citations, sums, dates, deadlines |

/// What stands inside a sentence.
pub mod inline {
    /// The parser of `inline.pest`.
    #[derive(pest_derive::Parser)]
    #[grammar = "inline.pest"]
    pub struct InlineParser;
}
