import CSV

/// `participants.csv`: who was asked.
enum ParticipantsFile {
    /// The columns that readers may see, with their labels.
    static let attributes = [(column: "experience", label: "Experience"), (column: "site", label: "Site")]

    static func make(_ study: Skeleton) -> StudyFile {
        var random = study.random("attributes")
        var table = CSVWriter()
        table.row(["participant", "group"] + attributes.map(\.column))
        for participant in study.participants {
            table.row([
                participant.name, study.groups[participant.group].id,
                // Some did not say.
                random.chance(92) ? random.pick(bands) : "", random.pick(sites),
            ])
        }
        return StudyFile("participants.csv", table.bytes)
    }

    private static let bands = [
        "Under 1 year", "1–2 years", "3–5 years", "6–10 years", "11–20 years", "Over 20 years",
    ]
    private static let sites = ["North", "Riverside", "Old Town", "Hill & Dale", "Harbour", "São Brás"]
}
