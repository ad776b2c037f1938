import Documents
import SourceText
import TestKit
import Testing

/// The document model of each draft in `fixtures/documents`, block by block.
struct DocumentGoldenTests {
    @Test(arguments: Repository.files(in: "fixtures/documents", endings: [".md", ".txt"]))
    func reads(_ path: String) throws {
        let file = SourceFile(path: path, bytes: try Repository.bytes(path))
        let format = try #require(DocumentFormat(path: path))
        let document = format.read(file)
        var lines = document.frontMatter.map { ["front matter \($0.range.lower)..<\($0.range.upper), AI declared: \($0.aiDeclaration != nil)"] } ?? []
        for (index, block) in document.blocks.enumerated() {
            let source = document.map.source(of: block.range)
            let leadIn = block.leadIn.map { " under \($0)" } ?? ""
            lines.append(
                "\(index) \(block.kind)\(leadIn) quotes \(block.quoteDepth) at \(source.lower)..<\(source.upper)\n  \(document.string(block.range))")
        }
        #expect(try goldenMismatch(lines.joined(separator: "\n") + "\n", path + ".blocks") == nil)
    }
}
