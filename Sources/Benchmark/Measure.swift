/// The time that something takes, the least and the middle of several tries, in seconds.
struct Measure {
    let least: Double
    let median: Double

    init(tries: Int, _ body: () throws -> Double) rethrows {
        let times = try (0..<tries).map { _ in try body() }.sorted()
        least = times[0]
        median = times[times.count / 2]
    }

    init(tries: Int, timing body: () -> Void) {
        self.init(tries: tries) {
            let duration = ContinuousClock().measure(body).components
            return Double(duration.seconds) + Double(duration.attoseconds) / 1e18
        }
    }
}
