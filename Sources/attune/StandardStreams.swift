import Diagnostics

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Standard output for the report, standard error for everything else.
enum StandardStreams {
    /// A reader that closes its end early ends the writing, not the program.
    static func ignoreClosedPipes() {
        signal(SIGPIPE, SIG_IGN)
    }

    /// Writes all of a text, or as much as its reader wants; throws when it cannot be written.
    static func output(_ text: String) throws(FileSystem.Failure) {
        guard let code = write(text, to: STDOUT_FILENO), code != EPIPE else { return }
        throw FileSystem.Failure(code: code)
    }

    static func error(_ text: String) {
        _ = write(text, to: STDERR_FILENO)
    }

    /// Tells what ends a command, and gives the status that ends it.
    static func failure(_ diagnostics: Diagnostics) -> ExitStatus {
        error(diagnostics.list.map { $0.line + "\n" }.joined())
        return .failure
    }

    /// Whether to colour the report: never off a terminal unless `CLICOLOR_FORCE` asks for it; `NO_COLOR` outranks both.
    static var wantsColour: Bool {
        if let value = environment("NO_COLOR"), !value.isEmpty { return false }
        if let force = environment("CLICOLOR_FORCE"), !force.isEmpty, force != "0" { return true }
        return isatty(STDOUT_FILENO) == 1 && environment("TERM") != "dumb" && environment("CLICOLOR") != "0"
    }

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// The number of the error that kept a text from being written, or nil.
    private static func write(_ text: String, to descriptor: Int32) -> Int32? {
        var text = text
        return text.withUTF8 { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = systemWrite(descriptor, UnsafeBufferPointer(rebasing: rest))
                if written < 0, errno == EINTR { continue }
                if written <= 0 { return errno }
                rest = rest.dropFirst(written)
            }
            return nil
        }
    }

    private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        #if canImport(Darwin)
        Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #else
        Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }
}
