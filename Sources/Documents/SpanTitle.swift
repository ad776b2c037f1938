/// Where the title of a link or an image of Markdown stands.
enum SpanTitle {
    case none
    case known(Range<Int>)
    /// Behind the text of the link: `](address "title")`.
    case sought

    func range(behind start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        switch self {
        case .none: return nil
        case .known(let range): return range
        case .sought:
            var at = start
            while let close = bytes[at...].firstIndex(of: UInt8(ascii: "]")) {
                at = close + 1
                if let title = Self.title(behind: at, in: bytes) { return title }
            }
            return nil
        }
    }

    private static func title(behind start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var at = start
        guard at < bytes.count, bytes[at] == UInt8(ascii: "(") else { return nil }
        at += 1
        skipSpace(&at, in: bytes)
        let isBracketed = at < bytes.count && bytes[at] == UInt8(ascii: "<")
        while at < bytes.count, isBracketed ? bytes[at] != UInt8(ascii: ">") : bytes[at] > 0x20 { at += 1 }
        if isBracketed { at += 1 }
        skipSpace(&at, in: bytes)
        guard at < bytes.count, let closing = closers[bytes[at]] else { return nil }
        let first = at + 1
        at = first
        while at < bytes.count, bytes[at] != closing { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        return at < bytes.count ? first..<at : nil
    }

    private static let closers: [UInt8: UInt8] = [
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"), UInt8(ascii: "("): UInt8(ascii: ")"),
    ]

    private static func skipSpace(_ at: inout Int, in bytes: UnsafeBufferPointer<UInt8>) {
        while at < bytes.count, HTMLTag.isSpace(bytes[at]) { at += 1 }
    }
}
