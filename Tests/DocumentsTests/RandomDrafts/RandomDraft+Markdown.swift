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
        if draft.chance(0.4) {
            draft.markup(draft.one(of: [
                "export const unseen = {\n  a: \"unseen :) {\"\n}\n\n", "export const unseen = `\nunseen {\n\nunseen ${`unseen`}\n`\n\n",
                "export function unseen() {\n  // it's { unseen\n\n  return <p>unseen's</p>\n}\n\n", "export const unseen = [\n  // 1) unseen\n\n  /[\"(]/, 'unseen',\n]\n",
            ]))
        }
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
        switch number(0...(depth < 3 ? 15 : 2)) {
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
        case 6, 7:
            code(prefix)
        case 8, 9:
            note(prefix: prefix, depth: depth, spelling)
        case 10, 11:
            wrapper(prefix: prefix, depth: depth, spelling)
        case 12, 13:
            reference(prefix, spelling)
        case 14:
            let blank = "\n" + prefix.trimmingSpace + "\n" + prefix
            markup(prefix + one(of: [
                "<!-- unseen\(blank)```\(blank)unseen -->", "{# unseen\(blank)unseen #}", "{{/* unseen\(blank)```\(blank)unseen */}}",
                "{{< highlight x >}}\(blank)unseen\(blank){{</ highlight >}}", "{% comment %}unseen\(blank)unseen{%- endcomment %}", "{{ unseen }}",
            ]) + "\n")
        default:
            markup(prefix + "![")
            word(Spelling(rare: [:], within: [], hasReferences: true), isAside: true)
            markup("](unseen.png \"")
            word(.attribute, isAside: true)
            markup("\")\n")
        }
        markup(prefix.trimmingSpace + "\n")
    }

    private mutating func code(_ prefix: String) {
        let (opening, closing) = one(of: [
            ("```unseen", "```"), ("~~~ `unseen`", "~~~~"), ("````", "```` "), ("  ```", "   ```"), ("```", "````"),
        ])
        // Behind a list its indentation would make it a part of the last item.
        if opening.hasPrefix(" ") { markup(prefix + "***\n") }
        markup(prefix + opening + "\n")
        for _ in 0..<number(0...3) {
            markup(one(of: [prefix + "unseen *unseen*\n", prefix + "~~ unseen\n", prefix + "``` unseen\n", prefix + "[^unseen]: unseen {{ unseen\n", prefix.trimmingSpace + "\n"]))
        }
        if opening == "````" { markup(prefix + "```\n") }
        markup(prefix + closing + "\n")
    }

    /// A footnote, an admonition, or a term with its definition.
    private mutating func note(prefix: String, depth: Int, _ spelling: Spelling) {
        let blank = prefix.trimmingSpace + "\n"
        switch number(0...2) {
        case 0:
            markup(prefix + "[^unseen]: ")
            line(spelling)
            markup("\n" + blank)
        case 1:
            markup(prefix + one(of: ["!!! unseen", "???+ unseen"]))
            if chance(0.5) {
                markup(" \"")
                word(spelling)
                markup("\"")
            }
            markup("\n")
        default:
            markup(prefix)
            line(spelling)
            markup("\n" + prefix + ":   ")
            line(spelling)
            markup("\n" + blank)
        }
        for _ in 0..<number(1...2) { markdownBlock(prefix: prefix + "    ", depth: depth + 1, spelling) }
    }

    /// Markdown between tags, which shows or not.
    private mutating func wrapper(prefix: String, depth: Int, _ spelling: Spelling) {
        let blank = prefix.trimmingSpace + "\n"
        if chance(0.5) {
            let tag = one(of: ["div hidden", "section lang=\"fr\"", "div style=\"display: none\"", "aside aria-hidden=\"true\""])
            let name = tag.prefix { $0 != " " }
            markup(prefix + "<\(tag)>\n" + blank + prefix + one(of: ["unseen *unseen*", "# unseen", "- unseen", "<\(name)>unseen</\(name)>", "> unseen"]) + "\n" + blank + prefix + "</\(name)>\n")
        } else {
            let (opening, closing) = one(of: [("<div>", "</div>"), ("<ul>\n\(prefix)<li class=\"unseen\">", "</li>\n\(prefix)</ul>"), ("<blockquote>", "</blockquote>"), ("<footer>", "</footer>")])
            markup(prefix + opening + "\n" + blank)
            markdownBlock(prefix: prefix, depth: depth + 1, spelling)
            markup(prefix + closing + "\n")
        }
    }

    /// A link with the definition of where it leads, which has a title.
    private mutating func reference(_ prefix: String, _ spelling: Spelling) {
        let label = "unseen\(bytes.count)"
        markup(prefix + "[")
        word(spelling.withoutLinks)
        markup("][\(label)] [")
        word(spelling.withoutLinks)
        markup("](/unseen '")
        word(.title, isAside: true)
        markup("')\n" + prefix.trimmingSpace + "\n" + prefix + "[\(label)]: " + one(of: ["/unseen ", "<un seen>\n\(prefix)"]) + "\"")
        word(.title, isAside: true)
        markup(one(of: [" ", "\n\(prefix)"]))
        word(.title, isAside: true)
        markup("\"\n")
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
