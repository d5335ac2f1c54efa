import CXML

/// What is told of an XML document while it is read. Names are local names, whatever the namespace.
protocol XMLHandler: AnyObject {
    /// An element begins.
    func begin(_ name: String, _ attributes: XMLAttributes) throws(ImportError)
    /// An element ends.
    func end(_ name: String) throws(ImportError)
    /// Text; one run may come in several pieces.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ImportError)
}

/// The attributes of an element, valid only while it begins.
struct XMLAttributes {
    fileprivate let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    fileprivate let count: Int

    /// The value of the first attribute with a local name.
    subscript(name: StaticString) -> String? {
        guard let pointers else { return nil }
        for index in 0..<count {
            guard let found = pointers[index * 5], name.withUTF8Buffer({ Self.equal(found, $0) }),
                let start = pointers[index * 5 + 3], let end = pointers[index * 5 + 4]
            else { continue }
            return String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
        }
        return nil
    }

    private static func equal(_ name: UnsafePointer<xmlChar>, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        for (index, byte) in wanted.enumerated() where name[index] != byte { return false }
        return name[wanted.count] == 0
    }
}

/// Reads XML by libxml2, without building a tree: no network, no grammar, no entities but the five of XML itself.
enum XMLReader {
    /// Reads a document. The name is for messages.
    ///
    /// `XMLTraps` has looked for what would cost libxml2 too much.
    static func read(
        _ bytes: [UInt8],
        named name: String,
        limits: ImportLimits,
        to handler: some XMLHandler
    ) throws(ImportError) {
        let text = try XMLTraps.checked(bytes, named: name, limits: limits)
        let driver = XMLDriver(handler: handler)
        let isRead = text.withUnsafeBufferPointer { driver.read($0) }
        if let failure = driver.failure { throw failure }
        guard isRead else {
            let place = driver.line > 0 ? " at line \(driver.line)" : ""
            throw ImportError(
                .damaged,
                "‘\(name.shownShort)’ is not well-formed XML\(place)",
                help: "export it again, or mend it if it was edited by hand"
            )
        }
    }
}

/// Stands between libxml2's callbacks and a handler. It lives only as long as the reading, on one thread.
private final class XMLDriver {
    let handler: any XMLHandler
    private(set) var failure: ImportError?
    private(set) var line = 0
    private var context: xmlParserCtxtPtr?

    init(handler: any XMLHandler) { self.handler = handler }

    func read(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !text.isEmpty, let base = text.baseAddress,
            let context = xmlCreateMemoryParserCtxt(
                UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self),
                Int32(text.count)
            )
        else { return false }
        self.context = context
        // Entities are given as what they stand for; only those of XML itself can occur.
        let options =
            XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_IGNORE_ENC.rawValue
            | XML_PARSE_COMPACT.rawValue
        xmlCtxtUseOptions(context, Int32(options))
        var sax = xmlSAXHandler()
        sax.initialized = XML_SAX2_MAGIC
        sax.startElementNs = { context, name, _, _, _, _, count, _, attributes in
            XMLDriver.driver(context)?.begin(name, XMLAttributes(pointers: attributes, count: Int(count)))
        }
        sax.endElementNs = { context, name, _, _ in XMLDriver.driver(context)?.end(name) }
        sax.characters = { context, text, count in XMLDriver.driver(context)?.text(text, count) }
        sax.cdataBlock = { context, text, count in XMLDriver.driver(context)?.text(text, count) }
        sax.ignorableWhitespace = { context, text, count in XMLDriver.driver(context)?.text(text, count) }
        let own = context.pointee.sax
        withUnsafeMutablePointer(to: &sax) { sax in
            context.pointee.sax = sax
            context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
            xmlParseDocument(context)
            context.pointee.sax = own
        }
        let isRead = context.pointee.wellFormed == 1
        line = Int(context.pointee.lastError.line)
        self.context = nil
        if let document = context.pointee.myDoc { xmlFreeDoc(document) }
        context.pointee.myDoc = nil
        xmlFreeParserCtxt(context)
        return isRead
    }

    private static func driver(_ pointer: UnsafeMutableRawPointer?) -> XMLDriver? {
        pointer.map { Unmanaged<XMLDriver>.fromOpaque($0).takeUnretainedValue() }
    }

    private func begin(_ name: UnsafePointer<xmlChar>?, _ attributes: XMLAttributes) {
        guard failure == nil, let name else { return }
        do throws(ImportError) { try handler.begin(String(cString: name), attributes) } catch { stop(error) }
    }

    private func end(_ name: UnsafePointer<xmlChar>?) {
        guard failure == nil, let name else { return }
        do throws(ImportError) { try handler.end(String(cString: name)) } catch { stop(error) }
    }

    private func text(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard failure == nil, let text, count > 0 else { return }
        do throws(ImportError) {
            try handler.text(UnsafeBufferPointer(start: text, count: Int(count)))
        } catch { stop(error) }
    }

    private func stop(_ error: ImportError) {
        failure = error
        if let context { xmlStopParser(context) }
    }
}
