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

    private func errors(
        _ text: String, lists: [String: String] = ["outcome": "about: x\nwords: [results, success]"], others: [String: String] = [:]
    ) -> [String] {
        var reader = RuleReader()
        for (name, text) in lists.sorted(by: { $0.key < $1.key }) { reader.read(SourceFile(text, path: "\(name).yaml"), id: "lists/\(name)") }
        reader.read(SourceFile(text, path: "rule.yaml"), id: "overclaim/promise")
        for (id, text) in others { reader.read(SourceFile(text, path: "\(id).yaml"), id: id) }
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
        #expect(rule.sources == [Citation(name: "A code", section: "5.01", url: nil)])
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

    /// What is put in place of a part of a good rule, and what is said of it.
    @Test(arguments: [
        ("guarantee~ <outcome>", "call <crisis-line>", "7:5: error: <crisis-line> matches nothing here; it counts only in “present-when” of a rule on the page"),
        ("- guarantee~ <outcome>", "- \"{guarantee~} {<outcome>}\"", "7:6: error: in “match”: a pattern marks one part between “{” and “}”"),
        ("“{match}” is", "“{match” is", "1:10: error: “{” is opened and not closed"),
        ("something else", "not {match", "9:10: error: “{” is opened and not closed"),
        ("it matters", "…", "3:6: error: this is not filled in"), ("A code", "…", "5:13: error: this is not filled in"),
        ("something else", "…", "9:10: error: this is not filled in"), ("is a promise", "…", "1:10: error: this is not filled in"),
        ("I [[guaranteed success]].", "I [[guaranteed success.", "11:42: error: the mark “[[guaranteed success.” is opened and not closed"),
        ("I [[guaranteed success]].", "I [[guarantee]] success]].", "11:42: error: a mark is closed with ]] and not opened"),
        ("accepted: [one,", "accepted: [\"[[one\",", "12:14: error: the mark “[[one” is opened and not closed"),
        ("why:", "silent-when: [negated, quoted]\nonly-when: [asked, quoted]\nwhy:", "4:20: error: “quoted” silences the rule already"),
        ("match:\n  - guarantee~ <outcome>", "page: { needed-when: [a b, c], present-when: [d, a-b] }", "6:50: error: what matches this calls for the text in “needed-when”, and is the text"),
        ("match:\n  - guarantee~ <outcome>", "density: { of-findings: [probe/zzz], above: 1 }", "6:26: error: no rule is called “probe/zzz”"),
        ("match:\n  - guarantee~ <outcome>", "density: { of-findings: [overclam/promise], above: 1 }", "6:26: error: no rule is called “overclam/promise”; did you mean “overclaim/promise”?"),
        ("match:\n  - guarantee~ <outcome>", "density: { of-findings: [overclam/*], above: 1 }", "6:26: error: no rule is called “overclam/*”; did you mean “overclaim/*”?"),
        ("match:\n  - guarantee~ <outcome>", "density: { of-findings: [overclaim/promise], above: 1 }", "6:26: error: “overclaim/promise” is this rule, which cannot count its own findings"),
        ("match:\n  - guarantee~ <outcome>", "density: { of-findings: [test/density], above: 1 }", "6:26: error: “test/density” is a rule on density, whose findings are not counted"),
    ])
    func refusesWhatCanNeverReport(_ part: String, _ wrong: String, _ expected: String) throws {
        let density = Self.good.replacing("match:\n  - guarantee~ <outcome>", with: "density: { of: [<outcome>], above: 1 }")
        let found = errors(Self.good.replacing(part, with: wrong), others: ["test/density": density])
        #expect(found == ["rule.yaml:" + expected])
    }

    @Test(arguments: [
        "page: { needed-when: [a], present-when: [a], present-in: [footer] }", "match: [\"({a} b|{c} d) <outcome>\"]",
        "density: { of-findings: [test/*, test/density], above: 1 }\nsilent-when: [asked]\nonly-when: [quoted]",
    ])
    func acceptsWhatMayReport(_ fields: String) {
        let text = Self.good.replacing("match:\n  - guarantee~ <outcome>", with: fields)
        let other = Self.good.replacing("match:\n  - guarantee~ <outcome>", with: "match: [<outcome>]")
        #expect(errors(text, others: ["test/density": other]) == [])
    }

    @Test func tellsEveryErrorAtOnce() {
        #expect(errors("message: x\nseverity: loud\nfoo: 1\n").count >= 6)
    }
}
