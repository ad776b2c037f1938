import Foundation
import TestKit
import Testing

/// The folders in `fixtures/commands`: a line of the shell in `command`, what stands in the folder where it is run in `input`, and
/// what is to come of it in `output`, `errors` and `status`.
///
/// `brief` stands for `attune` with a report of one line for each finding. A name that starts with a dot is written `dot-` there, so that git does not take it for its own.
struct CommandCaseTests: ProgramTests {
    static let cases = (try? FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: "fixtures/commands").path).sorted()) ?? []

    private static let brief = #"""
        brief() {
            attune "$@" | sed -nE -e 's/^([^ ].*): (error|warning|suggestion): .*\[([a-z/-]+)\]$/\1: \2 \3/p' -e '/ checked/p'
            return "${PIPESTATUS[0]}"
        }

        """#

    @Test(arguments: cases)
    func runs(_ name: String) throws {
        let path = "fixtures/commands/\(name)"
        let command = String(decoding: try Repository.bytes("\(path)/command"), as: UTF8.self)
        try withFolder(try input(of: path)) { (folder: URL) throws in
            let outcome = try shell(Self.brief + command, in: folder)
            let home = folder.path
            #expect(try goldenMismatch(outcome.output.replacing(home, with: "HOME"), "\(path)/output") == nil)
            #expect(try goldenMismatch(outcome.error.replacing(home, with: "HOME"), "\(path)/errors") == nil)
            #expect(try goldenMismatch("\(outcome.status)\n", "\(path)/status") == nil)
        }
    }

    @Test func areMany() {
        #expect(Self.cases.count >= 60)
    }

    private func input(of path: String) throws -> [String: String] {
        let root = Repository.root.appending(path: "\(path)/input")
        let names = FileManager.default.subpaths(atPath: root.path) ?? []
        var files: [String: String] = [:]
        for name in names {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: root.appending(path: name).path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
            let shown = name.split(separator: "/").map { $0.hasPrefix("dot-") ? "." + $0.dropFirst(4) : String($0) }.joined(separator: "/")
            files[shown] = String(decoding: try Repository.bytes("\(path)/input/\(name)"), as: UTF8.self)
        }
        return files
    }
}
