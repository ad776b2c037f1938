/// A place in a file. `line` and `column` count from 1, columns in Unicode code points with a byte order mark not
/// counted and a tab as one; `offset` counts bytes from 0.
package struct Position: Hashable, Sendable {
    package let line: Int
    package let column: Int
    package let offset: Int

    package init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }
}
