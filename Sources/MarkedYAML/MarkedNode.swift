package import SourceText

/// A node of a YAML document that knows where it stands in the file. Scalars are text, as written: `no`, `off` and `1.0`
/// mean what the reader of the node says they mean.
package struct MarkedNode: Sendable {
    package enum Value: Sendable {
        case scalar(String)
        case list([MarkedNode])
        case map([Entry])
    }

    package struct Entry: Sendable {
        package let key: String
        package let keyRange: SourceRange
        package let value: MarkedNode

        package init(key: String, keyRange: SourceRange, value: MarkedNode) {
            self.key = key
            self.keyRange = keyRange
            self.value = value
        }
    }

    package let value: Value
    package let range: SourceRange

    package init(value: Value, range: SourceRange) {
        self.value = value
        self.range = range
    }

    package var scalar: String? {
        if case .scalar(let text) = value { text } else { nil }
    }

    /// The value under a key of a map, the first when the key is repeated.
    package subscript(key: String) -> MarkedNode? {
        guard case .map(let entries) = value else { return nil }
        return entries.first { $0.key == key }?.value
    }
}
