import Foundation

/// Compares text with a file kept in the repository: nil when they agree, else what to do about it. With
/// `UPDATE_SNAPSHOTS=1` the file is written anew, and the test fails once, so that the change is looked at.
package func goldenMismatch(_ text: String, _ path: String) throws -> String? {
    if let known = try? Repository.text(path), known == text { return nil }
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
        try text.write(to: Repository.url(path), atomically: true, encoding: .utf8)
        return "wrote \(path); look at the change"
    }
    return "\(path) differs; UPDATE_SNAPSHOTS=1 swift test writes it anew:\n\(text)"
}
