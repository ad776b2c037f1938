/// A word of the vocabulary, as a small number. Matching compares symbols, never letters.
package typealias Symbol = UInt32

/// The words that some rule asks about. Every other word of a draft is `Vocabulary.unknown`.
///
/// An open-addressing hash table over folded words. A word that a rule wants in one exact form (`ACT`) has a symbol for
/// that form beside the one of the folded word.
package struct Vocabulary: Sendable {
    package static let unknown: Symbol = 0
    /// A comma, colon, dash or bracket between words.
    package static let punctuation: Symbol = 1
    private static let firstWord: Symbol = 2

    package struct ExactForm: Hashable, Sendable {
        package let folded: Symbol
        package let form: [UInt8]
        package let symbol: Symbol

        package init(folded: Symbol, form: [UInt8], symbol: Symbol) {
            self.folded = folded
            self.form = form
            self.symbol = symbol
        }
    }

    /// The folded words; the symbol of each is its index plus `firstWord`.
    package let words: [[UInt8]]
    package let exactForms: [ExactForm]
    private let slots: [UInt32]
    private let offsets: [UInt32]
    private let letters: [UInt8]
    private let hasExactForm: [Bool]

    package init(words: [[UInt8]], exactForms: [ExactForm]) {
        self.words = words
        self.exactForms = exactForms
        var offsets: [UInt32] = [0]
        var letters: [UInt8] = []
        for word in words {
            letters += word
            offsets.append(UInt32(letters.count))
        }
        self.offsets = offsets
        self.letters = letters
        var size = 16
        while size < words.count * 2 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        for (index, word) in words.enumerated() {
            var slot = Int(truncatingIfNeeded: word.withUnsafeBufferPointer(Self.hash)) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(index + 1)
        }
        self.slots = slots
        var hasExactForm = [Bool](repeating: false, count: words.count + Int(Self.firstWord))
        for exact in exactForms { hasExactForm[Int(exact.folded)] = true }
        self.hasExactForm = hasExactForm
    }

    /// How many symbols there are, the exact forms and the two that are no words included.
    package var symbolCount: Int { words.count + exactForms.count + Int(Self.firstWord) }

    /// The symbol of a word: `folded` as `Folding` gives it, `written` as it stands in the draft.
    package func symbol(folded: [UInt8], written: UnsafeBufferPointer<UInt8>) -> Symbol {
        let symbol = symbol(folded: folded)
        guard hasExactForm[Int(symbol)] else { return symbol }
        return exactForms.first { $0.folded == symbol && $0.form.elementsEqual(written) }?.symbol ?? symbol
    }

    /// The symbol of a folded word, `unknown` when no rule asks about it.
    package func symbol(folded: [UInt8]) -> Symbol {
        let mask = slots.count - 1
        return folded.withUnsafeBufferPointer { word in
            var slot = Int(truncatingIfNeeded: Self.hash(word)) & mask
            while true {
                let index = Int(slots[slot])
                if index == 0 { return Self.unknown }
                let start = Int(offsets[index - 1])
                let length = Int(offsets[index]) - start
                if length == word.count, (0..<length).allSatisfy({ letters[start + $0] == word[$0] }) {
                    return Symbol(index - 1) + Self.firstWord
                }
                slot = (slot + 1) & mask
            }
        }
    }

    /// The symbol that the word at an index of `words` has.
    package static func symbol(ofWordAt index: Int) -> Symbol {
        Symbol(index) + firstWord
    }

    /// FNV-1a, 64 bits.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }
}
