/// What a stretch of a file can stand for in the text, worked out from its bytes alone and not as the readers do it.
struct Substitution {
    let source: [UInt8]

    private static let named = [
        "amp": "&", "eacute": "é", "nbsp": "\u{A0}", "shy": "\u{AD}", "rsquo": "’", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ast": "*", "not": "¬",
        "copy": "©", "ascr": "𝒶", "ensp": "\u{2002}",
    ]
    /// What HTML has in place of the numbers that Windows-1252 uses.
    private static let ofWindows: [UInt32: UInt32] = [0x80: 0x20AC, 0x92: 0x2019]

    /// The name of what makes the text of the bytes; nil when nothing does.
    func name(for text: String) -> String? {
        let source = String(decoding: source, as: UTF8.self)
        if source.first == "&", reference(source.dropFirst()) == text { return "reference" }
        switch text {
        case " ":
            if source.allSatisfy({ $0.isWhitespace || $0 == ">" }) { return "space" }
            if source.lowercased().hasPrefix("<br") { return "break" }
            if source.first == "&", reference(source.dropFirst())?.allSatisfy(\.isWhitespace) ?? false { return "reference" }
            return source.first == "\\" ? "escape" : nil
        case "\u{FFFC}": return "mark"
        case "\u{FFFD}": return self.source.count == 1 && (self.source[0] == 0 || self.source[0] >= 0x80) ? "damage" : nil
        case "“", "”": return source.hasPrefix("<") || source.isEmpty ? "quotation" : nil
        case "[^", "]": return source.hasPrefix("<") || source.isEmpty ? "superscript" : nil
        case "<", "&": return source == text ? "sign" : nil
        default: return source == "\\" + text || (text == "'" && source == "''") ? "escape" : nil
        }
    }

    private func reference(_ body: Substring) -> String? {
        let digits = body.hasSuffix(";") ? body.dropLast() : body
        guard digits.first == "#" else { return Self.named[String(digits)] }
        let isHexadecimal = digits.dropFirst().first?.lowercased() == "x"
        guard let number = UInt32(digits.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10) else { return "\u{FFFD}" }
        return Unicode.Scalar(Self.ofWindows[number] ?? number).flatMap { $0.value == 0 ? nil : String($0) } ?? "\u{FFFD}"
    }
}
