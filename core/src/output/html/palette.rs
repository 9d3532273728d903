//! The colours can be told from each other by everybody who has to read them: WCAG 2.2, level AA.
#![allow(clippy::indexing_slicing, clippy::unwrap_used)]

use std::collections::HashMap;

use super::STYLE;

/// Contrast that text needs.
const AA: f64 = 4.5;

type Colours<'s> = HashMap<&'s str, &'s str>;

/// The colours of the style by name: without `light-dark()`, then light and dark.
fn colours() -> [Colours<'static>; 3] {
    let mut colours = [Colours::new(), Colours::new(), Colours::new()];
    let definitions = STYLE.lines().filter_map(|line| line.trim().strip_prefix("--upheld-")?.split_once(": "));
    for (name, value) in definitions {
        let value = value.trim_end_matches(';');
        match value.strip_prefix("light-dark(").and_then(|pair| pair.trim_end_matches(')').split_once(", ")) {
            Some((light, dark)) => {
                colours[1].insert(name, light);
                colours[2].insert(name, dark);
            }
            None => {
                colours[0].insert(name, value);
            }
        }
    }
    colours
}

/// Relative luminance, as WCAG defines it.
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
    let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    0.2126 * linear(part(1)) + 0.7152 * linear(part(3)) + 0.0722 * linear(part(5))
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn contrast_is_measured_as_wcag_does() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#777777", "#ffffff") - 4.478).abs() < 1e-3);
}

#[test]
fn everything_can_be_read_in_light_and_dark() {
    let [fallback, light, dark] = colours();
    assert_eq!(fallback, light, "browsers without `light-dark()` have the light colours");
    for colours in [light, dark] {
        let (soft, strong): (Vec<_>, Vec<_>) = colours
            .iter()
            .filter(|(name, _)| !["page", "ink", "faint", "line"].contains(name))
            .partition(|(name, _)| name.ends_with("-soft"));
        assert_eq!((soft.len(), strong.len()), (6, 6));
        let page = ("page", colours["page"]);
        let grounds = soft.iter().map(|(name, colour)| (**name, **colour)).chain([page]);
        for (ground, behind) in grounds {
            // The cue of one mark may stand in the sentence of another.
            for (name, colour) in
                strong.iter().map(|(name, colour)| (**name, **colour)).chain([("ink", colours["ink"])])
            {
                let contrast = contrast(colour, behind);
                assert!(contrast >= AA, "{name} {colour} on {ground} {behind}: {contrast:.2}");
            }
        }
        let faint = contrast(colours["faint"], colours["page"]);
        assert!(faint >= AA, "faint on page: {faint:.2}");
    }
}

#[test]
fn the_style_stays_in_its_decision_and_loads_nothing() {
    for word in ["url(", "@import", "@font-face", "http:", "https:", "<"] {
        assert!(!STYLE.contains(word), "{word}");
    }
    // What stands before a brace, at-rules aside, whose content is looked at as well.
    let flat = STYLE.lines().map(|line| line.split("*/").last().unwrap().trim()).collect::<Vec<_>>().join(" ");
    let lists = flat.split('{').filter_map(|before| before.rsplit(['}', ';']).next()).map(str::trim);
    for list in lists.filter(|list| !list.starts_with('@') && !list.is_empty()) {
        assert!(list.split(',').all(|selector| selector.contains(".upheld-decision")), "`{list}` reaches beyond");
    }
}
