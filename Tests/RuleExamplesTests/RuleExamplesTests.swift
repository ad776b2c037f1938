import BuiltInRules
import Checking
import Matching
import RuleFormat
import RuleTesting
import SourceText
import Testing

/// The examples of every built-in rule, as written and with harmless changes. A failure points into the rule's file.
struct RuleExamplesTests {
    private static let rules = BuiltInRules.load()

    @Test(arguments: rules.library.rules.map(\.id))
    func holds(_ id: String) throws {
        let rule = try #require(Self.rules.library.rule(id))
        guard var checker = Checker(rules: Self.rules) else {
            Issue.record("ICU has no break rules")
            return
        }
        for failure in ExampleRunner.failures(of: rule, using: &checker) {
            let path = "rules/\(id).yaml"
            Issue.record(
                Comment(rawValue: "\(failure.variation): \(failure.message)"),
                sourceLocation: SourceLocation(
                    fileID: "attune/\(path)", filePath: path, line: failure.position.line, column: failure.position.column))
        }
    }
}
