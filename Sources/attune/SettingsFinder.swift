import Diagnostics
import Globs
import RuleFormat
import Settings
import SourceText

/// Finds the `.lintrc` files that count for a draft and lays them over each other, nearer ones last, and the overrides of all of them
/// over that.
///
/// They are looked for from the folder that holds `.git` down to the draft's own folder; outside a repository only the
/// nearest one upward counts. Every file is read once. A file may name rules of its own and of the files above it.
struct SettingsFinder {
    /// What counts for the drafts of a folder.
    struct Found {
        /// What holds for all of them.
        var settings = Settings()
        /// What holds for some of them, by patterns relative to a folder.
        var overrides: [(folder: String, files: IgnoreRules, layer: SettingsLayer)] = []
        /// What is left out, by patterns relative to a folder.
        var excluded: [(folder: String, files: IgnoreRules)] = []
        /// The place of the rules in `RuleSets.sets`.
        var ruleSet = 0
        /// The folders and files of own rules, those of the files further up first.
        var origins: [RuleOrigin] = []

        /// What counts for a draft, by its absolute path.
        func settings(for path: String) -> Settings {
            overrides.reduce(into: settings) { settings, override in
                guard let names = Path.names(of: path, below: override.folder), override.files.leavesOut(fileAt: names) else { return }
                settings.apply(override.layer)
            }
        }

        /// Whether the settings leave a file out.
        func leavesOut(_ path: String) -> Bool {
            excluded.contains { excluded in
                Path.names(of: path, below: excluded.folder).map { excluded.files.leavesOut(fileAt: $0) } ?? false
            }
        }
    }

    private struct File {
        /// Absolute.
        let path: String
        let shown: String
        let reader: SettingsReader
    }

    private static let name = ".lintrc"

    private(set) var ruleSets: RuleSets
    private let workingFolder: String
    private let config: File?
    private let readsFiles: Bool
    private var foundForFolder: [String: Found] = [:]
    private var files: [String: File?] = [:]

    /// `config` replaces every `.lintrc`; without `readsFiles` none is read.
    init(config: String?, readsFiles: Bool = true, workingFolder: String) throws(Diagnostics) {
        self.workingFolder = workingFolder
        self.readsFiles = readsFiles
        ruleSets = RuleSets(workingFolder: workingFolder)
        if let config {
            let path = Path.absolute(config, in: workingFolder)
            guard let file = try Self.read(path, shown: config, takesPipe: true) else {
                throw Diagnostics([Diagnostic(path: config, position: nil, message: "no such file")])
            }
            self.config = file
        } else {
            self.config = nil
        }
    }

    /// The folders and files of own rules that count for a folder.
    mutating func origins(forFolder folder: String) throws(Diagnostics) -> [RuleOrigin] {
        try files(for: folder).flatMap(origins)
    }

    /// The first folder of own rules that the nearest settings with such folders name; it need not be there yet.
    mutating func folderOfRules(forFolder folder: String) throws(Diagnostics) -> String? {
        for file in try files(for: folder).reversed() {
            let named = origins(of: file).map(\.path)
            if let path = named.first(where: { [.folder, .missing].contains(FileSystem.kind(of: $0)) }) { return path }
        }
        return nil
    }

    mutating func find(forFolder folder: String) throws(Diagnostics) -> Found {
        if let known = foundForFolder[folder] { return known }
        var found = Found()
        let files = if let config { [config] } else { try files(for: folder) }
        for file in files { try lay(file, over: &found) }
        foundForFolder[folder] = found
        return found
    }

