/// A number that a country's table knows: an emergency number, or a crisis line.
package struct KnownNumber: Hashable, Sendable {
    /// ISO 3166-1 alpha-2.
    package let country: String
    /// The line; nil for an emergency number.
    package let line: CrisisLine?
    fileprivate let emergencyNumber: String

    fileprivate init(country: String, line: CrisisLine?, emergencyNumber: String) {
        self.country = country
        self.line = line
        self.emergencyNumber = emergencyNumber
    }

    /// The digits of the numbers to call and to text.
    package var digits: [String] {
        (line.map { $0.call + $0.text } ?? [emergencyNumber]).map { $0.filter(\.isNumber) }
    }

    /// Every way in which people write it.
    package func patterns() throws(PatternError) -> [Pattern] {
        try line?.patterns() ?? TelephoneNumber.spellings(of: emergencyNumber)
    }
}

extension Sequence<CrisisLines> {
    /// Every number of these countries, the emergency numbers of each before its lines.
    package var knownNumbers: [KnownNumber] {
        flatMap { table in
            table.emergencyNumbers.map { KnownNumber(country: table.country, line: nil, emergencyNumber: $0) }
                + table.lines.map { KnownNumber(country: table.country, line: $0, emergencyNumber: "") }
        }
    }
}
