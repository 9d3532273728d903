//! The command `upheld`, as somebody in a terminal meets it. The decisions are made up for these tests, and read by a small
//! book of their own, so that a change of the standard book does not change what is tested here.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const BOOK: &str = include_str!("cli/trial.rules");
const LAMP: &str = include_str!("cli/lamp.txt");
const FENCE: &str = include_str!("cli/fence.txt");

/// A folder of its own for a test, with the book in it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    write(&folder, "trial.rules", BOOK);
    folder
}

fn write(folder: &Path, name: &str, content: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// The program in a folder, its arguments parted by spaces, `text` piped in.
fn upheld(folder: &Path, args: &str, text: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_upheld"));
    command.current_dir(folder).args(args.split_whitespace()).env_remove("COLUMNS").env_remove("NO_COLOR");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that does not read what is piped in closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(text.as_bytes());
    child.wait_with_output().unwrap()
}

fn triage(folder: &Path, args: &str) -> Output {
    upheld(folder, &format!("triage --rules trial.rules {args}"), "")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn sources(jsonl: &str) -> Vec<String> {
    let source =
        |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["source"].as_str().unwrap().to_owned();
    jsonl.lines().map(source).collect()
}

#[track_caller]
fn assert_code(output: &Output, code: i32) {
    assert_eq!(output.status.code(), Some(code), "standard error: {}", err(output));
}

#[test]
fn the_standard_book_is_printed_and_can_be_read_again() {
    let output =
        Command::new(env!("CARGO_BIN_EXE_upheld")).args(["rules", "print"]).output().expect("the command runs");
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).expect("a book is text");
    assert!(upheld::RuleBook::parse("standard.rules", &text).is_ok());
}

#[test]
fn help_tells_what_it_does_and_how_it_ends() {
    let here = folder("help");
    for (args, words) in [
        ("--help", ["triage", "show", "Exit status"]),
        ("triage --help", ["jsonl", "How to read the table", "--rules"]),
        ("show --help", ["margin", "legend", "standard input"]),
        ("show --help", ["--format", "html", "browser"]),
        ("explain --help", ["--why-not", "How to read it", "Exit status"]),
        ("snapshot --help", ["--write", "--check", "How to read what changed"]),
        ("rules --help", ["check", "coverage", "diff"]),
    ] {
        let output = upheld(&here, args, "");
        assert_code(&output, 0);
        for word in words {
            assert!(out(&output).contains(word), "`upheld {args}` does not speak of {word}");
        }
    }
    assert_eq!(out(&upheld(&here, "--version", "")), format!("upheld {}\n", env!("CARGO_PKG_VERSION")));
    assert_code(&upheld(&here, "", ""), 2);
}

#[test]
fn a_folder_is_read_in_the_order_of_its_paths() {
    let here = folder("order");
    for name in ["in/b.txt", "in/a/z.TXT", "in/a.txt", "in/.hidden.txt", "in/.git/x.txt", "in/notes.md", "in/page.html"]
    {
        write(&here, name, FENCE);
    }
    let output = triage(&here, "--format jsonl in");
    assert_code(&output, 0);
    assert_eq!(sources(&out(&output)), ["in/a/z.TXT", "in/a.txt", "in/b.txt", "in/page.html"]);
    assert_eq!(
        sources(&out(&triage(&here, "-f jsonl in/b.txt in/a.txt"))),
        ["in/b.txt", "in/a.txt"],
        "files in the order given"
    );
}

#[test]
fn a_decision_twice_in_a_batch_says_the_same_twice() {
    let here = folder("twice");
    write(&here, "fence.txt", FENCE);
    write(&here, "lamp.txt", LAMP);
    let output = out(&triage(&here, "-f jsonl fence.txt lamp.txt fence.txt"));
    let lines: Vec<&str> = output.lines().collect();
    assert_eq!((lines.len(), lines[0]), (3, lines[2]));
}

#[test]
fn many_files_stay_in_order() {
    let here = folder("many");
    let names: Vec<String> = (0..700).map(|number| format!("in/{number:03}.txt")).collect();
    for name in &names {
        // Of different length, so that they are done in another order than they were begun.
        write(&here, name, if name.contains('7') { LAMP.repeat(5) } else { FENCE.to_owned() });
    }
    assert_eq!(sources(&out(&triage(&here, "-f jsonl in"))), names);
}

#[test]
fn json_is_one_array() {
    let here = folder("json");
    write(&here, "lamp.txt", LAMP);
    write(&here, "fence.txt", FENCE);
    let decisions: serde_json::Value =
        serde_json::from_str(&out(&triage(&here, "-f json lamp.txt fence.txt"))).unwrap();
    assert_eq!(decisions[0]["remedies"][0]["amount"], "1250.00");
    assert_eq!(decisions[1]["triage"]["outcome"], "not_upheld.no_fault");
    let nothing = triage(&here, "-f json nowhere.txt");
    assert_eq!((out(&nothing).as_str(), nothing.status.code()), ("[\n]\n", Some(1)));
}

#[test]
fn csv_has_a_row_for_each_decision() {
    let here = folder("csv");
    write(&here, "lamp.txt", LAMP);
    write(&here, "fence.txt", FENCE);
    let output = triage(&here, "-f csv lamp.txt fence.txt");
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    let names = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |row: usize, name: &str| rows[row][names.iter().position(|other| other == name).expect(name)].to_owned();
    assert_eq!(rows.len(), 2);
    assert_eq!([cell(0, "source"), cell(1, "source")], ["lamp.txt", "fence.txt"]);
    assert_eq!(cell(0, "evidence_at"), "3; 3");
    let evidence = "fault: Nobody wrote her report down, which was fault. | injustice: It caused her distress.";
    assert_eq!(cell(0, "evidence"), evidence);
    assert_eq!(cell(0, "findings"), "fault (summary, 3, 5); injustice (3)");
    assert_eq!(cell(0, "remedies"), "payment 1250.00 to Ms K by 2023-04-01 (agreed, 4)");
    assert_eq!([cell(0, "total_payment"), cell(0, "due_dates")], ["1250.00", "2023-04-01"]);
    assert_eq!([cell(1, "outcome"), cell(1, "reason_code")], ["not_upheld", "not_upheld.no_fault"]);
    assert_eq!([cell(1, "total_payment"), cell(1, "decision_date")], ["", ""]);
}

#[test]
fn the_table_fits_and_tells_the_evidence() {
    let here = folder("table");
    write(&here, "lamp.txt", LAMP);
    write(&here, "fence.txt", FENCE);
    let table = out(&triage(&here, "lamp.txt fence.txt"));
    let words = "22 123 456  Brackley Vale Council|Upheld: fault and injustice – fault did harm|para 3   injustice|\
        payment £1,250.00|agreed, to Ms K, due 1 April 2023|2 decisions|1  Not upheld: no fault";
    for words in words.split('|') {
        assert!(table.contains(words), "no `{words}` in\n{table}");
    }
    assert!(!table.contains('\u{1b}'), "colours are for terminals");
    assert!(table.lines().all(|line| line.chars().count() <= 100), "{table}");
    assert!(out(&triage(&here, "--color always lamp.txt")).contains("\u{1b}[31m"));
    let unruly = out(&upheld(&here, "triage --rules trial.rules", &LAMP.replace("Nobody", "No\u{1b}[2Jbody")));
    assert!(unruly.contains("No[2Jbody wrote"), "no page tells the terminal what to do: {unruly:?}");
    let unsolved = LAMP.replace("has agreed to pay", "will not pay");
    let flagged = out(&upheld(&here, "triage --rules trial.rules", &unsolved));
    assert!(
        flagged.contains("nothing is to be put right") && flagged.contains("1 decision, 1 with something to check"),
        "{flagged}"
    );
}

#[test]
fn what_cannot_be_read_is_told_and_the_others_go_on() {
    let here = folder("bad");
    write(&here, "good.txt", FENCE);
    write(&here, "scan.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    write(&here, "empty/readme.md", "");
    let output = triage(&here, "-f jsonl scan.txt nowhere.txt good.txt empty");
    assert_code(&output, 1);
    assert_eq!(sources(&out(&output)), ["good.txt"]);
    let messages = err(&output);
    let messages: Vec<&str> = messages.lines().collect();
    assert_eq!(messages.len(), 3, "{messages:?}");
    assert_eq!(messages[0], "upheld: scan.txt: this looks like an image (PNG), not like a text");
    assert_eq!(messages[1], "upheld: nowhere.txt: there is no such file or folder");
    assert!(messages[2].starts_with("upheld: empty: there are no decisions in this folder"), "{messages:?}");
    assert_code(&upheld(&here, "show --rules trial.rules nowhere.txt", ""), 1);
}

#[test]
fn limits_can_be_raised() {
    let here = folder("limits");
    write(&here, "fence.txt", FENCE);
    write(&here, "deep.html", format!("<body>{}{FENCE}", "<div>".repeat(600)));
    let output = triage(&here, "-f jsonl --max-bytes 100 fence.txt");
    assert_code(&output, 1);
    assert!(err(&output).contains("100 are the most; `--max-bytes` raises the limit"), "{}", err(&output));
    let output = triage(&here, "-f jsonl deep.html");
    assert!(err(&output).contains("nested deeper than 512; `--max-depth` raises the limit"), "{}", err(&output));
    assert_eq!(sources(&out(&triage(&here, "-f jsonl --max-depth 1000 deep.html"))), ["deep.html"]);
}

#[test]
fn wrong_usage_is_told_and_ends_with_two() {
    let here = folder("usage");
    write(&here, "fence.txt", FENCE);
    write(&here, "own.rules", "book own 1\n\ncue mine: fualt\n  - was wrong\n");
    for (args, message) in [
        ("triage --format xml fence.txt", "jsonl"),
        ("triage --rules own.rules fence.txt", "own.rules:3:11: unknown kind of finding"),
        ("triage --rules none.rules fence.txt", "upheld: none.rules: there is no such file"),
        ("triage --rules trial.rules - -", "standard input"),
        ("triage --rules trial.rules --output fence.txt fence.txt", "cannot be the output"),
        ("show --rules trial.rules .", "upheld triage ."),
        ("snapshot --rules trial.rules .", "one decision is printed at a time"),
        ("snapshot --rules trial.rules fence.txt fence.txt", "one decision is printed at a time"),
        ("snapshot --rules trial.rules --write -", "standard input has no place"),
        ("snapshot --rules own.rules --check fence.txt", "own.rules:3:11: unknown kind of finding"),
        ("snapshot --check", "PATH"),
        ("snapshot --check --write fence.txt", "cannot be used with"),
    ] {
        let output = upheld(&here, args, "");
        assert_code(&output, 2);
        assert!(err(&output).contains(message), "`upheld {args}`: {}", err(&output));
        assert!(output.stdout.is_empty());
    }
    assert_eq!(fs::read_to_string(here.join("fence.txt")).unwrap(), FENCE, "what is to be read is not written over");
}

#[test]
fn standard_input_is_read_with_and_without_a_dash() {
    let here = folder("stdin");
    write(&here, "lamp.txt", LAMP);
    let piped =
        |args: &str| sources(&out(&upheld(&here, &format!("triage --rules trial.rules -f jsonl {args}"), FENCE)));
    assert_eq!(piped(""), ["<stdin>"]);
    assert_eq!(piped("lamp.txt -"), ["lamp.txt", "<stdin>"]);
    assert!(out(&upheld(&here, "show --rules trial.rules -", FENCE)).contains("I have found no fault. [no fault]"));
}

#[test]
fn the_output_may_be_a_file() {
    let here = folder("output");
    write(&here, "lamp.txt", LAMP);
    for format in ["table", "jsonl", "json", "csv"] {
        let printed = out(&triage(&here, &format!("-f {format} lamp.txt")));
        let output = triage(&here, &format!("--color always -f {format} --output out lamp.txt"));
        assert_code(&output, 0);
        assert!(output.stdout.is_empty());
        assert_eq!(fs::read_to_string(here.join("out")).unwrap(), printed, "{format}");
    }
    let output = triage(&here, "-o nowhere/out lamp.txt");
    assert_code(&output, 1);
    assert_eq!(err(&output), "upheld: nowhere/out: there is no folder of this name to write into\n");
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let here = folder("pipe");
    for number in 0..300 {
        write(&here, &format!("in/{number}.txt"), LAMP);
    }
    for format in ["table", "jsonl"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_upheld"));
        command.current_dir(&here).args(["triage", "--rules", "trial.rules", "--format", format, "in"]);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""));
    }
}

