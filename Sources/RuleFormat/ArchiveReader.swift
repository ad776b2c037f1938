/// Reads what `ArchiveWriter` wrote. Both ends ship in one binary, so the content is known to be well formed; reading
/// past its end gives zeros.
struct ArchiveReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func number() -> Int {
        var number = 0
        var shift = 0
        while at < bytes.count {
            let byte = Int(bytes[at])
            at += 1
            if byte < 0x50 { return number | (byte - 0x30) << shift }
            number |= (byte - 0x50) << shift
            shift += 5
        }
        return number
    }

    mutating func text() -> String {
        let count = min(number(), bytes.count - at)
        defer { at += count }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[at..<(at + count)]), as: UTF8.self)
    }

    mutating func flag() -> Bool {
        number() != 0
    }

    mutating func list<Element>(_ element: (inout Self) -> Element) -> [Element] {
        (0..<number()).map { _ in element(&self) }
    }

    mutating func optionalText() -> String? {
        flag() ? text() : nil
    }
}
