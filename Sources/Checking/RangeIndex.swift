import SourceText

/// Ranges of tokens in the order of the text, found in logarithmic time.
struct RangeIndex {
    /// In order.
    let ranges: [TokenRange]

    init(_ ranges: [TokenRange]) {
        self.ranges = ranges.sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) }
    }

    /// Whether a range that meets a condition lies wholly within some tokens.
    func contains(in tokens: Range<Int>, where isMet: (TokenRange) -> Bool) -> Bool {
        first(in: tokens, where: isMet) != nil
    }

    /// The first range that meets a condition and lies wholly within some tokens.
    func first(in tokens: Range<Int>, where isMet: (TokenRange) -> Bool) -> TokenRange? {
        var at = first(from: tokens.lowerBound)
        while at < ranges.count, ranges[at].lower < tokens.upperBound {
            if ranges[at].upper <= tokens.upperBound, isMet(ranges[at]) { return ranges[at] }
            at += 1
        }
        return nil
    }

    /// How many ranges start within some tokens.
    func count(in tokens: Range<Int>) -> Int {
        first(from: tokens.upperBound) - first(from: tokens.lowerBound)
    }

    private func first(from token: Int) -> Int {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lower < token { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
