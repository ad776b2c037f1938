import Documents
import RuleFormat
import Segmentation
import SourceText

/// Says which contexts a match stands in. Most contexts are words at a place (see `ContextCues.Place`); the few that are
/// more than words have a function of their own.
struct ContextFinder {
    private let document: Document
    private let tokens: TokenTable
    private let cues: [Context: CueIndex]
    /// Parts of the addresses of links that make a context.
    private let addresses: [Context: [String]]
    private let clauses: Clauses
    private let sections: Sections
    private let quotations: Quotations
    private let glosses: Glosses
    private let footnotes: FootnoteMarks
    private let linked = SentenceMemo()
    /// Whether the whole page is a legal notice.
    private let isLegalNotice: Bool

    init(
        document: Document, tokens: TokenTable, cues: [Context: [ContextCues.Place: [TokenRange]]],
        addresses: [Context: [String]], isLegalNotice: Bool = false
    ) {
        self.document = document
        self.tokens = tokens
        self.cues = cues.mapValues(CueIndex.init)
        self.addresses = addresses
        self.isLegalNotice = isLegalNotice
        clauses = Clauses(tokens: tokens, clauseStarts: self.cues.values.flatMap { $0.starts(of: .clause) })
        sections = Sections(document.blocks)
        quotations = Quotations(in: document)
        glosses = Glosses(document: document, tokens: tokens, cues: self.cues[.glossed] ?? CueIndex())
        footnotes = FootnoteMarks(in: document.text)
    }

    /// Whether a match stands in a context.
    func holds(_ context: Context, for match: TokenRange) -> Bool {
        switch context {
        case .asked: isAsked(match)
        case .quoted: isQuoted(match)
        case .testimonial: isTestimonial(match)
        case .cited: isCued(.cited, match) || hasFootnote(match) || hasLink(.cited, match)
        case .glossed: glosses.explain(match, isNamed: isQuotedAlone(match))
        case .mentioned: isCued(.mentioned, match) || quotations.isInTitle(tokens.text(of: match)) || isQuotedAlone(match)
        case .legal: isLegalNotice || isCued(.legal, match)
        default: isCued(context, match)
        }
    }

    /// Whether a match stands in any context of a set.
    func holdsAny(of contexts: ContextSet, for match: TokenRange) -> Bool {
        contexts.contexts.contains { holds($0, for: match) }
    }

    func block(of match: TokenRange) -> Block {
        document.blocks[tokens.sentence(of: match).block]
    }

    /// The tokens of the clause, sentence, paragraph, section or page that a match stands in.
    func tokens(of scope: Scope, around match: TokenRange) -> Range<Int> {
        let sentence = tokens.sentence(of: match)
        switch scope {
        case .clause: return clauses.before(match).lowerBound..<clauses.after(match, in: sentence).upperBound
        case .sentence: return sentence.tokens.indices
        case .paragraph: return tokensOfBlock(sentence.block)
        case .section:
            let blocks = sections.blocks(aroundBlock: sentence.block)
            return tokensOfBlock(blocks.lowerBound).lowerBound..<tokensOfBlock(blocks.upperBound - 1).upperBound
        case .page: return 0..<tokens.count
        }
    }

    /// The tokens between the quotation marks around a match.
    func quotation(around match: TokenRange) -> Range<Int>? {
        quotations.quotation(around: tokens.text(of: match)).map { words(of: $0, in: tokensOfBlock(tokens.sentence(of: match).block)) }
    }

    /// Whether a match stands in any of some parts of the page.
    func stands(_ match: TokenRange, inAnyOf places: Set<PagePlace>) -> Bool {
        let number = tokens.sentence(of: match).block
        let block = document.blocks[number]
        if block.isAside { return places.contains(.aside) }
        if block.isInFooter { return places.contains(.footer) }
        return places.contains(.text) || (places.contains(.opening) && sections.opening.contains(number))
    }

    // MARK: Words at a place

