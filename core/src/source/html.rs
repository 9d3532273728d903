//! From a web page to the text of the decision on it: a line a paragraph, lists numbered and indented as they are nested.

use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::{Html, Node};

/// Elements whose content is no part of a decision.
const SKIPPED: [&str; 13] = [
    "head", "script", "style", "noscript", "template", "nav", "header", "footer", "form", "dialog", "button", "svg",
    "iframe",
];
/// Elements that stand on lines of their own.
const BLOCKS: [&str; 24] = [
    "address",
    "article",
    "blockquote",
    "body",
    "dd",
    "div",
    "dl",
    "dt",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "section",
    "table",
    "tr",
    "ul",
];
/// Where the decision stands on a page of the Ombudsman's site, the best first.
const HOMES: [&str; 3] = ["article", "main", "body"];
/// So many lists within one another are told apart by their indentation.
const DEEPEST: usize = 8;

/// Whether a text is a web page or a part of one.
pub(super) fn is_html(text: &str) -> bool {
    const LOOK: usize = 2_000;
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let Some(rest) = start.strip_prefix('<') else { return false };
    let opens = rest.starts_with(|c: char| c == '!' || c == '?' || c.is_ascii_alphabetic());
    let begin: String = start.chars().take(LOOK).collect::<String>().to_ascii_lowercase();
    opens
        && ["<!doctype html", "<html", "<head", "<body", "<article", "<main", "<div", "<p>", "<p ", "<h1", "<h2", "<ol"]
            .iter()
            .any(|tag| begin.contains(tag))
}

/// How deep the elements of a page are nested, those aside that end by themselves.
pub(super) fn depth(page: &str) -> usize {
    const ENDLESS: [&str; 22] = [
        "p", "li", "tr", "td", "th", "dt", "dd", "option", "thead", "tbody", "br", "hr", "img", "input", "meta",
        "link", "area", "base", "col", "source", "wbr", "embed",
    ];
    let bytes = page.as_bytes();
    let (mut open, mut deepest) = (0_usize, 0);
    for at in memchr::memchr_iter(b'<', bytes) {
        let rest = page.get(at + 1..).unwrap_or_default();
        let (closes, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        let name = rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if name.is_empty() || ENDLESS.iter().any(|known| name.eq_ignore_ascii_case(known)) {
            continue;
        }
        open = if closes { open.saturating_sub(1) } else { open + 1 };
        deepest = deepest.max(open);
    }
    deepest
}

/// The text of a web page.
pub(super) fn text(page: &str) -> String {
    let html = Html::parse_document(page);
    let element = |node: NodeRef<'_, Node>| node.value().as_element().map(|element| element.name().to_owned());
    let nodes = || html.tree.root().descendants();
    let home = HOMES.into_iter().find_map(|name| nodes().find(|node| element(*node).as_deref() == Some(name)));
    let mut writer = Writer::default();
    let mut skipped = 0;
    for edge in home.unwrap_or_else(|| html.tree.root()).traverse() {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Text(text) if opens && skipped == 0 => writer.words(&text.text),
            Node::Element(element) => {
                let name = element.name();
                if SKIPPED.contains(&name) || element.attr("role") == Some("dialog") {
                    skipped = if opens { skipped + 1 } else { skipped - 1 };
                } else if skipped == 0 {
                    let first = element.attr("start").and_then(|start| start.parse().ok()).unwrap_or(1);
                    if opens { writer.open(name, first) } else { writer.close(name) }
                }
            }
            _ => {}
        }
    }
    writer.finish()
}

/// A list that is open.
struct List {
    /// The number of its next item; none in a list of bullets.
    next: Option<u32>,
}

#[derive(Default)]
struct Writer {
    text: String,
    line: String,
    /// What the line begins with: the number or bullet of an item.
    mark: String,
    /// Whether a space stood since the last word.
    space: bool,
    lists: Vec<List>,
}

