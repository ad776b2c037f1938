import Foundation
import TestKit
import Testing

/// Every file of rules names its schema in the first line, so that editors complete and check it.
struct SchemaHeaderTests {
    private static let files = Repository.files(in: "rules", endings: [".yaml"]) + [".lintrc.example"]

    private func header(of path: String) -> String {
        let parts = path.split(separator: "/")
        let schema = switch path {
        case ".lintrc.example": "rules/schemas/lintrc"
        case _ where path.hasPrefix("rules/lists/"): "../schemas/list"
        case _ where path.hasPrefix("rules/contexts/"): "../schemas/context"
        case _ where path.hasPrefix("rules/sources/"): "../schemas/source"
        case _ where parts.count == 4: "../../schemas/crisis-lines"
        default: "../schemas/rule"
        }
        return "# yaml-language-server: $schema=\(schema).schema.json\n"
    }

    /// `UPDATE_SNAPSHOTS=1` adds the line.
    @Test(arguments: files)
    func namesItsSchema(_ path: String) throws {
        let text = try Repository.text(path)
        let rest = text.hasPrefix("# yaml-language-server:") ? text.drop { $0 != "\n" }.dropFirst() : text[...]
        #expect(try goldenMismatch(header(of: path) + rest, path) == nil)
    }

    @Test(arguments: files)
    func theSchemaIsThere(_ path: String) throws {
        let schema = header(of: path).split(separator: "=")[1].dropLast()
        let url = Repository.url(path).deletingLastPathComponent().appending(path: String(schema)).standardizedFileURL
        #expect(FileManager.default.fileExists(atPath: url.path), "\(url.path)")
    }
}
