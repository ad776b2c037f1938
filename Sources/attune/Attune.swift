import ArgumentParser
import CICU
import Diagnostics

@main
struct Attune: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "attune",
        abstract: "A linter for therapy marketing copy.",
        discussion: """
            Flags, at the exact words, jargon nobody explained, clinical distance, overclaiming, a missing AI disclosure and \
            missing crisis help. Works offline and sends nothing anywhere.
            """,
        version: "attune \(version) (ICU \(libraryVersion(attune_icu_version)), Unicode \(libraryVersion(attune_unicode_version)))",
        subcommands: [Lint.self, BaselineCommand.self, Rules.self, Explain.self],
        defaultSubcommand: Lint.self)

    /// The names of the subcommands.
    static var commands: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

    static func main() async {
        StandardStreams.ignoreClosedPipes()
        do {
            try await run().exit()
        } catch {
            StandardStreams.error("attune: error: standard output cannot be written: \(error.reason)\n")
            ExitStatus.failure.exit()
        }
    }

    private static func run() async throws(FileSystem.Failure) -> ExitStatus {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return .clean
        } catch let status as ExitStatus {
            return status
        } catch let failure as FileSystem.Failure {
            throw failure
        } catch {
            return try tell(error)
        }
    }

    /// Answers a request for help or the version, or says what is wrong with the arguments.
    private static func tell(_ error: any Error) throws(FileSystem.Failure) -> ExitStatus {
        let message = fullMessage(for: error)
        guard exitCode(for: error).isSuccess else {
            let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
            StandardStreams.error(lines.map { VisibleText.of(String($0)) + "\n" }.joined())
            return .failure
        }
        // What most people ask for is the help of the command that they need not name.
        let isHelp = message == helpMessage()
        try StandardStreams.output(isHelp ? "\(message)\n\n\(helpMessage(for: Lint.self))\n" : message + "\n")
        return .clean
    }

    private static func libraryVersion(_ read: (UnsafeMutablePointer<CChar>) -> Void) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 20) { buffer in
            guard let start = buffer.baseAddress else { return "" }
            read(start)
            return String(cString: start)
        }
    }
}
