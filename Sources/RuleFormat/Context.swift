/// What surrounds a match and may silence, soften or raise it. A rule names the contexts that count for it; the words that
/// make a context stand in `rules/contexts/<context>.yaml`.
package enum Context: String, CaseIterable, Sendable {
    /// In reach of a negation in its clause, or in a list under a negated lead-in.
    case negated
    /// In a question that the page does not answer with a yes.
    case asked
    /// After "if", "unless" and the like in its clause.
    case conditional
    /// After a hedge in its clause.
    case hedged
    /// In a paragraph that names the limits: "results vary".
    case limited
    /// The speech of others: between quotation marks, in a block quotation, or part of a title in italics. A client's praise
    /// is not, see `testimonial`.
    case quoted
    /// In a quotation in which a client praises the practice.
    case testimonial
    /// The claim of a named source: "according to the WHO".
    case attributed
    /// With its evidence beside it: a study and its year, a footnote, a link to a publication.
    case cited
    /// Explained in the same or a neighbouring sentence, or under a heading whose paragraph explains it.
    case glossed
    /// In a passage on the history or theory of the field.
    case historical
    /// What other providers say or do: "some clinics promise".
    case others
    /// Named as wording: "avoid saying", a myth set against a fact.
    case mentioned
    /// In a legal notice.
    case legal
    /// In a list of training and qualifications.
    case credentials
    /// The reader's own wish or fear.
    case wished
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

    /// The contexts of the set, in the order in which they are declared.
    package var contexts: [Context] {
        Context.allCases.filter(contains)
    }
}
