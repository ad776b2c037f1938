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
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case human, json, sarif
    }

    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check drafts and report what an editor would change.",
        discussion: """
            Exit status: 0 when there is nothing at or above fail-on, 1 when there is, 2 for wrong usage, bad settings, \
            unreadable input or when no file matched.
            """)

    @Argument(help: "Drafts (.md, .mdx, .html, .txt) and folders of drafts; - for standard input.")
    var paths: [String]

    @Option(name: [.customShort("f"), .long], help: "human, json or sarif.")
    var format: Format = .human

    @Option(help: ArgumentHelp("Settings to use in place of every .lintrc.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("What standard input is called: its ending chooses the format, its folder the settings.", valueName: "path"))
    var stdinFilename: String?

    @Option(name: .shortAndLong, help: "How many drafts are checked at once; as many as there are processors unless told.")
    var jobs: Int?

    @Option(help: ArgumentHelp("What the drafts are encoded in when it is not UTF-8, by a name that ICU knows.", valueName: "name"))
    var encoding: String?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
        if paths.contains("") { throw ValidationError("A path is empty; for the working folder write a dot.") }
        if config == "" { throw ValidationError("The path after --config is empty.") }
        if let encoding, !TextDecoder.isKnown(encoding) {
            let hint = Spelling.hint(for: encoding, in: TextDecoder.usualNames)
            throw ValidationError("“\(encoding)” is no encoding that ICU knows\(hint).")
        }
        guard let stdinFilename else { return }
        if stdinFilename.isEmpty { throw ValidationError("The path after --stdin-filename is empty.") }
        if !paths.contains("-") {
            throw ValidationError(
                "--stdin-filename is what standard input is called, and standard input is not read; "
                    + "did you mean 'attune - --stdin-filename \(stdinFilename)'?")
        }
    }

    mutating func run() async throws {
        let run = try gather()
        let stream = ReportStream(of: run.drafts, to: reporter(run.ruleSets), errors: run.diagnostics)
        await Workers.check(run.drafts, ruleSets: run.ruleSets.sets.map(\.rules), jobs: jobs, to: stream)
        let report = await stream.report
        StandardStreams.error((report.errors.map(\.line) + NoticeLines.lines(of: report.notices)).map { $0 + "\n" }.joined())
        try await stream.finish()
        if !report.errors.isEmpty { throw ExitStatus.failure }
        if await stream.isFailing { throw ExitStatus.findings }
    }

    /// The drafts that the arguments name, each with its settings. Bad settings end the run before anything is checked.
    private func gather() throws -> (drafts: [Workers.Draft], ruleSets: RuleSets, diagnostics: [Diagnostic]) {
        let workingFolder = FileSystem.workingFolder
        var finder = FileFinder(workingFolder: workingFolder)
        for path in paths where path != "-" { finder.add(path) }
        do throws(Diagnostics) {
            var settings = try SettingsFinder(config: config, workingFolder: workingFolder)
            var drafts: [Workers.Draft] = []
            var diagnostics = finder.diagnostics
            if paths.contains("-") {
                let path = Path.absolute(stdinFilename ?? "<stdin>", in: workingFolder)
                let shown = Path.shown(path, from: workingFolder)
                if let refusal = DraftReader.refusal(of: path, shown: shown) { diagnostics.append(refusal) } else {
                    let found = try settings.find(forFolder: Path.parent(of: path))
                    drafts.append(Workers.Draft(
                        origin: .standardInput, shown: shown, settings: found.settings, ruleSet: found.ruleSet))
                }
            }
            for file in finder.files {
                let found = try settings.find(forFolder: Path.parent(of: file))
                drafts.append(Workers.Draft(
                    origin: .file(file), shown: Path.shown(file, from: workingFolder), settings: found.settings,
                    ruleSet: found.ruleSet))
            }
            if let encoding { for index in drafts.indices { drafts[index].settings.encoding = encoding } }
            var siteWide = SiteWideHelp(ruleSets: settings.ruleSets.sets.map(\.rules), workingFolder: workingFolder)
            drafts = try siteWide.apply(to: drafts)
            return (drafts, settings.ruleSets, diagnostics)
        } catch {
            StandardStreams.error((finder.diagnostics + error.list).map { $0.line + "\n" }.joined())
            throw ExitStatus.failure
        }
    }

    /// Code hosts want to know every rule; people read about those that found something.
    private func reporter(_ ruleSets: RuleSets) -> any Reporter {
        let tool = Report.Tool(name: "attune", version: Attune.version)
        return switch format {
        case .human: HumanReporter(
            useColour: StandardStreams.wantsColour, rule: { ruleSets.rules(named: [$0]).first }, sources: { ruleSets.sources })
        case .json: JSONReporter(tool: tool)
        case .sarif: SARIFReporter(rules: ruleSets.allRules, sources: ruleSets.sources, tool: tool)
        }
    }
}
