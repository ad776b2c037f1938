/// A draft that the arguments name, or that stands in a folder which they name.
struct FoundFile: Hashable {
    /// Absolute.
    let path: String
    /// Whether an argument names the file itself: then nothing leaves it out.
    let isNamed: Bool
}
