import Segmentation
import SourceText

/// An automaton on its way over one draft. The buffers are the matcher's and hold a thread for every state.
struct MatcherRun {
    private let automaton: AutomatonTables
    private let symbols: UnsafeBufferPointer<Symbol>
    private let shapes: UnsafeBufferPointer<Shape>
    private let entered: UnsafeMutableBufferPointer<UInt32>
    private var alive: UnsafeMutableBufferPointer<Thread>
    private var next: UnsafeMutableBufferPointer<Thread>
    private var nextCount = 0
    /// What a word must look like for a class of words to begin a match; 0 when none does.
    private let startMask: UInt32
    private(set) var moment: UInt32
    private(set) var matches: [Match] = []

    init(
        automaton: AutomatonTables, symbols: UnsafeBufferPointer<Symbol>, shapes: UnsafeBufferPointer<Shape>,
        entered: UnsafeMutableBufferPointer<UInt32>, moment: UInt32, alive: UnsafeMutableBufferPointer<Thread>,
        next: UnsafeMutableBufferPointer<Thread>
    ) {
        self.automaton = automaton
        self.symbols = symbols
        self.shapes = shapes
        self.entered = entered
        self.moment = moment
        self.alive = alive
        self.next = next
        startMask = automaton.classEdges(of: Automaton.start).reduce(0) { $0 | automaton.classMasks[$1] }
    }

    /// Matches the tokens of one sentence.
    mutating func match(_ sentence: Range<Int>) {
        var aliveCount = 0
        var isFirstWord = true
        for token in sentence {
            let symbol = symbols[token]
            let shape = shapes[token]
            let isWord = shape.isDisjoint(with: .punctuation)
            let starting = automaton.startEdges(on: symbol)
            let mayStartByClass = isWord && (startMask == Automaton.everyWord || UInt32(shape.rawValue) & startMask != 0)
            if aliveCount == 0, starting.isEmpty, !mayStartByClass, !isFirstWord { continue }
            moment += 1
            nextCount = 0
            for index in 0..<aliveCount { advance(alive[index], token, symbol, shape, isWord, sentence) }
            let thread = Thread(state: 0, start: Int32(truncatingIfNeeded: token))
            for edge in starting { begin(thread, by: automaton.edgeTargets[edge], token, sentence) }
            if mayStartByClass { beginByClass(Automaton.start, thread, token, shape, sentence) }
            if isFirstWord {
                for edge in automaton.edges(of: Automaton.sentenceStart, on: symbol) {
                    begin(thread, by: automaton.edgeTargets[edge], token, sentence)
                }
                if isWord { beginByClass(Automaton.sentenceStart, thread, token, shape, sentence) }
            }
            if isWord { isFirstWord = false }
            swap(&alive, &next)
            aliveCount = nextCount
        }
    }

    private mutating func beginByClass(_ state: Int, _ thread: Thread, _ token: Int, _ shape: Shape, _ sentence: Range<Int>) {
        for edge in automaton.classEdges(of: state) where takes(edge, shape) {
            begin(thread, by: automaton.classTargets[edge], token, sentence)
        }
    }

    /// Follows an edge out of a start state: a match may begin at this token.
    @inline(__always)
    private mutating func begin(_ thread: Thread, by target: UInt32, _ token: Int, _ sentence: Range<Int>) {
        var thread = thread
        let target = Automaton.Target(bits: target)
        if target.beginsMark { thread.markStart = thread.start }
        enter(target.state, thread, token, sentence)
    }

    @inline(__always)
    private mutating func advance(
        _ thread: Thread, _ token: Int, _ symbol: Symbol, _ shape: Shape, _ isWord: Bool, _ sentence: Range<Int>
    ) {
        let state = Int(thread.state)
        if symbol != Vocabulary.unknown {
            for edge in automaton.edges(of: state, on: symbol) {
                enter(Automaton.Target(bits: automaton.edgeTargets[edge]).state, thread, token, sentence)
            }
        }
        if !isWord { return }
        for edge in automaton.classEdges(of: state) where takes(edge, shape) {
            enter(Automaton.Target(bits: automaton.classTargets[edge]).state, thread, token, sentence)
        }
    }

    @inline(__always)
    private func takes(_ classEdge: Int, _ shape: Shape) -> Bool {
        let mask = automaton.classMasks[classEdge]
        return mask == Automaton.everyWord || UInt32(shape.rawValue) & mask != 0
    }

    @inline(__always)
    private mutating func enter(_ target: Int, _ thread: Thread, _ token: Int, _ sentence: Range<Int>) {
        for index in automaton.steps(from: target) {
            let step = Automaton.Step(bits: automaton.steps[index])
            if entered[step.state] == moment { continue }
            entered[step.state] = moment
            let after = Int32(truncatingIfNeeded: token + 1)
            let entering = Thread(
                state: UInt32(truncatingIfNeeded: step.state), start: thread.start,
                markStart: step.beginsMark ? after : thread.markStart, markEnd: step.endsMark ? after : thread.markEnd)
            next[nextCount] = entering
            nextCount += 1
            for index in automaton.acceptances(of: step.state) {
                accept(Automaton.Acceptance(bits: automaton.accepts[index]), entering, token, sentence)
            }
        }
    }

    private mutating func accept(_ acceptance: Automaton.Acceptance, _ thread: Thread, _ token: Int, _ sentence: Range<Int>) {
        if acceptance.onlyAtSentenceEnd, !isLastWord(token, of: sentence) { return }
        let tokens = TokenRange(Int(thread.start), token + 1)
        let isMarked = thread.markStart != Thread.unmarked && thread.markEnd > thread.markStart
        let marked = isMarked ? TokenRange(Int(thread.markStart), Int(thread.markEnd)) : tokens
        matches.append(Match(pattern: acceptance.pattern, tokens: tokens, marked: marked))
    }

    private func isLastWord(_ token: Int, of sentence: Range<Int>) -> Bool {
        !((token + 1)..<sentence.upperBound).contains { shapes[$0].isDisjoint(with: .punctuation) }
    }
}
