import Diagnostics
import RuleFormat
import Settings
import SourceText

/// Finds the `.lintrc` files that count for a draft and lays them over each other, nearer ones last.
///
/// They are looked for from the folder that holds `.git` down to the draft's own folder; outside a repository only the
/// nearest one upward counts. Every file is read once.
struct SettingsFinder {
    private static let name = ".lintrc"

    private let rules: [Rule]
    private let workingFolder: String
    private let fixed: Settings?
    private var settingsOfFolder: [String: Settings] = [:]
    private var layers: [String: SettingsLayer?] = [:]

    /// `config` replaces every `.lintrc`.
    init(config: String?, rules: [Rule], workingFolder: String) throws(Diagnostics) {
        self.rules = rules
        self.workingFolder = workingFolder
        if let config {
            let path = Path.absolute(config, in: workingFolder)
            guard FileSystem.kind(of: path) == .file else {
                throw Diagnostics([Diagnostic(path: config, position: nil, message: "no such file")])
            }
            var settings = Settings()
            settings.apply(try Self.read(path, shown: config, rules: rules))
            fixed = settings
        } else {
            fixed = nil
        }
    }

    mutating func settings(forFolder folder: String) throws(Diagnostics) -> Settings {
        if let fixed { return fixed }
        if let known = settingsOfFolder[folder] { return known }
        var settings = Settings()
        for layer in try layersFor(folder) { settings.apply(layer) }
        settingsOfFolder[folder] = settings
        return settings
    }

    private mutating func layersFor(_ folder: String) throws(Diagnostics) -> [SettingsLayer] {
        let folders = sequence(first: folder) { $0 == "/" ? nil : Path.parent(of: $0) }
        let isInRepository = folders.contains { FileSystem.kind(of: $0 + "/.git") != .missing }
        var found: [SettingsLayer] = []
        for folder in folders {
            if let layer = try layer(in: folder) {
                found.append(layer)
                if layer.isRoot || !isInRepository { break }
            }
            if isInRepository, FileSystem.kind(of: folder + "/.git") != .missing { break }
        }
        return found.reversed()
    }

    private mutating func layer(in folder: String) throws(Diagnostics) -> SettingsLayer? {
        if let known = layers[folder] { return known }
        let path = (folder == "/" ? "" : folder) + "/" + Self.name
        let layer = FileSystem.kind(of: path) == .file
            ? try Self.read(path, shown: Path.shown(path, from: workingFolder), rules: rules)
            : nil
        layers[folder] = .some(layer)
        return layer
    }

    private static func read(_ path: String, shown: String, rules: [Rule]) throws(Diagnostics) -> SettingsLayer {
        try SettingsReader.read(DraftReader.read(path, shown: shown), rules: rules)
    }
}
