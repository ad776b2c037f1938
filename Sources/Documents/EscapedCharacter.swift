/// A character as double-quoted strings of YAML, JSON and TOML write it with a backslash, two of which may make one character.
struct EscapedCharacter {
    let text: String
    /// In bytes of the source.
    let length: Int

    /// Nil when no escape stands at an offset.
    init?(at start: Int, upTo end: Int, in bytes: [UInt8]) {
        guard start + 1 < end, bytes[start] == UInt8(ascii: "\\") else { return nil }
        let code = bytes[start + 1]
        if let digits = Self.digits[code] {
            let limit = min(end, start + 2 + digits)
            let unit = Self.number(bytes[(start + 2)..<limit])
            if code == UInt8(ascii: "u"), let high = unit, (0xD800...0xDBFF).contains(high), bytes[limit..<end].starts(with: "\\u".utf8),
                let low = Self.number(bytes[(limit + 2)..<min(end, limit + 6)]), (0xDC00...0xDFFF).contains(low) {
                text = String(Character(Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"))
                length = limit + 6 - start
                return
            }
            text = unit.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? "\u{FFFD}"
            length = limit - start
            return
        }
        switch code {
        case _ where HTMLTag.isSpace(code) && Self.endsLine(bytes[(start + 1)..<end]):
            // A line that goes on: its end and the space of the next do not count.
            text = ""
            length = 1 + bytes[(start + 1)..<end].prefix(while: HTMLTag.isSpace).count
        case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "f"), UInt8(ascii: "b"), UInt8(ascii: "N"), UInt8(ascii: "L"),
            UInt8(ascii: "P"):
            text = " "
            length = 2
        case UInt8(ascii: "_"):
            text = "\u{A0}"
            length = 2
        default:
            let character = bytes[(start + 1)..<end].prefix(4)
            let count = character.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count + 1
            text = String(decoding: character.prefix(count), as: UTF8.self)
            length = 1 + count
        }
    }

    private static let digits: [UInt8: Int] = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8]

    private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
        UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private static func endsLine(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.first { $0 != 0x20 && $0 != 0x09 }.map { $0 == 0x0A || $0 == 0x0D } ?? false
    }
}
