import SourceText

/// Counts what is and what is not UTF-8 in bytes that are not all of it.
struct UTF8Census {
    /// Well-formed characters of two bytes and more.
    private(set) var longCharacters = 0
    /// The offsets of bytes that belong to no character, in order.
    private(set) var damage: [Int] = []

    /// `first` is the first byte that belongs to none.
    init(of bytes: [UInt8], from first: Int) {
        bytes.withUnsafeBufferPointer { bytes in
            longCharacters = bytes[..<first].count { $0 >= 0xC0 }
            var at = first
            while at < bytes.count {
                let length = SourceFile.sequenceLength(bytes, at)
                if length == 0 { damage.append(at) }
                if length > 1 { longCharacters += 1 }
                at += max(1, length)
            }
        }
    }
}
