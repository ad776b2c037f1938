import ArgumentParser
import Baselines
import Diagnostics

/// `attune baseline create PATH…`
struct CreateBaseline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "create", abstract: "Keep everything that is found now.")

    @OptionGroup var option: BaselineOption
    @OptionGroup(title: "Which files") var files: FileOptions
    @OptionGroup(title: "What counts") var settings: SettingsOptions

    func run() async throws {
        if FileSystem.kind(of: option.path) != .missing {
            let message = "is there already; “attune baseline update” brings it up to date"
            throw StandardStreams.failure(Diagnostics([Diagnostic(path: option.baseline, position: nil, message: message)]))
        }
        let current = try await CurrentFindings(files: files, settings: settings, for: option.path)
        do { try FileSystem.create(option.path, BaselineFile.text(of: Baseline(current.entries))) } catch {
            throw StandardStreams.failure(Diagnostics([Diagnostic(path: option.baseline, position: nil, message: "cannot be written: \(error.reason)")]))
        }
        try StandardStreams.output("\(option.baseline): \(current.entries.count) finding\(current.entries.count == 1 ? "" : "s") kept\n")
    }
}
