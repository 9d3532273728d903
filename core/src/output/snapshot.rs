//! What was read of a decision, as a text that two people can compare line by line.

use std::fmt::Write as _;

use super::code;
use crate::Span;
use crate::analysis::{At, Finding, GroundFinding, Remedy, ThemeMention};
use crate::decision::Decision;
use crate::document::{Document, one_line};

/// What a field says that the page does not have, and an outcome that no rule gives.
const NONE: &str = "none";

impl Decision {
    /// What was read, as a text to keep beside the decision and to compare after a change of the rules: a snapshot.
    ///
    /// The header, the outcome with its rule and reason, flags and parts of the complaint stand first. A block follows for
    /// each theme, finding, ground and remedy, and for what only looks like a finding, in the order of the text: what it
    /// is, the sentence, the rule and the words it rests on. Notes on the text come last. So the first line of a block
    /// changes where something else was found, and the lines below it where the same was found by other words:
    ///
    /// ```text
    /// -12         fault
    /// +12         no_fault
    ///             We would have expected a record of the call.
    /// ```
    ///
    /// Codes are those of the [JSON contract](crate::Record), sentences stand on one line each. Nothing in it changes while
    /// text and rules say the same: it has no version, no place in a rule book, and no offset.
    ///
    /// ```
    /// let page = "Ashvale Council (21 000 001)\n\nDecision : Upheld\n\n\
    ///             Final decision\n\n  1. There was fault by the Council.\n";
    /// let snapshot = upheld::Decision::parse(page).snapshot();
    /// assert!(snapshot.starts_with("body       Ashvale Council\nreference  21 000 001\n"));
    /// assert!(snapshot.contains("\n\n1          fault\n           There was fault by the Council.\n           by cue fault."));
    /// ```
    ///
    /// In a test of Rust, `insta::assert_snapshot!(decision.snapshot())` keeps and compares it; the command
    /// `upheld snapshot --check` and the plugin for pytest do the same with a file beside each decision.
    #[must_use]
    pub fn snapshot(&self) -> String {
        let mut page = Page { document: &self.document, text: String::new() };
        page.header();
        page.outcome(self);
        page.parts(self);
        page.passages(self);
        page.notes();
        page.text
    }
}

