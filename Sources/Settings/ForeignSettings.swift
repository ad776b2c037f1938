import FieldTables
import MarkedYAML
import SourceText

/// A `.lintrc` of another tool. The name has been used before: as INI with sections, and as JSON.
enum ForeignSettings {
    private static let advice = "give one of the two files another name, and name attune's with --config"

    /// What to say of a file in the form of INI: a section in brackets before anything else, and a key with `=` in it.
    static func problem(in file: SourceFile) -> String? {
        let lines = file.text(SourceRange(0, file.bytes.count)).split(whereSeparator: \.isNewline)
        guard let first = lines.first(where: { !$0.allSatisfy(\.isWhitespace) && !$0.hasPrefix("#") && !$0.hasPrefix(";") }),
            first.wholeMatch(of: /\s*\[[\w .:-]+\]\s*/) != nil, lines.contains(where: { $0.wholeMatch(of: /\s*[\w.-]+\s*=.*/) != nil })
        else { return nil }
        return "looks like the settings of another tool (INI with sections); \(advice)"
    }

    /// What to say of JSON in which no key is one of attune's.
    static func problem(in root: MarkedNode, of file: SourceFile) -> String? {
        guard case .map(let entries) = root.value, !entries.isEmpty, file.bytes[root.range.indices].first == UInt8(ascii: "{"),
            !entries.contains(where: { FieldTable.settings.keys.contains($0.key) }) else { return nil }
        return "looks like the settings of another tool (JSON without a key of attune's); \(advice)"
    }
}
