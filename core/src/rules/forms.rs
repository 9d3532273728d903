//! The forms of an English word: `delay~` stands for delay, delays, delayed and delaying.

/// The forms of a word: itself, with -s, -ed and -ing. Whether the last letter is doubled cannot be told from the letters
/// alone ("offered", "referred"), so both are given; a form that there is not matches nothing.
pub(super) fn forms(word: &str) -> Vec<String> {
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    let letters: Vec<char> = word.chars().collect();
    let vowel = |letter: Option<&char>| matches!(letter, Some('a' | 'e' | 'i' | 'o' | 'u'));
    let back = |from_end: usize| letters.len().checked_sub(from_end).and_then(|at| letters.get(at));
    let without = |count: usize| word.get(..word.len().saturating_sub(count)).unwrap_or_default();
    let y = word.ends_with('y') && !vowel(back(2));
    let mut forms = vec![word.to_owned()];
    forms.push(match () {
        () if y => format!("{}ies", without(1)),
        () if ends(&["s", "x", "z", "ch", "sh"]) => format!("{word}es"),
        () => format!("{word}s"),
    });
    forms.push(match () {
        () if y => format!("{}ied", without(1)),
        () if word.ends_with('e') => format!("{word}d"),
        () => format!("{word}ed"),
    });
    forms.push(match () {
        () if word.ends_with("ie") => format!("{}ying", without(2)),
        () if word.ends_with('e') && !ends(&["ee", "oe", "ye"]) => format!("{}ing", without(1)),
        () => format!("{word}ing"),
    });
    // One vowel between consonants: stop, stopped.
    if let Some(last) = back(1).filter(|last| !vowel(Some(last)) && !matches!(last, 'w' | 'x' | 'y'))
        && vowel(back(2))
        && !vowel(back(3))
    {
        forms.extend([format!("{word}{last}ed"), format!("{word}{last}ing")]);
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::forms;

    #[test]
    fn words_as_english_makes_them() {
        for (word, expected) in [
            ("delay", "delay delays delayed delaying"),
            ("apologise", "apologise apologises apologised apologising"),
            ("reply", "reply replies replied replying"),
            ("miss", "miss misses missed missing"),
            ("agree", "agree agrees agreed agreeing"),
            ("tie", "tie ties tied tying"),
            ("stop", "stop stops stoped stoping stopped stopping"),
            ("refer", "refer refers refered refering referred referring"),
            ("fail", "fail fails failed failing"),
            ("is", "is ises ised ising issed issing"),
            ("", " s ed ing"),
        ] {
            assert_eq!(forms(word).join(" "), expected, "{word}");
        }
    }
}
