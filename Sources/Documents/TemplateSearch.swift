/// Tells where template tags, shortcodes and the like end. What it has looked for in vain it does not look for again, so that
/// its time follows the length of the file.
struct TemplateSearch {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// For each string, where it stands next, as far as that is known; the end of the file when nowhere.
    private var nextPlaces: [String: Int] = [:]
    private var nextBlank = -1
    /// Up to where no run of so many backticks stands.
    private var withoutTicks: [Int: Int] = [:]
    /// The names of the shortcodes that are closed anywhere.
    private lazy var closedShortcodes = namesOfClosedShortcodes()
    private lazy var noScripts = endsOfNoScripts()

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    // MARK: Template tags

    private static let closers: [UInt8: String] = [
        UInt8(ascii: "{"): "}}", UInt8(ascii: "%"): "%}", UInt8(ascii: "#"): "#}",
    ]

    /// Tags whose content shows as code, or not at all.
    private static let verbatim: Set<String> = ["highlight", "comment", "schema", "javascript", "stylesheet", "style"]

    /// `{{ … }}`, `{% … %}`, `{# … #}`, within a paragraph; with the content of those that hold code or comments.
    mutating func endOfTemplate(at start: Int, isInHTML: Bool) -> Int? {
        guard start + 1 < bytes.count, let closer = Self.closers[bytes[start + 1]] else { return nil }
        if let end = endOfTemplateComment(at: start) { return end }
        let isTriple = closer == "}}" && start + 2 < bytes.count && bytes[start + 2] == bytes[start]
        guard let end = end(of: isTriple ? "}}}" : closer, from: start + 2), end <= endOfParagraph(from: start) else { return nil }
        if isInHTML, let script = place(of: "</script", from: start), script < end { return nil }
        return endOfVerbatim(openedBy: start..<end) ?? end
    }

    /// `{# … #}`, `{{/* … */}}` and `{{!-- … --}}`, over any number of paragraphs. What follows `{#` at once may be the name of a heading.
    private mutating func endOfTemplateComment(at start: Int) -> Int? {
        if bytes[start + 1] == UInt8(ascii: "#") {
            guard start + 2 < bytes.count, HTMLTag.isSpace(bytes[start + 2]) || bytes[start + 2] == UInt8(ascii: "-") else { return nil }
            return end(of: "#}", from: start + 2)
        }
        if bytes[start...].starts(with: "{{!--".utf8) { return end(of: "--}}", from: start + 5) }
        guard ["{{/*", "{{- /*"].contains(where: { bytes[start...].starts(with: $0.utf8) }), let close = place(of: "*/", from: start + 2) else { return nil }
        return end(of: "}}", from: close)
    }

    private mutating func endOfVerbatim(openedBy tag: Range<Int>) -> Int? {
        let isShortcode = bytes[tag.lowerBound + 1] == UInt8(ascii: "{")
        let inside = bytes[tag].drop { !HTMLTag.isLetter($0) && $0 != UInt8(ascii: "/") }
        let name = String(decoding: inside.prefix { HTMLTag.isLetter($0) }, as: UTF8.self)
        guard Self.verbatim.contains(name), !bytes[tag].reversed().starts(with: "}}>/".utf8) else { return nil }
        guard let start = closingTag(of: name, isShortcode: isShortcode, from: tag.upperBound) else { return nil }
        return end(of: isShortcode ? "}}" : "%}", from: start)
    }

    /// Where a shortcode or a block of a template is closed: `{{< /name >}}`, `{{%/name%}}`, `{% endname %}`, however spaced.
    private mutating func closingTag(of name: String, isShortcode: Bool, from start: Int) -> Int? {
        let closing = (isShortcode ? "/" : "end") + name
        if let known = nextPlaces[closing], known >= start { return known == bytes.count ? nil : known }
        var at = start
        while at < bytes.count, bytes[at] != UInt8(ascii: "{") || !isClosingTag(at: at, of: name, isShortcode: isShortcode) { at += 1 }
        nextPlaces[closing] = at
        return at == bytes.count ? nil : at
    }

