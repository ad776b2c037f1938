import ArgumentParser
import Diagnostics
import JSON
import RuleFormat

/// `attune rules list`: every rule that counts here.
struct ListRules: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case human, json
    }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the rules by category, each with its severity and message.",
        discussion: """
            The rules are the built-in ones and those that rule-paths in the .lintrc of the working folder name.

              attune rules list
              attune rules list --format json
            """)

    @Option(name: [.customShort("f"), .long], help: "human or json.")
    var format: Format = .human

    func run() throws {
        let loaded = try RulesInForce.load().loaded
        try StandardStreams.output(format == .json ? Self.json(loaded) : Self.table(Array(loaded.library.rules)))
    }

    private static func table(_ rules: [Rule]) -> String {
        let idWidth = rules.map(\.id.count).max() ?? 0
        let severityWidth = Severity.allCases.map(\.rawValue.count).max() ?? 0
        func padded(_ text: String, to width: Int) -> String { text + String(repeating: " ", count: width - text.count) }
        let categories = Dictionary(grouping: rules, by: \.category).sorted { $0.key < $1.key }
        return categories.map { category, rules in
            let lines = rules.map { rule in
                "  \(padded(rule.id, to: idWidth))  \(padded(rule.severity.rawValue, to: severityWidth))  \(Template.blank(rule.message))\n"
            }
            return "\(category)\n" + lines.joined()
        }.joined(separator: "\n")
    }

    private static func json(_ loaded: LoadedRules) -> String {
        var json = JSONWriter()
        json.object { json in
            json.key("version", 1)
            json.key("rules") { json in
                json.array(loaded.library.rules) { json, rule in
                    json.object { json in
                        json.key("id", rule.id)
                        json.key("category", String(rule.category))
                        json.key("severity", rule.severity.rawValue)
                        json.key("presets") { json in
                            json.array(Preset.allCases.filter(rule.presets.contains)) { json, preset in json.string(preset.rawValue) }
                        }
                        json.key("message", rule.message)
                        json.key("why", rule.why)
                        if let path = loaded.pathOfRule[rule.id] { json.key("path", path) }
                    }
                }
            }
        }
        return json.text + "\n"
    }
}
