import BuiltInRules
import CBenchmark
import Checking
import Documents
import Foundation
import Matching
import RuleFormat
import Segmentation
import Settings
import SourceText

/// How fast the program is, beside what the libraries under it take alone. Figures of one run compare; those of two runs or
/// machines need not, so look at the ratios.
@main
struct Benchmark {
    private static let tries = 5
    private static let starts = 40
    private static let pageCount = 500

    /// Something that the benchmark needs is missing.
    private struct Missing: Error {}

    private let files: [SourceFile]
    private let rules = BuiltInRules.load()

    static func main() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "attune-bench-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try writeCorpus(to: folder)
        // First, while this process is small: a child is held to have taken as much memory as its parent had.
        try measureProgram(on: folder)
        let benchmark = Benchmark(files: try (0..<pageCount).map { number in
            SourceFile(path: "\(number).md", bytes: Array(try Data(contentsOf: folder.appending(path: "500/\(number).md"))))
        })
        try benchmark.compareStages()
        try benchmark.compareRuleCounts()
    }

    private static func writeCorpus(to folder: URL) throws {
        var corpus = try Corpus()
        for name in ["500", "1000"] {
            try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        for number in 0..<(2 * pageCount) {
            let page = Data(corpus.page().utf8)
            if number < pageCount { try page.write(to: folder.appending(path: "500/\(number).md")) }
            try page.write(to: folder.appending(path: "1000/\(number).md"))
        }
    }

    private init(files: [SourceFile]) {
        self.files = files
        print("\n\(files.count) pages, \(files.reduce(0) { $0 + $1.bytes.count }) bytes; one core, least of \(Self.tries)")
    }

    // MARK: One core

    private func compareStages() throws {
        let bare = Measure(tries: Self.tries, timing: {
            for file in files { file.bytes.withUnsafeBufferPointer { attune_bench_markdown($0.baseAddress, UInt32($0.count)) } }
        })
        let reading = Measure(tries: Self.tries, timing: { for file in files { _ = DocumentFormat.markdown.read(file) } })
        Self.tell("md4c alone", bare)
        Self.tell("reading Markdown", reading, "md4c alone", bare)

        try compareHTML()

        let words = try wordsByICU()
        Self.tell("ICU's words alone, UTF-16", words)
        Self.tell("words and sentences", try segmenting(rules), "ICU alone", words)
        Self.tell("matching", try matching(rules), "ICU alone", words)
        Self.tell("bytes in, findings out", try checking(rules), "ICU alone", words)
    }

    private func compareHTML() throws {
        var corpus = try Corpus()
        let pages = files.indices.map { SourceFile(path: "\($0).html", bytes: Array(corpus.htmlPage().utf8)) }
        let bare = Measure(tries: Self.tries, timing: {
            for page in pages { page.bytes.withUnsafeBufferPointer { attune_bench_html($0.baseAddress, UInt32($0.count)) } }
        })
        let reading = Measure(tries: Self.tries, timing: { for page in pages { _ = DocumentFormat.html.read(page) } })
        Self.tell("gumbo alone", bare)
        Self.tell("reading HTML", reading, "gumbo alone", bare)
    }

    private func wordsByICU() throws -> Measure {
        guard let breaker = attune_bench_breaker_open() else { throw Missing() }
        defer { attune_bench_breaker_close(breaker) }
        let texts = files.map { file -> (start: UnsafeMutablePointer<UInt16>?, units: Int32) in
            var units: Int32 = 0
            let start = attune_bench_utf16(file.bytes, Int32(file.bytes.count), &units)
            return (start, units)
        }
        defer { for text in texts { free(text.start) } }
        return Measure(tries: Self.tries, timing: { for text in texts { _ = attune_bench_words(breaker, text.start, text.units) } })
    }

    private func checking(_ rules: RuleSet) throws -> Measure {
        guard var checker = Checker(rules: rules) else { throw Missing() }
        return Measure(tries: Self.tries, timing: {
            for page in files {
                let file = SourceFile(path: page.path, bytes: page.bytes)
                _ = checker.check(file, as: DocumentFormat.markdown.read(file), settings: Settings())
            }
        })
    }

    private func compareRuleCounts() throws {
        let once = try SyntheticRules.compiled(copies: 0)
        let tenfold = try SyntheticRules.compiled(copies: 9)
        let few = "\(once.library.rules.count) rules"
        let many = "\(tenfold.library.rules.count) rules"
        let matches = try (few: count(once), many: count(tenfold))
        print(Self.line("matches, \(many)", String(format: "%8d     %6.2f × ", matches.many, Double(matches.many) / Double(matches.few)) + few))
        let alone = try (words: segmenting(once), matching: matching(once), whole: checking(once))
        Self.tell("words, \(many)", try segmenting(tenfold), few, alone.words)
        Self.tell("matching, \(many)", try matching(tenfold), few, alone.matching)
        Self.tell("bytes in, findings out, \(many)", try checking(tenfold), few, alone.whole)
    }

    private func segmenting(_ rules: RuleSet) throws -> Measure {
        let documents = files.map { DocumentFormat.markdown.read($0) }
        guard var segmenter = Segmenter() else { throw Missing() }
        return Measure(tries: Self.tries, timing: {
            for document in documents { _ = segmenter.segment(document, vocabulary: rules.vocabulary) }
        })
    }

    private func matching(_ rules: RuleSet) throws -> Measure {
        guard var segmenter = Segmenter() else { throw Missing() }
        let tables = files.map { segmenter.segment(DocumentFormat.markdown.read($0), vocabulary: rules.vocabulary) }
        var matcher = Matcher(rules.automaton)
        return Measure(tries: Self.tries, timing: { for table in tables { _ = matcher.matches(in: table) } })
    }

    /// How many matches there are on all pages; with rules that find nothing more, as many.
    private func count(_ rules: RuleSet) throws -> Int {
        guard var segmenter = Segmenter() else { throw Missing() }
        var matcher = Matcher(rules.automaton)
        return files.reduce(0) { count, file in
            count + matcher.matches(in: segmenter.segment(DocumentFormat.markdown.read(file), vocabulary: rules.vocabulary)).count
        }
    }

    // MARK: The program

    private static func measureProgram(on folder: URL) throws {
        let program = Program(path: URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "attune").path)
        let page = folder.appending(path: "500/0.md").path

        let idle = try Measure(tries: starts) { try program.run(["--version"]).wall }
        let cold = try Measure(tries: starts) { try program.run([page]).wall }
        tell("the program's own start", idle, showsMedian: true)
        tell("one page of 10 kB", cold, "its start", idle, showsMedian: true)
        for name in ["500", "1000"] {
            let runs = try (0..<tries).map { _ in try program.run([folder.appending(path: name).path]) }
            let least = runs.map(\.wall).min() ?? 0
            let processor = runs.map(\.processor).min() ?? 0
            let memory = runs.map(\.peakMemory).max() ?? 0
            print(line("\(name) files, all cores", String(
                format: "%8.1f ms  %8.1f ms of processor time  %6.1f MiB at most", least * 1e3, processor * 1e3, memory)))
        }
    }

    // MARK: Telling

    private static func tell(
        _ what: String, _ measure: Measure, _ reference: String? = nil, _ other: Measure? = nil, showsMedian: Bool = false
    ) {
        var figures = String(format: "%8.1f ms", measure.least * 1e3)
        if showsMedian { figures += String(format: "  (median %.1f ms)", measure.median * 1e3) }
        if let reference, let other { figures += String(format: "  %6.2f × ", measure.least / other.least) + reference }
        print(line(what, figures))
    }

    private static func line(_ what: String, _ figures: String) -> String {
        what.padding(toLength: 36, withPad: " ", startingAt: 0) + figures
    }
}
