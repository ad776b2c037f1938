import RuleFormat
import Segmentation
import SourceText

/// Matches one pattern by trying it at every token: slow, plain, and what the automaton must agree with.
struct PlainMatcher {
    let lists: [String: [Pattern]]
    let table: TokenTable
    let text: [UInt8]
    let vocabulary: Vocabulary

    /// The longest match that ends at each token, as the automaton gives them.
    func longestByEnd(of pattern: Pattern) -> Set<TokenRange> {
        var longest: [Int: Int] = [:]
        for sentence in table.sentences {
            for start in sentence.tokens.indices {
                for end in ends(of: pattern, from: start, in: sentence) where end > start {
                    longest[end] = min(longest[end] ?? start, start)
                }
            }
        }
        return Set(longest.map { TokenRange($0.value, $0.key) })
    }

    private func ends(of pattern: Pattern, from start: Int, in sentence: Sentence) -> Set<Int> {
        switch pattern {
        case .word(let word): return isWord(start, [word], sentence) ? [start + 1] : []
        case .anyForm(let word): return isWord(start, Inflector.forms(of: word), sentence) ? [start + 1] : []
        case .anyWord: return start < sentence.tokens.upper && table.isWord(start) ? [start + 1] : []
        case .punctuation: return start < sentence.tokens.upper && !table.isWord(start) ? [start + 1] : []
        case .wordClass(let name):
            let phrases = name.phrases.reduce(into: Set()) { $0.formUnion(ends(of: $1, from: start, in: sentence)) }
            guard let shape = Self.shapes[name], start < sentence.tokens.upper else { return phrases }
            return table.shapes[start].contains(shape) ? phrases.union([start + 1]) : phrases
        case .gap(let width):
            var reached: Set<Int> = []
            var at = start
            var words = 0
            while true {
                reached.insert(at)
                guard at < sentence.tokens.upper else { return reached }
                if table.isWord(at) { words += 1 }
                if words > width { return reached }
                at += 1
            }
        case .list(let name): return (lists[name] ?? []).reduce(into: []) { $0.formUnion(ends(of: $1, from: start, in: sentence)) }
        case .sequence(let parts):
            return parts.reduce([start]) { starts, part in
                starts.reduce(into: []) { $0.formUnion(ends(of: part, from: $1, in: sentence)) }
            }
        case .alternatives(let options):
            return options.reduce(into: []) { $0.formUnion(ends(of: $1, from: start, in: sentence)) }
        case .optional(let part): return ends(of: part, from: start, in: sentence).union([start])
        case .named(_, let part), .marked(let part): return ends(of: part, from: start, in: sentence)
        case .exact(let word): return start < sentence.tokens.upper && written(start) == Array(word.utf8) ? [start + 1] : []
        case .sentenceStart: return hasWord(in: sentence.tokens.lower..<start) ? [] : [start]
        case .sentenceEnd: return hasWord(in: start..<sentence.tokens.upper) ? [] : [start]
        }
    }

    private static let shapes: [WordClass: Shape] = [
        .number: .number, .year: .year, .percentage: .percentage, .currency: .currency, .capitalised: .capitalised,
        .capitals: .capitals, .initials: .initials, .possessive: .possessive,
    ]

    private func isWord(_ token: Int, _ words: [String], _ sentence: Sentence) -> Bool {
        guard token < sentence.tokens.upper, table.isWord(token) else { return false }
        var folded = Folding.fold(String(decoding: written(token), as: UTF8.self))
        // A possessive that no rule lists counts as its noun.
        if folded.suffix(2).elementsEqual("'s".utf8), vocabulary.symbol(folded: folded) == Vocabulary.unknown { folded.removeLast(2) }
        return words.contains { Folding.fold($0) == folded }
    }

    private func hasWord(in range: Range<Int>) -> Bool {
        range.contains(where: table.isWord)
    }

    private func written(_ token: Int) -> [UInt8] {
        Array(text[Int(table.starts[token])..<Int(table.ends[token])])
    }
}
