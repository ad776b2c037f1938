package import SourceText

/// A mapping that its table has accepted. What was wrong in it has been reported and is not there.
package struct FieldMap: Sendable {
    package struct Entry: Sendable {
        package let key: String
        package let keyRange: SourceRange
        package let value: FieldValue
    }

    package let range: SourceRange
    /// In the order of the file, each key once.
    package let entries: [Entry]

    package subscript(key: String) -> FieldValue? {
        entries.first { $0.key == key }?.value
    }

    package func keyRange(_ key: String) -> SourceRange? {
        entries.first { $0.key == key }?.keyRange
    }

    package func text(_ key: String) -> String? {
        self[key]?.text
    }

    package func flag(_ key: String) -> Bool? {
        if case .flag(let flag) = self[key]?.content { flag } else { nil }
    }

    package func choice<Choice: RawRepresentable<String>>(_ key: String, as type: Choice.Type = Choice.self) -> Choice? {
        text(key).flatMap(Choice.init)
    }

    package func map(_ key: String) -> FieldMap? {
        self[key]?.map
    }

    /// The entries of a list, or the one that stands in place of a list; none when the key is not there.
    package func list(_ key: String) -> [FieldValue] {
        guard let value = self[key] else { return [] }
        return if case .list(let items) = value.content { items } else { [value] }
    }

    package func texts(_ key: String) -> [String] {
        list(key).compactMap(\.text)
    }
}
