import ArgumentParser

/// `attune baseline`: the findings that a site has and lives with for now.
struct BaselineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baseline",
        abstract: "Keep the findings that a site has, so that reports tell of new ones only.",
        discussion: """
              attune baseline create .                       writes \(KnownFindings.usualName)
              attune lint . --baseline \(KnownFindings.usualName)   tells what is not in it; or “baseline:” in .lintrc

            A finding is known by its rule, its words and the words around them, so it is known again when lines move.
            """,
        subcommands: [CreateBaseline.self, UpdateBaseline.self, ShowBaseline.self])
}

/// Where a baseline is.
struct BaselineOption: ParsableArguments {
    @Option(help: ArgumentHelp("The baseline.", valueName: "file"))
    var baseline = KnownFindings.usualName

    var path: String { Path.absolute(baseline, in: FileSystem.workingFolder) }
}
