package import SourceText

/// A value that its field's kind has accepted, with its place in the file.
package struct FieldValue: Sendable {
    package enum Content: Sendable {
        /// Without space around it, and never empty.
        case text(String)
        case flag(Bool)
        case list([FieldValue])
        case map(FieldMap)
    }

    package let content: Content
    package let range: SourceRange

    package var text: String? {
        if case .text(let text) = content { text } else { nil }
    }

    /// The entries of a list; none for any other value.
    package var items: [FieldValue] {
        if case .list(let items) = content { items } else { [] }
    }

    package var map: FieldMap? {
        if case .map(let map) = content { map } else { nil }
    }
}
