package import Checking
package import Diagnostics
package import RuleFormat

/// Everything a run found, and the rules it ran with, ready to be written in any format.
package struct Report: Sendable {
    /// The drafts that were checked.
    package let files: [CheckedFile]
    /// How many drafts were left alone, since there are no rules for their language.
    package let uncheckedCount: Int
    /// Everything the user should know about how drafts were read or checked, or why they were not.
    package let notices: [Notice]
    /// Why files could not be read.
    package let errors: [Diagnostic]
    /// In order of their ids: those with findings at least, and all of them for SARIF, which describes every rule.
    package let rules: [Rule]
    package let tool: Tool

    /// The program that made the report.
    package struct Tool: Sendable {
        package let name: String
        package let version: String

        package init(name: String, version: String) {
            self.name = name
            self.version = version
        }
    }

    /// `unchecked` are drafts that come with notices alone.
    package init(files: [CheckedFile], unchecked: [CheckedFile], errors: [Diagnostic], rules: [Rule], tool: Tool) {
        self.files = files
        uncheckedCount = unchecked.count
        notices = (files + unchecked).flatMap(\.notices)
        self.errors = errors
        self.rules = rules
        self.tool = tool
    }

    /// How many findings there are of a severity.
    package func count(_ severity: Severity) -> Int {
        files.reduce(0) { $0 + $1.findings.count { $0.severity == severity } }
    }

    /// How many of the files and folders named could not be read.
    package var unreadCount: Int {
        Set(errors.map(\.path)).count
    }
}
