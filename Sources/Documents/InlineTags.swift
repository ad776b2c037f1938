/// The tags of HTML that are open in a paragraph of Markdown.
struct InlineTags {
    struct Open {
        let name: String
        let role: HTMLRole
        /// Where its text starts in the text of the page.
        let start: Int
        /// Where the tag itself stands in the body.
        let tag: Range<Int>
        let address: Range<Int>?
        /// Whether what it holds is not read.
        let mutes: Bool
        /// The block of its tooltip, among the texts beside the page.
        let tooltip: Int?
    }

    private var open: [Open] = []
    private var mutedCount = 0

    var isMuted: Bool { mutedCount > 0 }

    mutating func push(_ tag: Open) {
        open.append(tag)
        if tag.mutes { mutedCount += 1 }
    }

    /// Closes the last one of a name, and those that were opened in it.
    mutating func pop(_ name: String) -> Open? {
        guard let index = open.lastIndex(where: { $0.name == name }) else { return nil }
        let tag = open[index]
        mutedCount -= open[index...].count(where: \.mutes)
        open.removeSubrange(index...)
        return tag
    }
}
