import RuleFormat
import SourceText

/// Says whether the words stand near a match that a rule asks for, and none that it excludes. Words of the match itself do not
/// count.
struct ConditionCheck {
    private let conditions: [(condition: Condition, index: RangeIndex)]
    private let draft: Draft

    init(_ conditions: [Condition], _ matches: [Int: [TokenRange]], _ draft: Draft) {
        self.draft = draft
        self.conditions = conditions.enumerated().map { ($0.element, RangeIndex(matches[$0.offset] ?? [])) }
    }

    func hold(for match: TokenRange) -> Bool {
        conditions.allSatisfy { condition, index in
            switch condition.place {
            case .near(let scope):
                let near = draft.contexts.tokens(of: scope, around: match)
                return index.contains(in: near) { !$0.overlaps(match) } == condition.isRequired
            case .file(let strings): return draft.holds(anyOf: strings) == condition.isRequired
            }
        }
    }
}
