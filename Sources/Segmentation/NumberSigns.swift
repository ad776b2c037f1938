/// The signs beside a number that belong to it: `$90`, `€ 90`, `90 €`, `95%`.
struct NumberSigns {
    /// A number with its signs.
    private(set) var range: Range<Int>
    private(set) var shape: Shape = []

    init(besideNumber number: Range<Int>, in text: UnsafeBufferPointer<UInt8>) {
        range = number
        if let start = Self.startOfCurrency(before: number.lowerBound, in: text) {
            range = start..<number.upperBound
            shape.insert(.currency)
            return
        }
        let next = Self.afterSpace(number.upperBound, in: text)
        guard next < text.count else { return }
        if text[next] == UInt8(ascii: "%") {
            range = number.lowerBound..<(next + 1)
            shape.insert(.percentage)
        } else if let length = Self.lengthOfSign(at: next, in: text), !Self.isDigit(at: next + length, in: text) {
            range = number.lowerBound..<(next + length)
            shape.insert(.currency)
        }
    }

    /// A sign with space behind it belongs to the number before it, if there is one.
    private static func startOfCurrency(before number: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        if number == 0 { return nil }
        let end = beforeSpace(number, in: text)
        guard let length = [1, 2, 3].first(where: { $0 <= end && lengthOfSign(at: end - $0, in: text) == $0 }) else { return nil }
        let start = end - length
        if end == number { return start }
        let before = beforeSpace(start, in: text)
        return before > 0 && isDigit(at: before - 1, in: text) ? nil : start
    }

    /// The length of the currency sign that begins at an offset, in bytes.
    private static func lengthOfSign(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard offset < text.count else { return nil }
        switch text[offset] {
        case UInt8(ascii: "$"): return 1
        // ¢ to ¥.
        case 0xC2: return offset + 1 < text.count && (0xA2...0xA5).contains(text[offset + 1]) ? 2 : nil
        // The block of currency signs, U+20A0 to U+20BF.
        case 0xE2:
            guard offset + 2 < text.count, text[offset + 1] == 0x82 else { return nil }
            return (0xA0...0xBF).contains(text[offset + 2]) ? 3 : nil
        default: return nil
        }
    }

    /// The offset behind one space, if one stands there.
    private static func afterSpace(_ offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        if offset < text.count, text[offset] == 0x20 { return offset + 1 }
        return offset + 1 < text.count && text[offset] == 0xC2 && text[offset + 1] == 0xA0 ? offset + 2 : offset
    }

    /// The offset before one space, if one stands there.
    private static func beforeSpace(_ offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        if offset > 0, text[offset - 1] == 0x20 { return offset - 1 }
        return offset > 1 && text[offset - 2] == 0xC2 && text[offset - 1] == 0xA0 ? offset - 2 : offset
    }

    private static func isDigit(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        offset < text.count && PlainText.isDigit(text[offset])
    }
}
