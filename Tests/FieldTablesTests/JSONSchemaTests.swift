import FieldTables
import Testing

struct JSONSchemaTests {
    @Test func aTableBecomesASchema() {
        let table = FieldTable("a thing", oneOf: ["a", "b"], [
            .optional("a", .flag, "First."),
            .optional("b", .list(.choice(["x", "1"]), atLeast: 2), "Second.", without: ["a"]),
            .required("c", .entries(.short(.flag, or: FieldTable("c", []))), "Third."),
        ])
        let schema = JSONSchema.write(table).filter { !$0.isWhitespace }
        #expect(schema == #"""
            {"$schema":"http://json-schema.org/draft-07/schema#","title":"athing","type":"object","properties":{
            "a":{"description":"First.","type":"boolean"},
            "b":{"description":"Second.","type":"array","minItems":2,"items":{"enum":["x",1]}},
            "c":{"description":"Third.","type":"object","additionalProperties":{"anyOf":[{"type":"boolean"},
            {"type":"object","properties":{},"additionalProperties":false}]}}},
            "required":["c"],"anyOf":[{"required":["a"]},{"required":["b"]}],
            "dependencies":{"b":{"not":{"anyOf":[{"required":["a"]}]}}},"additionalProperties":false}
            """#.filter { !$0.isWhitespace })
    }
}