#[test]
fn a_decision_is_shown_with_its_numbers_and_marks() {
    let here = folder("show");
    write(&here, "lamp.txt", LAMP);
    let page = out(&upheld(&here, "show --rules trial.rules lamp.txt", ""));
    for lines in [
        "Triage    Upheld: fault and injustice (fault did harm)\n",
        "    2  She rang the Council about:\n       •   the lamp; and\n       •   the pole it stands on.\n",
        "    3  Nobody wrote her report down, which was fault. [fault] It caused her distress. [injustice]\n",
        "[payment £1,250.00, due 1 April 2023]",
        "[injustice]  the fault caused injustice, or this is what it caused\n",
    ] {
        assert!(page.contains(lines), "no\n{lines}in\n{page}");
    }
    assert!(!page.contains('\u{1b}'));
    let coloured = out(&upheld(&here, "show --color always --rules trial.rules lamp.txt", ""));
    assert!(
        coloured
            .contains("\u{1b}[31mNobody wrote her report down, which \u{1b}[0m\u{1b}[1m\u{1b}[4m\u{1b}[31mwas fault"),
        "{coloured}"
    );
}

#[test]
fn a_decision_is_shown_as_a_page_for_the_browser() {
    let here = folder("show-html");
    write(&here, "lamp.txt", LAMP);
    let page = out(&upheld(&here, "show --format html --rules trial.rules lamp.txt", ""));
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\">"), "{page}");
    assert!(page.ends_with("</article></body></html>\n"));
    for piece in ["which <b>was fault</b>", "payment £1,250.00, due 1 April 2023"] {
        assert!(page.contains(piece), "no {piece} in {page}");
    }
    let coloured = out(&upheld(&here, "show -f html --color always --rules trial.rules lamp.txt", ""));
    assert_eq!(coloured, page, "a page has the same colours wherever it goes");
}

