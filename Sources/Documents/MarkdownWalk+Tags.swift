import SourceText

/// Tags of HTML and MDX in Markdown: those among text, and those around it.
extension MarkdownWalk {
    /// A tag with the bytes that it was found in.
    struct PlacedTag {
        let tag: HTMLTag
        /// The bytes of the file.
        let source: UnsafeBufferPointer<UInt8>
        /// Where they start in the body.
        let start: Int

        var range: Range<Int> { (start + tag.range.lowerBound)..<(start + tag.range.upperBound) }

        func string(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

        func value(_ name: String) -> String? { tag.attributes.first { $0.name == name }?.value.map(string) }

        /// The language of the element's text, as it says it.
        var language: String? {
            guard let language = value("lang") ?? value("xml:lang"), !language.allSatisfy(\.isWhitespace) else { return nil }
            return language.filter { !$0.isWhitespace }
        }
    }

    /// Reads a tag that stands in stretches of the body, one to a line.
    mutating func tag(_ lines: [Range<Int>]) {
        guard let first = lines.first, let last = lines.last else { return }
        let range = first.lowerBound..<last.upperBound
        let source = UnsafeBufferPointer(rebasing: body[range])
        if lines.count == 1, masks.isEmpty || isMDX {
            guard let tag = HTMLTag(at: 0, in: source, braces: isMDX) else { return }
            read(PlacedTag(tag: tag, source: source, start: range.lowerBound), outlastsBlock: isMDX)
            return
        }
        var copy = Array(source)
        Self.blank(between: lines, in: &copy)
        copy.withUnsafeBufferPointer { source in
            masks.fill(source, at: offset + range.lowerBound, for: .markdown).withUnsafeBufferPointer { filled in
                guard let tag = HTMLTag(at: 0, in: filled, braces: isMDX) else { return }
                read(PlacedTag(tag: tag, source: source, start: range.lowerBound), outlastsBlock: isMDX)
            }
        }
    }

    /// Puts space for what stands before the lines of raw HTML in a list or a quotation.
    static func blank(between lines: [Range<Int>], in bytes: inout [UInt8]) {
        guard let start = lines.first?.lowerBound else { return }
        for (line, next) in zip(lines, lines.dropFirst()) {
            for at in line.upperBound..<max(line.upperBound, next.lowerBound) where bytes[at - start] != 0x0A && bytes[at - start] != 0x0D {
                bytes[at - start] = 0x20
            }
        }
    }

    /// Reads a tag for what it does to the text around it.
    mutating func read(_ placed: PlacedTag, outlastsBlock: Bool) {
        let tag = placed.tag
        if tag.isEnd {
            close(tag.name, at: placed.range)
            return
        }
        let role = tag.isComponent ? .inline : HTMLRole(tag.name)
        let isEmpty = tag.isSelfClosing || HTMLPieces.void.contains(tag.name)
        if let optional = Self.optional[tag.name], let depth = elements.depth(ofAny: optional.closes, within: optional.within) {
            close(depth)
        }
        let isShown = !elements.isHidden
        let isHidden = isHidden(placed)
        let hides = switch role {
        case .unseen, .code: true
        default: isHidden
        }
        let language = placed.language
        let otherLanguage = language.map { builder.reads($0) ? nil : $0 } ?? elements.otherLanguage
        if isShown, role.isBlock { endBlock() }
        if isShown, otherLanguage != nil, elements.otherLanguage == nil, !role.isBlock { mark(placed.range) }
        let tooltip = isShown && !isHidden ? addAsides(of: placed, in: otherLanguage) : nil
        if isShown, otherLanguage == nil {
            switch role {
            case .lineBreak: substitute(" ", for: placed.range)
            case .image, .field: mark(placed.range)
            case .code where isEmpty: mark(placed.range)
            default: break
            }
        }
        if isEmpty { return }
        if isShown { enter(role, at: placed.range, in: otherLanguage) }
        elements.push(OpenElements.Element(
            name: tag.name, role: role, start: builder.flow.text.count, tag: placed.range, address: placed.value("href"),
            columns: placed.value("colspan").flatMap { Int($0) }.map { min(max($0, 1), 1_000) } ?? 1, hides: hides, isShown: isShown,
            otherLanguage: otherLanguage, outlastsBlock: outlastsBlock || (role.isBlock && tag.name != "p"), tooltip: tag.isComponent ? nil : tooltip))
    }

    /// What a start tag closes before it opens its own element (HTML Standard, 13.1.2.4), where nothing of the boundary stands
    /// between.
    private static let optional: [String: (closes: Set<String>, within: Set<String>)] = [
        "li": (["li"], ["ul", "ol", "menu", "dir", "table"]), "dt": (["dt", "dd"], ["dl"]), "dd": (["dt", "dd"], ["dl"]),
        "tr": (["tr"], ["table"]), "td": (["td", "th"], ["tr", "table"]), "th": (["td", "th"], ["tr", "table"]),
        "tbody": (["thead", "tbody"], ["table"]), "tfoot": (["thead", "tbody"], ["table"]),
    ]

