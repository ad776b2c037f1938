import Checking
import Reporting

/// A report on its way to where it is written.
struct ReportSink {
    enum Place {
        case standardOutput
        /// A file that has been opened, by its name and its descriptor.
        case file(String, Int32)
    }

    /// In bytes. So much is gathered before it is written.
    private static let bytesOfWriting = 1 << 16

    /// Nil where what would be changed is shown in place of a report.
    private var reporter: (any Reporter)?
    private let place: Place
    private var pending = ""
    private var failure: FileSystem.Failure?

    init(_ reporter: (any Reporter)?, to place: Place) {
        self.reporter = reporter
        self.place = place
    }

    mutating func add(_ draft: CheckedFile, diff: () -> String) {
        if reporter == nil { pending += diff() }
        if draft.isChecked { pending += reporter?.add(draft) ?? "" }
        if pending.utf8.count >= Self.bytesOfWriting { write() }
    }

    /// Writes the end. Why the report could not be written, with the name of its file.
    mutating func finish(_ report: Report) -> (name: String?, failure: FileSystem.Failure)? {
        pending += reporter?.end(report) ?? ""
        write()
        guard case .file(let name, let descriptor) = place else { return failure.map { (nil, $0) } }
        if let code = FileSystem.close(descriptor) { failure = failure ?? code }
        return failure.map { (name, $0) }
    }

    private mutating func write() {
        if failure == nil {
            do throws(FileSystem.Failure) {
                switch place {
                case .standardOutput: try StandardStreams.output(pending)
                case .file(_, let descriptor): try FileSystem.write(Array(pending.utf8), to: descriptor)
                }
            } catch {
                failure = error
            }
        }
        pending.removeAll(keepingCapacity: true)
    }
}
