package import Diagnostics
package import RuleFormat
import SourceText

/// Finds patterns that parse and yet do nothing: words that no draft has, anchors that never hold, matches that are always
/// excepted, and what a neighbour takes already; and lists that no pattern names.
package struct PatternCheck {
    /// The keys whose matches are dropped where those of another key share a word with them.
    private static let exceptions = ["match": "except", "needed-when": "needed-except", "present-when": "present-except"]

    /// Every pattern that was read; only those that are complete are held against others.
    private let patterns: [PlacedPattern]
    private let isComplete: [Bool]
    private let unusedLists: [Diagnostic]
    private let lists: [String: [Pattern]]

    /// Looks at what a reader has read. Where that is not everything, no list is known to be without use.
    package init(_ reader: RuleReader) {
        patterns = reader.patterns
        isComplete = reader.areComplete
        unusedLists = reader.problems.isEmpty ? reader.unusedLists : []
        var lists = reader.library.lists.mapValues { words in words.compactMap { try? $0.pattern() } }
        for kind in LineClass.allCases {
            for table in reader.library.crisisLines {
                for place in table.places { lists[kind.rawValue, default: []] += (try? table.patterns(of: kind, in: place)) ?? [] }
            }
        }
        self.lists = lists
    }

    /// Everything that is wrong, in the order of the patterns.
    package var diagnostics: [Diagnostic] {
        ofPatterns + unusedLists
    }

    private var ofPatterns: [Diagnostic] {
        let groups = Dictionary(grouping: patterns.indices.filter { isComplete[$0] }, by: { patterns[$0].group })
        var found: [Int: [Diagnostic]] = [:]
        func report(_ message: String, _ index: Int) {
            let pattern = patterns[index]
            found[index, default: []].append(Diagnostic(path: pattern.group.path, position: pattern.position, message: message))
        }
        if var words = WordCheck() {
            for (index, pattern) in patterns.enumerated() {
                for problem in words.problems(in: pattern.pattern) { report(problem, index) }
            }
        }
        let anchors = AnchorCheck(lists: lists)
        for (group, indices) in groups {
            for index in indices {
                for problem in anchors.problems(in: patterns[index].pattern) { report(problem, index) }
                for message in repeats(within: patterns[index].pattern) { report(message, index) }
            }
            for (index, message) in shadowed(indices) { report(message, index) }
            guard let key = Self.exceptions[group.key] else { continue }
            let exceptions = groups[PlacedPattern.Group(path: group.path, key: key, offset: group.offset)] ?? []
            for index in indices where isAlwaysExcepted(patterns[index], by: exceptions.map { patterns[$0] }) {
                report("every match of this pattern is dropped by “\(key)”", index)
            }
        }
        return found.sorted { $0.key < $1.key }.flatMap(\.value)
    }

    // MARK: Neighbours

    /// The patterns of a group that another one makes useless.
    private func shadowed(_ indices: [Int]) -> [(index: Int, message: String)] {
        let group = indices.map { patterns[$0] }
        let counting = group.map { machine($0.pattern, .count) }
        // Of two entries that match the same words the earlier one is reported, whatever part of them it marks.
        let inOrder = group.first?.group.key == "match" ? group.map { machine($0.pattern, .ignore) } : counting
        let (before, beside) = (FirstLabels(inOrder), FirstLabels(counting))
        return group.indices.compactMap { index in
            let pattern = group[index]
            let other = before.mayInclude(index).first { $0 < index && includes(inOrder[$0], inOrder[index]) }
                ?? beside.mayInclude(index).first { other in
                    other > index && pattern.isInterchangeable(with: group[other]) && includes(counting[other], counting[index])
                        && !includes(inOrder[index], inOrder[other])
                }
            return other.map { (indices[index], message(pattern, isTakenBy: group[$0])) }
        }
    }

    private func message(_ pattern: PlacedPattern, isTakenBy other: PlacedPattern) -> String {
        pattern.text == other.text
            ? "“\(pattern.text)” stands in line \(other.position.line) too"
            : "whatever this pattern matches, “\(other.text)” in line \(other.position.line) matches too"
    }

    /// Alternatives within one pattern that others make useless.
    private func repeats(within pattern: Pattern) -> [String] {
        switch pattern {
        case .sequence(let parts): parts.flatMap(repeats)
        case .optional(let part), .named(_, let part), .marked(let part): repeats(within: part)
        case .alternatives(let options): options.flatMap(repeats) + repeats(among: options)
        case .word, .exact, .anyForm, .wordClass, .anyWord, .gap, .punctuation, .sentenceStart, .sentenceEnd, .list: []
        }
    }

    private func repeats(among options: [Pattern]) -> [String] {
        let machines = options.map { machine($0, .count) }
        let labels = FirstLabels(machines)
        return options.indices.compactMap { index in
            let other = labels.mayInclude(index).first { other in
                // Of two that take the same the earlier one stays.
                includes(machines[other], machines[index]) && (other < index || !includes(machines[index], machines[other]))
            }
            return other.map { "the alternative “\(options[index].written)” adds nothing to “\(options[$0].written)”" }
        }
    }

    private func includes(_ outer: PatternMachine, _ inner: PatternMachine) -> Bool {
        Inclusion(inner: inner, outer: [outer], extent: .whole).holds
    }

    // MARK: Exceptions

    private func isAlwaysExcepted(_ pattern: PlacedPattern, by exceptions: [PlacedPattern]) -> Bool {
        if exceptions.isEmpty { return false }
        let machines = exceptions.map { machine($0.pattern, .ignore) }
        return Inclusion(inner: machine(pattern.pattern, .ignore), outer: machines, extent: .within).holds
    }

    private func machine(_ pattern: Pattern, _ parts: PatternMachine.Parts) -> PatternMachine {
        PatternMachine(pattern, lists: lists, parts: parts)
    }
}

extension PlacedPattern {
    /// Whether nobody can tell which of two patterns a match is reported for.
    fileprivate func isInterchangeable(with other: PlacedPattern) -> Bool {
        !hasOwnAdvice && !other.hasOwnAdvice && !countsAlone
    }
}
