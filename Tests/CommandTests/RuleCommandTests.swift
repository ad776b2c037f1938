import Foundation
import TestKit
import Testing

/// `attune rules …` and `attune explain`.
struct RuleCommandTests: ProgramTests {
    /// A rule that flags “hidden fee”, with the accepted examples given.
    private static func rule(accepted: String, match: String = "hidden fee~") -> String {
        """
        message: "“{match}” keeps the price from the reader"
        severity: warning
        why: people compare prices when they choose
        sources: [{ name: House style, section: fees, url: "https://example.org/fees" }]
        match: ["\(match)"]
        silent-when: [negated, asked]
        suggest: [{ say: state every fee }]
        examples:
          flagged:
            - "There is a [[hidden fee]]."
            - "Some [[hidden fees]] apply."
          accepted:
            - "Our fees are on this page."
            - "We charge no hidden fees."
            - "\(accepted)"

        """
    }

    // MARK: list, show, explain

    @Test func listGroupsRulesByCategory() throws {
        let files = [".lintrc": "rule-paths: [own]", "own/fees/hidden.yaml": Self.rule(accepted: "Hi.")]
        try withFolder(files) { (folder: URL) throws in
            let outcome = try run(["rules", "list"], in: folder)
            #expect(outcome.status == 0)
            #expect(outcome.output.hasPrefix("ai\n  ai/"))
            #expect(outcome.output.contains(/\n\nfees\n  fees\/hidden +warning +“…” keeps the price from the reader\n\njargon\n/))
            let text = try run(["rules", "list", "--format", "json"], in: folder).output
            let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            let rules = try #require(json["rules"] as? [[String: Any]])
            #expect(rules.count > 40)
            let own = try #require(rules.first { $0["id"] as? String == "fees/hidden" })
            #expect(own["path"] as? String == "own/fees/hidden.yaml" && own["severity"] as? String == "warning")
            #expect(rules.contains { $0["id"] as? String == "overclaim/guarantee" && $0["path"] == nil })
        }
    }

