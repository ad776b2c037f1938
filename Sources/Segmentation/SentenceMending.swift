/// Mends what ICU's sentence rules (UAX #29) cannot know: that "Dr." and "e.g." end no sentence.
enum SentenceMending {
    private static let abbreviations: [String.UTF8View] = [
        "dr", "mr", "mrs", "ms", "prof", "st", "rev", "e.g", "i.e", "vs", "cf", "no", "fig", "approx", "dept", "ext", "tel",
    ].map(\.utf8)

    private static let longestAbbreviation = 6

    /// Whether the sentence at `range` is cut off after an abbreviation or an initial, so that the next one belongs to it.
    static func continues(after range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        var end = range.upperBound
        while end > range.lowerBound, text[end - 1] <= 0x20 { end -= 1 }
        guard end > range.lowerBound, text[end - 1] == UInt8(ascii: ".") else { return false }
        end -= 1
        var start = end
        while start > range.lowerBound, isLetterOrDot(text[start - 1]) { start -= 1 }
        if end - start > longestAbbreviation { return false }
        let word = text[start..<end].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        if abbreviations.contains(where: { $0.elementsEqual(word) }) {
            return !word.elementsEqual("no".utf8) || isDigitNext(range.upperBound, in: text)
        }
        let isInitial = word.count == 1 && text[start] != UInt8(ascii: "I") && (0x41...0x5A).contains(text[start])
        return isInitial && start > range.lowerBound
    }

    private static func isDigitNext(_ at: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        at < text.count && (0x30...0x39).contains(text[at])
    }

    private static func isLetterOrDot(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: ".")
    }

    /// Whether a sentence ends with a question mark, closing quotes and brackets left aside.
    static func isQuestion(_ sentence: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        for byte in sentence.reversed() {
            switch byte {
            case UInt8(ascii: "?"): return true
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "!"), 0...0x20, 0x80...: continue
            default: return false
            }
        }
        return false
    }
}
