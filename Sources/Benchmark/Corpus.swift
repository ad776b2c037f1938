import Foundation
import TestKit

/// Pages made of the sentences of the repository's drafts and of the rules' examples, the same in every run.
struct Corpus {
    private static let seed: UInt64 = 20_261_122
    private static let sizes = 7_000...14_000

    private let sentences: [String]
    private var random = SeededGenerator(seed: seed)

    init() throws {
        var sentences: Set<String> = []
        for path in Repository.files(in: "fixtures/drafts", endings: [".md"]) {
            for line in try Repository.text(path).split(separator: "\n") {
                sentences.formUnion(line.matches(of: /[^.!?]+[.!?]/).map { String($0.0.drop { $0 == " " }) }.filter { $0.count > 25 })
            }
        }
        for path in Repository.files(in: "rules", endings: [".yaml"]) {
            for match in try Repository.text(path).matches(of: /(?m)^ {4}- "([^"\\]{25,300})"$/) where !match.1.contains("[[") && !match.1.contains("<!--") {
                sentences.insert(String(match.1))
            }
        }
        self.sentences = sentences.sorted()
    }

    /// The next page, of some ten kilobytes.
    mutating func page() -> String {
        let size = Int.random(in: Self.sizes, using: &random)
        var blocks = ["# " + sentence().prefix(50)]
        var length = 0
        while length < size {
            let block = block()
            blocks.append(block)
            length += block.utf8.count + 2
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// A page of some ten kilobytes as HTML, marked up as sites have it.
    mutating func htmlPage() -> String {
        let size = Int.random(in: Self.sizes, using: &random)
        var page = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>\(sentence())</title></head><body>\n"
        while page.utf8.count < size { page += htmlBlock() + "\n" }
        return page + "</body></html>\n"
    }

    private mutating func htmlBlock() -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: "<section class=\"intro wide\"><h2>\(sentence().prefix(50))</h2></section>"
        case 1: "<ul class=\"list\">" + (0..<4).map { _ in "\n  <li>\(sentence())</li>" }.joined() + "\n</ul>"
        case 2: "<blockquote><p>\(sentence())</p></blockquote>"
        case 3: "<p><strong>\(sentence())</strong> &amp; \(sentence()) <a href=\"/about\" class=\"link\">our page</a></p>"
        default: "<p>" + (0..<Int.random(in: 3...7, using: &random)).map { _ in sentence() }.joined(separator: " ") + "</p>"
        }
    }

    private mutating func block() -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: "## " + sentence().prefix(50)
        case 1: (0..<4).map { _ in "- " + sentence() }.joined(separator: "\n")
        case 2: "> " + sentence()
        case 3: "**" + sentence() + "** " + sentence() + " See [our page](https://example.org/about) for more."
        default: (0..<Int.random(in: 3...7, using: &random)).map { _ in sentence() }.joined(separator: " ")
        }
    }

    private mutating func sentence() -> String {
        sentences.randomElement(using: &random) ?? ""
    }
}
