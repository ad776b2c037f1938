#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Standard output for the report, standard error for everything else.
enum StandardStreams {
    static func output(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    static func error(_ text: String) {
        write(text, to: STDERR_FILENO)
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

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = UnsafeBufferPointer(rebasing: rest).withMemoryRebound(to: UInt8.self) {
                    #if canImport(Darwin)
                    Darwin.write(descriptor, $0.baseAddress, $0.count)
                    #else
                    Glibc.write(descriptor, $0.baseAddress, $0.count)
                    #endif
                }
                if written < 0, errno == EINTR { continue }
                if written <= 0 { return }
                rest = rest.dropFirst(written)
            }
        }
    }
}