#[test]
fn explain_tells_why_and_why_not() {
    let here = folder("explain");
    write(&here, "lamp.txt", LAMP);
    let output = upheld(&here, "explain --rules trial.rules lamp.txt", "");
    assert_code(&output, 0);
    let text = out(&output);
    for words in [
        "Upheld: fault and injustice (upheld.fault_and_injustice)",
        "because rule harm holds (trial.rules:",
        "✓ injustice",
        "not_upheld.no_fault",
        "✗ no_fault",
        "cue harm  trial.rules:",
        "«caused her distress»",
    ] {
        assert!(text.contains(words), "{words} is missing in\n{text}");
    }
    let output = upheld(&here, "explain --rules trial.rules --why-not not_upheld.no_fault lamp.txt", "");
    assert!(
        out(&output).starts_with("The whole: upheld.fault_and_injustice, not\n  not_upheld.no_fault\n"),
        "{}",
        out(&output)
    );
    let output = upheld(&here, "explain --rules trial.rules --why-not upheld lamp.txt", "");
    assert_code(&output, 2);
    assert!(err(&output).contains("it has upheld.fault_and_injustice, not_upheld.no_fault"));
    let output = upheld(&here, "explain --rules trial.rules -f json lamp.txt", "");
    let json: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(json["whole"]["rulings"][0]["name"], "harm");
}

