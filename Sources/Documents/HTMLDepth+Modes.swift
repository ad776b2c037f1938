/// What tokens do outside of tables.
extension HTMLDepth {
    mutating func stepHTML(textIsBlank isBlank: Bool) -> Step {
        switch mode {
        case .beforeHTML, .beforeHead, .inHead, .inHeadNoScript, .afterHead:
            if isBlank { return .done }
            leaveHead()
            return .again
        case .inBody, .inCaption, .inCell, .inTemplate:
            open.reconstruct()
            if !isBlank { mayBeFrameset = false }
        case .inTable, .inTableBody, .inRow:
            if isBlank { return .done }
            open.reconstruct()
        case .inColumnGroup:
            if isBlank { return .done }
            guard open.current?.isHTML(.colgroup) ?? false else { return .done }
            open.pop()
            mode = .inTable
            return .again
        case .afterBody, .afterAfterBody:
            if isBlank {
                open.reconstruct()
                return .done
            }
            mode = .inBody
            return .again
        case .afterAfterFrameset: if isBlank { open.reconstruct() }
        case .inSelect, .inSelectInTable, .inFrameset, .afterFrameset: break
        }
        return .done
    }

    mutating func stepHTML(_ tag: HTMLTokens.Tag) -> Step {
        switch mode {
        case .beforeHTML: beforeHTML(tag)
        case .beforeHead: beforeHead(tag)
        case .inHead: inHead(tag)
        case .inHeadNoScript: inHeadNoScript(tag)
        case .afterHead: afterHead(tag)
        case .inBody: inBody(tag)
        case .inTable: inTable(tag)
        case .inCaption: inCaption(tag)
        case .inColumnGroup: inColumnGroup(tag)
        case .inTableBody: inTableBody(tag)
        case .inRow: inRow(tag)
        case .inCell: inCell(tag)
        case .inSelect: inSelect(tag)
        case .inSelectInTable: inSelectInTable(tag)
        case .inTemplate: inTemplate(tag)
        case .afterBody, .afterAfterBody: afterBody(tag)
        case .inFrameset: inFrameset(tag)
        case .afterFrameset, .afterAfterFrameset: afterFrameset(tag)
        }
    }

    // MARK: The head

    private mutating func leaveHead() {
        switch mode {
        case .beforeHTML:
            open.push(.html)
            mode = .beforeHead
        case .beforeHead:
            open.push(.head)
            hasHead = true
            mode = .inHead
        case .inHeadNoScript:
            open.pop()
            mode = .inHead
        case .inHead:
            open.pop()
            mode = .afterHead
        default:
            open.push(.body)
            mode = .inBody
        }
    }

    private static let endsThatCount = HTMLTagSet("head body html br")
    private static let endsOfHead = HTMLTagSet("body html br")

    private mutating func beforeHTML(_ tag: HTMLTokens.Tag) -> Step {
        if !tag.isEnd, tag.name == .html {
            insert(tag)
            mode = .beforeHead
            return .done
        }
        if tag.isEnd, !Self.endsThatCount.contains(tag.name) { return .done }
        leaveHead()
        return .again
    }

    private mutating func beforeHead(_ tag: HTMLTokens.Tag) -> Step {
        if !tag.isEnd, tag.name == .head {
            insert(tag)
            hasHead = true
            mode = .inHead
            return .done
        }
        if tag.isEnd, !Self.endsThatCount.contains(tag.name) { return .done }
        leaveHead()
        return .again
    }

    mutating func inHead(_ tag: HTMLTokens.Tag) -> Step {
        if tag.isEnd {
            switch tag.name {
            case .head:
                open.pop()
                mode = .afterHead
            case .template: endTemplate()
            case let name where Self.endsOfHead.contains(name):
                leaveHead()
                return .again
            default: break
            }
            return .done
        }
        switch tag.name {
        case .html: return inBody(tag)
        case .head: break
        case .template:
            insert(tag)
            open.addMarker()
            mayBeFrameset = false
            mode = .inTemplate
            modesOfTemplates.append(.inTemplate)
        case .noscript where mode == .inHead:
            insert(tag)
            mode = .inHeadNoScript
        case let name where HTMLTagSet.emptyInHead.contains(name): open.pass()
        case let name where HTMLTagSet.ofHead.contains(name): insertText(tag)
        default:
            leaveHead()
            return .again
        }
        return .done
    }

    private static let inNoScript = HTMLTagSet("basefont bgsound link meta noframes style")

    private mutating func inHeadNoScript(_ tag: HTMLTokens.Tag) -> Step {
        if tag.isEnd {
            if tag.name == .noscript { leaveHead() }
            if tag.name != .br { return .done }
        } else {
            if tag.name == .html { return inBody(tag) }
            if Self.inNoScript.contains(tag.name) { return inHead(tag) }
            if tag.name == .head || tag.name == .noscript { return .done }
        }
        leaveHead()
        return .again
    }

    private mutating func afterHead(_ tag: HTMLTokens.Tag) -> Step {
        if tag.isEnd {
            if tag.name == .template { endTemplate() }
            if !Self.endsOfHead.contains(tag.name) { return .done }
        } else {
            switch tag.name {
            case .html: return inBody(tag)
            case .body:
                insert(tag)
                mayBeFrameset = false
                mode = .inBody
                return .done
            case .frameset:
                insert(tag)
                mode = .inFrameset
                return .done
            case .head: return .done
            case let name where HTMLTagSet.ofHead.contains(name) && name != Self.menuItem:
                let head = open.push(.head)
                let step = inHead(tag)
                open.remove(head)
                return step
            default: break
            }
        }
        leaveHead()
        return .again
    }

