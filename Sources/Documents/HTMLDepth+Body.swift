/// What tags do in the body of a page.
extension HTMLDepth {
    mutating func inBody(_ tag: HTMLTokens.Tag) -> Step {
        tag.isEnd ? endInBody(tag) : startInBody(tag)
    }

    mutating func endParagraph() {
        guard open.has(.p, within: .buttonScope) else { return }
        open.popImpliedEnds(but: .p)
        open.close(.p)
    }

    private static let preformatted = HTMLTagSet("pre listing")
    private static let texts = HTMLTagSet("textarea xmp iframe noembed")
    private static let rubies = HTMLTagSet("rb rp rt rtc")
    private static let innerRubies = HTMLTagSet("rt rp")
    private static let isindex = HTMLTagSet.name("isindex")
    private static let xmp = HTMLTagSet.name("xmp")
    private static let noembed = HTMLTagSet.name("noembed")
    private static let rule = HTMLTagSet.name("hr")

    private mutating func startInBody(_ tag: HTMLTokens.Tag) -> Step {
        let name = tag.name
        if HTMLTagSet.ofHead.contains(name) { return inHead(tag) }
        if HTMLTagSet.blocks.contains(name) {
            endParagraph()
            insert(tag)
        } else if HTMLTagSet.formatting.contains(name) {
            startFormatting(tag)
        } else if HTMLTagSet.emptyInBody.contains(name) {
            open.reconstruct()
            open.pass()
            if name != .input || !has(tag, "type", ["hidden"]) { mayBeFrameset = false }
        } else if HTMLTagSet.emptyWithoutFormatting.contains(name) {
            open.pass()
        } else if HTMLTagSet.headings.contains(name) {
            endParagraph()
            if open.current?.isHTML(in: .headings) ?? false { open.pop() }
            insert(tag)
        } else if Self.preformatted.contains(name) {
            endParagraph()
            insert(tag)
            mayBeFrameset = false
        } else if HTMLTagSet.definitions.contains(name) || name == .li {
            endItem(name == .li ? HTMLTagSet("li") : .definitions)
            endParagraph()
            insert(tag)
        } else if HTMLTagSet.markers.contains(name) {
            open.reconstruct()
            insert(tag)
            open.addMarker()
            mayBeFrameset = false
        } else if Self.texts.contains(name) {
            startText(tag)
        } else if Self.rubies.contains(name) {
            if open.has(.ruby, within: .scope) { open.popImpliedEnds(but: Self.innerRubies.contains(name) ? .rtc : nil) }
            insert(tag)
        } else if HTMLTagSet.notInBody.contains(name) {
            return .done
        } else {
            return startOther(tag)
        }
        return .done
    }

    private mutating func startText(_ tag: HTMLTokens.Tag) {
        if tag.name == Self.xmp {
            endParagraph()
            open.reconstruct()
        }
        if tag.name != Self.noembed { mayBeFrameset = false }
        insertText(tag)
    }

    private mutating func startOther(_ tag: HTMLTokens.Tag) -> Step {
        switch tag.name {
        case .html, .body:
            if tag.name == .body, open.list.count > 1, open.list[1].isHTML(.body), !open.isOpen(.template) { mayBeFrameset = false }
        case .frameset: startFrameset(tag)
        case .form:
            let isInTemplate = open.isOpen(.template)
            if form != nil, !isInTemplate { return .done }
            endParagraph()
            let number = open.push(.form)
            if !isInTemplate { form = number }
        case .plaintext:
            endParagraph()
            insert(tag)
            tokens.skipRest()
        case .button:
            if open.has(.button, within: .scope) {
                open.popImpliedEnds(but: .button)
                open.close(.button)
                return .again
            }
            open.reconstruct()
            insert(tag)
            mayBeFrameset = false
        case .table:
            if !isInQuirksMode { endParagraph() }
            insert(tag)
            mayBeFrameset = false
            mode = .inTable
        case Self.rule:
            endParagraph()
            open.pass()
            mayBeFrameset = false
        case Self.isindex: startIndex()
        case .select:
            open.reconstruct()
            insert(tag)
            mayBeFrameset = false
            switch mode {
            case .inTable, .inCaption, .inTableBody, .inRow, .inCell: mode = .inSelectInTable
            default: mode = .inSelect
            }
        case .option, .optgroup:
            if open.current?.isHTML(.option) ?? false { open.pop() }
            open.reconstruct()
            insert(tag)
        case .math, .svg:
            open.reconstruct()
            insertForeign(tag, tag.name == .svg ? .svg : .math)
        default:
            open.reconstruct()
            insert(tag)
        }
        return .done
    }

