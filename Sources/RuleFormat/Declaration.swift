/// What a draft's front matter can declare about itself.
enum Declaration: String, CaseIterable {
    case ai
}
