import Foundation
package import Testing

/// Compares text with a file kept in the repository. `UPDATE_SNAPSHOTS=1` writes the file instead, and fails once, so that
/// the change is looked at.
package func expectGolden(
    _ text: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let known = try? Repository.text(path)
    if known == text { return }
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
        try text.write(to: Repository.url(path), atomically: true, encoding: .utf8)
        Issue.record("wrote \(path); look at the change", sourceLocation: sourceLocation)
        return
    }
    Issue.record(
        "\(path) differs; UPDATE_SNAPSHOTS=1 swift test writes it anew:\n\(text)", sourceLocation: sourceLocation)
}
