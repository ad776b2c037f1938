package import Checking
import Diagnostics

/// How often each rule found something, the most frequent first.
package struct StatisticsReporter: Reporter {
    private var counts: [String: Int] = [:]

    package init() {}

    package mutating func add(_ checked: CheckedFile) -> String {
        for finding in checked.findings { counts[finding.rule, default: 0] += 1 }
        return ""
    }

    package func end(_ report: Report) -> String {
        let rules = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let width = String(rules.first?.value ?? 0).count
        return rules.map { rule, count in
            String(repeating: " ", count: width - String(count).count) + "\(count)  \(rule)\n"
        }.joined()
    }
}