    private mutating func enter(_ role: HTMLRole, at range: Range<Int>, in otherLanguage: String?) {
        switch role {
        case .heading(let level): builder.place.enter(.heading(level: level))
        case .list: builder.place.enterList()
        case .listItem: builder.place.enter(.listItem)
        case .table: builder.place.enterTable()
        case .row: builder.place.enterRow()
        case .cell, .headCell: builder.place.enterCell()
        case .quotation: builder.place.quoteDepth += 1
        case .caption: builder.place.enter(.caption)
        case .footer: builder.place.footerDepth += 1
        case .inlineQuotation where otherLanguage == nil: substitute("“", for: range)
        default: break
        }
    }

    // MARK: Ends

    private mutating func close(_ name: String, at range: Range<Int>) {
        guard let depth = elements.depth(of: name) else {
            if HTMLRole(name).isBlock, !elements.isHidden { endBlock() }
            return
        }
        close(depth - 1)
        if let element = elements.pop() { leave(element, at: range) }
    }

    private mutating func close(_ count: Int) {
        for _ in 0..<count {
            guard let element = elements.pop() else { return }
            tellIfUnread(element)
            leave(element, at: reached..<reached)
        }
    }

    /// Closes what a paragraph or another block of Markdown closes.
    mutating func closeInline() {
        while elements.endsWithBlock, let element = elements.pop() { tellIfUnread(element) }
    }

    /// Closes what began in the container that ends, or all that is open at the end.
    mutating func closeContainer() {
        while let element = elements.pop() {
            tellIfUnread(element)
            leave(element, at: reached..<reached)
        }
        elements.leaveContainer()
    }

    /// A browser leaves out what follows as well.
    private mutating func tellIfUnread(_ element: OpenElements.Element) {
        let startsOtherLanguage = element.otherLanguage != nil && elements.otherLanguage == nil
        guard element.hides || startsOtherLanguage, element.isShown, !["rt", "rp"].contains(element.name) else { return }
        builder.note("<\(element.name)> is not closed, so what follows it is not read", at: offset + element.tag.lowerBound)
    }

    private mutating func leave(_ element: OpenElements.Element, at range: Range<Int>) {
        guard element.isShown else { return }
        if element.role.isBlock { endBlock() }
        switch element.role {
        case .heading, .listItem, .caption: builder.place.leave()
        case .list: builder.place.leaveList()
        case .table: builder.place.leaveTable()
        case .cell: builder.place.leaveCell(head: nil, columns: element.columns)
        case .headCell:
            let head = builder.place.lastBlock.flatMap { builder.flow.blocks[$0].range.lower >= element.start ? $0 : nil }
            builder.place.leaveCell(head: head, columns: element.columns)
        case .quotation: builder.place.quoteDepth -= 1
        case .footer: builder.place.footerDepth -= 1
        case .code: mark(element.tag.lowerBound..<max(element.tag.upperBound, range.upperBound))
        case .emphasis: builder.addEmphasis(from: element.start)
        case .definition: builder.addGloss(from: element.start, byAside: nil)
        case .inlineQuotation where element.otherLanguage == nil: substitute("”", for: range)
        case .link: if let address = element.address { builder.addLink(from: element.start, to: address) }
        default: break
        }
        if let tooltip = element.tooltip, !element.role.isBlock { builder.addGloss(from: element.start, byAside: tooltip) }
    }

    // MARK: Attributes

    /// Whether an element does not show, as far as its own attributes say.
    private func isHidden(_ placed: PlacedTag) -> Bool {
        placed.tag.attributes.contains { attribute in
            if let expression = attribute.expression, attribute.value == nil {
                return HTMLAttribute.hides(attribute.name, expression: placed.string(expression))
            }
            return HTMLAttribute.hides(attribute.name, attribute.value.map(placed.string) ?? "")
        }
    }

    /// Whether an element keeps text from being read, or lets text within be read again, as far as its own attributes say.
    func changesReading(_ placed: PlacedTag) -> Bool {
        placed.language != nil || isHidden(placed)
    }

    /// Adds the texts in the attributes of a tag. The block of the tooltip, if there is one.
    private mutating func addAsides(of placed: PlacedTag, in otherLanguage: String?) -> Int? {
        var tooltip: Int?
        let type = placed.value("type")?.lowercased()
        for attribute in placed.tag.attributes {
            guard let value = attribute.value, let kind = HTMLAttribute.kind(of: attribute.name, on: placed.tag.name, purpose: type) else { continue }
            if let otherLanguage {
                builder.leaveOut(otherLanguage, at: offset + placed.start + value.lowerBound)
                continue
            }
            let start = offset + placed.start
            var text = HTMLText(bytes: placed.source, offset: start, masks: Masks())
            let masks = isMDX ? Masks() : masks
            masks.forEachPiece(of: (start + value.lowerBound)..<(start + value.upperBound)) { piece in
                switch piece {
                case .text(let range): text.append((range.lowerBound - start)..<(range.upperBound - start), .attribute, to: &builder.asides)
                case .mask(let mask): builder.asides.substitute(mask.reading == .replacement ? "\u{FFFD}" : TextStream.mark, for: SourceRange(mask.range))
                }
            }
            let block = builder.asides.endBlock(kind)
            if kind == .tooltip { tooltip = block }
        }
        return tooltip
    }
}
