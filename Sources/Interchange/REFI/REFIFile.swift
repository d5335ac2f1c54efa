/// What stands in the XML of a REFI-QDA project or codebook, before ids are followed.
struct REFIFile {
    var name: String?
    var statement: String?
    var codes: [Code] = []
    var sources: [Source] = []
    var selections: [Selection] = []
    var cases: [Case] = []
    var sets: [Set] = []
    /// Names of variables by id.
    var variables: [String: String] = [:]
    /// Positions in transcripts by id.
    var syncPoints: [String: Int] = [:]
    var notes: [String: Note] = [:]
    /// Codings of what is not text.
    var inertCodings = 0

    /// The value and the note that are being read.
    var value = Value()
    var noteID: String?

    struct Code {
        var id: String?
        var name: String
        var parent: Int?
        var depth = 0
        var description: String?
        var colour: String?
        var isCodable = true
        var notes: [String] = []
    }

    struct Source {
        var id: String?
        var name: String
        /// Where its plain text stands.
        var path: String?
        /// Its plain text, if the file holds it.
        var content: String?
        var description: String?
        var values: [(variable: String, text: String)] = []
        /// Codes given to all of it.
        var codes: [String] = []
        var hasHolder = false
        var holderID: String?
    }

    struct Selection {
        var source: Int
        var id: String?
        var start = -1
        var end = -1
        /// Points of a transcript in place of positions.
        var from: String?
        var to: String?
        var name: String?
        var codes: [String] = []
        var memos: [String] = []
        var notes: [String] = []

        init(source: Int, id: String?) {
            self.source = source
            self.id = id
        }
    }

    struct Case {
        var id: String?
        var name: String
        var values: [(variable: String, text: String)] = []
        var sources: [String] = []
        var selections: [String] = []
    }

    struct Set {
        var name: String
        var sources: [String] = []
    }

    struct Note {
        var path: String?
        var content: String?
    }

    struct Value {
        var variable: String?
        var text = ""
    }
}
