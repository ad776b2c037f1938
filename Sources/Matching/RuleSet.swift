package import RuleFormat
package import Segmentation

/// All rules, ready to match: their definitions, one automaton for their patterns, and the vocabulary it speaks.
package struct RuleSet: Sendable {
    /// What a pattern is for.
    package enum Role: Hashable, Sendable {
        /// Flags; the number of the rule's entry.
        case match(rule: Int, entry: Int)
        case except(rule: Int)
        case needed(rule: Int)
        case neededExcept(rule: Int)
        /// Satisfies a page rule, everywhere or only for pages of one country.
        case present(rule: Int, country: String?)
        case presentWhenLinesUnknown(rule: Int)
        case presentExcept(rule: Int)
        case cue(Context, ContextCues.Place)
    }

    package let library: RuleLibrary
    package let automaton: Automaton
    package let vocabulary: Vocabulary
    /// The role of each pattern of the automaton.
    package let roles: [Role]

    init(library: RuleLibrary, automaton: Automaton, vocabulary: Vocabulary) {
        self.library = library
        self.automaton = automaton
        self.vocabulary = vocabulary
        roles = Self.patterns(of: library).map(\.role)
    }

    /// Compiles a library that its reader has accepted.
    package init(compiling library: RuleLibrary) throws(PatternError) {
        var lists: [String: [Pattern]] = [:]
        for (name, words) in library.lists {
            var patterns: [Pattern] = []
            for word in words { patterns.append(try word.pattern()) }
            lists[name] = patterns
        }
        for country in library.crisisLines { lists[Self.listOfLines(country.country)] = country.patterns }
        var builder = AutomatonBuilder(lists: lists)
        for (id, pattern) in Self.patterns(of: library).enumerated() {
            builder.add(try Self.compiled(pattern.text, for: pattern.role), id: id)
        }
        let (automaton, vocabulary) = builder.finish()
        self.init(library: library, automaton: automaton, vocabulary: vocabulary)
    }

    private static func listOfLines(_ country: String) -> String { "crisis-line in \(country)" }

    private static func compiled(_ text: PatternText, for role: Role) throws(PatternError) -> Pattern {
        let pattern = try text.pattern()
        guard case .present(_, let country?) = role else { return pattern }
        return pattern.withCrisisLines(.list(listOfLines(country)))
    }

    /// Every pattern with its role, in the order of their numbers.
    private static func patterns(of library: RuleLibrary) -> [(role: Role, text: PatternText)] {
        var patterns: [(role: Role, text: PatternText)] = []
        for (index, rule) in library.rules.enumerated() {
            switch rule.body {
            case .span(let body):
                patterns += body.entries.enumerated().map { (.match(rule: index, entry: $0.offset), $0.element.pattern) }
                patterns += body.except.map { (.except(rule: index), $0) }
            case .page(let body):
                patterns += body.neededWhen.map { (.needed(rule: index), $0) }
                patterns += body.neededExcept.map { (.neededExcept(rule: index), $0) }
                for text in body.presentWhen {
                    if text.text.contains("<crisis-line>") {
                        patterns += library.crisisLines.map { (.present(rule: index, country: $0.country), text) }
                    } else {
                        patterns.append((.present(rule: index, country: nil), text))
                    }
                }
                patterns += body.presentWhenLinesUnknown.map { (.presentWhenLinesUnknown(rule: index), $0) }
                patterns += body.presentExcept.map { (.presentExcept(rule: index), $0) }
            }
        }
        for cues in library.contexts {
            patterns += cues.cues.map { (.cue(cues.context, $0.place), $0.pattern) }
        }
        return patterns
    }
}
