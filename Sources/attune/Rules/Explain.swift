import ArgumentParser

/// `attune explain ID`: the same as `attune rules show ID`.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a rule; the same as “rules show”.",
        discussion: """
              attune explain overclaim/guarantee
            """)

    @OptionGroup var show: ShowRule

    func run() throws {
        try show.run()
    }
}
