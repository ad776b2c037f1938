import Foundation
import TestKit
import Testing

/// A practice's own rules, named by `rule-paths` in `.lintrc`.
struct RulePathTests: ProgramTests {
    /// A rule that flags a pattern.
    private static func rule(_ pattern: String, severity: String = "error") -> String {
        """
        message: "“{match}” is not how we say it"
        severity: \(severity)
        why: our style guide asks for it
        sources: [{ name: House style }]
        match: ["\(pattern)"]
        suggest: [{ say: leave it out }]
        examples:
          flagged: ["[[x]]", "[[y]]"]
          accepted: [a, b, c]

        """
    }

    private static let settings = "rule-paths: [house-rules]\n"

    @Test func ownRulesAreRunBesideTheBuiltInOnes() throws {
        let files = [
            ".lintrc": Self.settings + "rules: { house/fees: warning }\nfail-on: warning\n", "house-rules/house/fees.yaml": Self.rule("<fee> ..2 <outcome>"),
            "house-rules/lists/fee.yaml": "about: prices\nwords: [fee|fees]\n", "house-rules/README.md": "Ours.", "a.md": "Our fees buy results. We guarantee results.\n",
        ]
        try withFolder(files) { (folder: URL) throws in
            let outcome = try run(["a.md"], in: folder)
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("a.md:1:5: warning: “fees buy results” is not how we say it [house/fees]"))
            #expect(outcome.output.contains("[overclaim/guarantee]"))
            let sarif = try run(["a.md", "--format", "sarif"], in: folder)
            #expect(sarif.output.contains("\"id\": \"house/fees\""))
        }
    }

    @Test func aPathIsRelativeToItsFileAndMayBeAFile() throws {
        let files = [
            ".git/HEAD": "", ".lintrc": "root: true", "blog/.lintrc": "rule-paths: [../own/house/blue.yaml]", "own/house/blue.yaml": Self.rule("blue"),
            "shop/.lintrc": "rule-paths: [../own/house/red.yaml]", "own/house/red.yaml": Self.rule("red"), "blog/a.md": "blue red\n", "shop/b.md": "blue red\n",
            "c.md": "blue red\n",
        ]
        try withFolder(files) { (folder: URL) throws in
            let outcome = try run(["blog", "shop", "c.md"], in: folder)
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("blog/a.md:1:1: error: “blue”"))
            #expect(outcome.output.contains("shop/b.md:1:6: error: “red”"))
            #expect(outcome.output.hasSuffix("3 files checked: 2 errors\n"))
            #expect(try run(["--config", "blog/.lintrc", "c.md"], in: folder).output.contains("c.md:1:1: error: “blue”"))
        }
    }

    @Test func nearerFilesAddToThoseAbove() throws {
        let files = [
            ".git/HEAD": "", ".lintrc": "rule-paths: [own]", "own/house/blue.yaml": Self.rule("blue"), "blog/.lintrc": "rule-paths: [more]\nrules: { house/blue: warning }",
            "blog/more/house/red.yaml": Self.rule("red"), "blog/a.md": "blue red\n",
        ]
        try withFolder(files) { (folder: URL) throws in
            let output = try run(["blog"], in: folder).output
            #expect(output.contains("warning: “blue”") && output.contains("error: “red”"))
        }
    }

    /// Everything that is wrong with the rules is told at once, and nothing is linted.
    @Test func badRulesEndTheRunWithEveryError() throws {
        let files = [
            ".lintrc": Self.settings + "regoin: US\n", "a.md": "We guarantee results.\n", "house-rules/house/one.yaml": Self.rule("x").replacing("severity", with: "severty"),
            "house-rules/house/two.yaml": Self.rule("<outcom>"), "house-rules/house/three.yml": "", "house-rules/overclaim/guarantee.yaml": Self.rule("x"),
            "house-rules/lists/outcome.yaml": "about: x\nwords: [y]\n", "house-rules/contexts/asked.yaml": "about: x\n", "house-rules/house/deep/er.yaml": Self.rule("x"),
            "house-rules/House Style/x.yaml": Self.rule("x"),
        ]
        try withFolder(files) { (folder: URL) throws in
            let outcome = try run(["a.md"], in: folder)
            #expect(outcome.status == 2 && outcome.output.isEmpty)
            #expect(outcome.error == """
                .lintrc:2:1: error: unknown key “regoin” in .lintrc; did you mean “region”?
                house-rules/House Style/x.yaml:1:1: error: “House Style” is no name for a rule or category: use lower-case letters, digits and hyphens
                house-rules/contexts/asked.yaml:1:1: error: contexts are built in; “asked” can be neither added nor replaced
                house-rules/house/deep/er.yaml:1:1: error: a rule stands in a folder named for its category: <category>/<name>.yaml
                house-rules/house/one.yaml:1:1: error: “severity” is missing
                house-rules/house/one.yaml:2:1: error: unknown key “severty” in a rule; did you mean “severity”?
                house-rules/house/three.yml:1:1: error: the name of a rule file ends in .yaml
                house-rules/house/two.yaml:5:9: error: no list or class is called <outcom>; did you mean “outcome”?
                house-rules/lists/outcome.yaml:1:1: error: <outcome> is a built-in list; give this one another name
                house-rules/overclaim/guarantee.yaml:1:1: error: “overclaim/guarantee” is a built-in rule; give this one another name, and turn the other off in .lintrc (overclaim/guarantee: off)

                """)
        }
    }

    @Test(arguments: [
        ("rule-paths: [gone]\n", ".lintrc:1:14: error: gone: no such file or folder\n"),
        ("rule-paths: [empty]\n", ".lintrc:1:14: error: empty: holds no rule file (.yaml)\n"),
        ("rule-paths: empty\n", ".lintrc:1:13: error: “rule-paths” must be a list\n"),
        ("rule-paths: [own]\nrules: { house/bleu: off }\n", ".lintrc:2:10: error: no rule is called “house/bleu”; did you mean “house/blue”?\n"),
    ])
    func badPathsAreErrors(_ settings: String, _ error: String) throws {
        let files = [".lintrc": settings, "empty/notes.txt": "", "a.md": "Hi.\n", "own/house/blue.yaml": Self.rule("blue")]
        try withFolder(files) { (folder: URL) throws in
            let outcome = try run(["a.md"], in: folder)
            #expect(outcome.status == 2 && outcome.output.isEmpty)
            #expect(outcome.error == error)
        }
    }

    @Test func aPatternThatDoesNothingIsAnError() throws {
        let files = [
            ".lintrc": Self.settings, "a.md": "Hi.\n", "house-rules/house/one.yaml": Self.rule("and/or"),
            "house-rules/house/two.yaml": Self.rule("a fee\", \"a fee"), "house-rules/lists/unused.yaml": "about: x\nwords: [y]\n",
        ]
        try withFolder(files) { (folder: URL) throws in
            let outcome = try run(["a.md"], in: folder)
            #expect(outcome.status == 2 && outcome.output.isEmpty)
            #expect(outcome.error == """
                house-rules/house/one.yaml:5:9: error: “and/or” is never one word of a draft; write “and or”
                house-rules/house/two.yaml:5:18: error: “a fee” stands in line 5 too
                house-rules/lists/unused.yaml:1:1: error: no pattern uses <unused>

                """)
        }
    }

    @Test func anIdHasOneMeaningInARun() throws {
        let files = [
            ".git/HEAD": "", "blog/.lintrc": "rule-paths: [own]", "blog/own/house/blue.yaml": Self.rule("blue"), "blog/a.md": "Hi.\n",
            "shop/.lintrc": "rule-paths: [own]", "shop/own/house/blue.yaml": Self.rule("azure"), "shop/b.md": "Hi.\n",
        ]
        try withFolder(files) { (folder: URL) throws in
            let outcome = try run(["."], in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.error == "shop/own/house/blue.yaml: error: blog/own/house/blue.yaml has the same name\n")
        }
    }
}
