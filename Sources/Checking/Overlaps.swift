import Diagnostics
import SourceText

/// Settles which of several findings on the same words is told.
///
/// Findings of different categories speak of different things and all stay. Of those of one category that share a byte,
/// the more severe stays, then the longer, then the one that starts first, then the one whose rule comes first by name.
/// A finding on the page as a whole gives way to none.
enum Overlaps {
    /// The findings that stay, in the order of the text.
    static func resolve(_ findings: [Finding]) -> [Finding] {
        let strongestFirst = findings.sorted { a, b in
            if a.severity != b.severity { return a.severity > b.severity }
            return (b.range.count, a.range.lower, a.rule) < (a.range.count, b.range.lower, b.rule)
        }
        var taken: [Substring: DisjointRanges<SourceSpace>] = [:]
        let kept = strongestFirst.filter { finding in
            let category = finding.rule.prefix { $0 != "/" }
            return finding.scope == .document || taken[category, default: DisjointRanges()].insert(finding.range)
        }
        return kept.sorted { a, b in
            (a.range.lower, a.range.upper, a.rule) < (b.range.lower, b.range.upper, b.rule)
        }
    }
}
