package import SourceText

/// A draft as its reader sees it: clean text without markup, cut into blocks, each byte traceable to the file.
package struct Document: Sendable {
    /// The clean text of all blocks, one after the other, in UTF-8.
    package let text: [UInt8]
    package let map: SourceMap
    /// In reading order; their ranges do not overlap.
    package let blocks: [Block]
    package let frontMatter: FrontMatter?
    /// In reading order.
    package let links: [Link]
    /// The stretches of emphasis (italics, not bold), in reading order of their ends.
    package let emphases: [TextRange]
    /// What the writer should know about how the draft was read, in its order.
    package let notices: [ReadingNotice]

    package init(
        text: [UInt8], map: SourceMap, blocks: [Block], frontMatter: FrontMatter?, links: [Link], emphases: [TextRange],
        notices: [ReadingNotice]
    ) {
        self.text = text
        self.map = map
        self.blocks = blocks
        self.frontMatter = frontMatter
        self.links = links
        self.emphases = emphases
        self.notices = notices
    }

    package func string(_ range: TextRange) -> String {
        String(decoding: text[range.indices], as: UTF8.self)
    }
}
