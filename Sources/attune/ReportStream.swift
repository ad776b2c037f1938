import Baselines
import Checking
import Diagnostics
import Reporting
import Settings

/// Writes what workers have found, in the order of the drafts, each when its turn comes. A worker that is early waits for those
/// before it, so that no more drafts are held than there are workers.
actor ReportStream {
    typealias Outcome = Result<Checked, Diagnostics>

    struct Checked {
        let file: CheckedFile
        var rewriting: Rewriting?
        /// Why what was changed could not be written.
        var errors: [Diagnostic] = []
    }

    private let drafts: [Workers.Draft]
    private var sinks: [ReportSink]
    private(set) var report: Report
    private var known: KnownFindings
    /// The lines that are told of; all where it is nil.
    private let changes: ChangedLines?
    /// What a baseline is to keep of a draft.
    private let gather: (@Sendable (CheckedFile) -> [BaselineEntry])?
    private(set) var gathered: [BaselineEntry] = []
    /// Whether something at or above `fail-on` was found.
    private(set) var isFailing = false

    private var turn = 0
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]

    init(
        of drafts: [Workers.Draft], to sinks: [ReportSink], knowing known: KnownFindings, changes: ChangedLines? = nil, errors: [Diagnostic],
        gathering gather: (@Sendable (CheckedFile) -> [BaselineEntry])? = nil
    ) {
        self.gather = gather
        self.changes = changes
        self.drafts = drafts
        self.sinks = sinks
        self.known = known
        report = Report(errors: errors)
    }

    /// Adds what has become of the draft at an index, once those before it have been added.
    func add(_ outcome: Outcome, of index: Int) async {
        if index != turn { await withCheckedContinuation { waiting[index] = $0 } }
        switch outcome {
        case .success(let checked):
            var file = known.leaveOut(checked.file, at: index)
            let knownCount = checked.file.findings.count - file.findings.count
            if case .file(let path) = drafts[index].origin { file = changes?.keep(file, at: path) ?? file }
            gathered += gather?(file) ?? []
            report.add(file, changes: checked.rewriting?.count ?? 0, known: knownCount)
            report.add(checked.errors)
            for index in sinks.indices { sinks[index].add(file, diff: { checked.rewriting?.diff ?? "" }) }
            isFailing = isFailing || file.findings.contains { drafts[index].settings.failOn.includes($0.severity) }
        case .failure(let diagnostics): report.add(diagnostics.list)
        }
        turn += 1
        waiting.removeValue(forKey: turn)?.resume()
    }

    /// Adds what there is to say of baselines, once every draft has been added.
    func tellOfStaleEntries() {
        report.add(known.notices)
    }

    /// Writes the ends of the reports. What is not part of them has been told of before.
    func finish() throws {
        var failures: [(name: String?, failure: FileSystem.Failure)] = []
        for index in sinks.indices { if let failed = sinks[index].finish(report) { failures.append(failed) } }
        if let (name, failure) = failures.first {
            guard let name else { throw failure }
            throw StandardStreams.failure(Diagnostics([Diagnostic(path: name, position: nil, message: "cannot be written: \(failure.reason)")]))
        }
    }
}
