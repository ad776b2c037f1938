/// Where the lines of a file start. A line ends at LF, CRLF or CR; NEL, U+2028 and U+2029 do not end one.
package struct LineTable: Sendable {
    /// In bytes. So far apart are the marks in a long line, and no shorter line has any.
    private static let distanceOfMarks = 1024

    private let starts: [UInt32]
    private let byteCount: Int
    /// Places in long lines with the code points from the start of their line, so that a column is counted from the last mark.
    private let marks: [(offset: UInt32, codePoints: UInt32)]

    package init(_ bytes: [UInt8]) {
        byteCount = bytes.count
        var starts: [UInt32] = [0]
        bytes.withUnsafeBytes { buffer in
            var at = 0
            while at < buffer.count {
                if at + 8 <= buffer.count, !Self.mayEndLine(buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)) {
                    at += 8
                    continue
                }
                let byte = buffer[at]
                at += 1
                if byte > 0x0D { continue }
                if byte == 0x0D {
                    if at < buffer.count, buffer[at] == 0x0A { at += 1 }
                    starts.append(UInt32(at))
                } else if byte == 0x0A {
                    starts.append(UInt32(at))
                }
            }
        }
        self.starts = starts
        marks = Self.marks(in: bytes, starts)
    }

    /// Whether one of eight bytes is below 0x10. (Others may be taken for one, but none is missed.)
    private static func mayEndLine(_ bytes: UInt64) -> Bool {
        (bytes &- 0x1010_1010_1010_1010) & ~bytes & 0x8080_8080_8080_8080 != 0
    }

    private static func marks(in bytes: [UInt8], _ starts: [UInt32]) -> [(offset: UInt32, codePoints: UInt32)] {
        var marks: [(offset: UInt32, codePoints: UInt32)] = []
        for line in starts.indices {
            let end = line + 1 < starts.count ? Int(starts[line + 1]) : bytes.count
            var at = Int(starts[line])
            var codePoints = 0
            while end - at > distanceOfMarks {
                codePoints += Self.codePoints(in: at..<(at + distanceOfMarks), of: bytes)
                at += distanceOfMarks
                marks.append((UInt32(at), UInt32(codePoints)))
            }
        }
        return marks
    }

    private static func codePoints(in range: Range<Int>, of bytes: [UInt8]) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            UnsafeBufferPointer(rebasing: bytes[range]).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        }
    }

    /// How many code points stand before an offset in its line.
    func codePoints(before offset: Int, inLine line: Int, of bytes: [UInt8]) -> Int {
        var low = 0
        var high = marks.count
        while low < high {
            let middle = (low + high) / 2
            if Int(marks[middle].offset) <= offset { low = middle + 1 } else { high = middle }
        }
        if low > 0, Int(marks[low - 1].offset) >= start(ofLine: line) {
            let mark = marks[low - 1]
            return Int(mark.codePoints) + Self.codePoints(in: Int(mark.offset)..<offset, of: bytes)
        }
        return Self.codePoints(in: start(ofLine: line)..<offset, of: bytes)
    }

    package var count: Int { starts.count }

    /// The line, from 0, that holds the byte at `offset`; the end of the file belongs to the last line.
    package func line(containing offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The offset of the first byte of a line, counted from 0.
    package func start(ofLine line: Int) -> Int { Int(starts[line]) }

    /// The bytes of a line, counted from 0, without its line ending.
    package func range(ofLine line: Int, in bytes: [UInt8]) -> SourceRange {
        let start = Int(starts[line])
        var end = line + 1 < starts.count ? Int(starts[line + 1]) : byteCount
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return SourceRange(start, end)
    }
}
