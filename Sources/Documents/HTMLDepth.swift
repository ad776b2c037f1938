import CGumbo

/// Measures, without building its tree, how deep gumbo would nest the elements of a page and how much it would have to make of
/// them: its time grows faster than the square of the depth, and it goes down into the tree by recursion.
///
/// The elements that are open are followed tag by tag as the HTML Standard has it, with gumbo's own ways where they differ; the
/// names of the modes are the standard's ("13.2.4.1 The insertion mode").
package struct HTMLDepth {
    /// In levels. gumbo takes a tree down by recursion, which on a stack of 512 KiB goes ten times as deep.
    package static let deepest = 1_000
    /// On one element. gumbo compares each with all others.
    static let mostAttributes = 1_000
    /// More are not made of any page that was written.
    static let mostElements = 4_000_000
    /// Of attributes of formatting that is open.
    static let mostComparisons = 100_000_000

    enum Mode {
        case beforeHTML, beforeHead, inHead, inHeadNoScript, afterHead, inBody, inTable, inCaption, inColumnGroup, inTableBody, inRow
        case inCell, inSelect, inSelectInTable, inTemplate, afterBody, inFrameset, afterFrameset, afterAfterBody, afterAfterFrameset
    }

    /// What has become of a token.
    enum Step {
        case done
        /// It is to be looked at again, in the mode that it led to.
        case again
    }

    /// Where a page is nested too deep or asks for too much.
    package private(set) var excess: (offset: Int, message: String)?

    let bytes: UnsafeBufferPointer<UInt8>
    /// Nil for a whole page.
    let modeOfFragment: Mode?
    var tokens: HTMLTokens
    var open = HTMLOpenElements()
    var mode = Mode.beforeHTML
    var modesOfTemplates: [Mode] = []
    var hasHead = false
    /// The number of the form that is open.
    var form: Int?
    /// Whether a frameset may still take the place of the body.
    var mayBeFrameset = true
    var isInQuirksMode = false
    private var hasDoctype = false

    var isFragment: Bool { modeOfFragment != nil }

    /// How deep the elements of the page stand within its body, at most.
    package var levels: Int { max(0, open.deepest - (isFragment ? 1 : 2)) }

    /// `element` is what the bytes stand in, when they are a part of a page.
    package init(of bytes: UnsafeBufferPointer<UInt8>, inside element: String? = nil) {
        self.bytes = bytes
        modeOfFragment = element.map(Self.mode)
        tokens = HTMLTokens(bytes)
        if let modeOfFragment {
            open.push(.html)
            mode = modeOfFragment
        }
        while excess == nil, let token = next() { excess = excess(of: token) }
    }

    private static func mode(inside element: String) -> Mode {
        switch element {
        case "table": .inTable
        case "tbody", "thead", "tfoot": .inTableBody
        case "tr": .inRow
        default: .inBody
        }
    }

    private mutating func next() -> (start: Int, token: HTMLTokens.Token)? {
        let start = tokens.at
        let isForeign = open.current.map { $0.namespace != .html } ?? false
        return tokens.next(isForeign: isForeign).map { (start, $0) }
    }

    private mutating func excess(of next: (start: Int, token: HTMLTokens.Token)) -> (offset: Int, message: String)? {
        if case .tag(let tag) = next.token, tag.attributes > Self.mostAttributes {
            return (next.start, "an HTML tag with more than 1,000 attributes is not read")
        }
        if case .section = next.token, isWhereSectionsCrash { return (next.start, "a CDATA section in SVG or MathML in a table is not read") }
        read(next.token)
        if levels > Self.deepest { return (next.start, "HTML nested deeper than 1,000 levels is not read") }
        if open.made > Self.mostElements { return (next.start, "HTML of more than 4,000,000 elements is not read") }
        if open.compared > Self.mostComparisons { return (next.start, "HTML with so much formatting that is never closed is not read") }
        return nil
    }

    private mutating func read(_ token: HTMLTokens.Token) {
        switch token {
        case .comment: open.pass()
        case .doctype(let range): readDoctype(range)
        case .section: mayBeFrameset = false
        case .text(let isBlank): while step(textIsBlank: isBlank) == .again {}
        case .tag(let tag): while step(tag) == .again {}
        }
    }

    /// Whether text behind a CDATA section would have gumbo abort the program.
    private var isWhereSectionsCrash: Bool {
        guard let current = open.current, current.holdsHTML || current.isTextOfMath else { return false }
        return switch mode {
        case .inTable, .inTableBody, .inRow: true
        default: false
        }
    }

    private mutating func readDoctype(_ range: Range<Int>) {
        guard mode == .beforeHTML, !hasDoctype else { return }
        hasDoctype = true
        isInQuirksMode = UnsafeBufferPointer(rebasing: bytes[range]).withMemoryRebound(to: CChar.self) { doctype in
            var options = kGumboDefaultOptions
            guard let output = gumbo_parse_with_options(&options, doctype.baseAddress, doctype.count) else { return true }
            defer { gumbo_destroy_output(&options, output) }
            return output.pointee.document.pointee.v.document.doc_type_quirks_mode == GUMBO_DOCTYPE_QUIRKS
        }
    }

    /// What comes before a doctype makes the page one of the old kind.
    private mutating func assumeDoctype() {
        if isFragment || hasDoctype { return }
        hasDoctype = true
        isInQuirksMode = true
    }

    // MARK: Steps

    private mutating func step(textIsBlank isBlank: Bool) -> Step {
        if let current = open.current, current.namespace != .html, !current.isTextOfMath, !current.holdsHTML {
            if !isBlank { mayBeFrameset = false }
            return .done
        }
        if !isBlank { assumeDoctype() }
        return stepHTML(textIsBlank: isBlank)
    }

    private mutating func step(_ tag: HTMLTokens.Tag) -> Step {
        assumeDoctype()
        guard let current = open.current, current.namespace != .html else { return stepHTML(tag) }
        if !tag.isEnd {
            if current.isTextOfMath, tag.name != Self.glyph, tag.name != Self.alignMark { return stepHTML(tag) }
            if current.namespace == .math, current.name == .annotation, tag.name == .svg { return stepHTML(tag) }
            if current.holdsHTML { return stepHTML(tag) }
        }
        return stepForeign(tag)
    }

    private static let glyph = HTMLTagSet.name("mglyph")
    private static let alignMark = HTMLTagSet.name("malignmark")

    // MARK: Elements

    /// Opens the element of a start tag.
    mutating func insert(_ tag: HTMLTokens.Tag) {
        open.push(tag.name)
    }

    mutating func insertFormatting(_ tag: HTMLTokens.Tag) {
        open.push(tag.name)
        open.addFormatting(attributes: tag.attributes == 0 ? [:] : tokens.attributes(of: tag))
    }

    /// Reads an element that holds nothing but text, up to its end.
    mutating func insertText(_ tag: HTMLTokens.Tag) {
        open.pass()
        if tag.name == .script { tokens.skipScript(of: tag) } else { tokens.skipText(of: tag) }
    }

    /// Whether a tag has an attribute, with one of the values if there are any, in any case.
    mutating func has(_ tag: HTMLTokens.Tag, _ name: String, _ values: [String]? = nil) -> Bool {
        guard tag.attributes > 0, let value = tokens.attributes(of: tag)[name] else { return false }
        return values?.contains(value.lowercased()) ?? true
    }
}