    private func isClosingTag(at start: Int, of name: String, isShortcode: Bool) -> Bool {
        let opening = isShortcode ? ["{{<", "{{%"] : ["{%-", "{%"]
        guard let mark = opening.first(where: { bytes[start...].starts(with: $0.utf8) }) else { return false }
        var rest = bytes[(start + mark.utf8.count)...].drop { HTMLTag.isSpace($0) }
        guard rest.starts(with: (isShortcode ? "/" : "end").utf8) else { return false }
        rest = rest.dropFirst(isShortcode ? 1 : 3)
        if isShortcode { rest = rest.drop { HTMLTag.isSpace($0) } }
        return rest.starts(with: name.utf8) && !(rest.dropFirst(name.utf8.count).first.map(HTMLTag.isLetter) ?? false)
    }

    /// `<% … %>`.
    mutating func endOfEmbedded(at start: Int) -> Int? {
        guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "%") else { return nil }
        return end(of: "%>", from: start + 2)
    }

    /// `<noscript>` with all that it holds: gumbo reads it as browsers without scripts do, and moves it out of the head.
    mutating func endOfNoScript(at start: Int) -> Int? {
        guard start + 1 < bytes.count, bytes[start + 1] | 0x20 == UInt8(ascii: "n") else { return nil }
        return noScripts[start]
    }

    private static let texts = HTMLTagSet("script style textarea title xmp iframe noembed noframes")

    /// The ends of all `<noscript>`s by where they start. Those in comments, scripts and the like are none.
    private func endsOfNoScripts() -> [Int: Int] {
        var ends: [Int: Int] = [:]
        var tokens = HTMLTokens(bytes)
        while let token = tokens.next(isForeign: false) {
            guard case .tag(let tag) = token, !tag.isEnd else { continue }
            if tag.name == .noscript {
                tokens.skipText(of: tag)
                ends[tag.range.lowerBound] = tokens.at
            } else if tag.name == .script {
                tokens.skipScript(of: tag)
            } else if Self.texts.contains(tag.name) {
                tokens.skipText(of: tag)
            }
        }
        return ends
    }

    /// `{: .wide}`, `{#name}`, `{.wide}` on one line.
    func endOfAttributes(at start: Int) -> Int? {
        guard start + 2 < bytes.count, ":#.".utf8.contains(bytes[start + 1]), bytes[start + 2] != UInt8(ascii: "}") else { return nil }
        var at = start + 1
        while at < bytes.count, bytes[at] >= 0x20, bytes[at] != UInt8(ascii: "{") {
            if bytes[at] == UInt8(ascii: "}") { return at + 1 }
            at += 1
        }
        return nil
    }

    // MARK: Shortcodes

    private static let knownShortcodes: Set<String> = ["gallery", "caption", "embed", "audio", "video", "playlist"]

    /// In bytes. No name of a shortcode is longer.
    private static let longestName = 64

    /// `[gallery ids="1,2"]`, `[/caption]`, `[row]` where `[/row]` follows. What a reader may have put in brackets is text.
    mutating func endOfShortcode(at start: Int) -> Int? {
        var at = start + 1
        let isEnd = at < bytes.count && bytes[at] == UInt8(ascii: "/")
        if isEnd { at += 1 }
        let nameStart = at
        while at < bytes.count, at - nameStart < Self.longestName, Self.isNameOfShortcode(bytes[at]) { at += 1 }
        guard at > nameStart, at < bytes.count, HTMLTag.isLetter(bytes[nameStart]) else { return nil }
        let name = String(decoding: bytes[nameStart..<at], as: UTF8.self)
        var holdsValue = false
        while at < bytes.count, bytes[at] != UInt8(ascii: "]") {
            if Self.endsLine(bytes[at]) || bytes[at] == UInt8(ascii: "[") || isEnd { return nil }
            if bytes[at] == UInt8(ascii: "="), HTMLTag.isSpace(bytes[nameStart + name.utf8.count]) { holdsValue = true }
            at += 1
        }
        guard at < bytes.count else { return nil }
        let isClosed = isEnd || closedShortcodes.contains(name)
        let follower = at + 1 < bytes.count ? bytes[at + 1] : 0x0A
        // The text of a link, or its definition.
        if "(:".utf8.contains(follower) && !holdsValue || follower == UInt8(ascii: "[") && !holdsValue && !isClosed { return nil }
        return isClosed || holdsValue || Self.knownShortcodes.contains(name) ? at + 1 : nil
    }

    private func namesOfClosedShortcodes() -> Set<String> {
        var names: Set<String> = []
        var at = 0
        while at < bytes.count {
            if at + 8 <= bytes.count, !Self.mayHoldBracket(UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self)) {
                at += 8
                continue
            }
            at += 1
            guard bytes[at - 1] == UInt8(ascii: "["), at < bytes.count, bytes[at] == UInt8(ascii: "/") else { continue }
            let name = bytes[(at + 1)...].prefix(Self.longestName).prefix(while: Self.isNameOfShortcode)
            if name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: "]") {
                names.insert(String(decoding: name, as: UTF8.self))
            }
        }
        return names
    }

    /// Whether one of eight bytes is a bracket that opens. (Others may be taken for one, but none is missed.)
    private static func mayHoldBracket(_ bytes: UInt64) -> Bool {
        let other = bytes ^ 0x5B5B_5B5B_5B5B_5B5B
        return (other &- 0x0101_0101_0101_0101) & ~other & 0x8080_8080_8080_8080 != 0
    }

    private static func isNameOfShortcode(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    // MARK: Markdown

    /// The end of a span of code within a limit, or of the backticks when they open none.
    mutating func endOfCode(at start: Int, upTo limit: Int) -> Int {
        let opening = endOfRun(at: start)
        let count = opening - start
        if let known = withoutTicks[count], known >= limit { return opening }
        var at = opening
        while at < limit {
            guard bytes[at] == UInt8(ascii: "`") else {
                at += 1
                continue
            }
            let end = endOfRun(at: at)
            if end - at == count { return end }
            at = end
        }
        withoutTicks[count] = limit
        return opening
    }

    private func endOfRun(at start: Int) -> Int {
        var at = start
        while at < bytes.count, bytes[at] == bytes[start] { at += 1 }
        return at
    }

    /// `<!-- … -->`.
    mutating func endOfComment(at start: Int) -> Int? {
        bytes[start...].starts(with: "<!--".utf8) ? end(of: "-->", from: start + 4) : nil
    }

    // MARK: Places

    private static func endsLine(_ byte: UInt8) -> Bool {
        byte == 0x0A || byte == 0x0D
    }

    /// Where the paragraph ends: at the next blank line.
    private mutating func endOfParagraph(from start: Int) -> Int {
        if nextBlank >= start { return nextBlank }
        var at = start
        while at < bytes.count {
            guard Self.endsLine(bytes[at]) else {
                at += 1
                continue
            }
            var line = at + 1
            if bytes[at] == 0x0D, line < bytes.count, bytes[line] == 0x0A { line += 1 }
            while line < bytes.count, bytes[line] == 0x20 || bytes[line] == 0x09 || bytes[line] == UInt8(ascii: ">") { line += 1 }
            if line == bytes.count || Self.endsLine(bytes[line]) { break }
            at = line
        }
        nextBlank = at
        return at
    }

    /// The offset behind the next place of a string.
    mutating func end(of string: String, from start: Int) -> Int? {
        place(of: string, from: start).map { $0 + string.utf8.count }
    }

    private mutating func place(of string: String, from start: Int) -> Int? {
        if let known = nextPlaces[string], known >= start { return known == bytes.count ? nil : known }
        let first = string.utf8.first
        var at = start
        while at < bytes.count, bytes[at] != first || !bytes[at...].starts(with: string.utf8) { at += 1 }
        nextPlaces[string] = at
        return at == bytes.count ? nil : at
    }
}
