import CMD4C
import SourceText

/// One walk of md4c over a draft.
struct MarkdownWalk {
    let body: UnsafeBufferPointer<UInt8>
    /// Where the body starts in the file.
    let offset: Int
    private let scanned: ScannedMarkdown
    let isMDX: Bool
    /// What md4c reads, where that is not the body itself.
    private var edited: MarkdownInput?
    /// Where what md4c reads starts in memory.
    private var inputStart: UnsafeRawPointer?
    var builder: DocumentBuilder
    var references = CharacterReferences()
    /// The elements of HTML and MDX that are open.
    var elements = OpenElements()

    /// For each block quotation the walk is in, whether it quotes: an admonition, as `> [!NOTE]`, does not.
    private var quotations: [Bool] = []
    /// Where each open link or emphasis starts in the clean text, and where the link leads.
    private var openSpans: [(start: Int, address: String, title: Title)] = []
    private var inVerbatim = false
    private var imageDepth = 0
    private var rawHTML: [Range<Int>] = []
    /// What has been read of a tag among text, by lines.
    private var rawTag = RawTag()
    /// The blocks of the titles that have been read, by where they start: the definition of a link may be used often.
    private var readTitles: [Int: Int?] = [:]
    /// Where the last text or markup ended in the body, in bytes: md4c says only that a line breaks, not where.
    private(set) var reached = 0

    /// The title of a link or an image.
    private enum Title {
        case none
        case at(Range<Int>)
        /// md4c had to put it together, and does not say where from.
        case unplaced
    }

    init(body: UnsafeBufferPointer<UInt8>, offset: Int, scanned: ScannedMarkdown, isMDX: Bool, builder: DocumentBuilder) {
        self.body = body
        self.offset = offset
        self.scanned = scanned
        self.isMDX = isMDX
        self.builder = builder
    }

    var masks: Masks { scanned.masks }

    mutating func run() {
        if masks.isEmpty, scanned.edits.isEmpty {
            parse(body)
        } else {
            let input = MarkdownInput(body, at: offset, scanned)
            edited = input
            input.bytes.withUnsafeBufferPointer { parse($0) }
        }
        closeContainer()
    }

