//! Idioms: paragraphs in many wordings, each with what it says and in which section; a class a line of thought. Those of
//! the classes `trap-*` only look like something.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use upheld::Decision;

/// A paragraph with what was read of it.
pub struct Idiom {
    /// What it is an example of.
    pub class: String,
    /// What it says.
    pub text: String,
    /// Whether it was read so.
    pub right: bool,
    /// What it should say and what was read, for a person.
    pub difference: String,
}

/// Tells what a row says and what was read of it, and whether that is the same.
type Judge = fn(&Row<'_>) -> (String, bool);

/// Reads the idioms of a folder: those of findings, of remedies and of grounds.
///
/// # Errors
///
/// The file that could not be read, or the line that has not as many columns as the first.
pub fn idioms(folder: &Path) -> Result<Vec<(&'static str, Vec<Idiom>)>, String> {
    let read: [(&str, Judge); 3] = [("findings", findings), ("remedies", remedies), ("grounds", grounds)];
    let of = |(name, judge): (&'static str, Judge)| {
        let path = folder.join(format!("{name}.tsv"));
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut lines = text.lines().enumerate().map(|(index, line)| (index + 1, line.split('\t').collect::<Vec<_>>()));
        let (_, columns) = lines.next().unwrap_or_default();
        let idioms = lines.map(|(line, cells)| {
            let place = format!("{name}.tsv:{line}");
            if cells.len() != columns.len() {
                return Err(format!("{place}: {} columns, not {}", cells.len(), columns.len()));
            }
            let row = Row { columns: &columns, cells };
            let (difference, right) = judge(&row);
            Ok(Idiom { class: row.get("class").to_owned(), text: row.get("text").to_owned(), right, difference })
        });
        Ok((name, idioms.collect::<Result<Vec<_>, String>>()?))
    };
    read.into_iter().map(of).collect()
}

/// A line of a table.
struct Row<'t> {
    columns: &'t [&'t str],
    cells: Vec<&'t str>,
}

impl<'t> Row<'t> {
    fn get(&self, column: &str) -> &'t str {
        self.columns.iter().position(|known| *known == column).and_then(|at| self.cells.get(at)).copied().unwrap_or("")
    }

    /// The entries of a cell; none where it has a dash.
    fn set(&self, column: &str) -> BTreeSet<&'t str> {
        self.get(column).split(',').map(str::trim).filter(|entry| !entry.is_empty() && *entry != "-").collect()
    }

    /// The decision in which the paragraph stands, of 15 March 2023.
    fn decision(&self, outcome: &str) -> Decision {
        let text = self.get("text");
        let heading = match self.get("section") {
            "summary" => "",
            "analysis" => "What I found\n\nAnalysis",
            "facts" => "What I found\n\nWhat happened",
            "law" => "What I found\n\nRelevant law and guidance",
            "action" => "Agreed action",
            "final_decision" => "Final decision",
            "assessment" => "My assessment",
            "scope" => "What I have and have not investigated",
            "not_investigated" => "Parts of the complaint that I did not investigate",
            "powers" => "The Ombudsman’s role and powers",
            "complaint" => "The complaint",
            other => panic!("no section `{other}`"),
        };
        let (summary, body) = if heading.is_empty() {
            (text, String::new())
        } else {
            ("Mr X complained about the Council.", format!("{heading}\n\n  1. {text}\n\n"))
        };
        Decision::parse(&format!(
            "Ashvale Council (21 000 001)\n\nCategory : Housing > Other\n\nDecision : {outcome}\n\n\
             Decision date : 15 Mar 2023\n\nThe Ombudsman's final decision:\n\nSummary: {summary}\n\n\
             The complaint\n\n  1. Mr X complains about the Council.\n\nBack to top\n\n{body}Back to top\n"
        ))
    }
}

fn list<'t>(entries: impl IntoIterator<Item = &'t str>) -> String {
    let entries: Vec<&str> = entries.into_iter().collect();
    if entries.is_empty() { "nothing".to_owned() } else { entries.join(", ") }
}

fn findings(row: &Row<'_>) -> (String, bool) {
    let decision = row.decision("Upheld");
    let (says, may) = (row.set("says"), row.set("may"));
    let got: BTreeSet<&str> = decision.findings.iter().map(|finding| finding.kind.name()).collect();
    let right = says.is_subset(&got) && got.iter().all(|kind| says.contains(kind) || may.contains(kind));
    (format!("says {}, not {}", list(says), list(got)), right)
}

fn remedies(row: &Row<'_>) -> (String, bool) {
    let decision = row.decision("Upheld");
    let entries = row.get("remedies").split('|').map(str::trim).filter(|entry| *entry != "-");
    let wanted = entries.map(|entry| {
        let cells: Vec<&str> = entry.split(';').map(str::trim).collect();
        let cell = |at: usize| cells.get(at).copied().unwrap_or("");
        [cell(0), cell(2), cell(4)].join(" ").trim_end().to_owned()
    });
    let mut wanted: Vec<String> = wanted.collect();
    let mut got: Vec<String> = decision
        .remedies
        .iter()
        .map(|remedy| {
            let amount = remedy.amount.map_or_else(String::new, |amount| amount.to_string());
            let due = remedy.deadline.and_then(|deadline| deadline.due).map_or_else(String::new, |due| due.to_string());
            [remedy.kind.name(), &amount, &due].join(" ").trim_end().to_owned()
        })
        .collect();
    wanted.sort();
    got.sort();
    let told =
        format!("says {}, not {}", list(wanted.iter().map(String::as_str)), list(got.iter().map(String::as_str)));
    (told, wanted == got)
}

fn grounds(row: &Row<'_>) -> (String, bool) {
    let outcome = match row.get("outcome") {
        "upheld" => "Upheld",
        "not_upheld" => "Not upheld",
        _ => "Closed after initial enquiries",
    };
    let decision = row.decision(outcome);
    let wanted = row.set("grounds");
    let got: BTreeSet<&str> = decision.grounds.iter().map(|ground| ground.code.as_str()).collect();
    let right = wanted == got;
    (format!("says {}, not {}", list(wanted), list(got)), right)
}
