//! How fast the stages run, in bytes a second, beside a bare Aho–Corasick scan for the words of the cues over the same
//! text. The text is the decisions that ship with the tests, or those of a folder of one's own.
//!
//! `cargo bench -p upheld`

use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;

use aho_corasick::AhoCorasick;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use upheld::{Decision, Document, RuleBook, Source};

/// Words that the cues of the standard book turn on.
const CUES: [&str; 48] = [
    "fault",
    "at fault",
    "no fault",
    "maladministration",
    "service failure",
    "uphold",
    "upheld",
    "injustice",
    "distress",
    "frustration",
    "uncertainty",
    "time and trouble",
    "anxiety",
    "inconvenience",
    "remedy",
    "remedied",
    "apologise",
    "apology",
    "pay",
    "refund",
    "reimburse",
    "waive",
    "review",
    "remind",
    "training",
    "policy",
    "procedure",
    "will not investigate",
    "cannot investigate",
    "discontinued",
    "ended",
    "tribunal",
    "court",
    "late",
    "better placed",
    "insufficient",
    "not enough",
    "unlikely",
    "different outcome",
    "worthwhile",
    "agreed to",
    "recommend",
    "should",
    "failed to",
    "delay",
    "missed",
    "entitled to",
    "no evidence",
];

fn decisions(folder: &Path) -> Vec<String> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .map(|entries| {
            entries
                .flatten()
                .map(|entry| entry.path())
                .filter(|path| path.extension().is_some_and(|end| end == "txt"))
                .collect()
        })
        .unwrap_or_default();
    paths.sort();
    paths.iter().filter_map(|path| Source::open(path).ok()).map(|source| source.text).collect()
}

fn speed(criterion: &mut Criterion) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut texts = vec![("decisions", decisions(&root.join("tests/decisions")))];
    // A corpus of one's own: UPHELD_CORPUS=folder cargo bench
    if let Some(folder) = std::env::var_os("UPHELD_CORPUS") {
        texts.push(("corpus", decisions(Path::new(&folder))));
    }
    // The book is read once a process; that is not what is measured.
    black_box(RuleBook::standard());
    let scan = AhoCorasick::builder().ascii_case_insensitive(true).build(CUES);
    for (name, texts) in texts.into_iter().filter(|(_, texts)| !texts.is_empty()) {
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(texts.iter().map(|text| text.len() as u64).sum()));
        if let Ok(scan) = &scan {
            group.bench_with_input(BenchmarkId::from_parameter("aho_corasick_scan"), &texts, |bench, texts| {
                bench.iter(|| texts.iter().map(|text| scan.find_iter(text).count()).sum::<usize>());
            });
        }
        group.bench_with_input(BenchmarkId::from_parameter("source"), &texts, |bench, texts| {
            bench.iter(|| {
                let read = |text: &String| black_box(Source::decode(text.as_bytes())).map_or(0, |it| it.text.len());
                texts.iter().map(read).sum::<usize>()
            });
        });
        group.bench_with_input(BenchmarkId::from_parameter("structure"), &texts, |bench, texts| {
            bench.iter(|| texts.iter().map(|text| black_box(Document::parse(text)).sections.len()).sum::<usize>());
        });
        group.bench_with_input(BenchmarkId::from_parameter("whole_way"), &texts, |bench, texts| {
            bench.iter(|| texts.iter().map(|text| black_box(Decision::parse(text)).findings.len()).sum::<usize>());
        });
        group.finish();
    }
}

/// How long the standard book takes to load, and how much a book of many cues adds to a decision.
fn books(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("books");
    group.bench_function("load_standard", |bench| {
        bench.iter(|| RuleBook::parse("standard.rules", black_box(RuleBook::STANDARD_TEXT)).map(|book| book.hash()));
    });
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let texts = decisions(&root.join("tests/decisions"));
    let Ok(many) = RuleBook::standard().extend("many.rules", &many_cues()) else { return };
    for (name, book) in [("standard", RuleBook::standard()), ("two_thousand_cues_more", &many)] {
        group.bench_with_input(BenchmarkId::new("decisions_by", name), &texts, |bench, texts| {
            bench.iter(|| texts.iter().map(|text| Decision::parse_with(text, book).findings.len()).sum::<usize>());
        });
    }
    group.finish();
}

/// Two thousand cues as somebody might write them: three phrases each, of words that decisions use.
fn many_cues() -> String {
    const BODIES: [&str; 10] =
        ["council", "officer", "panel", "school", "provider", "landlord", "team", "manager", "trust", "home"];
    const VERBS: [&str; 20] = [
        "delayed",
        "ignored",
        "lost",
        "missed",
        "refused",
        "mislaid",
        "misread",
        "forgot",
        "closed",
        "dropped",
        "muddled",
        "withheld",
        "botched",
        "neglected",
        "overlooked",
        "mishandled",
        "postponed",
        "cancelled",
        "confused",
        "rushed",
    ];
    const THINGS: [&str; 10] =
        ["report", "plan", "letter", "review", "request", "appeal", "payment", "visit", "referral", "assessment"];
    let mut text = String::new();
    for (body, verb, thing) in
        BODIES.iter().flat_map(|body| VERBS.iter().flat_map(move |verb| THINGS.map(move |thing| (body, verb, thing))))
    {
        let _ = writeln!(
            text,
            "cue own.{body}_{verb}_{thing}: fault\n  in: analysis, final_decision\n  - the {body} [also|then] {verb} the {thing}\n  \
             - {verb} ...4 {thing} of the {body}\n  - (her|his|their) {thing} was {verb} ...3 {body}"
        );
    }
    text
}

criterion_group!(benches, speed, books);
criterion_main!(benches);
