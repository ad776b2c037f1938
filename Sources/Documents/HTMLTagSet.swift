import CGumbo

/// The number that gumbo has for the name of an element; one number stands for all names that it does not know.
typealias HTMLName = UInt8

/// A set of names of elements.
struct HTMLTagSet {
    private var bits: SIMD4<UInt64> = .zero

    /// `names` are parted by spaces.
    init(_ names: String) {
        for name in names.split(separator: " ") { insert(Self.name(String(name))) }
    }

    private mutating func insert(_ name: HTMLName) {
        bits[Int(name >> 6)] |= 1 << UInt64(name & 63)
    }

    func contains(_ name: HTMLName) -> Bool {
        bits[Int(name >> 6)] >> UInt64(name & 63) & 1 == 1
    }

    func union(_ other: Self) -> Self {
        var union = self
        union.bits |= other.bits
        return union
    }

    static func name(_ name: String) -> HTMLName {
        HTMLName(truncatingIfNeeded: gumbo_tag_enum(name).rawValue)
    }

    /// The name that stands in a page.
    static func name(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> HTMLName {
        let bytes = UnsafeBufferPointer(rebasing: bytes)
        return bytes.withMemoryRebound(to: CChar.self) {
            HTMLName(truncatingIfNeeded: gumbo_tagn_enum($0.baseAddress, UInt32($0.count)).rawValue)
        }
    }
}
