/// A draft as it was read: its path as the user knows it, and its bytes, which are UTF-8, but for bytes that are told of.
package struct SourceFile: Sendable {
    package let path: String
    package let bytes: [UInt8]
    package let lines: LineTable
    /// The offsets of bytes that belong to no character and read as U+FFFD, in order.
    package let damage: [Int]
    /// What the file on disk is encoded in, when the bytes were made from that; nil for UTF-8.
    package let encoding: String?

    /// Takes bytes that are known to be UTF-8, but for those at the offsets of `damage`.
    package init(path: String, bytes: [UInt8], damage: [Int] = [], encoding: String? = nil) {
        self.path = path
        self.bytes = bytes
        self.damage = damage
        self.encoding = encoding
        lines = LineTable(bytes)
    }

    /// The offsets from `start` on of bytes that are no text: NULs, and what belongs to no character. In order.
    package func unreadableOffsets(from start: Int) -> [Int] {
        var nuls: [Int] = []
        bytes.withUnsafeBufferPointer { bytes in
            var at = start
            while at < bytes.count {
                if at + 8 <= bytes.count, !Self.mayHoldNUL(UnsafeRawPointer(bytes.baseAddress! + at)) {
                    at += 8
                    continue
                }
                if bytes[at] == 0 { nuls.append(at) }
                at += 1
            }
        }
        let damage = damage.drop { $0 < start }
        return nuls.isEmpty || damage.isEmpty ? nuls + damage : (nuls + damage).sorted()
    }

    /// Whether one of eight bytes is zero. (Others may be taken for it, but none is missed.)
    private static func mayHoldNUL(_ start: UnsafeRawPointer) -> Bool {
        let bytes = start.loadUnaligned(as: UInt64.self)
        return (bytes &- 0x0101_0101_0101_0101) & ~bytes & 0x8080_8080_8080_8080 != 0
    }

    /// How many bytes of a UTF-8 byte order mark stand at the start: 0 or 3.
    package static func byteOrderMarkLength(_ bytes: [UInt8]) -> Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The offset of the first byte that is not part of well-formed UTF-8 (Unicode Standard, table 3-7), or nil.
    package static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
        var at = 0
        return bytes.withUnsafeBufferPointer { buffer in
            while at < buffer.count {
                if at + 8 <= buffer.count, isASCII(UnsafeRawPointer(buffer.baseAddress! + at)) {
                    at += 8
                    continue
                }
                let length = sequenceLength(buffer, at)
                if length == 0 { return at }
                at += length
            }
            return nil
        }
    }

    /// Whether eight bytes are ASCII.
    private static func isASCII(_ start: UnsafeRawPointer) -> Bool {
        start.loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    }

    /// How many bytes the well-formed UTF-8 character at an offset has; 0 when none stands there.
    package static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        let first = bytes[at]
        if first < 0x80 { return 1 }
        func trail(_ index: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
            at + index < bytes.count && (low...high).contains(bytes[at + index])
        }
        switch first {
        case 0xC2...0xDF: return trail(1) ? 2 : 0
        case 0xE0: return trail(1, 0xA0) && trail(2) ? 3 : 0
        case 0xED: return trail(1, 0x80, 0x9F) && trail(2) ? 3 : 0
        case 0xE1...0xEF: return trail(1) && trail(2) ? 3 : 0
        case 0xF0: return trail(1, 0x90) && trail(2) && trail(3) ? 4 : 0
        case 0xF1...0xF3: return trail(1) && trail(2) && trail(3) ? 4 : 0
        case 0xF4: return trail(1, 0x80, 0x8F) && trail(2) && trail(3) ? 4 : 0
        default: return 0
        }
    }

    /// The bytes of a range as text.
    package func text(_ range: SourceRange) -> String {
        String(decoding: bytes[range.indices], as: UTF8.self)
    }

    /// Where a byte offset stands, for people.
    package func position(of offset: Int) -> Position {
        let line = lines.line(containing: offset)
        let hasMark = line == 0 && offset > 0 && Self.byteOrderMarkLength(bytes) > 0
        let codePoints = lines.codePoints(before: offset, inLine: line, of: bytes) - (hasMark ? 1 : 0)
        return Position(line: line + 1, column: codePoints + 1, offset: offset)
    }
}
