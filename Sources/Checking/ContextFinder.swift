import Documents
import RuleFormat
import Segmentation
import SourceText

/// Says which contexts a match stands in. Only sentences that hold a match are looked at.
struct ContextFinder {
    private let document: Document
    private let tokens: TokenTable
    private let cues: [Context: CueIndex]
    private let clauseStarts: CueIndex
    /// The heading that each block stands under, a heading under itself.
    private let headings: [Int?]

    init(document: Document, tokens: TokenTable, cues: [Context: [ContextCues.Place: [TokenRange]]]) {
        self.document = document
        self.tokens = tokens
        self.cues = cues.mapValues { CueIndex($0) }
        clauseStarts = CueIndex([.clause: cues.values.flatMap { $0[.clause] ?? [] }])
        var heading: Int?
        headings = document.blocks.indices.map { block in
            if document.blocks[block].isHeading { heading = block }
            return heading
        }
    }

    /// Whether a match stands in a context.
    func holds(_ context: Context, for match: TokenRange) -> Bool {
        switch context {
        case .negated: isCuedInClause(.negated, match) || isUnderNegatedLeadIn(match)
        case .hedged: isCuedInClause(.hedged, match)
        case .conditional: isCuedInClause(.conditional, match)
        case .asked: sentence(of: match).isQuestion
        case .quoted: isQuoted(match)
        case .glossed: isGlossed(match)
        case .historical: isCuedInBlock(.historical, match)
        case .professional: isUnderProfessionalHeading(match)
        }
    }

    /// Whether a match stands in any context of a set.
    func holdsAny(of contexts: ContextSet, for match: TokenRange) -> Bool {
        Context.allCases.contains { contexts.contains($0) && holds($0, for: match) }
    }

    func sentence(of match: TokenRange) -> Sentence {
        tokens.sentences[Int(tokens.sentenceOfToken[match.lower])]
    }

    func block(of match: TokenRange) -> Block {
        document.blocks[sentence(of: match).block]
    }

    // MARK: Clauses

    private func isCuedInClause(_ context: Context, _ match: TokenRange) -> Bool {
        guard let index = cues[context] else { return false }
        let sentence = sentence(of: match).tokens
        let start = clauseStart(of: match, in: sentence)
        if index.ranges(.before, in: start..<match.lower).contains(where: { isCue($0, index) }) { return true }
        let end = clauseEnd(of: match, in: sentence)
        return index.ranges(.after, in: match.upper..<end).contains { isCue($0, index) }
    }

    private func isCue(_ range: TokenRange, _ index: CueIndex) -> Bool {
        !index.ranges(.except, in: max(0, range.lower - 4)..<(range.upper + 4)).contains { $0.overlaps(range) }
    }

    /// The first token of the clause that a match ends: after the last stop, or the last words that start a new clause.
    private func clauseStart(of match: TokenRange, in sentence: TokenRange) -> Int {
        var start = sentence.lower
        for token in sentence.lower..<match.lower where !tokens.shapes[token].isDisjoint(with: [.colon, .semicolon, .dash, .opening]) {
            start = token + 1
        }
        // A cue may run into the match: in ", we guarantee" the new clause starts before the match and ends in it.
        for cue in clauseStarts.ranges(.clause, in: start..<match.upper) where cue.lower < match.lower {
            start = max(start, cue.lower)
        }
        return start
    }

    private func clauseEnd(of match: TokenRange, in sentence: TokenRange) -> Int {
        let stop = (match.upper..<sentence.upper).first { !tokens.shapes[$0].isDisjoint(with: [.colon, .semicolon, .dash]) }
        let end = stop ?? sentence.upper
        return clauseStarts.ranges(.clause, in: match.upper..<end).first?.lower ?? end
    }

    private func isUnderNegatedLeadIn(_ match: TokenRange) -> Bool {
        guard let index = cues[.negated], let leadIn = block(of: match).leadIn,
            let sentence = tokens.sentencesOfBlock[leadIn].last.map({ tokens.sentences[$0] }) else { return false }
        let introduces = document.blocks[leadIn].isHeading
            || sentence.tokens.indices.last.map { tokens.shapes[$0].contains(.colon) } ?? false
        guard introduces else { return false }
        return index.ranges(.before, in: sentence.tokens.indices).contains { isCue($0, index) }
    }

    // MARK: Blocks and sections

    private func isCuedInBlock(_ context: Context, _ match: TokenRange) -> Bool {
        isCued(context, inBlock: sentence(of: match).block)
    }

    private func isCued(_ context: Context, inBlock block: Int) -> Bool {
        guard let index = cues[context] else { return false }
        let sentences = tokens.sentencesOfBlock[block]
        guard let first = sentences.first, let last = sentences.last else { return false }
        let range = tokens.sentences[first].tokens.lower..<tokens.sentences[last].tokens.upper
        return index.ranges(.within, in: range).contains { isCue($0, index) }
    }

    private func isUnderProfessionalHeading(_ match: TokenRange) -> Bool {
        headings[sentence(of: match).block].map { isCued(.professional, inBlock: $0) } ?? false
    }

    // MARK: Quotations

    private func isQuoted(_ match: TokenRange) -> Bool {
        let block = block(of: match)
        if block.quoteDepth > 0 { return true }
        let range = tokens.text(of: match)
        return Quotations(in: document.text, block.range).contain(range)
    }

