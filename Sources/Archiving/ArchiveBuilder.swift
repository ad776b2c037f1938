/// Lays out an archive, one column after the other. Each column is announced by its length, among the numbers.
package struct ArchiveBuilder {
    private var numbers: [UInt32] = []
    private var bytes: [UInt8] = []

    package init() {}

    package mutating func append(numbers column: [UInt32]) {
        numbers.append(UInt32(column.count))
        numbers += column
    }

    package mutating func append(bytes column: [UInt8]) {
        numbers.append(UInt32(column.count))
        bytes += column
    }

    /// Strings of bytes as two columns: where each starts, the end of the last included, and the bytes.
    package mutating func append(strings: [[UInt8]]) {
        var offsets: [UInt32] = [0]
        for string in strings { offsets.append(offsets[offsets.count - 1] + UInt32(string.count)) }
        append(numbers: offsets)
        append(bytes: Array(strings.joined()))
    }

    package consuming func archive() -> Archive {
        Archive(numbers: numbers, bytes: bytes)
    }
}
