import Globs

/// What is left out of the folders that are searched: what `.gitignore` files name, from the folder that holds `.git` down, and
/// what `.attuneignore` files do.
struct IgnoredPaths {
    private static let names = [".gitignore", ".attuneignore"]

    /// Rules of a folder, for what stands below it.
    private struct Level {
        let folder: String
        let rules: IgnoreRules
    }

    /// From the top down; of one folder `.attuneignore` last.
    private var levels: [Level] = []
    private let isInRepository: Bool
    /// The folders whose files have been read.
    private var entered: Set<String> = []

    /// Those of a folder and of the folders above it.
    init(for folder: String) throws(FileSystem.Failure) {
        let folders = Array(sequence(first: folder) { $0 == "/" ? nil : Path.parent(of: $0) })
        let root = folders.firstIndex { FileSystem.kind(of: $0 + "/.git") != .missing }
        isInRepository = root != nil
        guard let root else { return }
        try add(folders[root] + "/.git/info/exclude", of: folders[root])
        for folder in folders[...root].reversed() { try enter(folder) }
    }

    /// Adds those of a folder that is searched.
    mutating func enter(_ folder: String) throws(FileSystem.Failure) {
        if !entered.insert(folder).inserted { return }
        for name in Self.names where isInRepository || name == ".attuneignore" { try add(folder + "/" + name, of: folder) }
    }

    private mutating func add(_ path: String, of folder: String) throws(FileSystem.Failure) {
        guard FileSystem.kind(of: path) == .file else { return }
        let rules = IgnoreRules(file: String(decoding: try FileSystem.read(path), as: UTF8.self))
        if !rules.isEmpty { levels.append(Level(folder: folder, rules: rules)) }
    }

    /// Whether a path is left out. Nothing that stands in a folder which is left out is asked for.
    func leaveOut(_ path: String, isFolder: Bool) -> Bool {
        for level in levels.reversed() {
            guard let names = Path.names(of: path, below: level.folder) else { continue }
            if let decision = level.rules.leavesOut(names, isFolder: isFolder) { return decision }
        }
        return false
    }
}
