package import SourceText

/// A link: the text that carries it, and the address that it leads to, as written.
package struct Link: Hashable, Sendable {
    package let range: TextRange
    package let address: String

    package init(range: TextRange, address: String) {
        self.range = range
        self.address = address
    }
}
