import SourceText

/// Finds what a reader of HTML or plain text is not to see: template tags and shortcodes, NULs and bytes that are no UTF-8; and
/// the comments that speak to the program. One pass; what is never closed is text.
struct MaskScanner {
    enum Syntax {
        case html, xhtml, plainText
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let syntax: Syntax
    private var search: TemplateSearch
    private var masks: [Mask] = []
    private var directives: [Directive] = []
    private var at: Int

    static func scan(_ file: SourceFile, from start: Int, in syntax: Syntax) -> (masks: Masks, directives: [Directive]) {
        file.bytes.withUnsafeBufferPointer { bytes in
            var scanner = MaskScanner(bytes, from: start, syntax)
            scanner.scan()
            return (Masks(scanner.masks, unreadable: file.unreadableOffsets(from: start), from: start), scanner.directives)
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ syntax: Syntax) {
        self.bytes = bytes
        self.syntax = syntax
        search = TemplateSearch(bytes)
        at = start
    }

    private mutating func scan() {
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
        for byte in "{[<".utf8 { stops[Int(byte)] = true }
        return stops
    }

    private mutating func stop(at byte: UInt8) {
        switch byte {
        case UInt8(ascii: "["):
            if let end = search.endOfShortcode(at: at) { mask(upTo: end, .mark) } else { at += 1 }
        case UInt8(ascii: "{"): brace()
        default: angle()
        }
    }

    private mutating func mask(upTo end: Int, _ reading: Mask.Reading) {
        masks.append(Mask(range: at..<end, reading: reading))
        at = end
    }

    private var next: UInt8? { at + 1 < bytes.count ? bytes[at + 1] : nil }

    // MARK: Braces and tags

    private mutating func brace() {
        if let end = search.endOfTemplate(at: at, isInHTML: true) { mask(upTo: end, .mark) } else { at += 1 }
    }

    private mutating func angle() {
        let comment = search.endOfComment(at: at)
        let directive = comment.flatMap { Directive(comment: at..<$0, in: bytes) }
        if let directive { directives.append(directive) }
        switch syntax {
        case .plainText:
            if let directive { mask(upTo: directive.range.upper, .nothing) } else { at += 1 }
        case .html, .xhtml:
            if let end = search.endOfEmbedded(at: at) {
                mask(upTo: end, .mark)
            } else if syntax == .xhtml, next == UInt8(ascii: "!") {
                declaration()
            } else if syntax == .xhtml, let tag = HTMLTag(at: at, in: bytes), tag.isSelfClosing, !Self.void.contains(tag.name) {
                mask(upTo: tag.range.upperBound, .nothing)
            } else if let end = search.endOfNoScript(at: at) {
                mask(upTo: end, .nothing)
            } else {
                at += 1
            }
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
}
