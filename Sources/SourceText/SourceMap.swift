/// Carries ranges of a document's clean text back to the bytes of the file.
///
/// A map is a list of runs in text order. In a *literal* run the text is the file's bytes, one for one; in a
/// *substitution* the text stands for other bytes: an entity for its character, a space for a line break.
///
///     source   A **calm** &amp; kind
///     text     A calm & kind
///     runs     "A " literal, "calm" literal, " " literal, "&" for "&amp;", " kind" literal
///
/// The text range of `calm & kind` maps to the source from the `c` to the last `d`, markup between them included.
package struct SourceMap: Sendable {
    package struct Run: Hashable, Sendable {
        package let text: UInt32
        package let source: UInt32
        package let textLength: UInt32
        package let sourceLength: UInt32
        package let isLiteral: Bool
    }

    package private(set) var runs: [Run] = []

    package init() {}

    /// Adds a run that continues the text. Literal runs that touch in text and source become one.
    package mutating func append(textLength: Int, source: SourceRange, isLiteral: Bool) {
        let text = runs.last.map { $0.text + $0.textLength } ?? 0
        if isLiteral, let last = runs.last, last.isLiteral, Int(last.source + last.sourceLength) == source.lower {
            runs[runs.count - 1] = Run(
                text: last.text, source: last.source, textLength: last.textLength + UInt32(textLength),
                sourceLength: last.sourceLength + UInt32(source.count), isLiteral: true)
            return
        }
        runs.append(Run(
            text: text, source: UInt32(source.lower), textLength: UInt32(textLength),
            sourceLength: UInt32(source.count), isLiteral: isLiteral))
    }

    /// Adds the runs of another map, whose text continues that of this one.
    package mutating func append(_ other: SourceMap) {
        let start = runs.last.map { $0.text + $0.textLength } ?? 0
        runs += other.runs.map {
            Run(text: start + $0.text, source: $0.source, textLength: $0.textLength, sourceLength: $0.sourceLength, isLiteral: $0.isLiteral)
        }
    }

    /// The bytes of the file that a range of text came from.
    package func source(of range: TextRange) -> SourceRange {
        guard let first = run(containing: range.lower) else { return SourceRange(0, 0) }
        let lower = first.isLiteral
            ? Int(first.source) + range.lower - Int(first.text)
            : Int(first.source)
        guard !range.isEmpty, let last = run(containing: range.upper - 1) else { return SourceRange(lower, lower) }
        let upper = last.isLiteral
            ? Int(last.source) + range.upper - Int(last.text)
            : Int(last.source + last.sourceLength)
        return SourceRange(lower, max(lower, upper))
    }

    private func run(containing offset: Int) -> Run? {
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(runs[middle].text) <= offset { low = middle } else { high = middle }
        }
        return runs.isEmpty ? nil : runs[low]
    }
}
