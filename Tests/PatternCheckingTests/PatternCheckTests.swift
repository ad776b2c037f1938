import Diagnostics
import PatternChecking
import RuleFormat
import SourceText
import TestKit
import Testing

/// Patterns that parse and yet do nothing are errors at their place.
struct PatternCheckTests {
    private static let lists = [
        "outcome": "about: x\nwords:\n  - results|success\n  - peace of mind\n", "more": "about: x\nwords: [<outcome>, joy]\n",
    ]

    /// The errors of a rule whose fields of patterns are given.
    private func errors(_ fields: String, lists: [String: String] = lists) throws -> [String] {
        let text = """
            message: x
            severity: error
            why: x
            sources: [{ name: x }]
            suggest: [{ say: x }]
            examples: { flagged: ["[[x]]", "[[y]]"], accepted: [a, b, c] }
            \(fields)
            """
        var reader = RuleReader()
        for (name, text) in lists.sorted(by: { $0.key < $1.key }) { reader.read(SourceFile(text, path: "\(name).yaml"), id: "lists/\(name)") }
        reader.read(SourceFile(text, path: "rule.yaml"), id: "test/rule")
        reader.read(SourceFile(Self.usingAllLists(lists), path: "other.yaml"), id: "test/other")
        do {
            _ = try reader.finishChecked()
            return []
        } catch {
            return error.list.map(\.line)
        }
    }

    private static func usingAllLists(_ lists: [String: String]) -> String {
        """
        message: x
        severity: error
        why: x
        sources: [{ name: x }]
        suggest: [{ say: x }]
        examples: { flagged: ["[[x]]", "[[y]]"], accepted: [a, b, c] }
        match: [x]
        except: [\((lists.keys.sorted().map { "\($0) <\($0)>" } + ["none"]).joined(separator: ", "))]
        """
    }

    @Test(arguments: [
        ("match: [100% safe]", "“100%” is never one word of a draft; write “100”"),
        ("match: [and/or]", "“and/or” is never one word of a draft; write “and or”"),
        ("match: [this & that]", "“&” is never one word of a draft; leave it out"),
        ("match: [=CBT-I]", "“CBT-I” is never one word of a draft; write “CBT I”"),
        ("match: [(a (clients'|b)?)]", "“clients'” is never one word of a draft; write “clients”"),
    ])
    func wordsThatNoDraftHas(_ fields: String, _ message: String) throws {
        #expect(try errors(fields) == ["rule.yaml:7:9: error: \(message)"])
    }

    @Test(arguments: ["match: [won't, o'clock, 24, 1.5, don’t, naïve, self-care, e.g, <number> ..2 _]"])
    func wordsThatDraftsHave(_ fields: String) throws {
        #expect(try errors(fields) == [])
    }

