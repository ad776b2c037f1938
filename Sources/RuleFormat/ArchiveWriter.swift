/// Writes a record in the flat form in which it is archived: numbers and strings one after the other.
///
/// The bytes are valid UTF-8 without control characters in numbers, so that they can stand in a string literal: a number
/// is written in groups of five bits, lowest first, in the characters from `0`; all groups but the last are 32 higher.
struct ArchiveWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: Int) {
        var rest = number
        while rest > 31 {
            bytes.append(0x50 + UInt8(rest & 31))
            rest >>= 5
        }
        bytes.append(0x30 + UInt8(rest))
    }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes += text.utf8
    }

    mutating func write(_ flag: Bool) {
        write(flag ? 1 : 0)
    }

    mutating func write<Element>(_ list: [Element], _ element: (inout Self, Element) -> Void) {
        write(list.count)
        for item in list { element(&self, item) }
    }

    mutating func write(optional text: String?) {
        write(text != nil)
        if let text { write(text) }
    }
}
