import Segmentation
import TestKit
import Testing

/// Our own boundaries of plain text against ICU's, on seeded random texts and on every draft of the repository.
struct PlainTextDifferentialTests {
    private struct MissingBreakRules: Error {}

    private static let parts = [
        "word", "Word", "WORD", "a", "I", "don't", "don’t", "therapists’", "e.g", "U.S", "3", "24", "7", "1,000", "3.5", "a1", "2b",
        ".", ".", "!", "?", "…", ",", ";", ":", "-", "--", "–", "—", "'", "’", "‘", "\"", "“", "”", "(", ")", "[", "]", "{", "}",
        "/", "*", "&", "%", "$", "+", "=", "<", ">", "#", "~", "`", "|", "\\", "^", "@", "_", "__", "•", "\u{FFFC}", "\u{A0}", "\t",
        "\n", "\r\n", " ", " ", " ", " ", "  ", "é", "naïve", "e\u{301}", "\u{301}", "\u{AD}", "\u{200B}", "\u{200D}", "👩🏽‍⚕️", "心理", "ﬁ",
        "\u{2028}", "\u{85}", "。", "¿", "«", "»", "·", "\u{0}", "\u{7F}",
    ]

    private func check(_ text: String, _ breaker: inout Breaker) -> Int {
        let bytes = Array(text.utf8)
        var words: [Range<Int>] = []
        var sentences: [Range<Int>] = []
        let ours = bytes.withUnsafeBufferPointer { buffer in
            breaker.forEachWordByICU(in: buffer) { piece, _ in words.append(piece) }
            breaker.forEachSentenceByICU(in: buffer) { sentences.append($0) }
            return breaker.boundaries(of: buffer)
        }
        func isSpace(_ piece: Range<Int>) -> Bool { bytes[piece.lowerBound] <= 0x20 }
        let shown = text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
        #expect(ours.words.filter { !isSpace($0) } == words.filter { !isSpace($0) }, "\(shown)")
        #expect(ours.sentences == sentences, "\(shown)")
        return words.count
    }

    @Test func agreeOnRandomTexts() throws {
        guard var breaker = Breaker() else { throw MissingBreakRules() }
        var random = SeededGenerator(seed: 7)
        var count = 0
        for length in [3, 6, 12, 40] {
            // Of the shorter alphabet every text is plain.
            for alphabet in [Self.parts[..<54], Self.parts[...]] {
                for _ in 0..<3_000 {
                    let text = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? "" }
                    count += check(text.joined(separator: Bool.random(using: &random) ? " " : ""), &breaker)
                }
            }
        }
        #expect(count > 300_000)
    }

    @Test func agreeOnTheDraftsOfTheRepository() throws {
        guard var breaker = Breaker() else { throw MissingBreakRules() }
        for path in Repository.files(in: "fixtures", endings: [".md", ".txt"]) + Repository.files(in: "rules", endings: [".yaml"]) {
            for line in String(decoding: try Repository.bytes(path), as: UTF8.self).split(separator: "\n") { _ = check(String(line), &breaker) }
        }
    }
}
