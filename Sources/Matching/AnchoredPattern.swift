import RuleFormat

/// A pattern without its anchors: for each choice of the ends of a sentence that a match may have to touch, what matches there.
///
/// An anchor within a pattern asks that no word of the pattern stands on its other side: `(^ a|b) c` is `a c` at the start of a
/// sentence, and `b c` anywhere; `x? ^ a` is `a` at the start.
struct AnchoredPattern {
    /// The ends of a sentence that a match touches: no word stands between.
    struct Ends: OptionSet, Hashable {
        let rawValue: Int

        static let start = Ends(rawValue: 1)
        static let end = Ends(rawValue: 2)

        static let all: [Ends] = [[], .start, .end, [.start, .end]]
    }

    private static let nothing = Pattern.sequence([])

    private var parts: [Ends: Pattern] = [:]

    private init(_ parts: [Ends: Pattern]) {
        self.parts = parts
    }

    init(_ pattern: Pattern, lists: AnchoredLists) {
        switch pattern {
        case .sentenceStart: self.init([.start: Self.nothing])
        case .sentenceEnd: self.init([.end: Self.nothing])
        case .list(let name) where lists.contain(name): self.init(.alternatives(lists.entries(of: name)), lists: lists)
        case .sequence(let items):
            self = items.reduce(Self([[]: Self.nothing])) { $0.followed(by: Self($1, lists: lists), lists) }
        case .alternatives(let options):
            let options = options.map { Self($0, lists: lists) }
            self.init(Self.parts { ends in options.compactMap { $0[ends] } })
        case .optional(let part):
            self.init(part, lists: lists)
            parts[[]] = .optional(parts[[]] ?? Self.nothing)
        case .named(_, let part): self.init(part, lists: lists)
        case .marked(let part): self.init(Self(part, lists: lists).parts.mapValues(Pattern.marked))
        case .word, .exact, .anyForm, .wordClass, .anyWord, .gap, .punctuation, .list: self.init([[]: pattern])
        }
    }

    /// What matches where a match must touch some ends; nil when nothing does.
    subscript(ends: Ends) -> Pattern? { parts[ends] }

    private static func parts(_ options: (Ends) -> [Pattern]) -> [Ends: Pattern] {
        Ends.all.reduce(into: [:]) { $0[$1] = either(options($1)) }
    }

    private static func either(_ options: [Pattern]) -> Pattern? {
        options.count > 1 ? .alternatives(options) : options.first
    }

    // MARK: One after the other

    /// Where this part must touch the end, the next one has no word; where the next one must touch the start, this one has none.
    private func followed(by next: Self, _ lists: AnchoredLists) -> Self {
        func wordless(_ pattern: Self, _ ends: Ends...) -> Pattern? {
            Self.either(ends.compactMap { pattern[$0] }).flatMap(lists.wordless)
        }
        let before = wordless(self, [], .start)
        let behind = wordless(next, [], .end)
        return Self(Self.parts { ends in
            let ways: [(Pattern?, Pattern?)] = switch ends {
            case []: [(self[[]], next[[]])]
            case .start: [(self[.start], next[[]]), (before, next[.start])]
            case .end: [(self[[]], next[.end]), (self[.end], behind)]
            default: [
                (self[.start], next[.end]), (self[[.start, .end]], behind), (before, next[[.start, .end]]),
                (wordless(self, .end, [.start, .end]), wordless(next, .start, [.start, .end])),
            ]
            }
            return ways.compactMap(Self.sequence)
        })
    }

    private static func sequence(_ first: Pattern?, _ second: Pattern?) -> Pattern? {
        guard let first, let second else { return nil }
        let items = [first, second].flatMap { if case .sequence(let items) = $0 { items } else { [$0] } }
        return items.count == 1 ? items[0] : .sequence(items)
    }
}
