import Foundation

/// The time that something takes, the least and the middle of several tries, in seconds.
struct Measure {
    let least: Double
    let median: Double

    init(tries: Int, _ body: () throws -> Double) rethrows {
        let times = try (0..<tries).map { _ in try body() }.sorted()
        least = times[0]
        median = times[times.count / 2]
    }

    /// Times work on one core by what the processor spends on it, so that other programs do not count.
    init(tries: Int, timing body: () -> Void) {
        self.init(tries: tries) {
            let start = Self.processorTime
            body()
            return Self.processorTime - start
        }
    }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
