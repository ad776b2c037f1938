/// The ways to reach help now in one country, as checked on a date: `rules/crisis/lines/<country>.yaml`.
package struct CrisisLines: Hashable, Sendable {
    /// ISO 3166-1 alpha-2.
    package let country: String
    package let emergencyNumbers: [String]
    package let lines: [CrisisLine]

    /// Every number that reaches help now, in the ways people write it: with and without the leading 1 of North America,
    /// in its groups, bracketed or not, and in one piece. A line that redirects still counts, a closed one does not.
    package var patterns: [Pattern] {
        let numbers = emergencyNumbers + lines.filter { $0.status != .closed }.flatMap { $0.call + $0.text }
        var patterns: [Pattern] = []
        for number in numbers {
            let groups = number.split { !$0.isNumber }.map(String.init)
            patterns += Self.spellings(of: groups)
            if groups.count > 2, groups[0] == "1" { patterns += Self.spellings(of: Array(groups.dropFirst())) }
        }
        return patterns
    }

    private static func spellings(of groups: [String]) -> [Pattern] {
        if groups.count == 1 { return [.word(groups[0])] }
        let spaced = groups.map(Pattern.word).reduce(into: [Pattern]()) { parts, group in
            if !parts.isEmpty { parts.append(.optional(.punctuation)) }
            parts.append(group)
        }
        return [.sequence(spaced), .word(groups.joined())]
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
    package let hours: String
    package let serves: String
    package let status: Status
    /// When the entry was last checked, as YYYY-MM-DD.
    package let checked: String
    package let source: String
}
