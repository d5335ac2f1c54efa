/// What a drawing looks like where no style sheet of a page says so: in attributes, which every program understands. In a
/// page only lines and grounds have them, without which one would see nothing if the style sheet did not come.
///
/// Programs for slides and documents know neither variables nor the colour of the text around, and some no style sheets at
/// all. The colours are those of the light pages.
enum SVGStyle {
    /// The fonts of the common systems. Nothing is loaded.
    static let fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

    /// For a file of its own. Programs that know only the first of them have it.
    static let standaloneFonts = "Arial, Helvetica, 'Liberation Sans', sans-serif"

    /// White space around a drawing that is a file of its own.
    static let border = 24

    static let ground = "#ffffff"
    static let ink = "#1b2124"
    static let softInk = "#50595e"
    static let rule = "#dcd8ce"
    static let boxLine = "#85847c"
    static let arrow = "#6b6f70"
    static let feedback = "#7d3f98"
}
