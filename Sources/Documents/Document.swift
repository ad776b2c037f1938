package import SourceText

/// A draft as its reader sees it: clean text without markup, cut into blocks, each byte traceable to the file.
package struct Document: Sendable {
    package let format: DocumentFormat
    /// The clean text of all blocks, one after the other, in UTF-8.
    package let text: [UInt8]
    package let map: SourceMap
    /// The blocks of the page in reading order, then those beside it; their ranges do not overlap.
    package let blocks: [Block]
    package let frontMatter: FrontMatter?
    /// In reading order.
    package let links: [Link]
    /// The stretches of emphasis (italics, not bold), in reading order of their ends.
    package let emphases: [TextRange]
    /// In reading order of their ends.
    package let glosses: [MarkedGloss]
    /// In the order of the file.
    package let directives: [Directive]
    /// The language that the draft says it is in.
    package let language: DeclaredLanguage?
    /// Whether all its text is in other languages than that, and none of it was read.
    package let isAllInOtherLanguages: Bool
    /// What the writer should know about how the draft was read, in its order.
    package let notices: [ReadingNotice]
    /// Why the draft was not read, if it was not: a part of it or all of it is missing here.
    package let refusal: ReadingNotice?

    package init(
        format: DocumentFormat, text: [UInt8], map: SourceMap, blocks: [Block], frontMatter: FrontMatter?, links: [Link], emphases: [TextRange],
        glosses: [MarkedGloss], directives: [Directive], language: DeclaredLanguage?, isAllInOtherLanguages: Bool, notices: [ReadingNotice], refusal: ReadingNotice?
    ) {
        self.format = format
        self.text = text
        self.map = map
        self.blocks = blocks
        self.frontMatter = frontMatter
        self.links = links
        self.emphases = emphases
        self.glosses = glosses
        self.directives = directives
        self.language = language
        self.isAllInOtherLanguages = isAllInOtherLanguages
        self.notices = notices
        self.refusal = refusal
    }

    /// How deep marked glosses are looked for within each other.
    private static let deepestGloss = 4

    /// The marked glosses that a range of the text stands in.
    package func glosses(around range: TextRange) -> [MarkedGloss] {
        var low = 0
        var high = glosses.count
        while low < high {
            let middle = (low + high) / 2
            if glosses[middle].range.upper < range.upper { low = middle + 1 } else { high = middle }
        }
        return glosses[low...].prefix(Self.deepestGloss).filter { $0.range.lower <= range.lower }
    }

    package func string(_ range: TextRange) -> String {
        String(decoding: text[range.indices], as: UTF8.self)
    }
}
