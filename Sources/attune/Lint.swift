import ArgumentParser
import Checking
import Diagnostics
import Encodings
import Reporting
import RuleFormat
import Settings
import SourceText

/// `attune lint`: drafts in, a report out.
struct Lint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check drafts and report what an editor would change.",
        discussion: """
            Exit status: 0 when there is nothing at or above fail-on, 1 when there is, 2 for wrong usage, bad settings, \
            unreadable input or when no file matched.
            """)

    @OptionGroup(title: "Which files") var files: FileOptions

    @Option(help: ArgumentHelp("What standard input is called: its ending chooses the format, its folder the settings.", valueName: "path"))
    var stdinFilename: String?

    @Option(help: ArgumentHelp("What the drafts are encoded in when it is not UTF-8, by a name that ICU knows.", valueName: "name"))
    var encoding: String?

    @OptionGroup(title: "What counts") var settings: SettingsOptions

    @Option(help: ArgumentHelp("Leaves out the findings that a baseline holds.", valueName: "file"))
    var baseline: String?

    @OptionGroup var changes: ChangeOptions

    @OptionGroup(title: "Changes") var fixing: FixOptions

    @OptionGroup(title: "Reports") var output: OutputOptions

    @Option(help: ArgumentHelp("Fails with more warnings than this, whatever fail-on says.", valueName: "count"))
    var maxWarnings: Int?

    @Flag(help: "Exits with 0 whatever is found; what cannot be read is still 2.")
    var exitZero = false

    @Option(name: .shortAndLong, help: "How many drafts are checked at once; as many as there are processors unless told.")
    var jobs: Int?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
        if let maxWarnings, maxWarnings < 0 { throw ValidationError("--max-warnings must be at least 0.") }
        if let encoding, !TextDecoder.isKnown(encoding) {
            let hint = Spelling.hint(for: encoding, in: TextDecoder.usualNames)
            throw ValidationError("“\(encoding)” is no encoding that ICU knows\(hint).")
        }
        if fixing.fixing != nil, changes.since != nil || changes.changedIn != nil {
            throw ValidationError("--fix and --diff change whole drafts, and --since and --changed-in look at lines; give one of them.")
        }
        if changes.changedIn == "-", files.filesFrom == "-" || files.paths.contains("-") {
            throw ValidationError("Standard input cannot be a patch and something else at once.")
        }
        if fixing.fixing?.writes ?? false, files.paths.contains("-") {
            throw ValidationError("Standard input cannot be written to; --diff shows the changes.")
        }
        guard let stdinFilename else { return }
        if stdinFilename.isEmpty { throw ValidationError("The path after --stdin-filename is empty.") }
        if !files.paths.contains("-") {
            throw ValidationError(
                "--stdin-filename is what standard input is called, and standard input is not read; "
                    + "did you mean 'attune - --stdin-filename \(stdinFilename)'?")
        }
    }

    mutating func run() async throws {
        let standardInput = files.paths.contains("-") ? Selection.StandardInput(name: stdinFilename) : nil
        let changes = try changes.find()
        let selection = try Selection(
            files: files, settings: settings, standardInput: standardInput, encoding: encoding, reports: output.output.map(\.path),
            changes: changes)
        let known = try KnownFindings(of: selection.drafts, named: baseline)
        try output.refuse(drafts: selection.drafts, baselines: [baseline].compactMap { $0 })
        let sinks = try output.sinks(selection.ruleSets, showsChanges: fixing.diff)
        let stream = ReportStream(of: selection.drafts, to: sinks, knowing: known, changes: changes, errors: selection.diagnostics)
        await Workers.check(selection.drafts, ruleSets: selection.ruleSets.sets.map(\.rules), fixing: fixing.fixing, jobs: jobs, to: stream)
        await stream.tellOfStaleEntries()
        let report = await stream.report
        StandardStreams.error((report.errors.map(\.line) + (output.quiet ? [] : NoticeLines.lines(of: report.notices))).map { $0 + "\n" }.joined())
        try await stream.finish()
        if !report.errors.isEmpty { throw ExitStatus.failure }
        if exitZero { return }
        if fixing.diff {
            if report.changeCount > 0 { throw ExitStatus.findings }
            return
        }
        if await stream.isFailing || maxWarnings.map({ report.count(.warning) > $0 }) ?? false { throw ExitStatus.findings }
    }
}
