import Diagnostics
import MarkedYAML
import SourceText

/// What a draft's front matter can declare about itself.
private enum Declaration: String, CaseIterable {
    case ai
}

extension FieldReader {
    private static let keys = [
        "message", "severity", "why", "sources", "match", "literal", "except", "report", "page", "silent-when", "softer-when",
        "audience", "suggest", "examples",
    ]
    private static let fewestFlagged = 2
    private static let fewestAccepted = 3

    mutating func rule(_ root: MarkedNode, id: String) -> Rule? {
        let before = reading.diagnostics.count
        let fields = reading.map(root, keys: Self.keys, of: "a rule")
        require(["message", "severity", "why", "sources", "suggest", "examples"], in: fields, of: root)
        let body = body(fields, root)
        let message = fields["message"].flatMap { reading.text($0, of: "“message”") }
        let severity = fields["severity"].flatMap { reading.choice($0, of: "“severity”", as: Severity.self) }
        let why = fields["why"].flatMap { reading.text($0, of: "“why”") }
        let sources = sources(fields["sources"])
        let advice = fields["suggest"].map { reading.list($0, of: "“suggest”") }?.compactMap { self.advice($0) } ?? []
        let examples = examples(fields["examples"])
        let silent = contexts(fields["silent-when"], of: "silent-when")
        let softer = contexts(fields["softer-when"], of: "softer-when")
        let audience = fields["audience"].flatMap { reading.choice($0, of: "“audience”", as: Audience.self) }
        guard reading.diagnostics.count == before, let message, let severity, let why, let body else { return nil }
        return Rule(
            id: id, message: message, severity: severity, why: why, sources: sources, body: body, silentWhen: silent,
            softerWhen: softer, audience: audience, suggestions: advice, examples: examples)
    }

    private mutating func body(_ fields: [String: MarkedNode], _ root: MarkedNode) -> Rule.Body? {
        if let page = fields["page"] {
            for key in ["match", "literal", "except", "report"] {
                if let node = fields[key] { reading.report("a rule with “page” takes no “\(key)”", at: node.range) }
            }
            return .page(pageBody(page))
        }
        let literals = fields["literal"].map { reading.texts($0, of: "“literal”").map(\.text) } ?? []
        let entries = fields["match"].map { reading.list($0, of: "“match”") }?.compactMap { entry($0) } ?? []
        if fields["match"] == nil, fields["literal"] == nil {
            reading.report("“match”, “literal” or “page” is missing", at: root.range)
            return nil
        }
        let report = fields["report"].flatMap { reading.choice($0, of: "“report”", as: SpanBody.Report.self) } ?? .everyUse
        let except = patterns(fields["except"], of: "except")
        return .span(SpanBody(entries: entries, except: except, literals: literals, report: report))
    }

    private mutating func entry(_ node: MarkedNode) -> Entry? {
        guard case .map = node.value else {
            return pattern(node, of: "“match”").map { Entry(pattern: $0, advice: nil) }
        }
        let fields = reading.map(node, keys: ["pattern", "say", "replace", "safe"], of: "an entry of “match”")
        require(["pattern"], in: fields, of: node)
        guard let pattern = fields["pattern"].flatMap({ pattern($0, of: "“pattern”") }) else { return nil }
        return Entry(pattern: pattern, advice: advice(fields, node))
    }

    private mutating func advice(_ node: MarkedNode) -> Advice? {
        advice(reading.map(node, keys: ["say", "replace", "safe"], of: "an entry of “suggest”"), node)
    }

    private mutating func advice(_ fields: [String: MarkedNode], _ node: MarkedNode) -> Advice? {
        if let replace = fields["replace"] {
            let isSafe = fields["safe"].flatMap { reading.flag($0, of: "“safe”") } ?? false
            return reading.text(replace, of: "“replace”").map { .replace($0, isSafe: isSafe) }
        }
        if let say = fields["say"] { return reading.text(say, of: "“say”").map(Advice.say) }
        if fields["pattern"] == nil { reading.report("“say” or “replace” is missing", at: node.range) }
        return nil
    }

