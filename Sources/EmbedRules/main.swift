// Reads the rule files named in the arguments, compiles them, and writes them as one Swift file for `BuiltInRules`.
//
//     EmbedRules <rules folder> <output file> <rule file>…
//
// A bad rule file ends it with status 1 and a line for each error, which SwiftPM shows as the build's own.
import Archiving
import Diagnostics
import Foundation
import Matching
import PatternChecking
import RuleFormat

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
}

/// A constant as a Swift string literal, which may hold neither control characters nor its own end.
func literal(_ bytes: some Collection<UInt8>) -> String {
    var text = "###\""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        if scalar.value < 0x20 || scalar.value == 0x7F {
            text += "\\###u{" + String(scalar.value, radix: 16) + "}"
        } else {
            text.unicodeScalars.append(scalar)
        }
    }
    return text + "\"###"
}

let arguments = CommandLine.arguments
guard arguments.count >= 3 else { fail("usage: EmbedRules <rules folder> <output file> <rule file>…") }
let folder = arguments[1]
var reader = RuleReader(knowsSources: true)
for path in arguments[3...].sorted() {
    guard let content = FileManager.default.contents(atPath: path) else { fail("\(path): error: cannot be read") }
    reader.read(Array(content), path: path, name: String(path.dropFirst(folder.count).drop { $0 == "/" }))
}
do {
    let rules = try RuleSet(compiling: reader.finishChecked())
    let source = rules.archive.withContent { content in
        if content.numbers.contains(where: { $0 >= EmbeddedNumbers.limit }) { fail("error: there are too many rules to embed") }
        return """
            extension BuiltInRules {
                static let numbers: StaticString = \(literal(EmbeddedNumbers.write(content.numbers)))
                static let bytes: StaticString = \(literal(content.bytes))
            }

            """
    }
    try source.write(toFile: arguments[2], atomically: true, encoding: .utf8)
} catch let error as Diagnostics {
    fail(error.list.map(\.line).joined(separator: "\n"))
} catch {
    fail("error: \(error)")
}