    @Test(arguments: [
        ("match: [a b, a b]", "14: error: “a b” stands in line 7 too"),
        ("match: [guarantee~, guaranteed]", "21: error: whatever this pattern matches, “guarantee~” in line 7 matches too"),
        ("match: [guaranteed, guarantee~]", "9: error: whatever this pattern matches, “guarantee~” in line 7 matches too"),
        ("match: [a <outcome>, a peace of mind]", "22: error: whatever this pattern matches, “a <outcome>” in line 7 matches too"),
        ("match: [a <more>, a <outcome>]", "19: error: whatever this pattern matches, “a <more>” in line 7 matches too"),
        ("match: [a ..3 b, a c d b]", "18: error: whatever this pattern matches, “a ..3 b” in line 7 matches too"),
        ("match: [(a|b) c?, b c]", "19: error: whatever this pattern matches, “(a|b) c?” in line 7 matches too"),
        ("match: [act now, =ACT now]", "18: error: whatever this pattern matches, “act now” in line 7 matches too"),
        ("match: [a b, ^ a b $]", "14: error: whatever this pattern matches, “a b” in line 7 matches too"),
        ("match: [{ pattern: a _, say: x }, { pattern: a b, say: y }]", "46: error: whatever this pattern matches, “a _” in line 7 matches too"),
        ("match: [a b, 'a {b}']", "14: error: whatever this pattern matches, “a b” in line 7 matches too"),
        ("match: ['a {b}', a b]", "18: error: whatever this pattern matches, “a {b}” in line 7 matches too"),
        ("match: [x]\nexcept: [a _, a b]", "8:15: error: whatever this pattern matches, “a _” in line 8 matches too"),
        ("match: [a <number>, a <year>]", "21: error: whatever this pattern matches, “a <number>” in line 7 matches too"),
        ("match: [<duration>, two weeks]", "21: error: whatever this pattern matches, “<duration>” in line 7 matches too"),
        ("match: [<initials>, =ABC]", "21: error: whatever this pattern matches, “<initials>” in line 7 matches too"),
        ("match: [<capitalised>, =Foo]", "24: error: whatever this pattern matches, “<capitalised>” in line 7 matches too"),
        ("match: [<capitalised>, =Émile]", "24: error: whatever this pattern matches, “<capitalised>” in line 7 matches too"),
        ("match: [<capitalised>, <initials>]", "24: error: whatever this pattern matches, “<capitalised>” in line 7 matches too"),
        ("match: [<currency>, 90 dollars]", "21: error: whatever this pattern matches, “<currency>” in line 7 matches too"),
        ("match: [<year>, 1984]", "17: error: whatever this pattern matches, “<year>” in line 7 matches too"),
        ("match: [_, <possessive>]", "12: error: whatever this pattern matches, “_” in line 7 matches too"),
        ("match: [a (<number>|<year>)]", "9: error: the alternative “<year>” adds nothing to “<number>”"),
        ("match: [a (b|c|b)]", "9: error: the alternative “b” adds nothing to “b”"),
        ("match: [a (<outcome>|b|success)]", "9: error: the alternative “success” adds nothing to “<outcome>”"),
    ])
    func patternsThatAddNothing(_ fields: String, _ error: String) throws {
        let expected = error.hasPrefix("8:") ? "rule.yaml:\(error)" : "rule.yaml:7:\(error)"
        #expect(try errors(fields) == [expected])
    }

    @Test(arguments: [
        "match: [a b, a c]", "match: [a ..2 b, a c d e b]", "match: [a, a b]", "match: [=ACT now, =Act well]", "match: [^ a b, b a]",
        "match: [{ pattern: a b, say: x }, a _]", "match: [x]\nexcept: ['a {b}', '{a} b']", "report: first-use\nmatch: [a b, a _]",
        "match: [a 24, a <year>]", "match: [<number>, <currency>]", "match: [<initials>, =Abc]", "match: [<year>, 1884]",
        "match: [<capitals>, <initials>]", "match: [<number> lessons, <duration>]", "match: [<capitalised>, foo]", "match: [a , b, a b]", "match: [a ..1 b, a , b c]",
        "match: [x]\nonly-with: { sentence: [a], paragraph: [a] }",
    ])
    func patternsThatAddSomething(_ fields: String) throws {
        #expect(try errors(fields) == [])
    }

    @Test(arguments: [
        "match: [guarantee a place]\nexcept: [a place]", "match: [guarantee (a place|b place)]\nexcept: [(a|b|c) place]",
        "match: [guarantee ..2 a place now]\nexcept: [guarantee ..5 place]", "match: [a <outcome>]\nexcept: [<more>]",
        "match: [a <outcome>]\nexcept: [peace of, results, success]",
    ])
    func matchesThatAreAlwaysExcepted(_ fields: String) throws {
        #expect(try errors(fields) == ["rule.yaml:7:9: error: every match of this pattern is dropped by “except”"])
    }

    @Test(arguments: [
        "match: [guarantee a place]\nexcept: [a place in]", "match: [guarantee a? place]\nexcept: [a place]", "match: [a b]\nexcept: [^ a]",
        "match: [a <outcome>]\nexcept: [peace of, results]",
    ])
    func matchesThatAreSometimesExcepted(_ fields: String) throws {
        #expect(try errors(fields) == [])
    }

    @Test(arguments: [
        ("foo (^ bar)", "“^” can never hold here, as words stand before it"), ("(foo $) bar", "“$” can never hold here, as words stand behind it"),
        ("a (b|c $) d", "“$” can never hold here, as words stand behind it"), ("a (^ b)? c", "“^” can never hold here, as words stand before it"),
        ("<end> z", "in <end>: “$” can never hold here, as words stand behind it"),
        ("so <start>", "in <start>: “^” can never hold here, as words stand before it"),
    ])
    func anchorsThatNeverHold(_ pattern: String, _ message: String) throws {
        let lists = ["end": "about: x\nwords: [foo $]\n", "start": "about: x\nwords: [^ foo]\n"]
        #expect(try errors("match: [\"\(pattern)\"]", lists: lists).contains("rule.yaml:7:9: error: \(message)"))
    }

