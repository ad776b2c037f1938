import Diagnostics
import FieldTables
import MarkedYAML
import SourceText

extension FieldReader {
    mutating func rule(_ root: MarkedNode, id: String) -> Rule? {
        let fields = reading.fields(root, of: .rule)
        let body = body(fields)
        let examples = examples(fields)
        let sources = fields.list("sources").compactMap(\.map).compactMap { citation($0) }
        let severityWhere = localSeverities(fields)
        let advice = fields.list("suggest").compactMap(\.map).compactMap { self.advice($0) }
        if let body { checkPlaces(in: fields, of: body) }
        checkTexts(of: fields)
        checkContexts(of: fields)
        if let page = fields.map("page") { checkNeed(in: page) }
        ruleUses = (fields.map("density")?.list("of-findings") ?? []).compactMap { value in
            value.text.map { RuleUse(name: $0, rule: id, path: reading.file.path, position: reading.file.position(of: value.range.lower)) }
        }
        guard reading.isClean, let body, let message = fields.text("message"),
            let severity = fields.choice("severity", as: Severity.self), let why = fields.text("why")
        else { return nil }
        return Rule(
            id: id, message: message, severity: severity, severityWhere: severityWhere, why: why, sources: sources, body: body,
            silentWhen: contexts("silent-when", in: fields), onlyWhen: contexts("only-when", in: fields), softerWhen: softening(fields),
            raisedWhen: contexts("raised-when", in: fields), conditions: conditions(fields),
            audience: fields.choice("audience"), presets: presets(fields, severity), suggestions: advice, examples: examples)
    }

    // MARK: Places to fill in

    /// Reports places of the message and the advice that a match could leave empty.
    private mutating func checkPlaces(in fields: FieldMap, of body: Rule.Body) {
        guard case .span = body else {
            let known = ["match"] + body.places
            checkPlaces(in: [fields["message"]] + fields.list("suggest").map(Self.adviceText), known)
            return
        }
        for entry in fields.list("match") {
            guard let text = (entry.map?["pattern"] ?? entry).text, let pattern = try? PatternParser.parse(text) else { continue }
            let ownAdvice = entry.map.flatMap { $0["say"] ?? $0["replace"] }
            let texts = [fields["message"]] + (ownAdvice.map { [$0] } ?? fields.list("suggest").map(Self.adviceText))
            for text in texts.compactMap(\.?.text) {
                for name in Template.names(in: text) where name != "match" && pattern.capturing(name) == nil {
                    reading.report("the message or advice uses {\(name)}, which not every match of this pattern has", at: entry.range)
                }
            }
        }
    }

    private mutating func checkPlaces(in values: [FieldValue?], _ known: [String]) {
        for value in values.compactMap({ $0 }) {
            for name in Template.names(in: value.text ?? "") where !known.contains(name) {
                reading.report("there is no {\(name)} here\(Spelling.hint(for: name, in: known))", at: value.range)
            }
        }
    }

    private static func adviceText(_ advice: FieldValue) -> FieldValue? {
        advice.map.flatMap { $0["say"] ?? $0["replace"] }
    }

    // MARK: What says or does nothing

    /// Reports texts that nobody filled in, and places in them that are opened and not closed.
    private mutating func checkTexts(of fields: FieldMap) {
        let advice = fields.list("suggest") + fields.list("match").filter { $0.map != nil }
        let templates = [fields["message"]] + advice.map(Self.adviceText)
        for value in templates.compactMap({ $0 }) where Template.hasOpenPlace(value.text ?? "") {
            reading.report("“{” is opened and not closed", at: value.range)
        }
        let names = fields.list("sources").map { $0.map?["name"] }
        for value in (templates + [fields["why"]] + names).compactMap({ $0 }) where Template.isBlank(value.text ?? "") {
            reading.report("this is not filled in", at: value.range)
        }
    }

    /// Reports contexts that silence the rule and are asked for.
    private mutating func checkContexts(of fields: FieldMap) {
        let silent = fields.texts("silent-when")
        for value in fields.list("only-when") where silent.contains(value.text ?? "") {
            reading.report("“\(value.text ?? "")” silences the rule already", at: value.range)
        }
    }

    /// Reports patterns that call for a text and are the text.
    private mutating func checkNeed(in page: FieldMap) {
        let limits = ["present-in", "present-silent-when", "present-except"]
        if limits.contains(where: { page[$0] != nil }) { return }
        let needed = Set(page.texts("needed-when").compactMap { try? PatternParser.parse($0) })
        for value in page.list("present-when") {
            guard let text = value.text, let pattern = try? PatternParser.parse(text), needed.contains(pattern) else { continue }
            reading.report("what matches this calls for the text in “needed-when”, and is the text", at: value.range)
        }
    }

    // MARK: Fields

    private func presets(_ fields: FieldMap, _ severity: Severity) -> Set<Preset> {
        fields["presets"] == nil ? Preset.usual(at: severity) : Set(fields.texts("presets").compactMap(Preset.init))
    }

    private func softening(_ fields: FieldMap) -> [Softening] {
        if let levels = fields.map("softer-when") {
            return levels.entries.compactMap { entry in
                guard let context = Context(rawValue: entry.key), let count = entry.value.text.flatMap({ Int($0) }) else { return nil }
                return Softening(context: context, levels: count)
            }
        }
        return contexts("softer-when", in: fields).contexts.map { Softening(context: $0, levels: 1) }
    }

    private mutating func conditions(_ fields: FieldMap) -> [Condition] {
        conditions(fields.map("only-with"), areRequired: true) + conditions(fields.map("unless-with"), areRequired: false)
    }

