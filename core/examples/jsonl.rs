use upheld::{Decision, Offsets, Record};
fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap();
        let d = Decision::parse(&text);
        println!("{}", serde_json::to_string(&Record::new(&d, &path, &Offsets::bytes())).unwrap());
    }
}
