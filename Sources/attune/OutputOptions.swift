import ArgumentParser
import Diagnostics
import Documents
import Reporting
import RuleFormat
import Settings

/// What reports a run gives, and where they go.
struct OutputOptions: ParsableArguments {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case human, json, sarif
    }

    enum Colour: String, CaseIterable, ExpressibleByArgument {
        case auto, always, never
    }

    @Option(name: [.customShort("f"), .long], help: "human, json or sarif.")
    var format: Format = .human

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Writes the report to a file; with a format before it, another report. May be given more than once.", valueName: "format:file"))
    var output: [ReportFile] = []

    @Flag(help: "Counts what is found, by rule, in place of telling each finding.")
    var statistics = false

    @Flag(name: .shortAndLong, help: "Leaves out notes and the summary.")
    var quiet = false

    @Option(help: "Whether the report for people has colours.")
    var color: Colour = .auto

    func validate() throws {
        if statistics, format != .human { throw ValidationError("--statistics is for people; \(format.rawValue) has every finding.") }
        if output.count(where: { $0.format == nil }) > 1 { throw ValidationError("Only one --output can do without a format before it.") }
    }

    /// Refuses to write a report over a draft, settings, a baseline or another report.
    func refuse(drafts: [Workers.Draft], baselines: [String]) throws(ExitStatus) {
        let folder = FileSystem.workingFolder
        func place(_ path: String) -> String { FileSystem.resolved(Path.absolute(path, in: folder)) }
        var taken = Set(baselines.map(place) + drafts.compactMap(\.settings.baseline).map(place))
        for draft in drafts { if case .file(let path) = draft.origin { taken.insert(place(path)) } }
        for file in output {
            let isSettings = file.path.split(separator: "/").last == ".lintrc"
            guard isSettings || isDraft(file.path) || !taken.insert(place(file.path)).inserted else { continue }
            if FileSystem.kind(of: Path.absolute(file.path, in: folder)) == .special { continue }
            let message = "is a draft, settings, a baseline or another report of this run; write the report elsewhere"
            throw StandardStreams.failure(Diagnostics([Diagnostic(path: file.path, position: nil, message: message)]))
        }
    }

    /// Whether a file is there that is more likely a draft than the report of another run. Text may be either.
    private func isDraft(_ path: String) -> Bool {
        guard let format = DocumentFormat(path: path), format != .plainText else { return false }
        return FileSystem.kind(of: Path.absolute(path, in: FileSystem.workingFolder)) == .file
    }

    /// The places that reports go to, opened. `showsChanges` when changes are shown in place of the report.
    func sinks(_ ruleSets: RuleSets, showsChanges: Bool) throws(ExitStatus) -> [ReportSink] {
        var sinks: [ReportSink] = []
        if showsChanges || !output.contains(where: { $0.format == nil }) {
            sinks.append(ReportSink(showsChanges ? nil : reporter(format, ruleSets, useColour: wantsColour), to: .standardOutput))
        }
        for file in output {
            let descriptor: Int32
            do { descriptor = try FileSystem.openForWriting(file.path) } catch {
                throw StandardStreams.failure(Diagnostics([Diagnostic(path: file.path, position: nil, message: "cannot be written: \(error.reason)")]))
            }
            let reporter = reporter(file.format ?? format, ruleSets, useColour: color == .always)
            sinks.append(ReportSink(reporter, to: .file(file.path, descriptor)))
        }
        return sinks
    }

    private var wantsColour: Bool {
        switch color {
        case .auto: StandardStreams.wantsColour
        case .always: true
        case .never: false
        }
    }

    /// Code hosts want to know every rule; people read about those that found something.
    private func reporter(_ format: Format, _ ruleSets: RuleSets, useColour: Bool) -> any Reporter {
        let tool = Report.Tool(name: "attune", version: Attune.version)
        return switch format {
        case .human where statistics: StatisticsReporter()
        case .human: HumanReporter(
            useColour: useColour, showsSummary: !quiet, rule: { ruleSets.rules(named: [$0]).first }, sources: { ruleSets.sources })
        case .json: JSONReporter(tool: tool)
        case .sarif: SARIFReporter(rules: ruleSets.allRules, sources: ruleSets.sources, tool: tool)
        }
    }
}

/// A file for a report, with the format of the report before it or without: `sarif:report.sarif`.
struct ReportFile: ExpressibleByArgument {
    let format: OutputOptions.Format?
    let path: String

    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        format = parts.count == 2 ? OutputOptions.Format(rawValue: parts[0]) : nil
        path = format == nil ? argument : parts[1]
        let isOtherFormat = parts.count == 2 && format == nil && !parts[0].isEmpty && parts[0].allSatisfy { $0.isLetter || $0 == "-" }
        if path.isEmpty || isOtherFormat { return nil }
    }
}
