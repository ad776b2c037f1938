/// The words that make a context, as data: `rules/contexts/<context>.yaml`.
package struct ContextCues: Sendable {
    package enum Place: String, CaseIterable, Sendable {
        /// Before the match, in its clause. A list goes on with the clause that introduces it.
        case before
        /// After the match, in its clause.
        case after
        /// In the match itself.
        case inside
        /// Directly after the match.
        case beside
        /// Anywhere in the sentence of the match.
        case sentence
        /// At the start of the next sentence, or of the paragraph under a heading.
        case next
        /// Anywhere in the paragraph, list item or table cell of the match.
        case paragraph
        /// In a heading that the match stands under or in, or at the head of its table column.
        case heading
        /// In a heading or paragraph without a colon that introduces the list of the match.
        case leadIn = "lead-in"
        /// No cue: a new clause starts with these words, and the reach of a cue ends.
        case clause
        /// No cue: words that look like one and are none.
        case except
    }

    package let context: Context
    package let cues: [(place: Place, pattern: PatternText)]
    /// Parts of the addresses of links; a link to one of them in the sentence of the match makes the context too.
    package let addresses: [String]

    package init(context: Context, cues: [(place: Place, pattern: PatternText)], addresses: [String] = []) {
        self.context = context
        self.cues = cues
        self.addresses = addresses
    }
}
