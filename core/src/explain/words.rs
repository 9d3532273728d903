//! An explanation in words, for a reader.

use std::fmt::{self, Write};

use super::{Explanation, Form, Proposal, Reason, Ruling, Verdict};
use crate::analysis::At;
use crate::decision::Decision;
use crate::rules::{BookPlace, RuleBook};
use crate::{FindingKind, Span};

/// Sentences are shortened to so many characters.
const LONGEST_SENTENCE: usize = 160;
/// So many sentences are quoted for one signal.
const MOST_SENTENCES: usize = 3;

impl Explanation {
    /// The explanation in words: why the outcome is what it is, why it is no other, and where each finding comes from.
    /// `decision` and `book` are those that it explains.
    ///
    /// ```
    /// use upheld::{Decision, RuleBook};
    ///
    /// let decision = Decision::parse("Decision : Not upheld\n\nFinal decision\n\n  1. I find no fault.\n");
    /// let words = decision.explain(RuleBook::standard()).in_words(&decision, RuleBook::standard());
    /// assert!(words.contains("✓ not_upheld"));
    /// assert!(words.contains("cue no_fault"));
    /// ```
    #[must_use]
    pub fn in_words(&self, decision: &Decision, book: &RuleBook) -> String {
        let mut page = Words { decision, book, text: String::new() };
        // Nothing that is written to a text can fail.
        let _ = page.all(self);
        page.text
    }

    /// Why the whole and the parts do not have an outcome, in words.
    #[must_use]
    pub fn why_not(&self, outcome: &str, decision: &Decision, book: &RuleBook) -> String {
        let mut page = Words { decision, book, text: String::new() };
        let _ = page.why_not(self, outcome);
        page.text
    }
}

struct Words<'w> {
    decision: &'w Decision,
    book: &'w RuleBook,
    text: String,
}

