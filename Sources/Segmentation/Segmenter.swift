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
                    addTokens(of: bytes, at: block.range.lower, vocabulary, to: &table)
                    addSentences(of: bytes, at: block.range.lower, block: index, to: &table)
                    table.sentencesOfBlock.append(first..<table.sentences.count)
                }
            }
        }
        return table
    }

    private mutating func addTokens(
        of text: UnsafeBufferPointer<UInt8>, at offset: Int, _ vocabulary: VocabularyTables, to table: inout TokenTable
    ) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longestWord) { letters in
            breaker.forEachWord(in: text) { range, isWord in
                let symbol: Symbol
                let shape: Shape
                if isWord {
                    shape = WordShape.shape(of: range, in: text)
                    symbol = Self.symbol(of: UnsafeBufferPointer(rebasing: text[range]), vocabulary, letters)
                } else {
                    shape = Self.shape(ofPunctuation: range, in: text)
                    if shape.isEmpty { return }
                    symbol = Vocabulary.punctuation
                }
                table.append(start: offset + range.lowerBound, end: offset + range.upperBound, symbol: symbol, shape: shape)
            }
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

    /// A possessive that no rule lists counts as its noun; "it's" and its like are no possessives.
    private static func symbol(
        folded: UnsafeBufferPointer<UInt8>, hash: WordHash, written: UnsafeBufferPointer<UInt8>, _ vocabulary: VocabularyTables
    ) -> Symbol {
        let symbol = vocabulary.symbol(folded: folded, hash: hash, written: written)
        guard symbol == Vocabulary.unknown, folded.count > 2, folded[folded.count - 1] == UInt8(ascii: "s"),
            folded[folded.count - 2] == 0x27 else { return symbol }
        let noun = UnsafeBufferPointer(rebasing: folded[..<(folded.count - 2)])
        if contracted.contains(where: { $0.elementsEqual(noun) }) { return Vocabulary.unknown }
        let end = written.last == 0x73 || written.last == 0x53 ? written.count - 1 : written.count
        let apostrophe = end > 0 && written[end - 1] == 0x27 ? 1 : 3
        let writtenNoun = UnsafeBufferPointer(rebasing: written[..<max(0, end - apostrophe)])
        return vocabulary.symbol(folded: noun, hash: WordHash(of: noun), written: writtenNoun)
    }

    private static let contracted: [String.UTF8View] = [
        "it", "that", "what", "who", "let", "he", "she", "there", "here", "where", "how", "when", "this",
    ].map(\.utf8)

    /// The kind of break that punctuation makes between words; none for what merely joins or decorates them.
    private static func shape(ofPunctuation range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Shape {
        switch text[range.lowerBound] {
        case UInt8(ascii: ","): return .comma
        case UInt8(ascii: ":"): return .colon
        case UInt8(ascii: ";"): return .semicolon
        case UInt8(ascii: "("), UInt8(ascii: "["): return .opening
        case UInt8(ascii: ")"), UInt8(ascii: "]"): return .closing
        case UInt8(ascii: "-"): return standsAlone(range, in: text) ? .dash : []
        case 0xE2 where range.count == 3 && text[range.lowerBound + 1] == 0x80:
            switch text[range.lowerBound + 2] {
            case 0x93, 0x94, 0x95: return .dash
            default: return []
            }
        default: return []
        }
    }

    /// Whether a hyphen has space on both sides, or another hyphen beside it, as one typed for a dash does.
    private static func standsAlone(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0x20
        let after = range.upperBound < text.count ? text[range.upperBound] : 0x20
        let hyphen = UInt8(ascii: "-")
        return (before <= 0x20 && after <= 0x20) || before == hyphen || after == hyphen
    }

    private mutating func addSentences(
        of text: UnsafeBufferPointer<UInt8>, at offset: Int, block: Int, to table: inout TokenTable
    ) {
        var bounds: [Range<Int>] = []
        breaker.forEachSentence(in: text) { range in
            if let last = bounds.last, SentenceMending.continues(after: last, in: text) {
                bounds[bounds.count - 1] = last.lowerBound..<range.upperBound
            } else {
                bounds.append(range)
            }
        }
        var token = table.sentenceOfToken.count
        for bound in bounds {
            let first = token
            while token < table.count, Int(table.starts[token]) < offset + bound.upperBound { token += 1 }
            let sentence = UInt32(table.sentences.count)
            table.sentenceOfToken.append(contentsOf: repeatElement(sentence, count: token - first))
            table.sentences.append(Sentence(
                tokens: TokenRange(first, token), text: TextRange(offset + bound.lowerBound, offset + bound.upperBound),
                block: block, isQuestion: SentenceMending.isQuestion(text[bound])))
        }
    }
}
