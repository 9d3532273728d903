//! What stands in the HTML of a decision, read back by a parser of HTML.
#![allow(clippy::indexing_slicing, clippy::unwrap_used)]

use proptest::prelude::*;
use scraper::{ElementRef, Html, Node, Selector};

use super::segments::stretches;
use crate::document::{Paragraph, Role};
use crate::output::{Mark, MarkKind};
use crate::{Decision, FindingKind, RuleBook, Span};

fn html(page: &str) -> (Decision, String) {
    let decision = Decision::parse(page);
    let html = decision.to_html(RuleBook::standard());
    (decision, html)
}

/// The text of the first element that a selector finds, or of each.
fn texts(html: &str, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    Html::parse_fragment(html).select(&selector).map(|element| element.text().collect()).collect()
}

fn titles(html: &str) -> Vec<String> {
    let selector = Selector::parse("[title]").unwrap();
    let html = Html::parse_fragment(html);
    html.select(&selector).map(|element| element.attr("title").unwrap().to_owned()).collect()
}

fn mark(kind: MarkKind, span: (usize, usize), cue: (usize, usize)) -> Mark {
    let empty = String::new;
    let (span, cue) = (span.into(), cue.into());
    Mark { kind, span, cue, tag: empty(), name: empty(), meaning: empty(), rule: empty(), triggers: Vec::new() }
}

/// The pieces of a part, a bar between two, a slash between two stretches, cues in brackets.
fn cut(text: &str, part: (usize, usize), marks: &[Mark]) -> String {
    let stretches = stretches(part.into(), marks);
    let stretches = stretches.iter().map(|stretch| {
        let pieces = stretch.pieces.iter().map(|piece| match piece.cue {
            Some(_) => format!("[{}]", piece.span.slice(text)),
            None => piece.span.slice(text).to_owned(),
        });
        pieces.collect::<Vec<_>>().join("|")
    });
    stretches.collect::<Vec<_>>().join("/")
}

const FAULT: MarkKind = MarkKind::Finding(FindingKind::Fault);
const ASIDE: MarkKind = MarkKind::SetAside(FindingKind::Fault);

#[test]
fn a_paragraph_is_cut_where_its_marks_are() {
    let text = "0123456789abcdef";
    let cut = |marks: &[Mark]| cut(text, (2, 14), marks);
    assert_eq!(cut(&[]), "23456789abcd");
    assert_eq!(cut(&[mark(FAULT, (4, 8), (5, 7))]), "23/4|[56]|7/89abcd");
    assert_eq!(cut(&[mark(FAULT, (2, 14), (2, 14))]), "[23456789abcd]");
    assert_eq!(cut(&[mark(FAULT, (4, 8), (4, 6)), mark(FAULT, (4, 8), (6, 8))]), "23/[45]|[67]/89abcd");
    assert_eq!(cut(&[mark(FAULT, (2, 6), (2, 3)), mark(FAULT, (6, 8), (7, 8))]), "[2]|345/6|[7]/89abcd");
}

#[test]
fn what_overlaps_is_neither_lost_nor_repeated() {
    let text = "0123456789abcdef";
    let cut = |marks: &[Mark]| cut(text, (2, 14), marks);
    // Sentences.
    assert_eq!(cut(&[mark(FAULT, (4, 8), (4, 5)), mark(FAULT, (6, 10), (9, 10))]), "23/[4]|5678|[9]/abcd");
    // Cues: what the decision says comes before what is set aside.
    assert_eq!(cut(&[mark(FAULT, (4, 10), (5, 8)), mark(FAULT, (4, 10), (7, 9))]), "23/4|[567]|[8]|9/abcd");
    assert_eq!(cut(&[mark(ASIDE, (4, 10), (5, 9)), mark(FAULT, (4, 10), (5, 7))]), "23/4|[56]|[78]|9/abcd");
    // Beyond the part, and before it.
    assert_eq!(cut(&[mark(FAULT, (12, 20), (13, 20))]), "23456789ab/c|[d]");
    assert_eq!(cut(&[mark(FAULT, (0, 1), (0, 1)), mark(FAULT, (14, 16), (14, 16))]), "23456789abcd");
    assert_eq!(cut(&[mark(FAULT, (5, 5), (5, 5))]), "234//56789abcd", "a sentence without words has a tag still");
}

