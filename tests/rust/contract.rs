//! The JSON contract, and serialisation both ways.

use serde_json::Value;
use upheld::{Decision, DiagnosticKind, Document, Offsets, Record, RuleBook, Source};

fn record(decision: &Decision, offsets: &Offsets) -> Value {
    serde_json::to_value(Record::new(decision, "a.txt", offsets)).expect("a record is JSON")
}

/// Calls `see` with every object that has a text and a span.
fn quotes(value: &Value, see: &mut impl FnMut(&str, usize, usize)) {
    if let (Some(text), Some([start, end])) = (value["text"].as_str(), value["span"].as_array().map(Vec::as_slice)) {
        let offset = |value: &Value| usize::try_from(value.as_u64().expect("an offset")).expect("a small one");
        see(text, offset(start), offset(end));
    }
    match value {
        Value::Object(fields) => fields.values().for_each(|value| quotes(value, see)),
        Value::Array(values) => values.iter().for_each(|value| quotes(value, see)),
        _ => {}
    }
}

#[test]
fn every_quotation_stands_where_its_span_says() {
    for (name, text) in upheld_tests::decisions() {
        let decision = Decision::parse(&text);
        let mut seen = 0;
        quotes(&record(&decision, &Offsets::bytes()), &mut |quoted, start, end| {
            assert_eq!(&text[start..end], quoted, "{name}");
            seen += 1;
        });
        assert!(seen > 15, "{name} has {seen} quotations");
        let characters: Vec<char> = text.chars().collect();
        quotes(&record(&decision, &Offsets::code_points(&text)), &mut |quoted, start, end| {
            assert_eq!(characters[start..end].iter().collect::<String>(), quoted, "{name}");
        });
    }
}

#[test]
fn the_fields_of_the_contract_are_there() {
    let text = "Ashvale Council (21 000 001)\n\nCategory : Housing > Other\n\nDecision : Upheld\n\nDecision date : 10 Feb 2022\n\n\
        The Ombudsman's final decision:\n\nSummary: There was fault by the Council. It will pay Mr X £200.\n\nThe complaint\n\n  1. Mr X complains.\n\n\
        Agreed action\n\n  1. Within one month of the final decision the Council will pay Mr X £200.\n\n\
        Final decision\n\n  1. We find fault causing injustice (see paragraph 2).\n";
    let json = record(&Decision::parse(text), &Offsets::bytes());
    assert_eq!(json["header"]["body"], "Ashvale Council");
    assert_eq!(json["header"]["reference"], "21 000 001");
    assert_eq!(json["header"]["outcome"], "upheld");
    assert_eq!(json["header"]["date"], "2022-02-10");
    assert_eq!(json["layout"], "statement");
    assert_eq!(json["sections"][3]["paragraphs"][0]["references"][0]["to"], serde_json::json!([2]));
    assert_eq!(json["findings"][0]["at"], "summary");
    let remedy = &json["remedies"][0];
    assert_eq!((&remedy["amount"], &remedy["to"]), (&Value::from("200.00"), &Value::from("Mr X")));
    assert_eq!(remedy["deadline"]["due"], "2022-03-10");
    assert_eq!(json["triage"]["outcome"], "upheld.fault_and_injustice");
    assert_eq!(json["triage"]["consistent"], true);
    assert_eq!(json["book"]["name"], "standard");
}

#[test]
fn a_text_that_was_not_given_is_carried() {
    let given = "Final decision\n\n  1. There was no fault.\n";
    assert_eq!(record(&Decision::parse(given), &Offsets::bytes())["text"], Value::Null);
    let source = Source::decode(b"<body><h2>Final decision</h2><ol><li>There was no fault.</ol>").expect("a page");
    let json = record(&Decision::read(source, RuleBook::standard()), &Offsets::bytes());
    assert_eq!(json["text"], "Final decision\n\n  1. There was no fault.\n\n");
    quotes(&json, &mut |quoted, start, end| assert_eq!(&json["text"].as_str().expect("a text")[start..end], quoted));
}

#[test]
fn two_decisions_in_one_text_are_told() {
    let page = |reference: &str| format!("Ashvale Council ({reference})\n\nThe complaint\n\n  1. It was late.\n\n");
    let told =
        |text: String| Document::parse(&text).diagnostics.iter().any(|it| it.kind == DiagnosticKind::SecondDecision);
    assert!(told(page("21 000 001") + &page("21 000 002")));
    assert!(!told(page("21 000 001") + &page("21 000 001")));
}

#[test]
fn documents_and_decisions_survive_json() {
    for (name, text) in upheld_tests::decisions() {
        let decision = Decision::parse(&text);
        let json = serde_json::to_string(&decision).expect("a decision is JSON");
        assert_eq!(serde_json::from_str::<Decision>(&json).expect("and back"), decision, "{name}");
        let json = serde_json::to_string(&decision.document).expect("a document is JSON");
        assert_eq!(serde_json::from_str::<Document>(&json).expect("and back"), decision.document, "{name}");
    }
}
