@testable import Checking
import Diagnostics
import Documents
import Matching
import RuleFormat
import Segmentation
import Settings
import SourceText
import TestKit
import Testing

/// What rules that cover more than the match do with many matches: counted before overlaps are settled, as each finding made
/// costs as much as it covers.
struct CoverTests {
    private struct Missing: Error {}

    /// The findings of one rule, overlaps and all.
    private func findings(_ fields: String, in text: String) throws -> [Finding] {
        var reader = RuleReader()
        reader.read(SourceFile("""
            message: "{match}"
            severity: warning
            why: x
            sources: [{ name: x }]
            match: [zork, { pattern: quux, say: about quux }]
            \(fields)
            suggest: [{ say: about zork }]
            examples: { flagged: ["[[zork]]", "[[quux]]"], accepted: [c, d, e] }
            """), id: "test/rule")
        reader.read(SourceFile("about: x\nbefore: [may]\n"), id: "contexts/hedged")
        let rules = try RuleSet(compiling: reader.finish())
        guard var segmenter = Segmenter(), let rule = rules.library.rule("test/rule"), case .span(let body) = rule.body else { throw Missing() }
        let file = SourceFile(text)
        let document = DocumentFormat.markdown.read(file)
        let tokens = segmenter.segment(document, vocabulary: rules.vocabulary)
        var matcher = Matcher(rules.automaton)
        let candidates = Candidates(matcher.matches(in: tokens), of: rules)
        let contexts = ContextFinder(document: document, tokens: tokens, cues: candidates.cues, addresses: [:], isLegalNotice: false)
        let draft = Draft(file: file, document: document, tokens: tokens, contexts: contexts, settings: Settings())
        return SpanCheck(check: RuleCheck(rule: rule, severity: .warning, draft: draft), body: body)
            .findings(try #require(candidates.rules[0]), literals: [])
    }

    @Test(arguments: [("sentence", 20), ("paragraph", 2), ("quotation", 3), ("match", 200)])
    func oneFindingForEachCoveredRange(_ cover: String, _ count: Int) throws {
        let sentence = String(repeating: "Zork and ", count: 10) + "more. "
        let quoted = "“" + String(repeating: sentence, count: 4) + "” "
        let text = "> " + quoted + String(repeating: sentence, count: 6) + "\n\n" + String(repeating: sentence, count: 10)
        #expect(try findings("covers: \(cover)", in: text).count == count)
    }

    @Test func theMostSevereOfTheMatchesIsTold() throws {
        let found = try findings("covers: paragraph\nsofter-when: [hedged]", in: "It may zork, they may quux. We quux. We zork.")
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.suggestions.map(\.kind) == [.say("about quux")])
    }

    @Test func footnoteMarksAreFoundWhereTheyBegin() {
        let marks = FootnoteMarks(in: Array("[^1] a [b] [^2]".utf8))
        let held = (0..<15).flatMap { lower in (lower...15).filter { marks.begins(in: TextRange(lower, $0)) }.map { [lower, $0] } }
        let expected = (0..<15).flatMap { lower in (lower...15).filter { (lower..<$0).contains(0) || (lower..<$0).contains(11) }.map { [lower, $0] } }
        #expect(held == expected)
    }

    @Test func aSentenceIsLookedAtOnce() {
        let memo = SentenceMemo()
        var looks = 0
        for _ in 0..<10 {
            #expect(memo.holds(.cited, inSentence: 1) { looks += 1; return true })
            #expect(!memo.holds(.cited, inSentence: 2) { looks += 1; return false })
        }
        #expect(looks == 2)
    }
}
