package import Diagnostics
package import SourceText

/// One rule: what it looks for, when it keeps silent, and what it tells the writer.
package struct Rule: Sendable {
    /// `category/name`; the name says what the problem is.
    package let id: String
    package let message: String
    package let severity: Severity
    package let why: String
    package let sources: [RuleSource]
    package let body: Body
    package let silentWhen: ContextSet
    package let softerWhen: ContextSet
    package let audience: Audience?
    package let suggestions: [Advice]
    package let examples: [Example]

    package enum Body: Sendable {
        case span(SpanBody)
        case page(PageBody)
    }

    package var category: Substring { id.prefix { $0 != "/" } }

    /// The message about one match.
    package func message(for match: String) -> String {
        message.split(separator: "{match}", omittingEmptySubsequences: false).joined(separator: match)
    }
}

/// Whom a page speaks to.
package enum Audience: String, CaseIterable, Sendable {
    case general, professional
}

/// Who says so: a code, a standard, a regulation.
package struct RuleSource: Hashable, Sendable {
    package let name: String
    package let section: String?
    package let url: String?

    package init(name: String, section: String?, url: String?) {
        self.name = name
        self.section = section
        self.url = url
    }

    package var text: String { section.map { "\(name), \($0)" } ?? name }
}

/// What to write instead: words to think about, or words to put in place.
package enum Advice: Hashable, Sendable {
    case say(String)
    case replace(String, isSafe: Bool)
}

/// A pattern as written. The reader of rule files has seen that it parses.
package struct PatternText: Hashable, Sendable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package func pattern() throws(PatternError) -> Pattern {
        try PatternParser.parse(text)
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

    package let entries: [Entry]
    package let except: [PatternText]
    /// Strings looked for in the bytes of the file, ASCII letters in any case.
    package let literals: [String]
    package let report: Report
}

/// A rule on the page as a whole: if it says A, it must also say B.
package struct PageBody: Sendable {
    package let neededWhen: [PatternText]
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
    /// The rule takes `require` in `.lintrc`.
    package let takesRequire: Bool
}

/// When a page rule asks for its text.
package enum Requirement: String, CaseIterable, Sendable {
    case always
    case whenDeclared = "when-declared"
    case never
}

/// A sentence or draft that shows what a rule flags, its findings between `[[` and `]]`, or what it accepts.
package struct Example: Sendable {
    package let text: String
    package let isFlagged: Bool
    /// Where it stands in the rule file, for a failing test.
    package let position: Position

    /// The text without marks, and the byte ranges that were marked.
    package var unmarked: (text: String, marks: [Range<Int>]) {
        var text: [UInt8] = []
        var marks: [Range<Int>] = []
        var start: Int?
        let bytes = Array(self.text.utf8)
        var at = 0
        while at < bytes.count {
            if bytes[at...].starts(with: "[[".utf8), start == nil {
                start = text.count
                at += 2
            } else if bytes[at...].starts(with: "]]".utf8), !bytes[at...].starts(with: "]]]".utf8), let from = start {
                marks.append(from..<text.count)
                start = nil
                at += 2
            } else {
                text.append(bytes[at])
                at += 1
            }
        }
        return (String(decoding: text, as: UTF8.self), marks)
    }
}
