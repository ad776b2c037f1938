import RuleFormat
import SourceText

/// Checks the suppressions of a draft: what keeps nothing back, is not known, or lacks a reason is to be seen.
struct SuppressionCheck {
    let check: RuleCheck
    let body: SuppressionBody

    /// `rules` are those that there are.
    func findings(_ suppressions: Suppressions, rules: [Rule]) -> [Finding] {
        switch body.problem {
        case .unreasoned: suppressions.unreasoned(among: rules.map(\.id)).map { check.finding(at: $0) }
        case .unknown: suppressions.unknown(among: names(of: rules)).map(finding)
        case .unused:
            suppressions.unused(isOn: { pattern in rules.contains { pattern.matches($0.id) && check.draft.isOn($0) } }).map(finding)
        }
    }

    private func names(of rules: [Rule]) -> [String] {
        rules.map(\.id) + Set(rules.map { "\($0.category)/*" }).sorted()
    }

    private func finding(_ problem: Suppressions.Problem) -> Finding {
        check.finding(at: problem.range, replacing: (problem.replaced, problem.replacement), values: ["hint": problem.hint])
    }
}
