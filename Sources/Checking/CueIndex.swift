import RuleFormat
import SourceText

/// The cues of one context, in the order of the text, found by place in logarithmic time.
struct CueIndex {
    private let ranges: [ContextCues.Place: [TokenRange]]

    init(_ ranges: [ContextCues.Place: [TokenRange]]) {
        self.ranges = ranges.mapValues { $0.sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) } }
    }

    /// The cues that lie wholly within a range of tokens.
    func ranges(_ place: ContextCues.Place, in tokens: Range<Int>) -> [TokenRange] {
        let all = ranges[place] ?? []
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle].lower < tokens.lowerBound { low = middle + 1 } else { high = middle }
        }
        return all[low...].prefix { $0.lower < tokens.upperBound }.filter { $0.upper <= tokens.upperBound }
    }
}