    // MARK: Glosses

    private static let longestHeading = 8
    private static let fewestWordsOfGloss = 3
    private static let wordsAroundTopic = 2

    private func isGlossed(_ match: TokenRange) -> Bool {
        let sentence = sentence(of: match)
        return isGlossedAfter(match, in: sentence) || isGlossedBefore(match, in: sentence)
            || isGlossedByNextSentence(match) || isGlossedByParagraph(match) || isGlossedByNextCell(match)
    }

    /// "X is …", "X, or …", "X (plain words)", "X: plain words", "X — plain words".
    private func isGlossedAfter(_ match: TokenRange, in sentence: Sentence) -> Bool {
        let after = skipParenthesis(after: match, in: sentence)
        let starts = [match.upper, after]
        if starts.contains(where: { cueReaches($0, .after, from: match.lower, in: sentence) }) { return true }
        guard match.upper < sentence.tokens.upper else { return false }
        let shape = tokens.shapes[match.upper]
        if shape.contains(.opening) {
            let end = closing(of: match.upper, in: sentence)
            return plainWords(in: (match.upper + 1)..<end) >= 2
        }
        guard !shape.isDisjoint(with: [.colon, .dash]) else { return false }
        return plainWords(in: (match.upper + 1)..<sentence.tokens.upper) >= Self.fewestWordsOfGloss
    }

    /// "what therapists call X", "a term for X".
    private func isGlossedBefore(_ match: TokenRange, in sentence: Sentence) -> Bool {
        guard let index = cues[.glossed] else { return false }
        return index.ranges(.before, in: sentence.tokens.lower..<match.lower).contains { cue in
            (cue.upper..<match.lower).count { tokens.isWord($0) } <= 2
        }
    }

    /// "I offer X. It is …": the next sentence speaks of the term when it is what this one begins or ends with.
    private func isGlossedByNextSentence(_ match: TokenRange) -> Bool {
        let sentence = sentence(of: match).tokens
        let isTopic = (sentence.lower..<match.lower).count { tokens.isWord($0) } <= Self.wordsAroundTopic
            || (match.upper..<sentence.upper).count { tokens.isWord($0) } <= Self.wordsAroundTopic
        guard isTopic else { return false }
        let number = Int(tokens.sentenceOfToken[match.lower])
        let sentences = tokens.sentencesOfBlock[tokens.sentences[number].block]
        guard number + 1 < sentences.upperBound else { return false }
        let next = tokens.sentences[number + 1]
        return cueReaches(next.tokens.lower, .within, from: next.tokens.lower, in: next)
    }

    /// A short heading whose paragraph explains it, and the term in that paragraph.
    private func isGlossedByParagraph(_ match: TokenRange) -> Bool {
        let sentence = sentence(of: match)
        guard document.blocks[sentence.block].isHeading, sentence.block + 1 < document.blocks.count else { return false }
        guard sentence.tokens.indices.count(where: tokens.isWord) <= Self.longestHeading else { return false }
        let answer = tokens.sentencesOfBlock[sentence.block + 1]
        guard let first = answer.first, !document.blocks[sentence.block + 1].isHeading else { return false }
        if sentence.isQuestion { return true }
        guard let index = cues[.glossed] else { return false }
        let last = min(first + 1, answer.upperBound - 1)
        let range = tokens.sentences[first].tokens.lower..<tokens.sentences[last].tokens.upper
        return [.after, .within].contains { place in index.ranges(place, in: range).contains { isCue($0, index) } }
    }

    /// A term alone in a table cell, explained in the next one.
    private func isGlossedByNextCell(_ match: TokenRange) -> Bool {
        let number = sentence(of: match).block
        guard case .tableCell(let column) = document.blocks[number].kind, number + 1 < document.blocks.count,
            case .tableCell(column: column + 1) = document.blocks[number + 1].kind else { return false }
        let sentences = tokens.sentencesOfBlock[number + 1]
        return sentences.contains { plainWords(in: tokens.sentences[$0].tokens.indices) >= Self.fewestWordsOfGloss }
    }

    /// Whether a cue that starts between `start` and a token holds that token: in "play therapy means …" the cue may take
    /// "therapy" too, though the match has it already.
    private func cueReaches(_ token: Int, _ place: ContextCues.Place, from start: Int, in sentence: Sentence) -> Bool {
        guard let index = cues[.glossed], token < sentence.tokens.upper else { return false }
        return index.ranges(place, in: start..<sentence.tokens.upper)
            .contains { $0.lower <= token && token < $0.upper && isCue($0, index) }
    }

    /// The token after "X (XYZ)", or after the match itself.
    private func skipParenthesis(after match: TokenRange, in sentence: Sentence) -> Int {
        guard match.upper < sentence.tokens.upper, tokens.shapes[match.upper].contains(.opening) else { return match.upper }
        return min(closing(of: match.upper, in: sentence) + 1, sentence.tokens.upper)
    }

    private func closing(of opening: Int, in sentence: Sentence) -> Int {
        (opening..<sentence.tokens.upper).first { tokens.shapes[$0].contains(.closing) } ?? sentence.tokens.upper
    }

    private func plainWords(in range: Range<Int>) -> Int {
        range.count { tokens.isWord($0) && tokens.shapes[$0].isDisjoint(with: [.initials, .number]) }
    }
}
