/// Passes over JavaScript and JSX as MDX has it, so far as that is needed to tell where a brace closes: strings, templates,
/// comments and regular expressions hold brackets of their own.
struct Script {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var at: Int
    /// The braces and templates that are open, by their first byte, with how many other brackets were open before each.
    private var open: [(mark: UInt8, brackets: Int)] = []
    /// How many brackets that are no braces are open within the innermost brace.
    private var brackets = 0
    /// The last byte that is neither space nor comment.
    private(set) var last: UInt8 = 0

    init(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        at = start
    }

    /// The offset behind the brace that closes the one at an offset; nil when none does.
    static func endOfBraces(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var script = Script(at: start, in: bytes)
        repeat { script.step() } while !script.isClosed && script.at < bytes.count
        return script.isClosed ? script.at : nil
    }

    /// Whether every bracket and every template is closed.
    var isClosed: Bool { open.isEmpty && brackets == 0 }

    /// Passes a byte, or all of a string, a comment or a regular expression.
    mutating func step() {
        let byte = bytes[at]
        if open.last?.mark == UInt8(ascii: "`") {
            stepInTemplate(byte)
            return
        }
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "`"): push(byte)
        case UInt8(ascii: "}"): if !open.isEmpty { pop() }
        case UInt8(ascii: "("), UInt8(ascii: "["): brackets += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"): brackets = max(0, brackets - 1)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            // An apostrophe in the text of an element is no string: one ends in its line.
            if let end = endInLine(of: byte, from: at + 1) { at = end }
        case UInt8(ascii: "/"):
            if let end = endOfComment() {
                at = end
                return
            }
            if Self.beforeExpression.contains(last), let end = endInLine(of: byte, from: at + 1) { at = end }
        default: break
        }
        if !HTMLTag.isSpace(byte) { last = byte }
        at += 1
    }

    private mutating func stepInTemplate(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\\"): at += 1
        case UInt8(ascii: "`"): pop()
        case UInt8(ascii: "$") where at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "{"):
            push(UInt8(ascii: "{"))
            at += 1
        default: break
        }
        last = byte
        at = min(at + 1, bytes.count)
    }

    private mutating func push(_ mark: UInt8) {
        open.append((mark, brackets))
        brackets = 0
    }

    /// Closes the innermost brace or template. What is left open within is text of an element.
    private mutating func pop() {
        brackets = open.popLast()?.brackets ?? 0
    }

    /// Where a string or a regular expression ends within its line.
    private func endInLine(of mark: UInt8, from start: Int) -> Int? {
        var end = start
        var isInClass = false
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
            switch bytes[end] {
            case mark where !isInClass: return end
            case UInt8(ascii: "\\"): end += 1
            case UInt8(ascii: "[") where mark == UInt8(ascii: "/"): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            default: break
            }
            end += 1
        }
        return nil
    }

    /// The end of `//` up to the end of its line, an address excepted, or of `/* */`.
    private func endOfComment() -> Int? {
        guard at + 1 < bytes.count else { return nil }
        if bytes[at + 1] == UInt8(ascii: "/"), at == 0 || bytes[at - 1] != UInt8(ascii: ":") {
            return bytes[at...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        }
        guard bytes[at + 1] == UInt8(ascii: "*") else { return nil }
        var end = at + 2
        while end + 1 < bytes.count, bytes[end] != UInt8(ascii: "*") || bytes[end + 1] != UInt8(ascii: "/") { end += 1 }
        return min(end + 2, bytes.count)
    }

    /// Behind these a slash starts a regular expression and divides nothing.
    private static let beforeExpression = Set("(,=:[!&|?{};".utf8)
}
