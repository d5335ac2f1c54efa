import Diagnostics

/// What columns are called in the exports of several tools, in the languages of those tools. The likelier first.
enum ColumnWords {
    static let text = [
        "segment", "coded segment", "coded segments", "quotation content", "excerpt copy", "coded", "excerpt", "quote",
        "quotation", "coded text", "text", "passage", "verbatim", "content", "extract", "textsegment",
        "codiertes segment", "kodiertes segment", "zitatinhalt", "zitat", "textstelle", "segment codé",
        "contenu de la citation",
        "extrait", "citation", "verbatims", "segmento codificado", "segmento", "contenido de la cita", "cita",
        "extracto",
        "conteúdo da citação", "citação", "trecho", "segmento codificato", "contenuto della citazione", "citazione",
        "estratto", "gecodeerd segment", "citaat", "fragment", "segment kodet", "kodet segment", "kodat segment",
        "кодированный сегмент", "сегмент", "цитата", "текст", "コード付きセグメント", "セグメント", "引用", "编码文本段",
        "文本段", "编码片段", "引文内容", "引文", "文本", "內容", "内容",
    ]
    static let codes = [
        "code", "codes", "codename", "code name", "codes applied", "codes applied combined", "tag", "tags", "theme",
        "themes", "sub-theme", "label", "labels", "codesystem", "kode", "koder", "kod", "koder", "código", "códigos",
        "codice", "codici", "étiquette", "thème", "thema", "tema", "код", "коды", "コード", "代码", "编码", "代碼",
    ]
    static let document = [
        "document name", "document", "filename", "file name", "file", "media title", "source", "transcript",
        "interview",
        "dokumentname", "dokument", "datei", "quelle", "nom du document", "fichier", "nombre del documento",
        "nombre de documento", "documento", "archivo", "nome do documento", "arquivo", "ficheiro", "nome del documento",
        "documentnaam", "bestand", "dokumentnavn", "dokumentnamn", "имя документа", "название документа", "документ",
        "文書名", "ドキュメント名", "ドキュメント", "文档名称", "文件名", "文档", "文件",
    ]
    static let documentGroup = [
        "document group", "document groups", "document set", "dokumentgruppe", "dokumentgruppen", "dokumentset",
        "groupe de documents", "groupes de documents", "grupo de documentos", "grupos de documentos",
        "gruppo di documenti", "gruppi di documenti", "documentgroep", "documentgroepen", "dokumentgruppe",
        "dokumentgrupp", "группа документов", "группы документов", "ドキュメントグループ", "文書グループ", "文档组",
        "文件组",
    ]
    static let participant = [
        "participant", "participant id", "participant name", "case", "case name", "speaker", "respondent",
        "interviewee",
        "pseudonym", "person", "who", "teilnehmer", "teilnehmerin", "teilnehmende", "fall", "sprecher", "befragte",
        "participante", "partecipante", "participant·e", "locuteur", "hablante", "deelnemer", "caso", "cas", "deltager",
        "deltagare", "участник", "参与者", "参加者",
    ]
    static let id = ["id", "quotation id", "quote id", "excerpt id", "number", "nr", "nr.", "no", "no.", "#"]
    static let memo = [
        "comment", "comments", "memo", "coded_memo", "coding memo", "note", "notes", "kommentar", "anmerkung",
        "commentaire",
        "comentario", "comentário", "commento", "opmerking", "kommentti", "комментарий", "コメント", "备注", "注释",
    ]
    static let important = ["important", "key quote", "key", "worth showing", "wichtig", "importante", "importante?"]
    static let begin = [
        "beginning", "begin", "start", "anfang", "début", "inicio", "comienzo", "início", "inizio", "начало", "開始",
        "开始",
    ]
    static let end = ["end", "ende", "fin", "final", "fim", "fine", "einde", "slut", "конец", "終了", "结束"]
    /// What only ATLAS.ti calls a column.
    static let atlas = [
        "quotation content", "zitatinhalt", "contenu de la citation", "contenido de la cita", "conteúdo da citação",
        "contenuto della citazione", "引文内容", "quotation name",
    ]

    /// A name of a column as it is compared.
    static func plain(_ name: String) -> String { name.foldedForComparison() }

    /// The column that the likeliest of some words names.
    static func column(_ words: [String], in header: [String]) -> Int? {
        for word in words { if let found = header.firstIndex(of: word) { return found } }
        return nil
    }
}
