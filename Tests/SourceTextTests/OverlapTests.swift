import SourceText
import TestKit
import Testing

/// Both indices against looking at every range.
struct OverlapTests {
    @Test func agreeWithLookingAtEveryRange() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<300 {
            let ranges = (0..<30).map { _ in
                let lower = Int.random(in: 0..<100, using: &random)
                return TextRange(lower, lower + Int.random(in: 1...8, using: &random))
            }
            let index = OverlapIndex(Array(ranges.prefix(10)))
            var disjoint = DisjointRanges<TextSpace>()
            var kept: [TextRange] = []
            for range in ranges {
                #expect(index.overlaps(range) == ranges.prefix(10).contains { $0.overlaps(range) })
                let isFree = !kept.contains { $0.overlaps(range) }
                #expect(disjoint.insert(range) == isFree)
                if isFree { kept.append(range) }
            }
        }
    }
}
