import RuleFormat
import SourceText

/// Checks the suppressions of a draft: what keeps nothing back, is not known, or lacks a reason is to be seen.
struct SuppressionCheck {
    let check: RuleCheck
    let body: SuppressionBody

    /// `isOn` says whether a rule of a name reports on the draft.
    func findings(_ suppressions: Suppressions, isOn: (RulePattern) -> Bool) -> [Finding] {
        switch body.problem {
        case .unreasoned: suppressions.unreasoned.map { check.finding(at: $0) }
        case .unknown: suppressions.unknown.map(finding)
        case .unused: suppressions.unused(isOn: isOn).map(finding)
        }
    }

    private func finding(_ problem: Suppressions.Problem) -> Finding {
        check.finding(at: problem.range, replacing: (problem.replaced, problem.replacement), isSafe: problem.isSafe, values: ["hint": problem.hint])
    }
}
