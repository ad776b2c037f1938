import Diagnostics
import FieldTables
import MarkedYAML
import SourceText

extension FieldReader {
    mutating func rule(_ root: MarkedNode, id: String) -> Rule? {
        let fields = reading.fields(root, of: .rule)
        let body = body(fields)
        let examples = examples(fields)
        let sources = fields.list("sources").compactMap(\.map).compactMap { source($0) }
        let advice = fields.list("suggest").compactMap(\.map).compactMap { self.advice($0) }
        guard reading.isClean, let body, let message = fields.text("message"),
            let severity = fields.choice("severity", as: Severity.self), let why = fields.text("why")
        else { return nil }
        return Rule(
            id: id, message: message, severity: severity, why: why, sources: sources, body: body,
            silentWhen: contexts("silent-when", in: fields), softerWhen: contexts("softer-when", in: fields),
            audience: fields.choice("audience"), suggestions: advice, examples: examples)
    }

    private mutating func body(_ fields: FieldMap) -> Rule.Body? {
        if let page = fields.map("page") { return .page(pageBody(page)) }
        let entries = fields.list("match").compactMap { entry($0) }
        let except = patterns("except", in: fields)
        return .span(SpanBody(
            entries: entries, except: except, literals: fields.texts("literal"), report: fields.choice("report") ?? .everyUse))
    }

    private mutating func entry(_ value: FieldValue) -> Entry? {
        guard let fields = value.map else { return pattern(value, of: "match").map { Entry(pattern: $0, advice: nil) } }
        guard let pattern = fields["pattern"].flatMap({ pattern($0, of: "pattern") }) else { return nil }
        return Entry(pattern: pattern, advice: advice(fields))
    }

    private func advice(_ fields: FieldMap) -> Advice? {
        if let replacement = fields.text("replace") { return .replace(replacement, isSafe: fields.flag("safe") ?? false) }
        return fields.text("say").map(Advice.say)
    }

    private mutating func pageBody(_ fields: FieldMap) -> PageBody {
        PageBody(
            neededWhen: patterns("needed-when", in: fields),
            neededSilentWhen: contexts("needed-silent-when", in: fields),
            neededExcept: patterns("needed-except", in: fields),
            neededLiterals: fields.texts("needed-literal"),
            neededWhenDeclared: fields.choice("needed-when-declared", as: Declaration.self) == .ai,
            presentWhen: patterns("present-when", in: fields),
            presentSilentWhen: contexts("present-silent-when", in: fields),
            presentExcept: patterns("present-except", in: fields),
            presentWhenLinesUnknown: patterns("present-when-lines-unknown", in: fields),
            takesRequire: fields.texts("options").contains(RuleOption.require.rawValue))
    }

    private func contexts(_ key: String, in fields: FieldMap) -> ContextSet {
        fields.texts(key).compactMap(Context.init).reduce(into: []) { $0.insert(ContextSet($1)) }
    }

    private func source(_ fields: FieldMap) -> RuleSource? {
        fields.text("name").map { RuleSource(name: $0, section: fields.text("section"), url: fields.text("url")) }
    }

    private mutating func examples(_ fields: FieldMap) -> [Example] {
        guard let fields = fields.map("examples") else { return [] }
        return fields.list("flagged").compactMap { example($0, isFlagged: true) }
            + fields.list("accepted").compactMap { example($0, isFlagged: false) }
    }

    private mutating func example(_ value: FieldValue, isFlagged: Bool) -> Example? {
        guard let text = value.text else { return nil }
        let example = Example(text: text, isFlagged: isFlagged, position: reading.file.position(of: value.range.lower))
        let marks = example.unmarked.marks
        if isFlagged, marks.isEmpty { reading.report("mark what is flagged between [[ and ]]", at: value.range) }
        if !isFlagged, !marks.isEmpty { reading.report("an accepted example has nothing to mark", at: value.range) }
        return example
    }
}
