/// What can be told of a raw HTML block without reading HTML.
enum RawHTML {
    /// Whether it holds words outside of tags, comments, character references, scripts and styles.
    static func holdsWords(_ html: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var rest = html
        while let byte = rest.first {
            if byte >= 0x80 || isLetter(byte) { return true }
            switch byte {
            case 0x3C where starts(rest, with: "<!--"): skip(&rest, past: "-->")
            case 0x3C where starts(rest, with: "<script"): skip(&rest, past: "</script")
            case 0x3C where starts(rest, with: "<style"): skip(&rest, past: "</style")
            case 0x3C: skip(&rest, past: ">")
            case 0x26: skip(&rest, past: ";")
            default: rest.removeFirst()
            }
        }
        return false
    }

    private static func skip(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>, past end: StaticString) {
        rest.removeFirst()
        while !rest.isEmpty, !starts(rest, with: end) { rest.removeFirst() }
        rest = rest.dropFirst(end.utf8CodeUnitCount)
    }

    /// Compares with lower-case ASCII in any case.
    private static func starts(_ rest: Slice<UnsafeBufferPointer<UInt8>>, with text: StaticString) -> Bool {
        text.withUTF8Buffer { text in
            rest.starts(with: text) { isLetter($0) ? $0 | 0x20 == $1 : $0 == $1 }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }
}
