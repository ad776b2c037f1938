import Segmentation

/// The automaton made deterministic as far as texts need it: sets of states that matches of one start may have reached, each
/// made when a text first leads to it.
///
/// The work per token is one look-up for each start that is alive, whatever the number of patterns that begin alike.
struct StateSets: ~Copyable {
    static let empty: UInt32 = 0
    /// The start state.
    static let begin: UInt32 = 1
    /// The start states at the first word of a sentence.
    static let beginOfSentence: UInt32 = 2

    /// In states of all sets. More are forgotten, and made again when they are needed.
    private static let limit = 4_000_000

    private var members: [UInt32] = []
    private var accepts: [UInt32] = []
    /// For each set, where its members and its acceptances start, and the end of the last.
    private var memberStarts: [Int] = [0]
    private var acceptStarts: [Int] = [0]
    /// Whether it matters to a set what a word looks like.
    private var dependsOnShape: [Bool] = []
    private var numbers: [[UInt32]: UInt32] = [:]
    private var transitions = TransitionTable()
    /// The moment at which each state was last added to the set that is being made.
    private var added: [UInt32] = []
    private var moment: UInt32 = 0

    /// Makes the sets that matching begins with, and forgets all others when there are too many. Not to be called while any is
    /// in use.
    mutating func prepare(_ automaton: AutomatonTables) {
        if !dependsOnShape.isEmpty, members.count <= Self.limit { return }
        added = [UInt32](repeating: 0, count: automaton.stateCount)
        moment = 0
        members = []
        accepts = []
        memberStarts = [0]
        acceptStarts = [0]
        dependsOnShape = []
        numbers = [:]
        transitions.removeAll()
        _ = number(of: [], automaton)
        _ = number(of: [UInt32(Automaton.start)], automaton)
        _ = number(of: [UInt32(Automaton.start), UInt32(Automaton.sentenceStart)], automaton)
    }

    /// What a set completes, as bits of `Acceptance`.
    @inline(__always)
    func acceptances(of set: UInt32) -> ArraySlice<UInt32> {
        accepts[acceptStarts[Int(set)]..<acceptStarts[Int(set) + 1]]
    }

    @inline(__always)
    func accepts(_ set: UInt32) -> Bool {
        acceptStarts[Int(set)] != acceptStarts[Int(set) + 1]
    }

    /// The set that a token leads to.
    @inline(__always)
    mutating func next(after set: UInt32, _ symbol: Symbol, _ shape: Shape, _ automaton: AutomatonTables) -> UInt32 {
        let look = dependsOnShape[Int(set)] ? UInt64(shape.rawValue) : 0
        let key = UInt64(set) << 40 | UInt64(symbol) << 16 | look
        if let known = transitions.set(for: key) { return known }
        let made = make(after: set, symbol, shape, automaton)
        transitions.insert(made, for: key)
        return made
    }

    // MARK: Making sets

    private mutating func make(after set: UInt32, _ symbol: Symbol, _ shape: Shape, _ automaton: AutomatonTables) -> UInt32 {
        moment += 1
        var reached: [UInt32] = []
        let hasPlace = shape.isDisjoint(with: .punctuation)
        for member in members[memberStarts[Int(set)]..<memberStarts[Int(set) + 1]] {
            let state = Int(member)
            if symbol != Vocabulary.unknown {
                for edge in automaton.edges(of: state, on: symbol) { add(automaton.edgeTargets[edge], to: &reached, automaton) }
            }
            if !hasPlace { continue }
            for edge in automaton.classEdges(of: state) where automaton.takes(edge, shape) {
                add(automaton.classTargets[edge], to: &reached, automaton)
            }
        }
        return number(of: reached.sorted(), automaton)
    }

    private mutating func add(_ target: UInt32, to reached: inout [UInt32], _ automaton: AutomatonTables) {
        for index in automaton.steps(from: Int(target)) {
            let state = Automaton.Step(bits: automaton.steps[index]).state
            if added[state] == moment { continue }
            added[state] = moment
            reached.append(UInt32(truncatingIfNeeded: state))
        }
    }

    private mutating func number(of states: [UInt32], _ automaton: AutomatonTables) -> UInt32 {
        if let known = numbers[states] { return known }
        let number = UInt32(dependsOnShape.count)
        numbers[states] = number
        var depends = false
        for state in states {
            members.append(state)
            for index in automaton.acceptances(of: Int(state)) { accepts.append(automaton.accepts[index]) }
            for edge in automaton.classEdges(of: Int(state)) where automaton.classMasks[edge] != Automaton.everyWord { depends = true }
        }
        memberStarts.append(members.count)
        acceptStarts.append(accepts.count)
        dependsOnShape.append(depends)
        return number
    }
}
