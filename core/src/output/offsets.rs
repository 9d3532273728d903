//! Offsets in the unit that the reader counts in.

/// Turns byte offsets of a text into offsets of another unit. Python counts code points, and hardly a decision is
/// without a `£` or a curly apostrophe, so the two differ almost always.
///
/// ```
/// use upheld::Offsets;
///
/// let offsets = Offsets::code_points("£5 ’s");
/// assert_eq!([offsets.at(0), offsets.at(2), offsets.at(4), offsets.at(7)], [0, 1, 3, 4]);
/// assert_eq!(Offsets::bytes().at(7), 7);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offsets {
    /// For every character of more than one byte: the offset of its last byte, in order. The bytes that follow the
    /// first one of a character are what the units differ by.
    following: Vec<u32>,
}

impl Offsets {
    /// Offsets that stay what they are.
    #[must_use]
    pub fn bytes() -> Self {
        Self::default()
    }

    /// Offsets in code points of `text`, of which only the first four gigabytes are counted.
    #[must_use]
    pub fn code_points(text: &str) -> Self {
        let following =
            text.bytes().zip(0..=u32::MAX).filter(|(byte, _)| byte & 0xC0 == 0x80).map(|(_, at)| at).collect();
        Self { following }
    }

    /// The offset of the character that begins at byte `at`. A byte inside a character counts as the next one, and bytes
    /// behind the end are counted on.
    #[must_use]
    pub fn at(&self, at: usize) -> usize {
        at - self.following.partition_point(|following| (*following as usize) < at)
    }
}
