import ArgumentParser
import Diagnostics
import RuleFormat

/// `attune rules show ID`: everything about one rule.
struct ShowRule: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Explain a rule: why it is there, who says so, what to write instead, and how to turn it off.",
        discussion: """
              attune rules show overclaim/guarantee
            """)

    @Argument(help: ArgumentHelp("A rule, as reports name it.", valueName: "id"))
    var id: String

    func run() throws {
        let rules = try RulesInForce.load().library
        guard let rule = rules.rule(id) else {
            StandardStreams.error("error: no rule is called “\(id)”\(hint(rules.rules.map(\.id)))\n")
            throw ExitStatus.failure
        }
        try StandardStreams.output(RuleSheet(rule: rule).text)
    }

    /// Somebody who leaves the category out is helped too.
    private func hint(_ ids: [String]) -> String {
        if let whole = ids.first(where: { $0.hasSuffix("/\(id)") }) { return "; did you mean “\(whole)”?" }
        return Spelling.hint(for: id, in: ids)
    }
}
