/// Text whose boundaries can be told without ICU: ASCII and the punctuation that typographers put beside it. What is not
/// plain is ICU's to judge; so are `@` and `_`, on which versions of ICU differ.
enum PlainText {
    /// What a character is to the rules of UAX #29.
    enum Kind {
        case upper, lower, digit
        /// `.`, which may join letters, digits, and end a sentence.
        case stop
        /// `!` and `?`.
        case strongStop
        /// An apostrophe, which may join letters or digits; it also closes quotations.
        case apostrophe
        /// `,`, which may join digits.
        case comma
        /// `;`, which may join digits.
        case semicolon
        /// Brackets and quotation marks.
        case bracket
        /// A colon, hyphen or dash, after which a sentence goes on.
        case continuer
        case space
        case other
    }

    /// The kind of the character that starts at an offset, and its length in bytes; nil when it is not plain.
    @inline(__always)
    static func character(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> (kind: Kind, length: Int)? {
        let byte = text[offset]
        if byte < 0x80 { return kind(ofASCII: byte).map { ($0, 1) } }
        if byte == 0xC2 { return offset + 1 < text.count && text[offset + 1] == 0xA0 ? (.space, 2) : nil }
        guard offset + 2 < text.count else { return nil }
        switch (byte, text[offset + 1], text[offset + 2]) {
        case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99): return (.apostrophe, 3)
        case (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D): return (.bracket, 3)
        case (0xE2, 0x80, 0x93), (0xE2, 0x80, 0x94): return (.continuer, 3)
        case (0xE2, 0x80, 0xA2), (0xE2, 0x80, 0xA6), (0xEF, 0xBF, 0xBC): return (.other, 3)
        default: return nil
        }
    }

    @inline(__always)
    private static func kind(ofASCII byte: UInt8) -> Kind? {
        if isLower(byte) { return .lower }
        if isUpper(byte) { return .upper }
        if isDigit(byte) { return .digit }
        switch byte {
        case 0x20, 0x09: return .space
        case 0..<0x20, 0x7F, UInt8(ascii: "@"), UInt8(ascii: "_"): return nil
        case UInt8(ascii: "."): return .stop
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return .strongStop
        case UInt8(ascii: "'"): return .apostrophe
        case UInt8(ascii: ","): return .comma
        case UInt8(ascii: ";"): return .semicolon
        case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"): return .bracket
        case UInt8(ascii: ":"), UInt8(ascii: "-"): return .continuer
        default: return .other
        }
    }

    @inline(__always) static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
    @inline(__always) static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
