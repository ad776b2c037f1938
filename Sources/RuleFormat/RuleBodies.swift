/// How far around a match something is looked for.
package enum Scope: String, CaseIterable, Sendable {
    case clause, sentence, paragraph
    /// From a heading to the next one.
    case section
    case page
}

/// Words that must stand near a match, or must not.
package struct Condition: Sendable {
    package enum Place: Sendable {
        case near(Scope)
        /// Exact strings anywhere in the file, link targets and comments included.
        case file([String])
    }

    /// The key of `file` beside those of the scopes.
    static let keyOfFile = "file"

    package let place: Place
    /// Whether the rule reports only with the words, or only without them.
    package let isRequired: Bool
    package let patterns: [PatternText]

    package init(place: Place, isRequired: Bool, patterns: [PatternText]) {
        self.place = place
        self.isRequired = isRequired
        self.patterns = patterns
    }
}

/// One of a rule's patterns, with advice of its own.
package struct Entry: Hashable, Sendable {
    package let pattern: PatternText
    package let advice: Advice?
}

/// A rule on words at a place.
package struct SpanBody: Sendable {
    package enum Report: String, CaseIterable, Sendable {
        case everyUse = "every-use"
        case firstUse = "first-use"
    }

    /// What a finding covers.
    package enum Cover: String, CaseIterable, Sendable {
        case match, sentence, paragraph
        /// The square brackets around the match; a match that stands in none is no finding.
        case brackets
        /// The words between the quotation marks around the match, or else its paragraph.
        case quotation
    }

    /// A kind of block, as a rule file names it.
    package enum BlockKind: String, CaseIterable, Sendable {
        case paragraph, heading
        case listItem = "list-item"
        case tableCell = "table-cell"
    }

    package let entries: [Entry]
    package let except: [PatternText]
    /// Strings looked for in the bytes of the file, ASCII letters in any case.
    package let literals: [String]
    package let report: Report
    package let covers: Cover
    /// The kinds of block in which the rule reports; all when it is empty.
    package let blocks: Set<BlockKind>
}

/// A rule on the page as a whole: if it says A, it must also say B.
package struct PageBody: Sendable {
    package let neededWhen: [PatternText]
    /// Calls for the text too where `.lintrc` asks for strictness.
    package let neededWhenStrict: [PatternText]
    package let neededSilentWhen: ContextSet
    package let neededExcept: [PatternText]
    package let neededLiterals: [String]
    /// The draft's front matter says that AI helped.
    package let neededWhenDeclared: Bool
    package let presentWhen: [PatternText]
    package let presentSilentWhen: ContextSet
    package let presentExcept: [PatternText]
    /// What satisfies the rule in a country whose crisis lines are not known.
    package let presentWhenLinesUnknown: [PatternText]
    /// Where on the page B counts.
    package let presentIn: Set<PagePlace>
    /// How far from A the page may say B.
    package let presentWithin: Scope
    /// What the rule takes in `.lintrc`.
    package let options: Set<RuleOption>
}

/// A rule on how often something is said, in a section or on the page: so many times in a hundred words, or so many times as
/// often as something else.
package struct DensityBody: Sendable {
    package let patterns: [PatternText]
    /// Other rules, whose findings are counted too.
    package let rules: [RulePattern]
    /// What the count is compared with, in place of the number of words.
    package let against: [PatternText]
    package let per: Scope
    /// Times in a hundred words, or times for each of `against`.
    package let above: Double
    /// Fewer are never too many.
    package let atLeast: Int
}

/// A rule on things that a page should call by one name.
package struct ConsistencyBody: Sendable {
    /// For each thing, the names between which the page should choose.
    package let groups: [[PatternText]]
}

/// A rule on values that a data table knows to be out of date, or out of place.
package struct StaleValuesBody: Sendable {
    package enum Table: String, CaseIterable, Sendable {
        /// `rules/crisis/lines`: the lines that are closed or superseded.
        case crisisLines = "crisis-lines"
        /// The numbers of other countries than those whose readers the page is for.
        case foreignCrisisLines = "foreign-crisis-lines"
    }

    package let table: Table
    /// In one of which a value must lie; anywhere when there are none.
    package let within: [PatternText]
    package let except: [PatternText]
}

/// A rule on the markup of one format that shows in the text of another.
package struct LeftMarkupBody: Sendable {
    package enum Syntax: String, CaseIterable, Sendable {
        /// `**bold**`, `__bold__`, `## heading` and `[text](address)` in HTML and plain text.
        case markdown
    }

    package let syntax: Syntax
}

/// A rule on the comments in a draft that keep findings from being reported.
package struct SuppressionBody: Sendable {
    package enum Problem: String, CaseIterable, Sendable {
        /// It keeps no finding back.
        case unused
        /// It names a rule that is not there, or asks for what no comment can.
        case unknown
        /// It gives no reason where the settings ask for one.
        case unreasoned
    }

    package let problem: Problem
}

/// When a page rule asks for its text.
package enum Requirement: String, CaseIterable, Sendable {
    case always
    case whenDeclared = "when-declared"
    case never
}
