//! From a web page to the text of the decision on it: a line a paragraph, lists numbered and indented as they are nested.

use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::{Html, Node};

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::{Span, work};

/// Elements whose content is no part of a decision.
const SKIPPED: [&str; 11] =
    ["head", "script", "style", "noscript", "template", "nav", "form", "dialog", "button", "svg", "iframe"];
/// Elements that are none outside the article, and may hold its title inside.
const AROUND: [&str; 2] = ["header", "footer"];
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

/// The text of the decision on a web page, with a note that it was taken out of one.
pub(super) fn extract(page: &str, diagnostics: &mut Vec<Diagnostic>) -> String {
    let message = "the text was taken out of a web page, and places are those in this text".to_owned();
    diagnostics.push(Diagnostic { kind: DiagnosticKind::Extracted, message, span: Span::new(0, 0) });
    text(page)
}

fn text(page: &str) -> String {
    let html = Html::parse_document(page);
    let home = home(&html);
    let text = written(home);
    // Some pages have the title of the decision above the article.
    if title(&text).is_none() {
        let outside = html.tree.root().descendants().filter(|node| matches!(element(*node), Some("h1" | "title")));
        if let Some(title) = outside.map(written).find_map(|words| title(&words).map(str::to_owned)) {
            return format!("{title}\n\n{text}");
        }
    }
    text
}

fn element(node: NodeRef<'_, Node>) -> Option<&str> {
    node.value().as_element().map(scraper::node::Element::name)
}

/// The element that holds the decision: of the first kind in [`HOMES`] that the page has, the one with most text.
fn home(html: &Html) -> NodeRef<'_, Node> {
    let length = |node: &NodeRef<'_, Node>| -> usize {
        node.descendants().filter_map(|node| node.value().as_text()).map(|text| text.len()).sum()
    };
    let named = |name: &str| {
        let nodes = html.tree.root().descendants().filter(|node| element(*node) == Some(name));
        // Articles within articles would be measured again and again.
        let outermost = nodes.filter(|node| !node.ancestors().any(|above| element(above) == Some(name)));
        outermost.max_by_key(length)
    };
    HOMES.into_iter().find_map(named).unwrap_or_else(|| html.tree.root())
}

/// The first line that ends as the title of a decision does, in its reference: `Ashvale Council (21 003 813)`.
fn title(text: &str) -> Option<&str> {
    let is_reference = |words: &str| {
        let digits: Vec<usize> = words
            .split(['-', ' ', '\u{a0}'])
            .map(|group| group.bytes().take_while(u8::is_ascii_digit).count())
            .collect();
        digits == [2, 3, 3]
    };
    text.lines().find_map(|line| {
        let (before, after) = line.split_once('(')?;
        let (reference, _) = after.split_once(')')?;
        is_reference(reference).then(|| line.get(..before.len() + reference.len() + 2)).flatten()
    })
}

