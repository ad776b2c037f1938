import RuleFormat
import SourceText

/// The cues of one context by place.
struct CueIndex {
    /// In tokens. How far around a cue an exception to it is looked for.
    private static let reachOfException = 12

    private let places: [ContextCues.Place: RangeIndex]

    init(_ ranges: [ContextCues.Place: [TokenRange]] = [:]) {
        places = ranges.mapValues(RangeIndex.init)
    }

    /// Whether a cue of a place lies wholly within a range of tokens.
    func hasCue(_ place: ContextCues.Place, in tokens: Range<Int>) -> Bool {
        hasCue(place, in: tokens) { _ in true }
    }

    /// Whether a cue of a place that meets a condition lies wholly within a range of tokens.
    func hasCue(_ place: ContextCues.Place, in tokens: Range<Int>, where isMet: (TokenRange) -> Bool) -> Bool {
        firstCue(place, in: tokens, where: isMet) != nil
    }

    /// The first cue of a place that meets a condition and lies wholly within a range of tokens.
    func firstCue(_ place: ContextCues.Place, in tokens: Range<Int>, where isMet: (TokenRange) -> Bool) -> TokenRange? {
        places[place]?.first(in: tokens) { isMet($0) && !isExcepted($0) }
    }

    /// Whether words that are no cue begin at a token.
    func hasException(at token: Int) -> Bool {
        places[.except]?.contains(in: token..<(token + Self.reachOfException)) { $0.lower == token } ?? false
    }

    /// The first tokens of the cues of a place, in order, without those that are none.
    func starts(of place: ContextCues.Place) -> [Int] {
        places[place]?.ranges.filter { !isExcepted($0) }.map(\.lower) ?? []
    }

    private func isExcepted(_ cue: TokenRange) -> Bool {
        let around = max(0, cue.lower - Self.reachOfException)..<(cue.upper + Self.reachOfException)
        return places[.except]?.contains(in: around) { $0.overlaps(cue) } ?? false
    }
}
