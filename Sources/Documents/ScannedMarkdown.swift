/// What is known of a draft of Markdown before md4c reads it.
struct ScannedMarkdown {
    let masks: Masks
    /// In order, without overlaps, outside of the masks.
    let edits: [MarkdownEdit]
    let definitions: LinkDefinitions
    let directives: [Directive]
}