    private func isCued(_ context: Context, _ match: TokenRange) -> Bool {
        guard let index = cues[context] else { return false }
        let sentence = tokens.sentence(of: match)
        return index.hasCue(.before, in: clauses.before(match))
            || index.hasCue(.after, in: clauses.after(match, in: sentence))
            || index.hasCue(.inside, in: match.indices)
            || index.hasCue(.beside, in: match.upper..<sentence.tokens.upper) { $0.lower == match.upper }
            || index.hasCue(.sentence, in: sentence.tokens.indices)
            || nextSentence(after: match).map { next in
                index.hasCue(.next, in: next.tokens.indices) { $0.lower == next.tokens.lower }
            } ?? false
            || index.hasCue(.paragraph, in: tokensOfBlock(sentence.block))
            || headings(of: sentence.block).contains { index.hasCue(.heading, in: tokensOfBlock($0)) }
            || isIntroduced(by: index, match)
    }

    /// Whether a cue stands in the words that introduce the list of a match. Up to a colon they also begin the clause that
    /// each item ends.
    private func isIntroduced(by index: CueIndex, _ match: TokenRange) -> Bool {
        let item = document.blocks[tokens.sentence(of: match).block]
        guard item.kind == .listItem, let leadIn = item.leadIn, let last = tokens.sentencesOfBlock[leadIn].last,
            let end = tokens.sentences[last].tokens.indices.last else { return false }
        let sentence = tokens.sentences[last].tokens
        if index.hasCue(.leadIn, in: sentence.indices) { return true }
        return tokens.shapes[end].contains(.colon) && index.hasCue(.before, in: clauses.before(TokenRange(end, end + 1)))
    }

    private func headings(of block: Int) -> [Int] {
        let head: [Int] = if case .tableCell = document.blocks[block].kind { document.blocks[block].leadIn.map { [$0] } ?? [] } else { [] }
        return head + sections.headings(of: block)
    }

    private func tokensOfBlock(_ block: Int) -> Range<Int> {
        let sentences = tokens.sentencesOfBlock[block]
        guard let first = sentences.first, let last = sentences.last else { return 0..<0 }
        return tokens.sentences[first].tokens.lower..<tokens.sentences[last].tokens.upper
    }

    /// The sentence that goes on after the one of a match: in its block, or under a heading.
    private func nextSentence(after match: TokenRange) -> Sentence? {
        let number = Int(tokens.sentenceOfToken[match.lower])
        let block = tokens.sentences[number].block
        if number + 1 < tokens.sentencesOfBlock[block].upperBound { return tokens.sentences[number + 1] }
        return document.blocks[block].isHeading ? firstSentence(ofBlock: block + 1) : nil
    }

    // MARK: Questions

    /// In a question, or in a heading that asks one without its mark, unless it takes the match for granted or the answer
    /// begins with a yes.
    private func isAsked(_ match: TokenRange) -> Bool {
        let index = cues[.asked] ?? CueIndex()
        let sentence = tokens.sentence(of: match)
        let asks = sentence.isQuestion
            || (document.blocks[sentence.block].isHeading && index.hasCue(.sentence, in: sentence.tokens.indices))
        guard asks, !index.hasException(at: sentence.tokens.lower) else { return false }
        guard let answer = nextSentence(after: match) ?? firstSentence(ofBlock: sentence.block + 1) else { return true }
        return !index.hasCue(.next, in: answer.tokens.indices) { $0.lower == answer.tokens.lower }
    }

    /// The first sentence of a block of the text that is no heading.
    private func firstSentence(ofBlock block: Int) -> Sentence? {
        guard block < document.blocks.count, !document.blocks[block].isHeading, !document.blocks[block].isAside else { return nil }
        return tokens.sentencesOfBlock[block].first.map { tokens.sentences[$0] }
    }

    // MARK: Quotations

    private func isQuoted(_ match: TokenRange) -> Bool {
        let text = tokens.text(of: match)
        if quotations.isInTitle(text) { return true }
        let isQuotation = block(of: match).quoteDepth > 0 || quotations.quotation(around: text).map { isPart($0, ofBlockOf: match) } ?? false
        return isQuotation && !isTestimonial(match)
    }

    /// Whether the block of a match has words outside a quotation. A block that is one quotation and names no speaker is a slogan.
    private func isPart(_ quotation: TextRange, ofBlockOf match: TokenRange) -> Bool {
        let block = tokensOfBlock(tokens.sentence(of: match).block)
        let quoted = words(of: quotation, in: block)
        return (block.lowerBound..<quoted.lowerBound).contains(where: tokens.isWord) || (quoted.upperBound..<block.upperBound).contains(where: tokens.isWord)
    }

