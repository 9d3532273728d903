//! What can be told only when the whole book is read: which signals there are, and by which words its phrases are found.

use std::collections::HashSet;

use super::Reader;
use crate::document::Published;
use crate::rules::error::suggestion;
use crate::rules::model::FindingKind;
use crate::rules::{Candidate, RuleBook, RuleError};

impl Reader<'_> {
    /// The book, unless a rule asks for a signal that there is not.
    pub(super) fn finish(mut self) -> Result<RuleBook, RuleError> {
        let mut known: HashSet<String> = [
            "remedy",
            "investigated",
            "assessed",
            "left_out",
            "open_point",
            "main ground cannot",
            "main ground will_not",
        ]
        .map(str::to_owned)
        .into();
        for (kind, _) in FindingKind::ALL {
            known.extend([kind.to_owned(), format!("operative {kind}"), format!("case {kind}")]);
        }
        for outcome in Published::ALL {
            known.extend([format!("published {}", outcome.code()), format!("derived {}", outcome.code())]);
        }
        known.extend(self.book.grounds.iter().map(|ground| format!("ground {}", ground.code)));
        known.extend(self.book.grounds.iter().map(|ground| format!("case ground {}", ground.code)));
        known.extend(self.book.outcomes.iter().filter(|rule| rule.issue).map(|rule| format!("issue {}", rule.name)));
        for (signal, at) in &self.signals {
            if !known.contains(signal.as_str()) {
                let hint = suggestion(signal.as_str(), known.iter().map(String::as_str));
                return Err(self
                    .place
                    .error(*at, format!("this rule asks for the unknown signal `{}`{hint}", signal.as_str())));
            }
        }
        let (mut proposing, mut changing) = (Vec::new(), Vec::new());
        for index in [&mut proposing, &mut changing] {
            index.resize(self.compiler.vocabulary.len(), Vec::new());
        }
        for (number, entry) in self.book.entries.iter().enumerate() {
            let index = if entry.owner.only_changes() { &mut changing } else { &mut proposing };
            for word in entry.phrase.anchors() {
                if let (Some(candidates), Ok(number)) = (index.get_mut(word as usize), u32::try_from(number)) {
                    candidates.push(Candidate { needs: entry.needs.clone(), roles: entry.roles, entry: number });
                }
            }
        }
        (self.book.proposing, self.book.changing) = (proposing, changing);
        self.book.vocabulary = self.compiler.vocabulary;
        Ok(self.book)
    }
}
