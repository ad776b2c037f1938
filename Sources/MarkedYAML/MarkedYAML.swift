import CYAML
package import Diagnostics
package import SourceText

/// Reads YAML into nodes with their places in the file. The only file that knows the YAML library.
///
/// One document, block or flow style. Anchors and aliases are refused, so that a small file cannot unfold into a large one.
package enum MarkedYAML {
    private static let deepest = 64

    /// The root node of a file, or of a range of one; nil when there is nothing but space and comments.
    package static func parse(_ file: SourceFile, _ range: SourceRange? = nil) throws(Diagnostic) -> MarkedNode? {
        let whole = range ?? SourceRange(SourceFile.byteOrderMarkLength(file.bytes), file.bytes.count)
        var parser = Parser(file: file, range: whole)
        defer { parser.close() }
        return try parser.document()
    }

    private struct Parser: ~Copyable {
        let file: SourceFile
        let base: Int
        /// libyaml counts code points; the byte offset of each, or none where every code point is one byte.
        private let offsets: [UInt32]
        private let length: Int
        private let state: UnsafeMutablePointer<yaml_parser_t>
        private let input: UnsafeMutableBufferPointer<UInt8>

        init(file: SourceFile, range: SourceRange) {
            self.file = file
            base = range.lower
            length = range.count
            let bytes = file.bytes[range.indices]
            var offsets: [UInt32] = []
            if !bytes.allSatisfy({ $0 < 0x80 }) {
                for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
                    offsets.append(UInt32(index))
                }
                offsets.append(UInt32(bytes.count))
            }
            self.offsets = offsets
            input = .allocate(capacity: bytes.count)
            _ = input.initialize(from: bytes)
            state = .allocate(capacity: 1)
            yaml_parser_initialize(state)
            yaml_parser_set_encoding(state, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(state, input.baseAddress, input.count)
        }

        mutating func close() {
            yaml_parser_delete(state)
            state.deallocate()
            input.deallocate()
        }

        private func offset(_ mark: yaml_mark_t) -> Int {
            if offsets.isEmpty { return base + min(Int(mark.index), length) }
            return base + Int(offsets[min(Int(mark.index), offsets.count - 1)])
        }

        private func failure(_ offset: Int, _ message: String) -> Diagnostic {
            Diagnostic(path: file.path, position: file.position(of: offset), message: message)
        }

        private mutating func next() throws(Diagnostic) -> yaml_event_t {
            var event = yaml_event_t()
            if yaml_parser_parse(state, &event) == 1 { return event }
            let problem = state.pointee.problem.map { String(cString: $0) } ?? "not YAML"
            let mark = state.pointee.error == YAML_READER_ERROR
                ? yaml_mark_t(index: state.pointee.problem_offset, line: 0, column: 0)
                : state.pointee.problem_mark
            throw failure(offset(mark), "not valid YAML: \(problem)")
        }

        mutating func document() throws(Diagnostic) -> MarkedNode? {
            var root: MarkedNode?
            while true {
                var event = try next()
                defer { yaml_event_delete(&event) }
                switch event.type {
                case YAML_STREAM_END_EVENT: return root
                case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
                default:
                    if root != nil { throw failure(offset(event.start_mark), "a second YAML document is not read") }
                    root = try node(event, depth: 0)
                    if case .scalar("")? = root?.value { root = nil }
                }
            }
        }

        private mutating func node(_ event: yaml_event_t, depth: Int) throws(Diagnostic) -> MarkedNode {
            let start = offset(event.start_mark)
            if depth > MarkedYAML.deepest { throw failure(start, "nested more than \(MarkedYAML.deepest) levels deep") }
            switch event.type {
            case YAML_SCALAR_EVENT:
                let scalar = event.data.scalar
                let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
                let end = max(start, offset(event.end_mark))
                return MarkedNode(value: .scalar(String(decoding: bytes, as: UTF8.self)), range: SourceRange(start, end))
            case YAML_SEQUENCE_START_EVENT:
                return try list(from: start, depth: depth)
            case YAML_MAPPING_START_EVENT:
                return try map(from: start, depth: depth)
            default:
                throw failure(start, "YAML anchors and aliases are not read; write the value out")
            }
        }

        private mutating func list(from start: Int, depth: Int) throws(Diagnostic) -> MarkedNode {
            var items: [MarkedNode] = []
            while true {
                var event = try next()
                defer { yaml_event_delete(&event) }
                if event.type == YAML_SEQUENCE_END_EVENT {
                    let end = items.last?.range.upper ?? offset(event.end_mark)
                    return MarkedNode(value: .list(items), range: SourceRange(start, max(start, end)))
                }
                items.append(try node(event, depth: depth + 1))
            }
        }

        private mutating func map(from start: Int, depth: Int) throws(Diagnostic) -> MarkedNode {
            var entries: [MarkedNode.Entry] = []
            while true {
                var event = try next()
                defer { yaml_event_delete(&event) }
                if event.type == YAML_MAPPING_END_EVENT {
                    let end = entries.last?.value.range.upper ?? offset(event.end_mark)
                    return MarkedNode(value: .map(entries), range: SourceRange(start, max(start, end)))
                }
                let key = try node(event, depth: depth + 1)
                guard let text = key.scalar else { throw failure(key.range.lower, "a key must be a word") }
                var valueEvent = try next()
                defer { yaml_event_delete(&valueEvent) }
                let value = try node(valueEvent, depth: depth + 1)
                entries.append(MarkedNode.Entry(key: text, keyRange: key.range, value: value))
            }
        }
    }
}
