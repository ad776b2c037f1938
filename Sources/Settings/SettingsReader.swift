package import Diagnostics
import Encodings
import FieldTables
package import MarkedYAML
package import RuleFormat
package import SourceText

/// Reads a `.lintrc`. Whatever is wrong in it is an error with its place; a file with an error gives no settings.
///
/// It is read in two steps, since the first tells where a practice keeps its own rules, and the second needs to know them.
package struct SettingsReader {
    private var reading: Reading
    private var layer = SettingsLayer()
    private var ruleSettings: [FieldMap.Entry] = []

    package init(_ file: SourceFile) throws(Diagnostics) {
        reading = Reading(file)
        let root: MarkedNode?
        do { root = try MarkedYAML.parse(file) } catch { throw Diagnostics([error]) }
        if let root { read(root) }
    }

    /// Reads what the front matter of a draft says under `attune`.
    package init(frontMatter node: MarkedNode, of file: SourceFile) {
        reading = Reading(file)
        let fields = reading.fields(node, of: .draftSettings)
        readCommon(fields)
        layer.pageKind = fields.choice("page")
    }

    /// The practice's own rules, as far as they could be read.
    package var rulePaths: [SettingsPath] { layer.rulePaths }

    /// No settings above this file count.
    package var isRoot: Bool { layer.isRoot }

    package var diagnostics: [Diagnostic] { reading.diagnostics }

    /// The settings, once every rule that they name is among those given.
    package consuming func finish(rules: some Collection<Rule>) throws(Diagnostics) -> SettingsLayer {
        let rules = ruleSettings.isEmpty ? [] : Array(rules)
        for entry in ruleSettings {
            if let setting = ruleSetting(entry, rules) { layer.rules.append(setting) }
        }
        if !reading.isClean { throw Diagnostics(reading.diagnostics) }
        return layer
    }

    private mutating func read(_ root: MarkedNode) {
        let fields = reading.fields(root, of: .settings)
        layer.isRoot = fields.flag("root") ?? false
        readCommon(fields)
        layer.language = fields["language"].flatMap { language($0) }
        layer.encoding = fields["encoding"].flatMap { encoding($0) }
        layer.frontMatterKeys = fields["front-matter"] == nil ? nil : fields.texts("front-matter")
        layer.failOn = fields.choice("fail-on")
        layer.preset = fields.choice("extends")
        layer.rulePaths = paths(fields.list("rule-paths"))
        guard let crisis = fields.map("crisis") else { return }
        layer.siteWideFiles = crisis["site-wide"] == nil ? nil : paths(crisis.list("site-wide"))
        layer.crisisLines = crisis["lines"] == nil ? nil : crisis.list("lines").compactMap { line in line.map.flatMap { number($0) } }
    }

    private func paths(_ values: [FieldValue]) -> [SettingsPath] {
        values.compactMap { value in
            value.text.map { SettingsPath(path: $0, position: reading.file.position(of: value.range.lower)) }
        }
    }

    private mutating func number(_ line: FieldMap) -> String? {
        guard let value = line["number"], let number = value.text else { return nil }
        if number.contains(where: \.isNumber) { return number }
        reading.report("“\(number)” is no telephone number", at: value.range)
        return nil
    }

    /// What settings and drafts may say alike.
    private mutating func readCommon(_ fields: FieldMap) {
        layer.regions = fields["region"] == nil ? nil : reading.regions("region", in: fields)
        layer.professions = fields["profession"] == nil ? nil : reading.professions("profession", in: fields)
        layer.audience = fields.choice("audience")
        layer.allowedTerms = fields.map("terms").flatMap { $0["allow"] == nil ? nil : $0.texts("allow") }
        ruleSettings = fields.map("rules")?.entries ?? []
    }

    private mutating func encoding(_ value: FieldValue) -> String? {
        guard let name = value.text else { return nil }
        if TextDecoder.isKnown(name) { return name }
        let hint = Spelling.hint(for: name, in: TextDecoder.usualNames)
        reading.report("“\(name)” is no encoding that ICU knows\(hint)", at: value.range)
        return nil
    }

    private mutating func language(_ value: FieldValue) -> String? {
        guard let tag = value.text else { return nil }
        if let language = Language(tag) { return language.tag }
        let hint = Language.correction(of: tag).map { "; did you mean \($0)?" } ?? ""
        reading.report("“\(tag)” is no language tag of BCP 47, such as en or en-GB\(hint)", at: value.range)
        return nil
    }

    private mutating func ruleSetting(_ entry: FieldMap.Entry, _ rules: [Rule]) -> SettingsLayer.RuleSetting? {
        let pattern = RulePattern(entry.key)
        let named = rules.filter { pattern.matches($0.id) }
        guard pattern.isWellFormed, !named.isEmpty else {
            let categories = Set(rules.map { "\($0.category)/*" })
            let known = rules.map(\.id) + categories.sorted()
            reading.report("no rule is called “\(entry.key)”\(Spelling.hint(for: entry.key, in: known))", at: entry.keyRange)
            return nil
        }
        guard let options = entry.value.map else {
            return SettingsLayer.RuleSetting(pattern: pattern, level: entry.value.text.flatMap(level), requirement: nil, isStrict: nil, requiresReason: nil)
        }
        for option in [RuleOption.require, .strict] {
            guard let range = options.keyRange(option.rawValue), !named.contains(where: { takes(option, $0) }) else { continue }
            reading.report("\(pattern.text) takes no “\(option.rawValue)”", at: range)
        }
        return SettingsLayer.RuleSetting(
            pattern: pattern, level: options.text("severity").flatMap(level), requirement: options.choice("require"),
            isStrict: options.flag("strict"), requiresReason: options.flag("reason"))
    }

    private func takes(_ option: RuleOption, _ rule: Rule) -> Bool {
        if case .page(let body) = rule.body { body.options.contains(option) } else { false }
    }

    private func level(_ name: String) -> Settings.Level? {
        name == LevelName.off.rawValue ? .off : Severity(rawValue: name).map(Settings.Level.severity)
    }
}
