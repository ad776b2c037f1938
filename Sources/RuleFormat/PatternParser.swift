/// Something wrong in a pattern, at a byte offset of its text.
package struct PatternError: Error, Equatable {
    package let message: String
    package let offset: Int
}

/// Reads the text of a pattern. Words are separated by space or hyphens. `|` binds tighter than a space; within brackets it
/// parts whole phrases.
package struct PatternParser {
    private static let longestGap = 12
    /// In bytes.
    private static let longest = 4_096
    private static let deepest = 16

    private let text: [UInt8]
    private var at = 0
    private var depth = 0

    private init(_ text: String) {
        self.text = Array(text.utf8)
    }

    package static func parse(_ text: String) throws(PatternError) -> Pattern {
        if text.utf8.count > longest { throw PatternError(message: "longer than \(longest) bytes; write several patterns", offset: 0) }
        var parser = PatternParser(text)
        let pattern = try parser.sequence(until: nil)
        if let message = pattern.edgeProblem { throw PatternError(message: message, offset: 0) }
        return pattern
    }

    private mutating func sequence(until closing: UInt8?) throws(PatternError) -> Pattern {
        var parts: [Pattern] = []
        let start = at
        while true {
            skipSpace()
            guard let byte = peek else {
                if closing != nil { throw PatternError(message: "a bracket is opened and not closed", offset: max(0, start - 1)) }
                break
            }
            if byte == closing || (closing != nil && byte == UInt8(ascii: "|")) { break }
            parts.append(closing == nil ? try alternatives() : try element())
        }
        if parts.isEmpty { throw PatternError(message: "nothing to match here", offset: start) }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    /// Outside brackets: one element, or several joined by `|`.
    private mutating func alternatives() throws(PatternError) -> Pattern {
        var options = [try element()]
        while peek == UInt8(ascii: "|") {
            at += 1
            options.append(try element())
        }
        return options.count == 1 ? options[0] : .alternatives(options)
    }

    private mutating func element() throws(PatternError) -> Pattern {
        let start = at
        guard let byte = peek else { throw PatternError(message: "a word is missing after “|”", offset: at) }
        var pattern: Pattern
        switch byte {
        case UInt8(ascii: "("):
            at += 1
            pattern = try group(closing: UInt8(ascii: ")"))
        case UInt8(ascii: "{"):
            at += 1
            pattern = .marked(try group(closing: UInt8(ascii: "}")))
        case UInt8(ascii: "<"):
            pattern = try named()
        case UInt8(ascii: "^"):
            at += 1
            pattern = .sentenceStart
        case UInt8(ascii: "$"):
            at += 1
            pattern = .sentenceEnd
        case UInt8(ascii: ","):
            at += 1
            pattern = .punctuation
        case UInt8(ascii: "."):
            pattern = try gap()
        case UInt8(ascii: "="):
            at += 1
            let name = word()
            if name.isEmpty { throw PatternError(message: "a word is missing after “=”", offset: start) }
            pattern = .exact(name)
        default:
            pattern = try wordElement()
        }
        if peek == UInt8(ascii: "?") {
            at += 1
            pattern = .optional(pattern)
        }
        if let next = peek, !Self.endsElement(next) {
            throw PatternError(message: "“\(Character(Unicode.Scalar(next)))” cannot stand here; put a space before it", offset: at)
        }
        return pattern
    }

    private static func endsElement(_ byte: UInt8) -> Bool {
        byte <= 0x20 || [UInt8(ascii: "|"), UInt8(ascii: ")"), UInt8(ascii: "}"), UInt8(ascii: ",")].contains(byte)
    }

    private mutating func group(closing: UInt8) throws(PatternError) -> Pattern {
        if depth == Self.deepest { throw PatternError(message: "brackets are nested more than \(Self.deepest) deep", offset: at - 1) }
        depth += 1
        defer { depth -= 1 }
        var options = [try sequence(until: closing)]
        while peek == UInt8(ascii: "|") {
            at += 1
            options.append(try sequence(until: closing))
        }
        at += 1
        return options.count == 1 ? options[0] : .alternatives(options)
    }

    private mutating func named() throws(PatternError) -> Pattern {
        let start = at
        at += 1
        let name = word()
        guard !name.isEmpty, peek == UInt8(ascii: ">") else {
            throw PatternError(message: "write a list or class as <name>", offset: start)
        }
        at += 1
        return WordClass(rawValue: name).map(Pattern.wordClass) ?? .list(name)
    }

    private mutating func gap() throws(PatternError) -> Pattern {
        let start = at
        var digits = ""
        while peek == UInt8(ascii: ".") { at += 1 }
        while let byte = peek, (0x30...0x39).contains(byte) {
            digits.append(Character(Unicode.Scalar(byte)))
            at += 1
        }
        guard let width = Int(digits), (1...Self.longestGap).contains(width) else {
            throw PatternError(message: "write a gap as ..N, with N from 1 to \(Self.longestGap)", offset: start)
        }
        return .gap(width)
    }

    /// A word, an inflected word, words joined by hyphens, or a named group.
    private mutating func wordElement() throws(PatternError) -> Pattern {
        let start = at
        let written = word()
        if written == "_" { return .anyWord }
        if written.count > 1, written.hasSuffix(":"), peek == UInt8(ascii: "(") {
            at += 1
            return .named(String(written.dropLast()), try group(closing: UInt8(ascii: ")")))
        }
        let parts = written.split(separator: "-").map(String.init)
        guard !parts.isEmpty else {
            let shown = peek.map { String(decoding: [$0], as: UTF8.self) } ?? written
            throw PatternError(message: "“\(shown)” is no word", offset: start)
        }
        var patterns = parts.map(Pattern.word)
        if peek == UInt8(ascii: "~") {
            at += 1
            patterns[patterns.count - 1] = .anyForm(parts[parts.count - 1])
        }
        return patterns.count == 1 ? patterns[0] : .sequence(patterns)
    }

    private mutating func word() -> String {
        let start = at
        while let byte = peek, byte > 0x20, !Self.special.contains(byte) { at += 1 }
        return String(decoding: text[start..<at], as: UTF8.self)
    }

    private static let special = Set("()|<>?~{}$^,=\"".utf8)

    private var peek: UInt8? { at < text.count ? text[at] : nil }

    private mutating func skipSpace() {
        while let byte = peek, byte <= 0x20 { at += 1 }
    }
}

extension Pattern {
    /// What is wrong with a whole pattern, if anything: a match must begin with a word.
    fileprivate var edgeProblem: String? {
        let parts: [Pattern] = if case .sequence(let parts) = self { parts } else { [self] }
        for (index, part) in parts.enumerated() {
            if part == .sentenceStart, index > 0 { return "“^” can only stand first" }
            if part == .sentenceEnd, index < parts.count - 1 { return "“$” can only stand last" }
        }
        let words = parts.filter { $0 != .sentenceStart && $0 != .sentenceEnd }
        guard let first = words.first else { return "a pattern needs a word" }
        if case .gap = first { return "a gap cannot stand at the start of a pattern" }
        if mostMarks > 1 { return "a pattern marks one part between “{” and “}”" }
        if words.allSatisfy({ if case .optional = $0 { true } else { false } }) { return "a pattern needs a word that must be there" }
        return nil
    }
}
