import Documents
import Encodings
import SourceText
import TestKit
import Testing

/// For every draft whatever: literal text is the file's bytes, all other text is what its bytes stand for, the runs of a block are
/// in order, and nothing traps.
struct SourceMapPropertyTests {
    private static let pieces = [
        "# Title\n", "plain words ", "**bold** ", "_em_", "[link](http://a.example/x \"t\") ", "![alt](i.png) ", "`code` ", "\n", "\n\n",
        "- item\n", "  - nested\n", "1. one\n", "> quote\n", "lazy\n", "| a | b |\n|---|---|\n| c \\| d | e |\n", "&amp; &#233; &nope; ",
        "<br>", "<!-- note -->", "<div>\nraw\n</div>\n\n", "```\nfence\n```\n", "    indented\n", "\\*escaped\\* ", "é 心 👩🏽‍⚕️ ", "\r\n", "\r",
        "\u{0}", "https://example.org/x ", "me@example.org ", "  \n", "---\n", "title: x\n", "+++\n", "\u{FEFF}", "* * *\n", "Setext\n===\n",
        "{\n", "}\n", "\"a\": 1\n", "a.b = 'c\n", "[t]\n", "ai = { assisted = \"\n", "<p>words <!--\n", "`\u{0}` ", "```\n\u{0}\n```\n",
        "<p title=\"a &amp; b\" hidden>", "</p>", "<svg>\n\n", "x <code>", "<div lang=fr>\n\n", "<i lang=en>", "</div>\n", "<q>\n\n", "<style>\n\n", "<span\nhidden>", "- <dd hidden>\n", "<b>", "</b>", "<table><tr><td>cell", "</table>", "<ul><li>", "<q>said</q>", "<sup>1</sup>",
        "<!DOCTYPE html><title>A &lt; b</title>", "<textarea>\n<b>", "<svg><title>x</title></svg>", "{{ x }}", "{% if a %}", "{{< y", "[gallery ids=\"1\"]",
        "[^1]: note\n\n    more\n", ":   definition\n", "!!! note \"T\"\n    text\n", "::: tip\n", "> [!NOTE]\n> text\n", "{#id .c}", "<Card a={1}>",
        "{ f(\"}\") }", "import x from \"y\"\n", "![alt &amp; *em*](i.png 'a \\' &amp; b')", "[r]: /x \"ti\ntle\"\n[r] ", "<code>x</code>", "<i>it</i>",
        "&#x80;&#0;&notit;", "\u{1F}\u{80}\u{FFFE}", "===\n", "---\n", "> > q\n", "<a href=x>", "<br><br>", "<input value=Go type=submit>", "<img alt=\"{{ a }} b\">",
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

    /// Bytes that are no UTF-8 and NULs stay at their places, whatever is around them.
    @Test(arguments: DocumentFormat.allCases)
    func holdsForDamagedDrafts(_ format: DocumentFormat) throws {
        let damage: [[UInt8]] = [[0], [0xFF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x99], [0x80], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0]]
        var random = SeededGenerator(seed: 8)
        for _ in 0..<1_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...16, using: &random) {
                bytes += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
                bytes += damage.randomElement(using: &random) ?? []
            }
            let decoded = try TextDecoder.decode(bytes, as: "utf-8")
            #expect(decoded.bytes == bytes)
            let file = SourceFile(path: "draft", bytes: bytes, damage: decoded.damage)
            check(format.read(file), of: file, String(decoding: bytes, as: UTF8.self))
        }
    }

    /// What UTF-16 and UTF-32 are converted to reads as if it had been written so.
    @Test(arguments: DocumentFormat.allCases)
    func holdsForConvertedDrafts(_ format: DocumentFormat) throws {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<300 {
            let text = (0..<Int.random(in: 1...16, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            // A NUL behind a mark of UTF-16 may make one of UTF-32.
            if ["\u{FEFF}", "\0"].contains(where: text.hasPrefix) || text.isEmpty { continue }
            let units: [[UInt8]] = text.utf16.map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let scalars: [[UInt8]] = text.unicodeScalars.map { scalar in (0..<4).map { UInt8(scalar.value >> (8 * $0) & 0xFF) } }
            let written: [[UInt8]] = [
                Array(([[0xFF, 0xFE]] + units).joined()), Array(([[0xFE, 0xFF]] + units.map { $0.reversed() }).joined()),
                Array(([[0xFF, 0xFE, 0, 0]] + scalars).joined()), Array(([[0, 0, 0xFE, 0xFF]] + scalars.map { $0.reversed() }).joined()),
            ]
            for bytes in written {
                let decoded = try TextDecoder.decode(bytes)
                #expect(decoded.bytes == Array(text.utf8), "\(text.debugDescription)")
                let file = SourceFile(path: "draft", bytes: decoded.bytes, encoding: decoded.encoding)
                check(format.read(file), of: file, text)
            }
        }
    }

    private func check(_ document: Document, of file: SourceFile, _ text: String) {
        var textEnd = 0
        var sourceEnd = 0
        var block = 0
        for run in document.map.runs {
            let inText = Int(run.text)..<Int(run.text + run.textLength)
            let inSource = Int(run.source)..<Int(run.source + run.sourceLength)
            #expect(inText.lowerBound == textEnd, "a gap in the text of \(text.debugDescription)")
            while block < document.blocks.count, document.blocks[block].range.upper <= inText.lowerBound { block += 1 }
            let isWithinBlock = block < document.blocks.count && document.blocks[block].range.lower < inText.lowerBound
            #expect(!isWithinBlock || inSource.lowerBound >= sourceEnd, "out of order in \(text.debugDescription)")
            if run.isLiteral {
                #expect(document.text[inText].elementsEqual(file.bytes[inSource]), "not the file's bytes in \(text.debugDescription)")
            }
            if !run.isLiteral {
                let shown = String(decoding: document.text[inText], as: UTF8.self)
                let source = Array(file.bytes[inSource])
                #expect(
                    Substitution(source: source).name(for: shown) != nil,
                    "\(shown.debugDescription) for \(String(decoding: source, as: UTF8.self).debugDescription) in \(text.debugDescription)")
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
