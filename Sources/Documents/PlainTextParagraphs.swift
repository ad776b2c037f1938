import SourceText

/// Tells which lines of a plain text go together as a paragraph, a heading or a list item, line by line.
struct PlainTextParagraphs {
    /// In code points. Lines longer than this were not wrapped by hand or by e-mail.
    private static let widestWrap = 100
    /// In code points. Text is not wrapped to less.
    private static let narrowestWrap = 40

    private let file: SourceFile
    private let start: Int
    /// Where comments that speak to the program end, by where they start.
    private let endOfDirective: [Int: Int]
    private var upcoming: PlainTextLine?
    private var number: Int
    /// The last line that was given, when the next may go on from it.
    private var last: PlainTextLine?
    private let hasBlankLines: Bool
    /// The width that the lines were wrapped to; nil when they were not.
    private let width: Int?

    init(of file: SourceFile, from start: Int, without directives: [Directive]) {
        self.file = file
        self.start = start
        endOfDirective = Dictionary(uniqueKeysWithValues: directives.map { ($0.range.lower, $0.range.upper) })
        number = file.lines.line(containing: start)
        var widest = 0
        var firstBlank: Int?
        var holdsBlank = false
        var isBehindText = false
        for line in number..<file.lines.count {
            let range = Self.range(ofLine: line, from: start, in: file)
            if PlainTextLine.isBlank(range, in: file.bytes) {
                if isBehindText { firstBlank = firstBlank ?? line }
            } else {
                isBehindText = true
                if firstBlank != nil { holdsBlank = true }
                widest = max(widest, PlainTextLine.width(range, in: file.bytes))
            }
        }
        hasBlankLines = holdsBlank
        width = !holdsBlank && (Self.narrowestWrap...Self.widestWrap).contains(widest) ? widest : nil
        upcoming = readLine()
    }

    private static func range(ofLine number: Int, from start: Int, in file: SourceFile) -> SourceRange {
        let line = file.lines.range(ofLine: number, in: file.bytes)
        let lower = max(line.lower, start)
        return SourceRange(lower, max(line.upper, lower))
    }

    private mutating func readLine() -> PlainTextLine? {
        guard number < file.lines.count else { return nil }
        defer { number += 1 }
        return PlainTextLine(Self.range(ofLine: number, from: start, in: file), in: file.bytes)
    }

    /// The next line that holds text, and whether it starts something; nil at the end.
    mutating func next() -> (line: PlainTextLine, startsAnew: Bool)? {
        while var line = upcoming {
            upcoming = readLine()
            if line.isBlank || line.isRule || isDirective(line) {
                last = nil
                continue
            }
            // What a rule stands right under is a heading.
            if let level = upcoming?.underlineLevel, !line.isListItem { line.headingLevel = line.headingLevel ?? level }
            let isContinued = last.map { goesOn(from: $0, line) } ?? false
            last = line.headingLevel == nil ? line : nil
            return (line, !isContinued)
        }
        return nil
    }

    /// Whether a line holds nothing but a comment that speaks to the program.
    private func isDirective(_ line: PlainTextLine) -> Bool {
        guard let end = endOfDirective[line.text.lower], end <= line.text.upper else { return false }
        return PlainTextLine.isBlank(SourceRange(end, line.text.upper), in: file.bytes)
    }

    private func goesOn(from line: PlainTextLine, _ next: PlainTextLine) -> Bool {
        !next.isListItem && next.headingLevel == nil && next.quoteDepth == line.quoteDepth && !parts(line, next)
    }

    /// Whether a paragraph ends between two lines.
    private func parts(_ line: PlainTextLine, _ next: PlainTextLine) -> Bool {
        if hasBlankLines { return line.width > Self.widestWrap && endsSentence(line) }
        guard let width, !endsSentence(line) else { return true }
        return line.width + 1 + next.firstWordWidth(in: file.bytes) <= width
    }

    private func endsSentence(_ line: PlainTextLine) -> Bool {
        file.bytes[line.text.indices].last.map { ".!?:\"".utf8.contains($0) } ?? true
    }
}