    /// An `isindex` makes a form of its own.
    private mutating func startIndex() {
        let isInTemplate = open.isOpen(.template)
        if form != nil, !isInTemplate { return }
        endParagraph()
        mayBeFrameset = false
        open.push(.form)
        open.push(HTMLTagSet.name("label"))
        open.pass()
        open.pop()
        open.pop()
        if !isInTemplate { form = nil }
    }

    private mutating func startFrameset(_ tag: HTMLTokens.Tag) {
        guard open.list.count > 1, open.list[1].isHTML(.body), mayBeFrameset else { return }
        while open.list.count > 1 { open.pop() }
        open.clearToMarker()
        insert(tag)
        mode = .inFrameset
    }

    private mutating func startFormatting(_ tag: HTMLTokens.Tag) {
        if tag.name == .a, open.lastFormatting(.a) != nil {
            open.adopt(.a)
            open.forgetFormatting(.a)
        }
        open.reconstruct()
        if tag.name == .nobr, open.has(.nobr, within: .scope) {
            open.adopt(.nobr)
            open.reconstruct()
        }
        insertFormatting(tag)
    }

    private static let loose = HTMLTagSet("address div p")

    /// Ends the item of a list that the start of another one ends.
    private mutating func endItem(_ names: HTMLTagSet) {
        mayBeFrameset = false
        for element in open.list.reversed() {
            if element.isHTML(in: names) {
                open.popImpliedEnds(but: element.name)
                open.close(element.name)
                return
            }
            if element.isSpecial, !element.isHTML(in: Self.loose) { return }
        }
    }

    // MARK: End tags

    private mutating func endInBody(_ tag: HTMLTokens.Tag) -> Step {
        let name = tag.name
        if HTMLTagSet.blockEnds.contains(name) || HTMLTagSet.definitions.contains(name) {
            guard open.has(name, within: .scope) else { return .done }
            open.popImpliedEnds(but: name)
            open.close(name)
        } else if HTMLTagSet.formatting.contains(name) {
            open.adopt(name)
        } else if HTMLTagSet.headings.contains(name) {
            guard open.has(.headings, within: .scope) else { return .done }
            open.popImpliedEnds()
            open.pop(with: { $0.isHTML(in: .headings) })
        } else if HTMLTagSet.markers.contains(name) {
            guard open.hasInTable(name) else { return .done }
            open.popImpliedEnds(but: name)
            open.close(name)
            open.clearToMarker()
        } else {
            return endOther(tag)
        }
        return .done
    }

    private mutating func endOther(_ tag: HTMLTokens.Tag) -> Step {
        switch tag.name {
        case .template: return inHead(tag)
        case .body, .html:
            guard open.has(.body, within: .scope) else { return .done }
            mode = .afterBody
            return tag.name == .html ? .again : .done
        case .form: endForm()
        case .p:
            guard open.has(.p, within: .buttonScope) else {
                open.push(.p)
                return .again
            }
            open.popImpliedEnds(but: .p)
            open.close(.p)
        case .li:
            guard open.has(.li, within: .listScope) else { return .done }
            open.popImpliedEnds(but: .li)
            open.close(.li)
        case .br:
            open.reconstruct()
            open.pass()
        default: endAny(tag.name)
        }
        return .done
    }

    private mutating func endAny(_ name: HTMLName) {
        for element in open.list.reversed() {
            if element.isHTML(name) {
                open.popImpliedEnds(but: name)
                open.pop(with: { $0.number == element.number })
                return
            }
            if element.isSpecial { return }
        }
    }

    private mutating func endForm() {
        if open.isOpen(.template) {
            guard open.has(.form, within: .scope) else { return }
            open.popImpliedEnds()
            if open.current?.isHTML(.form) ?? false { open.pop() }
            return
        }
        guard let form else { return }
        self.form = nil
        guard let index = open.index(of: form), !open.list[(index + 1)...].contains(where: { $0.bounds(.scope) }) else { return }
        open.popImpliedEnds()
        open.remove(form)
    }
}
