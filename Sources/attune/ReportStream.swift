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

    /// In bytes. So much is gathered before it is written.
    private static let bytesOfWriting = 1 << 16

    private let drafts: [Workers.Draft]
    /// Nil where what would be changed is shown in place of a report.
    private var reporter: (any Reporter)?
    private(set) var report: Report
    private var known: KnownFindings
    /// What a baseline is to keep of a draft.
    private let gather: (@Sendable (CheckedFile) -> [BaselineEntry])?
    private(set) var gathered: [BaselineEntry] = []
    /// Whether something at or above `fail-on` was found.
    private(set) var isFailing = false

    private var turn = 0
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    private var pending = ""
    /// Why the report could not be written.
    private var failure: FileSystem.Failure?

    init(
        of drafts: [Workers.Draft], to reporter: (any Reporter)?, knowing known: KnownFindings, errors: [Diagnostic],
        gathering gather: (@Sendable (CheckedFile) -> [BaselineEntry])? = nil
    ) {
        self.gather = gather
        self.drafts = drafts
        self.reporter = reporter
        self.known = known
        report = Report(errors: errors)
    }

    /// Adds what has become of the draft at an index, once those before it have been added.
    func add(_ outcome: Outcome, of index: Int) async {
        if index != turn { await withCheckedContinuation { waiting[index] = $0 } }
        switch outcome {
        case .success(let checked):
            let file = known.leaveOut(checked.file, at: index)
            gathered += gather?(file) ?? []
            report.add(file, changes: checked.rewriting?.count ?? 0, known: checked.file.findings.count - file.findings.count)
            report.add(checked.errors)
            if reporter == nil { pending += checked.rewriting?.diff ?? "" }
            if file.isChecked { pending += reporter?.add(file) ?? "" }
            isFailing = isFailing || file.findings.contains { drafts[index].settings.failOn.includes($0.severity) }
        case .failure(let diagnostics): report.add(diagnostics.list)
        }
        if pending.utf8.count >= Self.bytesOfWriting { write() }
        turn += 1
        waiting.removeValue(forKey: turn)?.resume()
    }

    /// Adds what there is to say of baselines, once every draft has been added.
    func tellOfStaleEntries() {
        report.add(known.notices)
    }

    /// Writes the end of the report. What is not part of it has been told of before.
    func finish() throws(FileSystem.Failure) {
        pending += reporter?.end(report) ?? ""
        write()
        if let failure { throw failure }
    }

    private func write() {
        if failure == nil {
            do throws(FileSystem.Failure) { try StandardStreams.output(pending) } catch { failure = error }
        }
        pending.removeAll(keepingCapacity: true)
    }
}
