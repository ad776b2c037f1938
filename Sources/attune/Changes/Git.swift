import Diagnostics

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Asks git.
enum Git {
    /// What a command of git writes. What it says when it fails goes to standard error.
    static func output(_ arguments: [String]) throws(Diagnostics) -> String {
        func problem(_ message: String) -> Diagnostics { Diagnostics([Diagnostic(path: "git", position: nil, message: message)]) }
        let line = (["git", "-c", "core.quotePath=false"] + arguments).map(quoted).joined(separator: " ")
        guard let pipe = popen(line, "r") else { throw problem("cannot be run: \(FileSystem.Failure().reason)") }
        var bytes: [UInt8] = []
        while true {
            let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in count = fread(buffer.baseAddress, 1, 1 << 16, pipe) }
            if chunk.isEmpty { break }
            bytes += chunk
        }
        if pclose(pipe) != 0 { throw problem("“\(arguments.first { !$0.hasPrefix("-") && !$0.contains("=") } ?? "")” failed, so what has changed is not known") }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A word of the shell that stands for itself.
    private static func quoted(_ word: String) -> String {
        "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
