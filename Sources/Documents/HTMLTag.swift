/// A tag as it stands in the source.
struct HTMLTag {
    struct Attribute {
        /// In lower case.
        let name: String
        /// Without quotation marks; nil where it has no value or one that is no string.
        let value: Range<Int>?
        /// A value in braces, as MDX has it, without them.
        var expression: Range<Int>?
    }

    /// In lower case.
    let name: String
    let isEnd: Bool
    /// `<br/>`.
    let isSelfClosing: Bool
    /// Whether it names a component of MDX.
    let isComponent: Bool
    let range: Range<Int>
    let attributes: [Attribute]

    /// The tag that starts at a `<`; nil when none does, or when it never ends. With `braces` values may be expressions in
    /// braces, as in MDX.
    init?(at start: Int, in bytes: UnsafeBufferPointer<UInt8>, braces: Bool = false) {
        var at = start + 1
        isEnd = at < bytes.count && bytes[at] == UInt8(ascii: "/")
        if isEnd { at += 1 }
        let nameStart = at
        while at < bytes.count, Self.isName(bytes[at]) { at += 1 }
        let name = String(decoding: bytes[nameStart..<at], as: UTF8.self)
        let isFragment = braces && name.isEmpty && at < bytes.count && bytes[at] == UInt8(ascii: ">")
        guard isFragment || (nameStart < at && Self.isLetter(bytes[nameStart])) else { return nil }
        self.name = name.lowercased()
        isComponent = isFragment || name != self.name || name.contains(".")

        var attributes: [Attribute] = []
        var isSelfClosing = false
        while true {
            guard at < bytes.count else { return nil }
            switch bytes[at] {
            case UInt8(ascii: ">"):
                self.isSelfClosing = isSelfClosing
                range = start..<(at + 1)
                self.attributes = attributes
                return
            case UInt8(ascii: "/"):
                isSelfClosing = true
                at += 1
            case let byte where Self.isSpace(byte): at += 1
            case UInt8(ascii: "{") where braces:
                guard let end = Script.endOfBraces(at: at, in: bytes) else { return nil }
                at = end
            default:
                isSelfClosing = false
                guard let attribute = Self.attribute(at: &at, in: bytes, braces: braces) else { return nil }
                attributes.append(attribute)
            }
        }
    }

    private static func attribute(at: inout Int, in bytes: UnsafeBufferPointer<UInt8>, braces: Bool) -> Attribute? {
        let start = at
        at += 1
        while at < bytes.count, !isSpace(bytes[at]), !endsName.contains(bytes[at]) { at += 1 }
        let name = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
        var next = at
        while next < bytes.count, isSpace(bytes[next]) { next += 1 }
        guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else { return Attribute(name: name, value: nil) }
        next += 1
        while next < bytes.count, isSpace(bytes[next]) { next += 1 }
        guard next < bytes.count else { return nil }
        let first = bytes[next]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            guard let close = bytes[(next + 1)...].firstIndex(of: first) else { return nil }
            at = close + 1
            return Attribute(name: name, value: (next + 1)..<close)
        }
        if braces, first == UInt8(ascii: "{") {
            guard let end = Script.endOfBraces(at: next, in: bytes) else { return nil }
            at = end
            return Attribute(name: name, value: string(inBraces: next..<end, in: bytes), expression: (next + 1)..<(end - 1))
        }
        at = next
        while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
        return Attribute(name: name, value: next..<at)
    }

    /// The string between the quotation marks of `{"…"}`, when that is all there is and it has no escapes.
    private static func string(inBraces range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let inside = (range.lowerBound + 2)..<max(range.lowerBound + 2, range.upperBound - 2)
        let quote = bytes[range.lowerBound + 1]
        guard quotes.contains(quote), inside.upperBound < bytes.count, bytes[inside.upperBound] == quote,
            !bytes[inside].contains(where: { $0 == quote || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "$") }) else { return nil }
        return inside
    }

    private static let quotes = Set("\"'`".utf8)
    private static let endsName = Set("=>/{".utf8)

    private static func isName(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_")
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
    }
}
