import Foundation
import TestKit
import Testing

/// The worked example in the rule author's guide: its files are written and its commands are run, one after the other.
struct GuideTests: ProgramTests {
    private static let path = "rules/README.md"

    /// `UPDATE_SNAPSHOTS=1` writes the outputs anew.
    @Test func everyOutputIsWhatTheProgramSays() throws {
        try withFolder([:]) { (folder: URL) throws in
            var told: [String] = []
            var file: (path: String, isNew: Bool)?
            let lines = try Repository.text(Self.path).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            var rest = lines[...]
            while let line = rest.popFirst() {
                told.append(line)
                if let match = line.wholeMatch(of: /<!-- (file|added to): (.+) -->/) {
                    file = (String(match.2), match.1 == "file")
                } else if line.hasPrefix("```"), line != "```" {
                    let block = rest.prefix { $0 != "```" }
                    rest = rest.dropFirst(block.count)
                    if line == "```console" {
                        let command = try #require(block.first)
                        let outcome = try run(command.split(separator: " ").dropFirst(2).map(String.init), in: folder)
                        told += [command] + (outcome.output + outcome.error).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
                    } else {
                        if let file { try write(block.joined(separator: "\n") + "\n", to: folder.appending(path: file.path), isNew: file.isNew) }
                        told += block
                    }
                    file = nil
                }
            }
            #expect(try goldenMismatch(told.joined(separator: "\n"), Self.path) == nil)
        }
    }

    private func write(_ text: String, to url: URL, isNew: Bool) throws {
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        let before = isNew ? "" : try String(contentsOf: url, encoding: .utf8)
        try Data((before + text).utf8).write(to: url)
    }
}
