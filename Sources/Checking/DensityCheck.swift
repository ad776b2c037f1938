import Documents
import RuleFormat
import Segmentation
import Settings
import SourceText

/// Checks a rule on how often something is said in a section or on the page.
struct DensityCheck {
    private static let hundred = 100.0

    let check: RuleCheck
    let body: DensityBody

    private var draft: Draft { check.draft }

    /// One finding for each place that says it too often, at the first time.
    func findings(_ candidates: Candidates.OfRule, given others: [Finding]) -> [Finding] {
        let matches = Candidates.resolve(candidates.matches, except: candidates.excepted)
            .map(\.marked).filter { !check.isSilenced($0) }
        let flagged = others.filter { finding in body.rules.contains { $0.matches(finding.rule) } }
            .compactMap { draft.token(at: $0.range.lower) }.map { TokenRange($0, $0 + 1) }
        let counted = (matches + flagged).sorted { $0.lower < $1.lower }
        let against = RangeIndex(candidates.against)
        var findings: [Finding] = []
        var end = 0
        for (index, first) in counted.enumerated() where first.lower >= end {
            let place = draft.contexts.tokens(of: body.per, around: first)
            end = place.upperBound
            let count = counted[index...].prefix { $0.lower < end }.count
            if isTooMany(count, in: place, against) {
                findings.append(check.finding(on: first, scope: .document, values: ["count": String(count)]))
            }
        }
        return findings
    }

    private func isTooMany(_ count: Int, in place: Range<Int>, _ against: RangeIndex) -> Bool {
        if count < body.atLeast { return false }
        if !body.against.isEmpty { return Double(count) > body.above * Double(against.count(in: place)) }
        let words = place.count { draft.tokens.isWord($0) }
        return Double(count) * Self.hundred > body.above * Double(words)
    }
}
