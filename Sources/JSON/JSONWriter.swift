import Diagnostics

/// Writes JSON (RFC 8259) with its keys in the order they come, indented by two spaces. What a terminal would act on is
/// escaped.
package struct JSONWriter: Sendable {
    /// A value that holds others.
    package enum Container: Sendable {
        case object, array
    }

    private var bytes: [UInt8] = []
    private var depth: Int
    private var isFirst = true

    /// `depth` is in how many containers the value stands that is written.
    package init(depth: Int = 0) {
        self.depth = depth
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// What has been written since the last time.
    package mutating func take() -> String {
        defer { bytes.removeAll(keepingCapacity: bytes.count < Self.mostKept) }
        return text
    }

    /// In bytes. More room than this is given back.
    private static let mostKept = 1 << 16

    package mutating func object(_ body: (inout Self) -> Void) {
        open(.object)
        body(&self)
        close(.object)
    }

    package mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout Self, Element) -> Void) {
        open(.array)
        for item in elements { element { body(&$0, item) } }
        close(.array)
    }

    /// Starts a container that is written piece by piece.
    package mutating func open(_ container: Container) {
        write(container == .object ? "{" : "[")
        depth += 1
        isFirst = true
    }

    /// Ends the container that was opened last.
    package mutating func close(_ container: Container) {
        depth -= 1
        if !isFirst { newLine() }
        isFirst = false
        write(container == .object ? "}" : "]")
    }

    /// A value of an array, which `body` writes.
    package mutating func element(_ body: (inout Self) -> Void) {
        separate()
        body(&self)
    }

    /// A value that another writer has written, for this depth.
    package mutating func append(_ other: Self) {
        bytes += other.bytes
    }

    /// A key whose value `body` writes.
    package mutating func key(_ name: String, _ body: (inout Self) -> Void) {
        separate()
        string(name)
        write(": ")
        body(&self)
    }

    package mutating func key(_ name: String, _ value: String) {
        key(name) { $0.string(value) }
    }

    package mutating func key(_ name: String, _ value: Int) {
        key(name) { $0.number(value) }
    }

    package mutating func key(_ name: String, _ value: Bool) {
        key(name) { $0.write(value ? "true" : "false") }
    }

    package mutating func number(_ value: Int) {
        write(String(value))
    }

    package mutating func string(_ value: String) {
        write("\"")
        var value = value
        value.withUTF8 { utf8 in
            var start = 0
            for at in utf8.indices where Self.mayNeedEscape(utf8[at]) {
                guard let (escape, length) = Self.escape(at, in: utf8) else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<at]))
                write(escape)
                start = at + length
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
        write("\"")
    }

    /// Whether a byte stands for a character that is escaped, or begins one that may be.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte >= 0xC0
    }

    /// How the character at an offset is escaped, and its length in bytes; nil when it stands for itself.
    private static func escape(_ at: Int, in utf8: UnsafeBufferPointer<UInt8>) -> (escape: String, length: Int)? {
        switch utf8[at] {
        case UInt8(ascii: "\""): return ("\\\"", 1)
        case UInt8(ascii: "\\"): return ("\\\\", 1)
        case 0x0A: return ("\\n", 1)
        case 0x0D: return ("\\r", 1)
        case 0x09: return ("\\t", 1)
        default:
            guard let scalar = String(decoding: utf8[at...].prefix(4), as: UTF8.self).unicodeScalars.first,
                VisibleText.isInvisible(scalar) else { return nil }
            let digits = String(scalar.value, radix: 16)
            return ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits, UTF8.width(scalar))
        }
    }

    private mutating func write(_ text: String) {
        bytes += text.utf8
    }

    private mutating func separate() {
        if !isFirst { write(",") }
        isFirst = false
        newLine()
    }

    private mutating func newLine() {
        write("\n")
        bytes += repeatElement(0x20, count: depth * 2)
    }
}
