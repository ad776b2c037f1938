import Diagnostics
import MarkedYAML
import SourceText

/// Reads TOML (1.0) into nodes that know where they stand: tables, arrays, strings of all four kinds; other values as written.
///
/// It reads until something is wrong, and keeps what it has read up to there.
struct TOMLReader {
    private static let deepest = 64

    /// A table while it grows; the first value of a key counts.
    private final class Table {
        var entries: [(key: String, range: Range<Int>, value: Value)] = []
        var indices: [String: Int] = [:]
        let start: Int

        init(start: Int) { self.start = start }

        func add(_ key: String, _ range: Range<Int>, _ value: Value) {
            if indices[key] != nil { return }
            indices[key] = entries.count
            entries.append((key, range, value))
        }
    }

    /// The tables of a name in double brackets, at least one.
    private final class Tables {
        var list: [Table]

        init(_ first: Table) { list = [first] }
    }

    private enum Value {
        case scalar(String, Range<Int>)
        case list([Value], Range<Int>)
        case table(Table)
        case tables(Tables)
    }

    private struct Problem: Error {
        let message: String
        let offset: Int
    }

    private let bytes: ArraySlice<UInt8>
    private var at: Int
    private let root: Table
    private var table: Table
    /// What is wrong, and where in the file.
    private(set) var problem: (message: String, offset: Int)?
    /// Whether the first thing that it says is a table or a key with a value, or it says nothing.
    private(set) var isTOML = true

    /// Reads a stretch of a file.
    init(_ file: SourceFile, _ range: SourceRange) {
        bytes = file.bytes[range.indices]
        at = bytes.startIndex
        root = Table(start: at)
        table = root
        skipBlank()
        let first = at
        do throws(Problem) {
            while at < bytes.endIndex {
                try readLine()
                skipBlank()
            }
        } catch {
            problem = (error.message, min(error.offset, max(range.lower, range.upper - 1)))
            isTOML = bytes[first] == UInt8(ascii: "[") ? root.entries.first != nil : Self.hasEquals(bytes[first...])
        }
    }

    private static func hasEquals(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.prefix { $0 != 0x0A && $0 != 0x0D }.contains(UInt8(ascii: "="))
    }

    /// All that was read.
    var node: MarkedNode { Self.node(root) }

    private static func node(_ table: Table) -> MarkedNode {
        let entries = table.entries.map { entry in
            MarkedNode.Entry(key: entry.key, keyRange: SourceRange(entry.range), value: node(entry.value))
        }
        let lower = entries.first.map { min($0.keyRange.lower, $0.value.range.lower) } ?? table.start
        let upper = entries.last?.value.range.upper ?? table.start
        return MarkedNode(value: .map(entries), range: SourceRange(lower, max(lower, upper)))
    }

    private static func node(_ value: Value) -> MarkedNode {
        switch value {
        case .scalar(let text, let range): MarkedNode(value: .scalar(text), range: SourceRange(range))
        case .list(let items, let range): MarkedNode(value: .list(items.map(node)), range: SourceRange(range))
        case .table(let table): node(table)
        case .tables(let tables):
            MarkedNode(value: .list(tables.list.map(node)), range: SourceRange(tables.list[0].start, tables.list[tables.list.count - 1].start))
        }
    }

    // MARK: Lines

    private mutating func readLine() throws(Problem) {
        if byte == UInt8(ascii: "[") { try readHeader() } else { try readPair(into: table, depth: 0) }
        skipSpace()
        if byte == UInt8(ascii: "#") { skipComment() }
        guard byte == nil || byte == 0x0A || byte == 0x0D else { throw problem("a value is followed by something else in its line") }
    }

    /// `[table]` or `[[table]]`.
    private mutating func readHeader() throws(Problem) {
        let start = at
        at += 1
        let isList = byte == UInt8(ascii: "[")
        if isList { at += 1 }
        let keys = try readKeys()
        for _ in 0..<(isList ? 2 : 1) {
            guard byte == UInt8(ascii: "]") else { throw problem("the name of a table is not closed") }
            at += 1
        }
        guard let last = keys.last else { throw problem("a table has no name") }
        let holder = try descend(keys.dropLast(), from: root)
        if !isList {
            table = try descend([last], from: holder)
            return
        }
        let new = Table(start: start)
        if let index = holder.indices[last.key] {
            guard case .tables(let tables) = holder.entries[index].value else { throw problem("“\(last.key)” is no list of tables") }
            tables.list.append(new)
        } else {
            holder.add(last.key, last.range, .tables(Tables(new)))
        }
        table = new
    }

    /// `key = value`, `a.b = value`.
    private mutating func readPair(into table: Table, depth: Int) throws(Problem) {
        let keys = try readKeys()
        guard byte == UInt8(ascii: "="), let last = keys.last else { throw problem("a key has no value") }
        at += 1
        skipSpace()
        let value = try readValue(depth: depth)
        try descend(keys.dropLast(), from: table).add(last.key, last.range, value)
    }

