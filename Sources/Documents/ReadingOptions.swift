/// How drafts are to be read.
package struct ReadingOptions: Sendable {
    /// The keys of front matter whose values are texts of the page, dots between those of nested maps.
    package var frontMatterKeys: [String] = ["title", "description", "excerpt", "summary"]

    package init() {}
}
