import StudyFiles

/// Invented studies that are nothing like the others: a long-winded German one, and the smallest there can be.
enum OtherStudy {
    /// Four groups, no framework, a tree of five named levels from a flat codebook, semicolons, German words.
    static let folder = StudyFolder([
        "study.yml": """
        title: Gärten in der Straße
        language: de
        authors: [{name: Ä. Öztürk}]
        groups:
          - {id: gaertner, title: Gärtnerinnen, singular: Gärtnerin}
          - {id: nachbarn, title: Nachbarn, singular: Nachbar}
          - {id: kinder, title: Kinder, singular: Kind}
          - {id: amt, title: Ämter, singular: Amt}
        framework: {name: Frei erhoben}
        levels:
          - {singular: Dach, plural: Dächer}
          - {singular: Bereich, plural: Bereiche}
          - {singular: Thema, plural: Themen}
          - {singular: Teilthema, plural: Teilthemen}
          - {singular: Faser, plural: Fasern}

        """,
        "codebook.yml": """
        themes:
          - {id: grund, title: Grund und Boden}
          - {id: erde, title: Erde, parent: grund}
          - {id: wuermer, title: Würmer, parent: erde}
          - {id: regen, title: Regenwürmer, parent: wuermer}
          - {id: roete, title: Ihre Röte, parent: regen}
          - {id: luft, title: Luft}

        """,
        "participants.csv": "participant;group\nG1;gaertner\nN1;Nachbar\nK1;Kinder\nA1;amt\n",
        "quotes/zitate.csv": """
        participant;codes;text
        G1;Ihre Röte;„So rot, so rot!“
        N1;roete;Größe ist alles; sagt man.
        K1;regen;Iiih.
        A1;luft;Gemäß § 3 ist Luft frei.

        """.replacing("Größe ist alles; sagt man.", with: "\"Größe ist alles; sagt man.\""),
    ])

    /// Four files with one line of data each.
    static let smallest = StudyFolder([
        "study.yml": "title: One\ngroups: [{id: all, title: Everyone, singular: person}]\n",
        "codebook.yml": "themes: [{id: one, title: The one theme}]\n",
        "participants.csv": "participant,group\nP1,all\n",
        "quotes/q.csv": "participant,codes,text\nP1,one,Only this.\n",
    ])
}
