/// Tells the shape of words by their bytes and the signs beside them.
enum WordShape {
    private static let longestInitials = 6

    static func shape(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Shape {
        let word = UnsafeBufferPointer(rebasing: text[range])
        guard let first = word.first else { return [] }
        if isDigit(first) { return number(word, range, in: text) }
        let shape: Shape = isPossessive(word, range, in: text) ? .possessive : []
        guard isCapital(first) else { return shape }
        let capitals = word.count(where: isCapital)
        guard capitals > 1, word.allSatisfy({ isCapital($0) || isDigit($0) }) else { return shape.union(.capitalised) }
        let isAllLetters = capitals == word.count
        return shape.union(.capitalised)
            .union(isAllLetters ? .capitals : [])
            .union(word.count <= longestInitials ? .initials : [])
    }

    private static func number(_ word: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Shape {
        var shape = Shape.number
        let isOfThisAge = word.count == 4 && word.allSatisfy(isDigit)
            && (word.starts(with: "19".utf8) || word.starts(with: "20".utf8))
        if isOfThisAge { shape.insert(.year) }
        let after = range.upperBound < text.count && text[range.upperBound] == 0x20 ? range.upperBound + 1 : range.upperBound
        if after < text.count, text[after] == UInt8(ascii: "%") { shape.insert(.percentage) }
        if currencySigns.contains(where: { text[..<range.lowerBound].suffix($0.utf8CodeUnitCount).elementsEqual(bytes($0)) }) {
            shape.insert(.currency)
        }
        return shape
    }

    private static let currencySigns: [StaticString] = ["$", "£", "€"]

    private static func bytes(_ sign: StaticString) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: sign.utf8Start, count: sign.utf8CodeUnitCount)
    }

    private static func isPossessive(_ word: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let last = word.last, last == UInt8(ascii: "s") || last == UInt8(ascii: "S") else { return false }
        return endsInApostrophe(word.dropLast()) || startsWithApostrophe(text[range.upperBound...])
    }

    private static func endsInApostrophe(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        word.last == 0x27 || word.suffix(3).elementsEqual("\u{2019}".utf8)
    }

    /// Behind the s of a plural, and not the closing mark of a quotation, which a letter does not follow either; a word that
    /// ends in s before such a mark counts as a possessive.
    private static func startsWithApostrophe(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        rest.first == 0x27 || rest.starts(with: "\u{2019}".utf8)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
