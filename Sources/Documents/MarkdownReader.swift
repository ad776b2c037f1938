import CMD4C
import SourceText

/// Reads Markdown (CommonMark and GitHub's tables, strikethrough, task lists and autolinks) with md4c, whose callbacks
/// point into the input, so that every byte of text keeps its place.
///
/// Code, raw HTML, images and bare addresses are not prose: inside a sentence an object replacement character (U+FFFC)
/// keeps their place. The words of raw HTML blocks are not read, and a notice says so.
enum MarkdownReader {
    static func read(_ file: SourceFile) -> Document {
        let frontMatter = FrontMatter(of: file)
        let start = frontMatter?.range.upper ?? SourceFile.byteOrderMarkLength(file.bytes)
        return file.bytes.withUnsafeBufferPointer { bytes in
            let body = UnsafeBufferPointer(rebasing: bytes[start...])
            let walk = MarkdownWalk(body: body, offset: start)
            walk.run()
            return walk.builder.document(frontMatter: frontMatter)
        }
    }
}

/// One walk of md4c over a draft. A class, since md4c hands its callbacks a pointer to it.
private final class MarkdownWalk {
    private static let opaque = "\u{FFFC}"
    /// What md4c is given for a NUL, of which it would not say where it stands.
    private static let standIn: UInt8 = 0x1A

    private let body: UnsafeBufferPointer<UInt8>
    private let holdsNUL: Bool
    /// Where the bytes start that md4c reads: the body, or a copy of it without NULs.
    private var base: UnsafeRawPointer?
    private let offset: Int
    private(set) var builder = DocumentBuilder()

    private var quoteDepth = 0
    private var kinds: [Block.Kind] = []
    private var leadIns: [Int?] = []
    private var column = 0
    /// The heads of the columns of the table.
    private var columnHeads: [Int?] = []
    /// Where each open link or emphasis starts in the clean text, and where the link leads.
    private var openSpans: [(start: Int, address: String)] = []
    private var lastBlock: Int?
    private var inVerbatim = false
    private var imageDepth = 0
    private var rawHTML: Range<Int>?
    private var isHTMLNoted = false
    /// Where the last text or markup ended in the body, in bytes: md4c says only that a line breaks, not where.
    private var reached = 0

    init(body: UnsafeBufferPointer<UInt8>, offset: Int) {
        self.body = body
        self.offset = offset
        holdsNUL = body.reduce(.max, min) == 0
    }

    func run() {
        if !holdsNUL { return parse(body) }
        body.map { $0 == 0 ? Self.standIn : $0 }.withUnsafeBufferPointer(parse)
    }

