/// How drafts are to be changed.
struct Fixing {
    /// Whether changes are made that somebody should look at first.
    let includesUnsafe: Bool
    /// Whether files are written; else the changes are only shown.
    let writes: Bool
}
