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

    /// Words as rules see them, whatever stands invisibly in or between them.
    @Test(arguments: [
        ("Guaranteed\u{202F}results", ["guaranteed", "results"]), ("Guaranteed\u{2007}results", ["guaranteed", "results"]),
        ("guaran\u{AD}teed \u{AD}results\u{AD}.", ["guaranteed", "results"]), ("guaran\u{200B}teed results", ["guaranteed", "results"]),
        ("guaranteed\u{200B}results", ["guaranteed", "results"]), ("guaranteed \u{200B}results\u{200B}", ["guaranteed", "results"]),
        ("guaran\u{2060}teed\u{FEFF} re\u{FEFF}sults", ["guaranteed", "results"]),
        ("guaran\u{200D}teed\u{200C} r\u{200C}esults", ["guaranteed", "results"]), ("\u{202A}guaranteed\u{202C} \u{200E}results", ["guaranteed", "results"]),
        ("A\u{AD}CT", ["ACT"]), ("(\u{200B}ACT\u{2060})", ["(", "ACT", ")"]), ("9\u{200B}88", ["988"]), ("9\u{202F}88", ["9", "88"]),
        ("don´t don`t don′t", ["don't", "don't", "don't"]), ("guaranteed ´results´", ["guaranteed", "results"]),
        ("guaranteed–results", ["guaranteed", "results"]), ("guaranteed−results", ["guaranteed", "results"]),
        ("guaranteed\u{2011}results", ["guaranteed", "results"]), ("guaranteed\u{2012}results", ["guaranteed", "results"]),
        ("guaranteed – results", ["guaranteed", "–", "results"]), ("guaranteed– results", ["guaranteed", "–", "results"]),
        ("guaranteed\u{A0}– results", ["guaranteed", "–", "results"]), ("guaranteed − results", ["guaranteed", "–", "results"]),
        ("guaranteed—results", ["guaranteed", "–", "results"]),
    ])
    func whatShowsNothingHidesNothing(_ text: String, _ expected: [String]) throws {
        let words = ["guaranteed", "results", "don't", "988", "9", "88", "act"]
        let act = Vocabulary.symbol(ofWordAt: words.count)
        let vocabulary = Vocabulary(
            words: words.map(Folding.fold),
            exactForms: [Vocabulary.ExactForm(folded: Vocabulary.symbol(ofWordAt: 6), form: Array("ACT".utf8), symbol: act)])
        guard var segmenter = Segmenter() else { throw MissingBreakRules() }
        let document = DocumentFormat.plainText.read(SourceFile("We. " + text))
        let table = segmenter.segment(document, vocabulary: vocabulary)
        let known = Dictionary(uniqueKeysWithValues: words.indices.map { (Vocabulary.symbol(ofWordAt: $0), words[$0]) } + [(act, "ACT")])
        let signs: [Shape: String] = [.opening: "(", .closing: ")", .dash: "–"]
        #expect((1..<table.count).map { known[table.symbols[$0]] ?? signs[table.shapes[$0]] ?? "?" } == expected)
        for token in 1..<table.count where table.isWord(token) {
            let written = document.string(table.text(of: TokenRange(token, token + 1)))
            #expect(Folding.fold(written) == Folding.fold(known[table.symbols[token]] ?? "") || written.contains { "´`′".contains($0) })
            #expect(written.unicodeScalars.first?.properties.isDefaultIgnorableCodePoint == false)
            #expect(written.unicodeScalars.last?.properties.isDefaultIgnorableCodePoint == false)
        }
    }

    /// Scripts and emoji that are made of joiners keep them.
    @Test func joinersOfOtherScriptsStay() throws {
        #expect(try tokens("👩🏽\u{200D}⚕️ می\u{200C}خواهم x\u{200B}y") == ["می\u{200C}خواهم", "x\u{200B}y"])
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
