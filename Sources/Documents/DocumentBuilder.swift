import SourceText

/// Gathers clean text, its source map and its blocks while a reader walks a draft.
struct DocumentBuilder {
    /// The text of the page.
    var flow = TextStream()
    /// The texts beside the page; they come after it.
    var asides = TextStream()
    /// Where the reader stands in the structure of the page.
    var place = BlockPlace()
    /// The language that the draft says it is in.
    var language: DeclaredLanguage?
    var directives: [Directive] = []
    /// Why the draft cannot be read.
    private(set) var refusal: ReadingNotice?

    private var links: [Link] = []
    private var emphases: [TextRange] = []
    /// Their blocks count among the texts beside the page.
    private var glosses: [MarkedGloss] = []
    private var notices: [ReadingNotice] = []
    /// Of text that is not read, each once.
    private var otherLanguages: [String] = []
    private var firstInOtherLanguage: Int?

    /// Whether text of a language is read: English, of which there are rules, and whatever all of the draft is in.
    func reads(_ language: String) -> Bool {
        let language = DeclaredLanguage.primary(language)
        return language.isEmpty || language == "en" || language == self.language.map { DeclaredLanguage.primary($0.tag) }
    }

    /// Adds a link over the text of the page since an offset of it.
    mutating func addLink(from start: Int, to address: String) {
        links.append(Link(range: words(from: start), address: address))
    }

    /// Adds emphasis on the text of the page since an offset of it.
    mutating func addEmphasis(from start: Int) {
        emphases.append(words(from: start))
    }

    /// Says that the text of the page since an offset of it is explained: where it stands, or by a block beside the page.
    mutating func addGloss(from start: Int, byAside block: Int?) {
        glosses.append(MarkedGloss(range: words(from: start), block: block))
    }

    private func words(from start: Int) -> TextRange {
        let lower = flow.text[start...].firstIndex { $0 != 0x20 } ?? flow.text.count
        return TextRange(lower, flow.text.count)
    }

    /// Ends a block of the page where the reader stands.
    @discardableResult
    mutating func endBlock() -> Int? {
        let block = flow.endBlock(
            place.kind, quoteDepth: place.quoteDepth, leadIn: place.leadIn, isInFooter: place.footerDepth > 0)
        guard let block else { return nil }
        place.lastBlock = block
        return block
    }

    /// Adds something that the writer should know, at an offset of the file.
    mutating func note(_ message: String, at offset: Int) {
        notices.append(ReadingNotice(offset: offset, message: message))
    }

    /// Says that a text, which starts at an offset of the file, is left out for the language it is in.
    mutating func leaveOut(_ language: String, at offset: Int) {
        firstInOtherLanguage = min(firstInOtherLanguage ?? offset, offset)
        if !otherLanguages.contains(language) { otherLanguages.append(language) }
    }

    private func noticeOfOtherLanguages() -> ReadingNotice? {
        guard let offset = firstInOtherLanguage else { return nil }
        let names = otherLanguages.map { "“\($0)”" }.joined(separator: ", ")
        return ReadingNotice(offset: offset, message: "there are no rules for the language\(otherLanguages.count == 1 ? "" : "s") \(names); text in it was left out")
    }

    mutating func refuse(_ message: String, at offset: Int) {
        refusal = refusal ?? ReadingNotice(offset: offset, message: message)
    }

    consuming func document(_ format: DocumentFormat, frontMatter: FrontMatter?) -> Document {
        let blocksOfPage = flow.blocks.count
        flow.append(asides)
        let glosses = glosses.map { gloss in MarkedGloss(range: gloss.range, block: gloss.block.map { blocksOfPage + $0 }) }
        return Document(
            format: format, text: flow.text, map: flow.map, blocks: flow.blocks, frontMatter: frontMatter, links: links, emphases: emphases,
            glosses: glosses, directives: directives, language: frontMatter?.language ?? language,
            isAllInOtherLanguages: flow.blocks.isEmpty && firstInOtherLanguage != nil,
            notices: (frontMatter?.notices ?? []) + notices + [noticeOfOtherLanguages()].compactMap { $0 }, refusal: refusal)
    }
}
