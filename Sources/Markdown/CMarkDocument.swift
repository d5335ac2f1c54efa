import CMarkGFM
import Dispatch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A parsed text: a tree of cmark's nodes, freed with this value. It stays with the task that made it.
final class CMarkDocument {
    let root: CMarkNode
    private let parser: OpaquePointer

    /// Who finishes parsing. cmark's table of special characters is shared by all parsers: those that have the extensions
    /// of `ofWords` change it while they finish, and are alone then; all others only look at it, side by side.
    private static let finishing = DispatchQueue(label: "cmark", attributes: .concurrent)

    private static let areRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    private static let ofBlocks = ["table", "tasklist", "tagfilter"]
    private static let ofWords = ["strikethrough", "autolink"]

    /// Nil only if there is no memory left.
    init?(_ markdown: String, options: Int32) {
        guard Self.areRegistered, let parser = cmark_parser_new(options) else { return nil }
        var markdown = markdown
        let isAlone = markdown.withUTF8 { bytes in
            let isAlone = WordExtensions.mayMatter(to: bytes)
            Self.attach(Self.ofBlocks, to: parser)
            if isAlone { Self.attach(Self.ofWords, to: parser) }
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
            return isAlone
        }
        let finished = Self.finishing.sync(flags: isAlone ? .barrier : []) {
            UInt(bitPattern: cmark_parser_finish(parser))
        }
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

    private static func attach(_ names: [String], to parser: OpaquePointer) {
        for name in names {
            guard let found = cmark_find_syntax_extension(name) else { continue }
            cmark_parser_attach_syntax_extension(parser, found)
        }
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
