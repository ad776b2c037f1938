import SourceText

/// Finds what the parser of a format is not to see: template tags, shortcodes, parts of MDX, footnote labels and the like,
/// NULs and bytes that are no UTF-8. One pass; what is never closed is text.
struct MaskScanner {
    enum Syntax {
        case html, xhtml, markdown, mdx, plainText

        var isMarkdown: Bool { self == .markdown || self == .mdx }
    }

    /// After so many braces and tags that nothing closes, no more are looked for.
    private static let mostFailures = 4

    private let bytes: UnsafeBufferPointer<UInt8>
    private let syntax: Syntax
    private var search: TemplateSearch
    private var masks: [Mask] = []
    private var at: Int
    private var failures = 0
    /// Whether the lines that are indented by four belong to a footnote or an admonition, and are no code.
    private var isInIndentedText = false
    private var isAfterAdmonition = false

    static func masks(of file: SourceFile, from start: Int, in syntax: Syntax) -> Masks {
        let found = file.bytes.withUnsafeBufferPointer { bytes in
            var scanner = MaskScanner(bytes, from: start, syntax)
            scanner.scan()
            return scanner.masks
        }
        let unreadable = file.unreadableOffsets(from: start)
        if unreadable.isEmpty { return Masks(found) }
        let bytes = unreadable.map { Mask(range: $0..<($0 + 1), reading: .replacement) }
        let all = (found + bytes).sorted { $0.range.lowerBound < $1.range.lowerBound }
        var end = start
        return Masks(all.filter { mask in
            defer { end = max(end, mask.range.upperBound) }
            return mask.range.lowerBound >= end
        })
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ syntax: Syntax) {
        self.bytes = bytes
        self.syntax = syntax
        search = TemplateSearch(bytes)
        at = start
    }

    private mutating func scan() {
        if syntax.isMarkdown { startLine() }
        let stops = stops
        stops.withUnsafeBufferPointer { stops in
            while at < bytes.count {
                let byte = bytes[at]
                if !stops[Int(byte)] {
                    at += 1
                    continue
                }
                stop(at: byte)
            }
        }
    }

    private var stops: [Bool] {
        var stops = [Bool](repeating: false, count: 256)
        for byte in "{[".utf8 { stops[Int(byte)] = true }
        if syntax != .plainText { stops[Int(UInt8(ascii: "<"))] = true }
        if syntax.isMarkdown { for byte in "\n\r`\\".utf8 { stops[Int(byte)] = true } }
        return stops
    }

