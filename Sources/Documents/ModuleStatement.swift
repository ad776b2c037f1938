/// `import` and `export` in MDX.
enum ModuleStatement {
    /// There is none: prose may begin with the same words.
    case none
    /// Its brackets are never closed.
    case open
    /// It ends with a line, whose ending does not belong to it.
    case ends(Int)

    static func read(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> ModuleStatement {
        guard isStatement(bytes[start...]) else { return .none }
        var script = Script(at: start, in: bytes)
        while script.at < bytes.count {
            let byte = bytes[script.at]
            let isRestOfEnding = byte == 0x0A && bytes[script.at - 1] == 0x0D
            if byte == 0x0A || byte == 0x0D, !isRestOfEnding, script.isClosed, !goesOn(behind: script, in: bytes) { break }
            script.step()
        }
        guard script.isClosed else { return .open }
        let isImport = bytes[start] == UInt8(ascii: "i")
        return isImport && !bytes[start..<script.at].contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") } ? .none : .ends(script.at)
    }

    /// Whether a line ends within an expression.
    private static func goesOn(behind script: Script, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if "=,+-*&|?:".utf8.contains(script.last) { return true }
        let before = bytes[..<script.at].reversed().drop { $0 == 0x20 || $0 == 0x09 }
        if before.starts(with: ">=".utf8) { return true }
        let isCRLF = bytes[script.at] == 0x0D && script.at + 1 < bytes.count && bytes[script.at + 1] == 0x0A
        let line = bytes[(script.at + (isCRLF ? 2 : 1))...]
        let code = line.drop { $0 == 0x20 || $0 == 0x09 }
        guard code.startIndex > line.startIndex, let mark = code.first else { return false }
        return ".?:+=".utf8.contains(mark) || code.starts(with: "&&".utf8) || code.starts(with: "||".utf8)
    }

    private static func isStatement(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let words = text.prefix(200).split(maxSplits: 3, omittingEmptySubsequences: true, whereSeparator: HTMLTag.isSpace)
        guard let first = words.first.map({ String(decoding: $0, as: UTF8.self) }) else { return false }
        let second = words.dropFirst().first.map { String(decoding: $0, as: UTF8.self) } ?? ""
        if first.hasPrefix("import") {
            let rest = first.dropFirst("import".count)
            if let mark = rest.utf8.first ?? second.utf8.first, "{*\"'".utf8.contains(mark) { return true }
            guard rest.isEmpty, words.count > 2 else { return false }
            return second.hasSuffix(",") || second == "type" || words[2].starts(with: "from".utf8) || words[2].first == UInt8(ascii: ",")
        }
        guard first.hasPrefix("export") else { return false }
        let rest = first.dropFirst("export".count)
        if let mark = rest.utf8.first ?? second.utf8.first, "{*".utf8.contains(mark) { return true }
        return rest.isEmpty && (declarations.contains(second) || (words.count > 2 && words[2].starts(with: "function".utf8)))
    }

    private static let declarations: Set<String> = ["default", "const", "let", "var", "function", "function*", "class", "type", "interface", "enum"]
}
