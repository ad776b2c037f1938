// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library the system provides: found with pkg-config, installed with the system's package manager.
func system(_ name: String, pkgConfig: String, apt: String, brew: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

/// One stage of the way from a draft to a report. It imports the targets it names, and no others.
func stage(_ name: String, uses: [String]) -> Target {
    .target(name: name, dependencies: uses.map { .byName(name: $0) }, swiftSettings: strict)
}

func tests(_ name: String, uses: [String]) -> Target {
    .testTarget(name: name, dependencies: uses.map { .byName(name: $0) }, swiftSettings: strict)
}

let package = Package(
    name: "attune",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "attune", targets: ["attune"]),
        .executable(name: "attune-bench", targets: ["Benchmark"]),
    ],
    dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")],
    targets: [
        system("CICUSystem", pkgConfig: "icu-uc", apt: "libicu-dev", brew: "icu4c"),
        system("CMD4C", pkgConfig: "md4c", apt: "libmd4c-dev", brew: "md4c"),
        system("CGumbo", pkgConfig: "gumbo", apt: "libgumbo-dev", brew: "gumbo-parser"),
        system("CYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev", brew: "libyaml"),
        .target(name: "CICU", dependencies: ["CICUSystem"]),

        stage("SourceText", uses: []),
        stage("Archiving", uses: []),
        stage("Globs", uses: []),
        stage("Encodings", uses: ["CICU", "SourceText"]),
        stage("Diagnostics", uses: ["SourceText"]),
        stage("JSON", uses: ["Diagnostics"]),
        stage("MarkedYAML", uses: ["CYAML", "SourceText", "Diagnostics"]),
        stage("FieldTables", uses: ["SourceText", "Diagnostics", "MarkedYAML", "JSON"]),
        stage("Documents", uses: ["CGumbo", "CMD4C", "SourceText", "Diagnostics", "MarkedYAML"]),
        stage("Segmentation", uses: ["CICU", "Archiving", "SourceText", "Documents"]),
        stage("RuleFormat", uses: ["Archiving", "SourceText", "Diagnostics", "MarkedYAML", "FieldTables"]),
        stage("PatternChecking", uses: ["SourceText", "Diagnostics", "Segmentation", "RuleFormat"]),
        stage("Matching", uses: ["Archiving", "SourceText", "Segmentation", "RuleFormat"]),
        .target(
            name: "BuiltInRules", dependencies: ["Archiving", "Matching"],
            swiftSettings: strict, plugins: ["EmbedRulesPlugin"]),
        stage("Settings", uses: ["SourceText", "Encodings", "Diagnostics", "MarkedYAML", "FieldTables", "RuleFormat"]),
        stage("Checking", uses: ["SourceText", "Diagnostics", "Documents", "Segmentation", "RuleFormat", "Matching", "Settings"]),
        stage("Baselines", uses: ["SourceText", "Diagnostics", "MarkedYAML", "FieldTables", "JSON", "Checking"]),
        stage("Fixing", uses: ["SourceText", "Checking"]),
        stage("RuleTesting", uses: ["SourceText", "Documents", "Segmentation", "RuleFormat", "Settings", "Checking"]),
        stage("Reporting", uses: ["CICU", "JSON", "SourceText", "Diagnostics", "RuleFormat", "Checking"]),
        .executableTarget(
            name: "attune",
            dependencies: [
                "CICU", "SourceText", "Encodings", "Diagnostics", "FieldTables", "Globs", "Documents", "RuleFormat", "PatternChecking", "Matching", "BuiltInRules",
                "JSON", "Settings", "Checking", "Baselines", "Fixing", "RuleTesting", "Reporting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .executableTarget(
            name: "EmbedRules",
            dependencies: ["Archiving", "Diagnostics", "RuleFormat", "PatternChecking", "Matching"], swiftSettings: strict),
        .plugin(
            name: "EmbedRulesPlugin", capability: .buildTool(), dependencies: ["EmbedRules"],
            path: "Sources/EmbedRulesPlugin"),

        .target(name: "CBenchmark", dependencies: ["CGumbo", "CICUSystem", "CMD4C"]),
        .executableTarget(
            name: "Benchmark",
            dependencies: [
                "BuiltInRules", "CBenchmark", "Checking", "Documents", "Matching", "RuleFormat", "Segmentation", "Settings",
                "SourceText", "TestKit",
            ],
            swiftSettings: strict),

        .target(name: "TestKit", dependencies: ["SourceText"], path: "Tests/TestKit", swiftSettings: strict),
        tests("DiagnosticsTests", uses: ["Diagnostics"]),
        tests("GlobsTests", uses: ["Globs", "TestKit"]),
        tests("EncodingsTests", uses: ["Encodings", "SourceText", "TestKit"]),
        tests("SourceTextTests", uses: ["SourceText", "TestKit"]),
        tests("MarkedYAMLTests", uses: ["Diagnostics", "MarkedYAML", "SourceText", "TestKit"]),
        tests("FieldTablesTests", uses: ["Diagnostics", "FieldTables", "MarkedYAML", "SourceText", "TestKit"]),
        tests("DocumentsTests", uses: ["CGumbo", "Documents", "Encodings", "MarkedYAML", "SourceText", "TestKit"]),
        tests("SegmentationTests", uses: ["Documents", "Segmentation", "SourceText", "TestKit"]),
        tests("RuleFormatTests", uses: ["Diagnostics", "RuleFormat", "SourceText", "TestKit"]),
        tests("PatternCheckingTests", uses: ["Diagnostics", "PatternChecking", "RuleFormat", "SourceText", "TestKit"]),
        tests("MatchingTests", uses: [
            "BuiltInRules", "Documents", "Matching", "RuleFormat", "Segmentation", "SourceText", "TestKit",
        ]),
        tests("SettingsTests", uses: ["BuiltInRules", "Diagnostics", "FieldTables", "Matching", "RuleFormat", "Settings", "SourceText", "TestKit"]),
        tests("CheckingTests", uses: [
            "BuiltInRules", "Checking", "Diagnostics", "Documents", "FieldTables", "MarkedYAML", "Matching", "RuleFormat", "Segmentation", "Settings",
            "SourceText", "TestKit",
        ]),
        tests("BaselinesTests", uses: ["Baselines", "Checking", "Diagnostics", "SourceText", "TestKit"]),
        tests("FixingTests", uses: ["BuiltInRules", "Checking", "Documents", "Fixing", "Matching", "RuleFormat", "Settings", "SourceText", "TestKit"]),
        tests("ReportingTests", uses: [
            "BuiltInRules", "Checking", "Diagnostics", "Documents", "Matching", "Reporting", "RuleFormat", "Settings", "SourceText", "TestKit",
        ]),
        tests("CommandTests", uses: ["attune", "FieldTables", "MarkedYAML", "SourceText", "TestKit"]),
        tests("RepositoryTests", uses: ["TestKit"]),
        tests("RuleExamplesTests", uses: [
            "BuiltInRules", "Checking", "Matching", "RuleFormat", "RuleTesting", "SourceText", "TestKit",
        ]),
    ],
    swiftLanguageModes: [.v6]
)
