import ArgumentParser
import FieldTables
import RuleFormat
import Settings

/// The kinds of file that people write for the program, each with a schema.
enum FileSchema: String, CaseIterable, ExpressibleByArgument {
    case rule, list, context, source
    case crisisLines = "crisis-lines"
    case lintrc

    var table: FieldTable {
        switch self {
        case .rule: .rule
        case .list: .list
        case .context: .context
        case .source: .source
        case .crisisLines: .crisisLines
        case .lintrc: .settings
        }
    }

    var fileName: String { "\(rawValue).schema.json" }
}
