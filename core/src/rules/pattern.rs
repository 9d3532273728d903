//! Regular expressions, where a phrase will not do.

use regex::{Regex, RegexBuilder};

/// A compiled expression of more bytes is refused.
const LARGEST_PATTERN: usize = 1 << 20;

/// An expression for a sentence, case left aside; or what is wrong with it.
pub(super) fn pattern(text: &str) -> Result<Regex, String> {
    // The boundary of words of all scripts is many times slower than that of the letters of English.
    let text = text.replace(r"\\", "\0").replace(r"\b", r"(?-u:\b)").replace('\0', r"\\");
    let built = RegexBuilder::new(&text).case_insensitive(true).size_limit(LARGEST_PATTERN).build();
    let built = built.map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => "this regular expression is too large".to_owned(),
        error => {
            let told = error.to_string();
            let reason = told.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
            format!("this is no regular expression: {reason}")
        }
    })?;
    if built.is_match("") {
        return Err("this regular expression matches no words at all".to_owned());
    }
    Ok(built)
}