    private mutating func parse(_ input: UnsafeBufferPointer<UInt8>) {
        guard let start = input.baseAddress, !input.isEmpty else { return }
        inputStart = UnsafeRawPointer(start)
        var parser = MD_PARSER()
        parser.flags = UInt32(
            MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS
                | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS)
        if isMDX { parser.flags |= UInt32(MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOHTMLSPANS | MD_FLAG_NOINDENTEDCODEBLOCKS) }
        parser.enter_block = { type, detail, walk in MarkdownWalk.at(walk).pointee.enter(block: type, detail) }
        parser.leave_block = { type, _, walk in MarkdownWalk.at(walk).pointee.leave(block: type) }
        parser.enter_span = { type, detail, walk in MarkdownWalk.at(walk).pointee.enter(span: type, detail) }
        parser.leave_span = { type, _, walk in MarkdownWalk.at(walk).pointee.leave(span: type) }
        parser.text = { type, text, size, walk in MarkdownWalk.at(walk).pointee.text(type, text, Int(size)) }
        start.withMemoryRebound(to: MD_CHAR.self, capacity: input.count) { text in
            _ = withUnsafeMutablePointer(to: &self) { md_parse(text, MD_SIZE(input.count), &parser, $0) }
        }
        endBlock()
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<MarkdownWalk> {
        context!.assumingMemoryBound(to: MarkdownWalk.self)
    }

    // MARK: Blocks

    private mutating func enter(block type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
        endBlock()
        if Self.holdsElements(type) { elements.enterContainer() }
        switch type {
        case MD_BLOCK_QUOTE:
            quotations.append(true)
            builder.place.quoteDepth += 1
        case MD_BLOCK_UL, MD_BLOCK_OL: builder.place.enterList()
        case MD_BLOCK_LI: builder.place.enter(.listItem)
        case MD_BLOCK_H:
            let level = detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 1
            builder.place.enter(.heading(level: Int(level)))
        case MD_BLOCK_TABLE: builder.place.enterTable()
        case MD_BLOCK_TR: builder.place.enterRow()
        case MD_BLOCK_TH, MD_BLOCK_TD: builder.place.enterCell()
        case MD_BLOCK_CODE, MD_BLOCK_HTML: inVerbatim = true
        default: break
        }
        return 0
    }

    private mutating func leave(block type: MD_BLOCKTYPE) -> Int32 {
        let block = endBlock()
        if Self.holdsElements(type) { closeContainer() }
        switch type {
        case MD_BLOCK_QUOTE: if quotations.popLast() ?? false { builder.place.quoteDepth -= 1 }
        case MD_BLOCK_UL, MD_BLOCK_OL: builder.place.leaveList()
        case MD_BLOCK_LI, MD_BLOCK_H: builder.place.leave()
        case MD_BLOCK_TABLE: builder.place.leaveTable()
        case MD_BLOCK_TH: builder.place.leaveCell(head: block)
        case MD_BLOCK_TD: builder.place.leaveCell(head: nil)
        case MD_BLOCK_CODE: inVerbatim = false
        case MD_BLOCK_HTML:
            inVerbatim = false
            readHTML()
        default: break
        }
        return 0
    }

    /// Whether the end of a block closes the elements that began in it, as its end tag would on the page.
    private static func holdsElements(_ type: MD_BLOCKTYPE) -> Bool {
        type == MD_BLOCK_QUOTE || type == MD_BLOCK_LI || type == MD_BLOCK_TH || type == MD_BLOCK_TD
    }

    @discardableResult
    mutating func endBlock() -> Int? {
        closeInline()
        if !rawTag.lines.isEmpty { rawTag = RawTag() }
        return builder.endBlock()
    }

    /// Reads a block of raw HTML, of whose lines md4c tells without what stands before them in a list or a quotation.
    private mutating func readHTML() {
        defer { rawHTML = [] }
        guard let first = rawHTML.first, let last = rawHTML.last else { return }
        let range = first.lowerBound..<last.upperBound
        let block = UnsafeBufferPointer(rebasing: body[range])
        var html = masks.fill(block, at: offset + range.lowerBound, for: .html)
        Self.blank(between: rawHTML, in: &html)
        html.withUnsafeBufferPointer { page in
            let pieces = HTMLPieces(in: page, isOpen: { elements.depth(of: $0) != nil }, counts: { tag in
                switch HTMLRole(tag.name) {
                case .unseen, .code: true
                case let role: role.isBlock || changesReading(PlacedTag(tag: tag, source: block, start: range.lowerBound))
                }
            })
            if !pieces.tags.isEmpty, let excess = HTMLDepth(of: page, inside: elements.partOfTable ?? "body").excess {
                builder.refuse(excess.message, at: offset + range.lowerBound + excess.offset)
                return
            }
            var at = 0
            for tag in pieces.tags {
                readHTML(at..<tag.range.lowerBound, of: page, block, at: range.lowerBound)
                let placed = PlacedTag(tag: tag, source: block, start: range.lowerBound)
                reached = placed.range.upperBound
                read(placed, outlastsBlock: true)
                at = tag.range.upperBound
            }
            readHTML(at..<page.count, of: page, block, at: range.lowerBound)
            reached = range.upperBound
        }
    }

    /// Reads a part of a block of raw HTML in which all tags are in pairs. `start` is where the block starts in the body.
    private mutating func readHTML(_ part: Range<Int>, of page: UnsafeBufferPointer<UInt8>, _ source: UnsafeBufferPointer<UInt8>, at start: Int) {
        if elements.isHidden || page[part].allSatisfy(HTMLTag.isSpace) { return }
        let walk = HTMLWalk(
            page: UnsafeBufferPointer(rebasing: page[part]), source: UnsafeBufferPointer(rebasing: source[part]),
            offset: offset + start + part.lowerBound, masks: masks, builder: builder)
        builder = DocumentBuilder()
        walk.run(inside: elements.partOfTable ?? "body", in: elements.otherLanguage)
        builder = walk.builder
    }

    // MARK: Spans

    private mutating func enter(span type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
        switch type {
        case MD_SPAN_IMG:
            imageDepth += 1
            let title = detail.map { self.title($0.assumingMemoryBound(to: MD_SPAN_IMG_DETAIL.self).pointee.title) }
            openSpans.append((builder.flow.text.count, "", title ?? .none))
        case MD_SPAN_EM: openSpans.append((builder.flow.text.count, "", .none))
        case MD_SPAN_A:
            let link = detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee
            openSpans.append((builder.flow.text.count, link.map { text(of: $0.href) } ?? "", link.map { title($0.title) } ?? .none))
        default: break
        }
        return 0
    }

    private mutating func leave(span type: MD_SPANTYPE) -> Int32 {
        guard type == MD_SPAN_IMG || type == MD_SPAN_EM || type == MD_SPAN_A, let span = openSpans.popLast() else { return 0 }
        var title: Range<Int>?
        if case .at(let range) = span.title { title = range }
        if case .unplaced = span.title { title = endOfLink()?.title }
        switch type {
        case MD_SPAN_IMG:
            imageDepth -= 1
            builder.asides.endBlock(.alternative)
            mark(reached..<reached)
            reached = endOfLink()?.end ?? reached
        case MD_SPAN_EM: builder.addEmphasis(from: span.start)
        default: builder.addLink(from: span.start, to: span.address)
        }
        if let title, let tooltip = addTitle(title), type == MD_SPAN_A { builder.addGloss(from: span.start, byAside: tooltip) }
        return 0
    }

    private mutating func title(_ title: MD_ATTRIBUTE) -> Title {
        if title.size == 0 { return .none }
        return place(title.text, Int(title.size)).map(Title.at) ?? .unplaced
    }

    /// Where the link or image ends whose text has been read, and where its title stands: in itself, or in its definition.
    private func endOfLink() -> (end: Int, title: Range<Int>?)? {
        guard let close = body[reached...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        let behind = close + 1
        if behind < body.count, body[behind] == UInt8(ascii: "("), let tail = LinkTail(at: behind + 1, upTo: body.count, in: body),
            let end = body[tail.end...].firstIndex(where: { !HTMLTag.isSpace($0) }), body[end] == UInt8(ascii: ")") {
            return (end + 1, tail.title)
        }
        var label = body[..<close]
        label = label[((label.suffix(LinkDefinitions.longestLabel).lastIndex(of: UInt8(ascii: "[")) ?? close - 1) + 1)...]
        var end = behind
        if behind < body.count, body[behind] == UInt8(ascii: "["), let second = body[behind...].firstIndex(of: UInt8(ascii: "]")) {
            end = second + 1
            if second > behind + 1 { label = body[(behind + 1)..<second] }
        }
        return (end, scanned.definitions.title(of: label).map { ($0.lowerBound - offset)..<($0.upperBound - offset) })
    }

    /// The block that a title makes.
    private mutating func addTitle(_ range: Range<Int>) -> Int? {
        if elements.isMuted { return nil }
        if let known = readTitles[range.lowerBound] { return known }
        let text = EscapedText(bytes: body, offset: offset, masks: masks)
        text.append(range, &references, to: &builder.asides)
        let block = builder.asides.endBlock(.tooltip)
        readTitles.updateValue(block, forKey: range.lowerBound)
        return block
    }

    // MARK: Text

    private mutating func text(_ type: MD_TEXTTYPE, _ pointer: UnsafePointer<MD_CHAR>?, _ size: Int) -> Int32 {
        let range = place(pointer, size)
        if inVerbatim {
            if type == MD_TEXT_HTML, let range { rawHTML.append(range) }
            return 0
        }
        if let range { reached = range.upperBound }
        if type == MD_TEXT_HTML {
            if let range, imageDepth == 0, rawTag.add(range, of: body) { tag(rawTag.lines) }
            return 0
        }
        switch type {
        case MD_TEXT_SOFTBR, MD_TEXT_BR: lineBreak()
        case MD_TEXT_ENTITY: if let range { entity(range) }
        case MD_TEXT_NORMAL: if let range { normal(range) }
        case MD_TEXT_CODE, MD_TEXT_LATEXMATH: if let range, imageDepth == 0 { mark(range) }
        default: break
        }
        return 0
    }

    private mutating func normal(_ range: Range<Int>) {
        if masks.isEmpty {
            if isAddress(range) { mark(range) } else { append(range) }
            return
        }
        masks.forEachPiece(of: (offset + range.lowerBound)..<(offset + range.upperBound)) { piece in
            switch piece {
            case .text(let piece): append((piece.lowerBound - offset)..<(piece.upperBound - offset))
            case .mask(let mask): read(mask)
            }
        }
    }

    private mutating func append(_ range: Range<Int>) {
        if elements.isMuted {
            leaveOut(range)
            return
        }
        var range = range
        if let end = endOfAdmonitionMark(range) { range = end..<range.upperBound }
        let bytes = UnsafeBufferPointer(rebasing: body[range])
        if imageDepth > 0 {
            builder.asides.append(bytes, at: offset + range.lowerBound)
        } else {
            builder.flow.append(bytes, at: offset + range.lowerBound)
        }
    }

    /// Tells of text that is left out for its language.
    private mutating func leaveOut(_ range: Range<Int>) {
        guard !elements.isHidden, let language = elements.otherLanguage, let start = body[range].firstIndex(where: { !HTMLTag.isSpace($0) }) else { return }
        builder.leaveOut(language, at: offset + start)
    }

    /// `[!NOTE]` at the start of a block quotation makes an admonition of it; the end of that.
    private mutating func endOfAdmonitionMark(_ range: Range<Int>) -> Int? {
        guard quotations.last ?? false, body[range].starts(with: "[!".utf8), !builder.flow.isInBlock,
            let close = body[range].firstIndex(of: UInt8(ascii: "]")), close > range.lowerBound + 2,
            body[(range.lowerBound + 2)..<close].allSatisfy({ HTMLTag.isLetter($0) }) else { return nil }
        quotations[quotations.count - 1] = false
        builder.place.quoteDepth -= 1
        return close + 1
    }

    private mutating func read(_ mask: Mask) {
        let range = (mask.range.lowerBound - offset)..<(mask.range.upperBound - offset)
        switch mask.reading {
        case .mark: mark(range)
        case .nothing: break
        case .replacement, .sign: substitute(mask.text, for: range)
        case .tag(let parts):
            if parts, !elements.isHidden { endBlock() }
            tag([range])
        }
    }

    private mutating func entity(_ range: Range<Int>) {
        if let reference = references.decode(at: range.lowerBound, in: body, .text), reference.length == range.count {
            substitute(reference.text, for: range)
        } else {
            normal(range)
        }
    }

    private mutating func lineBreak() {
        var end = reached
        while end < body.count, body[end] != 0x0A, body[end] != 0x0D { end += 1 }
        let start = end
        if end < body.count { end += body[end] == 0x0D && end + 1 < body.count && body[end + 1] == 0x0A ? 2 : 1 }
        reached = end
        if elements.isMuted || masks.mask(at: offset + start) != nil { return }
        if imageDepth > 0 {
            builder.asides.addSpace(for: source(start..<end))
        } else {
            builder.flow.addSpace(for: source(start..<end))
        }
    }

    mutating func mark(_ range: Range<Int>) {
        substitute(TextStream.mark, for: range)
    }

    mutating func substitute(_ string: String, for range: Range<Int>) {
        if elements.isMuted { return }
        if imageDepth > 0 {
            builder.asides.substitute(string, for: source(range))
        } else {
            builder.flow.substitute(string, for: source(range))
        }
    }

    /// Whether text is a bare web or e-mail address, as the text of an autolink is.
    private func isAddress(_ range: Range<Int>) -> Bool {
        let text = body[range]
        if text.contains(where: { $0 <= 0x20 }) { return false }
        return ["http://", "https://", "www."].contains { text.starts(with: $0.utf8) }
            || (text.contains(0x40) && text.contains(0x2E))
    }

    // MARK: Places

    private mutating func text(of attribute: MD_ATTRIBUTE) -> String {
        guard let start = attribute.text else { return "" }
        if let range = place(start, Int(attribute.size)) { return String(decoding: body[range], as: UTF8.self) }
        return start.withMemoryRebound(to: UInt8.self, capacity: Int(attribute.size)) {
            String(decoding: UnsafeBufferPointer(start: $0, count: Int(attribute.size)), as: UTF8.self)
        }
    }

    /// Where a pointer of md4c's stands in the body, or nil when it is text of md4c's own.
    private mutating func place(_ pointer: UnsafePointer<MD_CHAR>?, _ size: Int) -> Range<Int>? {
        guard let pointer, let inputStart else { return nil }
        let start = UnsafeRawPointer(pointer) - inputStart
        guard start >= 0, start + size <= edited?.bytes.count ?? body.count else { return nil }
        return edited?.place(start..<(start + size)) ?? start..<(start + size)
    }

    func source(_ range: Range<Int>) -> SourceRange {
        SourceRange(offset + range.lowerBound, offset + range.upperBound)
    }
}
