import Diagnostics
import Documents
import RuleFormat
import Segmentation
import Settings
import SourceText

/// Turns the candidates of a rule on words into findings.
struct SpanCheck {
    let check: RuleCheck
    let body: SpanBody

    private var draft: Draft { check.draft }

    func findings(_ candidates: Candidates.OfRule, literals: [SourceRange]) -> [Finding] {
        let conditions = ConditionCheck(check.rule.conditions, candidates.conditions, draft)
        let resolved = Candidates.resolve(candidates.matches, except: candidates.excepted)
            .filter { conditions.hold(for: $0.tokens) && isInBlockOfRule($0) }
        let reported = switch body.report {
        case .everyUse: resolved.filter { !check.isSilenced($0.marked) }
        case .firstUse: firstUses(resolved)
        }
        return told(reported.filter { !isAllowed($0) }).map { finding($0.candidate, covering: $0.covered, candidates) }
            + literals.map { check.finding(at: $0) }
    }

    /// Of all candidates whose findings would cover the same words the one with the highest severity, the first of equals.
    private func told(_ candidates: [Candidates.Candidate]) -> [(candidate: Candidates.Candidate, covered: TokenRange)] {
        if body.covers == .match { return candidates.map { ($0, $0.marked) } }
        var told: [(candidate: Candidates.Candidate, covered: TokenRange)] = []
        var strongest: [TokenRange: (index: Int, severity: Severity)] = [:]
        for candidate in candidates {
            guard let covered = covered(by: candidate.marked) else { continue }
            let severity = check.severity(of: candidate.marked)
            guard let known = strongest[covered] else {
                strongest[covered] = (told.count, severity)
                told.append((candidate, covered))
                continue
            }
            if severity <= known.severity { continue }
            strongest[covered] = (known.index, severity)
            told[known.index].candidate = candidate
        }
        return told
    }

    /// Of each entry the first use that nobody explained before or beside it: in running text, or in a heading where
    /// there is no other.
    private func firstUses(_ candidates: [Candidates.Candidate]) -> [Candidates.Candidate] {
        let others = check.silentWhen.subtracting(ContextSet(.glossed))
        let glossCounts = check.silentWhen.contains(.glossed)
        return Dictionary(grouping: candidates, by: \.entry).values.compactMap { uses in
            var heading: Candidates.Candidate?
            for use in uses where !draft.contexts.holdsAny(of: others, for: use.marked) && !check.lacksContext(use.marked) {
                if glossCounts, draft.contexts.holds(.glossed, for: use.marked) { return nil }
                if !draft.contexts.block(of: use.marked).isHeading { return use }
                heading = heading ?? use
            }
            return heading
        }
    }

    private func isInBlockOfRule(_ candidate: Candidates.Candidate) -> Bool {
        body.blocks.isEmpty || body.blocks.contains(SpanBody.BlockKind(draft.contexts.block(of: candidate.marked).kind))
    }

    private func covered(by match: TokenRange) -> TokenRange? {
        let range = switch body.covers {
        case .match: match.indices
        case .brackets: brackets(around: match)
        case .sentence: draft.contexts.tokens(of: .sentence, around: match)
        case .paragraph: draft.contexts.tokens(of: .paragraph, around: match)
        case .quotation: draft.contexts.quotation(around: match) ?? draft.contexts.tokens(of: .paragraph, around: match)
        }
        return range.map { TokenRange($0) }
    }

    /// In tokens. No placeholder is longer.
    private static let reachOfBracket = 12

    private func brackets(around match: TokenRange) -> Range<Int>? {
        let sentence = draft.tokens.sentence(of: match).tokens
        let before = max(sentence.lower, match.lower - Self.reachOfBracket)..<match.lower
        let after = match.upper..<min(sentence.upper, match.upper + Self.reachOfBracket)
        guard let opening = before.last(where: { isBracket($0) }), draft.byte(at: opening) == UInt8(ascii: "["),
            let closing = after.first(where: { isBracket($0) }), draft.byte(at: closing) == UInt8(ascii: "]") else { return nil }
        return opening..<(closing + 1)
    }

    private func isBracket(_ token: Int) -> Bool {
        [UInt8(ascii: "["), UInt8(ascii: "]")].contains(draft.byte(at: token))
    }

    /// Whether the writer keeps these words.
    private func isAllowed(_ candidate: Candidates.Candidate) -> Bool {
        if draft.settings.allowedTerms.isEmpty { return false }
        let words = Folding.fold(draft.words(of: candidate.marked))
        return draft.settings.allowedTerms.contains { Folding.fold($0) == words }
    }

    private func finding(
        _ candidate: Candidates.Candidate, covering covered: TokenRange, _ candidates: Candidates.OfRule
    ) -> Finding {
        check.finding(
            on: candidate.marked, covering: covered, advice: body.entries[candidate.entry].advice.map { [$0] },
            values: values(of: candidate, candidates))
    }

    /// What the places of the message and the advice are filled with.
    private func values(of candidate: Candidates.Candidate, _ candidates: Candidates.OfRule) -> [String: String] {
        let captured = Candidates.Captured(entry: candidate.entry, tokens: candidate.tokens)
        return (candidates.captures[captured] ?? [:]).mapValues(draft.words)
    }
}

extension SpanBody.BlockKind {
    fileprivate init(_ kind: Block.Kind) {
        self = switch kind {
        case .paragraph, .caption, .description, .alternative, .tooltip, .label, .placeholder: .paragraph
        case .heading, .title, .button: .heading
        case .listItem: .listItem
        case .tableCell: .tableCell
        }
    }
}
