/// A place in a line of Markdown, in bytes and in columns: a tab reaches to the next column that four divides (CommonMark
/// 0.31, 2.2), and a part of one may belong to the mark of a list item and the rest to what follows.
struct LineCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Where the line ends, its line ending left out.
    let end: Int
    private(set) var at: Int
    private(set) var column = 0
    /// The first byte from here on that is neither space nor tab, or the end of the line.
    private(set) var next: Int
    /// How many columns of space stand before it.
    private(set) var indent: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, upTo end: Int) {
        self.bytes = bytes
        self.end = end
        at = start
        next = start
        indent = 0
        look()
    }

    var isBlank: Bool { next == end }

    /// The first byte behind the space, nil at the end of the line.
    var byte: UInt8? { next < end ? bytes[next] : nil }

    /// How many columns are left of a tab that was passed in part; it is the byte that the cursor is at.
    private(set) var restOfTab = 0

    private mutating func look() {
        var place = at
        var reached = column
        while place < end {
            if bytes[place] == 0x20 { reached += 1 } else if bytes[place] == 0x09 { reached += 4 - reached % 4 } else { break }
            place += 1
        }
        next = place
        indent = reached - column
    }

    /// Passes the space and some bytes behind it.
    mutating func pass(_ count: Int) {
        at = next + count
        column += indent + count
        restOfTab = 0
        look()
    }

    /// Passes so many columns of space, or as many as there are.
    mutating func pass(columns: Int) {
        var left = min(columns, indent)
        while left > 0 {
            let width = bytes[at] == 0x09 ? 4 - column % 4 : 1
            let passed = min(width, left)
            column += passed
            left -= passed
            restOfTab = width - passed
            if restOfTab == 0 { at += 1 }
        }
        look()
    }
}
