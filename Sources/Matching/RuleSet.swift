package import Archiving
package import RuleFormat
package import Segmentation

/// All rules, ready to match: their definitions, one automaton for their patterns, and the vocabulary it speaks, all in one
/// archive. Rules compiled when the program is built and rules compiled when it runs differ in where their archive stands.
package struct RuleSet: Sendable {
    /// What a pattern is for.
    package enum Role: Hashable, Sendable {
        /// Flags; the number of the rule's entry.
        case match(rule: Int, entry: Int)
        case except(rule: Int)
        case needed(rule: Int)
        case neededWhenStrict(rule: Int)
        case neededExcept(rule: Int)
        /// Satisfies a page rule, everywhere or only for pages of one place (ISO 3166).
        case present(rule: Int, place: String?)
        case presentWhenLinesUnknown(rule: Int)
        case presentExcept(rule: Int)
        /// Marks what a place of the entry's message or advice is filled with.
        case capture(rule: Int, entry: Int, name: String)
        /// The number of the rule's condition.
        case condition(rule: Int, Int)
        case counted(rule: Int)
        case against(rule: Int)
        /// A name in one of the rule's groups.
        case variant(rule: Int, group: Int, Int)
        /// A telephone number, by its place among the `knownNumbers` of all countries.
        case known(Int)
        case cue(Context, ContextCues.Place)
    }

    package let archive: Archive
    package let automaton: Automaton
    package let vocabulary: Vocabulary
    /// The role of each pattern of the automaton.
    package let roles: ArchivedRoles
    package let library: ArchivedLibrary

    /// Takes an archive as another set has it.
    package init(archive: Archive) {
        self.archive = archive
        var cursor = archive.cursor
        vocabulary = Vocabulary(reading: &cursor)
        automaton = Automaton(reading: &cursor)
        roles = ArchivedRoles(reading: &cursor)
        library = ArchivedLibrary(reading: &cursor)
    }

    /// Compiles a library that its reader has accepted.
    package init(compiling library: RuleLibrary) throws(PatternError) {
        var lists: [String: [Pattern]] = [:]
        for (name, words) in library.lists {
            var patterns: [Pattern] = []
            for word in words { patterns.append(try word.pattern()) }
            lists[name] = patterns
        }
        for table in library.crisisLines {
            for kind in LineClass.allCases {
                for place in table.places { lists[kind.list(in: place)] = try table.patterns(of: kind, in: place) }
            }
        }
        for (index, number) in library.crisisLines.knownNumbers.enumerated() { lists[Self.listOfKnown(index)] = try number.patterns() }
        var automaton = AutomatonBuilder(lists: lists)
        let patterns = Self.patterns(of: library)
        for (id, pattern) in patterns.enumerated() {
            automaton.add(try Self.compiled(pattern.text, for: pattern.role), id: id)
        }
        var archive = ArchiveBuilder()
        automaton.write(to: &archive)
        ArchivedRoles.write(patterns.map(\.role), to: &archive)
        library.write(to: &archive)
        self.init(archive: archive.archive())
    }

    private static func listOfKnown(_ index: Int) -> String { "known number \(index)" }

    private static func compiled(_ text: PatternText, for role: Role) throws(PatternError) -> Pattern {
        if case .known(let value) = role { return .list(listOfKnown(value)) }
        let pattern = try text.pattern()
        switch role {
        case .present(_, let place?): return pattern.withLines(of: place) ?? pattern
        case .capture(_, _, let name): return pattern.capturing(name) ?? pattern
        default: return pattern
        }
    }

    /// Every pattern with its role, in the order of their numbers.
    private static func patterns(of library: RuleLibrary) -> [(role: Role, text: PatternText)] {
        var patterns: [(role: Role, text: PatternText)] = []
        for (index, rule) in library.rules.enumerated() {
            switch rule.body {
            case .span(let body):
                patterns += body.entries.enumerated().map { (.match(rule: index, entry: $0.offset), $0.element.pattern) }
                patterns += captures(of: rule, index, body)
                patterns += body.except.map { (.except(rule: index), $0) }
            case .density(let body):
                patterns += body.patterns.map { (.counted(rule: index), $0) }
                patterns += body.against.map { (.against(rule: index), $0) }
            case .consistency(let body):
                for (group, names) in body.groups.enumerated() {
                    patterns += names.enumerated().map { (.variant(rule: index, group: group, $0.offset), $0.element) }
                }
            case .leftMarkup, .suppression: break
            case .staleValues(let body):
                patterns += body.within.map { (.match(rule: index, entry: 0), $0) }
                patterns += body.except.map { (.except(rule: index), $0) }
            case .page(let body):
                patterns += body.neededWhen.map { (.needed(rule: index), $0) }
                patterns += body.neededWhenStrict.map { (.neededWhenStrict(rule: index), $0) }
                patterns += body.neededExcept.map { (.neededExcept(rule: index), $0) }
                for text in body.presentWhen {
                    let places = places(of: text, in: library)
                    patterns += places.map { (.present(rule: index, place: $0), text) }
                    if places.isEmpty { patterns.append((.present(rule: index, place: nil), text)) }
                }
                patterns += body.presentWhenLinesUnknown.map { (.presentWhenLinesUnknown(rule: index), $0) }
                patterns += body.presentExcept.map { (.presentExcept(rule: index), $0) }
            }
            for (number, condition) in rule.conditions.enumerated() {
                patterns += condition.patterns.map { (.condition(rule: index, number), $0) }
            }
        }
        patterns += library.crisisLines.knownNumbers.indices.map { (.known($0), PatternText("")) }
        for cues in library.contexts {
            patterns += cues.cues.map { (.cue(cues.context, $0.place), $0.pattern) }
        }
        return patterns
    }

    /// The places whose lines a pattern names, as far as they have any; none where it names no lines.
    private static func places(of text: PatternText, in library: RuleLibrary) -> [String] {
        let kinds = LineClass.allCases.filter { text.text.contains("<\($0.rawValue)>") }
        return kinds.isEmpty ? [] : library.crisisLines.flatMap { table in
            table.places.filter { place in kinds.contains { !((try? table.patterns(of: $0, in: place)) ?? []).isEmpty } }
        }
    }

    /// For each place that an entry's message or advice fills in, the entry's pattern once more.
    private static func captures(of rule: Rule, _ index: Int, _ body: SpanBody) -> [(role: Role, text: PatternText)] {
        body.entries.enumerated().flatMap { number, entry in
            let advice = entry.advice.map { [$0] } ?? rule.suggestions
            let names = Set(([rule.message] + advice.map(\.text)).flatMap(Template.names)).subtracting(["match"])
            return names.sorted().map { (Role.capture(rule: index, entry: number, name: $0), entry.pattern) }
        }
    }
}
