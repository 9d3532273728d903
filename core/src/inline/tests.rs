//! Wordings that are read, and wordings that only look like them.

use super::*;

fn refers(text: &str) -> Vec<(&str, Vec<u32>)> {
    let (references, _) = references(text);
    references.into_iter().map(|reference| (reference.span.slice(text), reference.numbers)).collect()
}

#[test]
fn references_to_this_statement() {
    for (text, words, numbers) in [
        ("I have set this out (see paragraph 44).", "paragraph 44", vec![44]),
        ("I looked into the matters in paragraph one.", "paragraph one", vec![1]),
        ("Paragraph eighteen says why.", "Paragraph eighteen", vec![18]),
        ("see paragraph twenty-eight", "paragraph twenty-eight", vec![28]),
        ("see paragraph Ninety Nine", "paragraph Ninety Nine", vec![99]),
        ("the rules in paragraphs 19 and 20.", "paragraphs 19 and 20", vec![19, 20]),
        ("the rules in paragraphs 4, 5 and 7 apply", "paragraphs 4, 5 and 7", vec![4, 5, 7]),
        ("the rules in paragraphs 4, 5, and 7 apply", "paragraphs 4, 5, and 7", vec![4, 5, 7]),
        ("the rules in paragraphs 19 to 22 apply", "paragraphs 19 to 22", vec![19, 20, 21, 22]),
        ("the rules in paragraphs 19–22 apply", "paragraphs 19–22", vec![19, 20, 21, 22]),
        ("paragraphs 4 to 6 and 9 to 10", "paragraphs 4 to 6 and 9 to 10", vec![4, 5, 6, 9, 10]),
        ("paragraphs one to three", "paragraphs one to three", vec![1, 2, 3]),
        ("paragraphs 22 to 19", "paragraphs 22 to 19", vec![22, 19]),
        ("In paragraphs 4 to 6, 12 officers are named.", "paragraphs 4 to 6", vec![4, 5, 6]),
        ("In paragraphs 4 and 5 and two letters", "paragraphs 4 and 5", vec![4, 5]),
        ("In paragraph 12 and two weeks later", "paragraph 12", vec![12]),
        ("In paragraph 12 and 13 officers", "paragraph 12", vec![12]),
        ("as in paragraph 12 and 13.", "paragraph 12 and 13", vec![12, 13]),
        ("paragraph 24 of this statement", "paragraph 24", vec![24]),
        ("paragraph 24 of this decision.", "paragraph 24", vec![24]),
        ("paragraphs 24 and 25 of this report", "paragraphs 24 and 25", vec![24, 25]),
        ("paragraph 24 above", "paragraph 24", vec![24]),
        ("paragraph\u{a0}24 below", "paragraph\u{a0}24", vec![24]),
        ("in paragraph\n24 we said", "paragraph\n24", vec![24]),
        ("The limits paragraph 9 sets", "paragraph 9", vec![9]),
        ("There is more of the Council’s letter (paragraph 9).", "paragraph 9", vec![9]),
    ] {
        assert_eq!(refers(text), [(words, numbers)], "{text}");
    }
    assert_eq!(refers("paragraph 1 or paragraph two").len(), 2);
    assert_eq!(refers("paragraphs 1 to 999").first().unwrap().1.len(), MOST_NUMBERS);
}

#[test]
fn references_to_other_texts() {
    for text in [
        "its statement, paragraph 4.2, says so",
        "what it says in its paragraph 81",
        "paragraph 5 of Schedule 1",
        "Schedule 5, paragraph 3 says",
        "Schedule 5/5A, paragraph 1/3",
        "under Annex A, paragraph 3",
        "paragraph 81 of the guidance",
        "paragraphs 81 and 82 of the Code",
        "paragraph 81 and 82 of the Code",
        "paragraph 2 of her letter",
        "paragraphs one and two of the minutes",
        "as paragraph 8 in the Council’s policy says",
        "paragraphs 3(2)",
        "paragraphs 3 and 4(2) of the Regulations",
        "paragraph 5(b)",
        "paragraph 12, Schedule 3",
        "the Code, paragraph 12",
        "the Care Act 2014, paragraph 12",
        "the policy says at paragraph 12 that",
        "the Code’s paragraph 12",
        "subparagraph 3",
        "sub-paragraph 3",
        "paragraph 2019",
        "paragraph 0",
        "paragraph one hundred",
        "paragraph tenancy",
        "the last paragraph",
        "paragraphs",
    ] {
        assert_eq!(refers(text), [], "{text}");
    }
}

