import Documents
import RuleFormat
import Segmentation
import SourceText

/// Says whether a term is explained where it stands: by the words around it, the next sentence, the paragraph under its
/// heading, the next cell of its table, or its markup. Its initials spelled out are no explanation.
struct Glosses {
    /// In words.
    private static let longestHeading = 8
    private static let fewestWordsOfGloss = 3
    private static let wordsAroundTopic = 2
    private static let wordsAroundName = 1
    private static let wordsBeforeAside = 2
    private static let fewestWordsOfParagraph = 6
    private static let wordsOfAside = 4
    /// In bytes. What holds more beside the term has its tooltip for something else.
    private static let mostBytesBesideTerm = 24

    let document: Document
    let tokens: TokenTable
    let cues: CueIndex

    private var longForm: LongForm { LongForm(text: document.text, tokens: tokens) }

    /// A term that is named, and not used, has quotation marks of its own.
    func explain(_ match: TokenRange, isNamed: Bool) -> Bool {
        let sentence = tokens.sentence(of: match)
        return isExplainedAfter(match, in: sentence) || isExplainedBefore(match, in: sentence)
            || isExplainedByNextSentence(match, isNamed: isNamed, in: sentence) || isExplainedByParagraph(match, in: sentence)
            || isExplainedByNextCell(match, in: sentence) || isExplainedByMarkup(match, in: sentence)
    }

    /// "X is …", "X, or …", "X (plain words)", "X: plain words", "X — plain words".
    private func isExplainedAfter(_ match: TokenRange, in sentence: Sentence) -> Bool {
        let after = skipParenthesis(after: match, in: sentence)
        let near = Set([match.upper, after])
        if near.contains(where: { explains(match, beside: $0, in: sentence) }) { return true }
        guard match.upper < sentence.tokens.upper else { return false }
        if hasPlainAside(after: match, in: sentence) { return true }
        let shape = tokens.shapes[match.upper]
        guard !shape.isDisjoint(with: [.colon, .dash]) else { return false }
        return explains(match, by: (match.upper + 1)..<sentence.tokens.upper, Self.fewestWordsOfGloss)
    }

    /// Whether a cue at a token begins an explanation: "X, or …", "X means …".
    private func explains(_ match: TokenRange, beside token: Int, in sentence: Sentence) -> Bool {
        guard let cue = cue(reaching: token, .beside, from: match.lower, in: sentence) else { return false }
        let end = (cue.upper..<sentence.tokens.upper).first { !tokens.isWord($0) } ?? sentence.tokens.upper
        let isSpelledOut = [token, cue.upper].contains { longForm.isSpelledOut(match, by: $0..<end) }
        return !isSpelledOut || hasPlainWords(Self.fewestWordsOfGloss, in: end..<sentence.tokens.upper)
    }

    /// Whether so many plain words explain a term: they do more than spell it out, and do not call to do something.
    private func explains(_ match: TokenRange, by words: Range<Int>, _ fewest: Int) -> Bool {
        hasPlainWords(fewest, in: words) && !longForm.isSpelledOut(match, by: words)
            && ![words.lowerBound - 1, words.lowerBound].contains(where: cues.hasException)
    }

    /// "X (plain words)", "X therapy (plain words)".
    private func hasPlainAside(after match: TokenRange, in sentence: Sentence) -> Bool {
        let near = match.upper..<min(sentence.tokens.upper, match.upper + Self.wordsBeforeAside + 1)
        guard let opening = near.first(where: { !tokens.isWord($0) }), tokens.shapes[opening].contains(.opening) else { return false }
        let isBeside = opening == match.upper
        return explains(match, by: (opening + 1)..<closing(of: opening, in: sentence), isBeside ? 2 : Self.fewestWordsOfGloss)
    }

    /// "what therapists call X", "a term for X", "the alarm system of the brain (your X)".
    private func isExplainedBefore(_ match: TokenRange, in sentence: Sentence) -> Bool {
        let near = max(sentence.tokens.lower, match.lower - 16)..<match.lower
        if cues.hasCue(.before, in: near, where: { cue in
            (cue.upper..<match.lower).count { tokens.isWord($0) } <= 2
        }) { return true }
        return isAsideOnPlainWords(match, in: sentence)
    }

    /// A lower-case term alone in brackets or between dashes, "your" or "the" before it, is the name of what stands before.
    private func isAsideOnPlainWords(_ match: TokenRange, in sentence: Sentence) -> Bool {
        guard match.upper < sentence.tokens.upper, tokens.shapes[match.lower].isDisjoint(with: [.capitalised, .initials]) else { return false }
        let end = tokens.shapes[match.upper]
        let opener: Shape = end.contains(.closing) ? .opening : end.contains(.dash) ? .dash : []
        let near = max(sentence.tokens.lower, match.lower - Self.wordsOfAside)..<match.lower
        guard let opening = near.last(where: { !tokens.shapes[$0].isDisjoint(with: opener) }) else { return false }
        return hasPlainWords(2, in: sentence.tokens.lower..<opening)
    }

