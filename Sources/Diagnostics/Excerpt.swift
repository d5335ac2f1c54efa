/// A line of a file around a place, made fit for a terminal, and where to underline it.
struct Excerpt {
    /// The number of the line, from 1.
    let lineNumber: Int
    /// The part of the line around the place; `…` stands where it was cut.
    let text: String
    /// How many terminal columns stand before the underline.
    let indent: Int
    /// How many terminal columns the underline has, at least one.
    let width: Int

    /// The most columns that are shown of a line, apart from the marks of the cuts.
    private static let window = 100
    /// How many scalars are looked at on each side; a line may be as long as a file.
    private static let reach = 200

    /// The excerpt for a place. Of a place that spans lines the first one is shown.
    init(of place: Place, in source: Source) {
        lineNumber = source.position(at: Int(place.offset)).line
        let line = source.line(lineNumber)
        let start = min(max(Int(place.offset), line.startIndex), line.endIndex)
        let end = min(max(Int(place.offset) + Int(place.length), start), line.endIndex)
        let first = Self.move(from: start, by: -1, in: line)
        let last = Self.move(from: start, by: 1, in: line)

        let before = Glyph.glyphs(line[first..<start])
        let marked = Glyph.glyphs(line[start..<min(end, last)])
        let after = Glyph.glyphs(line[min(end, last)..<last])

        // The place may take two thirds of the window, or what the text before it leaves.
        let shownBefore = Self.suffix(before, columns: max(Self.window / 3, Self.window - Self.columns(marked + after)))
        let room = Self.window - Self.columns(shownBefore)
        let shownMarked = Self.prefix(marked, columns: room)
        let shownAfter =
            shownMarked.count < marked.count ? [] : Self.prefix(after, columns: room - Self.columns(shownMarked))

        let isCutBefore = first > line.startIndex || shownBefore.count < before.count
        let isCutAfter = last < line.endIndex || shownMarked.count + shownAfter.count < marked.count + after.count
        text =
            (isCutBefore ? "…" : "") + (shownBefore + shownMarked + shownAfter).map(\.text).joined()
            + (isCutAfter ? "…" : "")
        indent = (isCutBefore ? 1 : 0) + Self.columns(shownBefore)
        width = max(1, Self.columns(shownMarked))
    }

    private static func columns(_ glyphs: some Sequence<Glyph>) -> Int {
        glyphs.reduce(0) { $0 + $1.columns }
    }

    private static func prefix(_ glyphs: [Glyph], columns: Int) -> ArraySlice<Glyph> {
        var room = columns
        return glyphs.prefix { glyph in
            room -= glyph.columns
            return room >= 0
        }
    }

    /// The last glyphs that fit, without a mark whose letter was cut off.
    private static func suffix(_ glyphs: [Glyph], columns: Int) -> ArraySlice<Glyph> {
        let kept = prefix(glyphs.reversed(), columns: columns).count
        let shown = glyphs.suffix(kept)
        return kept < glyphs.count ? shown.drop { $0.columns == 0 } : shown
    }

    /// The offset some scalars before or after another.
    private static func move(from offset: Int, by step: Int, in line: ArraySlice<UInt8>) -> Int {
        var offset = offset
        var remaining = reach
        while remaining > 0, step < 0 ? offset > line.startIndex : offset < line.endIndex {
            offset += step
            while offset > line.startIndex, offset < line.endIndex, line[offset] & 0xC0 == 0x80 { offset += step }
            remaining -= 1
        }
        return offset
    }
}

/// A scalar as a terminal may show it.
///
/// Files hold what people and programs wrote. Shown as it is, an escape sequence could drive the terminal and an
/// override of the writing direction could make a message say something else.
struct Glyph {
    /// What is shown.
    let text: String
    /// How many columns it takes.
    let columns: Int

    /// A text that stands on one line and cannot drive a terminal.
    static func harmless(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E }) else { return text }
        return text.unicodeScalars.map { $0 == "\t" ? " " : picture(of: $0) ?? String($0) }.joined()
    }

    /// The scalars of a text, each with its width.
    static func glyphs(_ bytes: ArraySlice<UInt8>) -> [Glyph] {
        var before: (scalar: Unicode.Scalar, columns: Int)?
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
            let glyph =
                if scalar == "\t" {
                    Glyph(text: "    ", columns: 4)
                } else if let picture = picture(of: scalar) {
                    Glyph(text: picture, columns: 1)
                } else {
                    Glyph(text: String(scalar), columns: columns(of: scalar, after: before))
                }
            before = (scalar, glyph.columns)
            return glyph
        }
    }

    /// What stands for a scalar that must not reach a terminal.
    private static func picture(of scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
        case 0x7F: "␡"
        // C1 controls, marks and overrides of direction, separators, the byte order mark, interlinear and tag characters.
        case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
            0xE0000...0xE007F:
            "\u{FFFD}"
        default: nil
        }
    }

    private static func columns(
        of scalar: Unicode.Scalar,
        after before: (scalar: Unicode.Scalar, columns: Int)?
    ) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.value {
        // The variation selector for emoji widens a sign that is one column without it.
        case 0xFE0F:
            guard let before, before.columns == 1, before.scalar.value > 0xFF else { return 0 }
            return before.scalar.properties.isEmoji ? 1 : 0
        // Skin tones colour the emoji before them. Two regional indicators make one flag.
        case 0x1F3FB...0x1F3FF: return before?.scalar.properties.isEmojiModifierBase == true ? 0 : 2
        case 0x1F1E6...0x1F1FF: return 1
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default:
            // What a joiner adds to an emoji is drawn into it.
            if before?.scalar == "\u{200D}", scalar.properties.isEmoji { return 0 }
            return isWide(scalar) ? 2 : 1
        }
    }

    /// East Asian wide and emoji, in coarse ranges.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        default: scalar.properties.isEmojiPresentation
        }
    }
}
