/// The words that make a context, as data: `rules/contexts/<context>.yaml`.
package struct ContextCues: Sendable {
    package enum Place: String, CaseIterable, Sendable {
        /// The cue stands before the match.
        case before
        /// The cue stands after the match.
        case after
        /// The cue stands anywhere in the sentence or paragraph that the context looks at.
        case within
        /// No cue: a new clause starts with these words, and the reach of a cue ends.
        case clause
        /// No cue: words that look like one and are none.
        case except
    }

    package let context: Context
    package let cues: [(place: Place, pattern: PatternText)]

    package init(context: Context, cues: [(place: Place, pattern: PatternText)]) {
        self.context = context
        self.cues = cues
    }
}
