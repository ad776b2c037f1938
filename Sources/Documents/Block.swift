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

        private static let plain: [Kind] = [
            .paragraph, .listItem, .caption, .title, .description, .alternative, .tooltip, .label, .placeholder, .button,
        ]
        private static let headings = 0x10
        private static let cells = 0x20

        /// A number for it. Columns so far to the right that there is none share the last.
        fileprivate var number: UInt16 {
            switch self {
            case .heading(let level): UInt16(Self.headings + min(max(level, 0), 15))
            case .tableCell(let column): UInt16(clamping: Self.cells + column)
            default: Self.plain.firstIndex(of: self).map { UInt16($0) } ?? 0
            }
        }

        fileprivate init(number: UInt16) {
            switch Int(number) {
            case ..<Self.headings: self = Self.plain[Int(number)]
            case ..<Self.cells: self = .heading(level: Int(number) - Self.headings)
            default: self = .tableCell(column: Int(number) - Self.cells)
            }
        }
    }

    // A text may have as many blocks as lines, so a block is kept small.
    private let lower: UInt32
    private let upper: UInt32
    /// One more than the block, and 0 for none.
    private let leadInNumber: UInt32
    private let quotations: UInt16
    private let kindNumber: UInt16
    /// Whether it stands in the footer of the page or of a part of it.
    package let isInFooter: Bool

    package init(kind: Kind, range: TextRange, quoteDepth: Int = 0, leadIn: Int? = nil, isInFooter: Bool = false) {
        lower = UInt32(range.lower)
        upper = UInt32(range.upper)
        leadInNumber = leadIn.map { UInt32($0) + 1 } ?? 0
        quotations = UInt16(clamping: quoteDepth)
        kindNumber = kind.number
        self.isInFooter = isInFooter
    }

    package var kind: Kind { Kind(number: kindNumber) }

    package var range: TextRange { TextRange(Int(lower), Int(upper)) }

    /// How many block quotations it stands in.
    package var quoteDepth: Int { Int(quotations) }

    /// The block that introduces it: what stands before its list, such as "We do not:", or the head of its table column.
    package var leadIn: Int? { leadInNumber == 0 ? nil : Int(leadInNumber) - 1 }

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
