import Diagnostics
import RuleFormat
import SourceText
import TestKit
import Testing

/// Sources, the rules that cite them, and severities by place and profession.
struct SourceTests {
    private static let code = """
        name: A code
        kind: ethics-code
        publisher: A body
        url: "https://example.org/code"
        regions: [CA-ON, US]
        professions: [psychologist, counselor]
        checked: 2026-11-24
        """

    private static let rule = """
        message: "“{match}” is a promise"
        severity: warning
        severity-where:
          - { region: CA-ON, profession: counselor, severity: error, because: { name: A code, section: "2" } }
        why: it matters
        sources:
          - { name: A code, section: "5.01" }
          - { name: A code, section: "5.02" }
        match: [guaranteed]
        suggest: [{ say: something else }]
        examples:
          flagged: ["[[Guaranteed]].", "I am [[guaranteed]]."]
          accepted: [one, two, three]
        """

    private func read(_ rule: String, code: String = code, others: [String: String] = [:], knowsSources: Bool = true) -> RuleReader {
        var reader = RuleReader(knowsSources: knowsSources)
        reader.read(SourceFile(code, path: "code.yaml"), id: "sources/code")
        for (id, text) in others { reader.read(SourceFile(text, path: "\(id).yaml"), id: id) }
        reader.read(SourceFile(rule, path: "rule.yaml"), id: "overclaim/promise")
        return reader
    }

    private func errors(_ rule: String, code: String = code, others: [String: String] = [:], knowsSources: Bool = true) -> [String] {
        do {
            _ = try read(rule, code: code, others: others, knowsSources: knowsSources).finish()
            return []
        } catch {
            return error.list.map(\.line)
        }
    }

    @Test func readsSourcesAndWhatCitesThem() throws {
        let library = try read(Self.rule).finish()
        let rule = try #require(library.rule("overclaim/promise"))
        let code = try #require(library.sources.first)
        #expect(code.kind == .ethicsCode && code.publisher == "A body" && code.checked == "2026-11-24")
        #expect(code.jurisdiction.text == "CA-ON, US; psychologist, counsellor")
        #expect(rule.sources.map(\.text) == ["A code, 5.01", "A code, 5.02"])
        #expect(rule.severityWhere.map(\.jurisdiction.text) == ["CA-ON; counsellor"])
        let table = SourceTable(library.sources)
        #expect(table.url(of: rule.sources[0]) == "https://example.org/code")
        #expect(table.split(rule.sources, for: Jurisdiction(regions: [try #require(Region("GB"))])).here.isEmpty)
    }

    @Test(arguments: [
        ("{ name: A code, section: \"5.02\" }", "{ name: A coda }", "8:13: error: no source is called “A coda”; did you mean “A code”?"),
        ("because: { name: A code", "because: { name: A cod", "4:79: error: no source is called “A cod”; did you mean “A code”?"),
        ("region: CA-ON", "region: UK", "4:15: error: “UK” is no ISO 3166 code of a country; did you mean GB?"),
        ("{ region: CA-ON, profession: counselor, s", "{ s", "4:5: error: “region” or “profession” is missing"),
        (", because: { name: A code, section: \"2\" }", "", "4:5: error: “because” is missing"),
        (", section: \"2\"", ", sektion: \"2\"", "4:87: error: unknown key “sektion” in “because”; did you mean “section”?"),
        (
            "profession: counselor", "profession: cousellor",
            "4:34: error: “profession” is “cousellor”, but must be \(Profession.spellings.joined(separator: ", ")); did you mean “counsellor”?"
        ),
        ("severity: error", "severity: eror", "4:55: error: “severity” is “eror”, but must be suggestion, warning, error; did you mean “error”?"),
    ])
    func mistakesInARuleAreToldAtTheirPlace(_ part: String, _ wrong: String, _ expected: String) {
        #expect(errors(Self.rule.replacing(part, with: wrong)) == ["rule.yaml:" + expected])
    }

    @Test(arguments: [
        ("kind: ethics-code", "kind: ethics", "2:7: error: “kind” is “ethics”, but must be law, regulator, guidance, research, service, ethics-code, advertising-code"),
        ("regions: [CA-ON, US]", "regions: [CA-ON, uk]", "5:18: error: “uk” is no ISO 3166 code of a country; did you mean GB?"),
        ("checked: 2026-11-24", "cheked: 2026-11-24", "7:1: error: unknown key “cheked” in a source; did you mean “checked”?"),
        ("publisher: A body\n", "", "1:1: error: “publisher” is missing"),
    ])
    func mistakesInASourceAreToldAtTheirPlace(_ part: String, _ wrong: String, _ expected: String) {
        // What cites a source that could not be read is not told of too.
        #expect(errors(Self.rule, code: Self.code.replacing(part, with: wrong)).contains("code.yaml:" + expected))
        #expect(!errors(Self.rule, code: Self.code.replacing(part, with: wrong)).contains { $0.hasPrefix("rule.yaml") })
    }

    @Test func twoSourcesDoNotShareAName() {
        #expect(errors(Self.rule, others: ["sources/other": Self.code]) == ["sources/other.yaml:1:1: error: another source is called “A code” already"])
    }

    /// A practice names what it likes in its own rules.
    @Test func ownRulesMayNameOtherSources() {
        let rule = Self.rule.replacing("{ name: A code, section: \"5.02\" }", with: "{ name: Our style, url: \"https://example.org\" }")
        #expect(errors(rule, knowsSources: false) == [])
    }
}
