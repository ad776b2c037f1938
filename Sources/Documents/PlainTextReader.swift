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
    /// The first and the last line of the paragraph so far.
    private var first: PlainTextLine?
    private var last: PlainTextLine?
    private var isOneLine = true

    static func read(_ file: SourceFile, _ options: ReadingOptions) -> Document {
        let frontMatter = FrontMatter(of: file)
        let start = frontMatter?.range.upper ?? SourceFile.byteOrderMarkLength(file.bytes)
        let (masks, directives) = MaskScanner.scan(file, from: start, in: .plainText)
        var reader = PlainTextReader(file: file, masks: masks)
        reader.builder.directives = directives
        if let frontMatter { FrontMatterText.add(frontMatter, of: file, keys: options.frontMatterKeys, to: &reader.builder) }
        var paragraphs = PlainTextParagraphs(of: file, from: start, without: directives)
        while let (line, startsAnew) = paragraphs.next() { reader.add(line, startsAnew: startsAnew) }
        reader.endParagraph(isFollowed: false)
        return reader.builder.document(.plainText, frontMatter: frontMatter)
    }

    private init(file: SourceFile, masks: Masks) {
        self.file = file
        self.masks = masks
    }

    private mutating func add(_ line: PlainTextLine, startsAnew: Bool) {
        if startsAnew {
            endParagraph(isFollowed: true)
            first = line
            isOneLine = true
        } else if let last {
            join(last, line)
            isOneLine = false
        }
        append(line.text)
        last = line
    }

    private mutating func endParagraph(isFollowed: Bool) {
        guard let first else { return }
        let lastBlock = builder.place.lastBlock
        if first.isListItem {
            if !isInList { listLeadIn = lastBlock }
            isInList = true
            end(.listItem, first, leadIn: listLeadIn)
            return
        }
        isInList = false
        let level = first.headingLevel ?? (isOneLine && isFollowed && first.looksLikeHeading(in: file) ? 2 : nil)
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
                case .mask(let mask) where mask.reading == .nothing: break
                case .mask(let mask): builder.flow.substitute(mask.text, for: SourceRange(mask.range))
                }
            }
        }
    }
}
