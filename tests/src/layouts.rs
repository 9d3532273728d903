//! The same decision in the layouts that decisions come in, made from its structure.

use std::fmt::Write as _;

use upheld::{Document, Item, Paragraph, Role, Section, Span};

/// A layout that a decision is rendered in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rendering {
    /// Numbers that start again in every section, bullets below them: the text of the web page.
    Statement,
    /// The same with the notice on cookies before it, and each paragraph over several lines.
    CookiesFirst,
    /// Everything behind dashes.
    Dashed,
    /// The same below a table of contents, and without the fields of the header.
    Contents,
    /// A line for everything, labels and values too; the title is lost.
    Flattened,
    /// A copy on another site: paragraphs alone, lists run together.
    Mirror,
    /// Numbers that run on, at the margin.
    Report,
    /// The web page itself.
    Html,
    /// Lines cut where they are full, words broken, pages numbered, numbers that run on; the fields of a letter.
    Pdf,
    /// Lines cut where they are full, behind the marks of an e-mail.
    Quoted,
}

/// What of the header a rendering keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Body and reference.
    pub title: bool,
    /// Category and subcategory.
    pub category: bool,
    /// The outcome.
    pub outcome: bool,
    /// The date.
    pub date: bool,
}

impl Rendering {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Statement,
        Self::CookiesFirst,
        Self::Dashed,
        Self::Contents,
        Self::Flattened,
        Self::Mirror,
        Self::Report,
        Self::Html,
        Self::Pdf,
        Self::Quoted,
    ];

    /// What of the header it keeps.
    #[must_use]
    pub fn kept(self) -> Kept {
        let all = Kept { title: true, category: true, outcome: true, date: true };
        match self {
            Self::Contents => Kept { title: true, ..Kept::default() },
            Self::Flattened => Kept { title: false, ..all },
            Self::Mirror | Self::Pdf => Kept { title: true, date: true, ..Kept::default() },
            _ => all,
        }
    }

    /// Whether it keeps the numbers of the paragraphs.
    #[must_use]
    pub fn has_numbers(self) -> bool {
        !matches!(self, Self::Dashed | Self::Contents | Self::Flattened | Self::Mirror)
    }

    /// Whether it keeps the items of lists apart.
    #[must_use]
    pub fn has_items(self) -> bool {
        self != Self::Mirror
    }

    /// The text of a decision in this layout.
    #[must_use]
    pub fn render(self, document: &Document) -> String {
        self.render_with(document, self.kept())
    }

    /// The text of a decision in this layout, with so much of its header.
    #[must_use]
    pub fn render_with(self, document: &Document, kept: Kept) -> String {
        let page = Page { document, kept, out: String::new() };
        match self {
            Self::Statement => page.statement(),
            Self::CookiesFirst => cookies() + &page.statement(),
            Self::Dashed => page.dashed(false),
            Self::Contents => page.dashed(true),
            Self::Flattened => page.flattened(),
            Self::Mirror => page.mirror(),
            Self::Report => page.report(),
            Self::Html => page.html(),
            Self::Pdf => page.pdf(),
            Self::Quoted => quoted(&page.statement()),
        }
    }
}

/// The notice that some copies have before the decision.
fn cookies() -> String {
    "Privacy settings\nLGO logogram\nReview your privacy settings\nRequired cookies\n\
     These cookies enable the website to work.\nAnalytical cookies\nPrint this page\n\n"
        .to_owned()
}

/// Every line cut at 72 characters, behind a mark.
fn quoted(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        for piece in cut(line.trim(), 72, false) {
            writeln!(out, "> {}{piece}", " ".repeat(indent)).expect("a string takes any text");
        }
        if line.trim().is_empty() {
            out.push_str(">\n");
        }
    }
    out
}

