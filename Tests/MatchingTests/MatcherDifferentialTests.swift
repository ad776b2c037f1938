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
        "b's", "percent", "\u{FFFC}",
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

    /// Random patterns with anchors at any depth, some of which can never hold, on short sentences; marked parts and captures
    /// are compared too.
    @Test func automatonAgreesOnNestedAnchorsMarksAndCaptures() throws {
        let lists = ["list": ["a b", "c|d", "x $", "^ b"], "ends": ["a $", "^ c"], "nest": ["<ends> d", "b"]]
            .mapValues { $0.map(PatternText.init) }
        var random = SeededGenerator(seed: 11)
        var found = 0
        for _ in 0..<60 {
            let patterns = (0..<20).map { _ in RandomPattern.text(using: &random) }.filter { (try? PatternParser.parse($0)) != nil }
            found += try compare(
                rulesOn: patterns, lists, words: ["a", "b", "c", "d", "x", "a", "b", ",", ".", ". A", "—"], texts: 30, using: &random)
        }
        #expect(found > 10_000)
    }

    /// As `compare(_:_:words:texts:using:)`, for rules whose message names the group `n` of the patterns that have it.
    private func compare(
        rulesOn patterns: [String], _ lists: [String: [PatternText]], words: [String], texts: Int, using random: inout SeededGenerator
    ) throws -> Int {
        let naming = try patterns.filter { try PatternParser.parse($0).capturing("n") != nil }
        let entries = ["other": patterns.filter { !naming.contains($0) }, "naming": naming].filter { !$0.value.isEmpty }
        var reader = RuleReader()
        for (name, patterns) in entries.sorted(by: { $0.key < $1.key }) {
            let rule = """
                message: "\(name == "naming" ? "{n}" : "m")"
                severity: warning
                why: w
                sources: [{ name: s }]
                match: [\(patterns.map { "\"\($0)\"" }.joined(separator: ", "))]
                suggest: [{ say: s }]
                examples: { flagged: ["[[a]]", "[[b]]"], accepted: [c, d, e] }
                """
            reader.read(SourceFile(rule), id: "test/\(name)")
        }
        for (name, words) in lists.sorted(by: { $0.key < $1.key }) {
            let text = "about: x\nwords: [\(words.map { "\"\($0.text)\"" }.joined(separator: ", "))]"
            reader.read(SourceFile(text), id: "lists/\(name)")
        }
        let library = try reader.finish()
        let rules = try RuleSet(compiling: library)
        let expected = try rules.roles.map { role -> Pattern in
            switch role {
            case .match(let rule, let entry): return try library.rules[rule].entry(entry)
            case .capture(let rule, let entry, let name):
                let pattern = try library.rules[rule].entry(entry)
                return pattern.capturing(name) ?? pattern
            default: throw Unexpected()
            }
        }
        return try compare(rules, expected, lists, words: words, texts: texts, using: &random)
    }

    /// How many matches there were in random texts, in which both find the same.
    private func compare(
        _ patterns: [PatternText], _ lists: [String: [PatternText]], words: [String], texts: Int, using random: inout SeededGenerator
    ) throws -> Int {
        var library = RuleLibrary()
        library.lists = lists
        library.contexts = [ContextCues(context: .negated, cues: patterns.map { (place: .before, pattern: $0) })]
        let parsed = try patterns.map { try $0.pattern() }
        return try compare(RuleSet(compiling: library), parsed, lists, words: words, texts: texts, using: &random)
    }

    /// How many matches of the patterns of a set, by their numbers, there were in random texts.
    private func compare(
        _ rules: RuleSet, _ patterns: [Pattern], _ lists: [String: [PatternText]], words: [String], texts: Int,
        using random: inout SeededGenerator
    ) throws -> Int {
        let parsedLists = try lists.mapValues { try $0.map { try $0.pattern() } }
        guard var segmenter = Segmenter() else { throw Unexpected() }
        var matcher = Matcher(rules.automaton)
        var found = 0
        for _ in 0..<texts {
            let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
                .joined(separator: " ")
            let document = DocumentFormat.plainText.read(SourceFile(text))
            let table = segmenter.segment(document, vocabulary: rules.vocabulary)
            let matches = Dictionary(grouping: matcher.matches(in: table), by: \.pattern)
            let plain = PlainMatcher(lists: parsedLists, table: table, text: document.text)
            for (number, pattern) in patterns.enumerated() {
                let fast = matches[number] ?? []
                let slow = plain.longestByEnd(of: pattern)
                #expect(Set(fast.map(\.tokens)) == Set(slow.keys), "“\(pattern)” in “\(text)”")
                for match in fast {
                    // Where a match can be read in several ways, any of them tells its marked part.
                    #expect(slow[match.tokens]?.contains(match.marked) ?? true, "“\(pattern)” marks \(match.marked) in “\(text)”")
                }
                found += slow.count
            }
        }
        return found
    }

    private struct Unexpected: Error {}
}

extension Rule {
    /// What a rule on words looks for.
    fileprivate var patterns: [PatternText] {
        guard case .span(let body) = self.body else { return [] }
        return body.entries.map(\.pattern) + body.except
    }

    /// The pattern of an entry of a rule on words.
    fileprivate func entry(_ number: Int) throws -> Pattern {
        guard case .span(let body) = self.body else { return .sequence([]) }
        return try body.entries[number].pattern.pattern()
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
