// All texts here are invented for the tests.

import CArchive
import CSQLite
import Interchange
import Testing

/// Archives, made in memory.
enum Zip {
    /// An archive with some files, in order.
    static func archive(_ files: [(name: String, content: [UInt8])]) throws -> [UInt8] {
        let archive = try #require(archive_write_new())
        defer { archive_write_free(archive) }
        archive_write_set_format_zip(archive)
        var buffer = [UInt8](
            repeating: 0,
            count: files.reduce(1 << 16) { $0 + $1.content.count + 4 * $1.name.utf8.count + 512 }
        )
        var used = 0
        try buffer.withUnsafeMutableBytes { buffer in
            #expect(archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used) == ARCHIVE_OK)
            for (name, content) in files {
                let entry = try #require(archive_entry_new())
                defer { archive_entry_free(entry) }
                archive_entry_set_pathname(entry, name)
                archive_entry_set_filetype(entry, 0o100000)
                archive_entry_set_perm(entry, 0o644)
                archive_entry_set_size(entry, Int64(content.count))
                #expect(archive_write_header(archive, entry) == ARCHIVE_OK)
                content.withUnsafeBytes { _ = archive_write_data(archive, $0.baseAddress, $0.count) }
            }
            #expect(archive_write_close(archive) == ARCHIVE_OK)
        }
        return Array(buffer[..<used])
    }

    /// An archive with some texts.
    static func archive(_ files: KeyValuePairs<String, String>) throws -> [UInt8] {
        try archive(files.map { ($0.key, Array($0.value.utf8)) })
    }
}

/// Archives of stored files whose names are marked as UTF-8, which libarchive does not write in every locale.
enum StoredZip {
    static func archive(_ files: [(name: String, content: [UInt8])]) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        var result: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in files {
            let size = number(content.count, 4)
            let common =
                number(0x800, 2) + number(0, 6) + number(sum(content), 4) + size + size + number(name.utf8.count, 2)
            directory += [0x50, 0x4B, 1, 2] + number(20, 2) + number(20, 2) + common + number(0, 8) + number(0, 4)
            directory += number(result.count, 4) + Array(name.utf8)
            result += [0x50, 0x4B, 3, 4] + number(20, 2) + common + number(0, 2) + Array(name.utf8) + content
        }
        let end = number(files.count, 2) + number(files.count, 2) + number(directory.count, 4) + number(result.count, 4)
        return result + directory + [0x50, 0x4B, 5, 6] + number(0, 4) + end + number(0, 2)
    }

    private static func sum(_ bytes: [UInt8]) -> Int {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return Int(~sum)
    }
}

/// REFI-QDA projects with one document and one code, made for a test.
struct SmallProject {
    var text = "Anna: The bus came late.\nI waited in the rain.\n"
    var origin = "a test"
    var namespace = "urn:QDA-XML:project:1.0"
    var sourcePath = "internal://one.txt"
    var sourceFile = "sources/one.txt"
    var codes = #"<Code guid="c1" name="waiting" isCodable="true"/>"#
    var selections = ""
    var rest = ""

    /// Selections by position, without words, in code points as they stand in the text.
    mutating func select(_ ranges: [(Int, Int)]) {
        selections = ranges.map { Self.selection($0.0, $0.1) }.joined()
    }

    static func selection(_ start: Int, _ end: Int, name: String = "", code: String = "c1") -> String {
        """
        <PlainTextSelection guid="s\(start)-\(end)-\(code)" name="\(name)" startPosition="\(start)" endPosition="\(end)">\
        <Coding guid="x"><CodeRef targetGUID="\(code)"/></Coding></PlainTextSelection>
        """
    }

    var xml: String {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <Project name="small" origin="\(origin)" xmlns="\(namespace)">
        <CodeBook><Codes>\(codes)</Codes></CodeBook>
        <Sources><TextSource guid="d1" name="Anna.txt" plainTextPath="\(sourcePath)">\(selections)</TextSource></Sources>
        \(rest)</Project>
        """
    }

    func read(mapping: ImportMapping = ImportMapping(), limits: ImportLimits = .standard) throws -> CodedProject {
        let archive = try Zip.archive([("project.qde", Array(xml.utf8)), (sourceFile, Array(text.utf8))])
        return try CodedProject.read(bytes: archive, name: "small.qdpx", mapping: mapping, limits: limits)
    }
}

/// Databases, made in memory.
enum Database {
    /// A database that some statements make.
    static func bytes(_ sql: String) throws -> [UInt8] {
        var handle: OpaquePointer?
        #expect(sqlite3_open(":memory:", &handle) == SQLITE_OK)
        defer { sqlite3_close(handle) }
        #expect(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK, "\(String(cString: sqlite3_errmsg(handle)))")
        var size: sqlite3_int64 = 0
        let image = try #require(sqlite3_serialize(handle, "main", &size, 0))
        defer { sqlite3_free(image) }
        return Array(UnsafeBufferPointer(start: image, count: Int(size)))
    }

    /// A QualCoder project with one file and one code.
    static func qualCoder(text: String, codings: [(start: Int, end: Int, words: String)], more: String = "") throws
        -> [UInt8]
    {
        func quoted(_ text: String) -> String { "'" + text.map { $0 == "'" ? "''" : String($0) }.joined() + "'" }
        let rows = codings.map {
            "INSERT INTO code_text VALUES (NULL, 1, 1, \(quoted($0.words)), \($0.start), \($0.end), '', NULL);"
        }
        return try bytes(
            """
            CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text);
            CREATE TABLE code_cat (catid integer primary key, name text, memo text, supercatid integer);
            CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, color text);
            CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer,
                pos1 integer, memo text, important integer);
            CREATE TABLE cases (caseid integer primary key, name text, memo text);
            CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer);
            CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer);
            INSERT INTO source VALUES (1, 'Anna.txt', \(quoted(text)), NULL, '');
            INSERT INTO code_name VALUES (1, 'waiting', '', NULL, '#FF0000');
            \(rows.joined(separator: "\n"))
            \(more)
            """
        )
    }
}

extension CodedProject {
    /// The words of all quotations.
    var texts: [String] { quotations.map(\.text) }
}

/// The kind of trouble that reading ends with, or nil if it does not.
func trouble(_ read: () throws -> CodedProject) -> ImportError.Kind? {
    do {
        _ = try read()
        return nil
    } catch {
        return (error as? ImportError)?.kind
    }
}
