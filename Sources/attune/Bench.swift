import Checking
import Diagnostics
import Documents
import Matching
import Settings
import SourceText

/// What one worker works with: a checker for each set of rules that a draft of its has called for.
final class Bench {
    /// A checker cannot be copied, and so cannot stand in an array.
    private final class Box {
        var checker: Checker

        init?(_ rules: RuleSet) {
            guard let checker = Checker(rules: rules) else { return nil }
            self.checker = checker
        }
    }

    let ruleSets: [RuleSet]
    private var boxes: [Int: Box] = [:]

    init(_ ruleSets: [RuleSet]) {
        self.ruleSets = ruleSets
    }

    func check(_ file: SourceFile, as document: Document, settings: Settings, ruleSet: Int) throws(Diagnostics) -> CheckedFile {
        guard let box = boxes[ruleSet] ?? Box(ruleSets[ruleSet]) else { throw Diagnostics([.missingBreakRules]) }
        boxes[ruleSet] = box
        return box.checker.check(file, as: document, settings: settings)
    }
}
