//! Which sections reason and which tell law and facts: by the words of the investigator's own headings, and by whether
//! the Ombudsman finds something below them.

use super::finding::states_finding;
use super::reading::Reading;
use crate::Span;
use crate::document::{Document, Role, Section};
use crate::rules::RuleBook;

/// Reads a document, and settles the roles of its sections.
///
/// A heading whose words open the reasoning makes reasoning of the headings that follow it. So does a heading whose words
/// do not tell, if a finding stands below it. Where nothing below "What I found" is reasoning, all of it is, but for law
/// and facts.
pub(crate) fn read(document: &mut Document, book: &RuleBook) -> Reading {
    by_headings(document, book);
    let provisional: Vec<Role> =
        document.sections.iter().map(|it| if is_open(it) { Role::Analysis } else { it.role }).collect();
    let mut reading = Reading::new(document, book, &provisional);
    by_findings(document, &reading, book);
    let roles: Vec<Role> = document.sections.iter().map(|section| section.role).collect();
    reading.settle(&roles);
    reading
}

/// Whether it may turn out to be reasoning.
fn is_open(section: &Section) -> bool {
    section.role == Role::Found || section.free && matches!(section.role, Role::Law | Role::Facts)
}

fn by_headings(document: &mut Document, book: &RuleBook) {
    let Document { sections, text, .. } = document;
    let mut reasoning = false;
    for section in sections.iter_mut() {
        if !section.free {
            reasoning = false;
            continue;
        }
        let Some(heading) = section.heading.filter(|_| is_open(section)) else { continue };
        match book.heading_role(heading.slice(text)) {
            Some(Role::Analysis) => reasoning = true,
            Some(role) if section.role == Role::Found && !reasoning => section.role = role,
            _ => {}
        }
        if reasoning {
            section.role = Role::Analysis;
        }
    }
}

fn by_findings(document: &mut Document, reading: &Reading, book: &RuleBook) {
    let mut states = vec![false; document.sections.len()];
    let open = |section: usize| document.sections.get(section).is_some_and(|it| it.free && is_open(it));
    for sentence in reading.sentences.iter().filter(|sentence| open(sentence.section)) {
        if let Some(states) = states.get_mut(sentence.section) {
            *states = *states || states_finding(reading, book, sentence);
        }
    }
    let Document { sections, text, .. } = document;
    let mut reasoning = false;
    for (section, states) in sections.iter_mut().zip(states) {
        if !section.free {
            reasoning = false;
        } else if is_open(section) {
            let named = section.heading.and_then(|heading| book.heading_role(heading.slice(text)));
            // "Background" tells what happened, whatever is found on the way.
            if named != Some(Role::Facts) && (states || reasoning && named.is_none()) {
                reasoning = true;
                section.role = Role::Analysis;
            }
        }
    }
    if !sections.iter().any(|section| matches!(section.role, Role::Analysis | Role::Assessment)) {
        for section in sections.iter_mut() {
            let told = |heading: Span| book.heading_role(heading.slice(text)).is_some();
            let part = section.free && is_open(section) && !section.heading.is_some_and(told);
            if section.role == Role::Found || part {
                section.role = Role::Analysis;
            }
        }
    }
}
