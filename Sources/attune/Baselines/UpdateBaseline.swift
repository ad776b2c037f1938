import ArgumentParser
import Baselines
import Diagnostics

/// `attune baseline update PATH…`
struct UpdateBaseline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Keep what is found now in some drafts, in place of what was found in them before.",
        discussion: "What the baseline holds of other drafts stays, but for those that are gone.")

    @OptionGroup var option: BaselineOption
    @OptionGroup(title: "Which files") var files: FileOptions
    @OptionGroup(title: "What counts") var settings: SettingsOptions

    func run() async throws {
        let old: Baseline
        do { old = try KnownFindings.read(option.path) } catch { throw StandardStreams.failure(error) }
        let current = try await CurrentFindings(files: files, settings: settings, for: option.path)
        let folder = Path.parent(of: option.path)
        let others = old.entries.filter { entry in
            !current.paths.contains(entry.path) && FileSystem.kind(of: Path.absolute(entry.path, in: folder)) != .missing
        }
        let new = Baseline(others + current.entries)
        do { try FileSystem.replace(option.path, with: Array(BaselineFile.text(of: new).utf8)) } catch {
            throw StandardStreams.failure(Diagnostics([Diagnostic(path: option.baseline, position: nil, message: "cannot be written: \(error.reason)")]))
        }
        let (before, after) = (Set(old.entries), Set(new.entries))
        try StandardStreams.output(
            "\(option.baseline): \(new.entries.count) finding\(new.entries.count == 1 ? "" : "s") kept, "
                + "\(after.subtracting(before).count) new, \(before.subtracting(after).count) gone\n")
    }
}
