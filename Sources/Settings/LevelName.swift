/// What `.lintrc` calls the level of a rule.
enum LevelName: String, CaseIterable {
    case error, warning, suggestion, off
}
