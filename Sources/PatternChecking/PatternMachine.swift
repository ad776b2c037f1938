import RuleFormat
import Segmentation

/// A small nondeterministic automaton for one pattern, its lists written out.
struct PatternMachine {
    /// Whether marked and named parts are told from others.
    enum Parts {
        case count, ignore
    }

    static let start = 0
    static let end = 1

    private(set) var edges: [[(label: PatternLabel, target: Int)]] = [[], []]
    private var emptyMoves: [[Int]] = [[], []]
    private let lists: [String: [Pattern]]
    private let parts: Parts

    init(_ pattern: Pattern, lists: [String: [Pattern]], parts: Parts) {
        self.lists = lists
        self.parts = parts
        connect(pattern, from: Self.start, to: Self.end)
    }

    /// A state and those that it reaches without taking anything.
    func closure(of state: Int) -> Set<Int> {
        var found: Set<Int> = [state]
        var open = [state]
        while let at = open.popLast() {
            for target in emptyMoves[at] where found.insert(target).inserted { open.append(target) }
        }
        return found
    }

    /// The states after whatever a label takes. A pattern that does not ask for a place is where it was.
    func states(after label: PatternLabel, from states: Set<Int>) -> Set<Int> {
        var found: Set<Int> = label.isPlace ? states : []
        for state in states {
            for edge in edges[state] where edge.label.includes(label) { found.formUnion(closure(of: edge.target)) }
        }
        return found
    }

    private mutating func connect(_ pattern: Pattern, from state: Int, to target: Int) {
        switch pattern {
        case .word(let word): edges[state].append((.word(Folding.fold(word)), target))
        case .anyForm(let word):
            for form in Inflector.forms(of: word.lowercased()) { edges[state].append((.word(Folding.fold(form)), target)) }
        case .exact(let word): edges[state].append((.exact(word), target))
        case .wordClass(let name):
            if Shape(ofClass: name.rawValue) != nil { edges[state].append((.wordClass(name), target)) }
            for phrase in name.phrases { connect(phrase, from: state, to: target) }
        case .anyWord: edges[state].append((.anyWord, target))
        case .punctuation: edges[state].append((.punctuation, target))
        case .sentenceStart: edges[state].append((.sentenceStart, target))
        case .sentenceEnd: edges[state].append((.sentenceEnd, target))
        case .gap(let width): connectGap(width, from: state, to: target)
        case .list(let name):
            for entry in lists[name] ?? [] { connect(entry, from: state, to: target) }
        case .sequence(let items): connect(items[...], from: state, to: target)
        case .alternatives(let options):
            for option in options { connect(option, from: state, to: target) }
        case .optional(let part):
            connect(part, from: state, to: target)
            emptyMoves[state].append(target)
        case .named(let name, let part): connect(part, called: name, from: state, to: target)
        case .marked(let part): connect(part, called: nil, from: state, to: target)
        }
    }

    private mutating func connect(_ items: ArraySlice<Pattern>, from state: Int, to target: Int) {
        guard let last = items.last else {
            emptyMoves[state].append(target)
            return
        }
        var at = state
        for item in items.dropLast() {
            let next = newState()
            connect(item, from: at, to: next)
            at = next
        }
        connect(last, from: at, to: target)
    }

    private mutating func connect(_ part: Pattern, called name: String?, from state: Int, to target: Int) {
        guard parts == .count else {
            connect(part, from: state, to: target)
            return
        }
        let (inside, end) = (newState(), newState())
        edges[state].append((.part(name: name, isStart: true), inside))
        connect(part, from: inside, to: end)
        edges[end].append((.part(name: name, isStart: false), target))
    }

    /// Up to `width` words; punctuation between them does not count.
    private mutating func connectGap(_ width: Int, from state: Int, to target: Int) {
        var at = newState()
        emptyMoves[state].append(at)
        for step in 0...width {
            edges[at].append((.punctuation, at))
            emptyMoves[at].append(target)
            if step == width { break }
            let next = newState()
            edges[at].append((.anyWord, next))
            at = next
        }
    }

    private mutating func newState() -> Int {
        edges.append([])
        emptyMoves.append([])
        return edges.count - 1
    }
}
