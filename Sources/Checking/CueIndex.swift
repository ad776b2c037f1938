import RuleFormat
import SourceText

/// The cues of one context, in the order of the text, found by place in logarithmic time.
struct CueIndex {
    /// In tokens. How far around a cue an exception to it is looked for.
    private static let reachOfException = 12

    private let ranges: [ContextCues.Place: [TokenRange]]

    init(_ ranges: [ContextCues.Place: [TokenRange]] = [:]) {
        self.ranges = ranges.mapValues { $0.sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) } }
    }

    /// Whether a cue of a place lies wholly within a range of tokens.
    func hasCue(_ place: ContextCues.Place, in tokens: Range<Int>) -> Bool {
        hasCue(place, in: tokens) { _ in true }
    }

    /// Whether a cue of a place that meets a condition lies wholly within a range of tokens.
    func hasCue(_ place: ContextCues.Place, in tokens: Range<Int>, where isMet: (TokenRange) -> Bool) -> Bool {
        any(place, in: tokens) { isMet($0) && !isExcepted($0) }
    }

    /// The first tokens of the cues of a place, in order.
    func starts(of place: ContextCues.Place) -> [Int] {
        ranges[place, default: []].map(\.lower)
    }

    private func isExcepted(_ cue: TokenRange) -> Bool {
        let around = max(0, cue.lower - Self.reachOfException)..<(cue.upper + Self.reachOfException)
        return any(.except, in: around) { $0.overlaps(cue) }
    }

    private func any(_ place: ContextCues.Place, in tokens: Range<Int>, where isMet: (TokenRange) -> Bool) -> Bool {
        guard let all = ranges[place] else { return false }
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle].lower < tokens.lowerBound { low = middle + 1 } else { high = middle }
        }
        while low < all.count, all[low].lower < tokens.upperBound {
            if all[low].upper <= tokens.upperBound, isMet(all[low]) { return true }
            low += 1
        }
        return false
    }
}
