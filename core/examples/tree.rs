fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap();
        let t = std::time::Instant::now();
        let d = upheld::Document::parse(&text);
        let el = t.elapsed();
        let joined: String = d.leaves.iter().map(|l| d.slice(l.span)).collect();
        assert_eq!(joined, text);
        println!("## {path} {:?} {:?} {:?}", d.layout, el, d.paragraphs().filter_map(|(_, p)| p.number).max());
        for x in &d.diagnostics { println!("   ! {:?} {}", x.kind, x.message); }
        if std::env::var("V").is_ok() {
            for s in &d.sections {
                println!("{}[{:?}] {:?} free={}", "  ".repeat(s.level as usize), s.role, s.heading.map(|h| d.slice(h)), s.free);
                for p in &s.paragraphs {
                    println!("{}    {:?}/{} {:.60} ({} items)", "  ".repeat(s.level as usize), p.number, p.ordinal, d.slice(p.span), p.items.len());
                }
            }
        }
    }
}
