import ArgumentParser
import Diagnostics
import RuleFormat
import Settings

/// Settings that are given on the command line. They outrank all others.
struct SettingsOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Settings to use in place of every .lintrc.", valueName: "file"))
    var config: String?

    @Flag(help: "Reads no .lintrc.")
    var noConfig = false

    @Option(help: ArgumentHelp("The level of a rule, a category or all rules: jargon/*=off. May be given more than once.", valueName: "rule=level"))
    var rule: [RuleLevel] = []

    @Option(help: ArgumentHelp("Rules or categories that are on, and no others: crisis/*. May be given more than once.", valueName: "rule"))
    var select: [String] = []

    @Option(help: ArgumentHelp("Rules or categories that are off. May be given more than once.", valueName: "rule"))
    var ignore: [String] = []

    @Option(help: ArgumentHelp("Where the pages are read, as an ISO 3166 code: US-CO. May be given more than once.", valueName: "code"))
    var region: [String] = []

    @Option(help: ArgumentHelp("Who writes: psychologist, counsellor, …. May be given more than once.", valueName: "name"))
    var profession: [String] = []

    @Option(help: "Whom the pages are for: general or professional.")
    var audience: Audience?

    @Option(help: "The mildest severity that makes the run fail: error, warning, suggestion or never.")
    var failOn: Settings.FailOn?

    func validate() throws {
        if config == "" { throw ValidationError("The path after --config is empty.") }
        if config != nil, noConfig { throw ValidationError("--config names settings, and --no-config wants none.") }
        for code in region where Region(code) == nil { throw ValidationError(Region.problem(with: code)) }
        for name in profession where Profession(spelled: name) == nil {
            let known = Profession.spellings
            throw ValidationError("“\(name)” is none of \(known.joined(separator: ", "))\(Spelling.hint(for: name, in: known))")
        }
    }

    /// Whether something is said of rules.
    private var namedRules: [RulePattern] { rule.map(\.pattern) + (select + ignore).map { RulePattern($0) } }

    /// What is given, once the rules that are named are among those of a run.
    func layer(rules: () -> [String]) throws(Diagnostics) -> SettingsLayer {
        let known = namedRules.isEmpty ? [] : rules()
        let problems = namedRules.compactMap { $0.problem(among: known) }
        if !problems.isEmpty { throw Diagnostics(problems.map { Diagnostic(path: "attune", position: nil, message: $0) }) }
        var layer = SettingsLayer()
        layer.regions = region.isEmpty ? nil : region.compactMap(Region.init)
        layer.professions = profession.isEmpty ? nil : profession.compactMap(Profession.init(spelled:))
        layer.audience = audience
        layer.failOn = failOn
        layer.selection = select.isEmpty ? nil : select.map { RulePattern($0) }
        layer.rules = rule.map { SettingsLayer.RuleSetting(pattern: $0.pattern, level: $0.level) }
            + ignore.map { SettingsLayer.RuleSetting(pattern: RulePattern($0), level: .off) }
        return layer
    }
}

extension Audience: ExpressibleByArgument {}
extension Settings.FailOn: ExpressibleByArgument {}
