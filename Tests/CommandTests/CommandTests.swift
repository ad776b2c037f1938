import Foundation
import TestKit
import Testing

/// Runs the built program as a user does.
struct CommandTests: ProgramTests {
    private static let promise = "We guarantee results.\n"

    @Test func statusTellsWhatWasFound() throws {
        try withFolder(["bad.md": Self.promise, "good.md": "Hello there.\n", "soft.md": "I utilize clay.\n"]) { (folder: URL) throws in
            #expect(try run(["lint", "good.md"], in: folder).status == 0)
            #expect(try run(["lint", "soft.md"], in: folder).status == 0)
            #expect(try run(["lint", "bad.md"], in: folder).status == 1)
            #expect(try run(["bad.md"], in: folder).status == 1)
            #expect(try run(["."], in: folder).status == 1)
        }
    }

    @Test(arguments: [
        (["lint", "missing.md"], "missing.md: error: no such file or folder"),
        (["lint", "--colour", "good.md"], "Unknown option '--colour'"),
        (["lint", "--format", "xml", "good.md"], "'xml'"),
        (["lint"], "Missing expected argument"),
        (["lint", "empty"], "empty: error: holds no draft"),
        (["lint", "--config", "none.yaml", "good.md"], "none.yaml: error: no such file"),
    ])
    func wrongUsageIsStatusTwoAndSaysWhy(_ arguments: [String], _ message: String) throws {
        try withFolder(["good.md": "Hello there.\n", "empty/picture.png": "x"]) { (folder: URL) throws in
            let outcome = try run(arguments, in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.error.contains(message), "\(outcome.error)")
        }
    }

    @Test func badSettingsStopTheRun() throws {
        try withFolder([".lintrc": "rules:\n  overclaim/garantee: off\n", "bad.md": Self.promise]) { (folder: URL) throws in
            let outcome = try run(["bad.md"], in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.output.isEmpty)
            #expect(outcome.error == ".lintrc:2:3: error: no rule is called “overclaim/garantee”; did you mean “overclaim/guarantee”?\n")
        }
    }

    @Test func anUnreadableFileDoesNotHideTheOthers() throws {
        try withFolder(["bad.md": Self.promise]) { (folder: URL) throws in
            try Data([0x61, 0x0A, 0xFF]).write(to: folder.appending(path: "bytes.md"))
            let outcome = try run(["bytes.md", "bad.md", "gone.md"], in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.output.contains("bad.md:1:1: error:"))
            #expect(outcome.output.hasSuffix("1 file checked: 1 error; not everything could be read\n"))
            #expect(outcome.error.contains("bytes.md:2:1: error: not UTF-8"))
            #expect(outcome.error.contains("gone.md: error: no such file or folder"))
        }
    }

    @Test func settingsComeFromTheRepositoryDownToTheDraft() throws {
        let files = [
            "repo/.git/HEAD": "", "repo/.lintrc": "rules: { overclaim/*: off }", "repo/posts/a.md": Self.promise,
            "repo/strict/.lintrc": "rules: { overclaim/guarantee: error }", "repo/strict/b.md": Self.promise, ".lintrc": "regoin: XX",
            "loose/.lintrc": "fail-on: never", "loose/deep/c.md": Self.promise, "repo/rooted/.lintrc": "root: true", "repo/rooted/d.md": Self.promise,
        ]
        try withFolder(files) { (folder: URL) throws in
            #expect(try run(["repo/posts/a.md"], in: folder).status == 0)
            #expect(try run(["repo/strict/b.md"], in: folder).status == 1)
            #expect(try run(["repo/rooted"], in: folder).status == 1)
            #expect(try run(["loose"], in: folder).status == 0)
            #expect(try run(["--config", "loose/.lintrc", "repo/strict"], in: folder).status == 0)
        }
    }

