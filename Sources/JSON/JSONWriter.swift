import Diagnostics

/// Writes JSON (RFC 8259) with its keys in the order they come, indented by two spaces. What a terminal would act on is
/// escaped.
package struct JSONWriter {
    package private(set) var text = ""
    private var depth = 0
    private var isFirst = true

    package init() {}

    package mutating func object(_ body: (inout Self) -> Void) {
        nest("{", "}", body)
    }

    package mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout Self, Element) -> Void) {
        nest("[", "]") { writer in
            for element in elements {
                writer.separate()
                body(&writer, element)
            }
        }
    }

    /// A key whose value `body` writes.
    package mutating func key(_ name: String, _ body: (inout Self) -> Void) {
        separate()
        string(name)
        text += ": "
        body(&self)
    }

    package mutating func key(_ name: String, _ value: String) {
        key(name) { $0.string(value) }
    }

    package mutating func key(_ name: String, _ value: Int) {
        key(name) { $0.number(value) }
    }

    package mutating func key(_ name: String, _ value: Bool) {
        key(name) { $0.text += value ? "true" : "false" }
    }

    package mutating func number(_ value: Int) {
        text += String(value)
    }

    package mutating func string(_ value: String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where VisibleText.isInvisible(scalar):
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    private mutating func nest(_ open: String, _ close: String, _ body: (inout Self) -> Void) {
        text += open
        depth += 1
        isFirst = true
        body(&self)
        depth -= 1
        if !isFirst { newLine() }
        isFirst = false
        text += close
    }

    private mutating func separate() {
        if !isFirst { text += "," }
        isFirst = false
        newLine()
    }

    private mutating func newLine() {
        text += "\n" + String(repeating: "  ", count: depth)
    }
}
