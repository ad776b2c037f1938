/// Why the bytes of a file cannot be read as text.
package struct DecodingFailure: Error {
    package let message: String

    init(_ message: String) {
        self.message = message
    }
}
