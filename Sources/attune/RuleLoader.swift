import Diagnostics
import Matching
import PatternChecking
import RuleFormat
import SourceText

/// Reads a practice's own rules from files, to stand beside the built-in ones. Every error of every file is gathered.
struct RuleLoader {
    private let workingFolder: String
    private var reader: RuleReader
    private var diagnostics: [Diagnostic] = []
    private var seen: Set<String> = []

    /// `replaces`: the files are the program's own, and stand in for what has their names in the library.
    init(extending library: RuleLibrary, replacing replaces: Bool = false, workingFolder: String) {
        self.workingFolder = workingFolder
        reader = RuleReader(extending: library, replacing: replaces, knowsSources: replaces)
    }

    /// Reads a folder, laid out as `rules/README.md` says, or one file of such a folder.
    mutating func add(_ origin: RuleOrigin) {
        switch FileSystem.kind(of: origin.path) {
        case .missing: diagnostics.append(origin.diagnostic("no such file or folder"))
        case .brokenLink: diagnostics.append(origin.diagnostic("is a link that leads nowhere"))
        case .unreachable(let reason): diagnostics.append(origin.diagnostic("cannot be read: \(reason)"))
        case .special: diagnostics.append(origin.diagnostic("is a pipe or a device, and rules are files"))
        case .file: read(origin.path, name: Self.name(of: origin.path))
        case .folder:
            guard let files = files(in: origin.path) else { return }
            if files.isEmpty { diagnostics.append(origin.diagnostic("holds no rule file (.yaml)")) }
            for file in files {
                let isDirectlyInside = Path.parent(of: file) == origin.path
                read(file, name: isDirectlyInside ? Self.name(of: file) : String(file.dropFirst(origin.path.count + 1)))
            }
        }
    }

    consuming func finish() throws(Diagnostics) -> LoadedRules {
        let pathOfRule = reader.pathOfRule
        do {
            let library = try reader.finishChecked()
            if !diagnostics.isEmpty { throw Diagnostics([]) }
            return LoadedRules(rules: try RuleSet(compiling: library), pathOfRule: pathOfRule)
        } catch let error as Diagnostics {
            throw Diagnostics(diagnostics + error.list)
        } catch {
            throw Diagnostics([Diagnostic(path: "attune", position: nil, message: "a pattern cannot be compiled: \(error)")])
        }
    }

    /// What a file that was named alone, or stands directly in a folder that was, is called: its folder is its category.
    private static func name(of path: String) -> String {
        let parts = path.split(separator: "/").map(String.init)
        let isCrisisLines = parts.count > 2 && parts[parts.count - 2] == "lines" && parts[parts.count - 3] == "crisis"
        return parts.suffix(isCrisisLines ? 3 : 2).joined(separator: "/")
    }

    private mutating func files(in folder: String) -> [String]? {
        do throws(FileSystem.Failure) {
            var files: [String] = []
            for entry in try FileSystem.entries(of: folder) where !entry.name.hasPrefix(".") {
                let path = folder + "/" + entry.name
                switch entry.kind {
                case .folder: files += self.files(in: path) ?? []
                case .file where entry.name.hasSuffix(".yaml") || entry.name.hasSuffix(".yml"): files.append(path)
                default: break
                }
            }
            return files
        } catch {
            report("cannot be read: \(error.reason)", at: folder)
            return nil
        }
    }

    private mutating func read(_ path: String, name: String) {
        guard seen.insert(path).inserted else { return }
        do throws(FileSystem.Failure) {
            reader.read(try FileSystem.read(path), path: Path.shown(path, from: workingFolder), name: name)
        } catch {
            report("cannot be read: \(error.reason)", at: path)
        }
    }

    private mutating func report(_ message: String, at path: String) {
        diagnostics.append(Diagnostic(path: Path.shown(path, from: workingFolder), position: nil, message: message))
    }
}
