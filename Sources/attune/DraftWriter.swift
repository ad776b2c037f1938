import Diagnostics
import Encodings
import SourceText

/// Writes drafts whose text was changed.
enum DraftWriter {
    /// Writes a text in place of a file's, in the encoding that the file has. What has changed since it was read is left alone.
    static func write(_ file: SourceFile, to path: String, inPlaceOf original: SourceFile, encoding: String?) throws(Diagnostics) {
        func problem(_ message: String) -> Diagnostics { Diagnostics([Diagnostic(path: file.path, position: nil, message: message)]) }
        let bytes: [UInt8]
        do { bytes = try FileSystem.read(path) } catch { throw problem("cannot be read again: \(error.reason); nothing was changed") }
        guard let known = try? TextDecoder.decode(bytes, as: encoding), known.bytes == original.bytes else {
            throw problem("was changed while it was checked, and is left alone")
        }
        guard let written = TextEncoder.encode(file.bytes, inPlaceOf: bytes, encoding: original.encoding) else {
            throw problem("the changes cannot be written in \(original.encoding ?? "UTF-8"); save the file as UTF-8 first")
        }
        do { try FileSystem.replace(path, with: written) } catch { throw problem("cannot be written: \(error.reason); nothing was changed") }
    }
}
