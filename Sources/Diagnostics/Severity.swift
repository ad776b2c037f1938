/// How much a finding matters, mildest first.
package enum Severity: String, CaseIterable, Comparable, Sendable {
    case suggestion, warning, error

    package static func < (left: Self, right: Self) -> Bool {
        left.rank < right.rank
    }

    /// The severity so many levels higher, or lower for a negative number; never beyond the last.
    package func shifted(by levels: Int) -> Self {
        Self.allCases[max(0, min(Self.allCases.count - 1, rank + levels))]
    }

    private var rank: Int {
        switch self {
        case .suggestion: 0
        case .warning: 1
        case .error: 2
        }
    }
}
