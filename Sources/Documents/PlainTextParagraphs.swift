import SourceText

/// Puts the lines of a plain text together into paragraphs, headings and list items.
struct PlainTextParagraphs {
    /// In code points. Lines longer than this were not wrapped by hand or by e-mail.
    private static let widestWrap = 100
    /// In code points. Text is not wrapped to less.
    private static let narrowestWrap = 40

    private(set) var list: [[PlainTextLine]] = []

    init(of lines: [PlainTextLine], in file: SourceFile) {
        let body = lines.drop(while: \.isBlank)
        let hasBlankLines = body.dropLast(while: \.isBlank).contains(where: \.isBlank)
        let width = hasBlankLines ? nil : Self.wrapWidth(of: body)
        var canJoin = false
        for (line, next) in zip(body, Array(body.dropFirst()).map(Optional.some) + [nil]) {
            if line.isBlank || line.isRule {
                canJoin = false
                continue
            }
            var line = line
            // What a rule stands right under is a heading.
            if let level = next?.underlineLevel, !line.isListItem { line.headingLevel = line.headingLevel ?? level }
            let startsAnew = !canJoin || line.isListItem || line.headingLevel != nil || line.quoteDepth != list.last?.last?.quoteDepth
                || (list.last?.last).map { Self.parts($0, line, width: width, hasBlankLines: hasBlankLines, in: file) } ?? true
            if startsAnew { list.append([line]) } else { list[list.count - 1].append(line) }
            canJoin = line.headingLevel == nil
        }
    }

    /// Whether a paragraph ends between two lines.
    private static func parts(
        _ line: PlainTextLine, _ next: PlainTextLine, width: Int?, hasBlankLines: Bool, in file: SourceFile
    ) -> Bool {
        if hasBlankLines { return line.width > widestWrap && endsSentence(line, in: file) }
        guard let width, !endsSentence(line, in: file) else { return true }
        return line.width + 1 + next.firstWordWidth(in: file.bytes) <= width
    }

    /// The width that the lines were wrapped to; nil when they were not.
    private static func wrapWidth(of lines: ArraySlice<PlainTextLine>) -> Int? {
        let widest = lines.map(\.width).max() ?? 0
        return (narrowestWrap...widestWrap).contains(widest) ? widest : nil
    }

    private static func endsSentence(_ line: PlainTextLine, in file: SourceFile) -> Bool {
        file.bytes[line.text.indices].last.map { ".!?:\"".utf8.contains($0) } ?? true
    }
}

extension ArraySlice<PlainTextLine> {
    fileprivate func dropLast(while isDropped: (PlainTextLine) -> Bool) -> Self {
        var rest = self
        while let last = rest.last, isDropped(last) { rest.removeLast() }
        return rest
    }
}
