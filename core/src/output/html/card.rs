//! The card: what the decision comes to.

use maud::{Markup, html};

use super::words::Words;
use crate::analysis::Issue;
use crate::decision::Decision;
use crate::money::Money;
use crate::output::marks::date;

pub(super) fn card(decision: &Decision) -> Markup {
    let Decision { document, triage, issues, .. } = decision;
    let header = &document.header;
    let words = |span| document.one_line(span);
    let below = [document.category(), header.date.map(date)].into_iter().flatten();
    let payments = decision.remedies.iter().filter(|remedy| remedy.amount.is_some()).count();
    html! {
        header.upheld-card {
            p.upheld-title role="heading" aria-level="2" {
                @if let Some(reference) = document.reference() { span.upheld-faint { (Words(&reference)) } " " }
                (Words(&header.body.map_or_else(|| "Decision".to_owned(), words)))
            }
            p.upheld-below { (Words(&below.collect::<Vec<_>>().join(" · "))) }
            p class={ "upheld-reason " (tone(triage.outcome.as_deref())) } {
                strong { (Words(&triage.label)) }
                @if !triage.reason.is_empty() { " " span { (Words(&triage.reason)) } }
            }
            @if !triage.flags.is_empty() {
                p.upheld-reason.upheld-check {
                    strong { "Check" }
                    @for flag in &triage.flags { " " span { (Words(&flag.message)) } }
                }
            }
            dl.upheld-list {
                @if let Some(published) = header.outcome_text { (entry("Published", &words(published))) }
                @if let Some(total) = decision.total_payment() {
                    (entry("Payments", &in_sums(total, payments)))
                }
                @if !issues.is_empty() {
                    dt { "Parts" }
                    @for issue in issues { (part(issue, &words(issue.span))) }
                }
            }
        }
    }
}

fn entry(name: &str, text: &str) -> Markup {
    html! { dt { (name) } dd { (Words(text)) } }
}

fn in_sums(total: Money, payments: usize) -> String {
    if payments > 1 { format!("{total:#}, {payments} sums") } else { format!("{total:#}") }
}

fn part(issue: &Issue, heading: &str) -> Markup {
    html! {
        dd {
            (Words(heading)) " "
            small class={ "upheld-tag " (tone(issue.outcome.as_deref())) } { (Words(&issue.label)) }
        }
    }
}

/// The class for the colour of a decision reason. A book may have reasons of any name, so it is not made of the name.
fn tone(outcome: Option<&str>) -> &'static str {
    match outcome.and_then(|code| code.split('.').next()) {
        Some("upheld") => "upheld-upheld",
        Some("not_upheld") => "upheld-not_upheld",
        Some("closed") => "upheld-closed",
        _ => "upheld-check",
    }
}
