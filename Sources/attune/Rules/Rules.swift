import ArgumentParser

/// `attune rules`: what there is to know about rules, and what helps to write them.
struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List, explain, test and write rules.",
        subcommands: [PrintSchema.self])
}
