import Archiving
import RuleFormat
import Segmentation

/// Compiles patterns into one automaton and the vocabulary it speaks.
struct AutomatonBuilder {
    private struct Move: Hashable {
        let state: Int
        let pattern: Pattern
    }

    private struct EmptyMove {
        let target: Int
        var beginsMark = false
        var endsMark = false
    }

    private let lists: [String: [Pattern]]
    private let anchoredLists: AnchoredLists
    private var words: [[UInt8]] = []
    private var indexOfWord: [[UInt8]: Int] = [:]
    private var exactForms: [(folded: Int, form: [UInt8])] = []

    private var wordEdges: [[(symbol: Label, target: Int)]] = []
    private var classEdges: [[(mask: UInt32, target: Int)]] = []
    private var emptyMoves: [[EmptyMove]] = []
    private var acceptances: [[Automaton.Acceptance]] = []
    /// Equal beginnings lead to the same state.
    private var known: [Move: Int] = [:]
    private var knownMarkStarts: [Move: Int] = [:]
    /// By pattern: anywhere, and from the start of a sentence.
    private var markStarts: [Int: [UInt32]] = [:]
    private var patternCount = 0

    /// What an edge takes, before words have their symbols.
    private enum Label {
        case word(Int)
        case exact(Int)
        case punctuation
    }

    init(lists: [String: [Pattern]]) {
        self.lists = lists
        anchoredLists = AnchoredLists(lists)
        _ = newState()
        _ = newState()
    }

    mutating func add(_ pattern: Pattern, id: Int) {
        patternCount = max(patternCount, id + 1)
        let anchored = AnchoredPattern(pattern, lists: anchoredLists)
        for ends in AnchoredPattern.Ends.all {
            guard let pattern = anchored[ends] else { continue }
            let parts: [Pattern] = if case .sequence(let parts) = pattern { parts } else { [pattern] }
            let start = ends.contains(.start) ? Automaton.sentenceStart : Automaton.start
            var state = start
            if pattern.hasMark {
                // The ways to read one pattern begin together.
                let known = Int(markStarts[id]?[start] ?? 0)
                state = known > 0 ? known : markStart(of: parts[0], from: start)
                markStarts[id, default: [0, 0]][start] = UInt32(state)
            }
            for part in parts { state = follow(part, from: state) }
            acceptances[state].append(Automaton.Acceptance(pattern: id, onlyAtSentenceEnd: ends.contains(.end), hasMark: pattern.hasMark))
        }
    }

    /// The state from which the patterns that begin alike and mark a part start, beside all others.
    private mutating func markStart(of first: Pattern, from start: Int) -> Int {
        let move = Move(state: start, pattern: first)
        if let known = knownMarkStarts[move] { return known }
        let state = newState()
        knownMarkStarts[move] = state
        emptyMoves[start].append(EmptyMove(target: state))
        return state
    }

    /// The state after a pattern, starting from a state; the one made before when the same was asked before.
    private mutating func follow(_ pattern: Pattern, from state: Int) -> Int {
        let move = Move(state: state, pattern: pattern)
        if let target = known[move] { return target }
        let target = newState()
        known[move] = target
        connect(pattern, from: state, to: target)
        return target
    }

    private mutating func connect(_ pattern: Pattern, from state: Int, to target: Int) {
        switch pattern {
        case .word(let word):
            wordEdges[state].append((.word(index(of: Folding.fold(word))), target))
        case .anyForm(let word):
            for form in Inflector.forms(of: word.lowercased()) { connect(.word(form), from: state, to: target) }
        case .exact(let word):
            let exact = (folded: index(of: Folding.fold(word)), form: Array(word.utf8))
            let known = exactForms.firstIndex { $0 == exact }
            if known == nil { exactForms.append(exact) }
            wordEdges[state].append((.exact(known ?? exactForms.count - 1), target))
        case .wordClass(let name):
            if let shape = Shape(ofClass: name.rawValue) { classEdges[state].append((UInt32(shape.rawValue), target)) }
            for phrase in name.phrases { connect(phrase, from: state, to: target) }
        case .anyWord:
            classEdges[state].append((Automaton.everyWord, target))
        case .punctuation:
            wordEdges[state].append((.punctuation, target))
        case .gap(let width):
            connectGap(width, from: state, to: target)
        case .list(let name):
            for entry in lists[name] ?? [] { connect(entry, from: state, to: target) }
        case .sequence(let parts):
            var at = state
            for part in parts.dropLast() {
                let next = newState()
                connect(part, from: at, to: next)
                at = next
            }
            if let last = parts.last { connect(last, from: at, to: target) } else { emptyMoves[at].append(EmptyMove(target: target)) }
        case .alternatives(let options):
            for option in options { connect(option, from: state, to: target) }
        case .optional(let part):
            connect(part, from: state, to: target)
            emptyMoves[state].append(EmptyMove(target: target))
        case .named(_, let part):
            connect(part, from: state, to: target)
        case .marked(let part):
            let inside = newState()
            let end = newState()
            emptyMoves[state].append(EmptyMove(target: inside, beginsMark: true))
            connect(part, from: inside, to: end)
            emptyMoves[end].append(EmptyMove(target: target, endsMark: true))
        case .sentenceStart, .sentenceEnd:
            // An anchored pattern has none of them left.
            break
        }
    }

