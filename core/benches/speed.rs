//! How fast the stages run, in bytes a second, beside a bare Aho–Corasick scan for the words of the cues over the same
//! text. The text is the decisions that ship with the tests, or those of a folder of one's own.
//!
//! `cargo bench -p upheld`

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

criterion_group!(benches, speed);
criterion_main!(benches);
