import RuleFormat

extension Pattern {
    /// The pattern as a rule file would have it.
    var written: String {
        switch self {
        case .word(let word): word
        case .exact(let word): "=\(word)"
        case .anyForm(let word): "\(word)~"
        case .wordClass(let name): "<\(name.rawValue)>"
        case .anyWord: "_"
        case .gap(let width): "..\(width)"
        case .punctuation: ","
        case .sentenceStart: "^"
        case .sentenceEnd: "$"
        case .list(let name): "<\(name)>"
        case .sequence(let parts): parts.map(\.written).joined(separator: " ")
        case .alternatives(let options): "(\(options.map(\.written).joined(separator: "|")))"
        case .optional(let part): if case .sequence = part { "(\(part.written))?" } else { "\(part.written)?" }
        case .named(let name, let part): "\(name):(\(part.written))"
        case .marked(let part): "{\(part.written)}"
        }
    }
}
