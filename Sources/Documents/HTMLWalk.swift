import CGumbo
import SourceText

/// One walk over the tree that gumbo makes of a page or of a part of one.
final class HTMLWalk {
    /// An element that the walk is in.
    private struct Frame {
        let element: GumboElement
        let name: String
        let role: HTMLRole
        let attributes: HTMLAttributes
        /// Where its text starts in the text of the page.
        let start: Int
        /// The block of its tooltip, among the texts beside the page.
        let tooltip: Int?
        /// The language of its text, when that is not read.
        let otherLanguage: String?
        var nextChild = 0
        /// Whether a block quotation has ended in it: what follows may name whose words they are.
        var holdsQuotation = false
    }

    /// What gumbo reads: the source, with what is masked replaced.
    private let page: UnsafeBufferPointer<UInt8>
    /// The bytes of the file.
    private let source: UnsafeBufferPointer<UInt8>
    private let offset: Int
    private var text: HTMLText
    private(set) var builder: DocumentBuilder
    private var frames: [Frame] = []
    /// The language of the text around the page, when that is not read.
    private var languageAround: String?
    private var roles: [UInt32: (name: String, role: HTMLRole)] = [:]
    /// Where in the page the last text or tag stood that the text of the block has.
    private var reached = 0
    /// Where in the page the last text ended.
    private var textEnd = 0
    /// Where in the text the last link ended.
    private var linkEnd: Int?
    /// Since the last line break nothing but space has come.
    private var isAfterLineBreak = false

    /// `offset` is where page and source start in the file. The builder says where the page stands in a draft that holds it.
    init(
        page: UnsafeBufferPointer<UInt8>, source: UnsafeBufferPointer<UInt8>, offset: Int, masks: Masks, builder: DocumentBuilder
    ) {
        self.page = page
        self.source = source
        self.offset = offset
        self.builder = builder
        text = HTMLText(bytes: page, offset: offset, masks: masks)
    }