    private mutating func stop(at byte: UInt8) {
        switch byte {
        case 0x0A, 0x0D:
            at += byte == 0x0D && next == 0x0A ? 2 : 1
            startLine()
        case UInt8(ascii: "\\"): at += next.map { $0 > 0x20 } ?? false ? 2 : 1
        case UInt8(ascii: "`"): at = search.endOfCode(at: at)
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

    // MARK: Braces and tags

    private mutating func brace() {
        if let end = search.endOfTemplate(at: at, isInHTML: !syntax.isMarkdown) {
            mask(upTo: end, .mark)
        } else if syntax == .mdx {
            expression()
        } else if syntax == .markdown, let end = search.endOfAttributes(at: at) {
            mask(upTo: end, .nothing)
        } else {
            at += 1
        }
    }

    /// An expression of MDX; a comment among them leaves no mark.
    private mutating func expression() {
        guard failures < Self.mostFailures, let end = HTMLTag.endOfBraces(at: at, in: bytes) else {
            failures += 1
            at += 1
            return
        }
        let isComment = bytes[(at + 1)...].first { !HTMLTag.isSpace($0) } == UInt8(ascii: "/")
        mask(upTo: end, isComment ? .nothing : .mark)
    }

    private mutating func angle() {
        switch syntax {
        case .plainText: at += 1
        case .html, .xhtml, .markdown:
            if let end = search.endOfEmbedded(at: at) {
                mask(upTo: end, .mark)
            } else if syntax == .xhtml, next == UInt8(ascii: "!") {
                declaration()
            } else if syntax == .xhtml, let tag = HTMLTag(at: at, in: bytes), tag.isSelfClosing, !Self.void.contains(tag.name) {
                mask(upTo: tag.range.upperBound, .nothing)
            } else if syntax != .markdown, let end = search.endOfNoScript(at: at) {
                mask(upTo: end, .nothing)
            } else {
                at += 1
            }
        case .mdx:
            guard failures < Self.mostFailures, next.map({ HTMLTag.isLetter($0) || $0 == 0x2F || $0 == 0x3E }) ?? false else {
                at += 1
                return
            }
            guard let tag = HTMLTag(at: at, in: bytes, braces: true) else {
                failures += 1
                at += 1
                return
            }
            mask(upTo: tag.range.upperBound, .tag(parts: parts(tag)))
        }
    }

    /// A comment of XML, or a section of characters, in which no markup is.
    private mutating func declaration() {
        if bytes[at...].starts(with: "<!--".utf8) {
            at = search.end(of: "-->", from: at + 4) ?? bytes.count
            return
        }
        guard bytes[at...].starts(with: Self.section.utf8), let end = search.end(of: "]]>", from: at) else {
            at += 1
            return
        }
        mask(upTo: at + Self.section.utf8.count, .nothing)
        while at < end - 3 {
            if bytes[at] == UInt8(ascii: "<") || bytes[at] == UInt8(ascii: "&") {
                mask(upTo: at + 1, .sign(String(UnicodeScalar(bytes[at]))))
            } else {
                at += 1
            }
        }
        mask(upTo: end, .nothing)
    }

    private static let section = "<![CDATA["
    private static let void: Set<String> = ["br", "hr", "img", "input", "link", "meta", "col", "area", "base", "embed", "source", "track", "wbr"]

    /// Whether a tag of MDX parts blocks: those of HTML that do, and components at the start or the end of a line.
    private func parts(_ tag: HTMLTag) -> Bool {
        if !tag.isComponent { return HTMLRole(tag.name).isBlock }
        let before = bytes[..<tag.range.lowerBound].last { $0 != 0x20 && $0 != 0x09 }
        let after = bytes[tag.range.upperBound...].first { $0 != 0x20 && $0 != 0x09 }
        return [nil, 0x0A, 0x0D].contains(before) || [nil, 0x0A, 0x0D].contains(after)
    }

    // MARK: Lines of Markdown

    private mutating func startLine() {
        let start = at
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == UInt8(ascii: ">") { at += 1 }
        guard at < bytes.count else { return }
        let isBlank = bytes[at] == 0x0A || bytes[at] == 0x0D
        if isInIndentedText, !isBlank {
            let isIndented = at - start >= 4 || bytes[start] == 0x09
            let wasAfterAdmonition = isAfterAdmonition
            isAfterAdmonition = false
            isInIndentedText = isIndented
            if isIndented {
                at = start
                let indentation = bytes[start] == 0x09 ? 1 : 4
                mask(upTo: start + indentation, wasAfterAdmonition ? .blockBreak : .nothing)
                return
            }
        }
        switch bytes[at] {
        case UInt8(ascii: "`"), UInt8(ascii: "~"):
            if let end = search.endOfFence(at: at) { at = end }
        case UInt8(ascii: "["):
            if let end = search.endOfFootnoteLabel(at: at) {
                mask(upTo: end, .blockBreak)
                isInIndentedText = true
            }
        case UInt8(ascii: ":"):
            if let end = search.endOfContainerFence(at: at) { mask(upTo: end, .blockBreak) }
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
            if let end = search.endOfAdmonition(at: at) {
                mask(upTo: end, .blockBreak)
                isInIndentedText = true
                isAfterAdmonition = true
            }
        case UInt8(ascii: "i"), UInt8(ascii: "e"):
            if syntax == .mdx, let end = search.endOfModuleStatement(at: at) { mask(upTo: end, .nothing) }
        default: break
        }
    }
}
