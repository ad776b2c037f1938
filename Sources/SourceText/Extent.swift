/// The coordinate space of a file's bytes, as read from disk, a byte order mark included.
package enum SourceSpace: Sendable {}

/// The coordinate space of a document's clean text: what a reader sees, without markup.
package enum TextSpace: Sendable {}

/// The coordinate space of a token table: whole words, counted from 0.
package enum TokenSpace: Sendable {}

/// A half-open range of offsets in one coordinate space. Ranges of different spaces are different types, so that an
/// offset of the clean text cannot be used as an offset of the file.
package struct Extent<Space>: Hashable, Sendable {
    package var lower: Int
    package var upper: Int

    package init(_ lower: Int, _ upper: Int) {
        precondition(lower <= upper, "a range cannot end before it starts")
        self.lower = lower
        self.upper = upper
    }

    package init(_ range: Range<Int>) {
        self.init(range.lowerBound, range.upperBound)
    }

    package var count: Int { upper - lower }
    package var isEmpty: Bool { lower == upper }
    package var indices: Range<Int> { lower..<upper }

    package func overlaps(_ other: Self) -> Bool {
        lower < other.upper && other.lower < upper
    }

    package func contains(_ other: Self) -> Bool {
        lower <= other.lower && other.upper <= upper
    }
}

/// Bytes of the file.
package typealias SourceRange = Extent<SourceSpace>

/// Bytes of a document's clean text.
package typealias TextRange = Extent<TextSpace>

/// Words of a token table.
package typealias TokenRange = Extent<TokenSpace>
