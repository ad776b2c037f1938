import BuiltInRules
import Checking
import Documents
import Fixing
import Matching
import RuleFormat
import Settings
import SourceText
import TestKit
import Testing

/// The changes that the built-in rules offer, on their own examples.
struct RuleFixTests {
    private static let rules = BuiltInRules.load()

    private struct MissingBreakRules: Error {}

    /// Once they are made, what was found is gone and nothing else is found.
    @Test(arguments: rules.library.rules.map(\.id))
    func leaveNothingBehind(_ id: String) throws {
        guard var checker = Checker(rules: Self.rules), let rule = Self.rules.library.rule(id) else { throw MissingBreakRules() }
        for example in rule.examples where example.isFlagged && !example.text.hasPrefix("---") && !example.text.hasPrefix("<!") {
            let file = SourceFile(example.unmarked.text)
            let before = checker.check(file, as: DocumentFormat.markdown.read(file), settings: Settings())
            let mended = before.findings.filter { Fixes(for: [$0], includingUnsafe: true).count > 0 }
            if mended.isEmpty { continue }
            let fixed = SourceFile(String(decoding: Fixes(for: mended, includingUnsafe: true).apply(to: file.bytes), as: UTF8.self))
            let after = checker.check(fixed, as: DocumentFormat.markdown.read(fixed), settings: Settings())
            let kept = before.findings.filter { finding in !mended.contains(finding) }.map(\.rule)
            #expect(after.findings.map(\.rule) == kept, "\(file.text(SourceRange(0, file.bytes.count))) became \(fixed.text(SourceRange(0, fixed.bytes.count)))")
        }
    }
}
