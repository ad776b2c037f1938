import Diagnostics

/// A choice of rules that settings start from.
package enum Preset: String, CaseIterable, Sendable {
    /// All but what rules keep for `strict`.
    case recommended
    /// Everything, advice on what a page could say beside the usual included.
    case strict
    /// What a writer should not publish with, and no more: no suggestions.
    case gentle

    /// The presets in which a rule of a severity is on when it names none.
    static func usual(at severity: Severity) -> Set<Preset> {
        severity == .suggestion ? [.recommended, .strict] : Set(allCases)
    }
}
