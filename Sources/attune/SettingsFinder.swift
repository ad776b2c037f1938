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
            guard let layer = try Self.read(path, shown: config, takesPipe: true, rules: rules) else {
                throw Diagnostics([Diagnostic(path: config, position: nil, message: "no such file")])
            }
            var settings = Settings()
            settings.apply(layer)
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
        let layer = try Self.read(path, shown: Path.shown(path, from: workingFolder), takesPipe: false, rules: rules)
        layers[folder] = .some(layer)
        return layer
    }

    /// The settings in a file, nil when there is none. What is there and cannot be read is an error.
    private static func read(
        _ path: String, shown: String, takesPipe: Bool, rules: [Rule]
    ) throws(Diagnostics) -> SettingsLayer? {
        let problem: String
        switch FileSystem.kind(of: path) {
        case .missing: return nil
        case .special where !takesPipe: problem = "is a pipe or a device, and settings are a file"
        case .file, .special: return try SettingsReader.read(DraftReader.read(path, shown: shown), rules: rules)
        case .folder: problem = "is a folder, and settings are a file"
        case .brokenLink: problem = "is a link that leads nowhere"
        case .unreachable(let reason): problem = "cannot be read: \(reason)"
        }
        throw Diagnostics([Diagnostic(path: shown, position: nil, message: problem)])
    }
}
