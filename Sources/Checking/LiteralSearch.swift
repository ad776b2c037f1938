import SourceText

/// Finds the fixed strings of all rules in the bytes of a file in one pass, ASCII letters in any case. `#` in a string stands for
/// one digit or more.
struct LiteralSearch {
    private struct Literal {
        let rule: Int
        let bytes: [UInt8]
    }

    /// Of each pair of bytes, the second in the lower half: whether a literal begins with it, in any case.
    private var startsLiteral = [Bool](repeating: false, count: 1 << 16)
    /// By their first byte, the longer ones first.
    private var literals: [UInt8: [Literal]] = [:]

    init(_ literals: [(rule: Int, strings: [String])]) {
        for (rule, strings) in literals {
            for bytes in strings.map({ $0.utf8.map(Self.lower) }) where !bytes.isEmpty {
                self.literals[bytes[0], default: []].append(Literal(rule: rule, bytes: bytes))
                mark(bytes)
            }
        }
        for first in self.literals.keys { self.literals[first]?.sort { $0.bytes.count > $1.bytes.count } }
    }

    private mutating func mark(_ literal: [UInt8]) {
        for first in 0...255 where Self.lower(UInt8(first)) == literal[0] {
            for second in 0...255 where literal.count == 1 || literal[1] == Self.anyDigits || Self.lower(UInt8(second)) == literal[1] {
                startsLiteral[first << 8 | second] = true
            }
        }
    }

    /// Every occurrence by the number of its rule: of each rule the longest at each place, without overlaps, in order.
    func occurrences(in bytes: [UInt8]) -> [Int: [SourceRange]] {
        var found: [Int: [SourceRange]] = [:]
        if literals.isEmpty { return found }
        bytes.withUnsafeBufferPointer { bytes in
            startsLiteral.withUnsafeBufferPointer { startsLiteral in
                for at in bytes.indices {
                    let second = at + 1 < bytes.count ? Int(bytes[at + 1]) : 0
                    if startsLiteral[Int(bytes[at]) << 8 | second] { look(at, in: bytes, &found) }
                }
            }
        }
        return found
    }

    private func look(_ at: Int, in bytes: UnsafeBufferPointer<UInt8>, _ found: inout [Int: [SourceRange]]) {
        for literal in literals[Self.lower(bytes[at])] ?? [] where at + literal.bytes.count <= bytes.count {
            guard let end = Self.end(of: literal.bytes, at: at, in: bytes),
                found[literal.rule]?.last.map({ $0.upper <= at }) ?? true else { continue }
            found[literal.rule, default: []].append(SourceRange(at, end))
        }
    }

    private static func end(of literal: [UInt8], at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var at = start
        for byte in literal {
            guard at < bytes.count else { return nil }
            if byte == anyDigits {
                let digits = bytes[at...].prefix { (0x30...0x39).contains($0) }
                if digits.isEmpty { return nil }
                at = digits.endIndex
            } else if lower(bytes[at]) == byte {
                at += 1
            } else {
                return nil
            }
        }
        return at
    }

    private static let anyDigits = UInt8(ascii: "#")

    private static func lower(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
}
