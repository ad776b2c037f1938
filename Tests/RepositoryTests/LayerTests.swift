import Foundation
import TestKit
import Testing

/// Holds the targets to the one way through: what each may import is written down here, as in CONTRIBUTING.md.
struct LayerTests {
    private static let stages: [String: Set<String>] = [
        "SourceText": [],
        "Archiving": [],
        "Globs": [],
        "Encodings": ["CICU", "SourceText"],
        "Diagnostics": ["SourceText"],
        "JSON": ["Diagnostics"],
        "MarkedYAML": ["CYAML", "SourceText", "Diagnostics"],
        "FieldTables": ["SourceText", "Diagnostics", "MarkedYAML", "JSON"],
        "Documents": ["CGumbo", "CMD4C", "SourceText", "Diagnostics", "MarkedYAML"],
        "Segmentation": ["CICU", "Archiving", "SourceText", "Documents"],
        "RuleFormat": ["Archiving", "SourceText", "Diagnostics", "MarkedYAML", "FieldTables"],
        "PatternChecking": ["SourceText", "Diagnostics", "Segmentation", "RuleFormat"],
        "Matching": ["Archiving", "SourceText", "Segmentation", "RuleFormat"],
        "BuiltInRules": ["Archiving", "Matching"],
        "Settings": ["SourceText", "Encodings", "Diagnostics", "MarkedYAML", "FieldTables", "RuleFormat"],
        "Checking": ["SourceText", "Diagnostics", "Documents", "Segmentation", "RuleFormat", "Matching", "Settings"],
        "Baselines": ["SourceText", "Diagnostics", "MarkedYAML", "FieldTables", "JSON", "Checking"],
        "Fixing": ["SourceText", "Checking"],
        "RuleTesting": ["SourceText", "Documents", "Segmentation", "RuleFormat", "Settings", "Checking"],
        "Reporting": ["CICU", "JSON", "SourceText", "Diagnostics", "RuleFormat", "Checking"],
    ]

    private static let systemLibraries: Set = ["Darwin", "Glibc"]

    private func lines(of target: String) throws -> [Substring] {
        try Repository.files(in: "Sources/\(target)", endings: [".swift"]).flatMap { path in
            try Repository.text(path).split(separator: "\n")
        }
    }

    @Test(arguments: stages.keys.sorted())
    func importsOnlyWhatStandsBelow(_ target: String) throws {
        let imports = try lines(of: target)
            .compactMap { $0.firstMatch(of: /^(?:package |internal )?import (\w+)/)?.1 }
            .map(String.init)
        #expect(Set(imports).subtracting(Self.systemLibraries) == Self.stages[target])
    }

    @Test(arguments: stages.keys.sorted())
    func manifestSaysTheSame(_ target: String) throws {
        let manifest = try Repository.text("Package.swift")
        let declaration = try #require(manifest.firstRange(of: "\"\(target)\"").map { manifest[$0.upperBound...] })
        let list = try #require(declaration.firstMatch(of: /(?:uses|dependencies): \[([^\]]*)\]/)?.1)
        let names = Set(list.matches(of: /"(\w+)"/).map { String($0.1) })
        #expect(names == Self.stages[target])
    }

    /// A stage is a total function of its input: it does not print, wait, read files or keep state of its own.
    @Test(arguments: stages.keys.sorted())
    func stagesArePure(_ target: String) throws {
        let forbidden = try Regex(#"\basync\b|\bawait\b|\bprint\(|FileManager|fatalError|try!|as!|@unchecked|nonisolated\(unsafe\)|\bLock\b|^(package )?var "#)
        for line in try lines(of: target) where !line.contains("///") {
            #expect(line.firstMatch(of: forbidden) == nil, "\(target): \(line)")
        }
    }
}
