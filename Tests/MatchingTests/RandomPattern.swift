import TestKit

/// Patterns made at random, with anchors, groups and lists at any depth, and at most one marked part.
enum RandomPattern {
    private static let words = ["a", "b", "c", "d", "x", "a", "b"]

    /// Not every one is well formed.
    static func text(using random: inout SeededGenerator) -> String {
        var elements = elements(depth: 2, using: &random)
        let marked = Int.random(in: 0..<(elements.count * 2), using: &random)
        if marked < elements.count { elements[marked] = "{\(elements[marked])}" }
        return elements.joined(separator: " ")
    }

    private static func elements(depth: Int, using random: inout SeededGenerator) -> [String] {
        var elements = (0..<Int.random(in: 1...3, using: &random)).map { _ in element(depth: depth, using: &random) }
        if Int.random(in: 0..<5, using: &random) == 0 { elements.insert("^", at: 0) }
        if Int.random(in: 0..<5, using: &random) == 0 { elements.append("$") }
        return elements
    }

    private static func element(depth: Int, using random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<(depth > 0 ? 16 : 10), using: &random) {
        case 0: return "(a|b)?"
        case 1: return ["..1", "..2"].randomElement(using: &random) ?? ""
        case 2: return ["<list>", "<ends>", "<nest>"].randomElement(using: &random) ?? ""
        case 3: return [",", "_", "x?", ",?"].randomElement(using: &random) ?? ""
        case 10...15:
            let options = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                elements(depth: depth - 1, using: &random).joined(separator: " ")
            }
            let name = Int.random(in: 0..<3, using: &random) == 0 ? "n:" : ""
            return name + "(\(options.joined(separator: "|")))" + (name.isEmpty && Bool.random(using: &random) ? "?" : "")
        default: return words.randomElement(using: &random) ?? ""
        }
    }
}
