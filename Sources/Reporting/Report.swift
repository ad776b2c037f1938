package import Checking
package import Diagnostics

/// What a run comes to besides what it found in each draft.
package struct Report: Sendable {
    /// How many drafts were checked.
    package private(set) var fileCount = 0
    /// How many drafts were left alone, since there are no rules for their language.
    package private(set) var uncheckedCount = 0
    /// How many findings the drafts ask not to be told.
    package private(set) var suppressedCount = 0
    /// How many findings were left out since a baseline holds them.
    package private(set) var knownCount = 0
    /// How many changes were made to drafts, and how many drafts were changed.
    package private(set) var changeCount = 0
    package private(set) var changedCount = 0
    /// How many of the changes that findings offer are safe to make unasked.
    package private(set) var fixableCount = 0
    /// Why files could not be read, or written.
    package private(set) var errors: [Diagnostic]
    private var counts: [Severity: Int] = [:]
    private var noticesOfChecked: [Notice] = []
    private var noticesOfUnchecked: [Notice] = []

    /// The program that made the report.
    package struct Tool: Sendable {
        package let name: String
        package let version: String

        package init(name: String, version: String) {
            self.name = name
            self.version = version
        }
    }

    package init(errors: [Diagnostic]) {
        self.errors = errors
    }

    /// Adds a draft, in which so many changes were made before, and so many findings left out that a baseline holds.
    package mutating func add(_ checked: CheckedFile, changes: Int = 0, known: Int = 0) {
        knownCount += known
        changeCount += changes
        changedCount += changes > 0 ? 1 : 0
        if !checked.isChecked {
            uncheckedCount += 1
            noticesOfUnchecked += checked.notices
            return
        }
        fileCount += 1
        noticesOfChecked += checked.notices
        fixableCount += checked.findings.count { finding in
            finding.suggestions.contains { if case .replace(_, _, isSafe: true) = $0.kind { true } else { false } }
        }
        suppressedCount += checked.suppressed.count
        for finding in checked.findings { counts[finding.severity, default: 0] += 1 }
    }

    package mutating func add(_ notices: [Notice]) {
        noticesOfChecked += notices
    }

    package mutating func add(_ errors: [Diagnostic]) {
        self.errors += errors
    }

    /// Everything the user should know about how drafts were read or checked, or why they were not.
    package var notices: [Notice] { noticesOfChecked + noticesOfUnchecked }

    /// How many findings there are of a severity.
    package func count(_ severity: Severity) -> Int {
        counts[severity] ?? 0
    }

    /// How many of the files and folders named could not be read.
    package var unreadCount: Int {
        Set(errors.map(\.path)).count
    }
}
