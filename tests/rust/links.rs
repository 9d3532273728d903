//! The pages of this repository lead where they say: every link to a file or heading of it, and the index of `docs`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What a page leads to, and what leads into it.
#[derive(Default)]
struct Page {
    titles: usize,
    anchors: BTreeSet<String>,
    links: Vec<(usize, String)>,
}

impl Page {
    fn read(text: &str) -> Self {
        let mut page = Self::default();
        let (mut heading, mut seen) = (String::new(), BTreeMap::new());
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
        for (event, place) in Parser::new_ext(text, options).into_offset_iter() {
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    page.titles += usize::from(level == HeadingLevel::H1);
                    heading.clear();
                }
                Event::End(TagEnd::Heading(_)) => {
                    page.anchors.insert(anchor(&heading, &mut seen));
                }
                Event::Text(words) | Event::Code(words) => heading += &words,
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    let line = text.get(..place.start).unwrap_or_default().matches('\n').count() + 1;
                    page.links.push((line, dest_url.into_string()));
                }
                _ => {}
            }
        }
        page
    }
}

/// The anchor that GitHub gives a heading: small letters, digits, `-` and `_`, hyphens for spaces, a number where there
/// are several of a kind.
fn anchor(heading: &str, seen: &mut BTreeMap<String, usize>) -> String {
    let kept = heading.chars().filter(|it| it.is_alphanumeric() || matches!(it, ' ' | '-' | '_'));
    let anchor = kept.collect::<String>().to_lowercase().replace(' ', "-");
    let before = seen.entry(anchor.clone()).or_insert(0);
    *before += 1;
    if *before == 1 { anchor } else { format!("{anchor}-{}", *before - 1) }
}

/// Every Markdown file of the repository, by its path from the root.
fn pages() -> BTreeMap<PathBuf, Page> {
    let mut pages = BTreeMap::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root().join(&folder)).expect("a folder of the repository") {
            let entry = entry.expect("an entry of the folder");
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = folder.join(&name);
            if entry.file_type().expect("its type").is_dir() {
                if !name.starts_with('.') && !matches!(name.as_str(), "target") {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|end| end == "md") {
                pages.insert(path.clone(), Page::read(&fs::read_to_string(root().join(path)).expect("a page is text")));
            }
        }
    }
    pages
}

/// A path without `.` and `..`.
fn plain(path: &Path) -> Option<PathBuf> {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                if !plain.pop() {
                    return None;
                }
            }
            Component::Normal(name) => plain.push(name),
            Component::CurDir => {}
            Component::Prefix(_) | Component::RootDir => return None,
        }
    }
    Some(plain)
}

/// What is wrong with a link of a page.
fn problem(link: &str, page: &Path, pages: &BTreeMap<PathBuf, Page>) -> Option<String> {
    if let Some(rest) = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://")) {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let named = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
        return (!named || link.contains(char::is_whitespace)).then(|| "is no address".to_owned());
    }
    let (path, anchor) = link.split_once('#').map_or((link, None), |(path, anchor)| (path, Some(anchor)));
    // The README of the crate is that of the project, and its links are seen from there.
    let folder = page.parent().filter(|folder| *folder != Path::new("core")).unwrap_or(Path::new(""));
    let target = if path.is_empty() { Some(page.to_owned()) } else { plain(&folder.join(path)) };
    let Some(target) = target else { return Some("leads out of the repository".to_owned()) };
    if !root().join(&target).exists() {
        return Some(format!("leads to {}, which is not there", target.display()));
    }
    let anchor = anchor?;
    let known = pages.get(&target).is_some_and(|page| page.anchors.contains(anchor));
    (!known).then(|| format!("leads to no heading of {}", target.display()))
}

#[test]
fn every_link_leads_somewhere() {
    let pages = pages();
    let mut failures = Vec::new();
    for (path, page) in &pages {
        for (line, link) in &page.links {
            if let Some(problem) = problem(link, path, &pages) {
                failures.push(format!("{}:{line}: `{link}` {problem}", path.display()));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
    assert!(pages.contains_key(Path::new("README.md")), "the pages were looked for elsewhere");
}

#[test]
fn the_readme_of_the_crate_is_that_of_the_project() {
    let text = |path: &str| fs::read_to_string(root().join(path)).expect("a README");
    assert_eq!(text("core/README.md"), text("README.md"));
}

#[test]
fn every_page_has_a_title_and_stands_in_the_index() {
    let pages = pages();
    let index = &pages[Path::new("docs/README.md")];
    let listed: BTreeSet<_> = index.links.iter().filter_map(|(_, link)| plain(&Path::new("docs").join(link))).collect();
    for (path, page) in &pages {
        assert_eq!(page.titles, 1, "{} has one heading of the first level", path.display());
        let of_docs = path.starts_with("docs") && path != Path::new("docs/README.md");
        assert!(!of_docs || listed.contains(path), "docs/README.md does not lead to {}", path.display());
    }
}

#[test]
fn anchors_are_those_of_github() {
    let seen = &mut BTreeMap::new();
    assert_eq!(
        anchor("The header and the prose, `header_and_prose_disagree`", seen),
        "the-header-and-the-prose-header_and_prose_disagree"
    );
    assert_eq!(anchor("What – and why?", seen), "what--and-why");
    assert_eq!([anchor("Words", seen), anchor("words", seen)], ["words", "words-1"]);
}
