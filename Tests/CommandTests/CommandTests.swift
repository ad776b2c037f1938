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
        (["lint", "--config", "none.yaml", "good.md"], "none.yaml: error: no such file\n"),
        (["lint", "--config", "empty", "good.md"], "empty: error: is a folder, and settings are a file\n"),
        (["lint", "--config", "", "good.md"], "The path after --config is empty"),
        (["lint", "", "good.md"], "A path is empty"),
        (["lint", "-", "--stdin-filename", ""], "The path after --stdin-filename is empty"),
        (["lint", "good.md", "--stdin-filename", "x.md"], "did you mean 'attune - --stdin-filename x.md'?"),
        (["lint", "--fromat", "json", "good.md"], "Did you mean '--format'?"),
        (["lnit", "good.md"], "lnit: error: no such file or folder; did you mean “lint”?\n"),
        (["lint", "good.md", "empty/picture.png"], "empty/picture.png: error: “.png” is not a kind of draft that attune reads; save it as Markdown, text or HTML\n"),
        (["lint", "-", "--stdin-filename", "about.docx"], "about.docx: error: “.docx” is not a kind of draft that attune reads"),
        (["lint", "\u{1B}[31m\n.md"], "␛[31m␊.md: error: no such file or folder\n"),
        (["lint", "--\u{1B}[31m", "good.md"], "Unknown option '--␛[31m'"),
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
            try Data([0x89, 0x50, 0x4E, 0x47, 0x0A, 0x1A, 0, 0xFF]).write(to: folder.appending(path: "bytes.md"))
            let outcome = try run(["bytes.md", "bad.md", "gone.md"], in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.output.contains("bad.md:1:1: error:"))
            #expect(outcome.output.hasSuffix("1 file checked: 1 error; 2 files not read\n"))
            #expect(outcome.error.contains("bytes.md: error: is no text, or in an encoding that must be named with --encoding"))
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
            "i.docx": "Hi.", "j.mdx": "Hi.",
        ]
        try withFolder(files) { (folder: URL) throws in
            try FileManager.default.createSymbolicLink(at: folder.appending(path: "b/loop"), withDestinationURL: folder)
            try #require(mkfifo(folder.appending(path: "pipe.md").path, 0o600) == 0)
            try FileManager.default.createSymbolicLink(at: folder.appending(path: "b/gone.md"), withDestinationURL: folder.appending(path: "nowhere"))
            try FileManager.default.createSymbolicLink(at: folder.appending(path: ".#a.md"), withDestinationURL: folder.appending(path: "nowhere"))
            let outcome = try run([".", "a.md", "--format", "json"], in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.error == "b/gone.md: error: is a link that leads nowhere\npipe.md: error: is a pipe or a device; name it to have it read\n")
            let report = outcome.output
            let json = try #require(try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
            let paths = (json["files"] as? [[String: Any]])?.compactMap { $0["path"] as? String }
            #expect(paths == ["a.md", "b/c.txt", "f.html", "g.MD", "j.mdx"])
        }
    }

    @Test func everyFolderNamedMustHoldADraft() throws {
        try withFolder(["a/bad.md": Self.promise, "b/picture.png": "x"]) { (folder: URL) throws in
            let outcome = try run(["a", ".", "a", "b"], in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.error == "b: error: holds no draft (.md, .markdown, .mdx, .html, .htm, .xhtml, .txt, .text)\n")
            #expect(outcome.output.contains("a/bad.md:1:1: error:"))
        }
    }

    @Test func aNameWithoutAnEndingIsMarkdown() throws {
        try withFolder(["README": "# Results guaranteed\n", ".notes": Self.promise, "Dr. Smith": Self.promise, "v1.2": Self.promise]) { (folder: URL) throws in
            for name in ["README", ".notes", "Dr. Smith", "v1.2"] { #expect(try run([name], in: folder).status == 1, "\(name)") }
            #expect(try shell("attune <(echo We guarantee results.)", in: folder).status == 1)
        }
    }

    @Test func settingsThatCannotBeReadStopTheRun() throws {
        try withFolder(["a/.lintrc/x": "", "a/bad.md": Self.promise, "b/bad.md": Self.promise, "c/bad.md": Self.promise]) { (folder: URL) throws in
            try FileManager.default.createSymbolicLink(at: folder.appending(path: "b/.lintrc"), withDestinationURL: folder.appending(path: "nowhere"))
            try #require(mkfifo(folder.appending(path: "c/.lintrc").path, 0o600) == 0)
            let problems = [
                ("a", "is a folder, and settings are a file"), ("b", "is a link that leads nowhere"), ("c", "is a pipe or a device, and settings are a file"),
            ]
            for (name, problem) in problems {
                let outcome = try run([name], in: folder)
                #expect(outcome.status == 2 && outcome.output.isEmpty)
                #expect(outcome.error == "\(name)/.lintrc: error: \(problem)\n")
            }
        }
    }

    @Test func settingsMayComeFromAPipe() throws {
        try withFolder(["bad.md": Self.promise]) { (folder: URL) throws in
            #expect(try shell("attune bad.md --config <(echo 'fail-on: never')", in: folder).status == 0)
            #expect(try shell("attune bad.md --config <(echo 'fail-on: error')", in: folder).status == 1)
        }
    }

    @Test func aReportThatCannotBeWrittenIsAFailure() throws {
        try withFolder(["good.md": "Hello there.\n"]) { (folder: URL) throws in
            for line in ["attune good.md >/dev/full", "attune --help >/dev/full", "attune good.md >&-"] {
                let outcome = try shell(line, in: folder)
                #expect(outcome.status == 2, "\(line)")
                #expect(outcome.error.hasPrefix("attune: error: standard output cannot be written: "), "\(outcome.error)")
            }
        }
    }

    /// The reader of the report may have seen enough: the status is still what was found.
    @Test func aReaderMayStopReading() throws {
        try withFolder(["bad.md": String(repeating: Self.promise + "\n", count: 2_000), "good.md": "Hello there.\n"]) { (folder: URL) throws in
            for (name, status) in [("bad.md", "1"), ("good.md", "0")] {
                let outcome = try shell("(sleep 0.1; attune \(name); echo $? >status) | true; cat status", in: folder)
                #expect(outcome.output == status + "\n")
                #expect(outcome.error.isEmpty)
            }
        }
    }

    @Test func aDraftInAnotherLanguageIsNotCounted() throws {
        try withFolder(["fr/.lintrc": "language: fr", "fr/a.md": Self.promise, "fr/b.md": Self.promise, "en.md": "Hello there.\n"]) { (folder: URL) throws in
            let outcome = try run(["."], in: folder)
            #expect(outcome.status == 0)
            #expect(outcome.output == "1 file checked: nothing found; 2 files not checked\n")
            #expect(outcome.error == "fr/a.md: note: there are no rules for the language “fr”; the draft was not checked (and 1 other file)\n")
            #expect(try run(["fr"], in: folder).output == "0 files checked; 2 files not checked\n")
        }
    }

    @Test func notesNameTheirLine() throws {
        try withFolder(["a.md": "---\ntitle: x\nai-assisted: partly\n---\n"]) { (folder: URL) throws in
            #expect(try run(["a.md"], in: folder).error == "a.md:3: note: “ai-assisted” is “partly”, which says neither yes nor no; not counted\n")
        }
    }

    /// What a terminal would act on stands in no report as it is; in JSON its meaning stays.
    @Test(arguments: ["human", "json", "sarif"])
    func noReportMovesTheCursor(_ format: String) throws {
        let text = "\u{1B}]0;x\u{7} \u{9B}31m \u{202E} We guarantee\nresults \u{2066} \u{7F}\u{85}\n"
        try withFolder(["a\u{1B}\u{202E}\n.md": text]) { (folder: URL) throws in
            let outcome = try run([".", "--format", format], in: folder)
            #expect(outcome.status == 1)
            for scalar in (outcome.output + outcome.error).unicodeScalars where scalar != "\n" {
                #expect(![Unicode.GeneralCategory.control, .format].contains(scalar.properties.generalCategory), "\(scalar.value)")
            }
            guard format == "json" else { return }
            let json = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
            #expect((json["files"] as? [[String: Any]])?.first?["path"] as? String == "a\u{1B}\u{202E}\n.md")
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
        let help = try run(["--help"], in: Repository.root)
        #expect(help.status == 0)
        #expect(help.output.contains("SUBCOMMANDS") && help.output.contains("--stdin-filename"))
        #expect(try run(["lint", "--help"], in: Repository.root).output.contains("--stdin-filename"))
    }

    @Test func theReportDoesNotDependOnTheNumberOfWorkers() throws {
        let drafts = Dictionary(uniqueKeysWithValues: (0..<60).map { number in
            ("\(number % 7)/draft-\(number).md", String(repeating: "We guarantee results. \n\n", count: number % 11) + "EMDR heals trauma.\n")
        })
        try withFolder(drafts) { folder in
            for format in ["human", "json", "sarif"] {
                let alone = try run([".", "--format", format, "--jobs", "1"], in: folder)
                #expect(alone.status == 1)
                #expect(try run([".", "--format", format, "--jobs", "5"], in: folder).output == alone.output)
            }
        }
        #expect(try run([".", "--jobs", "0"], in: Repository.root).status == 2)
    }

    /// Named one by one or as a folder: the same report.
    @Test func theReportDoesNotDependOnHowFilesWereNamed() throws {
        let folder = try run(["fixtures", "--format", "json"], in: Repository.root).output
        let files = Repository.files(in: "fixtures", endings: [".md", ".mdx", ".html", ".htm", ".xhtml", ".txt"]).filter { !$0.contains("/node_modules/") }
        let named = try run(files + ["--format", "json"], in: Repository.root).output
        #expect(Set(folder.split(separator: "\n")) == Set(named.split(separator: "\n")))
    }
}
