import SourceText

/// Reads plain text: paragraphs between blank lines, or, where a file has no blank line between them, one to a line.
///
/// A short line that ends like a heading and is followed by more text is read as a heading; a line that starts with a
/// bullet or a number is a list item.
enum PlainTextReader {
    private static let longestHeading = 12

    static func read(_ file: SourceFile) -> Document {
        let frontMatter = FrontMatter(of: file)
        let start = frontMatter?.range.upper ?? SourceFile.byteOrderMarkLength(file.bytes)
        let lines = contentLines(of: file, from: start)
        let paragraphs = paragraphs(lines)
        var builder = DocumentBuilder()
        var leadIn: Int?
        var previous: Int?
        for (index, paragraph) in paragraphs.enumerated() {
            for items in splitItems(paragraph, in: file) {
                let bullet = bulletLength(file.bytes, items[0])
                for (number, line) in items.enumerated() {
                    if number > 0 { builder.substitute(" ", for: SourceRange(items[number - 1].upper, line.lower)) }
                    let from = line.lower + (number == 0 ? bullet : 0)
                    append(file, SourceRange(from, max(from, line.upper)), to: &builder)
                }
                if bullet > 0 {
                    if leadIn == nil { leadIn = previous }
                    builder.endBlock(.listItem, leadIn: leadIn)
                } else {
                    let isHeading = items.count == 1 && index + 1 < paragraphs.count && looksLikeHeading(file, items[0])
                    leadIn = nil
                    previous = builder.endBlock(isHeading ? .heading(level: 2) : .paragraph)
                }
            }
        }
        return builder.document(frontMatter: frontMatter)
    }

    /// The lines from an offset on, trimmed of space at both ends; blank lines are empty.
    private static func contentLines(of file: SourceFile, from start: Int) -> [SourceRange] {
        var lines: [SourceRange] = []
        for number in file.lines.line(containing: start)..<file.lines.count {
            let line = file.lines.range(ofLine: number, in: file.bytes)
            var lower = max(line.lower, start)
            var upper = max(line.upper, lower)
            while lower < upper, isSpace(file.bytes[lower]) { lower += 1 }
            while upper > lower, isSpace(file.bytes[upper - 1]) { upper -= 1 }
            lines.append(SourceRange(lower, upper))
        }
        return lines
    }

    private static func paragraphs(_ lines: [SourceRange]) -> [[SourceRange]] {
        let trimmed = lines.drop { $0.isEmpty }
        guard let last = trimmed.lastIndex(where: { !$0.isEmpty }) else { return [] }
        let body = trimmed[...last]
        let parts = body.split(whereSeparator: \.isEmpty).map(Array.init)
        return parts.count > 1 ? parts : body.map { [$0] }
    }

    /// A paragraph's lines, cut before each line that starts a list item.
    private static func splitItems(_ paragraph: [SourceRange], in file: SourceFile) -> [[SourceRange]] {
        var parts: [[SourceRange]] = []
        for line in paragraph {
            if parts.isEmpty || bulletLength(file.bytes, line) > 0 {
                parts.append([line])
            } else {
                parts[parts.count - 1].append(line)
            }
        }
        return parts
    }

    /// How many bytes of bullet or number, and the space after it, start a line; 0 when none does.
    private static func bulletLength(_ bytes: [UInt8], _ line: SourceRange) -> Int {
        var at = line.lower
        guard at < line.upper else { return 0 }
        if bytes[line.indices].starts(with: [0xE2, 0x80, 0xA2]) {
            at += 3
        } else if [0x2D, 0x2A, 0x2B].contains(bytes[at]) {
            at += 1
        } else {
            while at < line.upper, at - line.lower < 3, (0x30...0x39).contains(bytes[at]) { at += 1 }
            guard at > line.lower, at < line.upper, bytes[at] == 0x2E || bytes[at] == 0x29 else { return 0 }
            at += 1
        }
        guard at < line.upper, isSpace(bytes[at]) else { return 0 }
        while at < line.upper, isSpace(bytes[at]) { at += 1 }
        return at - line.lower
    }

    private static func looksLikeHeading(_ file: SourceFile, _ line: SourceRange) -> Bool {
        let bytes = file.bytes[line.indices]
        guard let last = bytes.last, ![0x2E, 0x2C, 0x3A, 0x3B, 0x21].contains(last) else { return false }
        return bytes.split(whereSeparator: isSpace).count <= longestHeading
    }

    private static func append(_ file: SourceFile, _ range: SourceRange, to builder: inout DocumentBuilder) {
        file.bytes.withUnsafeBufferPointer {
            builder.append(UnsafeBufferPointer(rebasing: $0[range.indices]), at: range.lower)
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09
    }
}
