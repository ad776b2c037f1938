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
        "(a|b c)? d", "a a", "a ..3 a", "b (c (d|a)|d) a", "d ..2", "a b c d",
    ]
    private static let words = ["a", "b", "c", "d", "x", "heals", "you", "7", "a", "b", "c", ",", "—", "(", "."]

    @Test func automatonAgreesWithThePlainMatcher() throws {
        var library = RuleLibrary()
        let list = [PatternText("a b"), PatternText("c|d"), PatternText("x ..1 a")]
        library.lists = ["list": list]
        library.contexts = [
            ContextCues(context: .negated, cues: Self.patterns.map { (place: .before, pattern: PatternText($0)) })
        ]
        let rules = try RuleSet(compiling: library)
        let patterns = try Self.patterns.map { try PatternParser.parse($0) }
        let lists = ["list": try list.map { try $0.pattern() }]
        guard var segmenter = Segmenter() else {
            Issue.record("ICU has no break rules")
            return
        }
        var matcher = Matcher()
        var random = SeededGenerator(seed: 42)
        var found = 0
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in Self.words.randomElement(using: &random) ?? "" }
                .joined(separator: " ")
            let document = DocumentFormat.plainText.read(SourceFile(text))
            let table = segmenter.segment(document, vocabulary: rules.vocabulary)
            let matches = matcher.matches(of: rules.automaton, in: table)
            let plain = PlainMatcher(lists: lists, table: table, vocabulary: rules.vocabulary)
            for (number, pattern) in patterns.enumerated() {
                let fast = Set(matches.filter { $0.pattern == number }.map(\.tokens))
                let slow = plain.longestByEnd(of: pattern)
                #expect(fast == slow, "“\(Self.patterns[number])” in “\(text)”")
                found += slow.count
            }
        }
        #expect(found > 10_000)
    }
}
