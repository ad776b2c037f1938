/// Where the lines of a file start. A line ends at LF, CRLF or CR; NEL, U+2028 and U+2029 do not end one.
package struct LineTable: Sendable {
    private let starts: [UInt32]
    private let byteCount: Int

    package init(_ bytes: [UInt8]) {
        byteCount = bytes.count
        var starts: [UInt32] = [0]
        bytes.withUnsafeBufferPointer { buffer in
            var at = 0
            while at < buffer.count {
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
