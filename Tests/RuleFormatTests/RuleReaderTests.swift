import Diagnostics
import RuleFormat
import SourceText
import TestKit
import Testing

struct RuleReaderTests {
    private static let good = """
        message: "“{match}” is a promise"
        severity: error
        why: it matters
        sources:
          - { name: A code, section: "5.01" }
        match:
          - guarantee~ <outcome>
        suggest:
          - say: something else
        examples:
          flagged: ["We [[guarantee results]].", "I [[guaranteed success]]."]
          accepted: [one, two, three]
        """

    private func errors(_ text: String, lists: [String: String] = ["outcome": "about: x\nwords: [results, success]"]) -> [String] {
        var reader = RuleReader()
        for (name, text) in lists { reader.read(SourceFile(text, path: "\(name).yaml"), id: "lists/\(name)") }
        reader.read(SourceFile(text, path: "rule.yaml"), id: "overclaim/promise")
        do {
            _ = try reader.finish()
            return []
        } catch {
            return error.list.map(\.line)
        }
    }

    @Test func readsAWholeRule() throws {
        var reader = RuleReader()
        reader.read(SourceFile("about: x\nwords: [results]", path: "o.yaml"), id: "lists/outcome")
        reader.read(SourceFile(Self.good, path: "rule.yaml"), id: "overclaim/promise")
        let rule = try #require(try reader.finish().rule("overclaim/promise"))
        #expect(Template.fill(rule.message, with: ["match": "a cure"]) == "“a cure” is a promise")
        #expect(rule.sources == [RuleSource(name: "A code", section: "5.01", url: nil)])
        #expect(rule.examples.count == 5)
    }

    @Test(arguments: [
        ("severity: error", "severity: eror", "rule.yaml:2:11: error: “severity” is “eror”, but must be suggestion, warning, error; did you mean “error”?"),
        ("why: it matters\n", "", "rule.yaml:1:1: error: “why” is missing"),
        ("match:", "mach:", "rule.yaml:6:1: error: unknown key “mach” in a rule; did you mean “match”?"),
        ("<outcome>", "<outcom>", "rule.yaml:7:5: error: no list or class is called <outcom>; did you mean “outcome”?"),
        ("guarantee~ <", "(guarantee <", "rule.yaml:7:5: error: in “match”: a bracket is opened and not closed"),
        ("[one, two, three]", "[one]", "rule.yaml:12:13: error: “accepted” needs at least 3 entries"),
        ("[[guarantee results]]", "guarantee results", "rule.yaml:11:13: error: mark what is flagged between [[ and ]]"),
    ])
    func refuses(_ part: String, _ wrong: String, _ expected: String) throws {
        let text = Self.good.split(separator: part, maxSplits: 1, omittingEmptySubsequences: false).joined(separator: wrong)
        #expect(errors(String(text)).contains(expected), "\(errors(String(text)))")
    }

    @Test func listsMayNotLeadBackToThemselves() {
        let lists = ["outcome": "about: x\nwords: [results, <more>]", "more": "about: x\nwords:\n  - <outcome>\n"]
        #expect(errors(Self.good, lists: lists) == [
            "more.yaml:3:5: error: <outcome> leads back to this list", "outcome.yaml:2:18: error: <more> leads back to this list",
        ])
    }

    @Test func listsMayNotUnfoldWithoutEnd() {
        var lists = ["outcome": "about: x\nwords: [<l1> <l1> <l1>]", "l29": "about: x\nwords: [result]"]
        for level in 1..<29 { lists["l\(level)"] = "about: x\nwords: [<l\(level + 1)> <l\(level + 1)>]" }
        let found = errors(Self.good, lists: lists)
        #expect(found.contains("outcome.yaml:2:9: error: the lists of this file unfold into more than 1000000 bytes of words"))
        #expect(found.contains("rule.yaml:7:5: error: the lists of this file unfold into more than 1000000 bytes of words"))
        #expect(!found.contains { $0.hasPrefix("l20.yaml") })
    }

    @Test func tellsEveryErrorAtOnce() {
        #expect(errors("message: x\nseverity: loud\nfoo: 1\n").count >= 6)
    }
}
