/// A tag, a comment or the like among the text of Markdown, of which md4c tells line by line.
struct RawTag {
    /// Where it stands in the body.
    private(set) var lines: [Range<Int>] = []
    private var isWhole = false
    /// The quotation mark of the value that is open.
    private var quote: UInt8?
    private var isBehindEquals = false

    /// Adds what stands in a line. Whether that makes a tag whole; what is no tag never is one.
    mutating func add(_ range: Range<Int>, of body: UnsafeBufferPointer<UInt8>) -> Bool {
        if isWhole { self = RawTag() }
        if lines.isEmpty, body[range].first != UInt8(ascii: "<") { return false }
        lines.append(range)
        if let end = Self.endOfDeclaration(in: body[lines[0]]) {
            isWhole = body[range].suffix(end.utf8.count).elementsEqual(end.utf8)
            return false
        }
        for byte in body[range] {
            if let open = quote {
                if byte == open { quote = nil }
            } else if isBehindEquals, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
                isBehindEquals = false
            } else if !HTMLTag.isSpace(byte) {
                isBehindEquals = byte == UInt8(ascii: "=")
                if byte == UInt8(ascii: ">") { isWhole = true }
            }
        }
        return isWhole
    }

    /// What ends a comment or another declaration that starts so.
    private static func endOfDeclaration(in line: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        if line.starts(with: "<!--".utf8) { return "-->" }
        if line.starts(with: "<?".utf8) { return "?>" }
        if line.starts(with: "<![CDATA[".utf8) { return "]]>" }
        return line.starts(with: "<!".utf8) ? ">" : nil
    }
}
