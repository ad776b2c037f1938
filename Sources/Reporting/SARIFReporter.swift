package import Checking
import Diagnostics
import JSON
package import RuleFormat
import SourceText

/// The report in SARIF 2.1.0 (OASIS), as code hosts read it.
///
/// Columns count Unicode code points, and the file says so; ends are the column after the last character. Paths are
/// relative to the folder of the run. What was found comes behind what is said of the run, so it is held, as it will be written.
package struct SARIFReporter: Reporter {
    private static let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    private static let root = "%SRCROOT%"

    private let rules: [Rule]
    private let tool: Report.Tool
    private let indices: [String: Int]
    private let sources: SourceTable
    /// Where the drafts are read, and who writes them.
    private var practices: Set<Jurisdiction> = []
    /// The list of what was found, as deep as it stands in the report.
    private var results = JSONWriter(depth: 3)

    /// `rules` are all there are, in order of their ids, `sources` what they cite.
    package init(rules: [Rule], sources: SourceTable, tool: Report.Tool) {
        self.rules = rules
        self.sources = sources
        self.tool = tool
        indices = Dictionary(rules.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        results.open(.array)
    }

    package mutating func add(_ checked: CheckedFile) -> String {
        practices.insert(checked.jurisdiction)
        for finding in checked.findings {
            results.element { Self.write(&$0, finding, in: checked.file, ruleIndex: indices[finding.rule]) }
        }
        return ""
    }

    package mutating func end(_ report: Report) -> String {
        results.close(.array)
        var json = JSONWriter()
        json.object { json in
            json.key("$schema", Self.schema)
            json.key("version", "2.1.0")
            json.key("runs") { json in
                json.array([report]) { json, report in
                    json.object { json in
                        json.key("tool") { $0.object { $0.key("driver") { driver(&$0) } } }
                        json.key("invocations") { $0.array([report], Self.invocation) }
                        json.key("columnKind", "unicodeCodePoints")
                        json.key("results") { $0.append(results) }
                    }
                }
            }
        }
        return json.take() + "\n"
    }

    private func driver(_ json: inout JSONWriter) {
        json.object { json in
            json.key("name", tool.name)
            json.key("version", tool.version)
            json.key("semanticVersion", tool.version)
            json.key("rules") { $0.array(rules, descriptor) }
        }
    }

    private func descriptor(_ json: inout JSONWriter, _ rule: Rule) {
        json.object { json in
            json.key("id", rule.id)
            Self.text(&json, "shortDescription", Template.blank(rule.message))
            Self.text(&json, "fullDescription", rule.why)
            json.key("help") { json in
                json.object { json in
                    json.key("text", help(rule, emphasis: ""))
                    json.key("markdown", help(rule, emphasis: "**"))
                }
            }
            json.key("defaultConfiguration") { $0.object { $0.key("level", Self.level(rule.severity)) } }
            json.key("properties") { json in
                json.object { json in
                    json.key("tags") { $0.array([String(rule.category)]) { $0.string($1) } }
                    json.key("problem.severity", Self.problemSeverity(rule.severity))
                }
            }
        }
    }

    private func help(_ rule: Rule, emphasis: String) -> String {
        let advice = rule.suggestions.map { advice in
            switch advice {
            case .say(let text): text
            case .replace(let text, _): "“\(text)”"
            }
        }
        let parts = [
            ("Why", rule.why), ("Write instead", advice.joined(separator: "; ")),
            ("Sources", sources.applying(rule.sources, for: practices).map(\.text).joined(separator: "; ")),
        ]
        return parts.filter { !$0.1.isEmpty }.map { "\(emphasis)\($0.0):\(emphasis) \($0.1)" }.joined(separator: "\n\n")
    }

    private static func invocation(_ json: inout JSONWriter, _ report: Report) {
        json.object { json in
            json.key("executionSuccessful", report.errors.isEmpty)
            json.key("toolExecutionNotifications") { json in
                let notifications = report.errors.map(Notification.init) + report.notices.map(Notification.init)
                json.array(notifications, write)
            }
        }
    }

    /// What is said of the run, and not of the words of a draft.
    private struct Notification {
        let level: String
        let path: String
        let line: Int?
        let message: String

        init(_ error: Diagnostic) {
            (level, path, line, message) = ("error", error.path, error.position?.line, error.message)
        }

        init(_ notice: Notice) {
            (level, path, line, message) = ("note", notice.path, notice.line, notice.message)
        }
    }

    private static func write(_ json: inout JSONWriter, _ notification: Notification) {
        json.object { json in
            text(&json, "message", notification.message)
            json.key("level", notification.level)
            json.key("locations") { json in
                json.array([notification]) { json, notification in
                    json.object { json in
                        json.key("physicalLocation") { json in
                            json.object { json in
                                artifact(&json, notification.path)
                                if let line = notification.line { json.key("region") { $0.object { $0.key("startLine", line) } } }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func write(_ json: inout JSONWriter, _ finding: Finding, in file: SourceFile, ruleIndex: Int?) {
        json.object { json in
            json.key("ruleId", finding.rule)
            if let ruleIndex { json.key("ruleIndex", ruleIndex) }
            json.key("level", level(finding.severity))
            text(&json, "message", finding.message)
            json.key("locations") { json in
                json.array([finding]) { json, finding in
                    json.object { json in
                        json.key("physicalLocation") { json in
                            json.object { json in
                                artifact(&json, file.path)
                                json.key("region") { region(&$0, finding.range, in: file) }
                            }
                        }
                    }
                }
            }
            let fixes = finding.suggestions.compactMap { suggestion -> (String, SourceRange)? in
                if case .replace(let text, let range, _) = suggestion.kind { (text, range) } else { nil }
            }
            if !fixes.isEmpty {
                json.key("fixes") { $0.array(fixes) { fix(&$0, $1.0, $1.1, in: file) } }
            }
        }
    }

    private static func fix(_ json: inout JSONWriter, _ replacement: String, _ range: SourceRange, in file: SourceFile) {
        json.object { json in
            text(&json, "description", "write “\(replacement)”")
            json.key("artifactChanges") { json in
                json.array([range]) { json, range in
                    json.object { json in
                        artifact(&json, file.path)
                        json.key("replacements") { json in
                            json.array([range]) { json, range in
                                json.object { json in
                                    json.key("deletedRegion") { region(&$0, range, in: file) }
                                    text(&json, "insertedContent", replacement)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func artifact(_ json: inout JSONWriter, _ path: String) {
        json.key("artifactLocation") { json in
            json.object { json in
                json.key("uri", PathURI.encode(path))
                if !path.hasPrefix("/") { json.key("uriBaseId", root) }
            }
        }
    }

    private static func region(_ json: inout JSONWriter, _ range: SourceRange, in file: SourceFile) {
        let start = file.position(of: range.lower)
        let end = file.position(of: range.upper)
        json.object { json in
            json.key("startLine", start.line)
            json.key("startColumn", start.column)
            json.key("endLine", end.line)
            json.key("endColumn", end.column)
        }
    }

    private static func text(_ json: inout JSONWriter, _ key: String, _ text: String) {
        json.key(key) { $0.object { $0.key("text", text) } }
    }

    private static func level(_ severity: Severity) -> String {
        severity == .suggestion ? "note" : severity.rawValue
    }

    private static func problemSeverity(_ severity: Severity) -> String {
        severity == .suggestion ? "recommendation" : severity.rawValue
    }
}
