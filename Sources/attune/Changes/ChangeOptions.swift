import ArgumentParser
import Diagnostics

/// That only what has changed is told of.
struct ChangeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Tells only of lines that have changed since a revision of git, and of changed pages as a whole.", valueName: "revision"))
    var since: String?

    @Option(help: ArgumentHelp("The same by a patch, as “git diff -U0” writes it; - for standard input.", valueName: "file"))
    var changedIn: String?

    func validate() throws {
        if since != nil, changedIn != nil { throw ValidationError("--since and --changed-in both say what has changed; give one of them.") }
        if let since, since.isEmpty || since.hasPrefix("-") { throw ValidationError("“\(since)” is no revision.") }
        if changedIn == "" { throw ValidationError("The path after --changed-in is empty.") }
    }

    /// What has changed; nil when all is to be told of.
    func find() throws(ExitStatus) -> ChangedLines? {
        let folder = FileSystem.workingFolder
        do throws(Diagnostics) {
            if let since {
                let patch = try Git.output(
                    ["diff", "--no-color", "--no-ext-diff", "--src-prefix=a/", "--dst-prefix=b/", "-U0", "--relative", since, "--"])
                let names = try Git.output(["diff", "--name-only", "--relative", "-z", since, "--"])
                let new = try Git.output(["ls-files", "--others", "--exclude-standard", "-z"])
                var changes = try ChangedLines(patch: patch, path: "git", in: folder)
                changes.addWhole(names.split(separator: "\0").map(String.init).filter { !changes.holds(Path.absolute($0, in: folder)) }, in: folder)
                changes.addWhole(new.split(separator: "\0").map(String.init), in: folder)
                return changes
            }
            guard let changedIn else { return nil }
            let bytes: [UInt8]
            do { bytes = changedIn == "-" ? try FileSystem.readStandardInput() : try FileSystem.read(changedIn) } catch {
                throw Diagnostics([Diagnostic(path: changedIn, position: nil, message: "cannot be read: \(error.reason)")])
            }
            return try ChangedLines(patch: String(decoding: bytes, as: UTF8.self), path: changedIn, in: folder)
        } catch {
            throw StandardStreams.failure(error)
        }
    }
}