    private static let menuItem = HTMLTagSet.name("menuitem")

    // MARK: Templates

    private mutating func endTemplate() {
        guard open.isOpen(.template) else { return }
        while let current = open.current, current.isHTML(in: .thoroughlyImpliedEnds) { open.pop() }
        open.close(.template)
        open.clearToMarker()
        _ = modesOfTemplates.popLast()
        resetMode()
    }

    /// The mode that the elements that are open call for.
    mutating func resetMode() {
        for (index, element) in open.list.enumerated().reversed() {
            if let mode = mode(of: element, at: index) {
                self.mode = mode
                return
            }
        }
        mode = .inBody
    }

    private func mode(of element: HTMLOpenElements.Element, at index: Int) -> Mode? {
        if index == 0, let modeOfFragment { return modeOfFragment }
        if element.namespace != .html { return index == 0 ? .inBody : nil }
        switch element.name {
        case .select:
            for other in open.list[1...index].reversed() {
                if other.isHTML(.template) { return .inSelect }
                if other.isHTML(.table) { return .inSelectInTable }
            }
            return .inSelect
        case .td, .th: return .inCell
        case .tr: return .inRow
        case let name where HTMLTagSet.rowGroups.contains(name): return .inTableBody
        case .caption: return .inCaption
        case .colgroup: return .inColumnGroup
        case .table: return .inTable
        case .template: return modesOfTemplates.last
        case .head: return .inHead
        case .body: return .inBody
        case .frameset: return .inFrameset
        case .html: return hasHead ? .afterHead : .beforeHead
        default: return nil
        }
    }

    private mutating func inTemplate(_ tag: HTMLTokens.Tag) -> Step {
        if tag.isEnd {
            if tag.name == .template { endTemplate() }
            return .done
        }
        if HTMLTagSet.ofHead.contains(tag.name), tag.name != Self.menuItem { return inHead(tag) }
        let next: Mode = switch tag.name {
        case .col: .inColumnGroup
        case .tr: .inTableBody
        case .td, .th: .inRow
        case let name where HTMLTagSet.partsOfTables.contains(name): .inTable
        default: .inBody
        }
        _ = modesOfTemplates.popLast()
        modesOfTemplates.append(next)
        mode = next
        return .again
    }

    // MARK: Behind the body

    private mutating func afterBody(_ tag: HTMLTokens.Tag) -> Step {
        if !tag.isEnd, tag.name == .html { return inBody(tag) }
        if mode == .afterBody, tag.isEnd, tag.name == .html {
            if !isFragment { mode = .afterAfterBody }
            return .done
        }
        mode = .inBody
        return .again
    }

    private mutating func inFrameset(_ tag: HTMLTokens.Tag) -> Step {
        if tag.isEnd {
            guard tag.name == .frameset, !(open.current?.isHTML(.html) ?? true) else { return .done }
            open.pop()
            if !isFragment, !(open.current?.isHTML(.frameset) ?? false) { mode = .afterFrameset }
            return .done
        }
        switch tag.name {
        case .frameset: insert(tag)
        case .frame: open.pass()
        case .noframes: insertText(tag)
        default: break
        }
        return .done
    }

    private mutating func afterFrameset(_ tag: HTMLTokens.Tag) -> Step {
        if mode == .afterFrameset, tag.isEnd, tag.name == .html { mode = .afterAfterFrameset }
        if !tag.isEnd, tag.name == .noframes { insertText(tag) }
        return .done
    }

    // MARK: SVG and MathML

    mutating func stepForeign(_ tag: HTMLTokens.Tag) -> Step {
        if tag.isEnd { return endForeign(tag) }
        let ends = HTMLTagSet.endsForeign.contains(tag.name)
            || (tag.name == .font && (has(tag, "color") || has(tag, "face") || has(tag, "size")))
        if ends, !isFragment {
            repeat { open.pop() } while open.current.map { $0.namespace != .html && !$0.holdsHTML && !$0.isTextOfMath } ?? false
            return .again
        }
        if let current = open.current { insertForeign(tag, current.namespace) }
        return .done
    }

    mutating func insertForeign(_ tag: HTMLTokens.Tag, _ namespace: HTMLOpenElements.Namespace) {
        if tag.isSelfClosing {
            open.pass()
            return
        }
        let holdsHTML = switch namespace {
        case .html: false
        case .svg: HTMLTagSet.svgScope.contains(tag.name)
        case .math: tag.name == .annotation && has(tag, "encoding", ["text/html", "application/xhtml+xml"])
        }
        open.push(tag.name, namespace, nameRange: tag.foreignName, holdsHTML: holdsHTML)
    }

    private mutating func endForeign(_ tag: HTMLTokens.Tag) -> Step {
        let name = bytes[tag.foreignName]
        for index in open.list.indices.dropFirst().reversed() {
            let element = open.list[index]
            if element.namespace == .html { break }
            let own = bytes[element.nameRange]
            if own.count == name.count, zip(own, name).allSatisfy({ Self.isSame($0, $1) }) {
                while open.list.count > index { open.pop() }
                return .done
            }
        }
        return stepHTML(tag)
    }

    private static func isSame(_ one: UInt8, _ other: UInt8) -> Bool {
        one == other || (HTMLTag.isLetter(one) && one | 0x20 == other | 0x20)
    }
}
