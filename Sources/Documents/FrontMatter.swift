import Diagnostics
package import MarkedYAML
package import SourceText

/// The settings block at the top of a draft: YAML between `---` lines, TOML between `+++` lines, or a JSON object that
/// opens with `{` on a line of its own.
///
/// A draft may open with a thematic break as well. So the block must be empty or a map of keys and values; what looks like
/// one by its first line but cannot be parsed is front matter too, and a notice says so.
package struct FrontMatter: Sendable {
    /// The whole block, both fences included.
    package let range: SourceRange
    /// Where the draft declares that AI helped to write it.
    package let aiDeclaration: SourceRange?
    /// The language that it says the draft is in.
    package let language: DeclaredLanguage?
    /// What stands under `attune` but for the declaration: settings for this draft alone.
    package let settings: MarkedNode?
    /// In order.
    let fields: [FrontMatterField]
    /// What in it could not be read or understood, in its order.
    package let notices: [ReadingNotice]

    /// The front matter of a draft, if it has one.
    package init?(of file: SourceFile) {
        let bytes = file.bytes
        let start = SourceFile.byteOrderMarkLength(bytes)
        let first = SourceRange(start, max(start, file.lines.range(ofLine: 0, in: bytes).upper))
        let found = switch Self.trimmed(bytes, first) {
        case Array("---".utf8)[...]: Self.yaml(file)
        case Array("+++".utf8)[...]: Self.toml(file)
        case Array("{".utf8)[...]: Self.json(file, from: start)
        default: nil as Found?
        }
        guard let found else { return nil }
        range = SourceRange(0, found.end)
        fields = found.fields
        language = found.fields.first { Self.languageKeys.contains($0.keys.joined(separator: ".").lowercased()) }
            .flatMap { DeclaredLanguage($0.value, at: $0.range.lower) }
        settings = found.settings
        let declaration = AIDeclaration(in: found.fields)
        aiDeclaration = declaration.range
        notices = found.notices + declaration.notices
    }

    /// In lower case; the last is Hugo's.
    private static let languageKeys = ["lang", "language", "languagecode"]

    private struct Found {
        var fields: [FrontMatterField] = []
        var settings: MarkedNode?
        var notices: [ReadingNotice] = []
        /// Where the block ends, its last line ending included.
        let end: Int
    }

    private static func yaml(_ file: SourceFile) -> Found? {
        guard let closing = closingLine(of: file, "---") else { return nil }
        let inside = SourceRange(file.lines.start(ofLine: 1), file.lines.start(ofLine: closing))
        return map(file, inside, end: end(of: file, line: closing), isMeant: opensWithKey(file.bytes[inside.indices])) { () throws(Diagnostic) in
            try MarkedYAML.parse(file, inside)
        }
    }

    private static func toml(_ file: SourceFile) -> Found? {
        guard let closing = closingLine(of: file, "+++") else { return nil }
        let inside = SourceRange(file.lines.start(ofLine: 1), file.lines.start(ofLine: closing))
        let toml = TOMLReader(file, inside)
        guard toml.isTOML else { return nil }
        let notices = toml.problem.map { problem in
            [ReadingNotice(offset: problem.offset, message: "what follows in the front matter, and any AI declaration in it, is not read: \(problem.message)")]
        }
        let fields = FrontMatterField.all(in: toml.node).map { field in
            var field = field
            field.isTOML = true
            return field
        }
        return Found(fields: fields, settings: settings(in: toml.node), notices: notices ?? [], end: end(of: file, line: closing))
    }

    private static func json(_ file: SourceFile, from start: Int) -> Found? {
        guard let close = closingBrace(file.bytes, from: start) else { return nil }
        let line = file.lines.line(containing: close)
        let rest = SourceRange(close + 1, file.lines.range(ofLine: line, in: file.bytes).upper)
        let first = file.bytes[(start + 1)...].first { !isSpace($0) }
        guard trimmed(file.bytes, rest).isEmpty, first == 0x22 || first == 0x7D else { return nil }
        let end = end(of: file, line: line)
        let inside = SourceRange(start, close + 1)
        return map(file, inside, end: end, isMeant: true) { () throws(Diagnostic) in try JSONReader.read(file, inside) }
    }

    /// What stands under `attune`, but for the declaration; nil when nothing does.
    private static func settings(in root: MarkedNode) -> MarkedNode? {
        guard let settings = root["attune"] else { return nil }
        if let text = settings.scalar, ["", "~", "null"].contains(text.lowercased()) { return nil }
        return AIDeclaration.removed(from: settings)
    }

    /// A map, nothing at all, or what was meant as a map and is none.
    private static func map(
        _ file: SourceFile, _ inside: SourceRange, end: Int, isMeant: @autoclosure () -> Bool, _ parse: () throws(Diagnostic) -> MarkedNode?
    ) -> Found? {
        do throws(Diagnostic) {
            guard let root = try parse() else { return Found(end: end) }
            guard case .map = root.value else { return nil }
            return Found(fields: FrontMatterField.all(in: root), settings: settings(in: root), end: end)
        } catch {
            guard isMeant() else { return nil }
            let place = min(error.position?.offset ?? inside.lower, max(inside.lower, inside.upper - 1))
            let message = "front matter, and any AI declaration in it, is not read: \(error.message)"
            return Found(notices: [ReadingNotice(offset: place, message: message)], end: end)
        }
    }

    /// The line of the second fence, counted from 0.
    private static func closingLine(of file: SourceFile, _ fence: String) -> Int? {
        (1..<max(1, file.lines.count)).first {
            trimmed(file.bytes, file.lines.range(ofLine: $0, in: file.bytes)).elementsEqual(fence.utf8)
        }
    }

    private static func end(of file: SourceFile, line: Int) -> Int {
        line + 1 < file.lines.count ? file.lines.start(ofLine: line + 1) : file.bytes.count
    }

    /// Where the brace stands that closes the one at `start`; braces in strings do not count.
    private static func closingBrace(_ bytes: [UInt8], from start: Int) -> Int? {
        var depth = 0
        var inString = false
        var at = start
        while at < bytes.count {
            switch bytes[at] {
            case 0x5C where inString: at += 1
            case 0x22: inString.toggle()
            case 0x7B where !inString: depth += 1
            case 0x7D where !inString:
                depth -= 1
                if depth == 0 { return at }
            default: break
            }
            at += 1
        }
        return nil
    }

    /// Whether the first line that is neither blank nor a comment starts as `key:`.
    private static func opensWithKey(_ bytes: ArraySlice<UInt8>) -> Bool {
        let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
        guard let line = lines.first(where: { $0.first { !isSpace($0) } ?? 0x23 != 0x23 }) else { return false }
        let key = line.prefix { $0 != 0x3A }
        let after = line[key.endIndex...].dropFirst()
        guard key.endIndex < line.endIndex, !key.isEmpty, after.first.map(isSpace) ?? true else { return false }
        return key.allSatisfy { $0 == 0x2D || $0 == 0x5F || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
    }

    /// A line without space at its end.
    private static func trimmed(_ bytes: [UInt8], _ range: SourceRange) -> ArraySlice<UInt8> {
        var line = bytes[range.indices]
        while let last = line.last, isSpace(last) { line.removeLast() }
        return line
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