/// The words of an element, as text.
fn written(home: NodeRef<'_, Node>) -> String {
    let article = element(home) == Some("article");
    let mut writer = Writer::default();
    let (mut skipped, mut kept) = (0, 0);
    for edge in home.traverse().inspect(work::one) {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Text(text) if opens && skipped == 0 && kept > 0 => writer.lines(&text.text),
            Node::Text(text) if opens && skipped == 0 => writer.words(&text.text),
            Node::Element(element) => {
                let name = element.name();
                let around = !article && AROUND.contains(&name);
                if around || SKIPPED.contains(&name) || element.attr("role") == Some("dialog") {
                    skipped = if opens { skipped + 1 } else { skipped - 1 };
                } else if skipped == 0 && name == "pre" {
                    kept = if opens { kept + 1 } else { kept - 1 };
                    writer.end_line(true);
                } else if skipped == 0 {
                    let number = |name: &str| element.attr(name).and_then(|number| number.trim().parse().ok());
                    match (opens, name) {
                        (true, "ol") => {
                            let letters = matches!(element.attr("type"), Some("a" | "A"));
                            writer.open_list(List { next: Some(number("start").unwrap_or(1)), letters });
                        }
                        (true, "ul") => writer.open_list(List { next: None, letters: false }),
                        (true, "li") => writer.open_item(number("value")),
                        (true, _) => writer.open(name),
                        (false, "td" | "th" | "dd") => writer.space = true,
                        (false, "dt") => writer.end_label(),
                        (false, _) if element.attr("class") == Some("label") => writer.end_label(),
                        (false, _) => writer.close(name),
                    }
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
    /// Whether letters are shown for the numbers.
    letters: bool,
}

#[derive(Default)]
struct Writer {
    text: String,
    line: String,
    /// What the line begins with: the number or bullet of an item.
    mark: String,
    /// Whether a space stood since the last word.
    space: bool,
    /// Whether the line is the name of a field, and goes on with its value.
    label: bool,
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

    /// Lines as they stand, of a text that a browser has made a page of.
    fn lines(&mut self, text: &str) {
        self.end_line(false);
        self.text.push_str(text);
    }

    fn open(&mut self, name: &str) {
        if BLOCKS.contains(&name) {
            self.end_line(true);
        }
        if name == "br" {
            self.break_line();
        }
    }

    fn open_list(&mut self, list: List) {
        self.end_line(true);
        self.lists.push(list);
    }

    /// Begins an item, with the number that the page gives to it or the next one.
    fn open_item(&mut self, number: Option<u32>) {
        self.end_line(false);
        let depth = self.lists.len().clamp(1, DEEPEST);
        self.mark = match self.lists.last_mut() {
            Some(List { next: Some(next), letters }) => {
                let number = number.unwrap_or(*next);
                *next = number.saturating_add(1);
                let letter =
                    u8::try_from(number).ok().and_then(|number| (b'a'..=b'z').nth(usize::from(number).checked_sub(1)?));
                let shown = match letter.filter(|_| *letters) {
                    Some(letter) => format!("{})", char::from(letter)),
                    None => format!("{number}."),
                };
                format!("{}  {shown} ", "    ".repeat(depth - 1))
            }
            _ => "  ".repeat(depth) + "• ",
        };
    }

    /// Ends the name of a field: its value follows on the same line.
    fn end_label(&mut self) {
        if !self.line.is_empty() && !self.line.trim_end().ends_with(':') {
            self.line.push_str(" :");
        }
        self.label = true;
        self.space = true;
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
        if std::mem::take(&mut self.label) && !self.line.is_empty() {
            return;
        }
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
             \x20     a) was lost; and\n      b) never found.\n  4. It is so:\n    • one;\n\nBack to top\n\n"
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
    fn lines_that_stand_as_they_are() {
        let page = "<html><body><pre>The complaint\n\n  1. It was <b>late</b>.\n</pre>After</body>";
        assert_eq!(text(page), "The complaint\n\n  1. It was late.\n\nAfter\n\n");
    }

    #[test]
    fn numbers_that_the_page_gives() {
        let page = "<ol start=\"7\"><li>a<li value=\"9\">b<li>c</ol><ol type=\"a\" start=\"27\"><li>d</ol>";
        assert_eq!(text(page), "  7. a\n  9. b\n  10. c\n\n  27. d\n\n");
    }

    #[test]
    fn the_article_with_most_text_and_its_title() {
        let page = "<title>Ashvale Council (21 000 001) - decisions</title><header>Site</header><article>News</article>\
            <main><article><header><h2>The complaint</h2></header><p>It was late.</p></article></main><footer>Site</footer>";
        assert_eq!(text(page), "Ashvale Council (21 000 001)\n\nThe complaint\n\nIt was late.\n\n");
        assert_eq!(text("<header>Site</header><main><p>One</p></main>"), "One\n\n");
        assert_eq!(title("Fees (21 000) and\nAshvale Council (21-000-001b)"), Some("Ashvale Council (21-000-001b)"));
    }

    #[test]
    fn fields_and_cells() {
        let fields = "<dl><dt>Category</dt><dd>Housing &gt; Other</dd><dt>Decision:</dt><dd>Upheld</dd></dl>";
        assert_eq!(text(fields), "Category : Housing > Other\n\nDecision: Upheld\n\n");
        let spans = "<p><span class=\"label\">Decision</span> <span>Upheld</span></p><table><tr><td>1.</td><td>It was late.</td></tr></table>";
        assert_eq!(text(spans), "Decision : Upheld\n\n1. It was late.\n\n");
        let blocks = "<div class=\"label\">Decision</div><div class=\"value\">Upheld</div><p>x</p>";
        assert_eq!(text(blocks), "Decision : Upheld\n\nx\n\n");
    }

    #[test]
    fn depth_of_a_page() {
        assert_eq!(depth("<body><p>a<p>b<ol><li>c<li>d</ol><br>"), 2);
        let page = format!("<body>{}x{}", "<ol><li>".repeat(400), "</b>".repeat(10));
        assert_eq!(depth(&page), 401);
        assert!(text(&page).trim_end().ends_with('x'));
    }
}
