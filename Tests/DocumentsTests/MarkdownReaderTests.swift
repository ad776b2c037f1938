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

    @Test(arguments: [
        ("Text.\n\n<div>\nWe guarantee results.\n</div>\n\n<p>More</p>\n", 3), ("<p class=\"a\">Words\n", 1),
        ("> <div>\n> Words\n", 1), ("<!-- a > note --> words\n", 1), ("<!-- note -->\n\n<p>心</p>\n", 3),
    ])
    func rawHTMLIsToldOfOnce(_ text: String, line: Int) throws {
        let (file, document) = read(text)
        #expect(document.notices.map { file.position(of: $0.offset).line } == [line])
    }

    @Test(arguments: [
        "Text with <b>bold</b>.\n", "<!-- a note\nover two lines -->\n", "<div class=\"wide\">\n\nText.\n\n</div>\n", "<br>\n", "<hr/>\n",
        "<script>\nlet a = 1\n</script>\n", "<style>\np { color: red }\n</style>\n", "<img\n  alt=\"words\">\n", "<p>&nbsp;</p>\n", "    <p>code</p>\n",
    ])
    func whatHoldsNoWordsIsNotToldOf(_ text: String) {
        #expect(read(text).document.notices == [])
    }
}
