/// What surrounds a match and may silence or soften it. A rule names the contexts that count for it.
package enum Context: String, CaseIterable, Sendable {
    /// In reach of a negation in its clause, or in a list under a negated lead-in.
    case negated
    /// In a question.
    case asked
    /// Between quotation marks, or in a block quotation.
    case quoted
    /// Explained in the same or a neighbouring sentence, or under a heading whose paragraph explains it.
    case glossed
    /// In a passage on the history of the field.
    case historical
    /// After a hedge in its clause.
    case hedged
    /// After "if", "unless" and the like in its clause.
    case conditional
    /// In a section that speaks to other professionals.
    case professional
}

/// A set of contexts.
package struct ContextSet: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    package init(_ context: Context) {
        rawValue = 1 << UInt32(Context.allCases.firstIndex(of: context) ?? 0)
    }

    package func contains(_ context: Context) -> Bool {
        contains(ContextSet(context))
    }
}
