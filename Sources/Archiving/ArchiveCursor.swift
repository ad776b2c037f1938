/// Finds the columns of an archive, in the order in which they were laid out.
package struct ArchiveCursor {
    package let archive: Archive
    private var number = 0
    private var byte = 0

    init(_ archive: Archive) {
        self.archive = archive
    }

    /// Where the next column stands among the archive's numbers.
    package mutating func numbers() -> Range<Int> {
        let count = length()
        defer { number += count }
        return number..<(number + count)
    }

    /// Where the next column stands among the archive's bytes.
    package mutating func bytes() -> Range<Int> {
        let count = length()
        defer { byte += count }
        return byte..<(byte + count)
    }

    /// The next two columns, where they hold strings.
    package mutating func strings() -> ArchivedStrings {
        ArchivedStrings(archive: archive, offsets: numbers(), bytes: bytes())
    }

    private mutating func length() -> Int {
        defer { number += 1 }
        return archive.withContent { Int($0.numbers[number]) }
    }
}
