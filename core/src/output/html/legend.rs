//! What stands below the text: the marks that occur, and the notes on the page.

use std::collections::HashSet;

use maud::{Markup, html};

use super::words::Words;
use crate::document::Document;
use crate::output::Mark;

/// The marks that occur, each once, with what they mean.
pub(super) fn legend(marks: &[Mark]) -> Markup {
    if marks.is_empty() {
        return html! { p.upheld-none { "No marks: the rules saw no finding, no ground and no remedy in this text." } };
    }
    let mut known = HashSet::new();
    html! {
        details.upheld-below-text {
            summary { "Marks" }
            dl.upheld-list {
                @for mark in marks.iter().filter(|mark| known.insert(&mark.name)) {
                    @if mark.kind.is_set_aside() {
                        dt { span.upheld-set_aside { (mark.name) } }
                    } @else {
                        dt { small class={ "upheld-tag upheld-" (mark.kind.name()) } { (Words(&mark.name)) } }
                    }
                    dd { (Words(&mark.meaning)) }
                }
            }
        }
    }
}

/// What could not be made out of the page, and where.
pub(super) fn notes(document: &Document) -> Markup {
    let number = document.diagnostics.len();
    html! {
        @if number > 0 {
            details.upheld-below-text {
                summary { "Notes on this page " small { (number) } }
                dl.upheld-list {
                    @for (line, diagnostic) in document.diagnostics_by_line() {
                        dt { "line " (line) } dd { (Words(&diagnostic.message)) }
                    }
                }
            }
        }
    }
}
