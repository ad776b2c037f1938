import RuleFormat

/// Finds anchors within patterns that can never hold, as words stand on their other side whatever is matched: `foo (^ bar)`.
struct AnchorCheck {
    /// Where words stand around a part of a pattern, in every match.
    private struct Place {
        var hasWordsBefore = false
        var hasWordsAfter = false
    }

    let lists: [String: [Pattern]]

    /// What is wrong with the anchors of a pattern.
    func problems(in pattern: Pattern) -> [String] {
        problems(in: pattern, Place())
    }

    private func problems(in pattern: Pattern, _ place: Place) -> [String] {
        switch pattern {
        case .sentenceStart:
            return place.hasWordsBefore ? ["“^” can never hold here, as words stand before it"] : []
        case .sentenceEnd:
            return place.hasWordsAfter ? ["“$” can never hold here, as words stand behind it"] : []
        case .list(let name):
            // Some words of a list may well stand only where the list begins or ends a pattern.
            let problems = (lists[name] ?? []).map { self.problems(in: $0, place) }
            return problems.allSatisfy { !$0.isEmpty } ? problems.first.map { $0.map { "in <\(name)>: \($0)" } } ?? [] : []
        case .sequence(let parts):
            return parts.indices.flatMap { index in
                problems(in: parts[index], Place(
                    hasWordsBefore: place.hasWordsBefore || parts[..<index].contains(where: needsWord),
                    hasWordsAfter: place.hasWordsAfter || parts[(index + 1)...].contains(where: needsWord)))
            }
        case .alternatives(let options): return options.flatMap { problems(in: $0, place) }
        case .optional(let part), .named(_, let part), .marked(let part): return problems(in: part, place)
        case .word, .exact, .anyForm, .wordClass, .anyWord, .gap, .punctuation: return []
        }
    }

    /// Whether every match of a pattern holds a word.
    private func needsWord(_ pattern: Pattern) -> Bool {
        switch pattern {
        case .word, .exact, .anyForm, .wordClass, .anyWord: true
        case .gap, .punctuation, .sentenceStart, .sentenceEnd, .optional: false
        case .list(let name): (lists[name] ?? []).allSatisfy(needsWord)
        case .sequence(let parts): parts.contains(where: needsWord)
        case .alternatives(let options): options.allSatisfy(needsWord)
        case .named(_, let part), .marked(let part): needsWord(part)
        }
    }
}
