import RuleFormat
import Segmentation

/// What one edge of a machine takes: a word, a kind of word, or a place in the text.
enum PatternLabel: Hashable {
    /// A folded word, in any case.
    case word([UInt8])
    /// A word in exactly this form.
    case exact(String)
    case wordClass(WordClass)
    case anyWord
    case punctuation
    case sentenceStart
    case sentenceEnd
    /// The beginning or the end of a marked or named part; nil is the mark.
    case part(name: String?, isStart: Bool)

    /// Whether everything that the other one takes is taken by this one too.
    func includes(_ other: Self) -> Bool {
        switch (self, other) {
        case _ where self == other: true
        case (.anyWord, .word), (.anyWord, .exact): true
        case (.anyWord, .wordClass(let name)): name.phrases.isEmpty
        case (.word(let word), .exact(let form)): Folding.fold(form) == word
        case (.wordClass(.number), .word(let word)): word.first.map { (0x30...0x39).contains($0) } ?? false
        default: false
        }
    }

    /// Whether it only tells a place, so that a pattern that does not ask for the place matches all the same.
    var isPlace: Bool { self == .sentenceStart || self == .sentenceEnd }
}
