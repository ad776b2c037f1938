import BuiltInRules
import Checking
import Diagnostics
import Documents
import FieldTables
import MarkedYAML
import Matching
import RuleFormat
import Settings
import SourceText
import TestKit
import Testing

/// Contexts on their own: the word "zork", or the initials "ZRK", in the drafts of `fixtures/contexts`, for and against. A rule that is silent in one
/// context alone finds the word exactly where the context does not hold.
struct ContextTests {
    private static let library = BuiltInRules.load().library

    @Test(arguments: Context.allCases)
    func holds(_ context: Context) throws {
        let cases = try Cases(of: context)
        guard var checker = try Self.checker(silentIn: context) else {
            Issue.record("ICU has no break rules")
            return
        }
        for draft in cases.holds {
            #expect(Self.isSilent(draft, &checker), "\(context) should hold in “\(draft)”")
        }
        for draft in cases.doesNotHold {
            #expect(!Self.isSilent(draft, &checker), "\(context) should not hold in “\(draft)”")
        }
    }

    private struct Cases {
        let holds: [String]
        let doesNotHold: [String]

        private static let table = FieldTable("a table of drafts", [
            .required("holds", .list(.text, atLeast: 1), "Drafts in which the context holds."),
            .required("does-not-hold", .list(.text, atLeast: 1), "Drafts in which it does not."),
        ])

        init(of context: Context) throws {
            let path = "fixtures/contexts/\(context.rawValue).yaml"
            let file = SourceFile(path: path, bytes: try Repository.bytes(path))
            let root = try #require(try MarkedYAML.parse(file))
            var reading = Reading(file)
            let fields = reading.fields(root, of: Self.table)
            holds = fields.texts("holds")
            doesNotHold = fields.texts("does-not-hold")
            #expect(reading.isClean)
        }
    }

    private static func isSilent(_ draft: String, _ checker: inout Checker) -> Bool {
        let file = SourceFile(draft)
        return checker.check(file, as: DocumentFormat.markdown.read(file), settings: Settings()).findings.isEmpty
    }

    private static func checker(silentIn context: Context) throws -> Checker? {
        var reader = RuleReader()
        reader.read(
            SourceFile(
                """
                message: "x"
                severity: error
                why: x
                sources: [{ name: x }]
                match: [zork, zork therapy, zrk]
                silent-when: [\(context.rawValue)]
                suggest: [{ say: x }]
                examples: { flagged: ["[[zork]]", "[[zork]]"], accepted: [a, b, c] }
                """), id: "test/zork")
        var library = try reader.finish()
        library.contexts = Self.library.contexts
        library.lists = Self.library.lists
        return Checker(rules: try RuleSet(compiling: library))
    }
}
