package import Archiving

/// A word of the vocabulary, as a small number. Matching compares symbols, never letters.
package typealias Symbol = UInt32

/// The words that some rule asks about. Every other word of a draft is `Vocabulary.unknown`.
///
/// An open-addressing hash table over folded words, in an archive. A word that a rule wants in one exact form (`ACT`) has a
/// symbol for that form beside the one of the folded word.
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

    private let archive: Archive
    /// Two numbers for each slot: a piece of the hash, and the index of the word plus one; 0 for none.
    private let slots: Range<Int>
    private let wordOffsets: Range<Int>
    private let letters: Range<Int>
    /// For each word, where its exact forms start among them; one more entry closes the last row.
    private let exactRows: Range<Int>
    private let exactSymbols: Range<Int>
    private let exactOffsets: Range<Int>
    private let exactLetters: Range<Int>

    /// Finds the columns that `write(words:exactForms:to:)` laid out.
    package init(reading cursor: inout ArchiveCursor) {
        archive = cursor.archive
        slots = cursor.numbers()
        wordOffsets = cursor.numbers()
        letters = cursor.bytes()
        exactRows = cursor.numbers()
        exactSymbols = cursor.numbers()
        exactOffsets = cursor.numbers()
        exactLetters = cursor.bytes()
    }

    package init(words: [[UInt8]], exactForms: [ExactForm]) {
        var builder = ArchiveBuilder()
        Self.write(words: words, exactForms: exactForms, to: &builder)
        var cursor = builder.archive().cursor
        self.init(reading: &cursor)
    }

    /// Lays out folded words, each given once; the symbol of each is `symbol(ofWordAt:)` its index.
    package static func write(words: [[UInt8]], exactForms: [ExactForm], to archive: inout ArchiveBuilder) {
        var size = 16
        while size < words.count * 2 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size * 2)
        for (index, word) in words.enumerated() {
            let hash = WordHash(of: word)
            var slot = hash.slot(of: size)
            while slots[slot * 2 + 1] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot * 2] = hash.tag
            slots[slot * 2 + 1] = UInt32(index + 1)
        }
        archive.append(numbers: slots)
        archive.append(strings: words)
        let forms = exactForms.sorted { $0.folded < $1.folded }
        archive.append(numbers: (0...words.count).map { index in
            UInt32(forms.firstIndex { $0.folded >= symbol(ofWordAt: index) } ?? forms.count)
        })
        archive.append(numbers: forms.map(\.symbol))
        archive.append(strings: forms.map(\.form))
    }

    /// The symbol that the word at an index of the words has.
    package static func symbol(ofWordAt index: Int) -> Symbol {
        Symbol(index) + firstWord
    }

    /// The symbol of a folded word, `unknown` when no rule asks about it.
    package func symbol(folded: [UInt8]) -> Symbol {
        withTables { tables in
            folded.withUnsafeBufferPointer { tables.symbol(folded: $0, hash: WordHash(of: folded)) }
        }
    }

    /// Calls `body` with the tables, for many look-ups. They are not to be kept beyond the call.
    func withTables<Result>(_ body: (VocabularyTables) -> Result) -> Result {
        archive.withContent { content in
            body(VocabularyTables(
                slots: content.numbers(slots),
                wordOffsets: content.numbers(wordOffsets),
                letters: content.bytes(letters),
                exactRows: content.numbers(exactRows),
                exactSymbols: content.numbers(exactSymbols),
                exactOffsets: content.numbers(exactOffsets),
                exactLetters: content.bytes(exactLetters)))
        }
    }
}
