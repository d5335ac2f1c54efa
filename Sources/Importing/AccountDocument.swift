import Study

extension Account {
    /// The account as it is told to other programs; `docs/import.md` describes it.
    public var document: Document {
        Document(
            source: source,
            quotes: Document.Quotes(
                kept: kept,
                moved: moved.map {
                    Document.Moved(
                        quote: $0.quote.rawValue,
                        from: $0.from.map(\.rawValue),
                        to: $0.to.map(\.rawValue)
                    )
                },
                reworded: reworded.map { Document.Reworded(quote: $0.quote.rawValue, how: $0.how) },
                merged: merged.map { Document.Merged(from: $0.from.map(\.rawValue), to: $0.to.rawValue) },
                split: split.map { Document.Split(from: $0.from.rawValue, to: $0.to.map(\.rawValue)) },
                edited: edited.map(\.rawValue),
                added: added.map(\.quote.rawValue),
                removed: removed.map(\.rawValue),
                withdrawn: withdrawn.map(\.rawValue),
                notMentioned: notMentioned,
                withheld: withheld,
                leftOut: leftOut.map {
                    Document.LeftOut(
                        quote: $0.quote?.rawValue,
                        participant: $0.participant.rawValue,
                        codes: $0.codes,
                        words: $0.words
                    )
                }
            ),
            codes: Document.Codes(
                renamed: renamedCodes.map { Document.Code(code: $0.code, theme: $0.theme.rawValue) },
                unknown: unknownCodes.map {
                    Document.Unknown(code: $0.code, quotes: $0.quotes, nearest: $0.nearest?.rawValue)
                }
            ),
            themes: Document.Themes(
                added: newThemes.map(\.rawValue),
                otherTitles: otherTitles.map {
                    Document.Title(theme: $0.theme.rawValue, here: $0.here, there: $0.there)
                }
            ),
            participants: Document.People(
                added: newParticipants.map {
                    Document.Person(participant: $0.participant.rawValue, group: $0.group.rawValue)
                },
                renamed: renamedParticipants.map { Document.Pair(from: $0.from.rawValue, to: $0.to.rawValue) },
                withdrawn: withdrawnParticipants.map(\.rawValue)
            ),
            remarks: remarks,
            files: files.map { Document.File(path: $0.path, changes: $0.changes) }
        )
    }

    /// An account for other programs.
    public struct Document: Encodable, Sendable, Equatable {
        struct Moved: Encodable, Equatable {
            let quote: String
            let from, to: [String]
        }

        struct Reworded: Encodable, Equatable {
            let quote, how: String
        }

        struct Merged: Encodable, Equatable {
            let from: [String]
            let to: String
        }

        struct Split: Encodable, Equatable {
            let from: String
            let to: [String]
        }

        struct LeftOut: Encodable, Equatable {
            let quote: String?
            let participant: String
            let codes: [String]
            let words: String
        }

        struct Quotes: Encodable, Equatable {
            let kept: Int
            let moved: [Moved]
            let reworded: [Reworded]
            let merged: [Merged]
            let split: [Split]
            let edited, added, removed, withdrawn: [String]
            let notMentioned, withheld: Int
            let leftOut: [LeftOut]
        }

        struct Code: Encodable, Equatable {
            let code, theme: String
        }

        struct Unknown: Encodable, Equatable {
            let code: String
            let quotes: Int
            let nearest: String?
        }

        struct Codes: Encodable, Equatable {
            let renamed: [Code]
            let unknown: [Unknown]
        }

        struct Title: Encodable, Equatable {
            let theme, here, there: String
        }

        struct Themes: Encodable, Equatable {
            let added: [String]
            let otherTitles: [Title]
        }

        struct Person: Encodable, Equatable {
            let participant, group: String
        }

        struct Pair: Encodable, Equatable {
            let from, to: String
        }

        struct People: Encodable, Equatable {
            let added: [Person]
            let renamed: [Pair]
            let withdrawn: [String]
        }

        struct File: Encodable, Equatable {
            let path: String
            let changes: [String]
        }

        let version = 1
        let source: [String]
        let quotes: Quotes
        let codes: Codes
        let themes: Themes
        let participants: People
        let remarks: [String]
        let files: [File]
    }
}
