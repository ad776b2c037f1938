import Documents
import SourceText
import TestKit
import Testing

/// For every draft whatever: literal text is the file's bytes, the runs of a block are in order, and nothing traps.
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
            if document.text[inText].elementsEqual("\u{FFFD}".utf8), inSource.count == 1 {
                #expect([0, 0x26].contains(file.bytes[inSource.lowerBound]), "a NUL out of place in \(text.debugDescription)")
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
