package import SourceText

/// A run of prose that stands by itself: a paragraph, a heading, the text of a list item or of a table cell.
package struct Block: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case paragraph
        case heading(level: Int)
        case listItem
        case tableCell(column: Int)
    }

    package let kind: Kind
    package let range: TextRange
    /// How many block quotations it stands in.
    package let quoteDepth: Int
    /// The block that introduces it: what stands before its list, such as "We do not:", or the head of its table column.
    package let leadIn: Int?

    package init(kind: Kind, range: TextRange, quoteDepth: Int = 0, leadIn: Int? = nil) {
        self.kind = kind
        self.range = range
        self.quoteDepth = quoteDepth
        self.leadIn = leadIn
    }

    package var isHeading: Bool {
        if case .heading = kind { true } else { false }
    }
}
