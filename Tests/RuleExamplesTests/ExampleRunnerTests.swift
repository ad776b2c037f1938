import Checking
import Matching
import RuleFormat
import RuleTesting
import SourceText
import TestKit
import Testing

/// An example that does not hold is reported, at its place and for every variation that shows it.
struct ExampleRunnerTests {
    private func failures(flagged: String, accepted: String) throws -> [ExampleFailure] {
        let text = """
            message: "“{match}” is a promise"
            severity: error
            why: x
            sources: [{ name: x }]
            match: [guaranteed results]
            suggest: [{ say: x }]
            examples:
              flagged:
                - "We have [[guaranteed results]]."
                - "\(flagged)"
              accepted: [one, two, "\(accepted)"]
            """
        var reader = RuleReader()
        reader.read(SourceFile(text, path: "rule.yaml"), id: "test/promise")
        let library = try reader.finish()
        let rule = try #require(library.rules.first)
        guard var checker = Checker(rules: try RuleSet(compiling: library)) else { throw MissingBreakRules() }
        return ExampleRunner.failures(of: rule, using: &checker)
    }

    private struct MissingBreakRules: Error {}

    @Test func goodExamplesHold() throws {
        #expect(try failures(flagged: "Our [[guaranteed results]] are good.", accepted: "Results vary.").isEmpty)
    }

    @Test func whatIsNotFoundIsReported() throws {
        let found = try failures(flagged: "Our [[sure results]] are good.", accepted: "Results vary.")
        #expect(found.first?.message == "expected “sure results”, found nothing in “Our sure results are good.”")
        #expect(found.first?.position.line == 10)
        #expect(Set(found.map(\.variation)).count >= 7)
    }

    @Test func aMarkThatIsTooShortIsReported() throws {
        let found = try failures(flagged: "Our [[guaranteed]] results are good.", accepted: "Results vary.")
        #expect(found.first?.message.hasPrefix("expected “guaranteed”, found “guaranteed results”") == true)
    }

    @Test func whatIsFoundAgainstItsAuthorIsReported() throws {
        let found = try failures(flagged: "Our [[guaranteed results]].", accepted: "We have guaranteed results.")
        #expect(found.first?.message.hasPrefix("expected nothing, found “guaranteed results”") == true)
    }
}
