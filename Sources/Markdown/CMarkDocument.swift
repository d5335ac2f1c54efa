import CMarkGFM
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A parsed text: a tree of cmark's nodes, freed with this value. It stays with the task that made it.
final class CMarkDocument {
    let root: CMarkNode
    private let parser: OpaquePointer

    /// cmark's table of special characters is shared by all parsers while the extensions change it, so only one parser
    /// may finish at a time. The value says whether the extensions are registered.
    private static let finishing = Mutex(false)

    private static let extensionNames = ["table", "strikethrough", "autolink", "tasklist", "tagfilter"]

    /// Nil only if there is no memory left.
    init?(_ markdown: String, options: Int32) {
        Self.finishing.withLock { isRegistered in
            if !isRegistered { cmark_gfm_core_extensions_ensure_registered() }
            isRegistered = true
        }
        guard let parser = cmark_parser_new(options) else { return nil }
        for name in Self.extensionNames {
            guard let found = cmark_find_syntax_extension(name) else { continue }
            cmark_parser_attach_syntax_extension(parser, found)
        }
        var markdown = markdown
        markdown.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        let finished = Self.finishing.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
        guard let root = OpaquePointer(bitPattern: finished) else {
            cmark_parser_free(parser)
            return nil
        }
        self.parser = parser
        self.root = CMarkNode(root)
    }

    deinit {
        cmark_node_free(root.raw)
        cmark_parser_free(parser)
    }

    /// Makes something of the HTML of a node and all that is in it.
    func withHTML<Result>(
        of node: CMarkNode,
        options: Int32,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let extensions = cmark_parser_get_syntax_extensions(parser)
        guard let text = cmark_render_html(node.raw, options, extensions) else {
            return body(UnsafeBufferPointer(start: nil, count: 0))
        }
        defer { cmark_get_default_mem_allocator().pointee.free(text) }
        return UnsafeBufferPointer(start: text, count: strlen(text)).withMemoryRebound(to: UInt8.self, body)
    }
}
