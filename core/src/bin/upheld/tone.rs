//! Colours, one for each thing that is told, the same in the table and in the text.

use anstyle::{AnsiColor, Style};
use comfy_table::Color;
use upheld::{FindingKind, MarkKind};

/// A colour by what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Something went wrong.
    Wrong,
    /// Somebody suffered by it.
    Harm,
    /// Nothing went wrong, or nobody suffered.
    Good,
    /// It is put right already.
    Mended,
    /// It is to be put right.
    Remedy,
    /// It was not looked into.
    Aside,
    /// A person should look at it.
    Check,
    /// What only helps to find one's way.
    Faint,
}

impl Tone {
    /// The colour of a decision reason.
    pub(crate) fn of_outcome(code: Option<&str>) -> Self {
        match code.and_then(|code| code.split('.').next()) {
            Some("upheld") => Self::Wrong,
            Some("not_upheld") => Self::Good,
            Some("closed") => Self::Faint,
            _ => Self::Check,
        }
    }

    /// The colour of a finding.
    pub(crate) fn of_finding(kind: FindingKind) -> Self {
        match kind {
            FindingKind::Fault => Self::Wrong,
            FindingKind::Injustice => Self::Harm,
            FindingKind::NoFault | FindingKind::NoInjustice => Self::Good,
            FindingKind::Remedied => Self::Mended,
            _ => Self::Aside,
        }
    }

    /// The colour of a mark.
    pub(crate) fn of_mark(kind: MarkKind) -> Self {
        match kind {
            MarkKind::Finding(kind) => Self::of_finding(kind),
            MarkKind::Remedy(_) => Self::Remedy,
            MarkKind::Ground => Self::Aside,
            _ => Self::Faint,
        }
    }

    fn ansi(self) -> AnsiColor {
        match self {
            Self::Wrong => AnsiColor::Red,
            Self::Harm => AnsiColor::Magenta,
            Self::Good => AnsiColor::Green,
            Self::Mended => AnsiColor::Cyan,
            Self::Remedy => AnsiColor::Blue,
            Self::Aside | Self::Check => AnsiColor::Yellow,
            Self::Faint => AnsiColor::BrightBlack,
        }
    }

    /// The colour for text.
    pub(crate) fn style(self) -> Style {
        self.ansi().on_default()
    }

    /// A text in this colour.
    pub(crate) fn paint(self, text: &str) -> String {
        paint(self.style(), text)
    }

    /// The colour for a cell of a table.
    pub(crate) fn cell(self) -> Color {
        match self.ansi() {
            AnsiColor::Red => Color::DarkRed,
            AnsiColor::Magenta => Color::DarkMagenta,
            AnsiColor::Green => Color::DarkGreen,
            AnsiColor::Cyan => Color::DarkCyan,
            AnsiColor::Blue => Color::DarkBlue,
            AnsiColor::Yellow => Color::DarkYellow,
            _ => Color::DarkGrey,
        }
    }
}

/// A text in a style.
pub(crate) fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}
