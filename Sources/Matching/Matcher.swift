package import Segmentation
import SourceText

/// Runs an automaton over a token table, one sentence after the other, each token once.
///
/// Of all ways into a state only the one that started first is kept, so that the work per token is bounded by the number
/// of states that are alive, and what is found at each end is the longest match that ends there.
package struct Matcher: ~Copyable {
    private struct Thread {
        let state: Int
        let start: Int
        var markStart: Int
        var markEnd: Int
    }

    private static let unmarked = -1

    private var alive: [Thread] = []
    private var next: [Thread] = []
    /// The token at which each state was last entered, plus one.
    private var entered: [Int] = []

    package init() {}

    /// Every match of every pattern, in order of their ends.
    package mutating func matches(of automaton: Automaton, in table: TokenTable) -> [Match] {
        automaton.withTables { matches(of: $0, in: table) }
    }

    private mutating func matches(of automaton: AutomatonTables, in table: TokenTable) -> [Match] {
        var matches: [Match] = []
        entered = [Int](repeating: 0, count: automaton.stateCount)
        let startClasses = automaton.classEdges(of: Automaton.start)
        for sentence in table.sentences {
            alive.removeAll(keepingCapacity: true)
            var isFirstWord = true
            for token in sentence.tokens.indices {
                let symbol = table.symbols[token]
                if alive.isEmpty, symbol == Vocabulary.unknown, startClasses.isEmpty, !isFirstWord { continue }
                next.removeAll(keepingCapacity: true)
                for thread in alive {
                    advance(thread, automaton, table, token, sentence, &matches)
                }
                for step in automaton.steps(from: Automaton.start) {
                    begin(step, automaton, table, token, sentence, &matches)
                }
                if isFirstWord {
                    for step in automaton.steps(from: Automaton.sentenceStart) {
                        begin(step, automaton, table, token, sentence, &matches)
                    }
                }
                if table.isWord(token) { isFirstWord = false }
                swap(&alive, &next)
            }
        }
        return matches
    }

    /// Follows the edges of one step out of a start state: a match may begin at this token.
    private mutating func begin(
        _ step: Int, _ automaton: AutomatonTables, _ table: TokenTable, _ token: Int, _ sentence: Sentence, _ matches: inout [Match]
    ) {
        let step = Automaton.Step(bits: automaton.steps[step])
        let mark = step.beginsMark ? token : Self.unmarked
        let thread = Thread(state: step.state, start: token, markStart: mark, markEnd: Self.unmarked)
        advance(thread, automaton, table, token, sentence, &matches)
    }

    private mutating func advance(
        _ thread: Thread, _ automaton: AutomatonTables, _ table: TokenTable, _ token: Int, _ sentence: Sentence,
        _ matches: inout [Match]
    ) {
        for edge in automaton.edges(of: thread.state, on: table.symbols[token]) {
            enter(Int(automaton.edgeTargets[edge]), thread, automaton, table, token, sentence, &matches)
        }
        guard table.isWord(token) else { return }
        for edge in automaton.classEdges(of: thread.state) {
            let mask = automaton.classMasks[edge]
            guard mask == Automaton.everyWord || UInt32(table.shapes[token].rawValue) & mask != 0 else { continue }
            enter(Int(automaton.classTargets[edge]), thread, automaton, table, token, sentence, &matches)
        }
    }

    private mutating func enter(
        _ target: Int, _ thread: Thread, _ automaton: AutomatonTables, _ table: TokenTable, _ token: Int, _ sentence: Sentence,
        _ matches: inout [Match]
    ) {
        for index in automaton.steps(from: target) {
            let step = Automaton.Step(bits: automaton.steps[index])
            guard entered[step.state] != token + 1 else { continue }
            entered[step.state] = token + 1
            let entering = Thread(
                state: step.state, start: thread.start,
                markStart: step.beginsMark ? token + 1 : thread.markStart,
                markEnd: step.endsMark ? token + 1 : thread.markEnd)
            next.append(entering)
            for index in automaton.acceptances(of: step.state) {
                let acceptance = Automaton.Acceptance(bits: automaton.accepts[index])
                if acceptance.onlyAtSentenceEnd, !isLastWord(token, table, sentence) { continue }
                matches.append(match(acceptance.pattern, entering, token))
            }
        }
    }

    private func match(_ pattern: Int, _ thread: Thread, _ token: Int) -> Match {
        let tokens = TokenRange(thread.start, token + 1)
        let isMarked = thread.markStart != Self.unmarked && thread.markEnd > thread.markStart
        return Match(pattern: pattern, tokens: tokens, marked: isMarked ? TokenRange(thread.markStart, thread.markEnd) : tokens)
    }

    private func isLastWord(_ token: Int, _ table: TokenTable, _ sentence: Sentence) -> Bool {
        !((token + 1)..<sentence.tokens.upper).contains { table.isWord($0) }
    }
}
