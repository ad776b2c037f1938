/// Tells the shape of words by their bytes and the apostrophe behind them.
enum WordShape {
    private static let longestInitials = 6

    static func shape(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Shape {
        let word = UnsafeBufferPointer(rebasing: text[range])
        guard let first = word.first else { return [] }
        if PlainText.isDigit(first) { return number(word) }
        let shape: Shape = isPossessive(word, range, in: text) ? .possessive : []
        if first >= 0x80 { return shape.union(shapeOfLetters(word)) }
        guard PlainText.isUpper(first) else { return shape }
        let capitals = word.count(where: PlainText.isUpper)
        guard capitals > 1, word.allSatisfy({ PlainText.isUpper($0) || PlainText.isDigit($0) }) else {
            return shape.union(.capitalised).union(word.contains { $0 >= 0x80 } ? shapeOfLetters(word) : [])
        }
        let isAllLetters = capitals == word.count
        return shape.union(.capitalised)
            .union(isAllLetters ? .capitals : [])
            .union(word.count <= longestInitials ? .initials : [])
    }

    private static func number(_ word: UnsafeBufferPointer<UInt8>) -> Shape {
        let isOfThisAge = word.count == 4 && word.allSatisfy(PlainText.isDigit)
            && (word.starts(with: "19".utf8) || word.starts(with: "20".utf8))
        return isOfThisAge ? [.number, .year] : .number
    }

    /// The shape of a word with letters beyond ASCII, such as “Émile”.
    private static func shapeOfLetters(_ word: UnsafeBufferPointer<UInt8>) -> Shape {
        let letters = String(decoding: word, as: UTF8.self).unicodeScalars.filter(\.properties.isAlphabetic)
        guard letters.first?.properties.isUppercase ?? false else { return [] }
        return letters.count > 1 && letters.allSatisfy(\.properties.isUppercase) ? [.capitalised, .capitals] : .capitalised
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
}

extension Shape {
    /// The shape of a word that stands alone.
    package init(ofWord word: String) {
        self = Array(word.utf8).withUnsafeBufferPointer { WordShape.shape(of: $0.indices, in: $0) }
    }
}
