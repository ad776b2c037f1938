/// What tags do in tables and in lists of choices.
extension HTMLDepth {
    private static let rows = HTMLTagSet("td th tr")
    private static let ignoredEnds = HTMLTagSet("body caption col colgroup html tbody td tfoot th thead tr")
    private static let inTableAsInHead = HTMLTagSet("style script template")

    mutating func inTable(_ tag: HTMLTokens.Tag) -> Step {
        if tag.isEnd {
            if tag.name == .table { _ = closeTable() }
            if tag.name == .table || Self.ignoredEnds.contains(tag.name) { return .done }
            return tag.name == .template ? inHead(tag) : inBody(tag)
        }
        switch tag.name {
        case .caption:
            clear(to: .tableScope)
            open.addMarker()
            insert(tag)
            mode = .inCaption
        case .colgroup:
            clear(to: .tableScope)
            insert(tag)
            mode = .inColumnGroup
        case .col:
            clear(to: .tableScope)
            open.push(.colgroup)
            mode = .inColumnGroup
            return .again
        case let name where HTMLTagSet.rowGroups.contains(name):
            clear(to: .tableScope)
            insert(tag)
            mode = .inTableBody
        case let name where Self.rows.contains(name):
            clear(to: .tableScope)
            open.push(.tbody)
            mode = .inTableBody
            return .again
        case .table: return closeTable() ? .again : .done
        case let name where Self.inTableAsInHead.contains(name): return inHead(tag)
        case .input where has(tag, "type", ["hidden"]): open.pass()
        case .form:
            if form != nil || open.isOpen(.template) { return .done }
            form = open.push(.form)
            open.pop()
        default: return inBody(tag)
        }
        return .done
    }

    private mutating func clear(to names: HTMLTagSet) {
        open.pop(downTo: { $0.isHTML(in: names) })
    }

    private mutating func closeTable() -> Bool {
        guard open.hasInTable(.table) else { return false }
        open.close(.table)
        resetMode()
        return true
    }

    mutating func inCaption(_ tag: HTMLTokens.Tag) -> Step {
        let isEndOfCaption = tag.isEnd && tag.name == .caption
        if isEndOfCaption || (tag.isEnd ? tag.name == .table : HTMLTagSet.partsOfTables.contains(tag.name)) {
            guard open.hasInTable(.caption) else { return .done }
            open.close(.caption)
            open.clearToMarker()
            mode = .inTable
            return isEndOfCaption ? .done : .again
        }
        if tag.isEnd, Self.ignoredEnds.contains(tag.name) { return .done }
        return inBody(tag)
    }

    mutating func inColumnGroup(_ tag: HTMLTokens.Tag) -> Step {
        if tag.name == .template { return inHead(tag) }
        if tag.isEnd {
            if tag.name == .col { return .done }
        } else {
            if tag.name == .html { return .done }
            if tag.name == .col {
                open.pass()
                return .done
            }
        }
        guard open.current?.isHTML(.colgroup) ?? false else { return .done }
        open.pop()
        mode = .inTable
        return tag.isEnd && tag.name == .colgroup ? .done : .again
    }

    private static let bodyContext = HTMLTagSet("html tbody tfoot thead template")
    private static let aroundBody = HTMLTagSet("caption col colgroup tbody tfoot thead")

    mutating func inTableBody(_ tag: HTMLTokens.Tag) -> Step {
        if tag.isEnd ? tag.name == .table : Self.aroundBody.contains(tag.name) {
            guard open.hasInTable(.tbody) || open.hasInTable(.thead) || open.hasInTable(.tfoot) else { return .done }
            clear(to: Self.bodyContext)
            open.pop()
            mode = .inTable
            return .again
        }
        if tag.isEnd {
            guard HTMLTagSet.rowGroups.contains(tag.name) else { return Self.ignoredEnds.contains(tag.name) ? .done : inTable(tag) }
            if !open.hasInTable(tag.name) { return .done }
            clear(to: Self.bodyContext)
            open.pop()
            mode = .inTable
            return .done
        }
        guard Self.rows.contains(tag.name) else { return inTable(tag) }
        clear(to: Self.bodyContext)
        open.push(.tr)
        mode = .inRow
        return tag.name == .tr ? .done : .again
    }

