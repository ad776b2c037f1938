import Diagnostics
import FieldTables
import MarkedYAML
import SourceText
import TestKit
import Testing

struct ReadingTests {
    private enum Level: String, CaseIterable {
        case low, high
    }

    private static let table = FieldTable("a thing", oneOf: ["name", "number"], [
        .optional("name", .text, "What it is called."),
        .optional("number", .text, "Its number.", without: ["name"]),
        .required("level", .choice(of: Level.self), "How high it is."),
        .optional("isOpen", .flag, "Whether it is open."),
        .optional("words", .list(.text, atLeast: 2), "Its words."),
        .optional("places", .oneOrMore(.text), "Where it is."),
        .optional("parts", .list(.short(.text, or: part)), "Its parts."),
        .optional("others", .entries(.map(part)), "Other things."),
    ])

    private static let part = FieldTable("a part", [.required("size", .text, "How large it is.")])

    private func read(_ text: String) throws -> (fields: FieldMap, errors: [String]) {
        let file = SourceFile(text, path: "x")
        var reading = Reading(file)
        let fields = reading.fields(try #require(try MarkedYAML.parse(file)), of: Self.table)
        return (fields, reading.diagnostics.map { String($0.line) })
    }

    @Test func valuesComeAsTheirKindsSay() throws {
        let (fields, errors) = try read("""
            name: " no "
            level: high
            isOpen: false
            words: [1.0, two]
            places: here
            parts: [a, { size: 3 }]
            others: { b: { size: 4 } }
            """)
        #expect(errors == [])
        #expect(fields.text("name") == "no")
        #expect(fields.choice("level", as: Level.self) == .high)
        #expect(fields.flag("isOpen") == false)
        #expect(fields.texts("words") == ["1.0", "two"])
        #expect(fields.texts("places") == ["here"])
        #expect(fields.list("parts").map { $0.text ?? $0.map?.text("size") } == ["a", "3"])
        #expect(fields.map("others")?.entries.map { $0.value.map?.text("size") } == ["4"])
        #expect(fields["number"] == nil && fields.list("number").isEmpty)
    }

    @Test(arguments: [
        ("nmae: x\nlevel: high\nlevel: low\n", [
            "x:1:1: error: unknown key “nmae” in a thing; did you mean “name”?",
            "x:1:1: error: “name” or “number” is missing", "x:3:1: error: “level” stands twice in a thing",
        ]),
        ("name: x", ["x:1:1: error: “level” is missing"]),
        ("{ name: x, number: 1, level: low }", ["x:1:3: error: a thing with “number” takes no “name”"]),
        ("{ name: x, level: hihg }", ["x:1:19: error: “level” is “hihg”, but must be low, high; did you mean “high”?"]),
        ("{ name: x, level: low, isOpen: yes }", ["x:1:32: error: “isOpen” is “yes”, but must be true or false"]),
        ("{ name: x, level: low, words: [a] }", ["x:1:31: error: “words” needs at least 2 entries"]),
        ("{ name: x, level: low, words: a }", ["x:1:31: error: “words” must be a list"]),
        ("{ name: '', level: low, places: [[a]] }", ["x:1:9: error: “name” is empty", "x:1:34: error: an entry of “places” must be text"]),
        ("{ name: x, level: low, parts: [{ siz: 1 }] }", [
            "x:1:32: error: “size” is missing", "x:1:34: error: unknown key “siz” in a part; did you mean “size”?",
        ]),
        ("- name", ["x:1:1: error: a thing must be a map of keys and values"]),
    ])
    func everyMistakeIsReportedInOrder(_ text: String, _ expected: [String]) throws {
        let errors = try read(text).errors
        #expect(errors == expected)
    }
}
