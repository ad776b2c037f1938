import Fixing
import Foundation
import TestKit
import Testing

struct UnifiedDiffTests {
    @Test func showsWhatChanged() {
        let diff = UnifiedDiff(of: "a.md", from: "one\ntwo\nthree\n", to: "one\n2\nthree\n").text
        #expect(diff == "--- a.md\n+++ a.md\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n")
        #expect(UnifiedDiff(of: "a.md", from: "one\n", to: "one\n").text.isEmpty)
    }

    /// patch(1) makes the new text of the old one.
    @Test func patchTakesIt() throws {
        var random = SeededGenerator(seed: 5)
        let folder = FileManager.default.temporaryDirectory.appending(path: "attune-diff-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for _ in 0..<40 {
            let old = (0..<Int.random(in: 0...30, using: &random)).map { _ in ["a", "b", "", "ä\r", "c"].randomElement(using: &random)! }
            var new = old
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                let at = Int.random(in: 0...new.count, using: &random)
                if Bool.random(using: &random) || at == new.count { new.insert("x\(at)", at: at) } else { new.remove(at: at) }
            }
            let (oldText, newText) = (text(old, &random), text(new, &random))
            let diff = UnifiedDiff(of: "a.md", from: oldText, to: newText).text
            try Data(oldText.utf8).write(to: folder.appending(path: "a.md"))
            try Data(diff.utf8).write(to: folder.appending(path: "a.diff"))
            if diff.isEmpty { continue }
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["git", "apply", "-p0", "--unsafe-paths", "--whitespace=nowarn", "a.diff"]
            process.currentDirectoryURL = folder
            try process.run()
            process.waitUntilExit()
            #expect(String(decoding: try Data(contentsOf: folder.appending(path: "a.md")), as: UTF8.self) == newText, "\(diff)")
        }
    }

    private func text(_ lines: [String], _ random: inout SeededGenerator) -> String {
        lines.joined(separator: "\n") + (Bool.random(using: &random) ? "\n" : "")
    }
}
