import Diagnostics
import Documents
import RuleFormat
import Segmentation
import Settings
import SourceText

/// Turns the candidates of a rule on words into findings.
struct SpanCheck {
    let rule: Rule
    let body: SpanBody
    let severity: Severity
    let draft: Draft

    func findings(
        _ candidates: [Candidates.Candidate], except: [TokenRange], literals: [SourceRange]
    ) -> [Finding] {
        let resolved = Candidates.resolve(candidates, except: except)
        let reported = switch body.report {
        case .everyUse: resolved.filter { !isSilenced($0.marked) }
        case .firstUse: firstUses(resolved)
        }
        return reported.filter { !isAllowed($0) }.map(finding) + literals.map(finding)
    }

    private var silentWhen: ContextSet {
        rule.audience == .general ? rule.silentWhen.union(ContextSet(.professional)) : rule.silentWhen
    }

    private func isSilenced(_ match: TokenRange) -> Bool {
        draft.contexts.holdsAny(of: silentWhen, for: match)
    }

    /// Of each entry the first use that nobody explained before or beside it: in running text, or in a heading where
    /// there is no other.
    private func firstUses(_ candidates: [Candidates.Candidate]) -> [Candidates.Candidate] {
        let others = silentWhen.subtracting(ContextSet(.glossed))
        let glossCounts = silentWhen.contains(.glossed)
        return Dictionary(grouping: candidates, by: \.entry).values.compactMap { uses in
            var heading: Candidates.Candidate?
            for use in uses where !draft.contexts.holdsAny(of: others, for: use.marked) {
                if glossCounts, draft.contexts.holds(.glossed, for: use.marked) { return nil }
                if !draft.contexts.block(of: use.marked).isHeading { return use }
                heading = heading ?? use
            }
            return heading
        }
    }

    /// Whether the writer keeps these words.
    private func isAllowed(_ candidate: Candidates.Candidate) -> Bool {
        if draft.settings.allowedTerms.isEmpty { return false }
        let words = Folding.fold(draft.words(of: candidate.marked))
        return draft.settings.allowedTerms.contains { Folding.fold($0) == words }
    }

    private func finding(_ candidate: Candidates.Candidate) -> Finding {
        let range = draft.source(of: candidate.marked)
        let advice = body.entries[candidate.entry].advice.map { [$0] } ?? rule.suggestions
        let isSofter = draft.contexts.holdsAny(of: rule.softerWhen, for: candidate.marked)
        return Finding(
            rule: rule.id, severity: isSofter ? severity.softened : severity, scope: .span,
            message: rule.message(for: draft.words(of: candidate.marked)), range: range,
            suggestions: advice.map { Finding.Suggestion($0, for: range) })
    }

    private func finding(_ literal: SourceRange) -> Finding {
        Finding(
            rule: rule.id, severity: severity, scope: .span, message: rule.message(for: draft.file.text(literal)),
            range: literal, suggestions: rule.suggestions.map { Finding.Suggestion($0, for: literal) })
    }
}

extension Finding.Suggestion {
    init(_ advice: Advice, for range: SourceRange) {
        switch advice {
        case .say(let text): kind = .say(text)
        case .replace(let text, let isSafe): kind = .replace(text, range: range, isSafe: isSafe)
        }
    }
}
