import SourceText

/// Finds what md4c is not to see in Markdown: template tags, shortcodes, parts of MDX, NULs and bytes that are no UTF-8; what it
/// is to see in another shape; the titles of link reference definitions; and the comments that speak to the program. One pass;
/// what is never closed is text.
struct MarkdownScanner {
    /// After so many braces, tags and statements that nothing closes, no more are looked for.
    private static let mostFailures = 4

    private let bytes: UnsafeBufferPointer<UInt8>
    private let isMDX: Bool
    private var blocks: MarkdownBlocks
    private var search: TemplateSearch
    private var masks: [Mask] = []
    private var edits: [MarkdownEdit] = []
    private var definitions = LinkDefinitions()
    private var directives: [Directive] = []
    private var at: Int
    private var failures = 0
    /// The line that is scanned.
    private var line = MarkdownBlocks.Line(kind: .blank, start: 0, content: 0, end: 0, next: 0)
    /// Whether a blank line stands before it.
    private var isBehindBlank = false
    /// How many edits stand before it.
    private var editsBefore = 0
    /// Up to where the end of the paragraph is known.
    private var paragraphEnd = 0
    /// Where a paragraph starts that may define links.
    private var definitionStart: Int?

    static func scan(_ file: SourceFile, from start: Int, isMDX: Bool) -> ScannedMarkdown {
        file.bytes.withUnsafeBufferPointer { bytes in
            var scanner = MarkdownScanner(bytes, file.lines, from: start, isMDX: isMDX)
            scanner.scan()
            return ScannedMarkdown(
                masks: Masks(scanner.masks, unreadable: file.unreadableOffsets(from: start), from: start), edits: scanner.edits,
                definitions: scanner.definitions, directives: scanner.directives)
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: LineTable, from start: Int, isMDX: Bool) {
        self.bytes = bytes
        self.isMDX = isMDX
        blocks = MarkdownBlocks(bytes, lines, isMDX: isMDX)
        search = TemplateSearch(bytes)
        at = start
    }

    private mutating func scan() {
        while at < bytes.count {
            let start = at
            isBehindBlank = blocks.isBehindBlank
            line = blocks.read(lineAt: at)
            editsBefore = edits.count
            if !line.edits.isEmpty { edits += line.edits }
            if let definitionStart, !line.isContinuation {
                definitions.add(from: definitionStart, upTo: start, in: bytes)
                self.definitionStart = nil
            }
            switch line.kind {
            case .blank, .code: at = line.next
            case .html: scanLine()
            case .text:
                if line.isParagraph, !line.isContinuation, bytes[line.content] == UInt8(ascii: "[") { definitionStart = line.content }
                if !skipStatement(at: start) { scanLine() }
            }
        }
        if let definitionStart { definitions.add(from: definitionStart, upTo: bytes.count, in: bytes) }
    }

    /// Scans the rest of a line, and further lines with what goes on over their ends.
    private mutating func scanLine() {
        at = line.content
        let firstMask = masks.count
        var end = line.end
        repeat {
            while at < end {
                at = Self.nextStop(from: at, upTo: end, in: bytes)
                if at < end { stop() }
            }
            if at > end { end = endOfLine(from: at) }
        } while at < end
        let next = min(at, bytes.count)
        at = next
        if at < bytes.count { at += bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1 }
        if firstMask < masks.count { settle(masks[firstMask...], upTo: next) }
    }

    /// Says what becomes of lines in which nothing stands but what is masked.
    private mutating func settle(_ found: ArraySlice<Mask>, upTo end: Int) {
        guard let first = found.first else { return }
        if case .tag(parts: true) = first.reading, first.range.lowerBound == line.content, !isBehindBlank {
            edits.insert(MarkdownEdit(line.start..<line.start, blocks.prefix(of: line) + [0x0A]), at: editsBefore)
        }
        var reached = line.content
        for mask in found {
            guard bytes[reached..<max(reached, mask.range.lowerBound)].allSatisfy(HTMLTag.isSpace) else { return }
            reached = mask.range.upperBound
        }
        guard bytes[min(reached, end)..<end].allSatisfy(HTMLTag.isSpace) else { return }
        let tags = found.contains { if case .tag(parts: true) = $0.reading { true } else { false } }
        if tags {
            edits.append(MarkdownEdit(end..<end, [0x0A] + blocks.prefix(of: line)))
            blocks.endParagraph()
        } else if found.count == 1, first.reading != .tag(parts: false) {
            blocks.endParagraph()
        }
    }

    private func endOfLine(from start: Int) -> Int {
        bytes[min(start, bytes.count)...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    }

    /// The next byte that something may start with.
    private static func nextStop(from start: Int, upTo end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var at = start
        while at < end {
            if at + 8 <= end, !mayStop(UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self)) {
                at += 8
                continue
            }
            switch bytes[at] {
            case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "<"): return at
            default: at += 1
            }
        }
        return at
    }

