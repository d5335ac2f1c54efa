import StudyFiles

/// An invented study, as small as one can be that has every part. Nobody said any of this.
public enum TinyStudy {
    /// The text of each file, by its path.
    public static let files: [String: String] = [
        "study.yml": """
        title: Tea at work
        language: en-GB
        authors:
          - name: A. Author
        collected: {from: 2024-10, to: 2025-01}
        groups:
          - id: makers
            title: Tea makers
            singular: tea maker
          - id: drinkers
            title: Tea drinkers
            singular: tea drinker
        framework:
          name: Theory of Brewing
          constructs:
            - id: warmth
              title: Warmth
            - id: patience
              title: Patience
        levels:
          - {singular: theme, plural: themes}
          - {singular: sub-theme, plural: sub-themes}

        """,
        "codebook.yml": """
        themes:
          - id: comfort
            title: Comfort in a cup
            constructs: [warmth]
            codes: [comfort code]
            themes:
              - id: company
                title: Tea is company
          - id: waiting
            title: Waiting for it
            constructs: [patience]

        """,
        "participants.csv": """
        participant,group
        M1,makers
        D1,drinkers
        D2,Tea drinkers

        """,
        "quotes/all.csv": """
        id,participant,codes,text
        m1-1,M1,company; waiting,"It tastes better, together."
        d1-1,D1,comfort code,I wait for it.
        ,D2,Waiting for it,It takes its time.

        """,
        "themes/comfort.md": """
        ---
        summary: Tea comforts.
        ---
        See [one maker](quote:m1-1) and [](theme:waiting).

        """,
        "themes/company.md": "Company matters [@brewer2020].\n",
        "themes/waiting.md": "Waiting is part of it.\n\n![](quote:d1-1)\n",
        "guides/makers.md": """
        # Warmth

        - Why do you make tea?
        - For whom?

        ## Patience

        1. How long do you wait?

        """,
        "guides/drinkers.md": "## Warmth\n\n- Why do you drink it?\n",
        "logic-model.yml": """
        columns:
          - {id: inputs, title: Inputs}
          - {id: outcomes, title: Outcomes}
        boxes:
          - id: kettle
            column: inputs
            title: A kettle
            themes: [waiting]
          - id: calm
            column: outcomes
            title: Calm
            quotes: [m1-1]
        arrows:
          - {from: kettle, to: calm}

        """,
        "theory.md": """
        ---
        statement: Tea works by company.
        propositions:
          - id: slow
            claim: Slowness helps.
            themes: [waiting]
            against: [d1-1]
            boxes: [calm]
        ---
        The long story, see [](proposition:slow).

        """,
        "pages/methods.md": """
        ---
        title: Methods
        ---
        ## Sampling

        We asked, see [above](#sampling).

        """,
        "references.json": """
        [
          {"id": "brewer2020", "type": "book", "title": "On brewing",
           "author": [{"family": "Brewer", "given": "B."}], "issued": {"date-parts": [[2020]]}}
        ]

        """,
    ]

    /// The study with some files changed; nil takes a file away.
    public static func folder(_ changes: [String: String?] = [:], others: Set<String> = []) -> StudyFolder {
        var files = files
        for (path, text) in changes { files[path] = text }
        return StudyFolder(files, others: others)
    }

    /// The study with a text replaced in one file.
    public static func folder(_ path: String, replacing old: String, with new: String) -> StudyFolder {
        folder([path: files[path]?.replacing(old, with: new)])
    }
}
