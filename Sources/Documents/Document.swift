package import SourceText

/// A draft as its reader sees it: clean text without markup, cut into blocks, each byte traceable to the file.
package struct Document: Sendable {
    /// The clean text of all blocks, one after the other, in UTF-8.
    package let text: [UInt8]
    package let map: SourceMap
    /// In reading order; their ranges do not overlap.
    package let blocks: [Block]
    package let frontMatter: FrontMatter?

    package init(text: [UInt8], map: SourceMap, blocks: [Block], frontMatter: FrontMatter?) {
        self.text = text
        self.map = map
        self.blocks = blocks
        self.frontMatter = frontMatter
    }

    package func string(_ range: TextRange) -> String {
        String(decoding: text[range.indices], as: UTF8.self)
    }
}
