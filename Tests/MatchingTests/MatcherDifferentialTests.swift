import BuiltInRules
import Documents
import Matching
import RuleFormat
import Segmentation
import SourceText
import TestKit
import Testing

/// The automaton against the plain matcher, on seeded random texts made of the rules' own words.
struct MatcherDifferentialTests {
    private static let patterns = [
        "a b", "a|b c", "(a b|c) d", "a ..2 c", "a b? c? d", "<list> a", "a ..1 <list> ..2 b", "_ a", "a , b", "heal~ you", "<number> a",
        "(a|b c)? d", "a a", "a ..3 a", "b (c (d|a)|d) a", "d ..2", "a b c d", "^ a b", "a b $", "=A b", "{a b} c", "x:(a|b c) d",
        "<capitalised> a", "<initials> b", "<year>", "a <percentage>", "<duration> a", "<currency>", "<possessive> b", "<capitals>",
    ].map(PatternText.init)
    private static let words = [
        "a", "b", "c", "d", "x", "heals", "you", "7", "a", "b", "c", ",", "—", "(", ".", "A", "AB", "1984", "5%", "$9", "two", "weeks",
        "b's", "percent",
    ]

    @Test func automatonAgreesWithThePlainMatcher() throws {
        let lists = ["list": [PatternText("a b"), PatternText("c|d"), PatternText("x ..1 a")]]
        var random = SeededGenerator(seed: 42)
        let found = try compare(Self.patterns, lists, words: Self.words, texts: 3_000, using: &random)
        #expect(found > 10_000)
    }

    /// The patterns of the built-in rules and contexts, twenty at a time, on texts in which their phrases stand among each
    /// other and are cut short.
    @Test func automatonAgreesOnTheBuiltInRules() throws {
        let library = BuiltInRules.load().library.decoded
        let patterns = library.rules.flatMap(\.patterns) + library.contexts.flatMap { $0.cues.map(\.pattern) }
        var random = SeededGenerator(seed: 7)
        var found = 0
        for _ in 0..<40 {
            let some = (0..<20).compactMap { _ in patterns.randomElement(using: &random) }
            var phrases = [",", "the", "—", "and"]
            for pattern in some {
                let phrase = try pattern.pattern().phrase(lists: library.lists, using: &random)
                phrases += [phrase, String(phrase.prefix(phrase.count / 2)), phrase + " " + phrase]
            }
            found += try compare(some, library.lists, words: phrases, texts: 15, using: &random)
        }
        #expect(found > 2_000)
    }

    /// How many matches there were in random texts, in which both find the same.
    private func compare(
        _ patterns: [PatternText], _ lists: [String: [PatternText]], words: [String], texts: Int, using random: inout SeededGenerator
    ) throws -> Int {
        var library = RuleLibrary()
        library.lists = lists
        library.contexts = [ContextCues(context: .negated, cues: patterns.map { (place: .before, pattern: $0) })]
        let rules = try RuleSet(compiling: library)
        let parsed = try patterns.map { try $0.pattern() }
        let parsedLists = try lists.mapValues { try $0.map { try $0.pattern() } }
        guard var segmenter = Segmenter() else {
            Issue.record("ICU has no break rules")
            return 0
        }
        var matcher = Matcher(rules.automaton)
        var found = 0
        for _ in 0..<texts {
            let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
                .joined(separator: " ")
            let document = DocumentFormat.plainText.read(SourceFile(text))
            let table = segmenter.segment(document, vocabulary: rules.vocabulary)
            let matches = Dictionary(grouping: matcher.matches(in: table), by: \.pattern)
            let plain = PlainMatcher(lists: parsedLists, table: table, text: document.text, vocabulary: rules.vocabulary)
            for (number, pattern) in parsed.enumerated() {
                let fast = Set((matches[number] ?? []).map(\.tokens))
                let slow = plain.longestByEnd(of: pattern)
                #expect(fast == slow, "“\(patterns[number].text)” in “\(text)”")
                found += slow.count
            }
        }
        return found
    }
}

extension Rule {
    /// What a rule on words looks for.
    fileprivate var patterns: [PatternText] {
        guard case .span(let body) = self.body else { return [] }
        return body.entries.map(\.pattern) + body.except
    }
}

extension Pattern {
    /// Words that the pattern matches.
    fileprivate func phrase(lists: [String: [PatternText]], using random: inout SeededGenerator) throws -> String {
        switch self {
        case .word(let word), .exact(let word): return word
        case .anyForm(let word): return Inflector.forms(of: word).randomElement(using: &random) ?? word
        case .wordClass(let name): return Self.examples[name] ?? ""
        case .anyWord: return "thing"
        case .gap(let width): return String(repeating: "so ", count: Int.random(in: 0...width, using: &random))
        case .punctuation: return ","
        case .sentenceStart, .sentenceEnd: return ""
        case .list(let name):
            guard let entry = lists[name]?.randomElement(using: &random) else { return "" }
            return try entry.pattern().phrase(lists: lists, using: &random)
        case .sequence(let parts): return try parts.map { try $0.phrase(lists: lists, using: &random) }.joined(separator: " ")
        case .alternatives(let options): return try options.randomElement(using: &random)?.phrase(lists: lists, using: &random) ?? ""
        case .optional(let part):
            return Bool.random(using: &random) ? try part.phrase(lists: lists, using: &random) : ""
        case .named(_, let part), .marked(let part): return try part.phrase(lists: lists, using: &random)
        }
    }

    private static let examples: [WordClass: String] = [
        .number: "12", .year: "2019", .percentage: "95%", .currency: "$80", .duration: "two weeks", .capitalised: "Maria",
        .capitals: "GUARANTEED", .initials: "EMDR", .possessive: "Maria's",
    ]
}
