import Diagnostics
import Documents

/// Finds the drafts that the arguments name.
struct FileFinder {
    let workingFolder: String
    /// Absolute paths, each once, in the order they were named.
    private(set) var files: [String] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var seen: Set<String> = []

    init(workingFolder: String) {
        self.workingFolder = workingFolder
    }

    /// Adds a file, whatever its name, or the drafts in a folder and the folders below it.
    mutating func add(_ argument: String) {
        let path = Path.absolute(argument, in: workingFolder)
        switch FileSystem.kind(of: path) {
        case .file, .special: insert(path)
        case .folder: addFolder(path)
        case .missing: diagnostics.append(Diagnostic(path: argument, position: nil, message: "no such file or folder"))
        }
    }

    /// Says that the folders named hold no draft.
    mutating func note(noDraftIn arguments: [String]) {
        for argument in arguments {
            diagnostics.append(Diagnostic(path: argument, position: nil, message: "holds no draft (.md, .markdown, .txt, .text)"))
        }
    }

    private mutating func addFolder(_ folder: String) {
        do {
            for entry in try FileSystem.entries(of: folder) {
                let path = folder + "/" + entry.name
                switch entry.kind {
                case .folder where !isSkipped(entry.name): addFolder(path)
                case .file where DocumentFormat(path: path) != nil && !entry.name.hasPrefix("."): insert(path)
                default: break
                }
            }
        } catch {
            let shown = Path.shown(folder, from: workingFolder)
            diagnostics.append(Diagnostic(path: shown, position: nil, message: "cannot be read: \(error.reason)"))
        }
    }

    private func isSkipped(_ folder: String) -> Bool {
        folder.hasPrefix(".") || folder == "node_modules"
    }

    private mutating func insert(_ path: String) {
        if seen.insert(path).inserted { files.append(path) }
    }
}