    private mutating func conditions(_ fields: FieldMap?, areRequired: Bool) -> [Condition] {
        guard let fields else { return [] }
        return fields.entries.compactMap { entry in
            if entry.key == Condition.keyOfFile {
                return Condition(place: .file(fields.texts(entry.key)), isRequired: areRequired, patterns: [])
            }
            let patterns = patterns(entry.key, in: fields)
            return Scope(rawValue: entry.key).map { Condition(place: .near($0), isRequired: areRequired, patterns: patterns) }
        }
    }

    private mutating func body(_ fields: FieldMap) -> Rule.Body? {
        if let page = fields.map("page") { return .page(pageBody(page)) }
        if let density = fields.map("density") { return densityBody(density).map { .density($0) } }
        if fields["consistency"] != nil {
            let groups = fields.list("consistency").map { group in group.items.compactMap { pattern($0, of: "consistency", at: group.range.lower) } }
            return .consistency(ConsistencyBody(groups: groups))
        }
        if let table = fields.choice("stale-values", as: StaleValuesBody.Table.self) {
            return .staleValues(StaleValuesBody(table: table, within: patterns("within", in: fields), except: patterns("except", in: fields)))
        }
        if let syntax = fields.choice("left-markup", as: LeftMarkupBody.Syntax.self) { return .leftMarkup(LeftMarkupBody(syntax: syntax)) }
        if let problem = fields.choice("suppression", as: SuppressionBody.Problem.self) { return .suppression(SuppressionBody(problem: problem)) }
        let report: SpanBody.Report = fields.choice("report") ?? .everyUse
        let entries = fields.list("match").compactMap { entry($0, in: fields, report) }
        let except = patterns("except", in: fields)
        return .span(SpanBody(
            entries: entries, except: except, literals: fields.texts("literal"), report: report,
            covers: fields.choice("covers") ?? .match, blocks: Set(fields.texts("blocks").compactMap(SpanBody.BlockKind.init))))
    }

    private mutating func entry(_ value: FieldValue, in rule: FieldMap, _ report: SpanBody.Report) -> Entry? {
        let own = value.map.flatMap { advice($0) }
        guard let pattern = pattern(
            value.map.flatMap { $0["pattern"] } ?? value, of: "match", at: rule.range.lower, hasOwnAdvice: own != nil,
            countsAlone: report == .firstUse)
        else { return nil }
        return Entry(pattern: pattern, advice: own)
    }

    private func advice(_ fields: FieldMap) -> Advice? {
        if let replacement = fields.text("replace") { return .replace(replacement, isSafe: fields.flag("safe") ?? false) }
        return fields.text("say").map(Advice.say)
    }

    private mutating func densityBody(_ fields: FieldMap) -> DensityBody? {
        guard let above = number("above", in: fields, fallback: 0), let least = number("at-least", in: fields, fallback: 3) else { return nil }
        return DensityBody(
            patterns: patterns("of", in: fields), rules: fields.texts("of-findings").map(RulePattern.init),
            against: patterns("against", in: fields), per: fields.choice("per") ?? .section, above: above, atLeast: Int(least))
    }

    /// A number of at least 0; nil, and reported, when it is none.
    private mutating func number(_ key: String, in fields: FieldMap, fallback: Double) -> Double? {
        guard let value = fields[key], let text = value.text else { return fallback }
        if let number = Double(text), (0...1000).contains(number) { return number }
        reading.report("“\(key)” must be a number from 0 to 1000", at: value.range)
        return nil
    }

    private mutating func pageBody(_ fields: FieldMap) -> PageBody {
        PageBody(
            neededWhen: patterns("needed-when", in: fields),
            neededWhenStrict: patterns("needed-when-strict", in: fields),
            neededSilentWhen: contexts("needed-silent-when", in: fields),
            neededExcept: patterns("needed-except", in: fields),
            neededLiterals: fields.texts("needed-literal"),
            neededWhenDeclared: fields.choice("needed-when-declared", as: Declaration.self) == .ai,
            presentWhen: patterns("present-when", in: fields),
            presentSilentWhen: contexts("present-silent-when", in: fields),
            presentExcept: patterns("present-except", in: fields),
            presentWhenLinesUnknown: patterns("present-when-lines-unknown", in: fields),
            presentIn: places("present-in", in: fields) ?? [.text, .footer],
            presentWithin: fields.choice("present-within") ?? .page,
            options: Set(fields.texts("options").compactMap(RuleOption.init)))
    }

    private func contexts(_ key: String, in fields: FieldMap) -> ContextSet {
        fields.texts(key).compactMap(Context.init).reduce(into: []) { $0.insert(ContextSet($1)) }
    }

    private func places(_ key: String, in fields: FieldMap) -> Set<PagePlace>? {
        fields[key].map { _ in Set(fields.texts(key).compactMap(PagePlace.init)) }
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
        if let imbalance = example.imbalance {
            reading.report(imbalance, at: value.range)
            return nil
        }
        if isFlagged, marks.isEmpty { reading.report("mark what is flagged between [[ and ]]", at: value.range) }
        if !isFlagged, !marks.isEmpty { reading.report("an accepted example has nothing to mark", at: value.range) }
        return example
    }
}

extension Rule.Body {
    /// What a message can fill in beside `{match}`.
    fileprivate var places: [String] {
        switch self {
        case .span: []
        case .page: ["caveat"]
        case .density: ["count"]
        case .consistency: ["other"]
        case .staleValues: ["name", "country", "use"]
        case .leftMarkup: []
        case .suppression: ["hint"]
        }
    }
}
