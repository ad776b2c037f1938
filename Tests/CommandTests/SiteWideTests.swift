import Foundation
import TestKit
import Testing

/// Files that are shown on every page, named by `crisis.site-wide` in `.lintrc`.
struct SiteWideTests: ProgramTests {
    private static let draft = "We see people who have been suicidal.\n"
    private static let settings = "region: US\ncrisis: { site-wide: [partials/footer.html] }\n"

    private func lint(_ footer: String, _ paths: [String], settings: String = settings) throws -> Outcome {
        var outcome: Outcome?
        let files = [".lintrc": settings, "posts/a.md": Self.draft, "partials/footer.html": footer]
        try withFolder(files) { (folder: URL) throws in outcome = try run(paths + ["--format", "json"], in: folder) }
        return try #require(outcome)
    }

    @Test func aFooterSpeaksForEveryPage() throws {
        let outcome = try lint("<footer><p>In danger? Call or text 988.</p></footer>\n", ["posts"])
        #expect(outcome.status == 0)
        #expect(!outcome.output.contains("crisis/missing-resource"))
        #expect(!outcome.output.contains("partials/footer.html"))
    }

    /// The pages are told of, and the file that should have spoken for them too, whether it was named or not.
    @Test(arguments: [["posts"], ["."]])
    func aFooterThatGivesNoHelpIsChecked(_ paths: [String]) throws {
        let outcome = try lint("<footer><p>In danger? Call a crisis line.</p></footer>\n", paths)
        #expect(outcome.status == 1)
        #expect(outcome.output.split(separator: "\"rule\": \"crisis/missing-resource\"", omittingEmptySubsequences: false).count == 3)
        #expect(outcome.output.contains("\"path\": \"partials/footer.html\""))
    }

    @Test func anotherCountrysNumberInTheFooterDoesNotCount() throws {
        let outcome = try lint("<footer><p>In danger? Call 999.</p></footer>\n", ["posts"])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("crisis/missing-resource"))
    }

    @Test func aPathIsRelativeToItsSettings() throws {
        let files = [
            "site/.lintrc": Self.settings, "site/posts/a.md": Self.draft, "site/partials/footer.html": "<p>In danger? Call 988.</p>\n", ".git/x": "",
        ]
        try withFolder(files) { (folder: URL) throws in
            #expect(try run(["site/posts"], in: folder).status == 0)
            #expect(try run(["posts/a.md"], in: folder.appending(path: "site")).status == 0)
        }
    }

    @Test func aFileThatIsNotThereIsAnError() throws {
        try withFolder([".lintrc": "crisis: { site-wide: [footer.html] }\n", "a.md": Self.draft]) { (folder: URL) throws in
            let outcome = try run(["a.md"], in: folder)
            #expect(outcome.status == 2 && outcome.output.isEmpty)
            #expect(outcome.error == ".lintrc:1:23: error: “footer.html” is no file\n")
        }
    }

    @Test func presetsChooseTheRules() throws {
        let draft = "If you feel suicidal, call or text 988. Send me a message, and I will write back.\n"
        try withFolder(["a.md": draft, "strict.yaml": "extends: strict\n", "bad.yaml": "extends: strct\n"]) { (folder: URL) throws in
            #expect(try !run(["a.md"], in: folder).output.contains("crisis/unwatched-form"))
            #expect(try run(["a.md", "--config", "strict.yaml"], in: folder).output.contains("crisis/unwatched-form"))
            let outcome = try run(["a.md", "--config", "bad.yaml"], in: folder)
            #expect(outcome.status == 2 && outcome.error.contains("did you mean “strict”?"))
        }
    }
}
