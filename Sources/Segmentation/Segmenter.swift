package import Documents
import SourceText

/// Cuts a document's blocks into sentences and tokens and looks each word up in the vocabulary.
package struct Segmenter: ~Copyable {
    /// In bytes. Nothing longer is a word that a rule could ask about.
    private static let longestWord = 512

    private var breaker: Breaker

    /// Nil when ICU comes without its break rules.
    package init?() {
        guard let breaker = Breaker() else { return nil }
        self.breaker = breaker
    }

    package mutating func segment(_ document: Document, vocabulary: Vocabulary) -> TokenTable {
        var table = TokenTable()
        table.reserve(forTextOf: document.text.count)
        vocabulary.withTables { vocabulary in
            document.text.withUnsafeBufferPointer { text in
                for (index, block) in document.blocks.enumerated() {
                    let first = table.sentences.count
                    let bytes = UnsafeBufferPointer(rebasing: text[block.range.indices])
                    if let seen = SeenText(bytes) {
                        seen.bytes.withUnsafeBufferPointer { add(BlockText(bytes: $0, offset: block.range.lower, seen: seen), index, vocabulary, to: &table) }
                    } else {
                        add(BlockText(bytes: bytes, offset: block.range.lower, seen: nil), index, vocabulary, to: &table)
                    }
                    table.sentencesOfBlock.append(first..<table.sentences.count)
                }
            }
        }
        return table
    }

    private mutating func add(_ text: BlockText, _ block: Int, _ vocabulary: VocabularyTables, to table: inout TokenTable) {
        addTokens(of: text, vocabulary, to: &table)
        addSentences(of: text, block: block, to: &table)
    }

    private mutating func addTokens(of text: BlockText, _ vocabulary: VocabularyTables, to table: inout TokenTable) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longestWord) { letters in
            breaker.forEachWord(in: text.bytes) { range, isWord in
                if isWord {
                    let symbol = Self.symbol(of: UnsafeBufferPointer(rebasing: text.bytes[range]), vocabulary, letters)
                    if symbol == Vocabulary.unknown, !text.isAsWritten, Self.addPieces(of: range, of: text, vocabulary, letters, to: &table) { return }
                    Self.add(range, of: text, symbol, to: &table)
                } else {
                    let shape = PunctuationShape.shape(of: range, in: text.bytes)
                    if shape.isEmpty { return }
                    table.append(at: text.place(of: range), symbol: shape == .mark ? Vocabulary.unknown : Vocabulary.punctuation, shape: shape)
                }
            }
        }
    }

    /// Adds a word that rules do not know as the words between the zero-width spaces in it, where they know them all.
    private static func addPieces(
        of range: Range<Int>, of text: BlockText, _ vocabulary: VocabularyTables, _ letters: UnsafeMutableBufferPointer<UInt8>,
        to table: inout TokenTable
    ) -> Bool {
        let pieces = text.pieces(of: range)
        let symbols = pieces.map { symbol(of: UnsafeBufferPointer(rebasing: text.bytes[$0]), vocabulary, letters) }
        guard pieces.count > 1, !symbols.contains(Vocabulary.unknown) else { return false }
        for (piece, symbol) in zip(pieces, symbols) {
            add(piece, of: text, symbol, to: &table)
        }
        return true
    }

    /// Adds a word; the signs beside a number are part of it.
    @inline(__always)
    private static func add(_ range: Range<Int>, of text: BlockText, _ symbol: Symbol, to table: inout TokenTable) {
        let shape = WordShape.shape(of: range, in: text.bytes)
        if shape.contains(.number) {
            let signs = NumberSigns(besideNumber: range, in: text.bytes)
            table.append(at: text.place(of: signs.range), symbol: symbol, shape: shape.union(signs.shape))
        } else {
            table.append(at: text.place(of: range), symbol: symbol, shape: shape)
        }
    }

    /// The symbol of a word. `letters` is room for its folded form.
    @inline(__always)
    private static func symbol(
        of word: UnsafeBufferPointer<UInt8>, _ vocabulary: VocabularyTables, _ letters: UnsafeMutableBufferPointer<UInt8>
    ) -> Symbol {
        if word.count > longestWord { return Vocabulary.unknown }
        if let plain = Folding.foldPlain(word, into: letters) {
            let folded = UnsafeBufferPointer(rebasing: letters[..<plain.count])
            return symbol(folded: folded, hash: plain.hash, written: word, vocabulary)
        }
        var folded: [UInt8] = []
        Folding.fold(word, into: &folded)
        return folded.withUnsafeBufferPointer { symbol(folded: $0, hash: WordHash(of: $0), written: word, vocabulary) }
    }

    /// The symbol of a possessive that no rule lists is that of its noun.
    private static func symbol(
        folded: UnsafeBufferPointer<UInt8>, hash: WordHash, written: UnsafeBufferPointer<UInt8>, _ vocabulary: VocabularyTables
    ) -> Symbol {
        let symbol = vocabulary.symbol(folded: folded, hash: hash, written: written)
        guard symbol == Vocabulary.unknown, folded.count > 2, folded[folded.count - 2] == 0x27, Possessive.noun(of: folded) != nil
        else { return symbol }
        let noun = UnsafeBufferPointer(rebasing: folded[..<(folded.count - 2)])
        let end = written.last == 0x73 || written.last == 0x53 ? written.count - 1 : written.count
        let apostrophe = end > 0 && written[end - 1] == 0x27 ? 1 : 3
        let writtenNoun = UnsafeBufferPointer(rebasing: written[..<max(0, end - apostrophe)])
        return vocabulary.symbol(folded: noun, hash: WordHash(of: noun), written: writtenNoun)
    }

    private mutating func addSentences(of text: BlockText, block: Int, to table: inout TokenTable) {
        var bounds: [Range<Int>] = []
        breaker.forEachSentence(in: text.bytes) { range in
            if let last = bounds.last, SentenceMending.continues(after: last, in: text.bytes) {
                bounds[bounds.count - 1] = last.lowerBound..<range.upperBound
            } else {
                bounds.append(range)
            }
        }
        var token = table.sentenceOfToken.count
        for bound in bounds {
            let first = token
            let range = TextRange(text.place(of: bound.lowerBound), text.place(of: bound.upperBound))
            while token < table.count, Int(table.starts[token]) < range.upper { token += 1 }
            let sentence = UInt32(table.sentences.count)
            table.sentenceOfToken.append(contentsOf: repeatElement(sentence, count: token - first))
            table.sentences.append(Sentence(
                tokens: TokenRange(first, token), text: range, block: block, isQuestion: SentenceMending.isQuestion(text.bytes[bound])))
        }
    }
}
