package import Diagnostics
import FieldTables
import MarkedYAML
package import RuleFormat
package import SourceText

/// Reads a `.lintrc`. Whatever is wrong in it is an error with its place; a file with an error gives no settings.
package struct SettingsReader {
    private let rules: [Rule]
    private var reading: Reading

    private init(_ file: SourceFile, _ rules: [Rule]) {
        self.rules = rules
        reading = Reading(file)
    }

    package static func read(_ file: SourceFile, rules: [Rule]) throws(Diagnostics) -> SettingsLayer {
        let root: MarkedNode?
        do { root = try MarkedYAML.parse(file) } catch { throw Diagnostics([error]) }
        guard let root else { return SettingsLayer() }
        var reader = SettingsReader(file, rules)
        let layer = reader.layer(root)
        if !reader.reading.isClean { throw Diagnostics(reader.reading.diagnostics) }
        return layer
    }

    private mutating func layer(_ root: MarkedNode) -> SettingsLayer {
        let fields = reading.fields(root, of: .settings)
        var layer = SettingsLayer()
        layer.isRoot = fields.flag("root") ?? false
        layer.regions = fields["region"] == nil ? nil : fields.list("region").compactMap { region($0) }
        layer.language = fields.text("language")
        layer.audience = fields.choice("audience")
        layer.failOn = fields.choice("fail-on")
        layer.rules = fields.map("rules")?.entries.compactMap { ruleSetting($0) } ?? []
        layer.allowedTerms = fields.map("terms").flatMap { $0["allow"] == nil ? nil : $0.texts("allow") }
        return layer
    }

    private mutating func region(_ value: FieldValue) -> Region? {
        guard let code = value.text else { return nil }
        if let region = Region(code) { return region }
        let hint = Region.correction(of: code).map { "; did you mean \($0)?" } ?? ""
        reading.report("“\(code)” is no ISO 3166 code of a country\(hint)", at: value.range)
        return nil
    }

    private mutating func ruleSetting(_ entry: FieldMap.Entry) -> SettingsLayer.RuleSetting? {
        let pattern = RulePattern(entry.key)
        let named = rules.filter { pattern.matches($0.id) }
        guard pattern.isWellFormed, !named.isEmpty else {
            let categories = Set(rules.map { "\($0.category)/*" })
            let known = rules.map(\.id) + categories.sorted()
            reading.report("no rule is called “\(entry.key)”\(Spelling.hint(for: entry.key, in: known))", at: entry.keyRange)
            return nil
        }
        guard let options = entry.value.map else {
            return SettingsLayer.RuleSetting(pattern: pattern, level: entry.value.text.flatMap(level), requirement: nil)
        }
        if let range = options.keyRange("require"), !named.contains(where: takesRequire) {
            reading.report("\(pattern.text) takes no “require”", at: range)
        }
        return SettingsLayer.RuleSetting(
            pattern: pattern, level: options.text("severity").flatMap(level), requirement: options.choice("require"))
    }

    private func takesRequire(_ rule: Rule) -> Bool {
        if case .page(let body) = rule.body { body.takesRequire } else { false }
    }

    private func level(_ name: String) -> Settings.Level? {
        name == LevelName.off.rawValue ? .off : Severity(rawValue: name).map(Settings.Level.severity)
    }
}
