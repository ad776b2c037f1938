package import RuleFormat

/// What one `.lintrc` says; everything may be left out.
package struct SettingsLayer: Sendable {
    package struct RuleSetting: Sendable {
        package let pattern: RulePattern
        package let level: Settings.Level?
        package let requirement: Requirement?
        package let isStrict: Bool?
        package let requiresReason: Bool?
    }

    /// No settings above this file count.
    package var isRoot = false
    package var regions: [Region]?
    package var professions: [Profession]?
    package var language: String?
    package var encoding: String?
    package var frontMatterKeys: [String]?
    package var audience: Audience?
    package var pageKind: PageKind?
    package var failOn: Settings.FailOn?
    package var allowedTerms: [String]?
    package var preset: Preset?
    package var crisisLines: [String]?
    package var siteWideFiles: [SettingsPath]?
    package var rules: [RuleSetting] = []
    package var rulePaths: [SettingsPath] = []
}
