import Baselines
import Checking
import Diagnostics
import Settings
import SourceText

/// The baselines of a run: which findings are known, and which of the known ones are gone.
struct KnownFindings {
    static let usualName = ".attune-baseline.json"

    /// By their absolute paths.
    private var baselines: [String: Baseline] = [:]
    /// The baseline of each draft, by the place of the draft.
    private var pathOfDraft: [String?]
    private let workingFolder = FileSystem.workingFolder
    private var checked: Set<String> = []

    /// No baseline.
    init() {
        pathOfDraft = []
    }

    /// Those that the settings of drafts name, or the one that is named here for all.
    init(of drafts: [Workers.Draft], named path: String?) throws(ExitStatus) {
        let named = path.map { Path.absolute($0, in: FileSystem.workingFolder) }
        pathOfDraft = drafts.map { named ?? $0.settings.baseline }
        for path in Set(pathOfDraft.compactMap { $0 }) {
            do throws(Diagnostics) { baselines[path] = try Self.read(path) } catch { throw StandardStreams.failure(error) }
        }
    }

    static func read(_ path: String) throws(Diagnostics) -> Baseline {
        if FileSystem.kind(of: path) == .missing {
            let message = "there is no such baseline; “attune baseline create” writes one"
            throw Diagnostics([Diagnostic(path: Path.shown(path, from: FileSystem.workingFolder), position: nil, message: message)])
        }
        return try BaselineFile.read(DraftReader.read(path, shown: Path.shown(path, from: FileSystem.workingFolder)))
    }

    /// A draft without the findings that are known.
    mutating func leaveOut(_ draft: CheckedFile, at index: Int) -> CheckedFile {
        guard pathOfDraft.indices.contains(index), let path = pathOfDraft[index] else { return draft }
        let file = Path.absolute(draft.file.path, in: workingFolder)
        checked.insert(file)
        let folder = Path.parent(of: path)
        let new = baselines[path]?.new(draft.findings, in: draft.file, at: Path.relative(file, to: folder), isGone: { entry in
            FileSystem.kind(of: Path.absolute(entry, in: folder)) == .missing
        })
        return draft.with(findings: new ?? draft.findings)
    }

    /// What to say of baselines with entries that were not found in the drafts checked, or whose drafts are gone.
    var notices: [Notice] {
        baselines.sorted { $0.key < $1.key }.compactMap { path, baseline in
            let folder = Path.parent(of: path)
            let stale = baseline.stale { entry in
                let file = Path.absolute(entry, in: folder)
                return checked.contains(file) || FileSystem.kind(of: file) == .missing
            }
            if stale.isEmpty { return nil }
            let message = "\(stale.count) of its findings \(stale.count == 1 ? "is" : "are") gone; “attune baseline update” takes \(stale.count == 1 ? "it" : "them") out"
            return Notice(path: Path.shown(path, from: workingFolder), line: nil, message: message)
        }
    }
}