fn snapshot(folder: &Path, args: &str) -> Output {
    upheld(folder, &format!("snapshot --rules trial.rules {args}"), "")
}

#[test]
fn a_snapshot_is_printed_written_and_compared() {
    let here = folder("snapshot");
    write(&here, "in/lamp.txt", LAMP);
    write(&here, "in/page.html", format!("<body><pre>{FENCE}</pre></body>"));
    let printed = out(&snapshot(&here, "in/lamp.txt"));
    assert!(printed.contains("\n\n3          fault\n           Nobody wrote her report down, which was fault.\n"));
    assert!(!here.join("in/lamp.snap.txt").exists());
    assert_eq!(out(&upheld(&here, "snapshot --rules trial.rules", LAMP)), printed);

    let missing = snapshot(&here, "--check in");
    assert_code(&missing, 1);
    assert!(out(&missing).starts_with("in/lamp.txt: there is no snapshot of it\n"), "{}", out(&missing));
    let written = snapshot(&here, "--write in");
    assert_code(&written, 0);
    assert_eq!(out(&written), "in/lamp.txt: new\nin/page.html: new\n2 decisions: 2 new\n");
    assert_eq!(fs::read_to_string(here.join("in/lamp.snap.txt")).unwrap(), printed);
    assert!(here.join("in/page.html.snap.txt").exists(), "the ending is kept, so that it is not that of a `page.txt`");

    for paths in ["in", "in/lamp.txt in/lamp.snap.txt in/page.html"] {
        let same = snapshot(&here, &format!("--check {paths}"));
        assert_code(&same, 0);
        assert_eq!(out(&same), "2 decisions: 2 same\n");
    }
    write(&here, "in/lamp.snap.txt", printed.replace('\n', "\r\n"));
    assert_code(&snapshot(&here, "--check in"), 0);
    assert_eq!(
        sources(&out(&triage(&here, "-f jsonl in"))),
        ["in/lamp.txt", "in/page.html"],
        "snapshots are no decisions"
    );
}