    /// How many words of a quotation beside a match leave it mentioned: “the term ‘failed attempt’”.
    private static let wordsBesideMention = 1

    /// Whether the match is all that its quotation holds, in a sentence that says more: the wording is shown, and nobody speaks.
    private func isQuotedAlone(_ match: TokenRange) -> Bool {
        guard let quotation = quotation(around: match) else { return false }
        let quoted = quotation.count { tokens.isWord($0) }
        let around = tokens.sentence(of: match).tokens.indices.count { tokens.isWord($0) } - quoted
        return around > Self.wordsBesideMention && quoted <= match.indices.count { tokens.isWord($0) } + Self.wordsBesideMention
    }

    /// In a quotation that praises, or in what a client writes under a heading that announces praise. Praise is told by the
    /// words or by who is named behind them.
    private func isTestimonial(_ match: TokenRange) -> Bool {
        guard let index = cues[.testimonial] else { return false }
        let sentence = tokens.sentence(of: match)
        let quotation = quotations.quotation(around: tokens.text(of: match))
        let isQuotation = quotation != nil || document.blocks[sentence.block].quoteDepth > 0
        let isAnnounced = headings(of: sentence.block).contains { index.hasCue(.heading, in: tokensOfBlock($0)) }
        guard isQuotation || isAnnounced else { return false }
        if isQuotation, isAnnounced { return true }
        let block = tokensOfBlock(sentence.block)
        let spoken = quotation.map { words(of: $0, in: block) } ?? block
        if index.hasCue(.sentence, in: spoken) { return true }
        let signature = isQuotation ? spoken.upperBound : block.upperBound - min(block.count, Self.mostTokensOfSignature)
        return index.hasCue(.after, in: signature..<endOfSignature(of: spoken, inBlock: sentence.block))
    }

    /// In tokens. What a name behind a quotation takes up.
    private static let mostTokensOfSignature = 12

    /// The end of a block, or of the one after it where the name of who said it has a line of its own: both are quoted, or a
    /// short block follows one that is all quotation.
    private func endOfSignature(of spoken: Range<Int>, inBlock block: Int) -> Int {
        let words = tokensOfBlock(block)
        guard block + 1 < document.blocks.count, !document.blocks[block + 1].isHeading else { return words.upperBound }
        let next = tokensOfBlock(block + 1)
        let bothQuoted = document.blocks[block].quoteDepth > 0 && document.blocks[block + 1].quoteDepth > 0
        let isSigned = words.count - spoken.count <= 1 && next.count <= Self.mostTokensOfSignature
        return bothQuoted || isSigned ? next.upperBound : words.upperBound
    }

    /// The tokens of a block that lie within a stretch of its text.
    private func words(of text: TextRange, in block: Range<Int>) -> Range<Int> {
        let lower = tokens.firstToken(endingAfter: text.lower, in: block)
        return lower..<tokens.firstToken(endingAfter: text.upper, in: lower..<block.upperBound)
    }

    // MARK: Sources

    /// A footnote mark in the sentence of a match, or right behind it.
    private func hasFootnote(_ match: TokenRange) -> Bool {
        footnotes.begins(in: TextRange(tokens.text(of: match).upper, tokens.sentence(of: match).text.upper + 1))
    }

    private func hasLink(_ context: Context, _ match: TokenRange) -> Bool {
        guard let known = addresses[context] else { return false }
        return linked.holds(context, inSentence: Int(tokens.sentenceOfToken[match.lower])) {
            links(in: tokens.sentence(of: match).text).contains { link in known.contains { link.address.contains($0) } }
        }
    }

    /// The links that share text with a range.
    private func links(in text: TextRange) -> ArraySlice<Link> {
        var low = 0
        var high = document.links.count
        while low < high {
            let middle = (low + high) / 2
            if document.links[middle].range.upper <= text.lower { low = middle + 1 } else { high = middle }
        }
        return document.links[low...].prefix { $0.range.lower < text.upper }
    }
}
