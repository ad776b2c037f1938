package import SourceText

/// A pattern of a rule file, and where it stands.
package struct PlacedPattern: Sendable {
    /// The patterns that stand under one key of one mapping.
    package struct Group: Hashable, Sendable {
        package let path: String
        package let key: String
        /// Where the mapping begins, in bytes of the file.
        package let offset: Int

        package init(path: String, key: String, offset: Int) {
            self.path = path
            self.key = key
            self.offset = offset
        }
    }

    package let group: Group
    package let text: String
    package let pattern: Pattern
    package let position: Position
    /// What is said about a match of this pattern alone.
    package let hasOwnAdvice: Bool
    /// Whether the uses of this pattern are counted apart from those of its neighbours.
    package let countsAlone: Bool
}