#[test]
fn citations_are_brackets_that_name_a_law() {
    for (text, cited) in [
        ("so. (Children Act 1989, section 47)", true),
        ("(Local Government Act 1974, section 24A(6), as amended)", true),
        ("(Local Government Act 1974, sections 26(1) and 26A(1), as amended)", true),
        ("(Local Government Act 1974, Schedule 5, paragraph 5, as amended)", true),
        ("(The Care Act 2014 9(1))", true),
        ("(section 24A(6) of the Local Government Act 1974)", true),
        ("(see Housing Grants, Construction and Regeneration Act 1996)", true),
        ("(Care Leavers (England) Regulations 2010)", true),
        ("(Town and Country Planning (Trees)(England) Regulations 2012, regulation 4)", true),
        ("(Homelessness Code of Guidance, paragraph 12)", true),
        ("(the Act)", false),
        ("(the Code)", false),
        ("(see what I say of the Care Act 2014 in paragraph 4)", false),
        ("(the Care Act 2014", false),
        ("(a friend)", false),
    ] {
        let (_, citations) = references(text);
        assert_eq!(citations.len(), usize::from(cited), "{text}");
        if cited {
            assert_eq!(citations.first().unwrap().end(), text.len(), "{text}");
            assert_eq!(refers(text), [], "{text}");
        }
    }
    assert_eq!(refers("(the Care Act 2014, see paragraph 4 (a)").len(), 1);
}

#[test]
fn sums() {
    for (text, sums) in [
        ("pay £150.", "150.00"),
        ("pay (£1,300) or £6179", "1300.00 6179.00"),
        ("£2.50, £1,147.35 and £ 400", "2.50 1147.35 400.00"),
        ("of £1.2 million; £20k; £3m; £1bn", "1200000.00 20000.00 3000000.00 1000000000.00"),
        ("£200–£300 a month", "200.00 300.00"),
        ("costs:£95 and 1,300 people, 50p, £ and £1,30 or £1.005 or £1.2.3", "95.00"),
        ("£5 months", "5.00"),
        ("£48pw", "48.00"),
    ] {
        let found: Vec<_> = quantities(text).sums.iter().map(|(_, sum)| sum.to_string()).collect();
        assert_eq!(found.join(" "), sums, "{text}");
    }
    let (span, _) = *quantities("pay £1.2 million now").sums.first().unwrap();
    assert_eq!(span, Span::new(4, 17));
}

#[test]
fn dates() {
    for (text, dates) in [
        ("On 31 March 2022 and 31 Mar 2022", "2022-03-31 2022-03-31"),
        ("(1st May 2020), 09-Aug-2026", "2020-05-01 2026-08-09"),
        ("the 2nd of June, 2021; 3 Sept. 2019", "2021-06-02 2019-09-03"),
        ("by 21 to 23 May 2020", "2020-05-23"),
        ("31 April 2022, 5 May, May 2020, 131 May 2020, 5 Mayor 2020, 5 May 20201", ""),
        ("by Monday 4 April 2022", "2022-04-04"),
    ] {
        let found: Vec<_> = quantities(text).dates.iter().map(|(_, date)| date.to_string()).collect();
        assert_eq!(found.join(" "), dates, "{text}");
    }
}

/// The deadlines in `text` as "words | term | anchor".
fn deadlines(text: &str) -> Vec<String> {
    let term = |term| match term {
        Term::Period(period) => period.to_string(),
        Term::On(date) => date.to_string(),
        Term::OnDay { month, day } => format!("{day}.{month}."),
        Term::Same => "the same".to_owned(),
        Term::AtOnce => "at once".to_owned(),
    };
    let found = quantities(text).deadlines.into_iter();
    found.map(|found| format!("{} | {} | {:?}", found.span.slice(text), term(found.term), found.anchor)).collect()
}

#[test]
fn days_without_a_year_and_ends_of_months() {
    for (words, term) in [
        ("By 14 March", "14.3."),
        ("on or before 9th May", "9.5."),
        ("by the end of February 2024", "2024-02-29"),
        ("no later than the end of June", "31.6."),
        ("by the end of 2023", "2023-12-31"),
        ("by then", "the same"),
        ("By the same date", "the same"),
    ] {
        assert_eq!(deadlines(&format!("{words} the Council will pay.")), [format!("{words} | {term} | Unstated")]);
    }
    assert_eq!(
        deadlines("Three months from the date of this decision"),
        ["Three months from the date of this decision | 3 months | Decision"]
    );
    assert!(deadlines("by 40 March the Council").is_empty());
}

#[test]
fn deadlines_that_run_from_the_decision() {
    for (words, term) in [
        ("within one month of the final decision", "1 month"),
        ("Within a month of this decision", "1 month"),
        ("within six weeks this decision", "6 weeks"),
        ("within 20 working days of this decision", "20 working days"),
        ("within 20 (twenty) working days of this decision", "20 working days"),
        ("within two weeks of a decision on this complaint", "2 weeks"),
        ("within four weeks of my final decision", "4 weeks"),
        ("within four weeks of the date of my final decision", "4 weeks"),
        ("within four weeks of the date of this statement", "4 weeks"),
        ("within four weeks of the decision date", "4 weeks"),
        ("within four weeks of the date of decision", "4 weeks"),
        ("within four weeks of the Ombudsman’s final decision", "4 weeks"),
        ("within four weeks of receiving our decision statement", "4 weeks"),
        ("within one calendar month from the date of the final decision", "1 month"),
        ("within twenty-eight days, of the final decision", "28 days"),
        ("in the next three months following our decision", "3 months"),
        ("no later than two months after this decision", "2 months"),
        ("within a fortnight of this decision", "2 weeks"),
        ("within one\nmonth of the\nfinal decision", "1 month"),
    ] {
        let expected = format!("{words} | {term} | Decision");
        assert_eq!(deadlines(&format!("It has agreed, {words}, to apologise.")), [&*expected], "{words}");
        assert_eq!(deadlines(&format!("{words} the Council will apologise.")), [&*expected], "{words}");
    }
    let to = "The Council agreed within a month of this decision to pay £50 and within two to pay more.";
    assert_eq!(deadlines(to), ["within a month of this decision | 1 month | Decision"]);
}

