import Diagnostics

/// Colours for a terminal (ECMA-48 select graphic rendition), or none.
struct Style {
    let isOn: Bool

    func bold(_ text: String) -> String { code("1", text) }
    func dim(_ text: String) -> String { code("2", text) }

    func paint(_ text: String, _ severity: Severity) -> String {
        switch severity {
        case .error: code("31", text)
        case .warning: code("33", text)
        case .suggestion: code("36", text)
        }
    }

    private func code(_ code: String, _ text: String) -> String {
        isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
