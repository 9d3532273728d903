//! How long the library itself takes for many texts, which `border.py` holds against the Python package.
#![allow(clippy::print_stdout)]

use std::fs;
use std::time::Instant;

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use upheld::{Decision, Limits, RuleBook};

/// `border FILE WORKERS`: reads the texts of the file, which NUL parts, with so many threads, and prints the seconds it took.
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (file, workers) = arguments.next().zip(arguments.next()).ok_or("usage: border FILE WORKERS")?;
    let texts = fs::read_to_string(file)?;
    let texts: Vec<&str> = texts.split('\0').collect();
    let pool = ThreadPoolBuilder::new().num_threads(workers.parse()?).build()?;
    let (limits, book) = (Limits::default(), RuleBook::standard());
    let begin = Instant::now();
    let read = |text: &&str| limits.text(text).map(|source| Decision::read(source, book)).ok();
    let decisions: Vec<Option<Decision>> = pool.install(|| texts.par_iter().map(read).collect());
    println!("{}", begin.elapsed().as_secs_f64());
    assert_eq!(decisions.iter().flatten().count(), texts.len());
    Ok(())
}
