package import Segmentation
import SourceText

/// Runs an automaton over a token table, one sentence after the other, each token once.
///
/// Of all ways into a state only the one that started first is kept, so that the work per token is bounded by the number
/// of states that are alive, and what is found at each end is the longest match that ends there. A token that begins
/// nothing, while nothing is alive, costs one look-up.
package struct Matcher: ~Copyable {
    private var alive: [Thread] = []
    private var next: [Thread] = []
    /// The moment at which each state was last entered.
    private var entered: [UInt32] = []
    /// Counts the tokens looked at so far, over all drafts.
    private var moment: UInt32 = 0

    package init() {}

    /// Every match of every pattern, in order of their ends.
    package mutating func matches(of automaton: Automaton, in table: TokenTable) -> [Match] {
        automaton.withTables { tables in
            prepare(forStates: tables.stateCount, tokens: table.count)
            return table.symbols.withUnsafeBufferPointer { symbols in
                table.shapes.withUnsafeBufferPointer { shapes in
                    entered.withUnsafeMutableBufferPointer { entered in
                        alive.withUnsafeMutableBufferPointer { alive in
                            next.withUnsafeMutableBufferPointer { next in
                                var run = MatcherRun(
                                    automaton: tables, symbols: symbols, shapes: shapes, entered: entered, moment: moment,
                                    alive: alive, next: next)
                                for sentence in table.sentences { run.match(sentence.tokens.indices) }
                                moment = run.moment
                                return run.matches
                            }
                        }
                    }
                }
            }
        }
    }

    /// Every state is alive at most once, so that the buffers never grow while a draft is matched.
    private mutating func prepare(forStates stateCount: Int, tokens: Int) {
        if entered.count == stateCount, moment < UInt32.max - UInt32(tokens) { return }
        entered = [UInt32](repeating: 0, count: stateCount)
        alive = [Thread](repeating: Thread(state: 0, start: 0), count: stateCount)
        next = alive
        moment = 0
    }
}
