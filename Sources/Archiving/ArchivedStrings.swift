/// Strings of bytes in an archive, found by number.
package struct ArchivedStrings: Sendable {
    private let archive: Archive
    private let offsets: Range<Int>
    private let bytes: Range<Int>

    init(archive: Archive, offsets: Range<Int>, bytes: Range<Int>) {
        self.archive = archive
        self.offsets = offsets
        self.bytes = bytes
    }

    package var count: Int { offsets.count - 1 }

    package func withBytes<Result>(of string: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        archive.withContent { content in
            let start = Int(content.numbers[offsets.lowerBound + string])
            let end = Int(content.numbers[offsets.lowerBound + string + 1])
            return body(content.bytes((bytes.lowerBound + start)..<(bytes.lowerBound + end)))
        }
    }
}
