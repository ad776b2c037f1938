import Documents
import RuleFormat
import Segmentation
import SourceText

/// Says whether a term is explained where it stands: by the words around it, the next sentence, the paragraph under its
/// heading, or the next cell of its table.
struct Glosses {
    /// In words.
    private static let longestHeading = 8
    private static let fewestWordsOfGloss = 3
    private static let wordsAroundTopic = 2

    let document: Document
    let tokens: TokenTable
    let cues: CueIndex

    func explain(_ match: TokenRange) -> Bool {
        let sentence = tokens.sentence(of: match)
        return isExplainedAfter(match, in: sentence) || isExplainedBefore(match, in: sentence)
            || isExplainedByNextSentence(match, in: sentence) || isExplainedByParagraph(match, in: sentence)
            || isExplainedByNextCell(sentence)
    }

    /// "X is …", "X, or …", "X (plain words)", "X: plain words", "X — plain words".
    private func isExplainedAfter(_ match: TokenRange, in sentence: Sentence) -> Bool {
        let after = skipParenthesis(after: match, in: sentence)
        if [match.upper, after].contains(where: { cueReaches($0, .beside, from: match.lower, in: sentence) }) { return true }
        guard match.upper < sentence.tokens.upper else { return false }
        let shape = tokens.shapes[match.upper]
        if shape.contains(.opening) {
            return hasPlainWords(2, in: (match.upper + 1)..<closing(of: match.upper, in: sentence))
        }
        guard !shape.isDisjoint(with: [.colon, .dash]) else { return false }
        return hasPlainWords(Self.fewestWordsOfGloss, in: (match.upper + 1)..<sentence.tokens.upper)
    }

    /// "what therapists call X", "a term for X", "the alarm system of the brain (your X)".
    private func isExplainedBefore(_ match: TokenRange, in sentence: Sentence) -> Bool {
        let near = max(sentence.tokens.lower, match.lower - 16)..<match.lower
        if cues.hasCue(.before, in: near, where: { cue in
            (cue.upper..<match.lower).count { tokens.isWord($0) } <= 2
        }) { return true }
        return isAsideOnPlainWords(match, in: sentence)
    }

    /// A lower-case term alone in brackets, "your" or "the" before it, is the name of what stands before the brackets.
    private func isAsideOnPlainWords(_ match: TokenRange, in sentence: Sentence) -> Bool {
        guard match.upper < sentence.tokens.upper, tokens.shapes[match.upper].contains(.closing),
            tokens.shapes[match.lower].isDisjoint(with: [.capitalised, .initials]) else { return false }
        let opening = (max(sentence.tokens.lower, match.lower - 2)..<match.lower).last { tokens.shapes[$0].contains(.opening) }
        guard let opening else { return false }
        return hasPlainWords(Self.fewestWordsOfGloss, in: sentence.tokens.lower..<opening)
    }

    /// "I offer X. It is …": the next sentence speaks of the term when it is what this one begins or ends with.
    private func isExplainedByNextSentence(_ match: TokenRange, in sentence: Sentence) -> Bool {
        let isTopic = !hasWords(Self.wordsAroundTopic + 1, in: sentence.tokens.lower..<match.lower)
            || !hasWords(Self.wordsAroundTopic + 1, in: match.upper..<sentence.tokens.upper)
        guard isTopic else { return false }
        let number = Int(tokens.sentenceOfToken[match.lower])
        guard number + 1 < tokens.sentencesOfBlock[sentence.block].upperBound else { return false }
        let next = tokens.sentences[number + 1]
        return cueReaches(next.tokens.lower, .next, from: next.tokens.lower, in: next)
    }

    /// A short heading whose paragraph explains it, and the term in that paragraph.
    private func isExplainedByParagraph(_ match: TokenRange, in sentence: Sentence) -> Bool {
        guard document.blocks[sentence.block].isHeading, sentence.block + 1 < document.blocks.count,
            !hasWords(Self.longestHeading + 1, in: sentence.tokens.indices) else { return false }
        let answer = tokens.sentencesOfBlock[sentence.block + 1]
        guard let first = answer.first, !document.blocks[sentence.block + 1].isHeading else { return false }
        if sentence.isQuestion { return true }
        let last = min(first + 1, answer.upperBound - 1)
        let range = tokens.sentences[first].tokens.lower..<tokens.sentences[last].tokens.upper
        return cues.hasCue(.beside, in: range) || cues.hasCue(.next, in: range)
    }

    /// A term in a table cell, explained in the next one.
    private func isExplainedByNextCell(_ sentence: Sentence) -> Bool {
        guard case .tableCell(let column) = document.blocks[sentence.block].kind, sentence.block + 1 < document.blocks.count,
            case .tableCell(column: column + 1) = document.blocks[sentence.block + 1].kind else { return false }
        return tokens.sentencesOfBlock[sentence.block + 1].contains {
            hasPlainWords(Self.fewestWordsOfGloss, in: tokens.sentences[$0].tokens.indices)
        }
    }

    /// Whether a cue that starts between `start` and a token holds that token: in "play therapy means …" the cue may take
    /// "therapy" too, though the match has it already.
    private func cueReaches(_ token: Int, _ place: ContextCues.Place, from start: Int, in sentence: Sentence) -> Bool {
        guard token < sentence.tokens.upper else { return false }
        let near = start..<min(sentence.tokens.upper, token + 24)
        return cues.hasCue(place, in: near) { $0.lower <= token && token < $0.upper }
    }

    /// The token after "X (XYZ)", or after the match itself.
    private func skipParenthesis(after match: TokenRange, in sentence: Sentence) -> Int {
        guard match.upper < sentence.tokens.upper, tokens.shapes[match.upper].contains(.opening) else { return match.upper }
        return min(closing(of: match.upper, in: sentence) + 1, sentence.tokens.upper)
    }

    private func closing(of opening: Int, in sentence: Sentence) -> Int {
        let near = opening..<min(sentence.tokens.upper, opening + 64)
        return near.first { tokens.shapes[$0].contains(.closing) } ?? near.upperBound
    }

    private func hasWords(_ count: Int, in range: Range<Int>) -> Bool {
        has(count, in: range) { tokens.isWord($0) }
    }

    private func hasPlainWords(_ count: Int, in range: Range<Int>) -> Bool {
        has(count, in: range) { tokens.isWord($0) && tokens.shapes[$0].isDisjoint(with: [.initials, .number]) }
    }

    private func has(_ count: Int, in range: Range<Int>, where counts: (Int) -> Bool) -> Bool {
        var left = count
        for token in range where counts(token) {
            left -= 1
            if left == 0 { return true }
        }
        return left <= 0
    }
}
