import Globs
import Testing

struct GlobTests {
    @Test(arguments: [
        ("posts/*.md", "posts/a.md"), ("posts/**", "posts/a/b.md"), ("**/*.md", "a.md"), ("**/*.md", "x/y/a.md"), ("a/**/b", "a/b"),
        ("a/**/b", "a/x/y/b"), ("{posts,pages}/*.{md,mdx}", "pages/a.mdx"), ("a?.md", "ab.md"), ("[ab].md", "b.md"), ("*", ".hidden"),
        ("a\\*.md", "a*.md"), ("{a}.md", "{a}.md"), ("x{a,b{c,d}}", "xbd"), ("**", "a/b"), ("/posts/a.md", "posts/a.md"),
    ])
    func fits(_ pattern: String, _ path: String) {
        #expect(Glob(pattern).matches(path.split(separator: "/").map(String.init)))
    }

    @Test(arguments: [
        ("*.md", "posts/a.md"), ("posts/*", "posts/a/b.md"), ("a/**/b", "a/x/c"), ("posts/**", "posts"), ("a?.md", "a.md"), ("a", "A"),
        ("{a,b}.md", "c.md"), ("", "a"), ("a/b", "a"),
    ])
    func doesNotFit(_ pattern: String, _ path: String) {
        #expect(!Glob(pattern).matches(path.split(separator: "/").map(String.init)))
    }

    @Test func bracesDoNotUnfoldWithoutEnd() {
        let many = String(repeating: "{a,b}", count: 40)
        #expect(!Glob(many).matches([String(repeating: "a", count: 40)]))
    }
}
