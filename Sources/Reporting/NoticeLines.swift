package import Checking
import Diagnostics

/// Notices for people, in the form that compilers and editors know: `path:line: note: message`.
package enum NoticeLines {
    /// A line for each message, at the first place it is about, with the number of the other files. Fit for a terminal.
    package static func lines(of notices: [Notice]) -> [String] {
        var order: [String] = []
        var groups: [String: [Notice]] = [:]
        for notice in notices {
            if groups[notice.message] == nil { order.append(notice.message) }
            groups[notice.message, default: []].append(notice)
        }
        return order.compactMap { groups[$0].flatMap(line) }
    }

    private static func line(_ notices: [Notice]) -> String? {
        guard let first = notices.first else { return nil }
        let place = first.line.map { ":\($0)" } ?? ""
        let others = Set(notices.map(\.path)).count - 1
        let rest = others == 0 ? "" : " (and \(others) other file\(others == 1 ? "" : "s"))"
        return VisibleText.of("\(first.path)\(place): note: \(first.message)\(rest)")
    }
}
