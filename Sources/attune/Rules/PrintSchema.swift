import ArgumentParser
import FieldTables

/// `attune rules schema`: the JSON Schema of a kind of file.
struct PrintSchema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of rule files or settings.",
        discussion: """
            Editors that know JSON Schema complete and check a file that names its schema in the first line:

              attune rules schema rule > rule.schema.json
              # yaml-language-server: $schema=rule.schema.json
            """)

    @Argument(help: "rule, list, context, source, crisis-lines or lintrc.")
    var schema: FileSchema

    func run() throws {
        try StandardStreams.output(JSONSchema.write(schema.table))
    }
}
