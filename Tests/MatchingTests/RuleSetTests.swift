import BuiltInRules
import Documents
import Matching
import RuleFormat
import Segmentation
import SourceText
import TestKit
import Testing

struct RuleSetTests {
    /// Rules compiled at build time and the same rules compiled at run time find the same.
    @Test func theArchiveGivesBackWhatWasCompiled() throws {
        var reader = RuleReader()
        for path in Repository.files(in: "rules", endings: [".yaml"]) {
            let id = path.dropFirst("rules/".count).dropLast(".yaml".count)
            reader.read(SourceFile(path: path, bytes: try Repository.bytes(path)), id: String(id))
        }
        let compiled = try RuleSet(compiling: reader.finish())
        let embedded = BuiltInRules.load()
        #expect(embedded.archive == compiled.archive)
        #expect(Array(embedded.roles) == Array(compiled.roles))
        #expect(embedded.library.rules.map(\.why) == compiled.library.rules.map(\.why))
    }

    @Test func exactFormsAreMatchedInTheirCaseOnly() throws {
        var library = RuleLibrary()
        library.contexts = [
            ContextCues(context: .negated, cues: [
                (place: .before, pattern: PatternText("=ACT")), (place: .before, pattern: PatternText("act")),
                (place: .before, pattern: PatternText("trained in {=ACT}")), (place: .before, pattern: PatternText("^ act")),
                (place: .before, pattern: PatternText("act $")),
            ])
        ]
        let rules = try RuleSet(compiling: library)
        let document = DocumentFormat.plainText.read(SourceFile("Act now. I trained in ACT."))
        guard var segmenter = Segmenter() else {
            Issue.record("ICU has no break rules")
            return
        }
        var matcher = Matcher(rules.automaton)
        let table = segmenter.segment(document, vocabulary: rules.vocabulary)
        let matches = matcher.matches(in: table)
        let found = matches.map { "\($0.pattern) \(document.string(table.text(of: $0.tokens))) > \(document.string(table.text(of: $0.marked)))" }
        #expect(Set(found) == [
            "1 Act > Act", "3 Act > Act", "0 ACT > ACT", "1 ACT > ACT", "2 trained in ACT > ACT", "4 ACT > ACT",
        ])
    }

    @Test(arguments: [
        ("(^ chi|psi) x", "so chi x", []), ("(^ chi|psi) x", "Chi x", ["Chi x"]), ("(^ chi|psi) x", "so psi x", ["psi x"]),
        ("a (b|c $)", "a c d", []), ("a (b|c $)", "a c.", ["a c"]), ("a (b|c $)", "a b d", ["a b"]), ("(foo $) bar", "foo bar", []),
        ("foo (^ bar)", "foo bar", []), ("<l> z", "foo z", []), ("so <l>", "so foo", ["so foo"]), ("so <m>", "so foo", []),
        ("(^ a)? b", "x a b", ["b"]), ("(^ a)? b", "a b", ["a b"]), ("x? (^ a|b)", "x a", []), ("{a $} b?", "a b", []),
    ])
    func anchorsHoldAtAnyDepth(_ pattern: String, _ text: String, _ expected: [String]) throws {
        var library = RuleLibrary()
        library.lists = ["l": [PatternText("foo $")], "m": [PatternText("^ foo")]]
        library.contexts = [ContextCues(context: .negated, cues: [(place: .before, pattern: PatternText(pattern))])]
        let rules = try RuleSet(compiling: library)
        let document = DocumentFormat.plainText.read(SourceFile(text))
        guard var segmenter = Segmenter() else {
            Issue.record("ICU has no break rules")
            return
        }
        var matcher = Matcher(rules.automaton)
        let table = segmenter.segment(document, vocabulary: rules.vocabulary)
        #expect(matcher.matches(in: table).map { document.string(table.text(of: $0.tokens)) } == expected)
    }
}
