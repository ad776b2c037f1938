import SourceText

/// Counts what is and what is not UTF-8 in bytes that are not all of it.
struct UTF8Census {
    /// Well-formed characters of two bytes and more.
    private(set) var longCharacters = 0
    /// The offsets of bytes that belong to no character, in order.
    private(set) var damage: [Int] = []
    /// How often something is wrong: a character that was cut short counts once.
    private(set) var mistakes = 0

    /// `first` is the first byte that belongs to none.
    init(of bytes: [UInt8], from first: Int) {
        bytes.withUnsafeBufferPointer { bytes in
            longCharacters = bytes[..<first].count { $0 >= 0xC0 }
            var at = first
            while at < bytes.count {
                let length = SourceFile.sequenceLength(bytes, at)
                if length > 0 {
                    if length > 1 { longCharacters += 1 }
                    at += length
                    continue
                }
                mistakes += 1
                let end = Self.endOfRest(at: at, in: bytes)
                damage += Array(at..<end)
                at = end
            }
        }
    }

    /// The end of what is left at an offset of a character that was cut short, or of one byte that starts none.
    private static func endOfRest(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let length = switch bytes[start] {
        case 0xC2..<0xE0: 2
        case 0xE0..<0xF0: 3
        case 0xF0..<0xF5: 4
        default: 1
        }
        var end = start + 1
        while end < min(bytes.count, start + length - 1), bytes[end] & 0xC0 == 0x80 { end += 1 }
        return end
    }
}
