package import RuleFormat
package import SourceText

/// A draft and what was found in it, in the order of the text.
package struct CheckedFile: Sendable {
    package let file: SourceFile
    package let findings: [Finding]
    /// What the draft asks not to be told.
    package let suppressed: [Finding]
    package let notices: [Notice]
    /// False when there are no rules for its language.
    package let isChecked: Bool
    /// Where the draft is read, and who writes it.
    package let jurisdiction: Jurisdiction

    package init(
        file: SourceFile, findings: [Finding], suppressed: [Finding] = [], notices: [Notice], isChecked: Bool = true,
        jurisdiction: Jurisdiction = Jurisdiction()
    ) {
        self.file = file
        self.findings = findings
        self.suppressed = suppressed
        self.notices = notices
        self.isChecked = isChecked
        self.jurisdiction = jurisdiction
    }
}

extension CheckedFile {
    /// The same with other findings.
    package func with(findings: [Finding]) -> CheckedFile {
        CheckedFile(
            file: file, findings: findings, suppressed: suppressed, notices: notices, isChecked: isChecked, jurisdiction: jurisdiction)
    }
}

/// Something the user should know about how a draft was read or checked; no finding, and no error.
package struct Notice: Hashable, Sendable {
    package let path: String
    /// Counted from 1; nil when it is about the whole file.
    package let line: Int?
    package let message: String

    package init(path: String, line: Int?, message: String) {
        self.path = path
        self.line = line
        self.message = message
    }
}
