import SourceText
import TestKit
import Testing

struct SourceFileTests {
    @Test(arguments: [
        ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("a\rb", 2, 2, 1), ("é x", 3, 1, 3), ("\tx", 1, 1, 2), ("👩🏽‍⚕️x", 17, 1, 6),
        ("\u{FEFF}x", 3, 1, 1), ("\u{FEFF}x", 0, 1, 1), ("a\u{2028}b", 4, 1, 3), ("a\u{85}b", 3, 1, 3), ("a\n", 2, 2, 1),
    ])
    func positions(_ text: String, offset: Int, line: Int, column: Int) {
        #expect(SourceFile(text).position(of: offset) == Position(line: line, column: column, offset: offset))
    }

    @Test func linesLoseTheirEndings() {
        let file = SourceFile("one\r\ntwo\rthree\nfour")
        let lines = (0..<file.lines.count).map { file.text(file.lines.range(ofLine: $0, in: file.bytes)) }
        #expect(lines == ["one", "two", "three", "four"])
    }

    @Test(arguments: [
        ([0x61, 0xC3, 0xA9], nil), ([0x61, 0xFF], 1), ([0xC0, 0xAF], 0), ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
        ([0xF4, 0x90, 0x80, 0x80], 0), ([0x61, 0xE2, 0x82], 1), ([0xF0, 0x9F, 0x99, 0x82], nil), ([], nil),
    ] as [([UInt8], Int?)])
    func findsTheFirstInvalidByte(_ bytes: [UInt8], at offset: Int?) {
        #expect(SourceFile.firstInvalidByte(in: bytes) == offset)
    }

    /// Against counting from the start of the file, in lines long and short.
    @Test func positionsAreThoseOfAPlainCount() {
        var random = SeededGenerator(seed: 2)
        for length in [50, 500, 5_000] {
            let parts = ["a", "é", "心", "👩", "word ", length < 5_000 ? "\n" : "", length < 5_000 ? "\r\n" : "x", "\r\n"]
            let breaks = length < 5_000 ? parts.count : parts.count - 1
            let text = (0..<length).map { _ in parts[Int.random(in: 0..<breaks, using: &random)] }.joined()
            for text in [text, "\u{FEFF}" + text] {
                let file = SourceFile(text)
                var (line, column, offset) = (1, 1, 0)
                for character in text {
                    #expect(file.position(of: offset) == Position(line: line, column: column, offset: offset))
                    offset += character.utf8.count
                    if character.isNewline { (line, column) = (line + 1, 1) } else if character != "\u{FEFF}" {
                        column += character.unicodeScalars.count
                    }
                }
            }
        }
    }

    @Test func agreesWithSwiftOnWhatIsUTF8() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...20, using: &random)
            let bytes = (0..<count).compactMap { _ in Self.alphabet.randomElement(using: &random) }
            #expect((SourceFile.firstInvalidByte(in: bytes) == nil) == (String(validating: bytes, as: UTF8.self) != nil))
        }
    }

    private static let alphabet: [UInt8] = [0x61, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x99, 0xED, 0xF4, 0xC0]
}
