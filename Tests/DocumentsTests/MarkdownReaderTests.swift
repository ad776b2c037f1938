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

    /// What a reader sees of the structure of a page is the same in every format that can write it.
    @Test(arguments: [
        (DocumentFormat.markdown, "We do not:\n\n- guarantee results\n- sell\n"), (.markdown, "We do not:\n\n<ul>\n<li>guarantee results</li>\n<li>sell</li>\n</ul>\n"),
        (.markdown, "We do not:\n\n<ul>\n<li>\n\nguarantee *results*\n\n</li>\n<li>\n\nsell\n\n</ul>\n"), (.mdx, "We do not:\n\n<ul>\n<li>guarantee results</li>\n<li>sell</li>\n</ul>\n"),
        (.mdx, "We do not:\n<ul>\n  <li>\n\n    guarantee *results*\n\n  </li>\n  <li>sell</li>\n</ul>\n"), (.html, "<p>We do not:</p><ul><li>guarantee results<li>sell</ul>"),
    ])
    func listsKeepTheirLeadIn(_ format: DocumentFormat, _ text: String) {
        let document = format.read(SourceFile(text))
        #expect(document.blocks.map { document.string($0.range) } == ["We do not:", "guarantee results", "sell"])
        #expect(document.blocks.map(\.kind) == [.paragraph, .listItem, .listItem])
        #expect(document.blocks.map(\.leadIn) == [nil, 0, 0])
    }

    @Test(arguments: [
        (DocumentFormat.markdown, "## Title\n\n> Said\n\n| Head |\n|---|\n| Cell |\n"), (.mdx, "<h2>Title</h2>\n<blockquote>\nSaid\n</blockquote>\n\n<table><tr><th>Head</th></tr>\n<tr><td>Cell</td></tr></table>\n"),
        (.markdown, "<h2>Title</h2>\n<blockquote>\n\nSaid\n\n</blockquote>\n<table>\n<tr>\n<th>\n\nHead\n\n</th>\n</tr>\n<tr>\n<td>\n\nCell\n\n</td>\n</tr>\n</table>\n"),
    ])
    func tagsMakeHeadingsQuotationsAndTables(_ format: DocumentFormat, _ text: String) {
        let document = format.read(SourceFile(text))
        #expect(document.blocks.map { document.string($0.range) } == ["Title", "Said", "Head", "Cell"])
        #expect(document.blocks.map(\.kind) == [.heading(level: 2), .paragraph, .tableCell(column: 0), .tableCell(column: 0)])
        #expect(document.blocks.map(\.quoteDepth) == [0, 1, 0, 0])
        #expect(document.blocks.map(\.leadIn) == [nil, nil, nil, 2])
    }

    @Test func footersGoOnOverMarkdown() {
        let document = read("<footer>\n\nCall us.\n\n</footer>\n\nMore.\n").document
        #expect(document.blocks.map(\.isInFooter) == [true, false])
    }

    /// A browser leaves the rest out as well, but nobody means it.
    @Test(arguments: [
        ("Hello.\n\n<div hidden>\n\nMore.\n", 3), ("> <div lang=fr>\n>\n> Plus.\n\nMore.\n", 1), ("Hello <span hidden>you.\n\nMore.\n", 1), ("Use <code>.\n", 1),
    ])
    func whatIsNeverClosedIsToldOf(_ text: String, line: Int) throws {
        let (file, document) = read(text)
        let notice = try #require(document.notices.first)
        #expect(file.position(of: notice.offset).line == line)
        #expect(notice.message.hasSuffix("is not closed, so what follows it is not read"))
    }

    @Test(arguments: ["<div hidden>\n\nMore.\n\n</div>\n", "<div>\n\nMore.\n", "<ruby>a<rt>b</ruby>\n", "<script>x</script>\n\nMore.\n", "x <i>y\n"])
    func whatIsClosedIsNotToldOf(_ text: String) {
        #expect(read(text).document.notices == [])
    }

    @Test func aTermAndItsDefinitionAreOneBlock() {
        let document = read("Term\n: what it means\n: and more\n\n    In full.\n").document
        #expect(document.blocks.map { document.string($0.range) } == ["Term : what it means : and more", "In full."])
    }
}