    /// Up to `width` words; punctuation between them does not count.
    private mutating func connectGap(_ width: Int, from state: Int, to target: Int) {
        var at = newState()
        emptyMoves[state].append(EmptyMove(target: at))
        for step in 0...width {
            wordEdges[at].append((.punctuation, at))
            emptyMoves[at].append(EmptyMove(target: target))
            if step == width { break }
            let next = newState()
            classEdges[at].append((Automaton.everyWord, next))
            at = next
        }
    }

    private mutating func newState() -> Int {
        wordEdges.append([])
        classEdges.append([])
        emptyMoves.append([])
        acceptances.append([])
        return wordEdges.count - 1
    }

    private mutating func index(of word: [UInt8]) -> Int {
        if let index = indexOfWord[word] { return index }
        indexOfWord[word] = words.count
        words.append(word)
        return words.count - 1
    }

    // MARK: Finishing

    /// Lays out the vocabulary and the automaton.
    func write(to archive: inout ArchiveBuilder) {
        let firstExact = Vocabulary.symbol(ofWordAt: words.count)
        let exact = exactForms.enumerated().map { index, exact in
            Vocabulary.ExactForm(
                folded: Vocabulary.symbol(ofWordAt: exact.folded), form: exact.form, symbol: firstExact + Symbol(index))
        }
        Vocabulary.write(words: words, exactForms: exact, to: &archive)
        let possessives = possessives
        var columns = Automaton.Columns()
        for state in wordEdges.indices {
            columns.appendRow()
            let origins = origins(of: state)
            for edge in sortedEdges(of: origins, exact, possessives) {
                columns.edgeSymbols.append(edge.symbol)
                columns.edgeTargets.append(edge.target)
            }
            for origin in origins {
                columns.classMasks += classEdges[origin].map(\.mask)
                columns.classTargets += classEdges[origin].map { UInt32($0.target) }
            }
            if !Self.isStart(state) { columns.steps += steps(from: state).map(\.bits) }
            columns.accepts += acceptances[state].map(\.bits)
        }
        columns.appendRow()
        columns.markStarts = (0..<patternCount).flatMap { markStarts[$0] ?? [0, 0] }
        columns.write(to: &archive)
    }

    /// By the place of a noun among the words, that of its possessive, where rules have both.
    private var possessives: [Int: Int] {
        let pairs = words.indices.compactMap { index in
            Possessive.noun(of: words[index]).flatMap { indexOfWord[$0] }.map { ($0, index) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// The states whose edges are a state's: its own, and for the two start states those of every state reached from them by
    /// empty moves, so that a word that starts nothing costs one look-up.
    private func origins(of state: Int) -> [Int] {
        Self.isStart(state) ? [state] + steps(from: state).map(\.state).filter { $0 != state } : [state]
    }

    private static func isStart(_ state: Int) -> Bool {
        state == Automaton.start || state == Automaton.sentenceStart
    }

    /// The word edges of states by symbol, each once. A word taken in any form is taken in its exact
    /// forms and in its possessive too.
    private func sortedEdges(
        of origins: [Int], _ exact: [Vocabulary.ExactForm], _ possessives: [Int: Int]
    ) -> [(symbol: UInt32, target: UInt32)] {
        var edges: Set<[UInt32]> = []
        for origin in origins {
            for edge in wordEdges[origin] {
                let target = UInt32(edge.target)
                switch edge.symbol {
                case .punctuation: edges.insert([Vocabulary.punctuation, target])
                case .exact(let index): edges.insert([exact[index].symbol, target])
                case .word(let index):
                    let symbol = Vocabulary.symbol(ofWordAt: index)
                    edges.insert([symbol, target])
                    for form in exact where form.folded == symbol { edges.insert([form.symbol, target]) }
                    if let possessive = possessives[index] { edges.insert([Vocabulary.symbol(ofWordAt: possessive), target]) }
                }
            }
        }
        return edges.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1]) }
    }

    /// The states that a state stands for once empty moves are followed: those that take a token or complete a pattern.
    private func steps(from state: Int) -> [Automaton.Step] {
        var found: [Automaton.Step] = []
        var seen: Set<Int> = [state]
        var open = [Automaton.Step(state: state, beginsMark: false, endsMark: false)]
        while let step = open.popLast() {
            let at = step.state
            if !wordEdges[at].isEmpty || !classEdges[at].isEmpty || !acceptances[at].isEmpty { found.append(step) }
            for move in emptyMoves[at] where seen.insert(move.target).inserted {
                open.append(Automaton.Step(
                    state: move.target, beginsMark: step.beginsMark || move.beginsMark, endsMark: step.endsMark || move.endsMark))
            }
        }
        return found
    }
}
