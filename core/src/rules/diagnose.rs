//! What is wrong with a statement that the grammar does not take, in words that help whoever wrote it.
//!
//! The grammar says where it stopped and what it expected there. People make a few mistakes over and over: for these the
//! line is looked at again.

use super::problem::suggestion;
use super::read::LINES;
use super::read::statement::Keyword;

/// What may stand before the keyword of a statement.
const CHANGES: [&str; 2] = ["override", "extend"];
/// Statements without lines and names of their own.
const OTHERS: [&str; 4] = ["book", "include", "label", "drop"];
/// Quotes that word processors put in the place of straight ones.
const CURLY: [char; 5] = ['“', '”', '„', '«', '»'];

/// A mistake at a byte of a line.
type Mistake = (usize, String);

/// A mistake in the first line of a statement, if it is one of those that are known.
pub(super) fn in_first_line(line: &str) -> Option<Mistake> {
    let first = line.split([' ', '\t', ':']).next().unwrap_or_default();
    if first.starts_with(['-', '•', '–', '—', '*']) || is_line(first) && line.contains(':') {
        return Some((0, "this line belongs to the statement above: put white space before it".to_owned()));
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let changed = CHANGES.contains(&first);
    let (keyword, at) = if changed { (*words.get(1)?, offset(line, words.get(1)?)) } else { (first, 0) };
    let keyword = keyword.trim_end_matches(':');
    if !is_statement(keyword) {
        return Some((at, no_statement(keyword)));
    }
    if let Some(at) = line.find(CURLY) {
        return Some((at, "a text stands in straight quotes, \", not in curly ones".to_owned()));
    }
    match keyword {
        "book" => return Some((at, "a book has a name and a version: `book own 1`".to_owned())),
        "include" => return Some((at, "write `include standard`, or a file in quotes".to_owned())),
        "label" | "drop" => {
            let kinds: Vec<&str> = match keyword {
                "label" => vec!["outcome", "ground", "forum", "theme", "flag"],
                _ => Keyword::ALL.iter().map(|(name, _, _)| *name).filter(|name| *name != "heading").collect(),
            };
            let kind = words.get(1).copied().unwrap_or_default().trim_end_matches(':');
            if !kinds.contains(&kind) {
                let hint = suggestion(kind, kinds.iter().copied());
                let message = if hint.is_empty() {
                    format!("what it is stands before its name: `{keyword} {} {kind}`", kinds.first().unwrap_or(&""))
                } else {
                    format!("unknown kind of statement `{kind}`{hint}")
                };
                return Some((offset(line, words.get(1)?), message));
            }
            let start = offset(line, words.get(1)?) + kind.len();
            return name_of(line, start, keyword == "label")
                .or_else(|| if keyword == "label" { quoted(line, start) } else { None });
        }
        _ => {}
    }
    let start = at + keyword.len();
    name_of(line, start, true).or_else(|| {
        let has_text = matches!(keyword, "theme" | "outcome" | "flag" | "forum" | "ground");
        if has_text && !(changed && first == "extend") { quoted(line, start) } else { None }
    })
}

/// A mistake in a line of a statement that the grammar stopped at, `at` a byte of it.
pub(super) fn in_later_line(line: &str, at: usize) -> Option<Mistake> {
    let start = line.len() - line.trim_start().len();
    let words = line.trim();
    let first = words.split([' ', '\t', ':']).next().unwrap_or_default();
    if let Some(rest) = words.strip_prefix('-') {
        if !rest.starts_with([' ', '\t']) {
            return Some((start, "a space is missing behind the dash".to_owned()));
        }
        return in_phrase(line, at);
    }
    if words.starts_with(['•', '–', '—', '·', '*']) {
        return Some((start, "a phrase stands behind a hyphen and a space: `- at fault`".to_owned()));
    }
    if is_line(first) {
        let behind = words.get(first.len()..).unwrap_or_default();
        if !behind.starts_with(':') {
            return Some((start + first.len(), format!("a colon is missing: `{first}:`")));
        }
        return match first {
            "when" | "shows" => in_condition(line, at),
            "because" => quoted(line, start + first.len()),
            _ => in_names(line, at),
        };
    }
    let small = first.to_lowercase();
    if is_line(&small) {
        return Some((start, format!("write `{small}:` in small letters")));
    }
    if is_statement(first) || CHANGES.contains(&first) {
        return Some((start, format!("a statement begins at the margin: take away the white space before `{first}`")));
    }
    if !first.is_empty() && words.contains(':') {
        let hint = suggestion(&format!("{small}:"), LINES.iter().map(|(name, _, _)| *name));
        return Some((start, format!("there is no line `{first}:`{hint}")));
    }
    (!first.is_empty())
        .then(|| (start, "a phrase stands on one line, behind a hyphen and a space: `- at fault`".to_owned()))
}

/// The mark in a phrase that the grammar stopped at.
fn in_phrase(line: &str, at: usize) -> Option<Mistake> {
    let odd = line.get(at..)?.chars().next()?;
    let message = match odd {
        ',' => "leave out the comma: commas do not count in a phrase",
        '.' | ';' | ':' | '?' | '!' | '–' | '—' => "leave out the mark: a phrase is made of words",
        '£' => "`<sum>` stands for a sum of money",
        '|' => "alternatives stand in brackets: `(a|b)`",
        '"' | '\'' | '“' | '”' | '‘' => "leave out the quotes: a phrase is made of words",
        '…' => "write a gap as three full stops: `...`",
        '&' => "write `and`",
        ')' | ']' | '>' => "this bracket closes nothing",
        '/' => "write alternatives in brackets, `(a|b)`; a regular expression stands alone, `- /a|b/`",
        letter if letter.is_alphabetic() => "words of a phrase are made of the letters a to z",
        _ => return None,
    };
    Some((at, message.to_owned()))
}

/// The word or mark in a condition that the grammar stopped at.
fn in_condition(line: &str, at: usize) -> Option<Mistake> {
    let rest = line.get(at..)?;
    let word = rest.split_whitespace().next().unwrap_or_default();
    let small = word.to_lowercase();
    let message = match rest.chars().next()? {
        ',' => "write `and` or `or` between signals".to_owned(),
        '>' | '<' | '=' => "write `over` before a sum: `payment over £500`".to_owned(),
        '"' | '“' | '”' | '\'' => "leave out the quotes: a condition is made of signals".to_owned(),
        '&' | '+' => "write `and`".to_owned(),
        '|' | '/' => "write `or`".to_owned(),
        '!' => "write `not`".to_owned(),
        '-' => "a name has no hyphen; write `_`".to_owned(),
        _ if small != word => format!("write `{small}`, in small letters"),
        _ => return None,
    };
    Some((at, message))
}

/// The word or mark in a list of names that the grammar stopped at.
fn in_names(line: &str, at: usize) -> Option<Mistake> {
    let rest = line.get(at..)?.trim_start();
    let word = rest.split_whitespace().next().unwrap_or_default();
    let at = line.len() - rest.len();
    if word.starts_with('-') {
        return Some((at, "a phrase stands on a line of its own".to_owned()));
    }
    if matches!(word, "and" | "or" | "&") || word.starts_with([';', '|', '/']) {
        return Some((at, "write a comma between names".to_owned()));
    }
    let right = as_name(word.trim_end_matches(','));
    (!right.is_empty() && right != word).then(|| (at, format!("a name is in small letters: `{right}`")))
}

/// What is wrong with the name behind a keyword that ends at `start`, and with the colon behind it.
fn name_of(line: &str, start: usize, colon: bool) -> Option<Mistake> {
    let rest = line.get(start..)?;
    let end = rest.find([':', '"', '#']).unwrap_or(rest.len());
    let name = rest.get(..end)?.trim();
    let at = offset(line, name);
    if name.is_empty() {
        return Some((start, "a name is missing here".to_owned()));
    }
    let bare = name.trim_start_matches('<').trim_end_matches('>');
    let right = as_name(bare);
    if bare != right {
        return Some((at, format!("a name is one word in small letters: `{right}`")));
    }
    (colon && !rest.get(end..)?.starts_with(':'))
        .then(|| (at + name.len(), format!("a colon is missing behind `{name}`")))
}

/// What is wrong with the text in quotes behind `start`.
fn quoted(line: &str, start: usize) -> Option<Mistake> {
    let end = line.trim_end().len();
    if let Some(at) = line.find(CURLY) {
        return Some((at, "a text stands in straight quotes, \", not in curly ones".to_owned()));
    }
    match line.get(start..)?.matches('"').count() {
        0 => Some((end, "here the words for a reader stand in quotes: `\"...\"`".to_owned())),
        1 => Some((end, "the closing quote is missing".to_owned())),
        2 => None,
        _ => Some((
            start + line.get(start..)?.match_indices('"').nth(1)?.0,
            "a text cannot hold the quote \" itself".to_owned(),
        )),
    }
}

/// What an unknown first word may be meant for.
fn no_statement(word: &str) -> String {
    let known = || Keyword::ALL.iter().map(|(name, _, _)| *name).chain(OTHERS).chain(CHANGES);
    let small = word.to_lowercase();
    if small != word && known().any(|name| name == small) {
        return format!("write `{small}`, in small letters");
    }
    let hint = suggestion(&small, known());
    if hint.is_empty() {
        let names: Vec<String> = known().map(|name| format!("`{name}`")).collect();
        return format!("no statement begins with `{word}`; they begin with {}", names.join(", "));
    }
    format!("no statement begins with `{word}`{hint}")
}

fn is_statement(word: &str) -> bool {
    OTHERS.contains(&word) || Keyword::ALL.iter().any(|(name, _, _)| *name == word)
}

fn is_line(word: &str) -> bool {
    !word.is_empty() && LINES.iter().any(|(name, _, _)| name.strip_suffix(':') == Some(word))
}

/// What somebody wrote as a name, as it should be: `School transport` is `school_transport`.
fn as_name(words: &str) -> String {
    let letter = |letter: char| if letter.is_ascii_alphanumeric() || letter == '.' { letter } else { '_' };
    let name: String = words.trim().to_lowercase().chars().map(letter).collect();
    let name = name.trim_start_matches(|first: char| !first.is_ascii_lowercase());
    name.trim_end_matches(['.', '_']).to_owned()
}

/// Where a part of a line begins in it.
fn offset(line: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(line.as_ptr() as usize).min(line.len())
}