#[test]
fn a_sentence_has_its_tags_and_tells_why() {
    let (_, html) =
        html("Final decision\n\n  1. Mr X says this was fault. This was fault, and it caused Mr X distress.\n");
    assert_eq!(texts(&html, "mark"), ["This was fault, and it caused Mr X distress."]);
    assert_eq!(texts(&html, "mark b")[0], "This was fault");
    assert_eq!(texts(&html, "p small.upheld-tag")[0], "fault (cue fault.was)");
    let titles = titles(&html);
    assert_eq!(titles[0], "set aside: fault (cue fault.was; whose word it is: “Mr X says”, context complainant)");
    assert!(titles[1].starts_with("fault (cue fault.was)\ninjustice (cue injustice."), "{}", titles[1]);
    assert_eq!(texts(&html, ".upheld-set_aside")[0], "this was fault");
}

#[test]
fn everything_from_the_text_is_escaped() {
    let nasty = "<script>alert('x')</script> & \"she\" <b title=\"";
    let page = format!(
        "{nasty} Council (21 000 001)\n\nCategory : {nasty} > {nasty}\n\nDecision : {nasty}\n\nDecision date : 1 Mar 2022\n\n\
         Summary: {nasty}\n\nThe complaint\n\n  1. Mr \"><i>X</i> says this was fault. {nasty}:\n  a) {nasty}; and\n  b) it.\n\n\
         What I found\n\nAnalysis\n\n{nasty}\n\n  1. This was fault {nasty}.\n\nThe rest & \"all\"\n\n  1. I find no fault {nasty}.\n\n\
         Agreed action\n\n  1. Within one month of \"<i>the event</i>\" the Council will pay Mr X £150 {nasty}.\n"
    );
    let decision = Decision::parse(&page);
    let book = RuleBook::standard();
    for html in [decision.to_html(book), decision.to_html_page(book)] {
        assert!(html.contains("&lt;script&gt;alert('x')&lt;/script&gt; &amp; &quot;she&quot; &lt;b title=&quot;"));
        let read = Html::parse_document(&html);
        for element in read.root_element().descendants().filter_map(ElementRef::wrap) {
            let name = element.value().name();
            assert!(!["script", "i", "img", "a", "link"].contains(&name), "{name}");
            for (name, _) in element.value().attrs() {
                assert!(
                    ["class", "title", "lang", "role", "tabindex", "open", "charset", "name", "content"]
                        .contains(&name)
                        || name.starts_with("aria-"),
                    "{name}"
                );
            }
        }
    }
}

#[test]
fn control_characters_stay_out() {
    let (_, html) = html("Final decision\n\n  1. This\u{0} was\u{1b}[31m fault\u{b}of theirs.\n");
    assert!(!html.contains(|letter: char| letter.is_control() && letter != '\n'));
    assert!(html.contains("fault of theirs"), "what parts words parts them still");
}

#[test]
fn the_card_tells_what_it_comes_to() {
    let (_, html) = html(
        "Ashvale Council (21 000 001)\n\nCategory : Housing > Other\n\nDecision : Not upheld\n\nDecision date : 1 Mar 2022\n\n\
         Final decision\n\n  1. This was fault.\n\nAgreed action\n\n  1. The Council will pay Mr X £1,150 and his son £50.\n",
    );
    let card = texts(&html, ".upheld-card").concat();
    for words in ["21 000 001", "Ashvale Council", "Housing > Other", "1 March 2022", "Not upheld", "£1,200.00, 2 sums"]
    {
        assert!(card.contains(words), "{words}: {card}");
    }
    assert!(texts(&html, ".upheld-reason.upheld-check").concat().contains("different outcomes"));
}

