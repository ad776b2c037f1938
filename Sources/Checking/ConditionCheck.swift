import RuleFormat
import SourceText

/// Says whether the words stand near a match that a rule asks for, and none that it excludes. Words of the match itself do not
/// count.
struct ConditionCheck {
    /// Of each condition the words that meet it; for one on the file, whether the file meets it.
    private enum Known {
        case words(Scope, RangeIndex)
        case file(Bool)
    }

    private let conditions: [(isRequired: Bool, known: Known)]
    private let draft: Draft

    init(_ conditions: [Condition], _ matches: [Int: [TokenRange]], _ draft: Draft) {
        self.draft = draft
        self.conditions = conditions.enumerated().map { number, condition in
            let known: Known = switch condition.place {
            case .near(let scope): .words(scope, RangeIndex(matches[number] ?? []))
            case .file(let strings): .file(draft.holds(anyOf: strings))
            }
            return (condition.isRequired, known)
        }
    }

    func hold(for match: TokenRange) -> Bool {
        conditions.allSatisfy { isRequired, known in
            switch known {
            case .words(let scope, let index):
                let near = draft.contexts.tokens(of: scope, around: match)
                return index.contains(in: near) { !$0.overlaps(match) } == isRequired
            case .file(let isMet): return isMet == isRequired
            }
        }
    }
}
