import Diagnostics
import Documents

/// Finds the drafts that the arguments name.
struct FileFinder {
    let workingFolder: String
    /// Absolute paths, each once, in the order they were named.
    private(set) var files: [String] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var seen: Set<String> = []
    /// Drafts found so far, each as often as it was named.
    private var found = 0

    private static let endings = DocumentFormat.allCases.flatMap(\.endings).joined(separator: ", ")

    init(workingFolder: String) {
        self.workingFolder = workingFolder
    }

    /// Adds a draft, or the drafts in a folder and the folders below it.
    mutating func add(_ argument: String) {
        let path = Path.absolute(argument, in: workingFolder)
        switch FileSystem.kind(of: path) {
        case .file, .special:
            if let refusal = DraftReader.refusal(of: path, shown: argument) { diagnostics.append(refusal) } else { insert(path) }
        case .folder:
            let before = (found, diagnostics.count)
            addFolder(path)
            if before == (found, diagnostics.count) { report("holds no draft (\(Self.endings))", at: argument) }
        case .missing: report("no such file or folder\(Spelling.hint(for: argument, in: Attune.commands))", at: argument)
        case .brokenLink: report("is a link that leads nowhere", at: argument)
        case .unreachable(let reason): report("cannot be read: \(reason)", at: argument)
        }
    }

    private mutating func addFolder(_ folder: String) {
        do {
            for entry in try FileSystem.entries(of: folder) where !entry.name.hasPrefix(".") {
                addEntry(folder + "/" + entry.name, entry.kind)
            }
        } catch {
            report("cannot be read: \(error.reason)", at: Path.shown(folder, from: workingFolder))
        }
    }

    private mutating func addEntry(_ path: String, _ kind: FileSystem.Kind) {
        if kind == .folder {
            if !path.hasSuffix("/node_modules") { addFolder(path) }
            return
        }
        guard DocumentFormat(path: path) != nil else { return }
        let shown = Path.shown(path, from: workingFolder)
        switch kind {
        case .file, .folder: insert(path)
        case .special: report("is a pipe or a device; name it to have it read", at: shown)
        case .missing: report("cannot be found under this name; is the name UTF-8?", at: shown)
        case .brokenLink: report("is a link that leads nowhere", at: shown)
        case .unreachable(let reason): report("cannot be read: \(reason)", at: shown)
        }
    }

    private mutating func report(_ message: String, at path: String) {
        diagnostics.append(Diagnostic(path: path, position: nil, message: message))
    }

    private mutating func insert(_ path: String) {
        found += 1
        if seen.insert(path).inserted { files.append(path) }
    }
}
