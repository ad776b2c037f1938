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

    @Test func agreesWithSwiftOnWhatIsUTF8() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...6, using: &random)
            let bytes = (0..<count).compactMap { _ in Self.alphabet.randomElement(using: &random) }
            #expect((SourceFile.firstInvalidByte(in: bytes) == nil) == (String(validating: bytes, as: UTF8.self) != nil))
        }
    }

    private static let alphabet: [UInt8] = [0x61, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x99, 0xED, 0xF4, 0xC0]
}