    /// "I offer X. It is …": the next sentence speaks of the term when it is what this one begins or ends with, or
    /// names.
    private func isExplainedByNextSentence(_ match: TokenRange, isNamed: Bool, in sentence: Sentence) -> Bool {
        let isTopic = isNamed || !hasWords(Self.wordsAroundTopic + 1, in: sentence.tokens.lower..<match.lower)
            || !hasWords(Self.wordsAroundTopic + 1, in: match.upper..<sentence.tokens.upper)
        guard isTopic else { return false }
        let number = Int(tokens.sentenceOfToken[match.lower])
        guard number + 1 < tokens.sentencesOfBlock[sentence.block].upperBound else { return false }
        let next = tokens.sentences[number + 1]
        let isRunInHeading = number == tokens.sentencesOfBlock[sentence.block].lowerBound && otherWords(than: match, in: sentence) <= Self.wordsAroundName
        if isRunInHeading { return explains(match, by: next.tokens.indices, Self.fewestWordsOfParagraph) }
        return cue(reaching: next.tokens.lower, .next, from: next.tokens.lower, in: next) != nil
    }

    /// A short heading whose paragraph explains it: a question, a heading that is the term's name and no more, or one with
    /// an explanation in its paragraph. A line alone that is the name counts as a heading.
    private func isExplainedByParagraph(_ match: TokenRange, in sentence: Sentence) -> Bool {
        guard sentence.block + 1 < document.blocks.count, !document.blocks[sentence.block + 1].isHeading,
            !hasWords(Self.longestHeading + 1, in: sentence.tokens.indices) else { return false }
        let answer = tokens.sentencesOfBlock[sentence.block + 1]
        guard let first = answer.first else { return false }
        let answerTokens = tokens.sentences[first].tokens.indices
        if isName(match, ofBlock: sentence), explains(match, by: answerTokens, Self.fewestWordsOfParagraph) { return true }
        guard document.blocks[sentence.block].isHeading else { return false }
        if sentence.isQuestion { return true }
        let last = min(first + 1, answer.upperBound - 1)
        let range = tokens.sentences[first].tokens.lower..<tokens.sentences[last].tokens.upper
        return cues.hasCue(.beside, in: range) || cues.hasCue(.next, in: range)
    }

    /// Whether a block is a heading or a paragraph that holds a term and at most a word beside it, as in "X therapy".
    private func isName(_ match: TokenRange, ofBlock sentence: Sentence) -> Bool {
        let block = document.blocks[sentence.block]
        let isAlone = tokens.sentencesOfBlock[sentence.block].count == 1 && sentence.text.upper == block.range.upper
        guard block.isHeading || (block.kind == .paragraph && isAlone && !endsSentence(sentence)) else { return false }
        return otherWords(than: match, in: sentence) <= Self.wordsAroundName
    }

    private func endsSentence(_ sentence: Sentence) -> Bool {
        document.text[sentence.text.indices].last { $0 > 0x20 }.map { [UInt8(ascii: "."), UInt8(ascii: "!")].contains($0) } ?? false
    }

    /// A term in a table cell, explained in the next one.
    private func isExplainedByNextCell(_ match: TokenRange, in sentence: Sentence) -> Bool {
        guard case .tableCell(let column) = document.blocks[sentence.block].kind, sentence.block + 1 < document.blocks.count,
            case .tableCell(column: column + 1) = document.blocks[sentence.block + 1].kind else { return false }
        return tokens.sentencesOfBlock[sentence.block + 1].contains {
            explains(match, by: tokens.sentences[$0].tokens.indices, Self.fewestWordsOfGloss)
        }
    }

    /// A term that its markup says is defined by the sentence around it, or that has a tooltip of plain words.
    private func isExplainedByMarkup(_ match: TokenRange, in sentence: Sentence) -> Bool {
        let text = tokens.text(of: match)
        return document.glosses(around: text).contains { gloss in
            guard gloss.range.count <= text.count + Self.mostBytesBesideTerm else { return false }
            guard let block = gloss.block else { return otherWords(than: match, in: sentence) >= Self.fewestWordsOfGloss }
            return tokens.sentencesOfBlock[block].contains { explains(match, by: tokens.sentences[$0].tokens.indices, Self.fewestWordsOfGloss) }
        }
    }

    /// A cue that starts between `start` and a token and holds that token: in "play therapy means …" the cue may take
    /// "therapy" too, though the match has it already.
    private func cue(reaching token: Int, _ place: ContextCues.Place, from start: Int, in sentence: Sentence) -> TokenRange? {
        guard token < sentence.tokens.upper else { return nil }
        let near = start..<min(sentence.tokens.upper, token + 24)
        return cues.firstCue(place, in: near) { $0.lower <= token && token < $0.upper }
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

    private func otherWords(than match: TokenRange, in sentence: Sentence) -> Int {
        sentence.tokens.indices.count { tokens.isWord($0) } - match.indices.count { tokens.isWord($0) }
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
