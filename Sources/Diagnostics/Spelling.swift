/// "Did you mean": the nearest of the known words to one that is not known.
package enum Spelling {
    /// The known word nearest to `word`, when it is near enough to be what was meant: at most a third of its letters off.
    package static func nearest(to word: String, in known: some Sequence<String>) -> String? {
        var best: (word: String, distance: Int)?
        for candidate in known {
            let distance = distance(Array(word.lowercased().unicodeScalars), Array(candidate.lowercased().unicodeScalars))
            if distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        guard let best, best.distance <= max(1, word.unicodeScalars.count / 3) else { return nil }
        return best.word
    }

    /// `; did you mean “nearest”?`, or nothing.
    package static func hint(for word: String, in known: some Sequence<String>) -> String {
        nearest(to: word, in: known).map { "; did you mean “\($0)”?" } ?? ""
    }

    /// Edits between two words, a swap of neighbours counted as one (optimal string alignment distance).
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + [Int](repeating: 0, count: b.count)
            for j in 1...b.count {
                let cost = a[i - 1] == b[j - 1] ? 0 : 1
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
