import RuleFormat
import Settings
import SourceText

/// The telephone numbers of a draft that the tables know.
struct KnownNumbers {
    /// Where the draft has a number; several countries may know it.
    struct Place {
        let tokens: TokenRange
        let numbers: [KnownNumber]

        /// Whether it is a number to print for readers of some regions, or anywhere where none are named.
        func isCurrent(in regions: [Region]) -> Bool {
            numbers.contains { number in
                let isTheirs = regions.isEmpty || regions.contains { $0.country == number.country }
                return isTheirs && number.line.map { $0.status == .current } ?? true
            }
        }
    }

    let tables: [CrisisLines]
    private let known: [KnownNumber]
    /// In the order of the text. Of numbers that share a word the longest counts.
    let places: [Place]

    init(_ candidates: [Candidates.Number], known: [KnownNumber], tables: [CrisisLines]) {
        self.tables = tables
        self.known = known
        let byTokens = Dictionary(grouping: candidates, by: \.tokens)
        var taken = DisjointRanges<TokenSpace>()
        let longestFirst = byTokens.keys.sorted { ($1.count, $0.lower) < ($0.count, $1.lower) }
        places = longestFirst.filter { taken.insert($0) }.sorted { $0.lower < $1.lower }.map { tokens in
            Place(tokens: tokens, numbers: Set((byTokens[tokens] ?? []).map(\.number)).sorted().map { known[$0] })
        }
    }

    /// The numbers that a link calls by its digits; no words stand for them.
    func called(by digits: TelephoneLink.Digits) -> Place {
        Place(tokens: TokenRange(0, 0), numbers: known.filter { number in
            number.digits.contains { $0.count >= Self.fewestDigitsWithCode ? digits.reaches($0) : digits.text == $0 }
        })
    }

    /// In digits. Before a shorter number no code of a country is dialled.
    private static let fewestDigitsWithCode = 7

    /// What readers of some regions use for what a number is: their emergency number, or their first line.
    func replacement(for number: KnownNumber, in regions: [Region]) -> String? {
        guard let table = regions.lazy.compactMap({ region in tables.first { $0.country == region.country } }).first else { return nil }
        if number.line == nil { return table.emergencyNumbers.first }
        let lines = table.lines.filter { $0.status == .current && !$0.isReferral && $0.parts.isEmpty && !($0.call + $0.text).isEmpty }
        let line = lines.first { $0.topics == number.line?.topics } ?? lines.first { $0.topics.isEmpty }
        return line.flatMap { line in (line.call + line.text).first.map { "\($0) (\(line.name))" } }
    }
}
