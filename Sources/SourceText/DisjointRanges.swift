/// Ranges of which no two share an element, kept in order, so that a new one is tried in logarithmic time.
package struct DisjointRanges<Space>: Sendable {
    private var ranges: [Extent<Space>] = []

    package init() {}

    /// Adds a range unless it overlaps one that is there; says whether it was added.
    package mutating func insert(_ range: Extent<Space>) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upper <= range.lower { low = middle + 1 } else { high = middle }
        }
        if low < ranges.count, ranges[low].overlaps(range) { return false }
        ranges.insert(range, at: low)
        return true
    }
}
