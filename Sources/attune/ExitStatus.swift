#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What the program tells the shell.
enum ExitStatus: Int32, Error {
    /// Nothing at or above `fail-on`.
    case clean = 0
    /// Findings at or above `fail-on`.
    case findings = 1
    /// Wrong usage, bad settings or rules, unreadable input, no file matched. It outranks findings.
    case failure = 2

    func exit() -> Never {
        #if canImport(Darwin)
        Darwin.exit(rawValue)
        #else
        Glibc.exit(rawValue)
        #endif
    }
}