#[test]
fn deadlines_that_run_from_elsewhere() {
    for (text, expected) in [
        (
            "within two months of the date of this report it will",
            "within two months of the date of this report | 2 months | Report",
        ),
        (
            "within six weeks of the public interest report.",
            "within six weeks of the public interest report | 6 weeks | Report",
        ),
        ("in the next three months", "in the next three months | 3 months | Unstated"),
        ("Over the next month it will", "Over the next month | 1 month | Unstated"),
        ("by 31 March 2022", "by 31 March 2022 | 2022-03-31 | Unstated"),
        ("by Thursday, 31 March 2022", "by Thursday, 31 March 2022 | 2022-03-31 | Unstated"),
        ("not later than six weeks", "not later than six weeks | 6 weeks | Unstated"),
        ("by no later than 30 June 2021.", "no later than 30 June 2021 | 2021-06-30 | Unstated"),
        ("pay £150 within twelve weeks", "within twelve weeks | 12 weeks | Unstated"),
        ("(within 28 days)", "within 28 days | 28 days | Unstated"),
        ("within 28 days’ time", "within 28 days | 28 days | Unstated"),
        ("within three months what it has done", "within three months | 3 months | Unstated"),
        ("immediately apologise", "immediately | at once | Unstated"),
        ("do so without further delay.", "without further delay | at once | Unstated"),
        (
            "within two weeks of the panel’s meeting the Council will",
            "within two weeks of the panel’s meeting | 2 weeks | Other",
        ),
        ("within eight weeks of that.", "within eight weeks of that | 8 weeks | Other"),
        ("within 5 days of the date of the review to", "within 5 days of the date of the review | 5 days | Other"),
        (
            "within a month of the Council’s final decision,",
            "within a month of the Council’s final decision | 1 month | Other",
        ),
        ("within 28 days of a decision.", "within 28 days of a decision | 28 days | Other"),
        (
            "within 28 days of the final decision letter",
            "within 28 days of the final decision letter | 28 days | Other",
        ),
        ("within 28 days of the decision to refuse", "within 28 days of the decision | 28 days | Other"),
    ] {
        assert_eq!(deadlines(text), [expected], "{text}");
    }
}

#[test]
fn what_is_no_deadline() {
    for text in [
        "no more than 20 working days",
        "within the past 12 months",
        "within its policy",
        "within three to six months",
        "within three.",
        "within 20 school days",
        "within two and a half weeks",
        "in the next section",
        "in the next weeks",
        "in the next few months",
        "by 31 April 2022",
        "by 41 March",
        "by officers",
        "not later than the rest",
        "immediately after the meeting",
        "not later than it should",
        "the delay",
        "within a monthly limit",
    ] {
        assert_eq!(deadlines(text), Vec::<String>::new(), "{text}");
    }
}

/// Openings that never close and lists that never end. Were any of these read in more than linear time, the test would
/// not come to an end.
#[test]
fn hostile_texts_are_read_to_the_end() {
    for unit in [
        "(",
        "((Act ",
        "(A ",
        "(A (A) ",
        "(A(",
        "(Care Act 2014 ",
        "(Care Act 2014 (x) ",
        "(s 1",
        "(see ",
        "(s 1(x)(x) ",
        "- ",
        "-\n",
        " ",
        "£",
        "£1,",
        "£1,111",
        "1 ",
        "within ",
        "within a ",
        "within 1 day of ",
        "in the next ",
        "é",
        "by 1 May ",
        "paragraph ",
        "paragraphs 1, ",
        "paragraphs 1 to ",
        "paragraph 1 in the ",
        ", 1",
        "and 1 ",
    ] {
        for opening in ["", "paragraphs 1", "(Care Act 2014 ", "£1"] {
            let text = opening.to_owned() + &unit.repeat(20_000 / unit.len()) + "(paragraph Act ";
            let (references, citations) = references(&text);
            let within = |span: &Span| span.end() <= text.len() && text.is_char_boundary(span.start());
            assert!(references.iter().map(|reference| &reference.span).chain(&citations).all(within));
            assert!(quantities(&text).sums.iter().all(|(span, _)| within(span)));
        }
    }
}