    private mutating func pageBody(_ node: MarkedNode) -> PageBody {
        let keys = [
            "needed-when", "needed-silent-when", "needed-except", "needed-literal", "needed-when-declared", "present-when",
            "present-silent-when", "present-except", "present-when-lines-unknown", "options",
        ]
        let fields = reading.map(node, keys: keys, of: "“page”")
        require(["present-when"], in: fields, of: node)
        let options = fields["options"].map { reading.texts($0, of: "“options”") } ?? []
        for option in options where option.text != "require" {
            reading.report("no option is called “\(option.text)”; a page rule takes: require", at: option.range)
        }
        return PageBody(
            neededWhen: patterns(fields["needed-when"], of: "needed-when"),
            neededSilentWhen: contexts(fields["needed-silent-when"], of: "needed-silent-when"),
            neededExcept: patterns(fields["needed-except"], of: "needed-except"),
            neededLiterals: fields["needed-literal"].map { reading.texts($0, of: "“needed-literal”").map(\.text) } ?? [],
            neededWhenDeclared: fields["needed-when-declared"].flatMap { reading.choice($0, of: "“needed-when-declared”", as: Declaration.self) } == .ai,
            presentWhen: patterns(fields["present-when"], of: "present-when"),
            presentSilentWhen: contexts(fields["present-silent-when"], of: "present-silent-when"),
            presentExcept: patterns(fields["present-except"], of: "present-except"),
            presentWhenLinesUnknown: patterns(fields["present-when-lines-unknown"], of: "present-when-lines-unknown"),
            takesRequire: options.contains { $0.text == "require" })
    }

    private mutating func contexts(_ node: MarkedNode?, of key: String) -> ContextSet {
        guard let node else { return [] }
        var set: ContextSet = []
        for item in reading.list(node, of: "“\(key)”") {
            if let context = reading.choice(item, of: "an entry of “\(key)”", as: Context.self) { set.insert(ContextSet(context)) }
        }
        return set
    }

    private mutating func sources(_ node: MarkedNode?) -> [RuleSource] {
        guard let node else { return [] }
        let items = reading.list(node, of: "“sources”")
        if items.isEmpty { reading.report("“sources” needs at least one source", at: node.range) }
        return items.compactMap { item in
            let fields = reading.map(item, keys: ["name", "section", "url"], of: "a source")
            require(["name"], in: fields, of: item)
            guard let name = fields["name"].flatMap({ reading.text($0, of: "“name”") }) else { return nil }
            return RuleSource(
                name: name, section: fields["section"].flatMap { reading.text($0, of: "“section”") },
                url: fields["url"].flatMap { reading.text($0, of: "“url”") })
        }
    }

    private mutating func examples(_ node: MarkedNode?) -> [Example] {
        guard let node else { return [] }
        let fields = reading.map(node, keys: ["flagged", "accepted"], of: "“examples”")
        require(["flagged", "accepted"], in: fields, of: node)
        let flagged = examples(fields["flagged"], isFlagged: true, atLeast: Self.fewestFlagged)
        return flagged + examples(fields["accepted"], isFlagged: false, atLeast: Self.fewestAccepted)
    }

    private mutating func examples(_ node: MarkedNode?, isFlagged: Bool, atLeast least: Int) -> [Example] {
        guard let node else { return [] }
        let kind = isFlagged ? "flagged" : "accepted"
        let texts = reading.texts(node, of: "“\(kind)”")
        if texts.count < least { reading.report("“\(kind)” needs at least \(least) examples", at: node.range) }
        return texts.map { text, range in
            let example = Example(text: text, isFlagged: isFlagged, position: reading.file.position(of: range.lower))
            let marks = example.unmarked.marks
            if isFlagged, marks.isEmpty { reading.report("mark what is flagged between [[ and ]]", at: range) }
            if !isFlagged, !marks.isEmpty { reading.report("an accepted example has nothing to mark", at: range) }
            return example
        }
    }
}
