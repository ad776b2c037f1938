import Foundation
import Globs
import TestKit
import Testing

struct IgnoreRulesTests {
    private static let rules = [
        "*.md", "/a.md", "posts/", "posts/*.md", "**/b", "a/**", "a/**/c.md", "!b/a.md", "!*.txt", "#b", "\\#b", "\\!b", "b  ", "b\\ ", "?.md",
        "[ab]", "c", "/c/", "posts", "x/*/c.md", "{a,b}.md", "!posts", "*", "!/a.md", "b/", "**", "/", "a/", "!a/",
    ]
    private static let names = ["a", "b", "c", "posts", "x", "a.md", "b.md", "c.md", "#b", "!b", "b ", "a.txt", "{a,b}.md"]

    /// Git decides the same.
    @Test func leaveOutWhatGitLeavesOut() throws {
        var random = SeededGenerator(seed: 11)
        let folder = FileManager.default.temporaryDirectory.appending(path: "attune-git-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        _ = try git(["init", "-q"], in: folder, input: "")
        let paths = Set((0..<400).map { _ in (0..<Int.random(in: 1...3, using: &random)).map { _ in Self.names.randomElement(using: &random)! } })
            .sorted { $0.joined(separator: "/") < $1.joined(separator: "/") }
        for _ in 0..<30 {
            let file = (0..<Int.random(in: 1...4, using: &random)).map { _ in Self.rules.randomElement(using: &random)! }.joined(separator: "\n")
            try Data((file + "\n").utf8).write(to: folder.appending(path: ".gitignore"))
            let input = paths.map { $0.joined(separator: "/") + "\0" }.joined()
            let ignored = Set(try git(["check-ignore", "--no-index", "-z", "--stdin"], in: folder, input: input).split(separator: "\0").map(String.init))
            let rules = IgnoreRules(file: file)
            for path in paths {
                #expect(rules.leavesOut(fileAt: path) == ignored.contains(path.joined(separator: "/")), "\(path) by \(file.debugDescription)")
            }
        }
    }

    private func git(_ arguments: [String], in folder: URL, input: String) throws -> String {
        let process = Process()
        let (standardInput, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        process.currentDirectoryURL = folder
        process.standardInput = standardInput
        process.standardOutput = output
        try process.run()
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text
    }

    @Test func bracesCountInSettingsOnly() {
        #expect(IgnoreRules(patterns: ["{a,b}.md"]).leavesOut(["b.md"], isFolder: false) == true)
        #expect(IgnoreRules(file: "{a,b}.md").leavesOut(["b.md"], isFolder: false) == nil)
    }
}
