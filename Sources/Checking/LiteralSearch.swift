import SourceText

/// Finds fixed strings in the bytes of a file, ASCII letters in any case.
struct LiteralSearch {
    private let literals: [[UInt8]]
    private let startsLiteral: [Bool]

    init(_ literals: [String]) {
        self.literals = literals.map { $0.utf8.map(Self.lower) }
        var starts = [Bool](repeating: false, count: 256)
        for literal in self.literals { if let first = literal.first { starts[Int(first)] = true } }
        startsLiteral = starts
    }

    /// Every occurrence, the longest at each place, without overlaps.
    func occurrences(in bytes: [UInt8]) -> [SourceRange] {
        if literals.isEmpty { return [] }
        return bytes.withUnsafeBufferPointer { bytes in
            var found: [SourceRange] = []
            var at = 0
            while at < bytes.count {
                if startsLiteral[Int(Self.lower(bytes[at]))], let length = longest(at, in: bytes) {
                    found.append(SourceRange(at, at + length))
                    at += length
                } else {
                    at += 1
                }
            }
            return found
        }
    }

    private func longest(_ at: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        literals.filter { literal in
            at + literal.count <= bytes.count && literal.indices.allSatisfy { Self.lower(bytes[at + $0]) == literal[$0] }
        }.map(\.count).max()
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
}
