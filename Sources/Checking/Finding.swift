package import Diagnostics
package import SourceText

/// What the writer is told, at its place.
package struct Finding: Hashable, Sendable {
    package enum Scope: String, Sendable {
        /// About the words at the range.
        case span
        /// About the page as a whole; the range is what calls for it.
        case document
    }

    package struct Suggestion: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case say(String)
            /// Exact words for a range of the file.
            case replace(String, range: SourceRange, isSafe: Bool)
        }

        package let kind: Kind
    }

    /// The id of the rule.
    package let rule: String
    package let severity: Severity
    package let scope: Scope
    package let message: String
    package let range: SourceRange
    package let suggestions: [Suggestion]

    package init(rule: String, severity: Severity, scope: Scope, message: String, range: SourceRange, suggestions: [Suggestion]) {
        self.rule = rule
        self.severity = severity
        self.scope = scope
        self.message = message
        self.range = range
        self.suggestions = suggestions
    }
}
