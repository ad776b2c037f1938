/// How much a finding matters, mildest first.
package enum Severity: String, CaseIterable, Comparable, Sendable {
    case suggestion, warning, error

    package static func < (left: Self, right: Self) -> Bool {
        left.rank < right.rank
    }

    /// One level milder; a suggestion stays one.
    package var softened: Self {
        self == .error ? .warning : .suggestion
    }

    private var rank: Int {
        switch self {
        case .suggestion: 0
        case .warning: 1
        case .error: 2
        }
    }
}
