/// Ranges that may overlap each other, indexed to tell in logarithmic time whether another one shares an element with any.
package struct OverlapIndex<Space>: Sendable {
    private let ranges: [Extent<Space>]
    /// The greatest end of each range and those before it.
    private let furthest: [Int]

    package init(_ ranges: [Extent<Space>]) {
        self.ranges = ranges.sorted { $0.lower < $1.lower }
        var furthest: [Int] = []
        for range in self.ranges { furthest.append(max(furthest.last ?? 0, range.upper)) }
        self.furthest = furthest
    }

    package func overlaps(_ range: Extent<Space>) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lower < range.upper { low = middle + 1 } else { high = middle }
        }
        return low > 0 && furthest[low - 1] > range.lower
    }
}
