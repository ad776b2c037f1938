/// Markdown with nested lists and quotations, tables, breaks, code and images.
extension RandomDraft {
    static func markdown(seed: UInt64) -> RandomDraft {
        var draft = RandomDraft(seed: seed)
        if draft.chance(0.2) { draft.markup("---\nunseen: yes\n---\n") }
        for _ in 0..<draft.number(1...6) { draft.markdownBlock(prefix: "", depth: 0, .markdown) }
        return draft
    }

    static func mdx(seed: UInt64) -> RandomDraft {
        var draft = RandomDraft(seed: seed)
        if draft.chance(0.5) { draft.markup("import Unseen from \"./unseen\"\n\n") }
        if draft.chance(0.3) { draft.markup("export const unseen = {\n  a: \"unseen\"\n}\n\n") }
        for _ in 0..<draft.number(1...6) {
            if draft.chance(0.3) {
                draft.markup(draft.one(of: ["<Card a={1} b=\"unseen\">", "<Unseen.Box render={() => <p>unseen</p>}>", "<>"]) + "\n\n")
                draft.markdownBlock(prefix: "", depth: 1, .mdx)
                draft.markup("\n")
            } else {
                draft.markdownBlock(prefix: "", depth: 0, .mdx)
            }
        }
        return draft
    }

    private mutating func markdownBlock(prefix: String, depth: Int, _ spelling: Spelling) {
        switch number(0...(depth < 3 ? 7 : 2)) {
        case 0, 1:
            paragraph(prefix, spelling)
        case 2:
            if chance(0.5) {
                markup(prefix + String(repeating: "#", count: number(1...6)) + " ")
                line(spelling)
                markup(one(of: ["\n", " ##\n"]))
            } else {
                markup(prefix)
                line(spelling)
                markup("\n" + prefix + one(of: ["===\n", "---\n"]))
            }
        case 3:
            let marker = one(of: ["-", "*", "+", "1.", "12)"])
            let gap = one(of: [" ", "  "])
            for _ in 0..<number(1...3) {
                markup(prefix + marker + gap)
                line(spelling)
                markup("\n")
                if chance(0.4) {
                    markup(prefix + "\n")
                    markdownBlock(prefix: prefix + String(repeating: " ", count: marker.count + gap.count), depth: depth + 1, spelling)
                }
            }
        case 4:
            if chance(0.3) { paragraph(prefix + ">", spelling) } else { markdownBlock(prefix: prefix + "> ", depth: depth + 1, spelling) }
        case 5:
            table(prefix)
        case 6:
            markup(prefix + "```unseen\n" + prefix + "unseen *unseen*\n" + prefix + "```\n")
        default:
            markup(prefix + "![")
            word(Spelling(rare: [:], within: [], hasReferences: true), isAside: true)
            markup("](unseen.png \"")
            word(.attribute, isAside: true)
            markup("\")\n")
        }
        markup(prefix.trimmingSpace + "\n")
    }

    private mutating func paragraph(_ prefix: String, _ spelling: Spelling) {
        markup(prefix + one(of: ["", "", " ", "  "]))
        for _ in 0..<number(1...3) {
            line(spelling)
            // A line that goes on lazily, or a break.
            markup(one(of: ["\n" + prefix, "  \n" + prefix, "\\\n" + prefix, prefix.hasPrefix(">") ? "\n" : "\n" + prefix]))
        }
        line(spelling)
        markup("\n")
    }

    private mutating func line(_ spelling: Spelling) {
        for index in 0..<number(1...4) {
            if index > 0 { markup(one(of: [" ", "  ", " `unseen` ", " [", " **", " &nbsp; "])) }
            if index > 0, ![" [", "**"].contains(String(decoding: bytes.suffix(2), as: UTF8.self)) { damage() }
            let tail = String(decoding: bytes.suffix(2), as: UTF8.self)
            word(tail == " [" ? spelling.withoutLinks : spelling)
            if tail == " [" { markup(one(of: ["](/unseen)", "](<unseen> 'x')"])) }
            if tail == "**" { markup("**") }
        }
    }

    private mutating func table(_ prefix: String) {
        let columns = number(1...3)
        for row in 0..<number(2...4) {
            markup(prefix + "|")
            for _ in 0..<columns {
                if row == 1 {
                    markup(one(of: ["---|", ":-:|", " --- |"]))
                } else {
                    markup(one(of: [" ", "", " `unseen\\|unseen` "]))
                    word(.cell)
                    markup(one(of: [" |", "|"]))
                }
            }
            markup("\n")
        }
    }
}

extension String {
    fileprivate var trimmingSpace: String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}
