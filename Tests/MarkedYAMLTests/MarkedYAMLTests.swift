import Diagnostics
import MarkedYAML
import SourceText
import TestKit
import Testing

struct MarkedYAMLTests {
    private func range(_ path: String..., in text: String) throws -> String {
        let file = SourceFile(text)
        var node = try #require(try MarkedYAML.parse(file))
        for key in path { node = try #require(node[key]) }
        return file.text(node.range)
    }

    @Test func scalarsStayAsWritten() throws {
        let root = try #require(try MarkedYAML.parse(SourceFile("a: no\nb: 1.0\nc: off\nd: ~")))
        #expect(["a", "b", "c", "d"].map { root[$0]?.scalar } == ["no", "1.0", "off", "~"])
    }

    @Test func rangesAreExact() throws {
        #expect(try range("é", "key", in: "é:\n  key: 'a “b” c' # note\n") == "'a “b” c'")
        #expect(try range("list", in: "list: [x, y]\nnext: 1\n") == "[x, y")
        #expect(try range("a", in: "\u{FEFF}a: wörter\n") == "wörter")
    }

    @Test(arguments: [
        ("a: [1", 1, 6), ("a: b: c", 1, 5), ("a: 1\n\tb: 2", 2, 1), ("x: &y 1\nz: *y", 2, 4), ("é: {a", 1, 6),
    ])
    func errorsHavePlaces(_ text: String, line: Int, column: Int) {
        let error = #expect(throws: Diagnostic.self) { try MarkedYAML.parse(SourceFile(text)) }
        #expect(error?.position?.line == line && error?.position?.column == column, "\(String(describing: error))")
    }

    @Test func deepNestingIsRefused() {
        let text = String(repeating: "[", count: 5_000)
        #expect(throws: Diagnostic.self) { try MarkedYAML.parse(SourceFile(text)) }
    }

    @Test func aByteOrderMarkIsNoPartOfTheFile() throws {
        let file = SourceFile("\u{FEFF}a: 1\r\nb: 2\r\n")
        let root = try #require(try MarkedYAML.parse(file))
        #expect(root["a"]?.scalar == "1" && root["b"]?.scalar == "2")
        #expect(root["a"].map { file.position(of: $0.range.lower).column } == 4)
    }

    @Test func emptyFilesHaveNoRoot() throws {
        #expect(try MarkedYAML.parse(SourceFile("# nothing\n")) == nil)
    }
}
