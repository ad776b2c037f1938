/// Numbers and bytes that are used where they stand. An `ArchiveBuilder` lays them out in columns, an `ArchiveCursor` finds
/// these again.
package struct Archive: Sendable {
    /// What an archive holds. Not to be kept beyond the call that gives it.
    package struct Content {
        package let numbers: UnsafeBufferPointer<UInt32>
        package let bytes: UnsafeBufferPointer<UInt8>

        /// The column that stands at a range of the numbers.
        package func numbers(_ range: Range<Int>) -> UnsafeBufferPointer<UInt32> {
            UnsafeBufferPointer(start: numbers.baseAddress.map { $0 + range.lowerBound }, count: range.count)
        }

        /// The column that stands at a range of the bytes.
        package func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(start: bytes.baseAddress.map { $0 + range.lowerBound }, count: range.count)
        }
    }

    private enum Bytes: Sendable {
        case memory([UInt8])
        case program(StaticString)
    }

    private let numbers: [UInt32]
    private let bytes: Bytes

    init(numbers: [UInt32], bytes: [UInt8]) {
        self.numbers = numbers
        self.bytes = .memory(bytes)
    }

    /// An archive that is part of the program: the numbers as `EmbeddedNumbers` writes them, the bytes as they are.
    package init(numbers: StaticString, bytes: StaticString) {
        self.numbers = EmbeddedNumbers.read(numbers)
        self.bytes = .program(bytes)
    }

    package func withContent<Result>(_ body: (Content) -> Result) -> Result {
        numbers.withUnsafeBufferPointer { numbers in
            switch bytes {
            case .memory(let bytes): bytes.withUnsafeBufferPointer { body(Content(numbers: numbers, bytes: $0)) }
            case .program(let text):
                body(Content(
                    numbers: numbers, bytes: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)))
            }
        }
    }

    /// The first of its columns.
    package var cursor: ArchiveCursor { ArchiveCursor(self) }
}

extension Archive: Equatable {
    package static func == (a: Archive, b: Archive) -> Bool {
        a.withContent { a in
            b.withContent { b in a.numbers.elementsEqual(b.numbers) && a.bytes.elementsEqual(b.bytes) }
        }
    }
}