    @Test func foldersAreSearchedForDrafts() throws {
        let files = [
            "a.md": "Hi.", "b/c.txt": "Hi.", "b/.hidden/d.md": "Hi.", "node_modules/e.md": "Hi.", "f.html": "Hi.", "g.MD": "Hi.", ".h.md": "Hi.",
        ]
        try withFolder(files) { (folder: URL) throws in
            try FileManager.default.createSymbolicLink(at: folder.appending(path: "b/loop"), withDestinationURL: folder)
            try #require(mkfifo(folder.appending(path: "pipe.md").path, 0o600) == 0)
            let report = try run([".", "a.md", "--format", "json"], in: folder).output
            let json = try #require(try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
            let paths = (json["files"] as? [[String: Any]])?.compactMap { $0["path"] as? String }
            #expect(paths == ["a.md", "b/c.txt", "g.MD"])
        }
    }

    @Test func standardInputHasANameAndSettings() throws {
        try withFolder(["posts/.lintrc": "rules: { overclaim/*: off }"]) { (folder: URL) throws in
            let plain = try run(["-"], in: folder, input: Self.promise)
            #expect(plain.status == 1 && plain.output.hasPrefix("<stdin>:1:1: error:"))
            let named = try run(["-", "--stdin-filename", "posts/new.txt"], in: folder, input: Self.promise)
            #expect(named.status == 0)
            let text = try run(["-", "--stdin-filename", "x.txt"], in: folder, input: "# guaranteed results\n")
            #expect(text.output.contains("x.txt:1:3"))
        }
    }

    @Test func everyFindingInTheReportIsWhatStandsThere() throws {
        let report = try run(["lint", "--format", "json", "fixtures"], in: Repository.root).output
        let json = try #require(try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
        #expect(json["version"] as? Int == 1)
        var count = 0
        for file in try #require(json["files"] as? [[String: Any]]) {
            let bytes = try Repository.bytes(try #require(file["path"] as? String))
            for finding in try #require(file["findings"] as? [[String: Any]]) {
                let start = try #require((finding["start"] as? [String: Any])?["offset"] as? Int)
                let end = try #require((finding["end"] as? [String: Any])?["offset"] as? Int)
                #expect(String(decoding: bytes[start..<end], as: UTF8.self) == finding["text"] as? String)
                count += 1
            }
        }
        #expect(count > 8)
    }

    @Test func theSampleDraftShowsEveryCategory() throws {
        let report = try run(["fixtures/drafts/willow-and-tide.md"], in: Repository.root)
        #expect(report.status == 1)
        for category in ["ai/", "crisis/", "distance/", "jargon/", "overclaim/"] { #expect(report.output.contains("[\(category)")) }
        #expect(try run(["fixtures/drafts/quiet-harbour.md"], in: Repository.root).output == "1 file checked: nothing found\n")
    }

    @Test(arguments: [([:], false), (["CLICOLOR_FORCE": "1"], true), (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false)] as [([String: String], Bool)])
    func colourIsForTerminals(_ environment: [String: String], isOn: Bool) throws {
        let human = try run(["-"], in: Repository.root, input: Self.promise, environment: environment)
        #expect(human.output.contains("\u{1B}[") == isOn)
        let json = try run(["-", "--format", "json"], in: Repository.root, input: Self.promise, environment: environment)
        #expect(!json.output.contains("\u{1B}["))
    }

    @Test func versionNamesICUAndUnicode() throws {
        let outcome = try run(["--version"], in: Repository.root)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains(/^attune \d+\.\d+\.\d+ \(ICU \d+\.\d+, Unicode \d+\.\d+\)\n$/))
    }

    @Test func helpIsNoFailure() throws {
        #expect(try run(["--help"], in: Repository.root).status == 0)
        #expect(try run(["lint", "--help"], in: Repository.root).output.contains("--stdin-filename"))
    }

    /// One worker or many, named one by one or as a folder: the same report.
    @Test func theReportDoesNotDependOnHowFilesWereNamed() throws {
        let folder = try run(["fixtures", "--format", "json"], in: Repository.root).output
        let files = Repository.files(in: "fixtures", endings: [".md", ".txt"])
        let named = try run(files + ["--format", "json"], in: Repository.root).output
        #expect(Set(folder.split(separator: "\n")) == Set(named.split(separator: "\n")))
    }
}
