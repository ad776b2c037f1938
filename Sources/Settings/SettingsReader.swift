package import Diagnostics
import MarkedYAML
package import RuleFormat
package import SourceText

/// Reads a `.lintrc`. Whatever is wrong in it is an error with its place; a file with an error gives no settings.
package struct SettingsReader {
    private static let version = "1"

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
        if !reader.reading.diagnostics.isEmpty { throw Diagnostics(reader.reading.diagnostics) }
        return layer
    }

    private mutating func layer(_ root: MarkedNode) -> SettingsLayer {
        let keys = ["version", "root", "region", "language", "audience", "fail-on", "rules", "terms"]
        let fields = reading.map(root, keys: keys, of: ".lintrc")
        var layer = SettingsLayer()
        if let node = fields["version"], let version = reading.text(node, of: "“version”"), version != Self.version {
            reading.report("version \(version) is not known; this program reads version \(Self.version)", at: node.range)
        }
        layer.isRoot = fields["root"].flatMap { reading.flag($0, of: "“root”") } ?? false
        layer.regions = fields["region"].map { regions($0) }
        layer.language = fields["language"].flatMap { language($0) }
        layer.audience = fields["audience"].flatMap { reading.choice($0, of: "“audience”", as: Audience.self) }
        layer.failOn = fields["fail-on"].flatMap { reading.choice($0, of: "“fail-on”", as: Settings.FailOn.self) }
        layer.rules = fields["rules"].map { ruleSettings($0) } ?? []
        if let terms = fields["terms"] {
            let lists = reading.map(terms, keys: ["allow"], of: "“terms”")
            layer.allowedTerms = lists["allow"].map { reading.texts($0, of: "“allow”").map(\.text) }
        }
        return layer
    }

    private mutating func regions(_ node: MarkedNode) -> [Region] {
        let nodes: [MarkedNode] = if case .list(let items) = node.value { items } else { [node] }
        return nodes.compactMap { node in
            guard let code = reading.text(node, of: "“region”") else { return nil }
            if let region = Region(code) { return region }
            let hint = Region.correction(of: code).map { "; did you mean \($0)?" } ?? ""
            reading.report("“\(code)” is no ISO 3166 code of a country\(hint)", at: node.range)
            return nil
        }
    }

    private mutating func language(_ node: MarkedNode) -> String? {
        guard let tag = reading.text(node, of: "“language”") else { return nil }
        if let language = Language(tag) { return language.tag }
        let hint = Language.correction(of: tag).map { "; did you mean \($0)?" } ?? ""
        reading.report("“\(tag)” is no language tag of BCP 47, such as en or en-GB\(hint)", at: node.range)
        return nil
    }

    private mutating func ruleSettings(_ node: MarkedNode) -> [SettingsLayer.RuleSetting] {
        reading.entries(node, of: "“rules”").compactMap { entry in
            let pattern = RulePattern(entry.key)
            let named = rules.filter { pattern.matches($0.id) }
            guard pattern.isWellFormed, !named.isEmpty else {
                let categories = Set(rules.map { "\($0.category)/*" })
                let known = rules.map(\.id) + categories.sorted()
                reading.report("no rule is called “\(entry.key)”\(Spelling.hint(for: entry.key, in: known))", at: entry.keyRange)
                return nil
            }
            return ruleSetting(entry.value, pattern: pattern, named)
        }
    }

    private mutating func ruleSetting(
        _ node: MarkedNode, pattern: RulePattern, _ named: [Rule]
    ) -> SettingsLayer.RuleSetting {
        guard case .map = node.value else {
            return SettingsLayer.RuleSetting(pattern: pattern, level: level(node), requirement: nil)
        }
        let takesRequire = named.contains { rule in
            if case .page(let body) = rule.body { body.takesRequire } else { false }
        }
        let keys = takesRequire ? ["severity", "require"] : ["severity"]
        let fields = reading.map(node, keys: keys, of: "the options of \(pattern.text)")
        return SettingsLayer.RuleSetting(
            pattern: pattern, level: fields["severity"].flatMap { level($0) },
            requirement: fields["require"].flatMap { reading.choice($0, of: "“require”", as: Requirement.self) })
    }

    private mutating func level(_ node: MarkedNode) -> Settings.Level? {
        switch reading.choice(node, of: "the level of a rule", as: LevelName.self) {
        case .off: .off
        case let name?: Severity(rawValue: name.rawValue).map(Settings.Level.severity)
        case nil: nil
        }
    }

    private enum LevelName: String, CaseIterable {
        case error, warning, suggestion, off
    }
}
