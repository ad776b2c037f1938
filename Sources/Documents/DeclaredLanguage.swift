/// The language that a draft says it is in, as it says it.
package struct DeclaredLanguage: Hashable, Sendable {
    package let tag: String
    /// In bytes of the file: where it says so.
    package let offset: Int

    /// Nil when nothing is said.
    init?(_ tag: String, at offset: Int) {
        let words = tag.split(whereSeparator: \.isWhitespace)
        if words.isEmpty { return nil }
        self.tag = words.joined(separator: " ")
        self.offset = offset
    }

    /// The language that a tag names, without the region.
    static func primary(_ tag: some StringProtocol) -> String {
        tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    }
}