#[test]
fn a_changed_snapshot_tells_the_finding() {
    let here = folder("changed");
    write(&here, "in/lamp.txt", LAMP);
    assert_code(&snapshot(&here, "--write in"), 0);
    write(&here, "new.rules", BOOK.replace("cue fault.was: fault", "cue fault.was: no_fault"));
    let output = upheld(&here, "snapshot --rules new.rules --check in", "");
    assert_code(&output, 1);
    let text = out(&output);
    assert!(
        text.contains("\n- 3          fault\n+ 3          no_fault\n             Nobody wrote her report down, which"),
        "{text}"
    );
    assert!(!text.contains("caused her distress"), "a block that is the same is not shown: {text}");
    assert!(
        text.ends_with("1 decision: 1 changed\n`--write` instead of `--check` keeps what is read now.\n"),
        "{text}"
    );
    let coloured = out(&upheld(&here, "snapshot --color always --rules new.rules --check in", ""));
    assert!(coloured.contains("\u{1b}[31m- 3          fault\u{1b}[0m\n"), "{coloured:?}");
    assert_eq!(
        out(&upheld(&here, "snapshot --rules new.rules --write in", "")),
        "in/lamp.txt: changed\n1 decision: 1 changed\n"
    );
    assert_code(&upheld(&here, "snapshot --rules new.rules --check in", ""), 0);
}

#[test]
fn a_snapshot_without_a_decision_is_told_and_removed() {
    let here = folder("orphan");
    for name in ["in/fence.txt", "in/gone.snap.txt", "in/scan.pdf", "in/scan.pdf.snap.txt"] {
        write(&here, name, FENCE);
    }
    assert_code(&snapshot(&here, "--write in/fence.txt"), 0);
    assert!(here.join("in/gone.snap.txt").exists(), "it was not asked for");
    let output = snapshot(&here, "--check in");
    assert_code(&output, 1);
    let told =
        "in/gone.snap.txt: the decision of this snapshot is gone\n1 decision: 1 same, 1 snapshot without a decision\n";
    assert!(out(&output).starts_with(told), "{}", out(&output));
    let output = snapshot(&here, "--write in");
    assert_code(&output, 0);
    assert_eq!(out(&output), "in/gone.snap.txt: removed\n1 decision: 1 same, 1 snapshot removed\n");
    assert!(here.join("in/scan.pdf.snap.txt").exists(), "its decision is there, though the command cannot read it");
}

