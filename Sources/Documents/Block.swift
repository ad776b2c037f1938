package import SourceText

/// A run of prose that stands by itself: a paragraph, a heading, the text of a list item or of a table cell, or a text
/// that stands beside the page, such as the alternative text of an image.
package struct Block: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case paragraph
        case heading(level: Int)
        case listItem
        case tableCell(column: Int)
        /// What stands under a picture or over a table.
        case caption

        /// The title of the page, as its head, its Open Graph data or its front matter gives it.
        case title
        /// What search engines and social networks show of the page.
        case description
        /// What stands for an image that is not seen.
        case alternative
        /// A text that shows when the pointer rests.
        case tooltip
        /// A name for those who listen to the page.
        case label
        /// What a field shows until something is typed.
        case placeholder
        case button
    }

    package let kind: Kind
    package let range: TextRange
    /// How many block quotations it stands in.
    package let quoteDepth: Int
    /// The block that introduces it: what stands before its list, such as "We do not:", or the head of its table column.
    package let leadIn: Int?
    /// Whether it stands in the footer of the page or of a part of it.
    package let isInFooter: Bool

    package init(kind: Kind, range: TextRange, quoteDepth: Int = 0, leadIn: Int? = nil, isInFooter: Bool = false) {
        self.kind = kind
        self.range = range
        self.quoteDepth = quoteDepth
        self.leadIn = leadIn
        self.isInFooter = isInFooter
    }

    package var isHeading: Bool {
        if case .heading = kind { true } else { false }
    }

    /// Whether it stands beside the text of the page and not in it. Such blocks come after all others.
    package var isAside: Bool {
        switch kind {
        case .paragraph, .heading, .listItem, .tableCell, .caption: false
        case .title, .description, .alternative, .tooltip, .label, .placeholder, .button: true
        }
    }
}
