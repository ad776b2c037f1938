import ArgumentParser
import CICU

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
        subcommands: [Lint.self, Rules.self],
        defaultSubcommand: Lint.self)

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let status as ExitStatus {
            status.exit()
        } catch {
            let message = fullMessage(for: error)
            if exitCode(for: error).isSuccess {
                StandardStreams.output(message + "\n")
                ExitStatus.clean.exit()
            }
            StandardStreams.error(message + "\n")
            ExitStatus.failure.exit()
        }
    }

    private static func libraryVersion(_ read: (UnsafeMutablePointer<CChar>) -> Void) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 20) { buffer in
            guard let start = buffer.baseAddress else { return "" }
            read(start)
            return String(cString: start)
        }
    }
}
