import Documents

/// The headings that each block stands under.
struct Sections {
    /// The nearest heading at or above each block.
    private let nearest: [Int?]
    /// The heading that a heading stands under, by its block.
    private var parents: [Int: Int] = [:]
    /// The first blocks of the sections, in order, and the end of the last.
    private let bounds: [Int]
    /// The blocks from the top to the first heading that stands behind other text.
    let opening: Range<Int>

    init(_ blocks: [Block]) {
        var open: [(level: Int, block: Int)] = []
        var nearest: [Int?] = []
        for (index, block) in blocks.enumerated() {
            if case .heading(let level) = block.kind {
                while let last = open.last, last.level >= level { open.removeLast() }
                parents[index] = open.last?.block
                open.append((level, index))
            }
            if block.isAside { open = [] }
            nearest.append(open.last?.block)
        }
        self.nearest = nearest
        let firstText = blocks.firstIndex { !$0.isHeading } ?? blocks.count
        opening = 0..<(blocks[firstText...].firstIndex(where: \.isHeading) ?? blocks.count)
        bounds = ([0] + blocks.indices.filter { blocks[$0].isHeading && $0 > 0 }
            + [blocks.firstIndex(where: \.isAside)].compactMap { $0 }.filter { $0 > 0 }) + [blocks.count]
    }

    /// The blocks from the heading above a block to the next heading.
    func blocks(aroundBlock block: Int) -> Range<Int> {
        var low = 0
        var high = bounds.count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if bounds[middle] <= block { low = middle } else { high = middle }
        }
        return bounds[low]..<bounds[low + 1]
    }

    /// The headings that a block stands under, the nearest first; a heading stands under itself.
    func headings(of block: Int) -> [Int] {
        nearest[block].map { Array(sequence(first: $0) { parents[$0] }) } ?? []
    }
}
