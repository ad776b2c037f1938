package import Segmentation
import SourceText

/// Finds the patterns of an automaton in token tables, one sentence after the other, each token once.
///
/// Of all matches of a pattern that end at a token the longest is told. The buffers, and what has been learned of the
/// automaton, are kept from one draft to the next.
package struct Matcher: ~Copyable {
    /// A token at which matches may have begun, and the states that they have reached.
    private struct Start {
        let token: Int
        var set: UInt32
    }

    private let automaton: Automaton
    private var sets = StateSets()
    private var marks = MarkFinder()
    private var alive: [Start] = []
    private var next: [Start] = []
    /// The moment at which each pattern was last completed.
    private var completed: [UInt32] = []
    /// Counts the tokens looked at so far, over all drafts.
    private var moment: UInt32 = 0

    package init(_ automaton: Automaton) {
        self.automaton = automaton
    }

    /// Every match of every pattern, in order of their ends.
    package mutating func matches(in table: TokenTable) -> [Match] {
        let automaton = automaton
        var matches: [Match] = []
        automaton.withTables { tables in
            sets.prepare(tables)
            table.symbols.withUnsafeBufferPointer { symbols in
                table.shapes.withUnsafeBufferPointer { shapes in
                    let text = MatchedText(symbols: symbols, shapes: shapes)
                    for sentence in table.sentences { match(sentence.tokens.indices, of: text, tables, &matches) }
                }
            }
        }
        return matches
    }

    private mutating func match(_ sentence: Range<Int>, of text: MatchedText, _ tables: AutomatonTables, _ matches: inout [Match]) {
        alive.removeAll(keepingCapacity: true)
        var isFirstWord = true
        for token in sentence {
            let symbol = text.symbols[token]
            let shape = text.shapes[token]
            let begun = sets.next(after: isFirstWord ? StateSets.beginOfSentence : StateSets.begin, symbol, shape, tables)
            if alive.isEmpty, begun == StateSets.empty, !isFirstWord { continue }
            moment &+= 1
            next.removeAll(keepingCapacity: true)
            for start in alive {
                enter(Start(token: start.token, set: sets.next(after: start.set, symbol, shape, tables)), token, sentence, text, tables, &matches)
            }
            enter(Start(token: token, set: begun), token, sentence, text, tables, &matches)
            if shape.isDisjoint(with: .noWord) { isFirstWord = false }
            swap(&alive, &next)
        }
    }

    /// Goes on with a start unless an earlier one has reached the same states.
    @inline(__always)
    private mutating func enter(
        _ start: Start, _ token: Int, _ sentence: Range<Int>, _ text: MatchedText, _ tables: AutomatonTables,
        _ matches: inout [Match]
    ) {
        if start.set == StateSets.empty { return }
        for earlier in next where earlier.set == start.set { return }
        next.append(start)
        guard sets.accepts(start.set) else { return }
        for bits in sets.acceptances(of: start.set) {
            accept(Automaton.Acceptance(bits: bits), start, token, sentence, text, tables, &matches)
        }
    }

    private mutating func accept(
        _ acceptance: Automaton.Acceptance, _ start: Start, _ token: Int, _ sentence: Range<Int>, _ text: MatchedText,
        _ tables: AutomatonTables, _ matches: inout [Match]
    ) {
        let pattern = acceptance.pattern
        if acceptance.onlyAtSentenceEnd, !text.isLastWord(token, of: sentence) { return }
        while completed.count <= pattern { completed.append(0) }
        if completed[pattern] == moment { return }
        completed[pattern] = moment
        let tokens = TokenRange(start.token, token + 1)
        let marked = acceptance.hasMark ? marks.mark(of: pattern, tokens, in: sentence, of: text, tables) : tokens
        matches.append(Match(pattern: pattern, tokens: tokens, marked: marked))
    }
}
