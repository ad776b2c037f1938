/// What md4c is given of a draft: its body with what is masked replaced, and with the edits made; and the way back.
struct MarkdownInput {
    /// A stretch that stands in both.
    private struct Run {
        let input: Int
        let body: Int
        let length: Int
    }

    let bytes: [UInt8]
    /// None where every byte keeps its place.
    private var runs: [Run] = []
    /// The run that was looked up last: the next one asked for is it or near behind it.
    private var current = 0

    /// `offset` is where the body starts in the file.
    init(_ body: UnsafeBufferPointer<UInt8>, at offset: Int, _ scanned: ScannedMarkdown) {
        let filled = scanned.masks.fill(body, at: offset, for: .markdown)
        if scanned.edits.isEmpty {
            bytes = filled
            return
        }
        var edited: [UInt8] = []
        edited.reserveCapacity(filled.count + 16 * scanned.edits.count)
        var reached = 0
        var runs: [Run] = []
        func copy(upTo end: Int) {
            runs.append(Run(input: edited.count, body: reached, length: end - reached))
            edited += filled[reached..<end]
        }
        for edit in scanned.edits where edit.range.lowerBound - offset >= reached {
            copy(upTo: edit.range.lowerBound - offset)
            edited += edit.replacement
            reached = edit.range.upperBound - offset
        }
        copy(upTo: filled.count)
        bytes = edited
        self.runs = runs
    }

    /// Where a stretch of the input stands in the body. What an edit has put in stands nowhere, so behind what was before it.
    mutating func place(_ range: Range<Int>) -> Range<Int> {
        if runs.isEmpty { return range }
        let lower = place(range.lowerBound, isEnd: false)
        return lower..<max(lower, place(range.upperBound, isEnd: true))
    }

    private mutating func place(_ offset: Int, isEnd: Bool) -> Int {
        if !holds(current, offset, isEnd), current + 1 < runs.count, holds(current + 1, offset, isEnd) { current += 1 }
        if !holds(current, offset, isEnd) { current = search(offset, isEnd) }
        let run = runs[current]
        return run.body + min(max(0, offset - run.input), run.length)
    }

    private func holds(_ run: Int, _ offset: Int, _ isEnd: Bool) -> Bool {
        let next = run + 1 < runs.count ? runs[run + 1].input : bytes.count + 1
        let offset = isEnd ? offset - 1 : offset
        return runs[run].input <= offset && offset < next
    }

    private func search(_ offset: Int, _ isEnd: Bool) -> Int {
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].input <= (isEnd ? offset - 1 : offset) { low = middle } else { high = middle }
        }
        return low
    }
}