    /// Lays a file over others, and below it the one that it extends. `extending` are those that extend it.
    private mutating func lay(_ file: File, over found: inout Found, extending: [String] = []) throws(Diagnostics) {
        if let base = file.reader.base { try lay(baseFile(base, of: file, extending: extending), over: &found, extending: extending + [file.path]) }
        found.origins += origins(of: file)
        do throws(Diagnostics) { found.ruleSet = try ruleSets.index(of: found.origins) } catch {
            throw Diagnostics(file.reader.diagnostics + error.list)
        }
        var layer = try file.reader.finish(rules: ruleSets.sets[found.ruleSet].library.rules)
        layer.siteWideFiles = try layer.siteWideFiles?.map { path throws(Diagnostics) in try siteWideFile(path, of: file) }
        layer.baseline = layer.baseline.map { SettingsPath(path: Path.absolute($0.path, in: Path.parent(of: file.path)), position: $0.position) }
        found.settings.apply(layer)
        let folder = Path.parent(of: file.path)
        found.overrides += layer.overrides.map { (folder, IgnoreRules(patterns: $0.files), $0.layer) }
        if !layer.excluded.isEmpty { found.excluded.append((folder, IgnoreRules(patterns: layer.excluded))) }
    }

    /// The settings that a file extends.
    private func baseFile(_ base: SettingsPath, of file: File, extending: [String]) throws(Diagnostics) -> File {
        let path = Path.absolute(base.path, in: Path.parent(of: file.path))
        func problem(_ message: String) -> Diagnostics { Diagnostics([Diagnostic(path: file.shown, position: base.position, message: message)]) }
        if path == file.path || extending.contains(path) { throw problem("“\(base.path)” extends this file, which cannot extend it in turn") }
        guard let found = try Self.read(path, shown: Path.shown(path, from: workingFolder), takesPipe: false) else {
            throw problem("“\(base.path)” is no file")
        }
        return found
    }

    /// The absolute path of a file that settings say is shown on every page.
    private func siteWideFile(_ named: SettingsPath, of file: File) throws(Diagnostics) -> SettingsPath {
        let path = Path.absolute(named.path, in: Path.parent(of: file.path))
        if FileSystem.kind(of: path) == .file { return SettingsPath(path: path, position: named.position) }
        throw Diagnostics([Diagnostic(path: file.shown, position: named.position, message: "“\(named.path)” is no file")])
    }

    private func origins(of file: File) -> [RuleOrigin] {
        file.reader.rulePaths.map { rulePath in
            let path = Path.absolute(rulePath.path, in: Path.parent(of: file.path))
            return RuleOrigin(
                path: path, shown: Path.shown(path, from: workingFolder), settings: (file.shown, rulePath.position))
        }
    }

    private mutating func files(for folder: String) throws(Diagnostics) -> [File] {
        if !readsFiles { return [] }
        let folders = sequence(first: folder) { $0 == "/" ? nil : Path.parent(of: $0) }
        let isInRepository = folders.contains { FileSystem.kind(of: $0 + "/.git") != .missing }
        var found: [File] = []
        for folder in folders {
            if let file = try file(in: folder) {
                found.append(file)
                if file.reader.isRoot || !isInRepository { break }
            }
            if isInRepository, FileSystem.kind(of: folder + "/.git") != .missing { break }
        }
        return found.reversed()
    }

    private mutating func file(in folder: String) throws(Diagnostics) -> File? {
        if let known = files[folder] { return known }
        let path = (folder == "/" ? "" : folder) + "/" + Self.name
        let file = try Self.read(path, shown: Path.shown(path, from: workingFolder), takesPipe: false)
        files[folder] = .some(file)
        return file
    }

    /// The settings in a file, nil when there is none. What is there and cannot be read is an error.
    private static func read(_ path: String, shown: String, takesPipe: Bool) throws(Diagnostics) -> File? {
        let problem: String
        switch FileSystem.kind(of: path) {
        case .missing: return nil
        case .special where !takesPipe: problem = "is a pipe or a device, and settings are a file"
        case .file, .special:
            return File(path: path, shown: shown, reader: try SettingsReader(DraftReader.read(path, shown: shown)))
        case .folder: problem = "is a folder, and settings are a file"
        case .brokenLink: problem = "is a link that leads nowhere"
        case .unreachable(let reason): problem = "cannot be read: \(reason)"
        }
        throw Diagnostics([Diagnostic(path: shown, position: nil, message: problem)])
    }
}
