/// Plain text with wrapped paragraphs, bullets, headings and quotations.
extension RandomDraft {
    static func plainText(seed: UInt64) -> RandomDraft {
        var draft = RandomDraft(seed: seed)
        for _ in 0..<draft.number(1...6) {
            let prefix = draft.one(of: ["", "", "- ", "* ", "# ", "> ", "1. "])
            for _ in 0..<draft.number(1...3) {
                draft.markup(prefix)
                for index in 0..<draft.number(1...5) {
                    if index > 0 { draft.markup(draft.one(of: [" ", "  ", "\t"])) }
                    draft.damage()
                    draft.word(.plainText)
                }
                draft.markup("\n")
            }
            draft.markup(draft.one(of: ["\n", "\n\n", "  \n"]))
        }
        return draft
    }
}
