import SourceText

/// Gathers clean text, its source map and its blocks while a reader walks a draft.
struct DocumentBuilder {
    private(set) var text: [UInt8] = []
    private(set) var map = SourceMap()
    private(set) var blocks: [Block] = []
    private var links: [Link] = []
    private var emphases: [TextRange] = []
    private var notices: [ReadingNotice] = []
    private var blockStart = 0

    /// Adds bytes that stand in the file as they are.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, at source: Int) {
        if bytes.isEmpty { return }
        text.append(contentsOf: bytes)
        map.append(textLength: bytes.count, source: SourceRange(source, source + bytes.count), isLiteral: true)
    }

    /// Adds text that stands for other bytes of the file.
    mutating func substitute(_ string: String, for source: SourceRange) {
        let before = text.count
        text.append(contentsOf: string.utf8)
        if text.count > before {
            map.append(textLength: text.count - before, source: source, isLiteral: false)
        }
    }

    /// Adds a link over the text since an offset of the clean text.
    mutating func addLink(from start: Int, to address: String) {
        links.append(Link(range: TextRange(start, text.count), address: address))
    }

    /// Adds emphasis on the text since an offset of the clean text.
    mutating func addEmphasis(from start: Int) {
        emphases.append(TextRange(start, text.count))
    }

    /// Ends the block that the text since the last block makes up; nothing but space makes none.
    /// Returns its index.
    @discardableResult
    mutating func endBlock(_ kind: Block.Kind, quoteDepth: Int = 0, leadIn: Int? = nil) -> Int? {
        defer { blockStart = text.count }
        guard text[blockStart...].contains(where: { $0 > 0x20 }) else { return nil }
        let range = TextRange(blockStart, text.count)
        blocks.append(Block(kind: kind, range: range, quoteDepth: quoteDepth, leadIn: leadIn))
        return blocks.count - 1
    }

    /// Adds something that the writer should know, at an offset of the file.
    mutating func note(_ message: String, at offset: Int) {
        notices.append(ReadingNotice(offset: offset, message: message))
    }

    func document(frontMatter: FrontMatter?) -> Document {
        Document(
            text: text, map: map, blocks: blocks, frontMatter: frontMatter, links: links, emphases: emphases,
            notices: (frontMatter?.notices ?? []) + notices)
    }
}