#[test]
fn a_long_text_has_a_box_and_a_very_long_one_is_folded() {
    let page = |paragraphs: usize| format!("The complaint\n\n{}", "  1. The lamp was out.\n".repeat(paragraphs));
    let [short, long, longest] = [10, 300, 30_000].map(|paragraphs| html(&page(paragraphs)).1);
    assert!(!short.contains("upheld-box\"") && short.contains("<details class=\"upheld-text\" open>"));
    assert!(long.contains("upheld-box\"") && long.contains("<details class=\"upheld-text\" open>"));
    assert!(longest.contains("<details class=\"upheld-text\">"));
}

#[test]
fn very_many_marks_in_one_sentence_are_each_told_once() {
    let cues: Vec<Mark> = (0..20_000).map(|at| mark(FAULT, (0, 40_000), (at * 2, at * 2 + 1))).collect();
    let stretches = stretches(Span::new(0, 40_000), &cues);
    assert_eq!((stretches.len(), stretches[0].pieces.len()), (1, 40_000));
}

#[test]
fn places_that_are_none_of_the_text_do_no_harm() {
    // As a decision may have them that was read from JSON.
    let page = "Final decision\n\n  1. There was fault, and it cost Mr X £150.\n\nAgreed action\n\n  1. Within a month the Council will pay him £150.\n";
    let decision = Decision::parse(page);
    let pound = page.find('£').unwrap();
    for span in [(0, 0), (usize::MAX - 1, usize::MAX), (0, usize::MAX), (pound + 1, pound + 2), (pound + 1, 3)] {
        let mut decision = decision.clone();
        for finding in &mut decision.findings {
            (finding.span, finding.cue) = (span.into(), span.into());
        }
        for remedy in &mut decision.remedies {
            remedy.cue = span.into();
            remedy.deadline.as_mut().unwrap().span = span.into();
        }
        decision.document.sections[0].paragraphs[0].span = span.into();
        decision.document.header.body = Some(span.into());
        assert!(decision.to_html(RuleBook::standard()).ends_with("</article>"));
    }
}

/// The words that a reader sees of an element: without tags, margins and what only some hear.
fn seen(element: ElementRef) -> String {
    let mut seen = String::new();
    for node in element.children() {
        match (node.value(), ElementRef::wrap(node)) {
            (Node::Text(text), _) => seen.push_str(text),
            (_, Some(child)) if ["mark", "b"].contains(&child.value().name()) => seen += &self::seen(child),
            (_, Some(child)) if child.value().classes().any(|class| class == "upheld-set_aside") => {
                seen += &self::seen(child);
            }
            _ => {}
        }
    }
    seen
}

fn check(page: &str) -> Result<(), TestCaseError> {
    let (decision, html) = html(page);
    let read = Html::parse_fragment(&html);
    let parts = Selector::parse(".upheld-paragraph, .upheld-items li").unwrap();
    let words = |text: &str| -> Vec<String> {
        let kept = text.split_whitespace().map(|word| word.replace(char::is_control, ""));
        kept.filter(|word| !word.is_empty()).collect()
    };
    let shown: Vec<Vec<String>> = read.select(&parts).map(|part| words(&seen(part))).collect();
    let sections = decision.document.sections.iter().filter(|section| section.role != Role::Furniture);
    let paragraphs = sections.flat_map(|section| &section.paragraphs);
    let told: Vec<Vec<String>> =
        paragraphs.flat_map(Paragraph::parts).map(|part| words(decision.document.slice(part))).collect();
    prop_assert_eq!(shown, told);
    Ok(())
}

/// Pieces that decisions are made of, and pieces that go wrong.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Final decision".to_owned()),
        Just("Agreed action".to_owned()),
        Just("  1. There was fault by the Council which caused Mr X injustice, but no fault in the fee.".to_owned()),
        Just("  1. Mr X says the Council was at fault. It has apologised & paid <£150>.".to_owned()),
        Just("  1. Within a month the Council will apologise, pay £150 and £20 for \"distress\", and:".to_owned()),
        Just("  a) train staff; and".to_owned()),
        Just("- I will not investigate because it is late.".to_owned()),
        "[ -~]{0,40}",
        "  1\\. \\PC{0,40}",
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_word_is_shown_once_and_in_order(lines in prop::collection::vec(line(), 0..12)) {
        check(&lines.join("\n"))?;
    }
}