    private func parse(_ input: UnsafeBufferPointer<UInt8>) {
        guard let start = input.baseAddress, !input.isEmpty else { return }
        base = UnsafeRawPointer(start)
        var parser = MD_PARSER()
        parser.flags = UInt32(
            MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS
                | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS)
        parser.enter_block = { type, detail, walk in MarkdownWalk.of(walk).enter(block: type, detail) }
        parser.leave_block = { type, _, walk in MarkdownWalk.of(walk).leave(block: type) }
        parser.enter_span = { type, detail, walk in MarkdownWalk.of(walk).enter(span: type, detail) }
        parser.leave_span = { type, _, walk in MarkdownWalk.of(walk).leave(span: type) }
        parser.text = { type, text, size, walk in MarkdownWalk.of(walk).text(type, text, Int(size)) }
        let context = Unmanaged.passUnretained(self).toOpaque()
        start.withMemoryRebound(to: MD_CHAR.self, capacity: input.count) {
            _ = md_parse($0, MD_SIZE(input.count), &parser, context)
        }
        flush()
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> MarkdownWalk {
        Unmanaged<MarkdownWalk>.fromOpaque(context!).takeUnretainedValue()
    }

    private func enter(block type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
        flush()
        switch type {
        case MD_BLOCK_QUOTE: quoteDepth += 1
        case MD_BLOCK_UL, MD_BLOCK_OL: leadIns.append(lastBlock)
        case MD_BLOCK_LI: kinds.append(.listItem)
        case MD_BLOCK_H:
            let level = detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 1
            kinds.append(.heading(level: Int(level)))
        case MD_BLOCK_TABLE: columnHeads = []
        case MD_BLOCK_TR: column = 0
        case MD_BLOCK_TH, MD_BLOCK_TD: kinds.append(.tableCell(column: column))
        case MD_BLOCK_CODE, MD_BLOCK_HTML: inVerbatim = true
        default: break
        }
        return 0
    }

    private func leave(block type: MD_BLOCKTYPE) -> Int32 {
        let block = flush()
        switch type {
        case MD_BLOCK_QUOTE: quoteDepth -= 1
        case MD_BLOCK_UL, MD_BLOCK_OL: leadIns.removeLast()
        case MD_BLOCK_LI, MD_BLOCK_H: kinds.removeLast()
        case MD_BLOCK_TH, MD_BLOCK_TD:
            if type == MD_BLOCK_TH { columnHeads.append(block) }
            kinds.removeLast()
            column += 1
        case MD_BLOCK_CODE: inVerbatim = false
        case MD_BLOCK_HTML:
            inVerbatim = false
            noteHTML()
        default: break
        }
        return 0
    }

    private func enter(span type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
        switch type {
        case MD_SPAN_IMG: imageDepth += 1
        case MD_SPAN_EM: openSpans.append((builder.text.count, ""))
        case MD_SPAN_A:
            let address = detail.map { text(of: $0.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee.href) }
            openSpans.append((builder.text.count, address ?? ""))
        default: break
        }
        return 0
    }

    private func leave(span type: MD_SPANTYPE) -> Int32 {
        switch type {
        case MD_SPAN_IMG:
            imageDepth -= 1
            mark(reached..<reached)
        case MD_SPAN_EM:
            if let span = openSpans.popLast() { builder.addEmphasis(from: span.start) }
        case MD_SPAN_A:
            if let span = openSpans.popLast() { builder.addLink(from: span.start, to: span.address) }
        default: break
        }
        return 0
    }

    private func text(_ type: MD_TEXTTYPE, _ pointer: UnsafePointer<MD_CHAR>?, _ size: Int) -> Int32 {
        let range = place(pointer, size)
        if inVerbatim {
            if type == MD_TEXT_HTML, let range { rawHTML = (rawHTML?.lowerBound ?? range.lowerBound)..<range.upperBound }
            return 0
        }
        if let range { reached = range.upperBound }
        if imageDepth > 0 { return 0 }
        switch type {
        case MD_TEXT_SOFTBR, MD_TEXT_BR: lineBreak()
        case MD_TEXT_ENTITY:
            guard let range else { break }
            let entity = String(decoding: body[range], as: UTF8.self)
            builder.substitute(CharacterReference.decode(entity) ?? entity, for: source(range))
        case MD_TEXT_NORMAL:
            guard let range else { break }
            if isAddress(range) { mark(range) } else { append(range) }
        case MD_TEXT_CODE, MD_TEXT_LATEXMATH:
            if let range { mark(range) }
        case MD_TEXT_HTML:
            if let range, body[range].starts(with: "<br".utf8) { builder.substitute(" ", for: source(range)) }
        default: break
        }
        return 0
    }

    private func text(of attribute: MD_ATTRIBUTE) -> String {
        guard let start = attribute.text else { return "" }
        return start.withMemoryRebound(to: UInt8.self, capacity: Int(attribute.size)) {
            String(decoding: UnsafeBufferPointer(start: $0, count: Int(attribute.size)), as: UTF8.self)
        }
    }

    /// Where a pointer of md4c's stands in the body, or nil when it is text of md4c's own.
    private func place(_ pointer: UnsafePointer<MD_CHAR>?, _ size: Int) -> Range<Int>? {
        guard let pointer, let base else { return nil }
        let start = UnsafeRawPointer(pointer) - base
        guard start >= 0, start + size <= body.count else { return nil }
        return start..<(start + size)
    }

    private func lineBreak() {
        var end = reached
        while end < body.count, body[end] != 0x0A, body[end] != 0x0D { end += 1 }
        let start = end
        if end < body.count { end += body[end] == 0x0D && end + 1 < body.count && body[end + 1] == 0x0A ? 2 : 1 }
        builder.substitute(" ", for: source(start..<end))
        reached = end
    }

    /// Adds text as it stands, but U+FFFD for a NUL (CommonMark, 2.3).
    private func append(_ range: Range<Int>) {
        var start = range.lowerBound
        while holdsNUL, let nul = body[start..<range.upperBound].firstIndex(of: 0) {
            builder.append(UnsafeBufferPointer(rebasing: body[start..<nul]), at: offset + start)
            builder.substitute("\u{FFFD}", for: source(nul..<(nul + 1)))
            start = nul + 1
        }
        builder.append(UnsafeBufferPointer(rebasing: body[start..<range.upperBound]), at: offset + start)
    }

    /// Says once in a draft that the words of a raw HTML block are not read.
    private func noteHTML() {
        defer { rawHTML = nil }
        guard !isHTMLNoted, let rawHTML, RawHTML.holdsWords(body[rawHTML]) else { return }
        isHTMLNoted = true
        builder.note("raw HTML blocks are not read; what they say is not checked", at: offset + rawHTML.lowerBound)
    }

    private func mark(_ range: Range<Int>) {
        builder.substitute(Self.opaque, for: source(range))
    }

    private func source(_ range: Range<Int>) -> SourceRange {
        SourceRange(offset + range.lowerBound, offset + range.upperBound)
    }

    /// Whether text is a bare web or e-mail address, as the text of an autolink is.
    private func isAddress(_ range: Range<Int>) -> Bool {
        let text = body[range]
        if text.contains(where: { $0 <= 0x20 }) { return false }
        return ["http://", "https://", "www."].contains { text.starts(with: $0.utf8) }
            || (text.contains(0x40) && text.contains(0x2E))
    }

    @discardableResult
    private func flush() -> Int? {
        let kind = kinds.last ?? .paragraph
        guard let block = builder.endBlock(kind, quoteDepth: quoteDepth, leadIn: leadIn(of: kind)) else { return nil }
        lastBlock = block
        return block
    }

    private func leadIn(of kind: Block.Kind) -> Int? {
        switch kind {
        case .listItem: leadIns.last ?? nil
        case .tableCell(let column): column < columnHeads.count ? columnHeads[column] : nil
        case .paragraph, .heading: nil
        }
    }
}