/// Something that stands at a place of the text.
#[derive(Clone, Copy)]
enum Passage<'d> {
    Theme(&'d ThemeMention),
    Finding(&'d Finding),
    SetAside(&'d Finding),
    Ground(&'d GroundFinding),
    Remedy(&'d Remedy),
}

impl Passage<'_> {
    fn span(self) -> Span {
        match self {
            Self::Theme(it) => it.span,
            Self::Finding(it) | Self::SetAside(it) => it.span,
            Self::Ground(it) => it.span,
            Self::Remedy(it) => it.span,
        }
    }
}

/// The page as it grows: a column of names and places, and a column of what stands there.
struct Page<'d> {
    document: &'d Document,
    text: String,
}

impl<'d> Page<'d> {
    /// A line of a block. What is named and not quoted goes on one line as well: a message may quote.
    fn line(&mut self, name: &str, value: &str) {
        let line = format!("{name:<9}  {}", one_line(value));
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// The line that parts two blocks.
    fn gap(&mut self) {
        self.text.push('\n');
    }

    fn words(&self, span: Span) -> &'d str {
        self.document.slice(span)
    }

    fn header(&mut self) {
        let (header, document) = (&self.document.header, self.document);
        let field = |span: Option<Span>| span.map_or(NONE, |span| document.slice(span));
        let category = match header.subcategory {
            Some(subcategory) => format!("{} > {}", field(header.category), document.slice(subcategory)),
            None => field(header.category).to_owned(),
        };
        self.line("body", field(header.body));
        self.line("reference", document.reference().as_deref().unwrap_or(NONE));
        self.line("category", &category);
        self.line("published", &header.outcome.map_or_else(|| NONE.to_owned(), code));
        self.line("date", &header.date.map_or_else(|| NONE.to_owned(), |date| date.to_string()));
        self.line("layout", &code(document.layout));
    }

    fn outcome(&mut self, decision: &Decision) {
        let triage = &decision.triage;
        self.gap();
        self.line("outcome", triage.outcome.as_deref().unwrap_or(NONE));
        if let Some(step) = triage.rule() {
            self.line("", &format!("by rule {}: {}", step.rule, triage.reason));
        }
        self.line("derived", &triage.derived_outcome.map_or_else(|| NONE.to_owned(), code));
        for flag in &triage.flags {
            self.line("flag", &format!("{}: {}", flag.name, flag.message));
        }
    }

    fn parts(&mut self, decision: &Decision) {
        for issue in &decision.issues {
            self.gap();
            let outcome = issue.outcome.as_deref().unwrap_or(NONE);
            self.line("part", &format!("{outcome}: {}", self.words(issue.span)));
            if let Some(point) = issue.point {
                self.line("", &format!("answers: {}", self.words(point)));
            }
        }
    }

    /// All that stands at places of the text, so that what was a finding and is one no longer stays where it was.
    fn passages(&mut self, decision: &Decision) {
        let mut passages: Vec<Passage<'_>> = decision.themes.iter().map(Passage::Theme).collect();
        passages.extend(decision.findings.iter().map(Passage::Finding));
        passages.extend(decision.set_aside.iter().map(Passage::SetAside));
        passages.extend(decision.grounds.iter().map(Passage::Ground));
        passages.extend(decision.remedies.iter().map(Passage::Remedy));
        passages.sort_by_key(|passage| passage.span());
        for passage in passages {
            self.gap();
            match passage {
                Passage::Theme(theme) => self.theme(theme),
                Passage::Finding(finding) => self.finding(finding),
                Passage::SetAside(finding) => self.set_aside(finding),
                Passage::Ground(ground) => self.ground(ground),
                Passage::Remedy(remedy) => self.remedy(remedy),
            }
        }
    }

    /// What is said where, and the sentence that says so.
    fn head(&mut self, at: Option<At>, what: &str, span: Span) {
        let at = at.map_or_else(|| "header".to_owned(), |at| at.to_string());
        self.line(&at, what);
        self.line("", self.words(span));
    }

    fn rests_on(&mut self, rule: &str, cue: Span) {
        self.line("", &format!("by {rule}: {}", self.words(cue)));
    }

    fn finding(&mut self, finding: &Finding) {
        let what = [finding.kind.name()].into_iter().chain(finding.subkinds.iter().map(String::as_str));
        self.head(Some(finding.at), &what.collect::<Vec<_>>().join(" "), finding.span);
        self.rests_on(&finding.rule, finding.cue);
        if let Some(about) = finding.about {
            self.line("", &format!("about: {}", self.words(about)));
        }
    }

    fn set_aside(&mut self, finding: &Finding) {
        self.head(Some(finding.at), &format!("set aside: {}", finding.kind.name()), finding.span);
        self.rests_on(&finding.rule, finding.cue);
        for trigger in &finding.context.triggers {
            self.line("", &format!("{} by {}: {}", code(trigger.axis), trigger.rule, self.words(trigger.span)));
        }
    }

    fn ground(&mut self, ground: &GroundFinding) {
        self.head(Some(ground.at), &format!("ground {}, {}", ground.code, code(ground.bar)), ground.span);
        self.rests_on(&format!("ground {}", ground.code), ground.cue);
        if let Some(forum) = &ground.forum {
            self.line("", &format!("forum {}: {}", forum.name, self.words(forum.span)));
        }
    }

    fn remedy(&mut self, remedy: &Remedy) {
        let mut what = remedy.kind.name().to_owned();
        // Writing to a string does not fail.
        if let Some(subkind) = &remedy.subkind {
            let _ = write!(what, " {subkind}");
        }
        if let Some(amount) = remedy.amount {
            let _ = write!(what, " {amount:#}");
        }
        if let Some(to) = remedy.to {
            let _ = write!(what, " to {}", self.words(to));
        }
        let _ = write!(what, ", {}", code(remedy.status));
        self.head(Some(remedy.at), &what, remedy.span);
        self.rests_on(&remedy.rule, remedy.cue);
        if let Some(deadline) = remedy.deadline {
            let due = deadline.due.map_or_else(|| NONE.to_owned(), |day| day.to_string());
            self.line("", &format!("due {due}: {}", self.words(deadline.span)));
        }
    }

    fn theme(&mut self, theme: &ThemeMention) {
        self.head(theme.at, &format!("theme {}", theme.name), theme.span);
        self.rests_on(&format!("theme {}", theme.name), theme.cue);
    }

    fn notes(&mut self) {
        if !self.document.diagnostics.is_empty() {
            self.gap();
        }
        for diagnostic in &self.document.diagnostics {
            self.line("note", &format!("{}: {}", code(diagnostic.kind), diagnostic.message));
        }
    }
}