    @Test(arguments: ["(^ chi|psi) x", "a (b|c $)", "(^ a)? b", "x? (^ a|b)", "{a $}", "<ends>", "so <ends>", "(^ , a)", "(a|b $) ,?"])
    func anchorsThatSometimesHold(_ pattern: String) throws {
        let lists = ["ends": "about: x\nwords: [^ foo, bar $]\n"]
        let found = try errors("match: [\"\(pattern)\", q]", lists: lists)
        #expect(!found.contains { $0.contains("never hold") }, "\(found)")
    }

    @Test func neededAndPresentPatternsHaveTheirOwnExceptions() throws {
        let page = "page: { needed-when: [a b, c], needed-except: [a], present-when: [d e], present-except: [d] }"
        let found = try errors(page)
        #expect(found == [
            "rule.yaml:7:23: error: every match of this pattern is dropped by “needed-except”",
            "rule.yaml:7:67: error: every match of this pattern is dropped by “present-except”",
        ])
    }

    @Test func wordsOfAListThatStandThereTwice() throws {
        let lists = ["fee": "about: x\nwords:\n  - fee~\n  - price\n  - fees\n  - price\n"]
        #expect(try errors("match: [x]", lists: lists) == [
            "fee.yaml:5:5: error: whatever this pattern matches, “fee~” in line 3 matches too", "fee.yaml:6:5: error: “price” stands in line 4 too",
        ])
    }

    /// Patterns are looked at whatever else is wrong in their file and in others; those whose words are not all known are not
    /// held against their neighbours, and no list is said to have no use.
    @Test func patternsAreLookedAtBesideOtherErrors() throws {
        var reader = RuleReader()
        func rule(_ fields: String, severity: String = "error") -> String {
            """
            message: x
            severity: \(severity)
            why: x
            sources: [{ name: x }]
            suggest: [{ say: x }]
            examples: { flagged: ["[[x]]", "[[y]]"], accepted: [a, b, c] }
            \(fields)
            """
        }
        reader.read(SourceFile("about: x\nwords: [\"(a\", b]\n", path: "broken.yaml"), id: "lists/broken")
        reader.read(SourceFile("about: x\nwords: [<circle>, b]\n", path: "circle.yaml"), id: "lists/circle")
        reader.read(SourceFile("about: x\nwords: [never]\n", path: "unused.yaml"), id: "lists/unused")
        reader.read(SourceFile(rule("match: [and/or, \"guarantee!\", a <broken>, a b, <circle>, <gone>]"), path: "a.yaml"), id: "t/a")
        reader.read(SourceFile(rule("match: [c d, c d]", severity: "warnin"), path: "b.yaml"), id: "t/b")
        reader.read(SourceFile("match: [", path: "c.yaml"), id: "t/c")
        let error = #expect(throws: Diagnostics.self) { try reader.finishChecked() }
        let found = (error?.list ?? []).map { $0.line.prefix { $0 != ";" } }
        #expect(found.dropLast() == [
            "broken.yaml:2:10: error: in “words”: a bracket is opened and not closed", "circle.yaml:2:9: error: <circle> leads back to this list",
            "a.yaml:7:9: error: “and/or” is never one word of a draft", "a.yaml:7:17: error: “guarantee!” is never one word of a draft",
            "a.yaml:7:58: error: no list or class is called <gone>",
            "b.yaml:2:11: error: “severity” is “warnin”, but must be suggestion, warning, error", "b.yaml:7:14: error: “c d” stands in line 7 too",
        ])
        #expect(found.last?.hasPrefix("c.yaml:") ?? false)
    }

    @Test func listsThatNoPatternUses() throws {
        var reader = RuleReader()
        reader.read(SourceFile("about: x\nwords: [<b>]\n", path: "a.yaml"), id: "lists/a")
        reader.read(SourceFile("about: x\nwords: [b]\n", path: "b.yaml"), id: "lists/b")
        let error = #expect(throws: Diagnostics.self) { try reader.finishChecked() }
        #expect(error?.list.map(\.line) == ["a.yaml:1:1: error: no pattern uses <a>"])
    }
}
