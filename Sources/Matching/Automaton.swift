import Archiving
import Segmentation

/// One machine for all patterns of all rules: a nondeterministic automaton over symbols, without empty moves.
///
/// All patterns start in the same state and share the states of equal beginnings. The tables are flat, in rows by state:
/// the row of state `s` of a column is `column[offsets[s]..<offsets[s + 1]]`.
package struct Automaton: Sendable {
    static let start = 0
    /// Where patterns start that must stand at the beginning of a sentence.
    static let sentenceStart = 1
    /// A class edge that takes every word.
    static let everyWord: UInt32 = 0xFF_FFFF

    /// A state reached without consuming a token, and what is noted on the way.
    struct Step: Hashable {
        let bits: UInt32

        init(state: Int, beginsMark: Bool, endsMark: Bool) {
            bits = UInt32(state) << 2 | (beginsMark ? 1 : 0) | (endsMark ? 2 : 0)
        }

        init(bits: UInt32) {
            self.bits = bits
        }

        var state: Int { Int(bits >> 2) }
        var beginsMark: Bool { bits & 1 != 0 }
        var endsMark: Bool { bits & 2 != 0 }
    }

    /// A pattern that a state completes.
    struct Acceptance {
        let bits: UInt32

        init(pattern: Int, onlyAtSentenceEnd: Bool, hasMark: Bool) {
            bits = UInt32(pattern) << 2 | (hasMark ? 2 : 0) | (onlyAtSentenceEnd ? 1 : 0)
        }

        init(bits: UInt32) {
            self.bits = bits
        }

        var pattern: Int { Int(bits >> 2) }
        var hasMark: Bool { bits & 2 != 0 }
        var onlyAtSentenceEnd: Bool { bits & 1 != 0 }
    }

    /// The columns in the order in which they are archived.
    struct Columns {
        /// See `AutomatonTables.rows`.
        var rows: [UInt32] = []
        /// Sorted within a row.
        var edgeSymbols: [UInt32] = []
        /// States.
        var edgeTargets: [UInt32] = []
        /// Raw values of `Shape`, or `everyWord`.
        var classMasks: [UInt32] = []
        /// States.
        var classTargets: [UInt32] = []
        /// Bits of `Step`.
        var steps: [UInt32] = []
        /// Bits of `Acceptance`.
        var accepts: [UInt32] = []
        /// See `AutomatonTables.markStarts`.
        var markStarts: [UInt32] = []

        mutating func appendRow() {
            rows += [edgeSymbols.count, classMasks.count, steps.count, accepts.count].map(UInt32.init)
        }

        func write(to archive: inout ArchiveBuilder) {
            for column in [rows, edgeSymbols, edgeTargets, classMasks, classTargets, steps, accepts, markStarts] { archive.append(numbers: column) }
        }
    }

    private let archive: Archive
    private let columns: [Range<Int>]

    /// Finds the columns that `Columns.write(to:)` laid out.
    init(reading cursor: inout ArchiveCursor) {
        archive = cursor.archive
        columns = (0..<8).map { _ in cursor.numbers() }
    }

    /// Calls `body` with the tables. They are not to be kept beyond the call.
    func withTables<Result>(_ body: (AutomatonTables) -> Result) -> Result {
        archive.withContent { content in
            let start = content.numbers.baseAddress!
            func column(_ index: Int) -> UnsafePointer<UInt32> { start + columns[index].lowerBound }
            return body(AutomatonTables(
                rows: column(0), edgeSymbols: column(1), edgeTargets: column(2), classMasks: column(3), classTargets: column(4),
                steps: column(5), accepts: column(6), markStarts: column(7),
                stateCount: columns[0].count / AutomatonTables.rowWidth - 1))
        }
    }
}
