//! Running titles: the number of each page, and the short lines that stand beside it again and again.

use rustc_hash::FxHashMap;

use super::Role;
use super::lines::{Line, LineKind};
use crate::work;

/// A line that stands so often beside the number of a page is a running title.
const OFTEN: usize = 3;
/// A line of more bytes is none.
const LONGEST: usize = 80;

/// Makes furniture of them, in a page whose lines were cut where they were full.
pub(super) fn titles(text: &str, lines: &mut [Line]) {
    let written: Vec<usize> =
        lines.iter().enumerate().filter(|(_, line)| line.kind != LineKind::Blank).map(|(at, _)| at).collect();
    let line_at = |place: usize| written.get(place).and_then(|at| lines.get(*at));
    let is_number =
        |place: usize| line_at(place).is_some_and(|line| matches!(line.kind, LineKind::Number | LineKind::Furniture));
    let beside_number = |place: usize| is_number(place + 1) || place.checked_sub(1).is_some_and(is_number);

    let mut places: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (place, at) in written.iter().inspect(work::one).enumerate() {
        let title = line_at(place).filter(|line| may_run(line) && beside_number(place));
        if let Some(line) = title {
            places.entry(line.words.slice(text)).or_default().push(*at);
        }
    }
    // `Final decision` with the number of the page below it, once or twice in a short statement.
    let footed = |place: usize| {
        let is = |place: usize, kind: LineKind| line_at(place).is_some_and(|line| line.kind == kind);
        is(place, LineKind::Heading(Role::FinalDecision)) && is(place + 1, LineKind::Number)
    };
    let footers: Vec<usize> =
        (0..written.len()).filter(|place| footed(*place)).filter_map(|place| written.get(place).copied()).collect();
    let often: Vec<usize> = places.into_values().filter(|places| places.len() >= OFTEN).flatten().collect();
    let numbers: Vec<usize> =
        written.into_iter().filter(|at| lines.get(*at).is_some_and(|line| line.kind == LineKind::Number)).collect();
    for at in often.into_iter().chain(footers).chain(numbers) {
        if let Some(line) = lines.get_mut(at) {
            line.kind = LineKind::Furniture;
        }
    }
}

/// Whether a line may be a running title. One is the heading of the last section: `Final decision`.
fn may_run(line: &Line) -> bool {
    let kind = matches!(
        line.kind,
        LineKind::Plain
            | LineKind::BareHeading
            | LineKind::FreeHeading
            | LineKind::Heading(Role::FinalDecision)
            | LineKind::DocumentHeading
    );
    kind && line.words.len() <= LONGEST
}
