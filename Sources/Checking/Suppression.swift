import Documents
import RuleFormat
import SourceText

/// A comment in a draft that keeps findings from being reported: `attune-disable-next-line overclaim/rank -- a quotation`.
struct Suppression {
    enum Verb: String, CaseIterable {
        /// From the comment on.
        case disable
        case enable
        case disableLine = "disable-line"
        /// The next line that is not blank.
        case disableNextLine = "disable-next-line"
        case disableFile = "disable-file"
    }

    /// A rule or a category that it names.
    struct Name {
        let pattern: RulePattern
        let range: SourceRange
    }

    let directive: Directive
    /// `attune-` and what is asked for.
    let command: SourceRange
    /// Nil when no comment can ask for that.
    let verb: Verb?
    /// What it is about; everything when it names nothing.
    let names: [Name]
    let hasReason: Bool

    init(_ directive: Directive, in file: SourceFile) {
        self.directive = directive
        var words = Self.words(of: directive.text, in: file)
        command = words.removeFirst()
        verb = Verb(rawValue: String(file.text(command).dropFirst(Directive.prefix.count)))
        let dash = words.firstIndex { Self.dashes.contains(file.text($0)) }
        names = words[..<(dash ?? words.endIndex)].map { Name(pattern: RulePattern(file.text($0)), range: $0) }
        hasReason = dash.map { $0 < words.endIndex - 1 } ?? false
    }

    /// What parts the rules from the reason.
    private static let dashes = ["--", "–", "—"]

    /// The words between spaces and commas.
    private static func words(of text: SourceRange, in file: SourceFile) -> [SourceRange] {
        file.bytes[text.indices]
            .split { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
            .map { SourceRange($0.startIndex, $0.endIndex) }
    }
}
