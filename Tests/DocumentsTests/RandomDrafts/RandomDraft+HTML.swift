/// HTML with nested elements, end tags left out, references of all kinds and text that does not show.
extension RandomDraft {
    static func html(seed: UInt64) -> RandomDraft {
        var draft = RandomDraft(seed: seed)
        if draft.chance(0.5) {
            draft.markup("<!DOCTYPE html>\n<html lang=en><head><style>unseen</style><title>")
            draft.word(.attribute, isAside: true)
            draft.markup("</title><meta name=description content=\"")
            draft.word(.attribute, isAside: true)
            draft.markup("\"></head>\n<body class=\"unseen\">\n")
        }
        for _ in 0..<draft.number(1...5) { draft.element(depth: 0) }
        return draft
    }

    private mutating func element(depth: Int) {
        switch number(0...(depth < 4 ? 10 : 2)) {
        case 0, 1:
            markup(one(of: ["<p>", "<P class='unseen'>", "<p\n>"]))
            run()
            if chance(0.7) { markup("</p>") }
        case 2:
            let name = "h\(number(1...6))"
            markup("<\(name)>")
            run()
            markup("</\(name)>")
        case 3:
            markup(one(of: ["<ul>", "<ol start=2>"]))
            for _ in 0..<number(1...3) {
                markup("\n<li>")
                run()
                if chance(0.3) { element(depth: depth + 1) }
                if chance(0.5) { markup("</li>") }
            }
            markup("</ul></ol>")
        case 4:
            markup("<table><tr><th>")
            run()
            for _ in 0..<number(1...3) {
                markup(one(of: ["<td>", "</td><td>", "</tr>\n<tr><td colspan=2>"]))
                run()
            }
            markup("</table>")
        case 5:
            markup("<blockquote>")
            element(depth: depth + 1)
            markup("</blockquote>")
        case 6, 7:
            let name = one(of: ["div", "section", "footer", "main", "article"])
            markup("<\(name) id=unseen>")
            for _ in 0..<number(1...3) { element(depth: depth + 1) }
            markup("</\(name)>")
        case 8:
            markup(one(of: [
                "<script>var unseen = '<p>unseen</p>'</script>", "<style>unseen</style>", "<template><p>unseen</template>", "<noscript><p>unseen</p></noscript>",
                "<div hidden><p>unseen</div>", "<p aria-hidden=true>unseen</p>", "<div style='display: none'>unseen</div>", "<!-- unseen -->", "<p lang=fr>unseen</p>",
                "<svg><text>unseen</text></svg>",
            ]))
        case 9:
            markup("<img src=unseen alt=\"")
            word(.attribute, isAside: true)
            markup("\" title=\"")
            word(.attribute, isAside: true)
            markup("\">")
        default:
            run()
            markup(one(of: ["<br><br>", "<hr>", "\n<div></div>"]))
        }
        markup(one(of: ["", "\n", "\n\n  "]))
    }

    private mutating func run() {
        for index in 0..<number(1...4) {
            if index > 0 { markup(one(of: [" ", "\n", " \t ", "<br>", " <code>unseen</code> ", " <i>", "&#32;", " &nbsp; "])) }
            damage()
            word(.html)
            if chance(0.1) { markup("</i>") }
        }
    }
}