    /// Whether something may start with one of eight bytes. (Others may be taken for one that does, but none is missed.)
    private static func mayStop(_ bytes: UInt64) -> Bool {
        func zero(_ bytes: UInt64) -> UInt64 { (bytes &- 0x0101_0101_0101_0101) & ~bytes }
        let upper = bytes & 0xDFDF_DFDF_DFDF_DFDF
        let found = zero(upper ^ 0x5B5B_5B5B_5B5B_5B5B) | zero(upper ^ 0x5C5C_5C5C_5C5C_5C5C) | zero(upper ^ 0x4040_4040_4040_4040)
            | zero(bytes ^ 0x3C3C_3C3C_3C3C_3C3C)
        return found & 0x8080_8080_8080_8080 != 0
    }

    private mutating func stop() {
        switch bytes[at] {
        case UInt8(ascii: "\\") where line.kind == .html, UInt8(ascii: "`") where line.kind == .html: at += 1
        case UInt8(ascii: "\\"): at += next.map { $0 > 0x20 } ?? false ? 2 : 1
        case UInt8(ascii: "`"): at = search.endOfCode(at: at, upTo: endOfParagraph())
        case UInt8(ascii: "["):
            if let end = search.endOfShortcode(at: at) { mask(upTo: end, .mark) } else { at += 1 }
        case UInt8(ascii: "{"): brace()
        default: angle()
        }
    }

    private var next: UInt8? { at + 1 < bytes.count ? bytes[at + 1] : nil }

    private mutating func mask(upTo end: Int, _ reading: Mask.Reading) {
        masks.append(Mask(range: at..<end, reading: reading))
        at = end
    }

    /// Where the paragraph, or what else the text makes, ends: a span of code cannot reach further.
    private mutating func endOfParagraph() -> Int {
        if at < paragraphEnd { return paragraphEnd }
        paragraphEnd = max(line.end, endOfLine(from: at))
        guard line.isParagraph else { return paragraphEnd }
        var ahead = blocks
        var start = paragraphEnd == line.end ? line.next : paragraphEnd + 1
        while start < bytes.count {
            let line = ahead.read(lineAt: start)
            guard line.isContinuation else { break }
            paragraphEnd = line.end
            start = line.next
        }
        return paragraphEnd
    }

    // MARK: Braces and tags

    private mutating func brace() {
        if let end = search.endOfTemplate(at: at, isInHTML: false) {
            mask(upTo: end, .mark)
        } else if isMDX {
            expression()
        } else if let end = search.endOfAttributes(at: at) {
            mask(upTo: end, .nothing)
        } else {
            at += 1
        }
    }

    /// An expression of MDX; a comment among them leaves no mark.
    private mutating func expression() {
        guard failures < Self.mostFailures, let end = Script.endOfBraces(at: at, in: bytes) else {
            failures += 1
            at += 1
            return
        }
        let isComment = bytes[(at + 1)...].first { !HTMLTag.isSpace($0) } == UInt8(ascii: "/")
        if isComment, let directive = Directive(comment: at..<end, in: bytes) { directives.append(directive) }
        mask(upTo: end, isComment ? .nothing : .mark)
    }

    private mutating func angle() {
        let comment = search.endOfComment(at: at)
        if let directive = comment.flatMap({ Directive(comment: at..<$0, in: bytes) }) { directives.append(directive) }
        if let end = search.endOfEmbedded(at: at) {
            mask(upTo: end, .mark)
        } else if isMDX, let comment {
            mask(upTo: comment, .nothing)
        } else if isMDX, failures < Self.mostFailures, next.map({ HTMLTag.isLetter($0) || $0 == 0x2F || $0 == 0x3E }) ?? false {
            if let tag = HTMLTag(at: at, in: bytes, braces: true) {
                mask(upTo: tag.range.upperBound, .tag(parts: parts(tag)))
            } else {
                failures += 1
                at += 1
            }
        } else {
            at += 1
        }
    }

    /// Whether a tag of MDX parts blocks: those of HTML that do, and components at the start or the end of a line.
    private func parts(_ tag: HTMLTag) -> Bool {
        if !tag.isComponent { return HTMLRole(tag.name).isBlock }
        let before = bytes[..<tag.range.lowerBound].last { $0 != 0x20 && $0 != 0x09 }
        let after = bytes[tag.range.upperBound...].first { $0 != 0x20 && $0 != 0x09 }
        return [nil, 0x0A, 0x0D].contains(before) || [nil, 0x0A, 0x0D].contains(after)
    }

    /// Passes a statement of a module of MDX that starts with a line.
    private mutating func skipStatement(at start: Int) -> Bool {
        guard isMDX, line.content == start, !line.isContinuation, bytes[start] == UInt8(ascii: "i") || bytes[start] == UInt8(ascii: "e"),
            failures < Self.mostFailures else { return false }
        switch ModuleStatement.read(at: start, in: bytes) {
        case .none: return false
        case .open:
            failures += 1
            return false
        case .ends(let end):
            at = start
            mask(upTo: end, .nothing)
            at = endOfLine(from: end)
            if at < bytes.count { at += bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1 }
            blocks.endParagraph()
            return true
        }
    }
}
