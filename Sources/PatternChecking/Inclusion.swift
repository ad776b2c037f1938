/// Whether all that one machine takes is taken by another: a walk through both at once, state by set of states.
struct Inclusion {
    /// How the outer machines must take what the inner one takes.
    enum Extent {
        /// From its start to its end.
        case whole
        /// Somewhere within it.
        case within
    }

    private struct Stop: Hashable {
        let inner: Int
        let outer: [Set<Int>]
    }

    /// Machines for which the walk would be longer are taken to be different.
    private static let longestWalk = 5_000

    let inner: PatternMachine
    let outer: [PatternMachine]
    let extent: Extent

    /// False where it cannot be told.
    var holds: Bool {
        var seen: Set<Stop> = []
        let begin = outer.map { $0.closure(of: PatternMachine.start) }
        var open = inner.closure(of: PatternMachine.start).map { Stop(inner: $0, outer: begin) }
        while let stop = open.popLast() {
            if extent == .within, isTaken(stop.outer) { continue }
            if stop.inner == PatternMachine.end, !isTaken(stop.outer) { return false }
            guard seen.insert(stop).inserted else { continue }
            if seen.count > Self.longestWalk { return false }
            for edge in inner.edges[stop.inner] {
                let next = zip(outer, stop.outer).map { machine, states in
                    let after = machine.states(after: edge.label, from: states)
                    return extent == .within ? after.union(machine.closure(of: PatternMachine.start)) : after
                }
                if extent == .whole, next.allSatisfy(\.isEmpty) { return false }
                open += inner.closure(of: edge.target).map { Stop(inner: $0, outer: next) }
            }
        }
        return true
    }

    private func isTaken(_ states: [Set<Int>]) -> Bool {
        states.contains { $0.contains(PatternMachine.end) }
    }
}
