package import SourceText

/// Something wrong with what the user gave the program besides a draft: a rule file, settings, a file that cannot be read.
package struct Diagnostic: Error, Hashable, Sendable {
    package let path: String
    package let position: Position?
    package let message: String

    package init(path: String, position: Position?, message: String) {
        self.path = path
        self.position = position
        self.message = message
    }

    /// The form that compilers and editors know: `path:line:column: error: message`, fit for a terminal.
    package var line: String {
        let place = position.map { ":\($0.line):\($0.column)" } ?? ""
        return VisibleText.of("\(path)\(place): error: \(message)")
    }
}

/// Every error of one input, together, so that a writer mends them in one go.
package struct Diagnostics: Error, Sendable {
    package var list: [Diagnostic]

    package init(_ list: [Diagnostic]) {
        self.list = list
    }
}