    private static let rowContext = HTMLTagSet("html tr template")
    private static let aroundRow = HTMLTagSet("caption col colgroup tbody tfoot thead tr")

    mutating func inRow(_ tag: HTMLTokens.Tag) -> Step {
        if !tag.isEnd, HTMLTagSet.cells.contains(tag.name) {
            clear(to: Self.rowContext)
            insert(tag)
            mode = .inCell
            open.addMarker()
            return .done
        }
        let isEndOfGroup = tag.isEnd && HTMLTagSet.rowGroups.contains(tag.name)
        let isEndOfRow = tag.isEnd && tag.name == .tr
        if isEndOfRow || isEndOfGroup || (tag.isEnd ? tag.name == .table : Self.aroundRow.contains(tag.name)) {
            guard open.hasInTable(.tr), !isEndOfGroup || open.hasInTable(tag.name) else { return .done }
            clear(to: Self.rowContext)
            open.pop()
            mode = .inTableBody
            return isEndOfRow ? .done : .again
        }
        if tag.isEnd, Self.ignoredEnds.contains(tag.name) { return .done }
        return inTable(tag)
    }

    private static let ignoredInCell = HTMLTagSet("body caption col colgroup html")
    private static let endsAroundCell = HTMLTagSet("table tbody tfoot thead tr")

    mutating func inCell(_ tag: HTMLTokens.Tag) -> Step {
        if tag.isEnd {
            if HTMLTagSet.cells.contains(tag.name) {
                if open.hasInTable(tag.name) { closeCell(tag.name) }
                return .done
            }
            if Self.ignoredInCell.contains(tag.name) { return .done }
            guard Self.endsAroundCell.contains(tag.name) else { return inBody(tag) }
            if !open.hasInTable(tag.name) { return .done }
        } else {
            guard HTMLTagSet.partsOfTables.contains(tag.name) else { return inBody(tag) }
            if !open.hasInTable(.td), !open.hasInTable(.th) { return .done }
        }
        closeCell(open.hasInTable(.td) ? .td : .th)
        return .again
    }

    private mutating func closeCell(_ name: HTMLName) {
        open.popImpliedEnds()
        open.close(name)
        open.clearToMarker()
        mode = .inRow
    }

    // MARK: Choices

    private static let endsSelect = HTMLTagSet("input keygen textarea")
    private static let aroundSelect = HTMLTagSet("caption table tbody tfoot thead tr td th")

    mutating func inSelect(_ tag: HTMLTokens.Tag) -> Step {
        let isInOption = open.current?.isHTML(.option) ?? false
        switch tag.name {
        case .option:
            if isInOption { open.pop() }
            if !tag.isEnd { insert(tag) }
        case .optgroup:
            if isInOption, !tag.isEnd || open.list.dropLast().last?.isHTML(.optgroup) ?? false { open.pop() }
            if open.current?.isHTML(.optgroup) ?? false { open.pop() }
            if !tag.isEnd { insert(tag) }
        case .select: if isInSelect { closeSelect() }
        case .script where !tag.isEnd: return inHead(tag)
        case .template: return inHead(tag)
        case let name where !tag.isEnd && Self.endsSelect.contains(name):
            guard isInSelect else { return .done }
            closeSelect()
            return .again
        default: break
        }
        return .done
    }

    private var isInSelect: Bool {
        for element in open.list.reversed() {
            if element.isHTML(.select) { return true }
            if !element.isHTML(in: .selectScope) { return false }
        }
        return false
    }

    private mutating func closeSelect() {
        open.close(.select)
        resetMode()
    }

    mutating func inSelectInTable(_ tag: HTMLTokens.Tag) -> Step {
        guard Self.aroundSelect.contains(tag.name) else { return inSelect(tag) }
        if tag.isEnd, !open.hasInTable(tag.name) { return .done }
        closeSelect()
        return .again
    }
}
