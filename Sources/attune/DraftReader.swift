import Diagnostics
import SourceText

/// Reads files as text, or says why they cannot be.
enum DraftReader {
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

    private static func text(_ bytes: [UInt8], shown: String) throws(Diagnostics) -> SourceFile {
        let file = SourceFile(path: shown, bytes: bytes)
        guard let invalid = SourceFile.firstInvalidByte(in: bytes) else { return file }
        let message = "not UTF-8; save the draft as UTF-8"
        throw Diagnostics([Diagnostic(path: shown, position: file.position(of: invalid), message: message)])
    }
}