impl Writer {
    fn words(&mut self, text: &str) {
        // A no-break space is a character like any other; the rest of white space is one space.
        for c in text.chars() {
            if c.is_ascii_whitespace() {
                self.space = true;
            } else {
                if self.space && !self.line.is_empty() {
                    self.line.push(' ');
                }
                self.space = false;
                self.line.push(c);
            }
        }
    }

    fn open(&mut self, name: &str, first: u32) {
        if BLOCKS.contains(&name) {
            self.end_line(!matches!(name, "li"));
        }
        match name {
            "br" => self.break_line(),
            "ol" => self.lists.push(List { next: Some(first) }),
            "ul" => self.lists.push(List { next: None }),
            "li" => {
                let depth = self.lists.len().clamp(1, DEEPEST);
                self.mark = match self.lists.last_mut() {
                    Some(List { next: Some(number) }) => {
                        *number = number.saturating_add(1);
                        format!("{}{}. ", "    ".repeat(depth - 1) + "  ", number.saturating_sub(1))
                    }
                    _ => "  ".repeat(depth) + "• ",
                };
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if matches!(name, "ol" | "ul") {
            self.lists.pop();
        }
        if BLOCKS.contains(&name) {
            self.end_line(name != "li");
        }
    }

    /// Ends a line within a paragraph.
    fn break_line(&mut self) {
        if !self.line.is_empty() {
            self.line.push('\n');
            self.line.push_str(&" ".repeat(self.mark.len()));
        }
        self.space = false;
    }

    /// Ends a paragraph; `apart` puts an empty line behind it.
    fn end_line(&mut self, apart: bool) {
        let line = self.line.trim_end();
        if !line.is_empty() {
            self.text.push_str(&self.mark);
            self.text.push_str(line);
            self.text.push('\n');
            self.mark.clear();
        }
        self.line.clear();
        self.space = false;
        let outside = self.lists.is_empty();
        if apart && outside && !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn finish(mut self) -> String {
        self.end_line(false);
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_page() {
        assert!(is_html("\n<!DOCTYPE html><html><body>"));
        assert!(is_html("<article id=\"article\"><p>Text</p>"));
        assert!(!is_html("Ashvale Council (21 000 001)\n\n<p>"));
        assert!(!is_html("< 5 days"));
    }

    #[test]
    fn lists_headings_and_entities() {
        let page = "<html><head><title>No</title></head><body><nav>Home</nav><article><h1>Ashvale Council (21 000 001)</h1>\
            <p><span>Decision :</span> <span>Upheld</span></p><h2>The complaint</h2><ol start=\"3\"><li>Mr&nbsp;X says the \
            Council&rsquo;s &lt;file&gt;:<ol type=\"a\"><li>was <em>lost</em>; and</li><li>never found.</li></ol></li>\
            <li>It is so:<ul><li>one;</li></ul></li></ol><p>Back to top</p><script>no()</script></article></body></html>";
        assert_eq!(
            text(page),
            "Ashvale Council (21 000 001)\n\nDecision : Upheld\n\nThe complaint\n\n  3. Mr\u{a0}X says the Council’s <file>:\n\
             \x20     1. was lost; and\n      2. never found.\n  4. It is so:\n    • one;\n\nBack to top\n\n"
        );
    }

    #[test]
    fn a_page_reads_like_its_text() {
        let decision = crate::Decision::parse(&text(
            "<article><h2>Final decision</h2><ol><li>I find fault <b>by the Council</b>.</li></ol></article>",
        ));
        assert_eq!(decision.findings.len(), 1);
    }

    #[test]
    fn depth_of_a_page() {
        assert_eq!(depth("<body><p>a<p>b<ol><li>c<li>d</ol><br>"), 2);
        let page = format!("<body>{}x{}", "<ol><li>".repeat(400), "</b>".repeat(10));
        assert_eq!(depth(&page), 401);
        assert!(text(&page).trim_end().ends_with('x'));
    }
}
