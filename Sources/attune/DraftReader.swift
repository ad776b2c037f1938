import Checking
import Diagnostics
import Documents
import Encodings
import SourceText

/// Reads files as text, or says why they cannot be.
enum DraftReader {
    /// Why a file or standard input of this name is not read as a draft. A name without an ending is taken for Markdown.
    static func refusal(of path: String, shown: String) -> Diagnostic? {
        DocumentFormat.foreignEnding(of: path).map {
            Diagnostic(
                path: shown, position: nil,
                message: "“\($0)” is not a kind of draft that attune reads; save it as Markdown, text or HTML")
        }
    }

    /// Reads settings, which are UTF-8.
    static func read(_ path: String, shown: String) throws(Diagnostics) -> SourceFile {
        let bytes = try bytes(of: path, shown: shown)
        let file = SourceFile(path: shown, bytes: bytes)
        guard let invalid = SourceFile.firstInvalidByte(in: bytes) else { return file }
        throw Diagnostics([Diagnostic(path: shown, position: file.position(of: invalid), message: "not UTF-8; save the file as UTF-8")])
    }

    /// Reads a draft, in an encoding that is named or told from its bytes, and says when that was not UTF-8.
    static func readDraft(_ path: String, shown: String, encoding: String?) throws(Diagnostics) -> (file: SourceFile, notice: Notice?) {
        try draft(try bytes(of: path, shown: shown), shown: shown, encoding: encoding)
    }

    static func readStandardInput(shown: String, encoding: String?) throws(Diagnostics) -> (file: SourceFile, notice: Notice?) {
        let bytes: [UInt8]
        do { bytes = try FileSystem.readStandardInput() } catch {
            throw Diagnostics([Diagnostic(path: shown, position: nil, message: "cannot be read: \(error.reason)")])
        }
        return try draft(bytes, shown: shown, encoding: encoding)
    }

    private static func bytes(of path: String, shown: String) throws(Diagnostics) -> [UInt8] {
        do { return try FileSystem.read(path) } catch {
            throw Diagnostics([Diagnostic(path: shown, position: nil, message: "cannot be read: \(error.reason)")])
        }
    }

    private static func draft(_ bytes: [UInt8], shown: String, encoding: String?) throws(Diagnostics) -> (file: SourceFile, notice: Notice?) {
        do throws(DecodingFailure) {
            let text = try TextDecoder.decode(bytes, as: encoding)
            let file = SourceFile(path: shown, bytes: text.bytes, damage: text.damage, encoding: text.encoding)
            let line = text.damage.first.map { file.position(of: $0).line }
            return (file, text.notice.map { Notice(path: shown, line: line, message: $0) })
        } catch {
            throw Diagnostics([Diagnostic(path: shown, position: nil, message: error.message)])
        }
    }
}
