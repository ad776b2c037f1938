import Diagnostics
import Documents
import SourceText

/// Reads files as text, or says why they cannot be.
enum DraftReader {
    /// Why a file or standard input of this name is not read as a draft. A name without an ending is taken for Markdown.
    static func refusal(of path: String, shown: String) -> Diagnostic? {
        DocumentFormat.foreignEnding(of: path).map {
            Diagnostic(
                path: shown, position: nil,
                message: "“\($0)” is not a kind of draft that attune reads; save it as Markdown or text (.md, .txt)")
        }
    }

    static func read(_ path: String, shown: String) throws(Diagnostics) -> SourceFile {
        let bytes: [UInt8]
        do { bytes = try FileSystem.read(path) } catch {
            throw Diagnostics([Diagnostic(path: shown, position: nil, message: "cannot be read: \(error.reason)")])
        }
        return try text(bytes, shown: shown)
    }

    static func readStandardInput(shown: String) throws(Diagnostics) -> SourceFile {
        let bytes: [UInt8]
        do { bytes = try FileSystem.readStandardInput() } catch {
            throw Diagnostics([Diagnostic(path: shown, position: nil, message: "cannot be read: \(error.reason)")])
        }
        return try text(bytes, shown: shown)
    }

    /// In bytes. Offsets are kept in 32 bits, and no draft comes near this.
    private static let largest = 1 << 30

    private static func text(_ bytes: [UInt8], shown: String) throws(Diagnostics) -> SourceFile {
        if bytes.count > largest {
            throw Diagnostics([Diagnostic(path: shown, position: nil, message: "larger than 1 GiB")])
        }
        let file = SourceFile(path: shown, bytes: bytes)
        guard let invalid = SourceFile.firstInvalidByte(in: bytes) else { return file }
        let message = "not UTF-8; save the draft as UTF-8"
        throw Diagnostics([Diagnostic(path: shown, position: file.position(of: invalid), message: message)])
    }
}
