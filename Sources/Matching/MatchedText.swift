import Segmentation

/// The columns of a token table that matching looks at, without checks of bounds.
struct MatchedText {
    let symbols: UnsafeBufferPointer<Symbol>
    let shapes: UnsafeBufferPointer<Shape>

    func isWord(_ token: Int) -> Bool {
        shapes[token].isDisjoint(with: .noWord)
    }

    /// Whether it is a word, or stands for words that only a gap can take.
    func hasPlace(_ token: Int) -> Bool {
        shapes[token].isDisjoint(with: .punctuation)
    }

    func isFirstWord(_ token: Int, of sentence: Range<Int>) -> Bool {
        !(sentence.lowerBound..<token).contains(where: isWord)
    }

    func isLastWord(_ token: Int, of sentence: Range<Int>) -> Bool {
        !((token + 1)..<sentence.upperBound).contains(where: isWord)
    }
}