    private func descend(_ keys: some Sequence<(key: String, range: Range<Int>)>, from start: Table) throws(Problem) -> Table {
        var table = start
        for (key, range) in keys {
            guard let index = table.indices[key] else {
                let new = Table(start: range.lowerBound)
                table.add(key, range, .table(new))
                table = new
                continue
            }
            switch table.entries[index].value {
            case .table(let next): table = next
            case .tables(let tables): table = tables.list[tables.list.count - 1]
            case .scalar, .list: throw Problem(message: "“\(key)” has a value already and is no table", offset: range.lowerBound)
            }
        }
        return table
    }

    /// `a."b c".d`, with the space behind it.
    private mutating func readKeys() throws(Problem) -> [(key: String, range: Range<Int>)] {
        var keys: [(key: String, range: Range<Int>)] = []
        while true {
            skipSpace()
            let start = at
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                let text = try readString()
                keys.append((text, start..<at))
            } else {
                while let byte, Self.isBare(byte) { at += 1 }
                guard at > start else { throw problem("a key is missing") }
                keys.append((String(decoding: bytes[start..<at], as: UTF8.self), start..<at))
            }
            guard keys.count <= Self.deepest else { throw problem("nested more than \(Self.deepest) levels deep") }
            skipSpace()
            guard byte == UInt8(ascii: ".") else { return keys }
            at += 1
        }
    }

    // MARK: Values

    private mutating func readValue(depth: Int) throws(Problem) -> Value {
        guard depth < Self.deepest else { throw problem("nested more than \(Self.deepest) levels deep") }
        let start = at
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let text = try readString()
            return .scalar(text, start..<at)
        case UInt8(ascii: "["):
            at += 1
            var items: [Value] = []
            while true {
                skipBlank()
                if byte == UInt8(ascii: "]") { break }
                items.append(try readValue(depth: depth + 1))
                skipBlank()
                if byte == UInt8(ascii: ",") { at += 1 } else { break }
            }
            guard byte == UInt8(ascii: "]") else { throw Problem(message: "a list is not closed", offset: start) }
            at += 1
            return .list(items, start..<at)
        case UInt8(ascii: "{"):
            at += 1
            let table = Table(start: start)
            while true {
                skipBlank()
                if byte == UInt8(ascii: "}") { break }
                try readPair(into: table, depth: depth + 1)
                skipBlank()
                if byte == UInt8(ascii: ",") { at += 1 } else { break }
            }
            guard byte == UInt8(ascii: "}") else { throw Problem(message: "a table is not closed", offset: start) }
            at += 1
            return .table(table)
        default:
            while let byte, !",]}#\n\r".utf8.contains(byte) { at += 1 }
            let text = bytes[start..<at]
            let end = (text.lastIndex { !Self.isSpace($0) } ?? start - 1) + 1
            guard end > start else { throw problem("a value is missing") }
            return .scalar(String(decoding: bytes[start..<end], as: UTF8.self), start..<end)
        }
    }

    /// A string with its quotation marks, over lines where there are three of them. What stands between them, as written.
    private mutating func readString() throws(Problem) -> String {
        let start = at
        let mark = bytes[start]
        let isLong = bytes[start...].starts(with: [mark, mark, mark])
        let count = isLong ? 3 : 1
        at += count
        while at < bytes.endIndex {
            let byte = bytes[at]
            if byte == mark, bytes[at...].starts(with: repeatElement(mark, count: count)) {
                // Two more may stand before those that close it.
                var extra = 0
                while isLong, extra < 2, at + count + extra < bytes.endIndex, bytes[at + count + extra] == mark { extra += 1 }
                let text = String(decoding: bytes[(start + count)..<(at + extra)], as: UTF8.self)
                at += count + extra
                return text
            }
            if !isLong, byte == 0x0A || byte == 0x0D { break }
            at += byte == UInt8(ascii: "\\") && mark == UInt8(ascii: "\"") ? 2 : 1
        }
        throw Problem(message: "a string is not closed", offset: start)
    }

    // MARK: Bytes

    private var byte: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

    private func problem(_ message: String) -> Problem { Problem(message: message, offset: at) }

    private mutating func skipSpace() {
        while let byte, Self.isSpace(byte) { at += 1 }
    }

    private mutating func skipComment() {
        while let byte, byte != 0x0A, byte != 0x0D { at += 1 }
    }

    /// Passes space, line endings and comments.
    private mutating func skipBlank() {
        while let byte {
            if byte == UInt8(ascii: "#") { skipComment() } else if Self.isSpace(byte) || byte == 0x0A || byte == 0x0D { at += 1 } else { return }
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        HTMLTag.isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}
