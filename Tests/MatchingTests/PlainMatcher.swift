import RuleFormat
import Segmentation
import SourceText

/// Matches one pattern by trying it at every token: slow, plain, and what the automaton must agree with.
struct PlainMatcher {
    let lists: [String: [Pattern]]
    let table: TokenTable
    let text: [UInt8]

    /// One way to read a pattern from some token on: where it ends, and the part that it marks.
    private struct Way: Hashable {
        let end: Int
        var mark: TokenRange?
    }

    /// The longest match that ends at each token, as the automaton gives them, and what it may mark: all of it where a way to
    /// read it marks nothing.
    func longestByEnd(of pattern: Pattern) -> [TokenRange: Set<TokenRange>] {
        var longest: [Int: (start: Int, marks: Set<TokenRange>)] = [:]
        for sentence in table.sentences {
            for start in sentence.tokens.indices {
                for way in ways(of: pattern, from: start, in: sentence) where way.end > start {
                    if let known = longest[way.end], known.start < start { continue }
                    longest[way.end, default: (start, [])].marks.insert(way.mark ?? TokenRange(start, way.end))
                }
            }
        }
        return Dictionary(uniqueKeysWithValues: longest.map { (TokenRange($0.value.start, $0.key), $0.value.marks) })
    }

    private func ways(of pattern: Pattern, from start: Int, in sentence: Sentence) -> Set<Way> {
        switch pattern {
        case .list(let name): return union(lists[name] ?? [], from: start, in: sentence)
        case .alternatives(let options): return union(options, from: start, in: sentence)
        case .optional(let part): return ways(of: part, from: start, in: sentence).union([Way(end: start)])
        case .named(_, let part): return ways(of: part, from: start, in: sentence)
        case .marked(let part):
            return Set(ways(of: part, from: start, in: sentence).map { way in
                Way(end: way.end, mark: way.end > start ? TokenRange(start, way.end) : nil)
            })
        case .sequence(let parts):
            return parts.reduce([Way(end: start)]) { ways, part in
                ways.reduce(into: []) { all, way in
                    for next in self.ways(of: part, from: way.end, in: sentence) { all.insert(Way(end: next.end, mark: way.mark ?? next.mark)) }
                }
            }
        case .wordClass(let name):
            return union(name.phrases, from: start, in: sentence).union(ends(of: pattern, from: start, in: sentence).map { Way(end: $0) })
        default: return Set(ends(of: pattern, from: start, in: sentence).map { Way(end: $0) })
        }
    }

    private func union(_ patterns: [Pattern], from start: Int, in sentence: Sentence) -> Set<Way> {
        patterns.reduce(into: []) { $0.formUnion(ways(of: $1, from: start, in: sentence)) }
    }

    /// Where a single element ends.
    private func ends(of element: Pattern, from start: Int, in sentence: Sentence) -> Set<Int> {
        switch element {
        case .word(let word): return isWord(start, [word], sentence) ? [start + 1] : []
        case .anyForm(let word): return isWord(start, Inflector.forms(of: word), sentence) ? [start + 1] : []
        case .anyWord: return start < sentence.tokens.upper && hasPlace(start) ? [start + 1] : []
        case .punctuation: return start < sentence.tokens.upper && !hasPlace(start) ? [start + 1] : []
        case .wordClass(let name):
            guard let shape = Self.shapes[name], start < sentence.tokens.upper else { return [] }
            return table.shapes[start].contains(shape) ? [start + 1] : []
        case .gap(let width):
            var reached: Set<Int> = []
            var at = start
            var words = 0
            while true {
                reached.insert(at)
                guard at < sentence.tokens.upper else { return reached }
                if hasPlace(at) { words += 1 }
                if words > width { return reached }
                at += 1
            }
        case .exact(let word): return start < sentence.tokens.upper && written(start) == Array(word.utf8) ? [start + 1] : []
        case .sentenceStart: return hasWord(in: sentence.tokens.lower..<start) ? [] : [start]
        case .sentenceEnd: return hasWord(in: start..<sentence.tokens.upper) ? [] : [start]
        case .list, .sequence, .alternatives, .optional, .named, .marked: return []
        }
    }

    private static let shapes: [WordClass: Shape] = [
        .number: .number, .year: .year, .percentage: .percentage, .currency: .currency, .capitalised: .capitalised,
        .capitals: .capitals, .initials: .initials, .possessive: .possessive,
    ]

    private func isWord(_ token: Int, _ words: [String], _ sentence: Sentence) -> Bool {
        guard token < sentence.tokens.upper, table.isWord(token) else { return false }
        let folded = Folding.fold(String(decoding: written(token), as: UTF8.self))
        let forms = [folded] + (Possessive.noun(of: folded).map { [$0] } ?? [])
        return words.contains { forms.contains(Folding.fold($0)) }
    }

    /// Whether it is a word, or stands for some.
    private func hasPlace(_ token: Int) -> Bool {
        table.shapes[token].isDisjoint(with: .punctuation)
    }

    private func hasWord(in range: Range<Int>) -> Bool {
        range.contains(where: table.isWord)
    }

    private func written(_ token: Int) -> [UInt8] {
        Array(text[Int(table.starts[token])..<Int(table.ends[token])])
    }
}
