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
    private var named = NamedRules()
    private var overrides: [(files: [String], layer: SettingsLayer, named: NamedRules)] = []

    /// What names rules, until these are known.
    private struct NamedRules {
        var settings: [FieldMap.Entry] = []
        var selected: [FieldValue]?
        var ignored: [FieldValue] = []

        var isEmpty: Bool { settings.isEmpty && selected == nil && ignored.isEmpty }
    }

    package init(_ file: SourceFile) throws(Diagnostics) {
        reading = Reading(file)
        func foreign(_ message: String) -> Diagnostics {
            Diagnostics([Diagnostic(path: file.path, position: file.position(of: 0), message: message)])
        }
        if let problem = ForeignSettings.problem(in: file) { throw foreign(problem) }
        let root: MarkedNode?
        do { root = try MarkedYAML.parse(file) } catch { throw Diagnostics([error]) }
        guard let root else { return }
        if let problem = ForeignSettings.problem(in: root, of: file) { throw foreign(problem) }
        read(root)
    }

    /// Reads what the front matter of a draft says under `attune`.
    package init(frontMatter node: MarkedNode, of file: SourceFile) {
        reading = Reading(file)
        let fields = reading.fields(node, of: .draftSettings)
        (layer, named) = readCommon(fields)
        layer.pageKind = fields.choice("page")
    }

    /// The practice's own rules, as far as they could be read.
    package var rulePaths: [SettingsPath] { layer.rulePaths }

    /// The file of settings that these are laid over.
    package var base: SettingsPath? { layer.base }

    /// No settings above this file count.
    package var isRoot: Bool { layer.isRoot }

    package var diagnostics: [Diagnostic] { reading.diagnostics }

    /// The settings, once every rule that they name is among those given.
    package consuming func finish(rules: some Collection<Rule>) throws(Diagnostics) -> SettingsLayer {
        let all = ([named] + overrides.map(\.named)).contains { !$0.isEmpty } ? Array(rules) : []
        layer = settled(layer, named, all)
        for override in overrides {
            layer.overrides.append(SettingsLayer.Override(files: override.files, layer: settled(override.layer, override.named, all)))
        }
        if !reading.isClean { throw Diagnostics(reading.diagnostics) }
        return layer
    }

    private mutating func read(_ root: MarkedNode) {
        let fields = reading.fields(root, of: .settings)
        (layer, named) = readCommon(fields)
        layer.isRoot = fields.flag("root") ?? false
        layer.language = fields["language"].flatMap { language($0) }
        layer.encoding = fields["encoding"].flatMap { encoding($0) }
        layer.frontMatterKeys = fields["front-matter"] == nil ? nil : fields.texts("front-matter")
        layer.preset = fields.choice("extends")
        layer.base = fields["extends"].flatMap { base($0) }
        layer.excluded = fields.texts("exclude")
        for map in fields.list("overrides").compactMap(\.map) {
            let (layer, named) = readCommon(map)
            overrides.append((map.texts("files"), layer, named))
        }
        layer.baseline = fields["baseline"].flatMap { paths([$0]).first }
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

    /// What stands in place of a preset: the path of other settings.
    private mutating func base(_ value: FieldValue) -> SettingsPath? {
        guard let text = value.text, Preset(rawValue: text) == nil else { return nil }
        if text.contains("/") || text.contains(".") { return SettingsPath(path: text, position: reading.file.position(of: value.range.lower)) }
        let known = Preset.allCases.map(\.rawValue)
        reading.report("“\(text)” is none of \(known.joined(separator: ", ")), and no path\(Spelling.hint(for: text, in: known))", at: value.range)
        return nil
    }

    /// What settings, their overrides and drafts may say alike, each as far as its table lets it.
    private mutating func readCommon(_ fields: FieldMap) -> (SettingsLayer, NamedRules) {
        var layer = SettingsLayer()
        layer.failOn = fields.choice("fail-on")
        layer.regions = fields["region"] == nil ? nil : reading.regions("region", in: fields)
        layer.professions = fields["profession"] == nil ? nil : reading.professions("profession", in: fields)
        layer.audience = fields.choice("audience")
        layer.allowedTerms = fields.map("terms").flatMap { $0["allow"] == nil ? nil : $0.texts("allow") }
        return (layer, NamedRules(
            settings: fields.map("rules")?.entries ?? [], selected: fields["select"] == nil ? nil : fields.list("select"), ignored: fields.list("ignore")))
    }

    private mutating func settled(_ layer: SettingsLayer, _ named: NamedRules, _ rules: [Rule]) -> SettingsLayer {
        var layer = layer
        layer.selection = named.selected?.compactMap { value in value.text.flatMap { pattern($0, at: value.range, rules) } }
        layer.rules += named.settings.compactMap { ruleSetting($0, rules) }
        layer.rules += named.ignored.compactMap { value in
            value.text.flatMap { pattern($0, at: value.range, rules) }.map { SettingsLayer.RuleSetting(pattern: $0, level: .off) }
        }
        return layer
    }

    /// What names a rule, or a category; what names none is reported.
    private mutating func pattern(_ name: String, at range: SourceRange, _ rules: [Rule]) -> RulePattern? {
        let pattern = RulePattern(name)
        if let problem = pattern.problem(among: rules.map(\.id)) {
            reading.report(problem, at: range)
            return nil
        }
        return pattern
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
        guard let pattern = pattern(entry.key, at: entry.keyRange, rules) else { return nil }
        let named = rules.filter { pattern.matches($0.id) }
        guard let options = entry.value.map else {
            return SettingsLayer.RuleSetting(pattern: pattern, level: entry.value.text.flatMap(Settings.Level.init(name:)))
        }
        for option in [RuleOption.require, .strict] {
            guard let range = options.keyRange(option.rawValue), !named.contains(where: { takes(option, $0) }) else { continue }
            reading.report("\(pattern.text) takes no “\(option.rawValue)”", at: range)
        }
        return SettingsLayer.RuleSetting(
            pattern: pattern, level: options.text("severity").flatMap(Settings.Level.init(name:)), requirement: options.choice("require"),
            isStrict: options.flag("strict"), requiresReason: options.flag("reason"))
    }

    private func takes(_ option: RuleOption, _ rule: Rule) -> Bool {
        if case .page(let body) = rule.body { body.options.contains(option) } else { false }
    }
}
