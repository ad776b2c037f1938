package import Diagnostics
import FieldTables
import JSON
import MarkedYAML
package import SourceText

/// How a baseline is kept: as JSON.
package enum BaselineFile {
    private static let version = 1

    private static let table = FieldTable("a baseline", [
        .required("version", .choice(["\(version)"]), "The version of this format."),
        .required("findings", .list(.map(entry)), "The findings that are known."),
    ])

    private static let entry = FieldTable("a finding of a baseline", [
        .required("path", .text, "The draft, relative to the baseline."),
        .required("rule", .text, "The rule."),
        .optional("words", .text, "What is found."),
        .optional("before", .text, "The words before it."),
        .optional("after", .text, "The words behind it."),
    ])

    /// Reads a baseline. JSON is YAML, so what is wrong in it has a place.
    package static func read(_ file: SourceFile) throws(Diagnostics) -> Baseline {
        let root: MarkedNode?
        do { root = try MarkedYAML.parse(file) } catch { throw Diagnostics([error]) }
        guard let root else { throw Diagnostics([Diagnostic(path: file.path, position: nil, message: "is empty, and no baseline")]) }
        var reading = Reading(file)
        let entries = reading.fields(root, of: table).list("findings").compactMap(\.map).map { fields in
            func text(_ key: String) -> String { fields.text(key) ?? "" }
            return BaselineEntry(path: text("path"), rule: text("rule"), words: text("words"), before: text("before"), after: text("after"))
        }
        if !reading.isClean { throw Diagnostics(reading.diagnostics) }
        return Baseline(entries)
    }

    package static func text(of baseline: Baseline) -> String {
        var json = JSONWriter()
        json.object { json in
            json.key("version", version)
            json.key("findings") { json in
                json.array(baseline.entries) { json, entry in
                    json.object { json in
                        json.key("path", entry.path)
                        json.key("rule", entry.rule)
                        for (key, text) in [("words", entry.words), ("before", entry.before), ("after", entry.after)] where !text.isEmpty {
                            json.key(key, text)
                        }
                    }
                }
            }
        }
        return json.take() + "\n"
    }
}