#[test]
fn a_decision_that_cannot_be_read_is_no_snapshot() {
    let here = folder("unreadable");
    write(&here, "in/fence.txt", FENCE);
    write(&here, "in/scan.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    for mode in ["--write", "--check"] {
        let output = snapshot(&here, &format!("{mode} in nowhere.txt"));
        assert_code(&output, 1);
        assert!(err(&output).starts_with("upheld: in/scan.txt: this looks like an image"), "{}", err(&output));
        assert!(err(&output).contains("upheld: nowhere.txt: there is no such file"), "{}", err(&output));
        assert!(out(&output).contains("2 failed\n"), "{}", out(&output));
    }
    assert!(here.join("in/fence.snap.txt").exists() && !here.join("in/scan.snap.txt").exists());
    assert_code(&snapshot(&here, "nowhere.txt"), 1);
}

#[test]
fn check_tells_all_mistakes_and_warnings() {
    let here = folder("check");
    write(&here, "wrong.rules", "book wrong 1\ncue a: fualt\n  in: analysis\n  - wrong\nflag b: \"x\"\n  when: falt\n");
    let output = upheld(&here, "rules check wrong.rules", "");
    assert_code(&output, 1);
    let text = out(&output);
    assert!(text.contains("wrong.rules:2:8: unknown kind of finding `fualt`; did you mean `fault`?"), "{text}");
    assert!(text.contains("2 | cue a: fualt\n  |        ^\n"), "{text}");
    assert!(text.contains("wrong.rules:6:9: unknown signal `falt`; did you mean `fault`?"), "{text}");
    assert!(text.ends_with("The book cannot be used: 2 mistakes.\n"), "{text}");
    write(&here, "odd.rules", "book odd 1\ninclude standard\nwords <x>:\n    y\n");
    let output = upheld(&here, "rules check odd.rules", "");
    assert_code(&output, 0);
    assert!(out(&output).starts_with("odd.rules:3:8: warning: no phrase uses `<x>`\n"), "{}", out(&output));
    assert_code(&upheld(&here, "rules check none.rules", ""), 1);
}

#[test]
fn coverage_tells_what_is_used_and_what_is_not() {
    let here = folder("coverage");
    write(&here, "lamp.txt", LAMP);
    let output = upheld(&here, "rules coverage --phrases --rules trial.rules lamp.txt", "");
    assert_code(&output, 0);
    let text = out(&output);
    let (used, never) = text.split_once("are used by none of 1 decision:").unwrap();
    assert!(used.contains("rule harm") && used.contains("cue harm"), "{text}");
    assert!(never.contains("rule no_fault") && never.contains("- no fault"), "{text}");
}

#[test]
fn diff_tells_gains_and_losses() {
    let here = folder("diff");
    write(&here, "lamp.txt", LAMP);
    write(&here, "fence.txt", FENCE);
    write(&here, "new.rules", "book new 1\ninclude \"trial.rules\"\ndrop cue harm\n");
    let output = upheld(&here, "rules diff trial.rules new.rules lamp.txt fence.txt", "");
    assert_code(&output, 0);
    let text = out(&output);
    assert!(text.contains("lamp.txt\n"), "{text}");
    assert!(text.contains("  - outcome upheld.fault_and_injustice"), "{text}");
    assert!(text.contains("  + outcome none"), "{text}");
    assert!(text.contains("1 of 2 decisions moved"), "{text}");
    let same = upheld(&here, "rules diff standard standard lamp.txt", "");
    assert_eq!(out(&same), "0 of 1 decision moved: 0 gains, 0 losses\n");
}

#[test]
fn try_tells_the_phrases_of_a_sentence() {
    let here = folder("try");
    let mut command = Command::new(env!("CARGO_BIN_EXE_upheld"));
    command.current_dir(&here).args(["rules", "try", "--rules", "trial.rules", "There was fault."]);
    let output = command.output().unwrap();
    assert_eq!(out(&output), "cue fault.was  «was fault»\n    trial.rules:4  - was fault\n");
}
