import Segmentation

/// The columns of an automaton while they are looked at.
struct AutomatonTables {
    let edgeOffsets: UnsafeBufferPointer<UInt32>
    let edgeSymbols: UnsafeBufferPointer<UInt32>
    let edgeTargets: UnsafeBufferPointer<UInt32>
    let classOffsets: UnsafeBufferPointer<UInt32>
    let classMasks: UnsafeBufferPointer<UInt32>
    let classTargets: UnsafeBufferPointer<UInt32>
    let stepOffsets: UnsafeBufferPointer<UInt32>
    let steps: UnsafeBufferPointer<UInt32>
    let acceptOffsets: UnsafeBufferPointer<UInt32>
    let accepts: UnsafeBufferPointer<UInt32>
    let startRows: UnsafeBufferPointer<UInt32>

    var stateCount: Int { edgeOffsets.count - 1 }

    /// The edges of a state that take a symbol.
    func edges(of state: Int, on symbol: Symbol) -> Range<Int> {
        if state == Automaton.start { return Int(startRows[Int(symbol)])..<Int(startRows[Int(symbol) + 1]) }
        var low = Int(edgeOffsets[state])
        let end = Int(edgeOffsets[state + 1])
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if edgeSymbols[middle] < symbol { low = middle + 1 } else { high = middle }
        }
        var upper = low
        while upper < end, edgeSymbols[upper] == symbol { upper += 1 }
        return low..<upper
    }

    func classEdges(of state: Int) -> Range<Int> {
        Int(classOffsets[state])..<Int(classOffsets[state + 1])
    }

    func steps(from state: Int) -> Range<Int> {
        Int(stepOffsets[state])..<Int(stepOffsets[state + 1])
    }

    func acceptances(of state: Int) -> Range<Int> {
        Int(acceptOffsets[state])..<Int(acceptOffsets[state + 1])
    }
}
