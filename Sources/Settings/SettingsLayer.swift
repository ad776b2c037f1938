package import RuleFormat

/// What one `.lintrc` says; everything may be left out.
package struct SettingsLayer: Sendable {
    package struct RuleSetting: Sendable {
        package let pattern: RulePattern
        package let level: Settings.Level?
        package let requirement: Requirement?
        package let isStrict: Bool?
        package let requiresReason: Bool?

        package init(
            pattern: RulePattern, level: Settings.Level?, requirement: Requirement? = nil, isStrict: Bool? = nil, requiresReason: Bool? = nil
        ) {
            self.pattern = pattern
            self.level = level
            self.requirement = requirement
            self.isStrict = isStrict
            self.requiresReason = requiresReason
        }
    }

    /// What holds for some files only.
    package struct Override: Sendable {
        /// Patterns as `.gitignore` has them, relative to the folder of the settings.
        package let files: [String]
        package let layer: SettingsLayer
    }

    package init() {}

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
    package var baseline: SettingsPath?
    package var siteWideFiles: [SettingsPath]?
    /// The rules that are on, and no others; nil when the settings do not choose.
    package var selection: [RulePattern]?
    package var rules: [RuleSetting] = []
    package var overrides: [Override] = []
    /// Patterns of files in folders that are left out, as `.gitignore` has them, relative to the folder of the settings.
    package var excluded: [String] = []
    /// A file of settings that these are laid over.
    package var base: SettingsPath?
    package var rulePaths: [SettingsPath] = []
}
