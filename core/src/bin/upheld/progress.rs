//! The progress bar of long work, for somebody who watches.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};

/// Fewer files are done before anybody could read the bar.
const WORTH_A_BAR: usize = 200;

/// A progress bar on standard error, if it is a terminal and the work is long.
pub(crate) fn bar(files: usize) -> ProgressBar {
    if files <= WORTH_A_BAR || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(files as u64);
    match ProgressStyle::with_template("{bar:40} {human_pos} of {human_len} decisions, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
