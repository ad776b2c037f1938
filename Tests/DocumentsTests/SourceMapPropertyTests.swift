import Documents
import SourceText
import TestKit
import Testing

/// For every draft whatever: literal text is the file's bytes, runs are in order, and nothing traps.
struct SourceMapPropertyTests {
    private static let pieces = [
        "# Title\n", "plain words ", "**bold** ", "_em_", "[link](http://a.example/x \"t\") ", "![alt](i.png) ", "`code` ", "\n", "\n\n",
        "- item\n", "  - nested\n", "1. one\n", "> quote\n", "lazy\n", "| a | b |\n|---|---|\n| c \\| d | e |\n", "&amp; &#233; &nope; ",
        "<br>", "<!-- note -->", "<div>\nraw\n</div>\n\n", "```\nfence\n```\n", "    indented\n", "\\*escaped\\* ", "é 心 👩🏽‍⚕️ ", "\r\n", "\r",
        "\u{0}", "https://example.org/x ", "me@example.org ", "  \n", "---\n", "title: x\n", "+++\n", "\u{FEFF}", "* * *\n", "Setext\n===\n",
        "{\n", "}\n", "\"a\": 1\n", "a.b = 'c\n", "[t]\n", "ai = { assisted = \"\n", "<p>words <!--\n", "`\u{0}` ", "```\n\u{0}\n```\n",
    ]

    @Test(arguments: DocumentFormat.allCases)
    func holdsForRandomDrafts(_ format: DocumentFormat) {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            let file = SourceFile(text)
            let document = format.read(file)
            check(document, of: file, text)
        }
    }

    private func check(_ document: Document, of file: SourceFile, _ text: String) {
        var textEnd = 0
        var sourceEnd = 0
        for run in document.map.runs {
            let inText = Int(run.text)..<Int(run.text + run.textLength)
            let inSource = Int(run.source)..<Int(run.source + run.sourceLength)
            #expect(inText.lowerBound == textEnd, "a gap in the text of \(text.debugDescription)")
            #expect(inSource.lowerBound >= sourceEnd, "out of order in \(text.debugDescription)")
            if run.isLiteral {
                #expect(document.text[inText].elementsEqual(file.bytes[inSource]), "not the file's bytes in \(text.debugDescription)")
            }
            if document.text[inText].elementsEqual("\u{FFFD}".utf8), inSource.count == 1 {
                #expect(file.bytes[inSource.lowerBound] == 0, "a NUL out of place in \(text.debugDescription)")
            }
            textEnd = inText.upperBound
            sourceEnd = inSource.upperBound
        }
        #expect(textEnd == document.text.count)
        var blockEnd = 0
        for block in document.blocks {
            #expect(block.range.lower >= blockEnd && block.range.upper <= document.text.count)
            blockEnd = block.range.upper
        }
    }
}
