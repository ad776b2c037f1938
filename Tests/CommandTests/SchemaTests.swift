import Foundation
import TestKit
import Testing

/// The schemas in the repository are what the program writes.
struct SchemaTests: ProgramTests {
    @Test(arguments: ["rule", "list", "context", "source", "crisis-lines", "lintrc"])
    func theSchemaInTheRepositoryIsFresh(_ name: String) throws {
        let outcome = try run(["rules", "schema", name], in: Repository.root)
        #expect(outcome.status == 0)
        _ = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(try goldenMismatch(outcome.output, "rules/schemas/\(name).schema.json") == nil)
    }

    @Test func anUnknownSchemaIsStatusTwo() throws {
        let outcome = try run(["rules", "schema", "rules"], in: Repository.root)
        #expect(outcome.status == 2 && outcome.error.contains("'rules'"))
    }
}
