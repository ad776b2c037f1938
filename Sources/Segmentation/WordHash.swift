/// The hash of a folded word: FNV-1a in 64 bits, fed one byte at a time.
struct WordHash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    init() {}

    init(of word: some Sequence<UInt8>) {
        for byte in word { add(byte) }
    }

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    /// Where a search starts in a table whose size is a power of two.
    func slot(of size: Int) -> Int {
        Int(truncatingIfNeeded: state) & (size - 1)
    }

    /// A piece of the hash, 24 bits wide, that tells most words of one slot apart.
    var tag: UInt32 { UInt32(truncatingIfNeeded: state >> 40) }
}
