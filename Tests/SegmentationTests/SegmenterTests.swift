import Documents
import Segmentation
import SourceText
import TestKit
import Testing

struct SegmenterTests {
    private func table(_ text: String, words: [String] = []) throws -> (TokenTable, Document) {
        let document = DocumentFormat.markdown.read(SourceFile(text))
        let vocabulary = Vocabulary(words: words.map(Folding.fold), exactForms: [])
        guard var segmenter = Segmenter() else { throw MissingBreakRules() }
        return (segmenter.segment(document, vocabulary: vocabulary), document)
    }

    private struct MissingBreakRules: Error {}

    private func tokens(_ text: String) throws -> [String] {
        let (table, document) = try table(text)
        return (0..<table.count).map { document.string(table.text(of: TokenRange($0, $0 + 1))) }
    }

    private func sentences(_ text: String) throws -> [String] {
        let (table, document) = try table(text)
        return table.sentences.map { document.string($0.text) }
    }

    @Test func wordsAndBreaks() throws {
        #expect(try tokens("Don’t fret: trauma-informed care, 24/7 (really) — yes.") == [
            "Don’t", "fret", ":", "trauma", "informed", "care", ",", "24", "7", "(", "really", ")", "—", "yes",
        ])
    }

    @Test func wordsRunAcrossEmphasis() throws {
        #expect(try tokens("un**believ**able re&shy;sults") == ["unbelievable", "re\u{AD}sults"])
    }

    @Test(arguments: [
        ("Dr. Lee and Mrs. Moss work here. We talk.", ["Dr. Lee and Mrs. Moss work here. ", "We talk."]),
        ("Ask J. Smith, e.g. by phone. Fine.", ["Ask J. Smith, e.g. by phone. ", "Fine."]),
        ("We never give up. You will see.", ["We never give up. ", "You will see."]),
        ("Is it no. 5? No. Yes.", ["Is it no. 5? ", "No. ", "Yes."]),
        ("One line\nof two. Next.", ["One line of two. ", "Next."]),
        ("It helped me and I. Then we left.", ["It helped me and I. ", "Then we left."]),
    ])
    func sentencesEndWhereReadersSeeIt(_ text: String, _ expected: [String]) throws {
        #expect(try sentences(text) == expected)
    }

    @Test(arguments: [("Is it?", true), ("“Is it?”", true), ("It is.", false), ("Is it? It is.", true), ("Why (me?)", true)])
    func questions(_ text: String, _ isQuestion: Bool) throws {
        #expect(try table(text).0.sentences.first?.isQuestion == isQuestion)
    }

    @Test(arguments: ["Don't", "don’t", "DON'T", "donʼt"])
    func apostrophesAndCaseDoNotMatter(_ word: String) {
        #expect(Folding.fold(word) == Array("don't".utf8))
    }

    @Test(arguments: [("ﬁx", "fix"), ("cura\u{AD}tive", "curative"), ("the\u{200B}rapy", "therapy"), ("Cafe\u{301}", "café"), ("STRAẞE", "strasse")])
    func foldingUndoesWhatReadersDoNotSee(_ word: String, _ folded: String) {
        #expect(Folding.fold(word) == Array(folded.utf8))
    }

    @Test func possessivesCountAsTheirNoun() throws {
        let (table, _) = try table("The client's voice; it's the therapist’s.", words: ["client", "it", "therapist"])
        #expect(table.symbols.map { $0 >= 2 ? $0 : 0 } == [0, 2, 0, 0, 0, 0, 4])
    }

    @Test func aWordWithoutEndIsOneToken() throws {
        let (table, _) = try table(String(repeating: "é", count: 2_000_000) + " end", words: ["end"])
        #expect(table.count == 2)
        #expect(table.symbols.last == Vocabulary.symbol(ofWordAt: 0))
    }

    @Test func vocabularyFindsEveryWordAndNoOther() {
        let words = (0..<5_000).map { "word\($0)" }
        let vocabulary = Vocabulary(words: words.map(Folding.fold), exactForms: [])
        for (index, word) in words.enumerated() {
            #expect(vocabulary.symbol(folded: Folding.fold(word)) == Vocabulary.symbol(ofWordAt: index))
        }
        #expect(vocabulary.symbol(folded: Folding.fold("word5000")) == Vocabulary.unknown)
    }
}
