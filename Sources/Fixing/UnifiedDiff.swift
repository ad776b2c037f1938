/// What a text is changed by, in the unified format of diff(1) and patch(1) (POSIX.1-2017, XCU, diff).
package struct UnifiedDiff {
    private static let linesAround = 3

    private enum Line {
        case kept(Substring)
        case removed(Substring)
        case added(Substring)

        var isChange: Bool {
            if case .kept = self { false } else { true }
        }
    }

    private let path: String
    private var lines: [Line] = []

    package init(of path: String, from old: String, to new: String) {
        self.path = path
        let (oldLines, newLines) = (Self.lines(of: old), Self.lines(of: new))
        let difference = newLines.difference(from: oldLines)
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var (at, reached) = (0, 0)
        while at < oldLines.count || reached < newLines.count {
            if removed.contains(at) {
                lines.append(.removed(oldLines[at]))
                at += 1
            } else if added.contains(reached) {
                lines.append(.added(newLines[reached]))
                reached += 1
            } else {
                lines.append(.kept(oldLines[at]))
                (at, reached) = (at + 1, reached + 1)
            }
        }
    }

    /// With their line ends; a line ends at LF, as diff has it.
    private static func lines(of text: String) -> [Substring] {
        var lines: [Substring] = []
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        while start < scalars.endIndex {
            let end = scalars[start...].firstIndex(of: "\n").map { scalars.index(after: $0) } ?? scalars.endIndex
            lines.append(Substring(scalars[start..<end]))
            start = end
        }
        return lines
    }

    /// Empty when nothing is changed.
    package var text: String {
        let hunks = hunks
        if hunks.isEmpty { return "" }
        return "--- \(path)\n+++ \(path)\n" + hunks.map(text).joined()
    }

    /// The changes with the lines around them, those that meet together.
    private var hunks: [Range<Int>] {
        var hunks: [Range<Int>] = []
        for index in lines.indices where lines[index].isChange {
            let range = max(0, index - Self.linesAround)..<min(lines.count, index + Self.linesAround + 1)
            if let last = hunks.last, last.upperBound >= range.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }

    private func text(of hunk: Range<Int>) -> String {
        var (oldStart, newStart, oldCount, newCount) = (1, 1, 0, 0)
        for index in 0..<hunk.upperBound {
            let isInside = hunk.contains(index)
            switch lines[index] {
            case .kept: if isInside { (oldCount, newCount) = (oldCount + 1, newCount + 1) } else { (oldStart, newStart) = (oldStart + 1, newStart + 1) }
            case .removed: if isInside { oldCount += 1 } else { oldStart += 1 }
            case .added: if isInside { newCount += 1 } else { newStart += 1 }
            }
        }
        let head = "@@ -\(range(oldStart, oldCount)) +\(range(newStart, newCount)) @@\n"
        return head + lines[hunk].map { line in
            switch line {
            case .kept(let text): " " + ended(text)
            case .removed(let text): "-" + ended(text)
            case .added(let text): "+" + ended(text)
            }
        }.joined()
    }

    /// Where a stretch of no lines stands is told by the line before it.
    private func range(_ start: Int, _ count: Int) -> String {
        count == 1 ? "\(start)" : "\(count == 0 ? start - 1 : start),\(count)"
    }

    private func ended(_ line: Substring) -> String {
        line.unicodeScalars.last == "\n" ? String(line) : "\(line)\n\\ No newline at end of file\n"
    }
}
