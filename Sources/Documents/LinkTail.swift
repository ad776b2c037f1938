/// Where a link leads and what its title is, as CommonMark 0.31 writes both, in 4.7 and 6.3: `/address "title"`.
struct LinkTail {
    /// Without its quotation marks; nil where there is none.
    let title: Range<Int>?
    /// Behind the title, or behind the address where there is none.
    let end: Int

    /// Nil when no address stands at an offset, space before it left aside.
    init?(at start: Int, upTo limit: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        guard var at = Self.endOfSpace(from: start, upTo: limit, in: bytes), at < limit else { return nil }
        if bytes[at] == UInt8(ascii: "<") {
            at += 1
            while at < limit, bytes[at] != UInt8(ascii: ">") {
                if bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == UInt8(ascii: "<") { return nil }
                at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
            }
            guard at < limit else { return nil }
            at += 1
        } else {
            var depth = 0
            while at < limit, bytes[at] > 0x20 {
                if bytes[at] == UInt8(ascii: "(") { depth += 1 }
                if bytes[at] == UInt8(ascii: ")") {
                    if depth == 0 { break }
                    depth -= 1
                }
                at += bytes[at] == UInt8(ascii: "\\") && at + 1 < limit && bytes[at + 1] > 0x20 ? 2 : 1
            }
        }
        at = min(at, limit)
        let title = Self.title(behind: at, upTo: limit, in: bytes)
        self.title = title
        end = title.map { $0.upperBound + 1 } ?? at
    }

    private static func title(behind start: Int, upTo limit: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        guard let open = endOfSpace(from: start, upTo: limit, in: bytes), open > start, open < limit else { return nil }
        let closing: UInt8
        switch bytes[open] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = bytes[open]
        case UInt8(ascii: "("): closing = UInt8(ascii: ")")
        default: return nil
        }
        var at = open + 1
        while at < limit, bytes[at] != closing {
            if bytes[at] == 0x0A || bytes[at] == 0x0D, endOfSpace(from: at, upTo: limit, in: bytes) == nil { return nil }
            at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
        }
        return at < limit ? (open + 1)..<at : nil
    }

    /// The end of space with one line ending at most, and of what a quotation has before its lines; nil at a blank line.
    private static func endOfSpace(from start: Int, upTo limit: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var at = start
        var lines = 0
        while at < limit {
            switch bytes[at] {
            case 0x20, 0x09: at += 1
            case 0x0A, 0x0D:
                lines += 1
                if lines > 1 { return nil }
                at += bytes[at] == 0x0D && at + 1 < limit && bytes[at + 1] == 0x0A ? 2 : 1
            case UInt8(ascii: ">") where lines > 0: at += 1
            default: return at
            }
        }
        return at
    }
}
