#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The built program, run as a user runs it.
struct Program {
    struct Failure: Error {}

    struct Run {
        /// In seconds.
        let wall: Double
        /// Of all threads, user and system, in seconds.
        let processor: Double
        /// In MiB.
        let peakMemory: Double
    }

    let path: String

    /// Runs the program, its output thrown away. Status 2 is a failure.
    func run(_ arguments: [String]) throws -> Run {
        var actions = Self.quiet()
        defer { posix_spawn_file_actions_destroy(&actions) }
        var argv = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for argument in argv { free(argument) } }
        let clock = ContinuousClock()
        let start = clock.now
        var child = pid_t()
        guard posix_spawn(&child, path, &actions, nil, &argv, environ) == 0 else { throw Failure() }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(child, &status, 0, &usage) == child, status & 0x7F == 0, status >> 8 < 2 else { throw Failure() }
        let wall = (clock.now - start).components
        return Run(
            wall: Double(wall.seconds) + Double(wall.attoseconds) / 1e18,
            processor: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime),
            peakMemory: Double(usage.ru_maxrss) / Self.memoryUnitsPerMiB)
    }

    private static func quiet() -> posix_spawn_file_actions_t {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        for stream in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
        }
        return actions
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }

    #if canImport(Darwin)
    private static let memoryUnitsPerMiB = 1_048_576.0
    #else
    private static let memoryUnitsPerMiB = 1_024.0
    #endif
}
