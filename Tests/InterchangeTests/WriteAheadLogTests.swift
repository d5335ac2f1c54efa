// All texts here are invented for the tests.

import CSQLite
import Foundation
import Interchange
import Testing

@Suite("QualCoder's projects with a write-ahead log")
struct WriteAheadLogTests {
    /// The files of a project in which the last coding stands in the log alone.
    private func files() throws -> (database: [UInt8], log: [UInt8]) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("verbatim-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("data.qda")
        try Data(try Database.qualCoder(text: "Anna waited long.", codings: [(0, 11, "Anna waited")])).write(to: file)
        var handle: OpaquePointer?
        #expect(sqlite3_open(file.path, &handle) == SQLITE_OK)
        defer { sqlite3_close(handle) }
        let sql = """
            PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0;
            INSERT INTO code_text VALUES (NULL, 1, 1, 'long.', 12, 17, '', 1);
            """
        #expect(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK)
        let log = try Data(contentsOf: folder.appendingPathComponent("data.qda-wal"))
        return (Array(try Data(contentsOf: file)), Array(log))
    }

    @Test("What stands in the log counts, and nothing has to be written for that")
    func log() throws {
        let (database, log) = try files()
        let alone = try CodedProject.read(bytes: database, name: "data.qda")
        #expect(alone.texts == ["Anna waited"])
        let both = try CodedProject.read(bytes: database, name: "data.qda", beside: ["data.qda-wal": log])
        #expect(both.texts == ["Anna waited", "long."])
        #expect(both.quotations.map(\.isImportant) == [false, true])
    }

    @Test("A log with a wrong sum, of another file or cut off counts up to where it is sound")
    func brokenLog() throws {
        let (database, log) = try files()
        func texts(_ log: [UInt8]) throws -> [String] {
            try CodedProject.read(bytes: database, name: "data.qda", beside: ["data.qda-wal": log]).texts
        }
        var changed = log
        changed[100] ^= 1
        #expect(try texts(changed) == ["Anna waited"])
        #expect(try texts(Array(log.dropLast(1))) == ["Anna waited"])
        #expect(try texts(Array(log.prefix(40))) == ["Anna waited"])
        #expect(try texts([1, 2, 3]) == ["Anna waited"])
        #expect(try texts(log + [UInt8](repeating: 7, count: 5000)) == ["Anna waited", "long."])
    }
}