/// A text cut into lines of at most `width` characters, between words, or, with `broken`, inside some of them.
fn cut(text: &str, width: usize, broken: bool) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().expect("there is a line");
        let (used, long) = (line.chars().count(), word.chars().count());
        if used > 0 && used + 1 + long > width {
            let breakable = broken && long > 9 && word.chars().all(|c| c.is_ascii_lowercase()) && used + 6 <= width;
            if breakable {
                let (head, tail) = word.split_at(4);
                write!(line, " {head}-").expect("a string takes any text");
                lines.push(tail.to_owned());
            } else {
                lines.push(word.to_owned());
            }
        } else {
            if used > 0 {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

struct Page<'d> {
    document: &'d Document,
    kept: Kept,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// The words at a place, on one line.
    fn words(&self, span: Span) -> String {
        self.document
            .slice(span)
            .split([' ', '\n', '\r', '\t'])
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn title(&self) -> Option<(String, String)> {
        let header = &self.document.header;
        Some((self.words(header.body?), self.words(header.reference?))).filter(|_| self.kept.title)
    }

    /// The fields below the title: label and value.
    fn fields(&self) -> Vec<(&'static str, String)> {
        let (header, mut fields) = (&self.document.header, Vec::new());
        if let Some(category) = header.category.filter(|_| self.kept.category) {
            let below = header.subcategory.map_or_else(String::new, |below| format!(" > {}", self.words(below)));
            fields.push(("Category", self.words(category) + &below));
        }
        if let Some(outcome) = header.outcome_text.filter(|_| self.kept.outcome) {
            fields.push(("Decision", self.words(outcome)));
        }
        if let Some(date) = header.date_text.filter(|_| self.kept.date) {
            fields.push(("Decision date", self.words(date)));
        }
        fields
    }

    fn heading(&self, section: &Section) -> Option<String> {
        section.heading.map(|heading| self.words(heading))
    }

    /// The header of the web page, then `The Ombudsman's final decision:`.
    fn head(&mut self, between: &str) {
        if let Some((body, reference)) = self.title() {
            self.line(&format!("{body} ({reference}){between}"));
        }
        for (label, value) in self.fields() {
            self.line(&format!("{label} : {value}{between}"));
        }
    }

    fn statement(mut self) -> String {
        self.head("\n");
        self.line("The Ombudsman's final decision:\n");
        let mut printed = 0;
        for section in &self.document.sections {
            if let Some(heading) = self.heading(section) {
                if section.level == 1 && self.out.ends_with(".\n") {
                    self.line("\nBack to top");
                }
                self.line(&format!("\n{heading}\n"));
                printed = 0;
            }
            for paragraph in &section.paragraphs {
                let words = self.words(paragraph.span);
                match (section.role, paragraph.number) {
                    (Role::Summary, _)
                        if self.document.summary().is_some_and(|it| it.start() == paragraph.span.start()) =>
                    {
                        self.line(&format!("Summary: {words}"));
                    }
                    (_, Some(_)) => {
                        printed += 1;
                        self.line(&format!("  {printed}. {words}"));
                    }
                    (_, None) => self.line(&format!("\n{words}\n")),
                }
                for item in &paragraph.items {
                    let words = self.words(item.span);
                    self.line(&format!("    • {words}"));
                }
            }
        }
        self.out
    }

    fn dashed(mut self, contents: bool) -> String {
        self.head("");
        let headings: Vec<String> =
            self.document.sections.iter().filter(|it| it.level == 1).filter_map(|it| self.heading(it)).collect();
        for heading in headings.iter().filter(|_| contents) {
            self.line(&format!("- {heading}"));
        }
        self.line("The Ombudsman's final decision:");
        for section in &self.document.sections {
            self.heading_line(section);
            for paragraph in &section.paragraphs {
                let words = self.words(paragraph.span);
                let mark = if section.role == Role::Summary { "" } else { "- " };
                self.summary_label(section);
                self.line(&format!("{mark}{words}"));
                for item in &paragraph.items {
                    let words = self.words(item.span);
                    self.line(&format!(" - {words}"));
                }
                if !paragraph.items.is_empty() {
                    self.line(" ");
                }
            }
        }
        self.out
    }

    fn heading_line(&mut self, section: &Section) {
        if let Some(heading) = self.heading(section) {
            self.line(&heading);
        }
    }

    /// `Summary: ` where the summary begins behind its label.
    fn summary_label(&mut self, section: &Section) {
        if section.role == Role::Summary && section.heading.is_none() && !self.out.contains("\nSummary: ") {
            self.out.push_str("Summary: ");
        }
    }

    fn flattened(mut self) -> String {
        for (label, value) in self.fields() {
            self.line(&format!("{label} :\n{}", value.replace(" > ", "\n>\n")));
        }
        self.line("The Ombudsman's final decision:");
        for section in &self.document.sections {
            self.heading_line(section);
            for paragraph in &section.paragraphs {
                self.summary_label(section);
                for part in paragraph.parts().collect::<Vec<_>>() {
                    let words = self.words(part);
                    self.line(&words);
                }
            }
        }
        self.line("Print this page");
        self.out
    }

    fn mirror(mut self) -> String {
        let date = self.document.header.date_text.filter(|_| self.kept.date).map(|date| self.words(date));
        if let Some((body, reference)) = self.title() {
            self.line(&format!("{body} ({reference})\n"));
            let decided = date.map_or_else(String::new, |date| format!(" Decided {date}"));
            let reference = reference.replace(' ', "-");
            self.line(&format!("Reference {reference} Sector Local government Category Other{decided}\n"));
        }
        for section in &self.document.sections {
            if let Some(heading) = self.heading(section) {
                self.line(&format!("{heading}\n"));
            }
            for paragraph in &section.paragraphs {
                self.summary_label(section);
                let parts: Vec<String> = paragraph.parts().map(|part| self.words(part)).collect();
                self.line(&format!("{}\n", parts.join(" ")));
            }
        }
        self.out
    }

    fn report(mut self) -> String {
        self.head("\n");
        for section in &self.document.sections {
            if let Some(heading) = self.heading(section) {
                self.line(&format!("{heading}\n"));
            }
            for paragraph in &section.paragraphs {
                self.summary_label(section);
                let number = paragraph.number.map_or_else(String::new, |number| format!("{number}. "));
                let words = self.words(paragraph.span);
                self.line(&format!("{number}{words}\n"));
                for item in &paragraph.items {
                    let words = self.words(item.span);
                    self.line(&format!("  • {words}"));
                }
                if !paragraph.items.is_empty() {
                    self.line("");
                }
            }
        }
        self.out
    }

    fn pdf(mut self) -> String {
        const WIDTH: usize = 86;
        const PAGE: usize = 46;
        let date = self.document.header.date_text.filter(|_| self.kept.date).map(|date| self.words(date));
        let mut lines: Vec<String> = date.into_iter().collect();
        if let Some((body, reference)) = self.title() {
            lines.extend(["Complaint reference:".to_owned(), reference, "Complaint against:".to_owned(), body]);
        }
        lines.push("The Ombudsman’s final decision".to_owned());
        let mut summarised = false;
        for section in &self.document.sections {
            let heading = self.heading(section);
            lines.extend(heading.iter().flat_map(|heading| cut(heading, WIDTH, false)));
            for Paragraph { number, span, items, .. } in &section.paragraphs {
                let label = match number {
                    Some(number) => format!("{number}. "),
                    None if section.role == Role::Summary && heading.is_none() && !summarised => "Summary: ".to_owned(),
                    None => String::new(),
                };
                summarised |= section.role == Role::Summary;
                lines.extend(cut(&(label + &self.words(*span)), WIDTH, true));
                for Item { span, .. } in items {
                    lines.extend(cut(&format!("• {}", self.words(*span)), WIDTH, true));
                }
            }
        }
        for (page, lines) in lines.chunks(PAGE).enumerate() {
            if page > 0 {
                self.out.push('\u{c}');
            }
            lines.iter().for_each(|line| self.line(line));
            self.line(&format!("Final decision  {}", page + 1));
        }
        self.out
    }

    fn html(mut self) -> String {
        let escaped = |text: &str| {
            text.replace('&', "&amp;").replace('<', "&lt;").replace('’', "&rsquo;").replace('\u{a0}', "&nbsp;")
        };
        self.line(
            "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Decision</title><script>let x = \"<p>1. no</p>\";</script></head>\n\
             <body><nav><ul><li><a href=\"/\">Home</a></li></ul></nav><div role=\"dialog\">Cookies <button>Accept</button></div>\n\
             <main><article id=\"article\">",
        );
        if let Some((body, reference)) = self.title() {
            self.line(&format!("<h1>{} ({})</h1>", escaped(&body), reference.replace(' ', "&nbsp;")));
        }
        for (label, value) in self.fields() {
            let value = escaped(&value).replace(" > ", " &gt; ");
            self.line(&format!("<p><span class=\"label\">{label} :</span> <span class=\"value\">{value}</span></p>"));
        }
        self.line("<h2>The Ombudsman's final decision:</h2>");
        let mut open = false;
        for section in &self.document.sections {
            if let Some(heading) = self.heading(section) {
                let level = section.level + 1;
                self.line(&format!("<h{level}>{}</h{level}>", escaped(&heading)));
            }
            for paragraph in &section.paragraphs {
                let words = escaped(&self.words(paragraph.span));
                if paragraph.number.is_some() != open {
                    self.line(if open { "</ol>" } else { "<ol>" });
                    open = !open;
                }
                if section.role == Role::Summary && section.heading.is_none() && !self.out.contains("<b>Summary:") {
                    self.line(&format!("<p><b>Summary:</b> {words}</p>"));
                    continue;
                }
                self.out.push_str(if open { "<li>" } else { "<p>" });
                self.out.push_str(&words);
                if !paragraph.items.is_empty() {
                    let items: String = paragraph
                        .items
                        .iter()
                        .map(|item| format!("<li>{}</li>\n", escaped(&self.words(item.span))))
                        .collect();
                    self.out.push_str(&format!("<ul>{items}</ul>"));
                }
                self.line(if open { "</li>" } else { "</p>" });
            }
            if open {
                self.line("</ol>");
                open = false;
            }
        }
        self.line("</article></main><footer>Site</footer></body></html>");
        self.out
    }
}
