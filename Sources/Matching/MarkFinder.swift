import Segmentation
import SourceText

/// Finds the marked part of a match, by following the automaton over its tokens once more, with the mark. Few patterns have
/// one, so that matching need not carry it along.
struct MarkFinder {
    /// One way through the automaton.
    private struct Thread {
        let state: Int
        var markStart: Int?
        var markEnd: Int?
    }

    private var entered: [UInt32] = []
    private var moment: UInt32 = 0

    /// The marked part of what a pattern matches; all of it where the way to it passes no mark.
    mutating func mark(
        of pattern: Int, _ match: TokenRange, in sentence: Range<Int>, of text: MatchedText, _ automaton: AutomatonTables
    ) -> TokenRange {
        if entered.count < automaton.stateCount { entered = [UInt32](repeating: 0, count: automaton.stateCount) }
        var alive = threads(from: automaton.markStarts[2 * pattern], match.lower, automaton)
        if text.isFirstWord(match.lower, of: sentence) { alive += threads(from: automaton.markStarts[2 * pattern + 1], match.lower, automaton) }
        for token in match.indices {
            moment += 1
            var next: [Thread] = []
            for thread in alive { advance(thread, over: token, text, automaton, into: &next) }
            alive = next
        }
        let isAtEnd = text.isLastWord(match.upper - 1, of: sentence)
        let end = alive.first { thread in
            automaton.acceptances(of: thread.state).contains { index in
                let acceptance = Automaton.Acceptance(bits: automaton.accepts[index])
                return acceptance.pattern == pattern && (isAtEnd || !acceptance.onlyAtSentenceEnd)
            }
        }
        guard let start = end?.markStart, let stop = end?.markEnd, stop > start else { return match }
        return TokenRange(start, stop)
    }

    /// The ways that begin before a token, in a state; none in state 0, from which all patterns begin.
    private func threads(from start: UInt32, _ token: Int, _ automaton: AutomatonTables) -> [Thread] {
        if start == Automaton.start { return [] }
        return automaton.steps(from: Int(start)).map { index in
            let step = Automaton.Step(bits: automaton.steps[index])
            return Thread(state: step.state, markStart: step.beginsMark ? token : nil, markEnd: step.endsMark ? token : nil)
        }
    }

    private mutating func advance(
        _ thread: Thread, over token: Int, _ text: MatchedText, _ automaton: AutomatonTables, into next: inout [Thread]
    ) {
        if text.symbols[token] != Vocabulary.unknown {
            for edge in automaton.edges(of: thread.state, on: text.symbols[token]) {
                enter(automaton.edgeTargets[edge], thread, token, automaton, into: &next)
            }
        }
        guard text.hasPlace(token) else { return }
        for edge in automaton.classEdges(of: thread.state) where automaton.takes(edge, text.shapes[token]) {
            enter(automaton.classTargets[edge], thread, token, automaton, into: &next)
        }
    }

    private mutating func enter(
        _ target: UInt32, _ thread: Thread, _ token: Int, _ automaton: AutomatonTables, into next: inout [Thread]
    ) {
        for index in automaton.steps(from: Int(target)) {
            let step = Automaton.Step(bits: automaton.steps[index])
            if entered[step.state] == moment { continue }
            entered[step.state] = moment
            next.append(Thread(
                state: step.state, markStart: step.beginsMark ? token + 1 : thread.markStart,
                markEnd: step.endsMark ? token + 1 : thread.markEnd))
        }
    }
}
