import ArgumentParser
import Diagnostics
import RuleFormat
import Settings

/// `attune rules show ID`: everything about one rule.
struct ShowRule: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Explain a rule: why it is there, who says so, what to write instead, and how to turn it off.",
        discussion: """
            What applies where you are is told first: the region and the profession are those of the .lintrc of the working folder, \
            or the ones given here.

              attune rules show overclaim/guarantee
              attune rules show overclaim/testimonial --region AU --profession psychologist
            """)

    @Argument(help: ArgumentHelp("A rule, as reports name it.", valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp("Where the page is read, as an ISO 3166 code: US-CO. May be given more than once.", valueName: "code"))
    var region: [String] = []

    @Option(help: ArgumentHelp("Who writes: psychologist, counsellor, …. May be given more than once.", valueName: "name"))
    var profession: [String] = []

    @Option(help: ArgumentHelp("Settings to use in place of every .lintrc.", valueName: "file"))
    var config: String?

    func validate() throws {
        if config == "" { throw ValidationError("The path after --config is empty.") }
        for code in region where Region(code) == nil { throw ValidationError(Region.problem(with: code)) }
        for name in profession where Profession(spelled: name) == nil {
            let known = Profession.spellings
            throw ValidationError("“\(name)” is none of \(known.joined(separator: ", "))\(Spelling.hint(for: name, in: known))")
        }
    }

    func run() throws {
        let inForce = try RulesInForce.load(config: config)
        let rules = inForce.loaded.library
        guard let rule = rules.rule(id) else {
            StandardStreams.error("error: no rule is called “\(id)”\(hint(rules.rules.map(\.id)))\n")
            throw ExitStatus.failure
        }
        var settings = inForce.settings
        if !region.isEmpty { settings.regions = region.compactMap(Region.init) }
        if !profession.isEmpty { settings.professions = profession.compactMap(Profession.init(spelled:)) }
        try StandardStreams.output(RuleSheet(rule: rule, sources: SourceTable(rules.sources), settings: settings).text)
    }

    /// Somebody who leaves the category out is helped too.
    private func hint(_ ids: [String]) -> String {
        if let whole = ids.first(where: { $0.hasSuffix("/\(id)") }) { return "; did you mean “\(whole)”?" }
        return Spelling.hint(for: id, in: ids)
    }
}
