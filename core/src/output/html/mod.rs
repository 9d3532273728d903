//! A decision as HTML: a card with what it comes to, then its text with the marks in it.
//!
//! ```text
//! card      reference, body, outcome, parts, flags
//! text      sections, paragraphs, lists ── segments: where the marks of a paragraph begin and end
//! legend    the marks that occur, and the notes on the page
//! ```
//!
//! Every text of the decision goes through [`Words`], and is escaped by the templates.

mod card;
mod legend;
mod segments;
mod text;
mod words;

#[cfg(test)]
mod palette;
#[cfg(test)]
mod tests;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::decision::Decision;
use crate::rules::RuleBook;
use words::Words;

/// The look of a decision, in a page of any colour.
const STYLE: &str = include_str!("decision.css");
/// The look of the page around it.
const PAGE_STYLE: &str = include_str!("page.css");

impl Decision {
    /// The decision as a fragment of HTML, for a notebook or a page of one's own: what it comes to, then its text with the
    /// findings, grounds and remedies marked in it. `book` is the one that it was read by.
    ///
    /// It carries its own style, which holds for nothing outside of it, and no script; nothing is loaded from elsewhere.
    /// All text is escaped. It is light or dark as its surroundings are.
    ///
    /// ```
    /// use upheld::{Decision, RuleBook};
    ///
    /// let decision = Decision::parse("Final decision\n\n  1. Mr X & others: this was fault.\n");
    /// let html = decision.to_html(RuleBook::standard());
    /// assert!(html.contains("Mr X &amp; others: <b>this was fault</b>."));
    /// ```
    #[must_use]
    pub fn to_html(&self, book: &RuleBook) -> String {
        self.fragment(book).into_string()
    }

    /// The decision as a whole page of HTML in UTF-8, with the same content as [`Decision::to_html`].
    ///
    /// ```
    /// use upheld::{Decision, RuleBook};
    ///
    /// let decision = Decision::parse("Ashvale Council (21 000 001)\n\nFinal decision\n\n  1. This was fault.\n");
    /// let page = decision.to_html_page(RuleBook::standard());
    /// assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<title>21 000 001 Ashvale Council</title>"));
    /// ```
    #[must_use]
    pub fn to_html_page(&self, book: &RuleBook) -> String {
        let page = html! {
            (DOCTYPE)
            html lang="en-GB" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (Words(&self.title())) }
                    style { (PreEscaped(PAGE_STYLE)) }
                }
                body.upheld-page { (self.fragment(book)) }
            }
        };
        page.into_string() + "\n"
    }

    fn fragment(&self, book: &RuleBook) -> Markup {
        let marks = self.marks(book);
        html! {
            article.upheld-decision lang="en-GB" aria-label=(Words(&self.title())) {
                style { (PreEscaped(STYLE)) }
                (card::card(self))
                (text::text(&self.document, &marks))
                (legend::legend(&marks))
                (legend::notes(&self.document))
            }
        }
    }

    /// The reference and the body, as far as the page has them.
    fn title(&self) -> String {
        let body = self.document.header.body.map(|span| self.document.one_line(span));
        let parts: Vec<String> = [self.document.reference(), body].into_iter().flatten().collect();
        if parts.is_empty() { "Decision".to_owned() } else { parts.join(" ") }
    }
}
