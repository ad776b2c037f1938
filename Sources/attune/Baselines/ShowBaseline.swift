import ArgumentParser
import Baselines
import Diagnostics

/// `attune baseline show`
struct ShowBaseline: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "List what a baseline holds.")

    @OptionGroup var option: BaselineOption

    func run() throws {
        let baseline: Baseline
        do { baseline = try KnownFindings.read(option.path) } catch { throw StandardStreams.failure(error) }
        let lines = baseline.entries.map { "\($0.path): “\($0.words)” [\($0.rule)]" }
        let files = Set(baseline.entries.map(\.path)).count
        let summary = "\(lines.count) finding\(lines.count == 1 ? "" : "s") in \(files) file\(files == 1 ? "" : "s")"
        try StandardStreams.output((lines + [summary]).map { VisibleText.of($0) + "\n" }.joined())
    }
}
