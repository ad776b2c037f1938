import RuleFormat
import Segmentation

/// Finds words that no draft can hold as one word, since ICU cuts them.
struct WordCheck: ~Copyable {
    private var breaker: Breaker
    private var known: [String: String?] = [:]

    /// Nil when ICU comes without its break rules.
    init?() {
        guard let breaker = Breaker() else { return nil }
        self.breaker = breaker
    }

    /// What is wrong with the words of a pattern.
    mutating func problems(in pattern: Pattern) -> [String] {
        switch pattern {
        case .word(let word), .exact(let word), .anyForm(let word): return problem(with: word).map { [$0] } ?? []
        case .sequence(let parts), .alternatives(let parts):
            var problems: [String] = []
            for part in parts { problems += self.problems(in: part) }
            return problems
        case .optional(let part), .named(_, let part), .marked(let part): return problems(in: part)
        case .wordClass, .anyWord, .gap, .punctuation, .sentenceStart, .sentenceEnd, .list: return []
        }
    }

    private mutating func problem(with word: String) -> String? {
        if let known = known[word] { return known }
        var pieces: [String] = []
        var isWhole = false
        let bytes = Array(word.utf8)
        bytes.withUnsafeBufferPointer { text in
            breaker.forEachWordByICU(in: text) { range, isWord in
                if isWord { pieces.append(String(decoding: text[range], as: UTF8.self)) }
                if isWord, range == text.indices { isWhole = true }
            }
        }
        let advice = pieces.isEmpty ? "leave it out" : "write “\(pieces.joined(separator: " "))”"
        let problem = isWhole ? nil : "“\(word)” is never one word of a draft; \(advice)"
        known[word] = .some(problem)
        return problem
    }
}
