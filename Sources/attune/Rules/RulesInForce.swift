import RuleFormat

/// The rules that count for drafts in the working folder: the built-in ones and those that its settings name.
enum RulesInForce {
    /// Bad settings or rules are told, and end the command.
    static func load() throws(ExitStatus) -> LoadedRules {
        do {
            let folder = FileSystem.workingFolder
            var settings = try SettingsFinder(config: nil, workingFolder: folder)
            let found = try settings.find(forFolder: folder)
            return settings.ruleSets.sets[found.ruleSet]
        } catch {
            throw StandardStreams.failure(error)
        }
    }
}
