/// Tells what break punctuation makes between words.
enum PunctuationShape {
    /// None for what merely joins or decorates words; a mark for what stands for code and other things that are no prose.
    static func shape(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Shape {
        switch text[range.lowerBound] {
        case UInt8(ascii: ","): return .comma
        case UInt8(ascii: ":"): return .colon
        case UInt8(ascii: ";"): return .semicolon
        case UInt8(ascii: "("), UInt8(ascii: "["): return .opening
        case UInt8(ascii: ")"), UInt8(ascii: "]"): return .closing
        case UInt8(ascii: "-"): return standsAlone(range, in: text) ? .dash : []
        case 0xE2 where range.count == 3:
            switch (text[range.lowerBound + 1], text[range.lowerBound + 2]) {
            // Hyphens, figure dash, minus sign.
            case (0x80, 0x90...0x92), (0x88, 0x92): return standsAlone(range, in: text) ? .dash : []
            // En dash.
            case (0x80, 0x93): return joinsWords(range, in: text) ? [] : .dash
            // Em dash and bar: also without space they part clauses, and an explanation from its term.
            case (0x80, 0x94), (0x80, 0x95): return .dash
            default: return []
            }
        // Object replacement character.
        case 0xEF where range.count == 3 && text[range.lowerBound + 1] == 0xBF && text[range.lowerBound + 2] == 0xBC: return .mark
        default: return []
        }
    }

    /// Whether a hyphen has space on both sides, or another hyphen beside it, as one typed for a dash does.
    private static func standsAlone(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        if range.lowerBound > 0, text[range.lowerBound - 1] == hyphen { return true }
        if range.upperBound < text.count, text[range.upperBound] == hyphen { return true }
        return (before(range, in: text)?.properties.isWhitespace ?? true) && (after(range, in: text)?.properties.isWhitespace ?? true)
    }

    /// Whether a letter or digit stands directly on both sides, as in a compound.
    private static func joinsWords(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let before = before(range, in: text), let after = after(range, in: text) else { return false }
        return [before, after].allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    private static func before(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
        String(decoding: text[..<range.lowerBound].suffix(4), as: UTF8.self).unicodeScalars.last
    }

    private static func after(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
        String(decoding: text[range.upperBound...].prefix(4), as: UTF8.self).unicodeScalars.first
    }
}
