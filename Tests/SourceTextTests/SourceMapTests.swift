import SourceText
import Testing

struct SourceMapTests {
    /// `A **calm** &amp; kind`, read as `A calm & kind`.
    private var map: SourceMap {
        var map = SourceMap()
        map.append(textLength: 2, source: SourceRange(0, 2), isLiteral: true)
        map.append(textLength: 4, source: SourceRange(4, 8), isLiteral: true)
        map.append(textLength: 1, source: SourceRange(10, 11), isLiteral: true)
        map.append(textLength: 1, source: SourceRange(11, 16), isLiteral: false)
        map.append(textLength: 5, source: SourceRange(16, 21), isLiteral: true)
        return map
    }

    @Test(arguments: [
        (TextRange(2, 6), SourceRange(4, 8)),
        (TextRange(0, 6), SourceRange(0, 8)),
        (TextRange(7, 8), SourceRange(11, 16)),
        (TextRange(2, 13), SourceRange(4, 21)),
        (TextRange(3, 5), SourceRange(5, 7)),
        (TextRange(4, 4), SourceRange(6, 6)),
    ])
    func carriesRangesBack(_ text: TextRange, _ source: SourceRange) {
        #expect(map.source(of: text) == source)
    }

    @Test func joinsRunsThatTouch() {
        var map = SourceMap()
        map.append(textLength: 2, source: SourceRange(0, 2), isLiteral: true)
        map.append(textLength: 3, source: SourceRange(2, 5), isLiteral: true)
        #expect(map.runs.count == 1)
    }
}
