import RuleFormat
import Segmentation

/// What one edge of a machine takes: a word, a kind of word, or a place in the text.
enum PatternLabel: Hashable {
    /// A folded word, in any case.
    case word([UInt8])
    /// A word in exactly this form.
    case exact(String)
    /// A word of the shape of a class.
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
        case (.anyWord, .word), (.anyWord, .exact), (.anyWord, .wordClass): true
        case (.word(let word), .exact(let form)): Folding.fold(form) == word
        // In small letters a word has only what it has in any case.
        case (.wordClass(let name), .word(let word)): Self.takes(name, String(decoding: word, as: UTF8.self))
        case (.wordClass(let name), .exact(let form)): Self.takes(name, form)
        case (.wordClass(let name), .wordClass(let inner)): name.includes(inner)
        default: false
        }
    }

    private static func takes(_ name: WordClass, _ word: String) -> Bool {
        Shape(ofClass: name.rawValue).map { Shape(ofWord: word).contains($0) } ?? false
    }

    /// Whether it only tells a place, so that a pattern that does not ask for the place matches all the same.
    var isPlace: Bool { self == .sentenceStart || self == .sentenceEnd }
}

extension WordClass {
    /// Whether every word of the shape of another class has the shape of this one too.
    fileprivate func includes(_ other: Self) -> Bool {
        switch (self, other) {
        case (.number, .year), (.number, .percentage), (.number, .currency), (.capitalised, .capitals), (.capitalised, .initials): true
        default: false
        }
    }
}
