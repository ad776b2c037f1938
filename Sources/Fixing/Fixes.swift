package import Checking
package import SourceText

/// The changes that findings offer and that can be made in one go.
package struct Fixes {
    private struct Replacement {
        let range: SourceRange
        let text: String
    }

    /// In the order of the text, none sharing a byte with another.
    private let replacements: [Replacement]

    package var count: Int { replacements.count }

    /// Of each finding the first change counts, if it may be made unasked or `includingUnsafe` is told; of changes that share a
    /// byte the earlier one.
    package init(for findings: [Finding], includingUnsafe: Bool) {
        let offered = findings.compactMap { finding in
            finding.suggestions.lazy.compactMap { suggestion -> Replacement? in
                guard case .replace(let text, let range, let isSafe) = suggestion.kind, isSafe || includingUnsafe else { return nil }
                return Replacement(range: range, text: text)
            }.first
        }
        var taken = DisjointRanges<SourceSpace>()
        replacements = offered.sorted { $0.range.lower < $1.range.lower }.filter { taken.insert($0.range) }
    }

    /// The text with the changes made.
    package func apply(to bytes: [UInt8]) -> [UInt8] {
        var changed: [UInt8] = []
        var reached = 0
        for replacement in replacements {
            changed += bytes[reached..<replacement.range.lower] + Array(replacement.text.utf8)
            reached = replacement.range.upper
        }
        return changed + bytes[reached...]
    }
}
