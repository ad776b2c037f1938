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
        var kept: [Finding] = []
        for finding in strongestFirst where !kept.contains(where: { displaces($0, finding) }) {
            kept.append(finding)
        }
        return kept.sorted { a, b in
            (a.range.lower, a.range.upper, a.rule) < (b.range.lower, b.range.upper, b.rule)
        }
    }

    private static func displaces(_ strong: Finding, _ weak: Finding) -> Bool {
        strong.scope == .span && weak.scope == .span && strong.range.overlaps(weak.range)
            && strong.rule.prefix { $0 != "/" } == weak.rule.prefix { $0 != "/" }
    }
}
