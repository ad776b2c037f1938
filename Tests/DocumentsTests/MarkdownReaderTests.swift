import Documents
import SourceText
import TestKit
import Testing

struct MarkdownReaderTests {
    private func read(_ text: String) -> (file: SourceFile, document: Document) {
        let file = SourceFile(text)
        return (file, DocumentFormat.markdown.read(file))
    }

    /// A NUL is read as U+FFFD (CommonMark, 2.3), at its own place wherever other ones stand before it.
    @Test(arguments: [
        "a\u{0}b\n", "```\nx\u{0}y\n```\n\n\u{0}b\n", "    x\u{0}\n\n\u{0}b\n", "```\u{0}\n```\n\n\u{0}b\n", "<div>\u{0}</div>\n\n\u{0}b\n",
        "[x](a\u{0}b)\u{0}b\n", "[x]: /a\u{0}b\n\n\u{0}b\n", "`x\u{0}`\u{0}b\n", "![a](b\u{0})\u{0}b\n", "a\u{0}\u{0}b\n",
    ])
    func everyNULKeepsItsPlace(_ text: String) throws {
        let (file, document) = read(text)
        let last = try #require(file.bytes.lastIndex(of: 0))
        let mark = Array("\u{FFFD}b".utf8)
        let at = try #require(document.text.indices.last { document.text[$0...].starts(with: mark) })
        #expect(document.map.source(of: TextRange(at, at + 3)) == SourceRange(last, last + 1))
    }
}
