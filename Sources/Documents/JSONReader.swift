import Diagnostics
import MarkedYAML
import SourceText

/// Reads a JSON object into nodes that know where they stand. Strings are decoded; other values are text, as written. A comma
/// may stand behind the last value.
struct JSONReader {
    private static let deepest = 64

    private let file: SourceFile
    private let end: Int
    private var at: Int

    static func read(_ file: SourceFile, _ range: SourceRange) throws(Diagnostic) -> MarkedNode {
        var reader = JSONReader(file: file, end: range.upper, at: range.lower)
        let node = try reader.value(depth: 0)
        reader.skipSpace()
        if reader.at < reader.end { throw reader.failure("something stands behind the object") }
        return node
    }

    private init(file: SourceFile, end: Int, at: Int) {
        self.file = file
        self.end = end
        self.at = at
    }

    private var byte: UInt8? { at < end ? file.bytes[at] : nil }

    private func failure(_ message: String) -> Diagnostic {
        Diagnostic(path: file.path, position: file.position(of: at), message: "not valid JSON: \(message)")
    }

    private mutating func skipSpace() {
        while let byte, HTMLTag.isSpace(byte) { at += 1 }
    }

    private mutating func value(depth: Int) throws(Diagnostic) -> MarkedNode {
        if depth > Self.deepest { throw failure("nested more than \(Self.deepest) levels deep") }
        skipSpace()
        let start = at
        switch byte {
        case UInt8(ascii: "{"):
            var entries: [MarkedNode.Entry] = []
            try items(upTo: UInt8(ascii: "}")) { reader throws(Diagnostic) in
                let keyStart = reader.at
                guard reader.byte == UInt8(ascii: "\"") else { throw reader.failure("a key is missing") }
                let key = try reader.string()
                let keyRange = SourceRange(keyStart, reader.at)
                reader.skipSpace()
                guard reader.byte == UInt8(ascii: ":") else { throw reader.failure("a key has no value") }
                reader.at += 1
                entries.append(MarkedNode.Entry(key: key, keyRange: keyRange, value: try reader.value(depth: depth + 1)))
            }
            return MarkedNode(value: .map(entries), range: SourceRange(start, at))
        case UInt8(ascii: "["):
            var list: [MarkedNode] = []
            try items(upTo: UInt8(ascii: "]")) { reader throws(Diagnostic) in list.append(try reader.value(depth: depth + 1)) }
            return MarkedNode(value: .list(list), range: SourceRange(start, at))
        case UInt8(ascii: "\""):
            let text = try string()
            return MarkedNode(value: .scalar(text), range: SourceRange(start, at))
        default:
            while let byte, HTMLTag.isLetter(byte) || (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte) { at += 1 }
            if at == start { throw failure("a value is missing") }
            let text = file.text(SourceRange(start, at))
            return MarkedNode(value: .scalar(text == "null" ? "" : text), range: SourceRange(start, at))
        }
    }

    /// Reads what stands between brackets, commas between.
    private mutating func items(upTo closing: UInt8, _ item: (inout JSONReader) throws(Diagnostic) -> Void) throws(Diagnostic) {
        repeat {
            at += 1
            skipSpace()
            if byte == closing { break }
            try item(&self)
            skipSpace()
        } while byte == UInt8(ascii: ",")
        guard byte == closing else { throw failure("“\(Character(Unicode.Scalar(closing)))” or a comma is missing") }
        at += 1
    }

    private mutating func string() throws(Diagnostic) -> String {
        var text: [UInt8] = []
        at += 1
        while let byte, byte != UInt8(ascii: "\"") {
            if byte == 0x0A || byte == 0x0D { break }
            if byte == UInt8(ascii: "\\"), let escape = EscapedCharacter(at: at, upTo: end, in: file.bytes) {
                text += escape.text.utf8
                at += escape.length
            } else {
                text.append(byte)
                at += 1
            }
        }
        guard byte == UInt8(ascii: "\"") else { throw failure("a string is not closed") }
        at += 1
        return String(decoding: text, as: UTF8.self)
    }
}
