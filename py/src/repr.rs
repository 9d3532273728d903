//! How objects show themselves: in one line, however long their text.

use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;

/// So many characters of a text are shown.
const SHOWN: usize = 40;

/// The line that shows an object: `Finding(kind='fault', at=50, text='These instances of …')`.
pub(crate) struct Repr<'py> {
    py: Python<'py>,
    line: String,
    fields: usize,
}

impl<'py> Repr<'py> {
    pub(crate) fn new(py: Python<'py>, class: &str) -> Self {
        Self { py, line: format!("{class}("), fields: 0 }
    }

    /// Shows a value as Python does.
    pub(crate) fn field(mut self, name: &str, value: impl IntoPyObject<'py>) -> PyResult<Self> {
        let shown = value.into_bound_py_any(self.py)?.repr()?;
        if self.fields > 0 {
            self.line.push_str(", ");
        }
        self.line.push_str(name);
        self.line.push('=');
        self.line.push_str(&shown.to_string_lossy());
        self.fields += 1;
        Ok(self)
    }

    /// Shows the beginning of a text, its line breaks as spaces.
    pub(crate) fn text(self, name: &str, text: &str) -> PyResult<Self> {
        // No more words than can be shown are looked at, for a text may be long.
        let words: Vec<&str> = text.split_whitespace().take(SHOWN).collect();
        let line = words.join(" ");
        let mut shown: String = line.chars().take(SHOWN).collect();
        if shown.len() < line.len() {
            shown = format!("{} …", shown.rsplit_once(' ').map_or(shown.as_str(), |(whole_words, _)| whole_words));
        }
        self.field(name, shown)
    }

    pub(crate) fn finish(mut self) -> PyResult<String> {
        self.line.push(')');
        Ok(self.line)
    }
}
