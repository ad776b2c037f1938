/// Where a reader stands in the structure of a page: in which lists, tables and quotations.
struct BlockPlace {
    private struct Table {
        var column = 0
        var rows = 0
        /// By column.
        var heads: [Int: Int] = [:]
    }

    var quoteDepth = 0
    var footerDepth = 0
    /// The last block that ended.
    var lastBlock: Int?
    private var kinds: [Block.Kind] = []
    private var leadIns: [Int?] = []
    private var tables: [Table] = []

    /// What kind of block the text at this place makes.
    var kind: Block.Kind { kinds.last ?? .paragraph }

    /// The block that introduces the text at this place.
    var leadIn: Int? {
        switch kind {
        case .listItem: leadIns.last ?? nil
        case .tableCell(let column): tables.last?.heads[column]
        default: nil
        }
    }

    mutating func enter(_ kind: Block.Kind) { kinds.append(kind) }

    mutating func leave() { _ = kinds.popLast() }

    mutating func enterList() { leadIns.append(lastBlock) }

    mutating func leaveList() { _ = leadIns.popLast() }

    mutating func enterTable() { tables.append(Table()) }

    mutating func leaveTable() { _ = tables.popLast() }

    mutating func enterRow() {
        if tables.isEmpty { return }
        tables[tables.count - 1].column = 0
        tables[tables.count - 1].rows += 1
    }

    mutating func enterCell() { enter(.tableCell(column: tables.last?.column ?? 0)) }

    /// `head` is the block of the cell when it is a head; one in the first row heads its column.
    mutating func leaveCell(head: Int?, columns: Int = 1) {
        leave()
        guard var table = tables.popLast() else { return }
        if let head, table.rows == 1 { table.heads[table.column] = table.heads[table.column] ?? head }
        table.column += columns
        tables.append(table)
    }
}
