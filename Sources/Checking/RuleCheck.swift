import Diagnostics
import Documents
import RuleFormat
import SourceText

/// What the checks of all kinds of rule share: a rule at its severity, a draft, and how a finding is made of a match.
struct RuleCheck {
    let rule: Rule
    let severity: Severity
    let draft: Draft

    /// Whether a context in which the rule says nothing holds, or none of those that it asks for.
    func isSilenced(_ match: TokenRange) -> Bool {
        draft.contexts.holdsAny(of: silentWhen, for: match) || lacksContext(match)
    }

    /// Whether the rule asks for contexts and none of them holds.
    func lacksContext(_ match: TokenRange) -> Bool {
        !rule.onlyWhen.isEmpty && !draft.contexts.holdsAny(of: rule.onlyWhen, for: match)
    }

    /// Rules for the general audience are silent where a section speaks to professionals.
    var silentWhen: ContextSet {
        rule.audience == .general ? rule.silentWhen.union(ContextSet(.professional)) : rule.silentWhen
    }

    /// The severity where a match stands: lowered by the strongest of the contexts that soften, raised by any that raises.
    func severity(of match: TokenRange) -> Severity {
        let softer = rule.softerWhen.filter { draft.contexts.holds($0.context, for: match) }.map(\.levels).max() ?? 0
        let isRaised = draft.contexts.holdsAny(of: rule.raisedWhen, for: match)
        return severity.shifted(by: (isRaised ? 1 : 0) - softer)
    }

    /// A finding on the words of a match, or on the words around it that it stands for.
    func finding(
        on match: TokenRange, covering covered: TokenRange? = nil, scope: Finding.Scope = .span, advice: [Advice]? = nil,
        values: [String: String] = [:]
    ) -> Finding {
        let covered = covered ?? match
        return finding(
            at: draft.source(of: covered), severity: severity(of: match), scope: scope, advice: advice,
            values: values.merging(["match": Self.shortened(draft.words(of: covered))]) { given, _ in given })
    }

    /// In characters. A message names no more words than fit.
    private static let longestQuotation = 80

    private static func shortened(_ words: String) -> String {
        guard words.count > longestQuotation else { return words }
        let start = words.prefix(longestQuotation)
        return start[..<(start.lastIndex(of: " ") ?? start.endIndex)] + " …"
    }

    /// A finding on bytes that are no words, such as an address.
    func finding(at range: SourceRange, scope: Finding.Scope = .span, values: [String: String] = [:]) -> Finding {
        finding(
            at: range, severity: severity, scope: scope, advice: nil,
            values: values.merging(["match": draft.file.text(range)]) { given, _ in given })
    }

    /// A finding on bytes that are no words, with a change that mends it.
    func finding(at range: SourceRange, replacing change: (range: SourceRange, text: String), isSafe: Bool, values: [String: String]) -> Finding {
        finding(at: range, values: values).offering(change.text, for: change.range, isSafe: isSafe)
    }

    private func finding(
        at range: SourceRange, severity: Severity, scope: Finding.Scope, advice: [Advice]?, values: [String: String]
    ) -> Finding {
        Finding(
            rule: rule.id, severity: severity, scope: scope, message: Template.fill(rule.message, with: values), range: range,
            suggestions: (advice ?? rule.suggestions).map { Finding.Suggestion($0, for: range, values: values) })
    }
}

extension Finding {
    /// With exact words for a range of the file, before the other suggestions.
    func offering(_ text: String, for replaced: SourceRange, isSafe: Bool) -> Finding {
        let suggestion = Suggestion(kind: .replace(text, range: replaced, isSafe: isSafe))
        return Finding(rule: rule, severity: severity, scope: scope, message: message, range: range, suggestions: [suggestion] + suggestions)
    }
}

extension Finding.Suggestion {
    fileprivate init(_ advice: Advice, for range: SourceRange, values: [String: String]) {
        let text = Template.fill(advice.text, with: values)
        switch advice {
        case .say: kind = .say(text)
        case .replace(_, let isSafe): kind = .replace(text, range: range, isSafe: isSafe)
        }
    }
}