    @Test func explainTellsEverythingAboutARule() throws {
        let files = [".lintrc": "rule-paths: [own]", "own/fees/hidden.yaml": Self.rule(accepted: "Hi.")]
        try withFolder(files) { (folder: URL) throws in
            let outcome = try run(["explain", "fees/hidden"], in: folder)
            #expect(outcome.status == 0)
            #expect(outcome.output == """
                fees/hidden (warning)
                “…” keeps the price from the reader

                why
                  people compare prices when they choose

                sources
                  House style, fees
                    https://example.org/fees

                write instead
                  state every fee

                flagged
                  There is a [[hidden fee]].
                  Some [[hidden fees]] apply.

                accepted
                  Our fees are on this page.
                  We charge no hidden fees.
                  Hi.

                silent when the words are
                  negated, asked

                to turn it off, in .lintrc
                  rules:
                    fees/hidden: off

                """)
            #expect(try run(["rules", "show", "fees/hidden"], in: folder).output == outcome.output)
        }
    }

    @Test(arguments: [
        (["explain", "overclaim/garantee"], "error: no rule is called “overclaim/garantee”; did you mean “overclaim/guarantee”?\n"),
        (["rules", "show", "guarantee"], "error: no rule is called “guarantee”; did you mean “overclaim/guarantee”?\n"),
    ])
    func anUnknownRuleIsStatusTwo(_ arguments: [String], _ error: String) throws {
        let outcome = try run(arguments, in: Repository.root)
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.error == error)
    }

    @Test(arguments: ["list", "show", "test", "new", "schema"])
    func helpShowsAnExample(_ command: String) throws {
        let outcome = try run(["rules", command, "--help"], in: Repository.root)
        #expect(outcome.status == 0 && outcome.output.contains("  attune rules \(command)"))
    }

    @Test func badSettingsEndEveryCommand() throws {
        try withFolder([".lintrc": "rule-paths: [gone]"]) { (folder: URL) throws in
            for arguments in [["rules", "list"], ["explain", "overclaim/cure"], ["rules", "test", "."]] {
                let outcome = try run(arguments, in: folder)
                #expect(outcome.status == 2 && outcome.output.isEmpty)
                #expect(outcome.error.hasPrefix(".lintrc:1:14: error: gone: no such file or folder\n"))
            }
        }
    }

    // MARK: test

    @Test func goodExamplesHold() throws {
        try withFolder(["own/fees/hidden.yaml": Self.rule(accepted: "Hi."), "own/README.md": "x"]) { (folder: URL) throws in
            for path in ["own", "own/fees", "own/fees/hidden.yaml"] {
                let outcome = try run(["rules", "test", path], in: folder)
                #expect(outcome.status == 0)
                #expect(outcome.output == "1 rule, 5 examples: all hold\n")
            }
        }
    }

    @Test func aFailingExampleIsToldAtItsPlace() throws {
        try withFolder(["own/fees/hidden.yaml": Self.rule(accepted: "The hidden fees of waiting.")]) { (folder: URL) throws in
            let outcome = try run(["rules", "test", "own"], in: folder)
            #expect(outcome.status == 1 && outcome.error.isEmpty)
            #expect(outcome.output == """
                own/fees/hidden.yaml:15:7: error: as written: expected nothing, found “hidden fees” in “The hidden fees of waiting.”
                1 rule, 5 examples: 1 does not hold

                """)
        }
    }

    @Test func rulesUnderTestMayUseTheListsOfThePractice() throws {
        let files = [
            ".lintrc": "rule-paths: [own]", "own/lists/price.yaml": "about: prices\nwords: [fee~]\n",
            "own/fees/hidden.yaml": Self.rule(accepted: "Hi.", match: "hidden <price>"),
        ]
        try withFolder(files) { (folder: URL) throws in
            #expect(try run(["rules", "test", "own/fees/hidden.yaml"], in: folder).status == 0)
        }
    }

    /// Whoever works on the built-in rules need not build the program to try them.
    @Test func builtInRulesAreTestedFromTheirFiles() throws {
        let text = try Repository.text("rules/overclaim/guarantee.yaml")
        let files = [
            "rules/overclaim/guarantee.yaml": text.replacing("accepted:\n", with: "accepted:\n    - \"We guarantee results.\"\n"),
            "rules/lists/outcome.yaml": try Repository.text("rules/lists/outcome.yaml"),
        ]
        try withFolder(files) { (folder: URL) throws in
            let own = try run(["rules", "test", "rules"], in: folder)
            #expect(own.status == 2 && own.error.contains("“overclaim/guarantee” is a built-in rule"))
            let builtIn = try run(["rules", "test", "--built-in", "rules"], in: folder)
            #expect(builtIn.status == 1 && builtIn.error.isEmpty)
            #expect(builtIn.output.contains("expected nothing, found “We guarantee results” in “We guarantee results.”\n1 rule, "))
        }
    }

    @Test(arguments: [
        (["gone.yaml"], "gone.yaml: error: no such file or folder\n"),
        (["own/lists"], "own/lists/x.yaml:1:1: error: no pattern uses <x>\n"),
        (["lines"], "lines: error: holds no rule\n"),
        (["bad"], "bad/fees/hidden.yaml:5:10: error: in “match”: a bracket is opened and not closed\n"),
    ])
    func badFilesAreStatusTwo(_ paths: [String], _ error: String) throws {
        let files = [
            "own/lists/x.yaml": "about: x\nwords: [y]\n", "lines/crisis/lines/AQ.yaml": "emergency: [\"911\"]\ncaveat: Call 911.\nlines: []\n",
            "bad/fees/hidden.yaml": Self.rule(accepted: "Hi.", match: "(hidden fee"),
        ]
        try withFolder(files) { (folder: URL) throws in
            let outcome = try run(["rules", "test"] + paths, in: folder)
            #expect(outcome.status == 2 && outcome.output.isEmpty)
            #expect(outcome.error == error)
        }
    }

    // MARK: new

    /// Fills in the placeholders of a new rule file, one after the other.
    private func fillIn(_ file: URL, _ answers: [String]) throws {
        var lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let blanks = lines.indices.filter { !lines[$0].hasPrefix("#") && lines[$0].contains("…") }
        try #require(blanks.count == answers.count)
        for (index, answer) in zip(blanks, answers) { lines[index] = lines[index].replacing("…", with: answer) }
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    }

    @Test(arguments: [
        (nil, ".", "for drafts to be checked with it, add to .lintrc: rule-paths: [fees]\n"),
        ("rule-paths: [own]\n", "own", ""), ("rule-paths: [own/fees]\n", "own", ""),
    ] as [(String?, String, String)])
    func aNewRuleHoldsOnceItIsFilledIn(_ settings: String?, _ root: String, _ hint: String) throws {
        try withFolder(settings.map { [".lintrc": $0] } ?? [:]) { (folder: URL) throws in
            let path = root == "." ? "fees/hidden.yaml" : "\(root)/fees/hidden.yaml"
            let made = try run(["rules", "new", "fees/hidden"], in: folder)
            #expect(made.status == 0)
            #expect(made.output == "wrote \(path)\nfill it in, then run: attune rules test \(path)\n\(hint)")
            let schema = try String(contentsOf: folder.appending(path: "\(root)/schemas/rule.schema.json"), encoding: .utf8)
            #expect(schema == (try Repository.text("rules/schemas/rule.schema.json")))
            #expect(try run(["rules", "test", path], in: folder).status == 2)

            try fillIn(folder.appending(path: path), [
                "keeps the price from the reader", "people compare prices", "House style", "hidden fee~", "state every fee",
                "There is a [[hidden fee]].", "Some [[hidden fees]] apply.", "Our fees are here.", "No hidden fees.", "Is there a hidden fee?",
            ])
            let tested = try run(["rules", "test", path], in: folder)
            #expect(tested.status == 0 && tested.output == "1 rule, 5 examples: all hold\n", "\(tested)")

            try "rule-paths: [\(root == "." ? "fees" : root)]\n".write(to: folder.appending(path: ".lintrc"), atomically: true, encoding: .utf8)
            try "There is a hidden fee.\n".write(to: folder.appending(path: "a.md"), atomically: true, encoding: .utf8)
            #expect(try run(["a.md"], in: folder).output.contains("[fees/hidden]"))
        }
    }

    @Test func nothingIsOverwritten() throws {
        try withFolder(["fees/hidden.yaml": "mine", "schemas/rule.schema.json": "mine too"]) { (folder: URL) throws in
            let outcome = try run(["rules", "new", "fees/hidden"], in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.error == "fees/hidden.yaml: error: cannot be written: file exists\n")
            #expect(try run(["rules", "new", "fees/other"], in: folder).status == 0)
            #expect(try String(contentsOf: folder.appending(path: "fees/hidden.yaml"), encoding: .utf8) == "mine")
            #expect(try String(contentsOf: folder.appending(path: "schemas/rule.schema.json"), encoding: .utf8) == "mine too")
        }
    }

    @Test(arguments: [
        ("hidden", "hidden: error: a rule stands in a folder named for its category: <category>/<name>.yaml\n"),
        ("Fees/hidden", "Fees/hidden: error: “Fees” is no name for a rule or category: use lower-case letters, digits and hyphens\n"),
        ("fees/-hidden", "fees/-hidden: error: “-hidden” is no name for a rule or category: use lower-case letters, digits and hyphens\n"),
        ("../fees", "../fees: error: “..” is no name for a rule or category: use lower-case letters, digits and hyphens\n"),
        ("lists/fees", "lists/fees: error: “lists” is no category of rules\n"),
        ("contexts/fees", "contexts/fees: error: “contexts” is no category of rules\n"),
        ("schemas/fees", "schemas/fees: error: “schemas” is no category of rules\n"),
        ("crisis/lines", "crisis/lines: error: “crisis/lines” is the folder of the crisis lines; give the rule another name\n"),
        ("crisis/lines/US", "crisis/lines/US: error: “crisis” is no category of rules\n"),
        ("overclaim/cure", "overclaim/cure: error: a built-in rule has this name; choose another\n"),
    ])
    func badNamesAreRefused(_ id: String, _ error: String) throws {
        try withFolder([:]) { (folder: URL) throws in
            let outcome = try run(["rules", "new", id], in: folder)
            #expect(outcome.status == 2 && outcome.output.isEmpty)
            #expect(outcome.error == error)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }
}
