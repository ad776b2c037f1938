import Documents
import Encodings
import SourceText
import TestKit
import Testing

/// The document model of each draft in `fixtures/documents`, block by block.
struct DocumentGoldenTests {
    @Test(arguments: Repository.files(in: "fixtures/documents", endings: DocumentFormat.allCases.flatMap(\.endings)))
    func reads(_ path: String) throws {
        let decoded = try TextDecoder.decode(try Repository.bytes(path))
        let file = SourceFile(path: path, bytes: decoded.bytes, damage: decoded.damage, encoding: decoded.encoding)
        let format = try #require(DocumentFormat(path: path))
        let document = format.read(file)
        var lines = document.frontMatter.map { ["front matter \($0.range.lower)..<\($0.range.upper), AI declared: \($0.aiDeclaration != nil)"] } ?? []
        if let encoding = decoded.encoding { lines.append("read as \(encoding)") }
        if let language = document.language { lines.append("language \(language.tag) at \(language.offset)") }
        for (index, block) in document.blocks.enumerated() {
            let source = document.map.source(of: block.range)
            let leadIn = block.leadIn.map { " under \($0)" } ?? ""
            let footer = block.isInFooter ? " in the footer" : ""
            lines.append(
                "\(index) \(block.kind)\(leadIn) quotes \(block.quoteDepth)\(footer) at \(source.lower)..<\(source.upper)\n  \(document.string(block.range))")
        }
        lines += document.links.map { "link “\(document.string($0.range))” to \($0.address)" }
        lines += document.emphases.map { "emphasis “\(document.string($0))”" }
        lines += document.glosses.map { "gloss of “\(document.string($0.range))” \($0.block.map { "in \($0)" } ?? "around it")" }
        lines += document.notices.map { "notice at \($0.offset): \($0.message)" }
        if let refusal = document.refusal { lines.append("refused at \(refusal.offset): \(refusal.message)") }
        #expect(try goldenMismatch(lines.joined(separator: "\n") + "\n", path + ".blocks") == nil)
    }
}
