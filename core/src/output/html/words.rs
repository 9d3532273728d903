//! Text that somebody else wrote.

use maud::Render;

/// A text, escaped, and without control characters: HTML has no place for them, and programs that it passes through may act
/// on them.
pub(super) struct Words<'t>(pub(super) &'t str);

impl Render for Words<'_> {
    fn render_to(&self, page: &mut String) {
        let Self(text) = self;
        if text.contains(is_control) {
            let space = |letter: char| if letter.is_whitespace() { ' ' } else { letter };
            let kept: String = text.chars().map(space).filter(|letter| !is_control(*letter)).collect();
            kept.as_str().render_to(page);
        } else {
            text.render_to(page);
        }
    }
}

/// A line may end in an attribute, too.
fn is_control(letter: char) -> bool {
    letter.is_control() && letter != '\n'
}