impl Words<'_> {
    fn all(&mut self, explanation: &Explanation) -> fmt::Result {
        self.verdict(&explanation.whole)?;
        match explanation.derived.rule() {
            Some(rule) => {
                writeln!(self.text, "\nFrom the prose alone: {}", rule.gives)?;
                self.decisive("derived", rule)?;
            }
            None => writeln!(self.text, "\nFrom the prose alone: no outcome")?,
        }
        for verdict in &explanation.issues {
            let heading = verdict.heading.map_or_else(String::new, |span| self.quote(span));
            writeln!(self.text, "\nPart: {heading}")?;
            self.verdict(verdict)?;
        }
        let (raised, quiet): (Vec<_>, Vec<_>) = explanation.flags.iter().partition(|flag| flag.holds);
        writeln!(self.text, "\nFlags")?;
        for flag in raised {
            writeln!(self.text, "  {}", flag.gives)?;
            self.decisive("flag", flag)?;
        }
        for flag in quiet {
            let missing: Vec<String> = flag.missing().iter().map(|part| format!("✗ {part}")).collect();
            writeln!(self.text, "  not raised: {}  {}", flag.name, missing.join(", "))?;
        }
        for (title, proposals) in [
            ("Findings", &explanation.findings),
            ("Only looks like a finding", &explanation.set_aside),
            ("Remedies", &explanation.remedies),
            ("Grounds", &explanation.grounds),
        ] {
            if !proposals.is_empty() {
                writeln!(self.text, "\n{title}")?;
            }
            for proposal in proposals {
                self.proposal(proposal)?;
            }
        }
        Ok(())
    }

    fn verdict(&mut self, verdict: &Verdict) -> fmt::Result {
        let Some(rule) = verdict.rule() else {
            writeln!(self.text, "No outcome: no rule of the book holds")?;
            return self.others(verdict);
        };
        let label = self.book.outcome_label(&rule.gives).unwrap_or_default();
        writeln!(self.text, "{label} ({})", rule.gives)?;
        self.decisive("rule", rule)?;
        self.others(verdict)
    }

    /// The rule that decided, with the parts of its condition and the sentences behind them.
    fn decisive(&mut self, kind: &str, rule: &Ruling) -> fmt::Result {
        writeln!(self.text, "  because {kind} {} holds ({})", rule.name, place(&rule.place))?;
        rule.met().into_iter().try_for_each(|part| self.part(part, "    "))?;
        rule.shows.iter().filter(|part| part.holds).try_for_each(|part| self.part(part, "    "))
    }

    fn others(&mut self, verdict: &Verdict) -> fmt::Result {
        let others = verdict.others();
        if !others.is_empty() {
            writeln!(self.text, "  not")?;
        }
        others.into_iter().try_for_each(|outcome| self.not(verdict, outcome, "    "))
    }

    /// Why an outcome is not the one.
    fn not(&mut self, verdict: &Verdict, outcome: &str, indent: &str) -> fmt::Result {
        writeln!(self.text, "{indent}{outcome}")?;
        for ruling in verdict.of(outcome) {
            writeln!(self.text, "{indent}  rule {} ({})", ruling.name, place(&ruling.place))?;
            let deeper = format!("{indent}    ");
            if ruling.holds {
                let first = verdict.rule().map_or("", |rule| rule.name.as_str());
                writeln!(self.text, "{deeper}✓ holds, but {first} is asked before it")?;
            }
            for part in ruling.missing() {
                self.part(part, &deeper)?;
            }
        }
        Ok(())
    }

    fn why_not(&mut self, explanation: &Explanation, outcome: &str) -> fmt::Result {
        let whole = (String::from("The whole"), &explanation.whole);
        let parts = explanation.issues.iter().map(|verdict| {
            let heading = verdict.heading.map_or_else(String::new, |span| self.quote(span));
            (format!("Part: {heading}"), verdict)
        });
        let all: Vec<(String, &Verdict)> = std::iter::once(whole).chain(parts).collect();
        for (title, verdict) in all {
            if verdict.outcome.as_deref() == Some(outcome) {
                writeln!(self.text, "{title}: it is {outcome}")?;
                if let Some(rule) = verdict.rule() {
                    self.decisive("rule", rule)?;
                }
            } else if verdict.of(outcome).next().is_none() {
                writeln!(self.text, "{title}: no rule gives {outcome} here")?;
            } else {
                writeln!(self.text, "{title}: {}, not", verdict.outcome.as_deref().unwrap_or("no outcome"))?;
                self.not(verdict, outcome, "  ")?;
            }
        }
        Ok(())
    }

    fn part(&mut self, part: &Reason, indent: &str) -> fmt::Result {
        let mark = if part.holds { '✓' } else { '✗' };
        write!(self.text, "{indent}{mark} {part}")?;
        // What a signal of the book stands for.
        if let (Form::Signal, Some(condition)) = (part.form, part.parts.first()) {
            write!(self.text, " ({condition})")?;
        }
        self.text.push('\n');
        // Of what is absent, the sentences tell what stands against it.
        let evidence = part.all_evidence();
        for span in evidence.iter().take(MOST_SENTENCES) {
            let (at, quote) = (self.at(*span), self.quote(*span));
            writeln!(self.text, "{indent}    {at}{quote}")?;
        }
        if evidence.len() > MOST_SENTENCES {
            writeln!(self.text, "{indent}    and {} more", evidence.len() - MOST_SENTENCES)?;
        }
        Ok(())
    }

    fn proposal(&mut self, proposal: &Proposal) -> fmt::Result {
        let kind = proposal.kind.map_or("", FindingKind::name);
        let parts = [in_words(proposal.at), kind.to_owned(), proposal.rule.clone()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        write!(self.text, "  {}", parts.join("  "))?;
        if let Some(phrase) = &proposal.phrase {
            write!(self.text, "  {}  {}", place(phrase), phrase.text)?;
        }
        let cue = self.quote(proposal.cue);
        writeln!(self.text, "\n      «{cue}»")?;
        for trigger in &proposal.triggers {
            let axis = trigger.axis.in_words();
            let words = self.quote(trigger.span);
            writeln!(self.text, "      {axis}: {} «{words}»", trigger.rule)?;
        }
        Ok(())
    }

    /// The paragraph of a sentence that something was found in.
    fn at(&self, span: Span) -> String {
        let Decision { findings, remedies, grounds, .. } = self.decision;
        let places = findings.iter().map(|it| (it.span, it.at));
        let places = places.chain(remedies.iter().map(|it| (it.span, it.at)));
        let mut places = places.chain(grounds.iter().map(|it| (it.span, it.at)));
        places.find(|(other, _)| *other == span).map_or_else(String::new, |(_, at)| format!("{}  ", in_words(at)))
    }

    /// The words of a place on one line, without what could make a terminal do something.
    fn quote(&self, span: Span) -> String {
        let words: Vec<&str> = self.decision.document.slice(span).split_whitespace().collect();
        let words: String = words.join(" ").chars().filter(|letter| !letter.is_control()).collect();
        if words.chars().count() <= LONGEST_SENTENCE {
            return words;
        }
        let kept: String = words.chars().take(LONGEST_SENTENCE - 2).collect();
        let whole_words = kept.rsplit_once(' ').map_or(kept.as_str(), |(words, _)| words);
        format!("{whole_words} …")
    }
}

fn in_words(at: At) -> String {
    match at {
        At::Summary => "summary".to_owned(),
        At::Paragraph(number) => format!("para {number}"),
    }
}

fn place(place: &BookPlace) -> String {
    format!("{}:{}", place.book, place.line)
}
