import ArgumentParser
import RuleFormat
import Settings

/// A level of rules as the command line gives it: `overclaim/rank=warning`.
struct RuleLevel: ExpressibleByArgument {
    let pattern: RulePattern
    let level: Settings.Level

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, let level = Settings.Level(name: String(parts[1])) else { return nil }
        pattern = RulePattern(String(parts[0]))
        self.level = level
    }
}
