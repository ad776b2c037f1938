import SourceText

/// Reads plain text: paragraphs between blank lines, or, where a file has none between them, one to a line.
///
/// Lines that were wrapped at a width, as in e-mail, are joined: those after which the next word would not have fitted. A
/// line of its own that ends like a heading, or has one of `#`, `===` or `---` to it, is one; a line that starts with a bullet
/// or a number is a list item; lines after `>` are quoted.
struct PlainTextReader {
    private let file: SourceFile
    private let masks: Masks
    private var builder = DocumentBuilder()
    private var listLeadIn: Int?
    private var isInList = false

    static func read(_ file: SourceFile, _ options: ReadingOptions) -> Document {
        let frontMatter = FrontMatter(of: file)
        let start = frontMatter?.range.upper ?? SourceFile.byteOrderMarkLength(file.bytes)
        var reader = PlainTextReader(file: file, masks: MaskScanner.masks(of: file, from: start, in: .plainText))
        if let frontMatter { FrontMatterText.add(frontMatter, of: file, keys: options.frontMatterKeys, to: &reader.builder) }
        let lines = PlainTextLine.all(in: file, from: start)
        let paragraphs = PlainTextParagraphs(of: lines, in: file).list
        for (index, paragraph) in paragraphs.enumerated() {
            reader.add(paragraph, isFollowed: index + 1 < paragraphs.count)
        }
        return reader.builder.document(.plainText, frontMatter: frontMatter)
    }

    private init(file: SourceFile, masks: Masks) {
        self.file = file
        self.masks = masks
    }

    private mutating func add(_ lines: [PlainTextLine], isFollowed: Bool) {
        guard let first = lines.first else { return }
        for (number, line) in lines.enumerated() {
            if number > 0 { join(lines[number - 1], line) }
            append(line.text)
        }
        let lastBlock = builder.place.lastBlock
        if first.isListItem {
            if !isInList { listLeadIn = lastBlock }
            isInList = true
            end(.listItem, first, leadIn: listLeadIn)
            return
        }
        isInList = false
        let level = first.headingLevel ?? (lines.count == 1 && isFollowed && first.looksLikeHeading(in: file) ? 2 : nil)
        end(level.map { .heading(level: $0) } ?? .paragraph, first)
    }

    private mutating func end(_ kind: Block.Kind, _ line: PlainTextLine, leadIn: Int? = nil) {
        let block = builder.flow.endBlock(kind, quoteDepth: line.quoteDepth, leadIn: leadIn)
        if kind != .listItem { builder.place.lastBlock = block ?? builder.place.lastBlock }
    }

    private mutating func join(_ line: PlainTextLine, _ next: PlainTextLine) {
        let gap = SourceRange(line.text.upper, next.text.lower)
        if masks.mask(at: gap.lower) == nil { builder.flow.substitute(" ", for: gap) }
    }

    private mutating func append(_ range: SourceRange) {
        file.bytes.withUnsafeBufferPointer { bytes in
            masks.forEachPiece(of: range.indices) { piece in
                switch piece {
                case .text(let range): builder.flow.append(UnsafeBufferPointer(rebasing: bytes[range]), at: range.lowerBound)
                case .mask(let mask):
                    builder.flow.substitute(mask.reading == .replacement ? "\u{FFFD}" : TextStream.mark, for: SourceRange(mask.range))
                }
            }
        }
    }
}
