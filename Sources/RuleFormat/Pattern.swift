/// What a rule looks for: a sequence over words. `rules/README.md` says how one is written.
package indirect enum Pattern: Hashable, Sendable {
    /// A word in any case, as written in the rule.
    case word(String)
    /// A word in exactly this form.
    case exact(String)
    /// Any inflected form of a word.
    case anyForm(String)
    case wordClass(WordClass)
    /// Exactly one word of any kind.
    case anyWord
    /// Up to so many words of any kind.
    case gap(Int)
    case punctuation
    case sentenceStart
    case sentenceEnd
    /// An entry of a named list.
    case list(String)
    case sequence([Pattern])
    case alternatives([Pattern])
    case optional(Pattern)
    /// The part that a finding covers, where it is not the whole match.
    case marked(Pattern)
}

extension Pattern {
    /// The list that stands for the crisis lines of the page's region; see `CrisisLines.patterns`.
    package static let crisisLine = Pattern.list("crisis-line")

    /// The pattern with the lines of one country in place of `<crisis-line>`.
    package func withCrisisLines(_ lines: Pattern) -> Pattern {
        switch self {
        case .list: self == .crisisLine ? lines : self
        case .sequence(let parts): .sequence(parts.map { $0.withCrisisLines(lines) })
        case .alternatives(let parts): .alternatives(parts.map { $0.withCrisisLines(lines) })
        case .optional(let part): .optional(part.withCrisisLines(lines))
        case .marked(let part): .marked(part.withCrisisLines(lines))
        default: self
        }
    }
}

