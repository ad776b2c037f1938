package import SourceText

/// What a pattern found.
package struct Match: Hashable, Sendable {
    package let pattern: Int
    package let tokens: TokenRange
    /// The part that a finding covers: all of it, unless the pattern marks a part.
    package let marked: TokenRange

    package init(pattern: Int, tokens: TokenRange, marked: TokenRange) {
        self.pattern = pattern
        self.tokens = tokens
        self.marked = marked
    }
}
