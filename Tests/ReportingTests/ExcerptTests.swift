import Reporting
import SourceText
import TestKit
import Testing

struct ExcerptTests {
    /// The underline begins under the words and is as wide as they are, in terminal columns.
    @Test(arguments: [
        ("plain words here", "words", 6, 5), ("\ta\twords", "words", 9, 5), ("心理 words", "words", 5, 5), ("say 心理 now", "心理", 4, 4),
        ("👩🏽‍⚕️ words", "words", 3, 5), ("cafe\u{301} words", "words", 5, 5), ("🇬🇧 words", "words", 3, 5), ("a\u{200B}b words", "words", 3, 5),
        ("\u{FEFF}words", "words", 0, 5), ("❤️ words", "words", 3, 5),
    ])
    func underlinesTheWords(_ line: String, _ words: String, indent: Int, width: Int) throws {
        let file = SourceFile("first\n" + line + "\nlast")
        let bytes = Array(line.utf8)
        let at = try #require(bytes.indices.first { bytes[$0...].starts(with: words.utf8) })
        let isFirstLine = line.hasPrefix("\u{FEFF}")
        let source = isFirstLine ? SourceFile(line) : file
        let start = (isFirstLine ? 0 : 6) + at
        let excerpt = Excerpt(of: SourceRange(start, start + words.utf8.count), in: source, columns: 80)
        #expect(excerpt.indent == indent)
        #expect(excerpt.width == width)
    }

    @Test func longLinesAreCutAroundTheWords() {
        let line = String(repeating: "before ", count: 50) + "words" + String(repeating: " after", count: 50)
        let excerpt = Excerpt(of: SourceRange(350, 355), in: SourceFile(line), columns: 40)
        #expect(excerpt.text.count <= 40)
        #expect(excerpt.text.hasPrefix("…") && excerpt.text.hasSuffix("…"))
        let shown = Array(excerpt.text)
        #expect(String(shown[excerpt.indent..<(excerpt.indent + excerpt.width)]) == "words")
    }

    @Test(arguments: [("", ""), ("before ", ""), ("", " after"), ("before ", " after"), ("b", "a")])
    func wordsThatAreWiderThanTheColumnsAreCut(_ before: String, _ after: String) {
        for count in 38...60 {
            let line = before + String(repeating: "w", count: count) + after
            let range = SourceRange(before.utf8.count, before.utf8.count + count)
            let excerpt = Excerpt(of: range, in: SourceFile(line), columns: 40)
            #expect(excerpt.text.count <= 40 && excerpt.indent + excerpt.width <= 40)
            #expect(excerpt.text.hasPrefix(before.isEmpty ? "w" : "…") || excerpt.text.hasPrefix(before))
        }
    }

    @Test func controlCharactersNeverReachTheTerminal() {
        let excerpt = Excerpt(of: SourceRange(0, 3), in: SourceFile("a\u{1B}[31mb\u{7}\u{9B}\u{202E}"), columns: 80)
        #expect(excerpt.text == "a␛[31mb␇\\u{9B}\\u{202E}")
        #expect(excerpt.width == 3)
    }
}
