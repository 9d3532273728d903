//! The pest grammars of `upheld`, and the parsers made from them. No logic lives here: a grammar says what a text is
//! made of, and the `upheld` crate says what it means.
//!
//! | module | grammar | what it reads |
//! | --- | --- | --- |
//! | [`decision`] | `decision.pest` | the lines of a decision: labels, headings, numbered paragraphs, lists, page furniture |
//! | [`inline`] | `inline.pest` | what stands inside a sentence: cross-references, citations, sums, dates, deadlines |
//! | [`rules`] | `rules.pest` | the statements of rule books: families of words, cues, contexts, grounds, remedies, triage |

/// The lines of a decision.
pub mod decision {
    /// The parser of `decision.pest`.
    #[derive(pest_derive::Parser)]
    #[grammar = "decision.pest"]
    pub struct DecisionParser;
}

/// What stands inside a sentence.
pub mod inline {
    /// The parser of `inline.pest`.
    #[derive(pest_derive::Parser)]
    #[grammar = "inline.pest"]
    pub struct InlineParser;
}

/// Books of rules.
pub mod rules {
    /// The parser of `rules.pest`.
    #[derive(pest_derive::Parser)]
    #[grammar = "rules.pest"]
    pub struct RulesParser;
}
