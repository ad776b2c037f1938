import JSON

/// Writes a table as a JSON Schema (draft 7, which editors know best), so that they complete and check such a file.
package enum JSONSchema {
    package static func write(_ table: FieldTable) -> String {
        var json = JSONWriter()
        json.object { json in
            json.key("$schema", "http://json-schema.org/draft-07/schema#")
            json.key("title", table.place)
            writeMap(table, to: &json)
        }
        return json.text + "\n"
    }

    private static func writeMap(_ table: FieldTable, to json: inout JSONWriter) {
        json.key("type", "object")
        json.key("properties") { json in
            json.object { json in
                for field in table.fields {
                    json.key(field.key) { json in
                        json.object { json in
                            json.key("description", field.summary)
                            write(field.kind, to: &json)
                        }
                    }
                }
            }
        }
        let required = table.fields.filter(\.isRequired).map(\.key)
        if !required.isEmpty { json.key("required") { $0.array(required) { $0.string($1) } } }
        if !table.oneOf.isEmpty { json.key("anyOf") { writePresence(of: table.oneOf, to: &$0) } }
        let exclusive = table.fields.filter { !$0.excludes.isEmpty }
        if !exclusive.isEmpty { json.key("dependencies") { writeExclusions(of: exclusive, to: &$0) } }
        json.key("additionalProperties", false)
    }

    private static func writePresence(of keys: [String], to json: inout JSONWriter) {
        json.array(keys) { json, key in
            json.object { $0.key("required") { $0.array([key]) { $0.string($1) } } }
        }
    }

    private static func writeExclusions(of fields: [Field], to json: inout JSONWriter) {
        json.object { json in
            for field in fields {
                json.key(field.key) { json in
                    json.object { json in
                        json.key("not") { json in
                            json.object { $0.key("anyOf") { writePresence(of: field.excludes, to: &$0) } }
                        }
                    }
                }
            }
        }
    }

    private static func write(_ kind: FieldKind, to json: inout JSONWriter) {
        switch kind {
        case .text:
            // What YAML takes for a number or a truth value is text here.
            json.key("type") { $0.array(["string", "number", "boolean"]) { $0.string($1) } }
            json.key("minLength", 1)
        case .flag:
            json.key("type", "boolean")
        case .choice(let words):
            json.key("enum") { json in
                json.array(words) { json, word in
                    if let number = Int(word) { json.number(number) } else { json.string(word) }
                }
            }
        case .list(let kind, let least):
            json.key("type", "array")
            if least > 0 { json.key("minItems", least) }
            json.key("items") { $0.object { write(kind, to: &$0) } }
        case .oneOrMore(let kind):
            writeEither(kind, or: .list(kind), to: &json)
        case .map(let table):
            writeMap(table, to: &json)
        case .short(let kind, let table):
            writeEither(kind, or: .map(table), to: &json)
        case .entries(let kind):
            json.key("type", "object")
            json.key("additionalProperties") { $0.object { write(kind, to: &$0) } }
        }
    }

    private static func writeEither(_ first: FieldKind, or second: FieldKind, to json: inout JSONWriter) {
        json.key("anyOf") { json in
            json.array([first, second]) { json, kind in
                json.object { write(kind, to: &$0) }
            }
        }
    }
}