    /// Reads a page, or a part of one that stands in an element, whose text may be in a language that is not read.
    func run(inside element: String? = nil, in otherLanguage: String? = nil) {
        languageAround = otherLanguage
        guard let start = page.baseAddress, !page.isEmpty else { return }
        if let excess = HTMLDepth(of: page, inside: element).excess {
            builder.refuse(excess.message, at: offset + excess.offset)
            return
        }
        start.withMemoryRebound(to: CChar.self, capacity: page.count) { characters in
            var options = kGumboDefaultOptions
            options.max_errors = 0
            if let element {
                options.fragment_context = gumbo_tag_enum(element)
                // Of a fragment gumbo does not say how old its kind of page is: it takes what stands in the memory it gets.
                options.allocator = { _, size in
                    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, size), alignment: 16)
                    memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
                    return memory
                }
                options.deallocator = { _, memory in memory?.deallocate() }
            }
            guard let output = gumbo_parse_with_options(&options, characters, page.count) else { return }
            defer { gumbo_destroy_output(&options, output) }
            if let root = output.pointee.root { walk(HTMLNode(root)) }
        }
        builder.endBlock()
    }

    private func walk(_ root: HTMLNode) {
        enter(root)
        while let frame = frames.last {
            let children = frame.element.children
            guard frame.nextChild < Int(children.length), let child = children.data[frame.nextChild] else {
                leave(frames.removeLast())
                continue
            }
            frames[frames.count - 1].nextChild += 1
            enter(HTMLNode(child.assumingMemoryBound(to: GumboNode.self)))
        }
    }

    private func enter(_ node: HTMLNode) {
        if let decoded = node.text {
            append(decoded, from: node.source)
        } else if let element = node.element {
            enter(element)
        }
    }

    /// The language of the text, when that is not read.
    private var otherLanguage: String? { frames.isEmpty ? languageAround : frames[frames.count - 1].otherLanguage }

    // MARK: Elements

    private func enter(_ element: GumboElement) {
        let (name, role) = role(of: element)
        let attributes = HTMLAttributes(of: element)
        if attributes.isHidden { return }
        let language = attributes.language
        if name == "html" || name == "body", let language {
            builder.language = DeclaredLanguage(language.tag, at: at(language.attribute.original_value)) ?? builder.language
        }
        if let language = language.map({ builder.reads($0.tag) ? nil : $0.tag }) ?? otherLanguage {
            enter(element, role, attributes, name, in: language)
            return
        }
        let tooltip = addAsides(attributes, name)
        switch role {
        case .unseen, .image, .field, .code: unread(element, role)
        case .title:
            for child in HTMLNode.children(of: element) {
                if let decoded = child.text { appendAside(decoded, from: child.source, .title) }
            }
        case .lineBreak: breakLine(element)
        default: open(Frame(element: element, name: name, role: role, attributes: attributes, start: builder.flow.text.count, tooltip: tooltip, otherLanguage: nil))
        }
    }

    /// Enters an element whose text is in a language that is not read; parts of it may be in one that is.
    private func enter(_ element: GumboElement, _ role: HTMLRole, _ attributes: HTMLAttributes, _ name: String, in language: String) {
        if otherLanguage == nil { unread(element, role) }
        switch role {
        case .unseen, .code: break
        case .image, .field, .title, .meta, .lineBreak:
            let holdsText = name == "title" ? !HTMLNode.children(of: element).isEmpty : !attributes.texts(of: name).isEmpty
            if holdsText { builder.leaveOut(language, at: at(element.original_tag)) }
        default:
            open(Frame(
                element: element, name: name, role: role, attributes: attributes, start: builder.flow.text.count, tooltip: nil, otherLanguage: language))
        }
    }

    private func open(_ frame: Frame) {
        if frame.role.isBlock { endBlock() }
        switch frame.role {
        case .heading(let level): builder.place.enter(.heading(level: level))
        case .list: builder.place.enterList()
        case .listItem: builder.place.enter(.listItem)
        case .table: builder.place.enterTable()
        case .row: builder.place.enterRow()
        case .cell, .headCell: builder.place.enterCell()
        case .quotation: builder.place.quoteDepth += 1
        case .caption:
            builder.place.enter(.caption)
            if frames.last?.holdsQuotation ?? false { builder.place.quoteDepth += 1 }
        case .footer: builder.place.footerDepth += 1
        case .inlineQuotation where frame.otherLanguage == nil: substitute("“", for: frame.element.original_tag)
        case .superscript where frame.otherLanguage == nil && isReference(frame.element): substitute("[^", for: frame.element.original_tag)
        // Two links side by side are buttons or entries of a menu, and show apart.
        case .link where linkEnd == builder.flow.text.count: builder.flow.addSpace(for: SourceRange(at(frame.element.original_tag)..<at(frame.element.original_tag)))
        default: break
        }
        frames.append(frame)
    }

    private func leave(_ frame: Frame) {
        let block = frame.role.isBlock ? endBlock() : nil
        switch frame.role {
        case .heading, .listItem: builder.place.leave()
        case .list: builder.place.leaveList()
        case .table: builder.place.leaveTable()
        case .cell, .headCell:
            var isHead = false
            if case .headCell = frame.role { isHead = true }
            builder.place.leaveCell(head: isHead ? block : nil, columns: frame.attributes.columns)
        case .quotation:
            builder.place.quoteDepth -= 1
            if !frames.isEmpty { frames[frames.count - 1].holdsQuotation = true }
        case .caption:
            builder.place.leave()
            if frames.last?.holdsQuotation ?? false { builder.place.quoteDepth -= 1 }
        case .footer: builder.place.footerDepth -= 1
        case .inlineQuotation where frame.otherLanguage == nil: substitute("”", for: frame.element.original_end_tag)
        case .superscript where frame.otherLanguage == nil && isReference(frame.element): substitute("]", for: frame.element.original_end_tag)
        case .emphasis where frame.otherLanguage == nil: builder.addEmphasis(from: frame.start)
        case .definition where frame.otherLanguage == nil: builder.addGloss(from: frame.start, byAside: nil)
        case .link where frame.otherLanguage == nil:
            if let address = frame.attributes.value("href") { builder.addLink(from: frame.start, to: self.address(address)) }
            linkEnd = builder.flow.text.count
        default: break
        }
        if let tooltip = frame.tooltip, !frame.role.isBlock { builder.addGloss(from: frame.start, byAside: tooltip) }
    }

    /// Leaves out what is no prose, with a mark where it takes a place in the sentence.
    private func unread(_ element: GumboElement, _ role: HTMLRole) {
        if case .unseen = role { return }
        if role.isBlock {
            endBlock()
            return
        }
        substitute(TextStream.mark, for: element.original_tag)
    }

    /// A line break reads as a space; two of them part paragraphs.
    private func breakLine(_ element: GumboElement) {
        if isAfterLineBreak {
            endBlock()
            return
        }
        isAfterLineBreak = true
        let range = range(of: element.original_tag)
        builder.flow.addSpace(for: range)
    }

    @discardableResult
    private func endBlock() -> Int? {
        isAfterLineBreak = false
        return builder.endBlock()
    }

    private func role(of element: GumboElement) -> (name: String, role: HTMLRole) {
        guard element.tag_namespace == GUMBO_NAMESPACE_HTML else { return ("", [GUMBO_TAG_SVG, GUMBO_TAG_MATH].contains(element.tag) ? .code : .inline) }
        if let known = roles[element.tag.rawValue] { return known }
        let name = HTMLNode.name(of: element)
        let role = (name, HTMLRole(name))
        roles[element.tag.rawValue] = role
        return role
    }

    /// Whether a superscript is the mark of a footnote: a number or a sign, or a link within the page.
    private func isReference(_ element: GumboElement) -> Bool {
        let children = HTMLNode.children(of: element)
        guard children.count == 1, let child = children.first else { return false }
        if let text = child.text {
            let text = String(cString: text)
            return !text.isEmpty && text.utf8.count <= 3 && text.allSatisfy { $0.isNumber || "*†‡[]".contains($0) }
        }
        guard let link = child.element, link.tag == GUMBO_TAG_A else { return false }
        return HTMLAttributes(of: link).value("href").map(string)?.hasPrefix("#") ?? false
    }

    // MARK: Text

    private func append(_ decoded: UnsafePointer<CChar>, from source: UnsafePointer<CChar>?) {
        guard let start = place(source) else { return }
        if let language = otherLanguage {
            let space = page[start...].prefix { HTMLTag.isSpace($0) }.count
            if String(cString: decoded).contains(where: { !$0.isWhitespace }) { builder.leaveOut(language, at: offset + start + space) }
            return
        }
        // What the parser moved elsewhere begins a block of its own, so that the bytes of each block are in order.
        if start < reached { endBlock() }
        let before = builder.flow.text.count
        textEnd = text.append(start..<page.count, decodedCount: HTMLNode.length(of: decoded), isRaw ? .raw : .markup, to: &builder.flow)
        reached = start
        if builder.flow.text.count > before { isAfterLineBreak = false }
    }

    /// Whether the text of the element that the walk is in has no tags in it.
    private var isRaw: Bool {
        switch frames.last?.element.tag {
        case GUMBO_TAG_TEXTAREA, GUMBO_TAG_XMP, GUMBO_TAG_PLAINTEXT: true
        default: false
        }
    }

    private func appendAside(_ decoded: UnsafePointer<CChar>, from source: UnsafePointer<CChar>?, _ kind: Block.Kind) {
        guard let start = place(source) else { return }
        text.append(start..<page.count, decodedCount: HTMLNode.length(of: decoded), .raw, to: &builder.asides)
        builder.asides.endBlock(kind)
    }

    /// Adds the texts in attributes; the block of the tooltip, if there is one.
    private func addAsides(_ attributes: HTMLAttributes, _ name: String) -> Int? {
        var tooltip: Int?
        for (kind, value) in attributes.texts(of: name) {
            guard let range = range(ofValue: value) else { continue }
            text.append(range, .attribute, to: &builder.asides)
            let block = builder.asides.endBlock(kind)
            if kind == .tooltip { tooltip = block }
        }
        return tooltip
    }

    private func substitute(_ string: String, for tag: GumboStringPiece) {
        let range = range(of: tag)
        if range.lower < offset + reached { endBlock() }
        builder.flow.substitute(string, for: range)
        reached = max(reached, range.upper - offset)
    }

    private func string(_ attribute: GumboAttribute) -> String {
        String(cString: attribute.value)
    }

    /// An address as the file has it, template tags and all.
    private func address(_ attribute: GumboAttribute) -> String {
        guard let range = range(ofValue: attribute), !page[range].elementsEqual(source[range]) else { return string(attribute) }
        return String(decoding: source[range], as: UTF8.self)
    }

    // MARK: Places

    /// Where a pointer of gumbo's stands in the page.
    private func place(_ pointer: UnsafePointer<CChar>?) -> Int? {
        guard let pointer, let base = page.baseAddress else { return nil }
        let place = UnsafeRawPointer(pointer) - UnsafeRawPointer(base)
        return (0...page.count).contains(place) ? place : nil
    }

    /// Where a tag stands in the file. One that the parser made up stands where the text has got to.
    private func range(of tag: GumboStringPiece) -> SourceRange {
        let start = place(tag.data) ?? max(reached, textEnd)
        return SourceRange(offset + start, offset + min(page.count, start + (tag.data == nil ? 0 : tag.length)))
    }

    private func at(_ tag: GumboStringPiece) -> Int {
        range(of: tag).lower
    }

    /// Where the value of an attribute stands in the page, without quotation marks.
    private func range(ofValue attribute: GumboAttribute) -> Range<Int>? {
        guard let start = place(attribute.original_value.data), attribute.original_value.length > 0 else { return nil }
        let end = start + attribute.original_value.length
        let isQuoted = page[start] == UInt8(ascii: "\"") || page[start] == UInt8(ascii: "'")
        return isQuoted && end - start >= 2 ? (start + 1)..<(end - 1) : start..<end
    }
}
