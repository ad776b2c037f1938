import BuiltInRules
import Checking
import Documents
import Matching
import RuleFormat
import Settings
import SourceText
import TestKit
import Testing

/// Contexts on their own: the same word, marked, in sentences for and against. A rule that is silent in one context alone
/// finds the word exactly where the context does not hold.
struct ContextTests {
    private static let library = BuiltInRules.load().library

    private func isSilenced(_ marked: String, in context: Context) throws -> Bool {
        var reader = RuleReader()
        reader.read(
            SourceFile(
                """
                message: "x"
                severity: error
                why: x
                sources: [{ name: x }]
                match: [zork, zork therapy]
                silent-when: [\(context.rawValue)]
                suggest: [{ say: x }]
                examples: { flagged: ["[[zork]]", "[[zork]]"], accepted: [a, b, c] }
                """), id: "test/zork")
        var library = try reader.finish()
        library.contexts = Self.library.contexts
        let rules = try RuleSet(compiling: library)
        guard var checker = Checker(rules: rules) else { return false }
        let file = SourceFile(marked)
        return checker.check(file, as: DocumentFormat.markdown.read(file), settings: Settings()).findings.isEmpty
    }

    @Test(arguments: [
        "We do not promise zork.", "Nobody can offer zork.", "We don’t hide behind jargon or sell zork.", "No therapist sells zork.",
        "Talking, rather than zork.", "Without zork or delay.", "We do not:\n\n- sell zork\n- rush you", "Far from zork.",
        "We never, in all these years, sold zork.",
    ])
    func negated(_ text: String) throws { #expect(try isSilenced(text, in: .negated)) }

    @Test(arguments: [
        "We promise zork.", "This is not only zork.", "We do not rush, but we sell zork.", "You will not wait: we sell zork.",
        "We sell zork, and nobody waits.", "We do:\n\n- sell zork", "No doubt you want zork.", "It was not easy. Now there is zork.",
        "You are not alone, and we sell zork.",
    ])
    func notNegated(_ text: String) throws { #expect(try !isSilenced(text, in: .negated)) }

    @Test(arguments: ["Is there zork?", "“Is there zork?” she asked me?", "## Does zork help?"])
    func asked(_ text: String) throws { #expect(try isSilenced(text, in: .asked)) }

    @Test(arguments: ["There is zork.", "Is it late? There is zork."])
    func notAsked(_ text: String) throws { #expect(try !isSilenced(text, in: .asked)) }

    @Test(arguments: ["They said “zork” again.", "They said \"all zork, always\" again.", "> We sell zork."])
    func quoted(_ text: String) throws { #expect(try isSilenced(text, in: .quoted)) }

    @Test(arguments: ["They said “no” to zork.", "A 6\" board and zork.", "It's zork, isn't it."])
    func notQuoted(_ text: String) throws { #expect(try !isSilenced(text, in: .quoted)) }

    @Test(arguments: [
        "Zork is a way of talking with your hands.", "We use zork, or talking with your hands.", "We use zork (talking with your hands).",
        "We use zork: talking with your hands and eyes.", "We use zork — talking with your hands, slowly.",
        "What therapists call zork.", "I offer zork. It is a way of talking with your hands.",
        "## What is zork?\n\nYou talk with your hands.", "| Zork | Talking with your hands |\n|---|---|\n| a | b |",
        "Zork therapy means that you talk with your hands.", "Zork refers to talk with hands.",
    ])
    func glossed(_ text: String) throws { #expect(try isSilenced(text, in: .glossed)) }

    @Test(arguments: [
        "We use zork with adults.", "Zork is available on Fridays.", "We use zork (ZRK) here.", "I offer zork. Parking is free.",
        "Unlike talking, or zork with its many steps, this is slow. It's a way of thinking about people.",
        "## Zork in Denver\n\nCall us on any day of the week.", "Zork is offered online.",
    ])
    func notGlossed(_ text: String) throws { #expect(try !isSilenced(text, in: .glossed)) }

    @Test(arguments: ["Early analysts spoke of zork.", "Freud wrote letters. His word was zork.", "In the 1950s zork was usual."])
    func historical(_ text: String) throws { #expect(try isSilenced(text, in: .historical)) }

    @Test(arguments: ["We speak of zork.", "Freud wrote letters.\n\nWe speak of zork."])
    func notHistorical(_ text: String) throws { #expect(try !isSilenced(text, in: .historical)) }

    @Test(arguments: ["It may bring zork.", "Many people find zork.", "We aim to reach zork."])
    func hedged(_ text: String) throws { #expect(try isSilenced(text, in: .hedged)) }

    @Test(arguments: ["It brings zork.", "It may rain, but you will have zork."])
    func notHedged(_ text: String) throws { #expect(try !isSilenced(text, in: .hedged)) }

    @Test(arguments: ["If you want zork, write.", "Ask whether zork fits."])
    func conditional(_ text: String) throws { #expect(try isSilenced(text, in: .conditional)) }

    @Test(arguments: ["If you are tired, we have zork.", "You have zork."])
    func notConditional(_ text: String) throws { #expect(try !isSilenced(text, in: .conditional)) }

    @Test(arguments: ["## For referring clinicians\n\nWe offer zork."])
    func professional(_ text: String) throws { #expect(try isSilenced(text, in: .professional)) }

    @Test(arguments: ["## For you\n\nWe offer zork.", "## For colleagues\n\nHello.\n\n## For you\n\nWe offer zork."])
    func notProfessional(_ text: String) throws { #expect(try !isSilenced(text, in: .professional)) }
}
