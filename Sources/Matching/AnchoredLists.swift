import RuleFormat

/// The lists of a library, those with anchors in their words told from the others.
struct AnchoredLists {
    private let lists: [String: [Pattern]]
    /// Lists that hold an anchor, or name one that does.
    private var anchored: Set<String> = []

    init(_ lists: [String: [Pattern]]) {
        self.lists = lists
        var isComplete = false
        while !isComplete {
            let found = lists.keys.filter { !anchored.contains($0) && entries(of: $0).contains(where: hasAnchor) }
            anchored.formUnion(found)
            isComplete = found.isEmpty
        }
    }

    func entries(of list: String) -> [Pattern] { lists[list] ?? [] }

    /// Whether an anchor stands among the words of a list.
    func contain(_ list: String) -> Bool { anchored.contains(list) }

    private func hasAnchor(_ pattern: Pattern) -> Bool {
        switch pattern {
        case .sentenceStart, .sentenceEnd: true
        case .list(let name): anchored.contains(name)
        case .sequence(let parts), .alternatives(let parts): parts.contains(where: hasAnchor)
        case .optional(let part), .named(_, let part), .marked(let part): hasAnchor(part)
        case .word, .exact, .anyForm, .wordClass, .anyWord, .gap, .punctuation: false
        }
    }

    /// What a pattern without anchors matches that holds no word and nothing that stands for one, if anything: punctuation, or nothing at
    /// all.
    func wordless(_ pattern: Pattern) -> Pattern? {
        switch pattern {
        case .punctuation: return pattern
        case .gap: return .gap(0)
        case .list(let name): return wordless(.alternatives(entries(of: name)))
        case .sequence(let parts):
            let wordless = parts.compactMap(wordless)
            return wordless.count == parts.count ? .sequence(wordless) : nil
        case .alternatives(let options):
            let wordless = options.compactMap(wordless)
            return wordless.isEmpty ? nil : .alternatives(wordless)
        case .optional(let part): return .optional(wordless(part) ?? .sequence([]))
        case .named(_, let part): return wordless(part)
        case .marked(let part): return wordless(part).map(Pattern.marked)
        case .word, .exact, .anyForm, .wordClass, .anyWord, .sentenceStart, .sentenceEnd: return nil
        }
    }
}
