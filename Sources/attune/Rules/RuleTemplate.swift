import FieldTables
import RuleFormat

/// A rule file to fill in. What each field is for comes from the table that the reader reads by.
enum RuleTemplate {
    /// Stands where something is to be filled in.
    private static let blank = "…"

    static var text: String {
        """
        # yaml-language-server: $schema=../schemas/\(FileSchema.rule.fileName)
        # Fill in whatever reads \(blank), then run “attune rules test” on this file.

        \(comment("message"))
        message: "“{match}” \(blank)"

        \(comment("severity")) error, warning or suggestion.
        severity: warning

        \(comment("why"))
        why: >
          \(blank)

        \(comment("sources"))
        sources:
          - { name: "\(blank)" }

        \(comment("match"))
        # A pattern is words: “hidden fee”. word~ is any form of a word, a|b either word, ..3 up to three words between.
        match:
          - "\(blank)"

        \(comment("silent-when"))
        silent-when: [negated, asked, quoted]

        \(comment("suggest"))
        suggest:
          - say: "\(blank)"

        \(comment("examples"))
        examples:
          # Two or more, each finding between [[ and ]].
          flagged:
            - "\(blank)"
            - "\(blank)"
          # Three or more, one of them close to being flagged.
          accepted:
            - "\(blank)"
            - "\(blank)"
            - "\(blank)"

        """
    }

    private static func comment(_ key: String) -> String {
        let summary = FieldTable.rule.fields.first { $0.key == key }?.summary ?? ""
        return "# \(summary)"
    }
}
