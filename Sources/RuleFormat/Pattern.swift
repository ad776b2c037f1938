/// What a rule looks for: a sequence over words. `rules/README.md` says how one is written.
package indirect enum Pattern: Hashable, Sendable {
    /// A word in any case, as written in the rule.
    case word(String)
    /// A word in exactly this form.
    case exact(String)
    /// Any inflected form of a word.
    case anyForm(String)
    case wordClass(WordClass)
    /// Exactly one word of any kind.
    case anyWord
    /// Up to so many words of any kind.
    case gap(Int)
    case punctuation
    case sentenceStart
    case sentenceEnd
    /// An entry of a named list.
    case list(String)
    case sequence([Pattern])
    case alternatives([Pattern])
    case optional(Pattern)
    /// A group with a name, whose words a message can use.
    case named(String, Pattern)
    /// The part that a finding covers, where it is not the whole match.
    case marked(Pattern)
}

extension Pattern {
    /// The pattern with the crisis lines of one place in place of `<crisis-line>` and its like, marked; nil where it has none.
    package func withLines(of place: String) -> Pattern? {
        switch self {
        case .list(let name): return LineClass(rawValue: name).map { .marked(.list($0.list(in: place))) }
        case .sequence(let parts): return Self.withLines(of: place, in: parts).map(Pattern.sequence)
        case .alternatives(let options): return Self.withLines(of: place, in: options).map(Pattern.alternatives)
        case .optional(let part): return part.withLines(of: place).map(Pattern.optional)
        case .named(let name, let part): return part.withLines(of: place).map { .named(name, $0) }
        case .marked(let part): return part.withLines(of: place)
        default: return nil
        }
    }

    private static func withLines(of place: String, in parts: [Pattern]) -> [Pattern]? {
        let filled = parts.map { $0.withLines(of: place) }
        return filled.contains { $0 != nil } ? zip(parts, filled).map { $1 ?? $0 } : nil
    }

    /// The pattern with its mark on what a name stands for (a list, a class or a named group), nil where some match has none.
    package func capturing(_ name: String) -> Pattern? {
        switch self {
        case .list(let list) where list == name: return .marked(self)
        case .wordClass(let known) where known.rawValue == name: return .marked(self)
        case .named(name, let part): return .marked(part.unmarked)
        case .named(_, let part), .marked(let part): return part.capturing(name)
        case .sequence(var parts):
            for (index, part) in parts.enumerated() {
                guard let captured = part.capturing(name) else { continue }
                parts = parts.map(\.unmarked)
                parts[index] = captured
                return .sequence(parts)
            }
            return nil
        case .alternatives(let options):
            let captured = options.compactMap { $0.capturing(name) }
            return captured.count == options.count ? .alternatives(captured) : nil
        default: return nil
        }
    }

    /// The names of the lists in the pattern, each as often as it stands there.
    var lists: [String] {
        switch self {
        case .list(let name): [name]
        case .sequence(let parts), .alternatives(let parts): parts.flatMap(\.lists)
        case .optional(let part), .named(_, let part), .marked(let part): part.lists
        default: []
        }
    }

    /// How many marked parts a match may have.
    var mostMarks: Int {
        switch self {
        case .sequence(let parts): parts.reduce(0) { $0 + $1.mostMarks }
        case .alternatives(let options): options.map(\.mostMarks).max() ?? 0
        case .optional(let part), .named(_, let part): part.mostMarks
        case .marked(let part): 1 + part.mostMarks
        default: 0
        }
    }

    /// Whether a finding covers only a part of some match.
    package var hasMark: Bool { self != unmarked }

    private var unmarked: Pattern {
        switch self {
        case .sequence(let parts): .sequence(parts.map(\.unmarked))
        case .alternatives(let options): .alternatives(options.map(\.unmarked))
        case .optional(let part): .optional(part.unmarked)
        case .named(let name, let part): .named(name, part.unmarked)
        case .marked(let part): part.unmarked
        default: self
        }
    }
}

