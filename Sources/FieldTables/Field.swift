/// One key of a mapping: what it holds, and whether it must be there.
package struct Field: Sendable {
    package let key: String
    package let kind: FieldKind
    package let isRequired: Bool
    /// One line for whoever writes such a file, shown by editors.
    package let summary: String
    /// Keys that may not stand beside this one.
    package let excludes: [String]

    package static func required(_ key: String, _ kind: FieldKind, _ summary: String) -> Self {
        Self(key: key, kind: kind, isRequired: true, summary: summary, excludes: [])
    }

    package static func optional(_ key: String, _ kind: FieldKind, _ summary: String, without excludes: [String] = []) -> Self {
        Self(key: key, kind: kind, isRequired: false, summary: summary, excludes: excludes)
    }
}
