import RuleFormat
import Testing

struct PatternParserTests {
    @Test(arguments: [
        ("quick fix", Pattern.sequence([.word("quick"), .word("fix")])),
        ("trauma-informed", .sequence([.word("trauma"), .word("informed")])),
        ("cure|heal you", .sequence([.alternatives([.word("cure"), .word("heal")]), .word("you")])),
        ("(at ease|better)", .alternatives([.sequence([.word("at"), .word("ease")]), .word("better")])),
        ("very? good", .sequence([.optional(.word("very")), .word("good")])),
        ("guarantee~ ..3 <outcome>", .sequence([.anyForm("guarantee"), .gap(3), .list("outcome")])),
        ("<number> _ %x", .sequence([.wordClass(.number), .anyWord, .word("%x")])),
        ("^ =ACT now $", .sequence([.sentenceStart, .exact("ACT"), .word("now"), .sentenceEnd])),
        ("trained in {EMDR}", .sequence([.word("trained"), .word("in"), .marked(.word("EMDR"))])),
        ("well , then", .sequence([.word("well"), .punctuation, .word("then")])),
    ])
    func reads(_ text: String, _ pattern: Pattern) throws {
        #expect(try PatternParser.parse(text) == pattern)
    }

    @Test(arguments: [
        ("(cure", 0), ("cure|", 5), ("<outcome", 0), ("..0 cure", 0), ("..3 cure", 0), ("cure ..99 it", 5), ("a ^ b", 0), ("very?", 0),
        ("", 0), ("cure)", 4), ("=", 0), ("()", 1),
        (String(repeating: "(", count: 40_000), 0), (String(repeating: "(", count: 40), 16), (String(repeating: "a? ", count: 4_000) + "b", 0),
    ])
    func refuses(_ text: String, at offset: Int) {
        let error = #expect(throws: PatternError.self) { try PatternParser.parse(text) }
        #expect(error?.offset == offset, "\(error?.message ?? "")")
    }
}
