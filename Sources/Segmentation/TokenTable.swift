package import SourceText

/// What a token looks like, apart from its letters.
package struct Shape: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// Shapes are asked about for every token, and the general way to make a set from its elements is slow.
    package init(arrayLiteral elements: Shape...) {
        rawValue = elements.reduce(0) { $0 | $1.rawValue }
    }

    /// A word that starts with a digit.
    package static let number = Shape(rawValue: 1)
    /// A word that starts with a capital letter.
    package static let capitalised = Shape(rawValue: 2)
    /// A word of two to six capital letters, digits allowed after the first.
    package static let initials = Shape(rawValue: 4)
    package static let comma = Shape(rawValue: 8)
    package static let colon = Shape(rawValue: 16)
    package static let semicolon = Shape(rawValue: 32)
    package static let dash = Shape(rawValue: 64)
    package static let opening = Shape(rawValue: 128)
    package static let closing = Shape(rawValue: 256)
    /// A number of four digits from 1900 to 2099.
    package static let year = Shape(rawValue: 512)
    /// A number with a percent sign behind it.
    package static let percentage = Shape(rawValue: 1024)
    /// A number with a currency sign before or behind it.
    package static let currency = Shape(rawValue: 2048)
    /// A word of two or more letters, all of them capitals.
    package static let capitals = Shape(rawValue: 4096)
    /// A word that ends in an apostrophe and an s, or in s and an apostrophe.
    package static let possessive = Shape(rawValue: 8192)

    /// What stands for code, a template tag or an image: no word, and yet more than a sign between words.
    package static let mark = Shape(rawValue: 16384)

    /// The shape of the words of a class, by its name in patterns; nil for one whose words have none.
    package init?(ofClass name: String) {
        switch name {
        case "number": self = .number
        case "year": self = .year
        case "percentage": self = .percentage
        case "currency": self = .currency
        case "capitalised": self = .capitalised
        case "capitals": self = .capitals
        case "initials": self = .initials
        case "possessive": self = .possessive
        default: return nil
        }
    }

    package static let punctuation: Shape = [.comma, .colon, .semicolon, .dash, .opening, .closing]
    package static let noWord: Shape = [.comma, .colon, .semicolon, .dash, .opening, .closing, .mark]
}

/// A sentence: its tokens, its bytes, the block it stands in.
package struct Sentence: Hashable, Sendable {
    package let tokens: TokenRange
    package let text: TextRange
    package let block: Int
    package let isQuestion: Bool
}

/// The words of a document, the punctuation that parts them, and the marks for what is no prose, as parallel columns.
package struct TokenTable: Sendable {
    package internal(set) var starts: [UInt32] = []
    package internal(set) var ends: [UInt32] = []
    package internal(set) var symbols: [Symbol] = []
    package internal(set) var shapes: [Shape] = []
    package internal(set) var sentences: [Sentence] = []
    /// The index of each token's sentence.
    package internal(set) var sentenceOfToken: [UInt32] = []
    /// The sentences of each block.
    package internal(set) var sentencesOfBlock: [Range<Int>] = []

    package var count: Int { starts.count }

    /// Makes room for the tokens of so many bytes of prose.
    mutating func reserve(forTextOf byteCount: Int) {
        let expected = byteCount / 4
        starts.reserveCapacity(expected)
        ends.reserveCapacity(expected)
        symbols.reserveCapacity(expected)
        shapes.reserveCapacity(expected)
        sentenceOfToken.reserveCapacity(expected)
    }

    @inline(__always)
    mutating func append(at place: Range<Int>, symbol: Symbol, shape: Shape) {
        starts.append(UInt32(truncatingIfNeeded: place.lowerBound))
        ends.append(UInt32(truncatingIfNeeded: place.upperBound))
        symbols.append(symbol)
        shapes.append(shape)
    }

    package func isWord(_ token: Int) -> Bool {
        shapes[token].isDisjoint(with: .noWord)
    }

    /// The sentence in which a range of tokens begins.
    package func sentence(of range: TokenRange) -> Sentence {
        sentences[Int(sentenceOfToken[range.lower])]
    }

    /// The first token of a range that ends after an offset of the clean text; the end of the range when none does.
    package func firstToken(endingAfter offset: Int, in range: Range<Int>) -> Int {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if Int(ends[middle]) <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The bytes of clean text from the first token of a range to its last.
    package func text(of range: TokenRange) -> TextRange {
        TextRange(Int(starts[range.lower]), Int(ends[range.upper - 1]))
    }
}
