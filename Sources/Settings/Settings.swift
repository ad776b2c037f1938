package import Diagnostics
package import RuleFormat

/// What counts for one draft, every value resolved.
package struct Settings: Sendable {
    /// The level a rule reports at: its own severity, another one, or none.
    package enum Level: Hashable, Sendable {
        case severity(Severity)
        case off

        /// The level of a name: a severity's, or `off`.
        package init?(name: String) {
            guard let level = LevelName(rawValue: name) else { return nil }
            self = Severity(rawValue: level.rawValue).map(Level.severity) ?? .off
        }
    }

    /// The mildest severity that makes the run fail.
    package enum FailOn: String, CaseIterable, Sendable {
        case error, warning, suggestion, never

        /// Whether a finding of a severity makes the run fail.
        package func includes(_ severity: Severity) -> Bool {
            Severity(rawValue: rawValue).map { severity >= $0 } ?? false
        }
    }

    package var regions: [Region] = []
    package var professions: [Profession] = []
    /// A language tag of BCP 47.
    package var language = "en"
    /// What drafts are encoded in, by ICU's name; nil when that is to be told from their bytes.
    package var encoding: String?
    /// The keys of front matter that hold text; nil for the usual ones.
    package var frontMatterKeys: [String]?
    package var audience = Audience.general
    /// Whether the draft is a legal notice from its first word to its last.
    package var isLegalNotice = false
    package var failOn = FailOn.error
    package var allowedTerms: [String] = []
    package var preset = Preset.recommended
    /// Telephone numbers that help in a crisis where the practice is, as printed.
    package var crisisLines: [String] = []
    /// The absolute path of the baseline whose findings are left out.
    package var baseline: String?
    /// Files that are shown on every page.
    package var siteWideFiles: [SettingsPath] = []
    /// Whether one of those files says how to reach help now.
    package var hasSiteWideHelp = false
    /// Whether the draft is one of those files.
    package var isOnEveryPage = false
    private var levels: [(pattern: RulePattern, level: Level)] = []
    /// The rules that are on, and no others.
    private var selection: [RulePattern]?
    private var requirements: [(pattern: RulePattern, requirement: Requirement)] = []
    private var reasons: [(pattern: RulePattern, areRequired: Bool)] = []
    private var strictness: [(pattern: RulePattern, isStrict: Bool)] = []

    package init() {}

    /// Settings under which one rule alone reports.
    package init(only rule: Rule) {
        levels = [(RulePattern("*"), .off), (RulePattern(rule.id), .severity(rule.severity))]
    }

    /// Lays one file's settings over these; what the file says wins.
    package mutating func apply(_ layer: SettingsLayer) {
        regions = layer.regions ?? regions
        professions = layer.professions ?? professions
        language = layer.language ?? language
        encoding = layer.encoding ?? encoding
        frontMatterKeys = layer.frontMatterKeys ?? frontMatterKeys
        if let kind = layer.pageKind {
            isLegalNotice = kind == .legal
            audience = Audience(rawValue: kind.rawValue) ?? audience
        }
        audience = layer.audience ?? audience
        failOn = layer.failOn ?? failOn
        allowedTerms = layer.allowedTerms ?? allowedTerms
        preset = layer.preset ?? preset
        crisisLines = layer.crisisLines ?? crisisLines
        baseline = layer.baseline?.path ?? baseline
        siteWideFiles = layer.siteWideFiles ?? siteWideFiles
        selection = layer.selection ?? selection
        // Within one file the more exact name wins, whatever the order of the lines.
        for setting in layer.rules.sorted(by: { $0.pattern.precision < $1.pattern.precision }) {
            if let level = setting.level { levels.append((setting.pattern, level)) }
            if let requirement = setting.requirement { requirements.append((setting.pattern, requirement)) }
            if let requiresReason = setting.requiresReason { reasons.append((setting.pattern, requiresReason)) }
            if let isStrict = setting.isStrict { strictness.append((setting.pattern, isStrict)) }
        }
    }

    /// Takes the language that a draft says it is in: `en-GB`, or `English` and `en_GB`, as drafts have it. False when that is none.
    package mutating func apply(languageOfDraft tag: String) -> Bool {
        guard let known = Language(tag)?.tag ?? Language.correction(of: tag) else { return false }
        language = known
        return true
    }

    /// Where the draft is read, and who writes it.
    package var jurisdiction: Jurisdiction { Jurisdiction(regions: regions, professions: professions) }

    /// What settings say of the rule; else its severity in their regions for their professions, when their preset turns it on.
    package func level(of rule: Rule) -> Level {
        if let selection, !selection.contains(where: { $0.matches(rule.id) }) { return .off }
        if let level = levels.last(where: { $0.pattern.matches(rule.id) })?.level { return level }
        let severity = rule.severity(for: jurisdiction)
        return selection != nil || rule.isOn(in: preset, at: severity) ? .severity(severity) : .off
    }

    /// Whether a rule is to ask for more than it does by itself.
    package func isStrict(on rule: Rule) -> Bool {
        strictness.last { $0.pattern.matches(rule.id) }?.isStrict ?? (preset == .strict)
    }

    package func requirement(of rule: Rule) -> Requirement {
        requirements.last { $0.pattern.matches(rule.id) }?.requirement ?? .whenDeclared
    }

    /// Whether a comment that keeps findings of a rule back must say why.
    package func requiresReason(for rule: String) -> Bool {
        reasons.last { $0.pattern.matches(rule) }?.areRequired ?? false
    }

    /// Whether there are rules for the language of the draft.
    package var isLanguageKnown: Bool {
        language.split(separator: "-").first?.lowercased() == "en"
    }
}
