import MarkedYAML
import SourceText

/// Reads the keys and values of TOML front matter line by line: tables, dotted and quoted keys, strings, inline tables,
/// strings over several lines. Arrays are passed over.
struct TOMLFields {
    private(set) var fields: [FrontMatterField] = []
    /// Whether the first line that says something is a table or a key with a value; true when no line does.
    private(set) var isTOML = true

    private let file: SourceFile
    private var table: [String] = []

    /// Reads whole lines of a file, counted from 0.
    init(of file: SourceFile, lines: Range<Int>) {
        self.file = file
        var isFirst = true
        var openString: (quotes: String, keys: [String], start: Int)?
        for line in lines {
            let range = file.lines.range(ofLine: line, in: file.bytes)
            let text = file.text(range)
            if let open = openString {
                guard let end = text.firstRange(of: open.quotes)?.upperBound else { continue }
                let upper = range.lower + text.utf8.distance(from: text.startIndex, to: end)
                add(open.keys, SourceRange(open.start, upper), quotes: 3)
                openString = nil
                continue
            }
            let content = Self.trim(text[...])
            if content.isEmpty || content.first == "#" { continue }
            let isRead = content.first == "[" ? readTable(content) : readValue(content, in: text, at: range.lower)
            if isFirst, !isRead { isTOML = false }
            isFirst = false
            let quotes = ["\"\"\"", "'''"].first { text.ranges(of: $0).count == 1 }
            guard let quotes, let field = fields.popLast() else { continue }
            openString = (quotes, field.keys, field.range.lower)
        }
    }

    private mutating func readTable(_ content: Substring) -> Bool {
        table = Self.keys(content.prefix { $0 != "]" }.drop { $0 == "[" })
        return true
    }

    private mutating func readValue(_ content: Substring, in line: String, at offset: Int, under keys: [String] = []) -> Bool {
        guard let equals = content.firstIndex(of: "=") else { return false }
        let keys = keys + Self.keys(content[..<equals])
        let value = Self.trim(content[content.index(after: equals)...])
        if value.first == "{" {
            for part in value.dropFirst().prefix(while: { $0 != "}" }).split(separator: ",") {
                _ = readValue(Self.trim(part), in: line, at: offset, under: keys)
            }
            return true
        }
        let scalar = Self.scalar(value)
        let lower = offset + line.utf8.distance(from: line.startIndex, to: scalar.startIndex)
        add(table + keys, SourceRange(lower, lower + scalar.utf8.count), quotes: scalar.first == "\"" || scalar.first == "'" ? 1 : 0)
        return true
    }

    private mutating func add(_ keys: [String], _ range: SourceRange, quotes: Int) {
        let inside = SourceRange(range.lower + quotes, max(range.lower + quotes, range.upper - quotes))
        fields.append(FrontMatterField(keys: keys, value: file.text(inside), range: range, isTOML: true))
    }

    /// What stands under `attune`, but for the declaration, as a tree.
    var settings: MarkedNode? {
        let own = fields.filter { $0.keys.count > 1 && $0.keys[0] == "attune" }
        guard let first = own.first, let last = own.last else { return nil }
        return AIDeclaration.removed(from: Self.map(own, depth: 1, SourceRange(first.range.lower, last.range.upper)))
    }

    private static func map(_ fields: [FrontMatterField], depth: Int, _ range: SourceRange) -> MarkedNode {
        var keys: [String] = []
        for field in fields where !keys.contains(field.keys[depth]) { keys.append(field.keys[depth]) }
        let entries = keys.map { key in
            let under = fields.filter { $0.keys[depth] == key }
            let leaf = under.first { $0.keys.count == depth + 1 }
            let value = leaf.map { MarkedNode(value: .scalar($0.value), range: $0.range) } ?? map(under, depth: depth + 1, under[0].range)
            return MarkedNode.Entry(key: key, keyRange: under[0].range, value: value)
        }
        return MarkedNode(value: .map(entries), range: range)
    }

    /// The keys of a dotted key, without quotation marks.
    private static func keys(_ text: Substring) -> [String] {
        text.split(separator: ".").map { key in trim(key).filter { $0 != "\"" && $0 != "'" } }
    }

    /// A string with its quotation marks, or what stands before a comment.
    private static func scalar(_ value: Substring) -> Substring {
        guard let quote = value.first, quote == "\"" || quote == "'" else { return trim(value.prefix { $0 != "#" }) }
        var isEscaped = false
        for index in value.indices.dropFirst() {
            if value[index] == quote, !isEscaped { return value[...index] }
            isEscaped = quote == "\"" && value[index] == "\\" && !isEscaped
        }
        return value
    }

    private static func trim(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
