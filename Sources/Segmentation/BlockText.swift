import SourceText

/// The text of a block while it is cut: its bytes as a reader sees them, and the way back to the text of the document.
struct BlockText {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where the block begins in the text of the document.
    let offset: Int
    /// Nil where the bytes are those of the document.
    let seen: SeenText?
    let isAsWritten: Bool

    init(bytes: UnsafeBufferPointer<UInt8>, offset: Int, seen: SeenText?) {
        self.bytes = bytes
        self.offset = offset
        self.seen = seen
        isAsWritten = seen == nil
    }

    @inline(__always)
    func place(of range: Range<Int>) -> Range<Int> {
        let source = isAsWritten ? range : seen?.source(of: range) ?? range
        return (offset + source.lowerBound)..<(offset + source.upperBound)
    }

    /// Where the byte at an offset stands in the text of the document.
    func place(of at: Int) -> Int {
        offset + (seen?.sourceStart(of: at) ?? at)
    }

    /// The pieces of a range between zero-width spaces within it; one where there is none.
    func pieces(of range: Range<Int>) -> [Range<Int>] {
        let spaces = seen?.zeroWidthSpaces(within: range) ?? []
        return zip([range.lowerBound] + spaces, spaces + [range.upperBound]).map { $0..<$1 }
    }
}
