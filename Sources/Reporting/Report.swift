package import Checking
package import Diagnostics
package import RuleFormat

/// Everything a run found, and the rules it ran with, ready to be written in any format.
package struct Report: Sendable {
    package let files: [CheckedFile]
    /// All rules, in order of their ids, so that reports list the same ones every time.
    package let rules: [Rule]
    package let tool: Tool
    /// Whether every file could be read.
    package let isComplete: Bool

    /// The program that made the report.
    package struct Tool: Sendable {
        package let name: String
        package let version: String

        package init(name: String, version: String) {
            self.name = name
            self.version = version
        }
    }

    package init(files: [CheckedFile], rules: [Rule], tool: Tool, isComplete: Bool) {
        self.files = files
        self.rules = rules
        self.tool = tool
        self.isComplete = isComplete
    }

    /// How many findings there are of a severity.
    package func count(_ severity: Severity) -> Int {
        files.reduce(0) { $0 + $1.findings.count { $0.severity == severity } }
    }
}
