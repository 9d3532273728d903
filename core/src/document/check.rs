//! What is looked at once all lines are placed: references, and what is missing.

use super::{Document, Reference, Role};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::{Span, work};

/// Finds the references in every paragraph, and which of the numbered ones they mean.
pub(super) fn references(document: &mut Document) {
    let last = document.paragraphs().filter_map(|(_, paragraph)| paragraph.number).max().unwrap_or(0);
    let Document { text, sections, diagnostics, .. } = document;
    let mut unresolved = Vec::new();
    for paragraph in sections.iter_mut().flat_map(|section| &mut section.paragraphs) {
        let parts: Vec<Span> = paragraph.parts().collect();
        for part in parts {
            work::count(part.len());
            let (references, citations) = crate::inline::references(part.slice(text));
            paragraph.citations.extend(citations.into_iter().map(|span| span.shifted(part.start())));
            for reference in references {
                let span = reference.span.shifted(part.start());
                let to: Vec<u32> = reference.numbers.into_iter().filter(|number| (1..=last).contains(number)).collect();
                if to.is_empty() {
                    unresolved.push(span);
                }
                paragraph.references.push(Reference { span, to });
            }
        }
    }
    for span in unresolved {
        let message = format!("`{}` is no paragraph of this text, which numbers {last}", span.slice(text));
        diagnostics.push(Diagnostic { kind: DiagnosticKind::UnresolvedReference, message, span });
    }
}

/// Says that a statement has lost its numbers on the way.
pub(super) fn numbers(document: &mut Document) {
    let paragraphs = || document.paragraphs().filter(|(section, _)| section.role != Role::Summary);
    let Some((_, first)) = paragraphs().next() else { return };
    let numbered = paragraphs().any(|(_, paragraph)| paragraph.number.is_some());
    let statement = document.sections.iter().any(|section| section.role == Role::Powers);
    if numbered || !statement {
        return;
    }
    let message =
        "the page has lost the numbers of its paragraphs; they are counted from the first below the summary".to_owned();
    document.diagnostics.push(Diagnostic { kind: DiagnosticKind::NoNumbers, message, span: first.span });
}

/// Says what a decision has that this one does not.
pub(super) fn fields(document: &mut Document) {
    let span = Span::new(0, 0);
    if document.sections.iter().all(|section| section.role == Role::Other) {
        let message = if document.text.trim().is_empty() {
            "the text is empty".to_owned()
        } else {
            "no section of a decision was found; a heading such as `The complaint` is expected".to_owned()
        };
        document.diagnostics.push(Diagnostic { kind: DiagnosticKind::NoStatement, message, span });
        return;
    }
    let header = &document.header;
    let missing: Vec<&str> = [
        ("body", header.body.is_none()),
        ("reference", header.reference.is_none()),
        ("category", header.category.is_none()),
        ("outcome", header.outcome_text.is_none()),
        ("date", header.date_text.is_none()),
    ]
    .into_iter()
    .filter_map(|(name, missing)| missing.then_some(name))
    .collect();
    if !missing.is_empty() {
        let message = format!("the header does not have: {}", missing.join(", "));
        document.diagnostics.push(Diagnostic { kind: DiagnosticKind::MissingField, message, span });
    }
}
