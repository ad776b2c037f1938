import ArgumentParser

/// `attune rules`: what there is to know about rules, and what helps to write them.
struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List, explain, test and write rules.",
        subcommands: [ListRules.self, ShowRule.self, TestRules.self, NewRule.self, PrintSchema.self])
}
