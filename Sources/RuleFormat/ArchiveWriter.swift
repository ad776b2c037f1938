/// Writes the flat form in which compiled rules are embedded: numbers and strings one after the other.
///
/// The bytes are valid UTF-8 without control characters in numbers, so that they can stand in a string literal: a number
/// is written in groups of five bits, lowest first, in the characters from `0`; all groups but the last are 32 higher.
package struct ArchiveWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func write(_ number: Int) {
        var rest = number
        while rest > 31 {
            bytes.append(0x50 + UInt8(rest & 31))
            rest >>= 5
        }
        bytes.append(0x30 + UInt8(rest))
    }

    package mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes += text.utf8
    }

    package mutating func write(_ flag: Bool) {
        write(flag ? 1 : 0)
    }

    /// Numbers that mostly grow, as their differences.
    package mutating func write(column: [UInt32]) {
        write(column.count)
        var last = 0
        for number in column {
            let difference = Int(number) - last
            write(difference < 0 ? -difference * 2 - 1 : difference * 2)
            last = Int(number)
        }
    }

    package mutating func write<Element>(_ list: [Element], _ element: (inout Self, Element) -> Void) {
        write(list.count)
        for item in list { element(&self, item) }
    }

    package mutating func write(optional text: String?) {
        write(text != nil)
        if let text { write(text) }
    }
}
