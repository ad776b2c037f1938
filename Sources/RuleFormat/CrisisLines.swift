/// The ways to reach help now in one country, as checked on a date: `rules/crisis/lines/<country>.yaml`.
package struct CrisisLines: Hashable, Sendable {
    /// ISO 3166-1 alpha-2.
    package let country: String
    package let emergencyNumbers: [String]
    /// A caveat ready to paste.
    package let caveat: String
    package let lines: [CrisisLine]

    /// The digits of every number that helps in a crisis.
    package var digitsOfHelp: [String] {
        let numbers = emergencyNumbers + lines.filter { $0.status != .closed && !$0.isReferral }.flatMap { $0.call + $0.text }
        return numbers.map { $0.filter(\.isNumber) }
    }

    /// The places that have lines of their own: the country, and each part of it that some line is for alone (ISO 3166).
    package var places: [String] {
        [country] + Set(lines.flatMap(\.parts)).sorted().map { "\(country)-\($0)" }
    }

    /// Every number of a class that is for a place alone, in the ways people write it. A line that redirects still counts; a
    /// closed one does not, nor does one that only refers.
    package func patterns(of kind: LineClass, in place: String) throws(PatternError) -> [Pattern] {
        var patterns = kind == .crisis && place == country ? emergencyNumbers.flatMap(TelephoneNumber.spellings) : []
        let part = place == country ? nil : String(place.dropFirst(country.count + 1))
        for line in lines where line.isOf(kind) && (part.map(line.parts.contains) ?? line.parts.isEmpty) {
            patterns += try line.patterns()
        }
        return patterns
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

    /// What a line is for, where it is not for everything.
    package enum Topic: String, CaseIterable, Sendable {
        case violence, perinatal, veterans, youth, addiction, eating
        case lgbtq
        case lgbtqYouth = "lgbtq-youth"
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
    package let topics: [Topic]
    /// The parts of the country that it serves (ISO 3166-2, behind the hyphen); all when it is empty.
    package let parts: [String]
    /// It informs or refers, and is no help in a crisis by itself.
    package let isReferral: Bool
    package let status: Status
    /// What to print in place of a line that is closed or superseded.
    package let use: String?
    /// When the entry was last checked, as YYYY-MM-DD.
    package let checked: String
    package let source: String
    /// When it must be checked again, where a change is expected, as YYYY-MM-DD.
    package let recheck: String?

    /// Whether it answers today, as far as is known, and belongs to a class.
    func isOf(_ kind: LineClass) -> Bool {
        status != .closed && (kind.topic.map(topics.contains) ?? !isReferral)
    }

    /// Every way in which people write it.
    package func patterns() throws(PatternError) -> [Pattern] {
        var patterns = (call + text).flatMap(TelephoneNumber.spellings)
        for text in written { patterns.append(try text.pattern()) }
        return patterns
    }
}
