import SourceText

/// Clean text with its source map and its blocks, as it grows.
struct TextStream {
    private(set) var text: [UInt8] = []
    private(set) var map = SourceMap()
    private(set) var blocks: [Block] = []
    private var blockStart = 0
    /// Space that shows only if something follows it in its block.
    private var pendingSpace: SourceRange?
    /// Whether the block has more in it than space and marks for what is no prose.
    private var holdsWords = false

    /// Whether something stands in the block that has not ended.
    var isInBlock: Bool { text.count > blockStart }

    /// What stands in the text for code and for other things that are no prose.
    static let mark = "\u{FFFC}"

    /// Adds bytes that stand in the file as they are.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, at source: Int) {
        if bytes.isEmpty { return }
        settleSpace()
        text.append(contentsOf: bytes)
        map.append(textLength: bytes.count, source: SourceRange(source, source + bytes.count), isLiteral: true)
        holdsWords = holdsWords || bytes.contains { $0 > 0x20 }
    }

    /// Adds text that stands for other bytes of the file.
    mutating func substitute(_ string: String, for source: SourceRange) {
        if string.isEmpty { return }
        settleSpace()
        let before = text.count
        text.append(contentsOf: string.utf8)
        map.append(textLength: text.count - before, source: source, isLiteral: false)
        holdsWords = holdsWords || (string != " " && string != Self.mark)
    }

    /// Adds a space for a run of space of the file, which counts once with all that adjoins it, and not at all at the start or
    /// the end of a block.
    mutating func addSpace(for source: SourceRange) {
        if pendingSpace == nil, isInBlock { pendingSpace = source }
    }

    private mutating func settleSpace() {
        guard let source = pendingSpace else { return }
        pendingSpace = nil
        text.append(0x20)
        map.append(textLength: 1, source: source, isLiteral: false)
    }

    /// Ends the block that the text since the last block makes up; nothing but space and marks makes none. Returns its index.
    @discardableResult
    mutating func endBlock(_ kind: Block.Kind, quoteDepth: Int = 0, leadIn: Int? = nil, isInFooter: Bool = false) -> Int? {
        defer {
            blockStart = text.count
            holdsWords = false
            pendingSpace = nil
        }
        guard holdsWords else { return nil }
        let range = TextRange(blockStart, text.count)
        blocks.append(Block(kind: kind, range: range, quoteDepth: quoteDepth, leadIn: leadIn, isInFooter: isInFooter))
        return blocks.count - 1
    }

    /// Adds another stream behind this one.
    mutating func append(_ other: TextStream) {
        let start = text.count
        text += other.text
        map.append(other.map)
        for block in other.blocks {
            let range = TextRange(start + block.range.lower, start + block.range.upper)
            blocks.append(Block(kind: block.kind, range: range))
        }
    }
}
