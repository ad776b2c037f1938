import Segmentation

/// One machine for all patterns of all rules: a nondeterministic automaton over symbols, without empty moves.
///
/// All patterns start in the same state and share the states of equal beginnings. The tables are flat, in rows by state:
/// the row of state `s` of a column is `column[offsets[s]..<offsets[s + 1]]`.
package struct Automaton: Sendable {
    package static let start = 0
    /// Where patterns start that must stand at the beginning of a sentence.
    package static let sentenceStart = 1
    /// A class edge that takes every word.
    static let everyWord: UInt32 = .max

    /// A state reached without consuming a token, and what is noted on the way.
    package struct Step: Sendable {
        static let beginsMark: UInt32 = 1 << 30
        static let endsMark: UInt32 = 1 << 31
        let bits: UInt32

        var state: Int { Int(bits & ~(Self.beginsMark | Self.endsMark)) }
        var beginsMark: Bool { bits & Self.beginsMark != 0 }
        var endsMark: Bool { bits & Self.endsMark != 0 }
    }

    /// A pattern that a state completes.
    package struct Acceptance: Sendable {
        let bits: UInt32

        init(pattern: Int, onlyAtSentenceEnd: Bool) {
            bits = UInt32(pattern) << 1 | (onlyAtSentenceEnd ? 1 : 0)
        }

        init(bits: UInt32) {
            self.bits = bits
        }

        var pattern: Int { Int(bits >> 1) }
        var onlyAtSentenceEnd: Bool { bits & 1 != 0 }
    }

    /// The columns as they are archived, in this order.
    struct Columns: Sendable {
        var edgeOffsets: [UInt32] = []
        /// Sorted within a row.
        var edgeSymbols: [UInt32] = []
        var edgeTargets: [UInt32] = []
        var classOffsets: [UInt32] = []
        /// Raw values of `Shape`, or `everyWord`.
        var classMasks: [UInt32] = []
        var classTargets: [UInt32] = []
        var stepOffsets: [UInt32] = []
        var steps: [UInt32] = []
        var acceptOffsets: [UInt32] = []
        var accepts: [UInt32] = []
    }

    let columns: Columns
    /// For each symbol, its edges out of `start`; one more entry closes the last row.
    private let startRows: [UInt32]

    init(columns: Columns, symbolCount: Int) {
        self.columns = columns
        let row = Int(columns.edgeOffsets[Self.start])..<Int(columns.edgeOffsets[Self.start + 1])
        var rows = [UInt32](repeating: 0, count: symbolCount + 1)
        var edge = row.lowerBound
        for symbol in 0...symbolCount {
            while edge < row.upperBound, columns.edgeSymbols[edge] < symbol { edge += 1 }
            rows[symbol] = UInt32(edge)
        }
        startRows = rows
    }

    package var stateCount: Int { columns.edgeOffsets.count - 1 }

    /// The edges of a state that take a symbol.
    func edges(of state: Int, on symbol: Symbol) -> Range<Int> {
        if state == Self.start { return Int(startRows[Int(symbol)])..<Int(startRows[Int(symbol) + 1]) }
        var low = Int(columns.edgeOffsets[state])
        let end = Int(columns.edgeOffsets[state + 1])
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if columns.edgeSymbols[middle] < symbol { low = middle + 1 } else { high = middle }
        }
        var upper = low
        while upper < end, columns.edgeSymbols[upper] == symbol { upper += 1 }
        return low..<upper
    }

    func classEdges(of state: Int) -> Range<Int> {
        Int(columns.classOffsets[state])..<Int(columns.classOffsets[state + 1])
    }

    func steps(from state: Int) -> Range<Int> {
        Int(columns.stepOffsets[state])..<Int(columns.stepOffsets[state + 1])
    }

    func acceptances(of state: Int) -> Range<Int> {
        Int(columns.acceptOffsets[state])..<Int(columns.acceptOffsets[state + 1])
    }
}
