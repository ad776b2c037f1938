/// Numbers below 2²⁴ as they stand in a string literal: four characters from `0` to `o` each, with six bits in each of them,
/// lowest first. All are of one width, so that reading them back is one pass without a branch.
package enum EmbeddedNumbers {
    /// What every number must be below.
    package static let limit: UInt32 = 1 << 24
    private static let width = 4
    private static let zero: UInt32 = 0x30

    package static func write(_ numbers: some Collection<UInt32>) -> [UInt8] {
        numbers.flatMap { number in
            (0..<width).map { UInt8(zero + (number >> (UInt32($0) * 6)) & 0x3F) }
        }
    }

    static func read(_ text: StaticString) -> [UInt32] {
        let start = UnsafeRawPointer(text.utf8Start)
        return [UInt32](unsafeUninitializedCapacity: text.utf8CodeUnitCount / width) { numbers, count in
            count = numbers.count
            for index in 0..<count {
                let loaded = start.loadUnaligned(fromByteOffset: index * width, as: UInt32.self)
                let characters = UInt32(littleEndian: loaded) &- zero &* 0x0101_0101
                numbers[index] = characters & 0x3F | characters >> 2 & 0xFC0 | characters >> 4 & 0x3_F000 | characters >> 6 & 0xFC_0000
            }
        }
    }
}
