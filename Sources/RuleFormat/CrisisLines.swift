/// The ways to reach help now in one country, as checked on a date: `rules/crisis/lines/<country>.yaml`.
package struct CrisisLines: Hashable, Sendable {
    /// ISO 3166-1 alpha-2.
    package let country: String
    package let emergencyNumbers: [String]
    package let lines: [CrisisLine]

    /// Every number that reaches help now, in the ways people write it. A line that redirects still counts, a closed one does not.
    package var patterns: [Pattern] {
        emergencyNumbers.flatMap(TelephoneNumber.spellings)
            + lines.filter { $0.status != .closed }.flatMap { $0.call + $0.text }.flatMap(TelephoneNumber.spellings)
    }
}

/// One crisis line.
package struct CrisisLine: Hashable, Sendable {
    package enum Status: String, CaseIterable, Sendable {
        case current
        /// Superseded, and calls still connect.
        case redirects
        case closed
    }

    package let name: String
    /// Numbers to call, as printed.
    package let call: [String]
    /// Numbers to text, as printed.
    package let text: [String]
    /// Patterns of the ways to give it that are no plain number: "TALK to 38255".
    package let written: [PatternText]
    package let hours: String
    package let serves: String
    package let status: Status
    /// What to print in place of a line that is closed or superseded.
    package let use: String?
    /// When the entry was last checked, as YYYY-MM-DD.
    package let checked: String
    package let source: String

    /// Every way in which people write it.
    package func patterns() throws(PatternError) -> [Pattern] {
        var patterns = (call + text).flatMap(TelephoneNumber.spellings)
        for text in written { patterns.append(try text.pattern()) }
        return patterns
    }
}

extension Sequence<CrisisLines> {
    /// The lines of all these countries that no page should print any more.
    package var stale: [CrisisLine] {
        flatMap(\.lines).filter { $0.status != .current }
    }
}
