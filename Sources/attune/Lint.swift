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

    @OptionGroup(title: "Which files") var files: FileOptions

    @Option(help: ArgumentHelp("What standard input is called: its ending chooses the format, its folder the settings.", valueName: "path"))
    var stdinFilename: String?

    @Option(help: ArgumentHelp("What the drafts are encoded in when it is not UTF-8, by a name that ICU knows.", valueName: "name"))
    var encoding: String?

    @OptionGroup(title: "What counts") var settings: SettingsOptions

    @OptionGroup(title: "Changes") var fixing: FixOptions

    @Option(name: [.customShort("f"), .long], help: "human, json or sarif.")
    var format: Format = .human

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
        if fixing.writes, files.paths.contains("-") {
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
        let run = try gather()
        let stream = ReportStream(of: run.drafts, to: fixing.diff ? nil : reporter(run.ruleSets), errors: run.diagnostics)
        await Workers.check(run.drafts, ruleSets: run.ruleSets.sets.map(\.rules), fixing: fixing, jobs: jobs, to: stream)
        let report = await stream.report
        StandardStreams.error((report.errors.map(\.line) + NoticeLines.lines(of: report.notices)).map { $0 + "\n" }.joined())
        try await stream.finish()
        if !report.errors.isEmpty { throw ExitStatus.failure }
        if exitZero { return }
        if fixing.diff {
            if report.changeCount > 0 { throw ExitStatus.findings }
            return
        }
        if await stream.isFailing || maxWarnings.map({ report.count(.warning) > $0 }) ?? false { throw ExitStatus.findings }
    }

    /// The drafts that the arguments name, each with its settings. Bad settings end the run before anything is checked.
    private func gather() throws -> (drafts: [Workers.Draft], ruleSets: RuleSets, diagnostics: [Diagnostic]) {
        let workingFolder = FileSystem.workingFolder
        let finder: FileFinder
        do { finder = try files.find(from: workingFolder) } catch {
            throw StandardStreams.failure(Diagnostics([Diagnostic(path: files.filesFrom ?? "", position: nil, message: "cannot be read: \(error.reason)")]))
        }
        do throws(Diagnostics) {
            var finding = try SettingsFinder(config: settings.config, readsFiles: !settings.noConfig, workingFolder: workingFolder)
            var drafts: [Workers.Draft] = []
            var diagnostics = finder.diagnostics
            if files.paths.contains("-") {
                let path = Path.absolute(stdinFilename ?? "<stdin>", in: workingFolder)
                if let refusal = DraftReader.refusal(of: path, shown: Path.shown(path, from: workingFolder)) {
                    diagnostics.append(refusal)
                } else {
                    drafts.append(draft(.standardInput, at: path, by: try finding.find(forFolder: Path.parent(of: path)), workingFolder))
                }
            }
            for file in finder.files {
                let found = try finding.find(forFolder: Path.parent(of: file.path))
                if found.leavesOut(file.path), !file.isNamed || files.forceExclude { continue }
                drafts.append(draft(.file(file.path), at: file.path, by: found, workingFolder))
            }
            if drafts.isEmpty, diagnostics.isEmpty, !files.allowEmpty, !files.forceExclude {
                diagnostics.append(Diagnostic(path: "attune", position: nil, message: "there is no draft to check; --allow-empty lets that be"))
            }
            let ruleSets = finding.ruleSets
            let commandLine = try settings.layer { ruleSets.allRules.map(\.id) }
            for index in drafts.indices {
                drafts[index].commandLine = commandLine
                drafts[index].settings.apply(commandLine)
                drafts[index].settings.encoding = encoding ?? drafts[index].settings.encoding
            }
            var siteWide = SiteWideHelp(ruleSets: ruleSets.sets.map(\.rules), workingFolder: workingFolder)
            return (try siteWide.apply(to: drafts), ruleSets, diagnostics)
        } catch {
            throw StandardStreams.failure(Diagnostics(finder.diagnostics + error.list))
        }
    }

    private func draft(
        _ origin: Workers.Draft.Origin, at path: String, by found: SettingsFinder.Found, _ workingFolder: String
    ) -> Workers.Draft {
        Workers.Draft(origin: origin, shown: Path.shown(path, from: workingFolder), settings: found.settings(for: path), ruleSet: found.ruleSet)
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
