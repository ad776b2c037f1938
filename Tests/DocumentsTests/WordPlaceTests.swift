import Documents
import Encodings
import SourceText
import TestKit
import Testing

/// Whatever the markup, each word that a reader sees is in the clean text once, in reading order, and leads back to the bytes
/// from its first letter to its last; what nobody sees is not there.
struct WordPlaceTests {
    private static let count: UInt64 = 2_000

    private static func drafts(of format: DocumentFormat) -> (UInt64) -> RandomDraft {
        switch format {
        case .markdown: { .markdown(seed: $0) }
        case .mdx: { .mdx(seed: $0) }
        case .html: { .html(seed: $0) }
        case .plainText: { .plainText(seed: $0) }
        }
    }

    @Test(arguments: DocumentFormat.allCases)
    func everyWordLeadsBackToItsBytes(_ format: DocumentFormat) {
        let make = Self.drafts(of: format)
        var failures = 0
        for seed in 1...Self.count where failures < 3 {
            if let failure = failure(of: make(seed), format) {
                Issue.record("seed \(seed): \(failure)")
                failures += 1
            }
        }
    }

    private func failure(of draft: RandomDraft, _ format: DocumentFormat) -> String? {
        guard let decoded = try? TextDecoder.decode(draft.bytes, as: "utf-8"), decoded.bytes == draft.bytes else { return "not kept" }
        let file = SourceFile(path: "draft", bytes: decoded.bytes, damage: decoded.damage)
        let document = format.read(file)
        let shown = String(decoding: draft.bytes, as: UTF8.self).debugDescription
        if let at = find("unseen", in: document.text, from: 0) { return "“unseen” at \(at) of \(document.string(TextRange(0, document.text.count))) in \(shown)" }
        var reached = 0
        for (word, isAside) in draft.words.map({ ($0, false) }) + draft.asides.map({ ($0, true) }) {
            guard let at = find(word.text, in: document.text, from: 0) else { return "no “\(word.text)” in \(shown)" }
            let end = at + word.text.utf8.count
            let source = document.map.source(of: TextRange(at, end))
            if source != word.source { return "“\(word.text)” at \(source), not \(word.source), in \(shown)" }
            if find(word.text, in: document.text, from: end) != nil { return "“\(word.text)” twice in \(shown)" }
            if !isAside, at < reached { return "“\(word.text)” out of order in \(shown)" }
            if !isAside { reached = end }
        }
        return nil
    }

    private func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        guard bytes.count >= wanted.count else { return nil }
        return (start..<max(start, bytes.count - wanted.count + 1)).first { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
    }
}
