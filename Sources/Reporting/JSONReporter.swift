package import Checking
import Diagnostics
import JSON
import SourceText

/// The JSON report, version 1. Fields may be added to it; none is changed or taken away.
package struct JSONReporter: Reporter {
    private static let version = 1

    private var json = JSONWriter()

    package init(tool: Report.Tool) {
        json.open(.object)
        json.key("version", Self.version)
        json.key("tool") { json in
            json.object { json in
                json.key("name", tool.name)
                json.key("version", tool.version)
            }
        }
        json.key("files") { $0.open(.array) }
    }

    package mutating func add(_ checked: CheckedFile) -> String {
        json.element { Self.write(&$0, checked) }
        return json.take()
    }

    package mutating func end(_ report: Report) -> String {
        json.close(.array)
        json.key("notices") { $0.array(report.notices, Self.write) }
        json.key("errors") { $0.array(report.errors, Self.write) }
        json.key("summary") { json in
            json.object { json in
                json.key("files", report.fileCount)
                for severity in Severity.allCases.reversed() { json.key(severity.rawValue, report.count(severity)) }
                json.key("changes", report.changeCount)
                json.key("known", report.knownCount)
                json.key("suppressed", report.suppressedCount)
                json.key("unchecked", report.uncheckedCount)
                json.key("unread", report.unreadCount)
            }
        }
        json.close(.object)
        return json.take() + "\n"
    }

    private static func write(_ json: inout JSONWriter, _ checked: CheckedFile) {
        json.object { json in
            json.key("path", checked.file.path)
            if let encoding = checked.file.encoding { json.key("encoding", encoding) }
            json.key("findings") { $0.array(checked.findings) { write(&$0, $1, in: checked.file) } }
        }
    }

    private static func write(_ json: inout JSONWriter, _ finding: Finding, in file: SourceFile) {
        json.object { json in
            json.key("rule", finding.rule)
            json.key("severity", finding.severity.rawValue)
            json.key("scope", finding.scope.rawValue)
            json.key("message", finding.message)
            json.key("text", file.text(finding.range))
            write(&json, finding.range, in: file)
            json.key("suggestions") { $0.array(finding.suggestions) { write(&$0, $1, in: file) } }
        }
    }

    private static func write(_ json: inout JSONWriter, _ suggestion: Finding.Suggestion, in file: SourceFile) {
        json.object { json in
            switch suggestion.kind {
            case .say(let text): json.key("say", text)
            case .replace(let text, let range, let isSafe):
                json.key("replace", text)
                json.key("safe", isSafe)
                write(&json, range, in: file)
            }
        }
    }

    private static func write(_ json: inout JSONWriter, _ range: SourceRange, in file: SourceFile) {
        for (key, offset) in [("start", range.lower), ("end", range.upper)] {
            let position = file.position(of: offset)
            json.key(key) { json in
                json.object { json in
                    json.key("line", position.line)
                    json.key("column", position.column)
                    json.key("offset", position.offset)
                }
            }
        }
    }

    private static func write(_ json: inout JSONWriter, _ notice: Notice) {
        json.object { json in
            json.key("path", notice.path)
            if let line = notice.line { json.key("line", line) }
            json.key("message", notice.message)
        }
    }

    private static func write(_ json: inout JSONWriter, _ error: Diagnostic) {
        json.object { json in
            json.key("path", error.path)
            if let position = error.position {
                json.key("line", position.line)
                json.key("column", position.column)
            }
            json.key("message", error.message)
        }
    }
}
