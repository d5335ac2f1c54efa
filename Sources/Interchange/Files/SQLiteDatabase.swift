import CSQLite

/// A database in memory, read and never written. The file may hold anything: it is trusted in nothing.
final class SQLiteDatabase {
    private let handle: OpaquePointer
    private let name: String
    /// How many units of work are left; each is a thousand of SQLite's instructions.
    private var budget: Int
    /// The tables, by name in small letters, with their columns in small letters. Views and virtual tables are no tables.
    private(set) var tables: [String: [String]] = [:]

    /// Whether bytes begin as an SQLite database does.
    static func isDatabase(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("SQLite format 3\0".utf8)) }

    /// Opens a copy of a database, with what its write-ahead log adds.
    init(_ bytes: [UInt8], log: [UInt8]?, named name: String, limits: ImportLimits) throws(ImportError) {
        self.name = name
        budget = limits.databaseSteps
        guard bytes.count >= 100 else { throw Self.damaged(name) }
        var image = bytes
        if let log, !log.isEmpty { WriteAheadLog.apply(log, to: &image, limit: limits.fileSize) }
        // What stands in memory has no log beside it; in the header 2 would mean that it needs one.
        if image[18] == 2 { image[18] = 1 }
        if image[19] == 2 { image[19] = 1 }

        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE
        guard sqlite3_open_v2(":memory:", &opened, flags, nil) == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            throw Self.damaged(name)
        }
        handle = opened
        csqlite_distrust(opened)
        Self.narrow(opened, limits)
        let size = image.count
        guard let copy = sqlite3_malloc64(sqlite3_uint64(size)) else {
            throw ImportError(.tooLarge, "‘\(name.shownShort)’ does not fit into memory")
        }
        image.withUnsafeBytes { bytes in
            if let base = bytes.baseAddress { copy.copyMemory(from: base, byteCount: size) }
        }
        // It owns the copy from here, also when it fails.
        let status = sqlite3_deserialize(
            opened,
            "main",
            copy.assumingMemoryBound(to: UInt8.self),
            sqlite3_int64(size),
            sqlite3_int64(size),
            UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
        )
        guard status == SQLITE_OK else { throw Self.damaged(name) }
        watch()
        try readTables()
    }

    deinit { sqlite3_close_v2(handle) }

    private static func narrow(_ handle: OpaquePointer, _ limits: ImportLimits) {
        sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(clamping: limits.entrySize))
        sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 100_000)
        sqlite3_limit(handle, SQLITE_LIMIT_COLUMN, 200)
        sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 50)
        sqlite3_limit(handle, SQLITE_LIMIT_COMPOUND_SELECT, 2)
        sqlite3_limit(handle, SQLITE_LIMIT_VDBE_OP, 50_000)
        sqlite3_limit(handle, SQLITE_LIMIT_FUNCTION_ARG, 8)
        sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
        sqlite3_limit(handle, SQLITE_LIMIT_VARIABLE_NUMBER, 8)
        sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 1)
        sqlite3_limit(handle, SQLITE_LIMIT_WORKER_THREADS, 0)
    }

    /// Lets nothing but reading happen, and that not for ever.
    private func watch() {
        sqlite3_set_authorizer(
            handle,
            { _, action, _, _, _, _ in
                action == SQLITE_SELECT || action == SQLITE_READ ? SQLITE_OK : SQLITE_DENY
            },
            nil
        )
        sqlite3_progress_handler(
            handle,
            1000,
            { context in
                guard let context else { return 1 }
                let database = Unmanaged<SQLiteDatabase>.fromOpaque(context).takeUnretainedValue()
                database.budget -= 1
                return database.budget < 0 ? 1 : 0
            },
            Unmanaged.passUnretained(self).toOpaque()
        )
    }

    private func readTables() throws(ImportError) {
        var names: [String] = []
        try query("SELECT name, sql FROM sqlite_master WHERE type = 'table'") { row throws(ImportError) in
            guard let name = row.text(0), let sql = row.text(1), names.count < 1000 else { return }
            // A virtual table runs code of its own when it is read.
            let start = sql.prefix(60).uppercased().split(whereSeparator: \.isWhitespace)
            guard start.first == "CREATE", start.dropFirst().first == "TABLE" else { return }
            names.append(name)
        }
        for name in names {
            let quoted = name.split(text: "\"", limit: 100).joined(separator: "\"\"")
            // One that cannot be looked at is as good as missing.
            guard let columns = columns("SELECT * FROM \"\(quoted)\" LIMIT 0") else { continue }
            tables[name.lowercased()] = columns
        }
    }

    private func columns(_ sql: String) -> [String]? {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { return nil }
        return (0..<sqlite3_column_count(statement)).map { column in
            sqlite3_column_name(statement, column).map { String(cString: $0).lowercased() } ?? ""
        }
    }

    // MARK: Asking

    /// A row, valid only while it is looked at.
    struct Row {
        fileprivate let statement: OpaquePointer

        /// The value as text; nil for NULL.
        func text(_ column: Int) -> String? {
            let column = Int32(column)
            guard sqlite3_column_type(statement, column) != SQLITE_NULL,
                let start = sqlite3_column_text(statement, column)
            else { return nil }
            let count = Int(sqlite3_column_bytes(statement, column))
            return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
        }

        /// The value as a whole number; nil for anything else.
        func number(_ column: Int) -> Int? {
            guard sqlite3_column_type(statement, Int32(column)) == SQLITE_INTEGER else {
                return text(column).flatMap { Int($0) }
            }
            return Int(sqlite3_column_int64(statement, Int32(column)))
        }
    }

    /// Whether a table has all of some columns.
    func has(_ table: String, _ columns: String...) -> Bool {
        guard let known = tables[table] else { return false }
        return columns.allSatisfy(known.contains)
    }

    /// A column's name, or NULL if the table has none of that name, as in other versions of a tool.
    func column(_ name: String, of table: String) -> String { has(table, name) ? name : "NULL" }

    /// Asks and looks at each row.
    func query(_ sql: String, _ visit: (Row) throws(ImportError) -> Void) throws(ImportError) {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
            throw Self.damaged(name)
        }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try visit(Row(statement: statement))
            case SQLITE_DONE: return
            case SQLITE_INTERRUPT:
                throw ImportError(
                    .tooLarge,
                    "‘\(name.shownShort)’ takes too long to read, more than any project of a study does"
                )
            case SQLITE_TOOBIG, SQLITE_NOMEM:
                throw ImportError(.tooLarge, "‘\(name.shownShort)’ holds a text that is too long to be read")
            default: throw Self.damaged(name)
            }
        }
    }

    private static func damaged(_ name: String) -> ImportError {
        ImportError(
            .damaged,
            "the database ‘\(name.shownShort)’ is damaged or cut off",
            help: "close the project in its tool and copy it again"
        )
    }
}
