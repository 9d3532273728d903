//! Families of texts that no decision is, each as long as it is asked for.

/// A family: what it is made of, and a text of it with about so many bytes.
pub type Family = (&'static str, fn(usize) -> String);

/// Where findings are looked for.
const ANALYSIS: &str = "What I found\n\nAnalysis\n\n  1. ";
/// Where actions are.
const ACTION: &str = "Agreed action\n\n  1. The Council will ";

fn repeated(head: &str, piece: &str, bytes: usize) -> String {
    head.to_owned() + &piece.repeat(bytes / piece.len())
}

/// Lines that differ in a number.
fn counted(head: &str, bytes: usize, line: impl Fn(usize) -> String) -> String {
    let mut text = head.to_owned();
    let mut number = 0;
    while text.len() < bytes {
        text += &line(number);
        number += 1;
    }
    text
}

/// All families.
pub const FAMILIES: [Family; 58] = [
    ("one line of findings", |n| repeated(ANALYSIS, "the Council was at fault and it did not say so, ", n)),
    ("one line of sentences", |n| repeated(ANALYSIS, "The Council was at fault. ", n)),
    ("one word", |n| repeated(ANALYSIS, "a", n)),
    ("negations", |n| repeated(ANALYSIS, "not ", n)),
    ("speakers", |n| repeated(ANALYSIS, "Mr X says the Council says ", n)),
    ("headings", |n| repeated("", "The complaint\n", n)),
    ("own headings", |n| repeated("What I found\n\n", "Abc def\n\n", n)),
    ("own parts", |n| repeated("What I found\n\nAnalysis\n\n", "Part Ab\n\n  1. This was fault.\n\n", n)),
    ("headings of statements", |n| repeated("", "The complaint\nThe Ombudsman's final decision:\n", n)),
    ("tables of contents", |n| repeated("A (21 000 001)\n", "- The complaint\n", n)),
    ("summaries", |n| repeated("", "Summary: We found fault.\n", n)),
    ("nested indents", |n| counted("", n, |at| format!("{}1. x\n", " ".repeat(at % 50)))),
    ("growing indents", |n| counted("", n, |at| format!("{}1. x\n", " ".repeat(at)))),
    ("brackets", |n| repeated(ANALYSIS, "(", n)),
    ("closed brackets", |n| repeated(ANALYSIS, "(Act 1974) ", n)),
    ("quotes", |n| repeated(ANALYSIS, "“", n)),
    ("bullets", |n| repeated("What I found\n\n  1. a:\n", "  • b\n", n)),
    ("bullets alone", |n| repeated("", "•\n", n)),
    ("dashed items", |n| repeated("The complaint\n- a:\n", "- b;\n", n)),
    ("dashes", |n| repeated("The complaint\n", "- a\n", n)),
    ("colons", |n| repeated("", ":", n)),
    ("lines with colons", |n| repeated("The complaint\n", "a:\n", n)),
    ("lists", |n| repeated("", "  1. a:\n", n)),
    ("digits", |n| repeated("", "1", n)),
    ("lines of digits", |n| repeated("", "1\n", n)),
    ("numbers", |n| repeated("", "1. \n", n)),
    ("numbered", |n| counted("The complaint\n\n", n, |at| format!("{}. It was late.\n", at % 1000))),
    ("full stops", |n| repeated(ANALYSIS, ".", n)),
    ("capitals", |n| repeated(ANALYSIS, "A. ", n)),
    ("spaces", |n| repeated("", " ", n)),
    ("empty lines", |n| repeated("a", "\n", n)),
    ("zeros", |n| repeated("", "\0", n)),
    ("carriage returns", |n| repeated("", "a\r", n)),
    ("separators", |n| repeated("", "a\u{2028}", n)),
    ("references", |n| repeated("The complaint\n\n  1. ", "see paragraphs 1 to 99 ", n)),
    ("titles", |n| repeated("", "A (20 000 000", n)),
    ("labels", |n| repeated("", "Category :", n)),
    ("labels without values", |n| repeated("Category :", "\n", n)),
    ("cards", |n| repeated("", "Statement Upheld ", n)),
    ("strips", |n| repeated("", "Reference 21-000-001 ", n)),
    ("sums", |n| repeated(ACTION, "£1 ", n)),
    ("payments", |n| repeated(ACTION, "pay Mr X £1 and ", n)),
    ("deadlines", |n| repeated(ACTION, "within one month ", n)),
    ("items of actions", |n| repeated("Agreed action\n\n  1. The Council will:\n", "  • pay him £1\n", n)),
    ("closed actions", |n| {
        repeated("Agreed action\n\n", "  1. The Council will pay him £1. It will do all this within one month.\n", n)
    }),
    ("wrapped", |n| {
        repeated(
            "The complaint\n\n1. ",
            "The Council wrote to Mr X about the state of the road\nand did not repair it in\n",
            n,
        )
    }),
    ("wrapped headings", |n| {
        repeated(
            "The complaint\n\n1. It was late and\nthe Council knew that\nit was and\nit was\nso.\n",
            "The Council and the state of the road and\n",
            n,
        )
    }),
    ("running titles", |n| {
        counted("The complaint\n\n1. ", n, |at| {
            format!(
                "The Council wrote to Mr X about the state of the road\nand did not repair it in\nHead {at}\n{}\n",
                at % 999
            )
        })
    }),
    ("page numbers", |n| {
        repeated(
            "The complaint\n\n1. The Council wrote to Mr X about the road that\nis bad and\nis bad and\nis\n",
            "Page 2 of 3\n\n",
            n,
        )
    }),
    ("broken words", |n| repeated("", "adminis-\ntration ", n)),
    ("words broken again", |n| repeated("", "ab-\n", n)),
    ("decoded wrongly", |n| repeated("", "â€™", n)),
    ("quoted lines", |n| repeated("", "> a\n", n)),
    ("margins", |n| repeated("", "    a\n", n)),
    ("pages", |n| repeated("", "  a\n  b\n  c\n  d\n\u{c}", n)),
    ("page of lists", |n| repeated("<body>", "<ol><li>a</li></ol>", n)),
    ("page of paragraphs", |n| repeated("<body>", "<p>a", n)),
    ("page of articles", |n| repeated("<body>", "<article>a</article>", n)),
];
