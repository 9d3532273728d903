//! How objects show themselves: in one line, however long their text.

use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;

/// So many characters of a text are shown.
const SHOWN: usize = 40;

/// The line that shows an object: `Finding(kind='fault', at=50, text='These instances of …')`.
pub(crate) struct Repr<'py> {
    py: Python<'py>,
    class: &'static str,
    /// The fields so far; the first error is kept for the end.
    fields: PyResult<Vec<String>>,
}

impl<'py> Repr<'py> {
    pub(crate) fn new(py: Python<'py>, class: &'static str) -> Self {
        Self { py, class, fields: Ok(Vec::new()) }
    }

    /// Shows a value as Python does.
    pub(crate) fn field(mut self, name: &str, value: impl IntoPyObject<'py>) -> Self {
        self.fields = self.fields.and_then(|mut fields| {
            let shown = value.into_bound_py_any(self.py)?.repr()?;
            fields.push(format!("{name}={}", shown.to_string_lossy()));
            Ok(fields)
        });
        self
    }

    /// Shows the first words of a text, its line breaks as spaces.
    pub(crate) fn text(self, name: &str, text: &str) -> Self {
        // No more words are looked at than can be shown, for a text may be long.
        let words: Vec<&str> = text.split_whitespace().take(SHOWN).collect();
        let line = words.join(" ");
        let mut shown: String = line.chars().take(SHOWN).collect();
        if shown.len() < line.len() {
            shown = format!("{} …", shown.rsplit_once(' ').map_or(shown.as_str(), |(whole_words, _)| whole_words));
        }
        self.field(name, shown)
    }

    pub(crate) fn finish(self) -> PyResult<String> {
        Ok(format!("{}({})", self.class, self.fields?.join(", ")))
    }
}
