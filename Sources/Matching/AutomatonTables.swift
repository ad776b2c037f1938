import Segmentation

/// The columns of an automaton while they are looked at, without checks of bounds: they are walked for every token, and
/// only an `AutomatonBuilder` makes them.
struct AutomatonTables {
    /// How many numbers a row of `rows` has.
    static let rowWidth = 4

    /// For each state, where its edges, class edges, steps and acceptances start; the next row says where they end.
    let rows: UnsafePointer<UInt32>
    let edgeSymbols: UnsafePointer<UInt32>
    let edgeTargets: UnsafePointer<UInt32>
    let classMasks: UnsafePointer<UInt32>
    let classTargets: UnsafePointer<UInt32>
    let steps: UnsafePointer<UInt32>
    let accepts: UnsafePointer<UInt32>
    /// For each pattern that marks a part of its matches, the two states from which it alone, with those that begin alike and
    /// mark a part too, can be followed: anywhere, and from the start of a sentence; 0 for none.
    let markStarts: UnsafePointer<UInt32>
    let stateCount: Int

    /// The edges of a state that take a symbol.
    @inline(__always)
    func edges(of state: Int, on symbol: Symbol) -> Range<Int> {
        var low = Int(rows[state * Self.rowWidth])
        let end = Int(rows[(state + 1) * Self.rowWidth])
        var high = end
        while high - low > 4 {
            let middle = (low + high) / 2
            if edgeSymbols[middle] < symbol { low = middle + 1 } else { high = middle }
        }
        while low < end, edgeSymbols[low] < symbol { low += 1 }
        var upper = low
        while upper < end, edgeSymbols[upper] == symbol { upper += 1 }
        return low..<upper
    }

    /// Whether a class edge takes a word of a shape.
    @inline(__always)
    func takes(_ classEdge: Int, _ shape: Shape) -> Bool {
        let mask = classMasks[classEdge]
        return mask == Automaton.everyWord || UInt32(shape.rawValue) & mask != 0
    }

    @inline(__always)
    func classEdges(of state: Int) -> Range<Int> { row(state, 1) }

    @inline(__always)
    func steps(from state: Int) -> Range<Int> { row(state, 2) }

    @inline(__always)
    func acceptances(of state: Int) -> Range<Int> { row(state, 3) }

    @inline(__always)
    private func row(_ state: Int, _ column: Int) -> Range<Int> {
        let at = state * Self.rowWidth + column
        return Int(rows[at])..<Int(rows[at + Self.rowWidth])
    }
}
