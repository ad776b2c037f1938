import SourceText

/// Reads the keys and values of TOML front matter line by line: tables, dotted and quoted keys, strings, inline tables.
/// Arrays and strings over several lines are passed over.
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
        var openString: String?
        for line in lines {
            let range = file.lines.range(ofLine: line, in: file.bytes)
            let text = file.text(range)
            if let quotes = openString {
                if text.contains(quotes) { openString = nil }
                continue
            }
            let content = Self.trim(text[...])
            if content.isEmpty || content.first == "#" { continue }
            let isRead = content.first == "[" ? readTable(content) : readValue(content, in: text, at: range.lower)
            if isFirst, !isRead { isTOML = false }
            isFirst = false
            openString = ["\"\"\"", "'''"].first { text.ranges(of: $0).count == 1 }
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
        let isQuoted = scalar.first == "\"" || scalar.first == "'"
        fields.append(FrontMatterField(
            keys: table + keys, value: String(isQuoted ? scalar.dropFirst().dropLast() : scalar),
            range: SourceRange(lower, lower + scalar.utf8.count)))
        return true
    }

    /// The keys of a dotted key, without quotation marks.
    private static func keys(_ text: Substring) -> [String] {
        text.split(separator: ".").map { key in trim(key).filter { $0 != "\"" && $0 != "'" } }
    }

    /// A string with its quotation marks, or what stands before a comment.
    private static func scalar(_ value: Substring) -> Substring {
        guard let quote = value.first, quote == "\"" || quote == "'" else { return trim(value.prefix { $0 != "#" }) }
        guard let end = value.dropFirst().firstIndex(of: quote) else { return value }
        return value[...end]
    }

    private static func trim(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
