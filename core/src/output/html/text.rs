//! The text: sections, paragraphs and lists, with the marks in them.

use maud::{Markup, html};

use super::segments::{Piece, Stretch, stretches};
use super::words::Words;
use crate::Span;
use crate::document::{Document, Item, Role, Section};
use crate::output::Mark;

/// A text of more bytes stands in a box of its own that scrolls, so that the next cell of a notebook is not far away.
const LONGEST_UNBOXED: usize = 4_000;
/// A text of more bytes is folded at first: a browser takes long to lay it out.
const LONGEST_UNFOLDED: usize = 500_000;

pub(super) fn text(document: &Document, marks: &[Mark]) -> Markup {
    let sections: Vec<&Section> = document.sections.iter().filter(|section| section.role != Role::Furniture).collect();
    let paragraphs: usize = sections.iter().map(|section| section.paragraphs.len()).sum();
    let length: usize = sections.iter().map(|section| section.span.len()).sum();
    let page = Page { document, marks };
    let sections = html! { @for section in &sections { (page.section(section)) } };
    html! {
        details.upheld-text open[length <= LONGEST_UNFOLDED] {
            summary { "Text " small { (paragraphs) @if paragraphs == 1 { " paragraph" } @else { " paragraphs" } } }
            @if length > LONGEST_UNBOXED {
                // What scrolls has to be reached by the keyboard.
                div.upheld-box tabindex="0" role="region" aria-label="Text of the decision" { (sections) }
            } @else {
                (sections)
            }
        }
    }
}

struct Page<'p> {
    document: &'p Document,
    marks: &'p [Mark],
}

impl Page<'_> {
    fn section(&self, section: &Section) -> Markup {
        let heading = match section.heading {
            Some(heading) => self.document.one_line(heading),
            // It stands behind a label.
            None if section.role == Role::Summary => "Summary".to_owned(),
            None => String::new(),
        };
        let level = section.level.clamp(1, 3);
        // A signature is no title.
        let look = if section.role == Role::Signoff { 3 } else { level };
        html! {
            @if !heading.is_empty() {
                // Notebooks list the headings of real elements as their own.
                p class={ "upheld-heading upheld-level" (look) } role="heading" aria-level=(level + 2) {
                    (Words(&heading))
                }
            }
            @for paragraph in &section.paragraphs {
                p.upheld-paragraph {
                    span.upheld-margin { (section.margin(paragraph)) } " " (self.part(paragraph.span))
                }
                @if !paragraph.items.is_empty() {
                    ul.upheld-items { @for item in &paragraph.items { (self.item(item)) } }
                }
            }
        }
    }

    fn item(&self, item: &Item) -> Markup {
        let printed = item.printed.map_or("•", |printed| self.document.slice(printed));
        html! { li { span.upheld-margin { (Words(printed)) } " " (self.part(item.span)) } }
    }

    fn part(&self, span: Span) -> Markup {
        html! { @for stretch in &stretches(span, self.marks) { (self.stretch(stretch)) } }
    }

    fn stretch(&self, stretch: &Stretch) -> Markup {
        let whys = stretch.marks.iter().map(|mark| (mark, mark.why(self.document)));
        let (set_aside, told): (Vec<_>, Vec<_>) = whys.partition(|(mark, _)| mark.kind.is_set_aside());
        let Some((first, _)) = told.first() else {
            return html! { (self.pieces(stretch, None)) (Self::hidden(&set_aside)) };
        };
        let lines: Vec<String> = told.iter().map(|(mark, why)| format!("{} ({why})", mark.tag)).collect();
        html! {
            mark class={ "upheld-" (first.kind.name()) } title=(Words(&lines.join("\n"))) {
                (self.pieces(stretch, Some(first)))
            }
            @for (mark, why) in &told {
                " "
                // It unrolls where it is touched or reached by the keyboard, which titles do not.
                small class={ "upheld-tag upheld-" (mark.kind.name()) } role="note" tabindex="0" {
                    (Words(&mark.tag)) span.upheld-why { " (" (Words(why)) ")" }
                }
            }
            (Self::hidden(&set_aside))
        }
    }

    /// The words of a stretch; `first` is the mark that gives it its colour.
    fn pieces(&self, stretch: &Stretch, first: Option<&Mark>) -> Markup {
        html! { @for piece in &stretch.pieces { (self.piece(piece, first)) } }
    }

    fn piece(&self, piece: &Piece, first: Option<&Mark>) -> Markup {
        let words = Words(self.document.slice(piece.span));
        match piece.cue {
            None => html! { (words) },
            Some(mark) if mark.kind.is_set_aside() => {
                let title = format!("{} ({})", mark.tag, mark.why(self.document));
                html! { span.upheld-set_aside title=(Words(&title)) { (words) } }
            }
            Some(mark) if first.is_some_and(|first| first.kind.name() == mark.kind.name()) => html! { b { (words) } },
            Some(mark) => html! { b class={ "upheld-" (mark.kind.name()) } { (words) } },
        }
    }

    /// For those who hear the page.
    fn hidden(set_aside: &[(&Mark, String)]) -> Markup {
        html! {
            @for (mark, why) in set_aside { span.upheld-hidden { " " (Words(&mark.tag)) " (" (Words(why)) ")" } }
        }
    }
}
