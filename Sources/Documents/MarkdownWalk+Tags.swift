import SourceText

/// Tags of HTML and MDX among the text of Markdown.
extension MarkdownWalk {
    /// Reads a tag for what it does to the text around it.
    func tag(_ range: Range<Int>, braces: Bool = false) {
        let bytes = UnsafeBufferPointer(rebasing: body[..<range.upperBound])
        guard let tag = HTMLTag(at: range.lowerBound, in: bytes, braces: braces) else { return }
        let tooltip = braces || tag.isEnd ? nil : addAsides(of: tag)
        let role = tag.isComponent ? .inline : HTMLRole(tag.name)
        if tag.isEnd {
            if role.isBlock { endBlock() }
            if let open = tags.pop(tag.name) { close(open, at: range) }
            if case .heading = role { builder.place.leave() }
            return
        }
        switch role {
        case .lineBreak: substitute(" ", for: range)
        case .image, .field: mark(range)
        case .inlineQuotation: substitute("“", for: range)
        case .heading(let level) where braces:
            endBlock()
            builder.place.enter(.heading(level: level))
        case _ where role.isBlock: endBlock()
        default: break
        }
        if !tag.isSelfClosing { open(tag, role, tooltip) }
    }

    private func open(_ tag: HTMLTag, _ role: HTMLRole, _ tooltip: Int?) {
        let mutes = switch role {
        case .unseen, .code: true
        default: isHidden(tag)
        }
        switch role {
        case .inline where !mutes && tooltip == nil, .lineBreak, .image, .field, .meta: return
        default: break
        }
        tags.push(InlineTags.Open(
            name: tag.name, role: role, start: builder.flow.text.count, tag: tag.range,
            address: tag.attributes.first { $0.name == "href" }?.value, mutes: mutes, tooltip: tooltip))
    }

    private func close(_ open: InlineTags.Open, at range: Range<Int>) {
        switch open.role {
        case .code: mark(open.tag.lowerBound..<range.upperBound)
        case .emphasis: builder.addEmphasis(from: open.start)
        case .definition: builder.addGloss(from: open.start, byAside: nil)
        case .inlineQuotation: substitute("”", for: range)
        case .link:
            if let address = open.address { builder.addLink(from: open.start, to: String(decoding: body[address], as: UTF8.self)) }
        default: break
        }
        if let tooltip = open.tooltip, !open.mutes, !open.role.isBlock { builder.addGloss(from: open.start, byAside: tooltip) }
    }

    private func isHidden(_ tag: HTMLTag) -> Bool {
        tag.attributes.contains { attribute in
            HTMLAttribute.hides(attribute.name, attribute.value.map { String(decoding: body[$0], as: UTF8.self) } ?? "")
        }
    }

    /// Adds the texts in the attributes of a tag.
    func addAsides(ofTagAt start: Int, braces: Bool) {
        guard let tag = HTMLTag(at: start, in: body, braces: braces), !tag.isEnd else { return }
        addAsides(of: tag, isMasked: braces)
    }

    /// The block of the tooltip, if there is one.
    @discardableResult
    private func addAsides(of tag: HTMLTag, isMasked: Bool = false) -> Int? {
        if isHidden(tag) { return nil }
        var tooltip: Int?
        let type = tag.attributes.first { $0.name == "type" }?.value.map { String(decoding: body[$0], as: UTF8.self).lowercased() }
        for attribute in tag.attributes {
            guard let value = attribute.value, let kind = HTMLAttribute.kind(of: attribute.name, on: tag.name, purpose: type) else { continue }
            var text = HTMLText(bytes: body, offset: offset, masks: Masks())
            let masks = isMasked ? Masks() : masks
            masks.forEachPiece(of: source(value).indices) { piece in
                switch piece {
                case .text(let range): text.append((range.lowerBound - offset)..<(range.upperBound - offset), .attribute, to: &builder.asides)
                case .mask(let mask): builder.asides.substitute(mask.reading == .replacement ? "\u{FFFD}" : TextStream.mark, for: SourceRange(mask.range))
                }
            }
            let block = builder.asides.endBlock(kind)
            if kind == .tooltip { tooltip = block }
        }
        return tooltip
    }
}
