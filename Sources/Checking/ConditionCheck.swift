import RuleFormat
import SourceText

/// Says whether the words stand near a match that a rule asks for, and none that it excludes. Words of the match itself do not
/// count.
struct ConditionCheck {
    private let conditions: [(condition: Condition, index: RangeIndex)]
    private let contexts: ContextFinder

    init(_ conditions: [Condition], _ matches: [Int: [TokenRange]], _ contexts: ContextFinder) {
        self.contexts = contexts
        self.conditions = conditions.enumerated().map { ($0.element, RangeIndex(matches[$0.offset] ?? [])) }
    }

    func hold(for match: TokenRange) -> Bool {
        conditions.allSatisfy { condition, index in
            let near = contexts.tokens(of: condition.scope, around: match)
            return index.contains(in: near) { !$0.overlaps(match) } == condition.isRequired
        }
    }
}
