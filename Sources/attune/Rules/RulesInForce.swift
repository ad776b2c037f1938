import RuleFormat
import Settings

/// What counts for drafts in the working folder: the built-in rules and those that its settings name, and the settings.
struct RulesInForce {
    let loaded: LoadedRules
    let settings: Settings

    /// Bad settings or rules are told, and end the command. `config` replaces every `.lintrc`.
    static func load(config: String? = nil) throws(ExitStatus) -> RulesInForce {
        do {
            let folder = FileSystem.workingFolder
            var settings = try SettingsFinder(config: config, workingFolder: folder)
            let found = try settings.find(forFolder: folder)
            return RulesInForce(loaded: settings.ruleSets.sets[found.ruleSet], settings: found.settings)
        } catch {
            throw StandardStreams.failure(error)
        }
    }
}
