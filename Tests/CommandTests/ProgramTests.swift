import Foundation

/// Tests that run the built program.
protocol ProgramTests {}

extension ProgramTests {
    /// The folder of the test bundle also holds the program.
    private var program: URL {
        let arguments = CommandLine.arguments
        let bundle = arguments.first { $0.contains(".xctest") } ?? arguments[0]
        var folder = URL(filePath: bundle).deletingLastPathComponent()
        while folder.path != "/", !FileManager.default.isExecutableFile(atPath: folder.appending(path: "attune").path) {
            folder.deleteLastPathComponent()
        }
        return folder.appending(path: "attune")
    }

    /// Runs a line of the shell in which `attune` is the program.
    func shell(_ line: String, in folder: URL) throws -> Outcome {
        try run(["-c", "attune() { \"$ATTUNE\" \"$@\"; }; \(line)"], of: URL(filePath: "/bin/bash"), in: folder, environment: ["ATTUNE": program.path])
    }

    /// Runs Attune, or another program.
    func run(
        _ arguments: [String], of other: URL? = nil, in folder: URL, input: String = "", environment: [String: String] = [:]
    ) throws -> Outcome {
        let process = Process()
        let (standardInput, output, error) = (Pipe(), Pipe(), Pipe())
        process.executableURL = other ?? program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(environment) { $1 }
        process.standardInput = standardInput
        process.standardOutput = output
        process.standardError = error
        try process.run()
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let errorText = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: text, error: errorText)
    }

    /// A folder with the files given, gone after the test.
    func withFolder(_ files: [String: String], _ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "attune-\(UUID().uuidString)").resolvingSymlinksInPath()
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            let url = folder.appending(path: name)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        try body(folder)
    }
}
