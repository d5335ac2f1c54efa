"""Edits that people make to a study, each at a place that chance picks.

An edit is a function of a folder and a source of chance. Some of them leave a study that is wrong, as people do.
"""

import csv
import io
import os
import re
import shutil

TEMPLATES = os.path.join(os.path.dirname(__file__), "..", "..", "templates")


def pick(study, chance, pattern):
    return chance.choice(sorted(study.glob(pattern)))


def rewrite(path, change):
    path.write_text(change(path.read_text("utf-8")), "utf-8")


def table(path, change):
    """Changes the rows of a table; each is a dictionary."""
    text = path.read_text("utf-8-sig")
    delimiter = max(",;\t", key=text.splitlines()[0].count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows = change(list(reader))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, reader.fieldnames, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), "utf-8", newline="")


def on_a_row(change):
    def edit(study, chance):
        def on_rows(rows):
            change(chance.choice(rows), rows, chance)
            return rows

        table(pick(study, chance, "quotes/*.csv"), on_rows)

    edit.__name__ = change.__name__
    return edit


# Quotes


@on_a_row
def recode(row, rows, chance):
    row["codes"] = chance.choice(rows)["codes"]


@on_a_row
def add_a_code(row, rows, chance):
    row["codes"] += "; " + chance.choice(rows)["codes"]


@on_a_row
def mend_words(row, rows, chance):
    words = row["text"].split(" ")
    words[chance.randrange(len(words))] = chance.choice(["<mended>", "mended & whole", "é", "“mended”"])
    row["text"] = " ".join(words)


@on_a_row
def change_context(row, rows, chance):
    if "context" in row:
        row["context"] = chance.choice(["", "After lunch.", "In the corridor."])


@on_a_row
def withhold(row, rows, chance):
    if "status" in row:
        row["status"] = chance.choice(["", "withheld"])


def add_quote(study, chance):
    def change(rows):
        row = dict(chance.choice(rows))
        row["text"] = f"Said once more, number {chance.randrange(10**9)}. " + row["text"]
        if "id" in row:
            row["id"] = ""
        rows.insert(chance.randrange(len(rows) + 1), row)
        return rows

    table(pick(study, chance, "quotes/*.csv"), change)


def delete_quote(study, chance):
    def change(rows):
        if len(rows) > 2:
            rows.pop(chance.randrange(len(rows)))
        return rows

    table(pick(study, chance, "quotes/*.csv"), change)


def reorder_quotes(study, chance):
    table(pick(study, chance, "quotes/*.csv"), lambda rows: chance.sample(rows, len(rows)))


def rename_quote_file(study, chance):
    path = pick(study, chance, "quotes/*.csv")
    path.rename(path.with_name(f"{chance.randrange(100)}-{path.name[-20:]}"))


# People


def reorder_participants(study, chance):
    table(study / "participants.csv", lambda rows: chance.sample(rows, len(rows)))


def change_attribute(study, chance):
    def change(rows):
        row = chance.choice(rows)
        names = [name for name in row if name not in ("participant", "id", "group")]
        if names:
            row[chance.choice(names)] = chance.choice(["", "a few years", "many years"])
        return rows

    table(study / "participants.csv", change)


def add_participant(study, chance):
    def change(rows):
        row = dict(chance.choice(rows))
        row[next(iter(row))] = f"N{chance.randrange(1000)}"
        return rows + [row]

    table(study / "participants.csv", change)


def rename_participant(study, chance):
    names = []

    def change(rows):
        key = next(iter(rows[0]))
        row = chance.choice(rows)
        names.extend([row[key], f"X{chance.randrange(1000)}"])
        row[key] = names[1]
        return rows

    def on_quotes(rows):
        for row in rows:
            if row["participant"] == names[0]:
                row["participant"] = names[1]
        return rows

    table(study / "participants.csv", change)
    for path in study.glob("quotes/*.csv"):
        table(path, on_quotes)


# The codebook and the settings, by lines


def on_a_line(file, pattern, change):
    """An edit of one of the lines of a file that match."""

    def edit(study, chance):
        path = study / file
        lines = path.read_text("utf-8").split("\n")
        found = [number for number, line in enumerate(lines) if re.search(pattern, line)]
        if found:
            number = chance.choice(found)
            lines[number] = change(lines[number], chance)
            path.write_text("\n".join(lines), "utf-8")

    edit.__name__ = f"{change.__name__} in {file}"
    return edit


def retitle(line, chance):
    return re.sub(r"(title: ).*?([,}]|$)", rf'\1"Another <title> {chance.randrange(1000)}"\2', line)


def take_away(line, chance):
    return ""


def set_text(line, chance):
    return re.sub(r": .*", f': "Set anew, {chance.randrange(1000)}"', line)


def swap_themes(study, chance):
    """Two topmost themes change places."""
    path = study / "codebook.yml"
    head, *themes = re.split(r"(?m)^(?=  - id:)", path.read_text("utf-8"))
    if len(themes) > 1:
        themes = [theme.rstrip("\n") + "\n" for theme in chance.sample(themes, len(themes))]
        path.write_text(head + "".join(themes), "utf-8")


def rename_theme(study, chance):
    """A theme gets another id, everywhere."""
    path = pick(study, chance, "themes/*.md")
    new = f"renamed-{chance.randrange(1000)}"
    for file in study.rglob("*"):
        if file.suffix in (".md", ".yml", ".csv"):
            rewrite(file, lambda text: re.sub(rf"(?<![\w-]){re.escape(path.stem)}(?![\w-])", new, text))
    path.rename(path.with_name(new + ".md"))


# Prose


def some_prose(study, chance):
    return pick(study, chance, chance.choice(["themes/*.md", "pages/*.md", "themes/*.md", "guides/*.md"]))


def add_sentence(study, chance):
    theme = pick(study, chance, "themes/*.md").stem
    quotes = re.findall(r"quote:([\w-]+)", "".join(path.read_text("utf-8") for path in study.glob("themes/*.md")))
    quote = chance.choice(quotes) if quotes else "none"
    sentence = chance.choice(
        [
            f"See [](theme:{theme}).",
            f"One said [so](quote:{quote}).",
            f"![](quote:{quote})",
            f"![](theme:{theme})",
            f"A <b>claim</b> of {chance.randrange(1000)} & more.",
            f"## A heading {chance.randrange(9)}\n\nWith text.[^1]\n\n[^1]: A note.",
        ]
    )
    rewrite(some_prose(study, chance), lambda text: text.rstrip("\n") + f"\n\n{sentence}\n")


def delete_paragraph(study, chance):
    def change(text):
        parts = text.split("\n\n")
        return "\n\n".join(parts[:-1]) if len(parts) > 1 else text

    rewrite(some_prose(study, chance), change)


def delete_prose(study, chance):
    pick(study, chance, "themes/*.md").unlink()


def show_picture(study, chance):
    picture = study / "pictures" / f"{chance.randrange(3)}.svg"
    picture.parent.mkdir(exist_ok=True)
    picture.write_text(f"<svg xmlns='http://www.w3.org/2000/svg'><!-- {chance.randrange(1000)} --></svg>", "utf-8")
    rewrite(
        some_prose(study, chance),
        lambda text: text.rstrip("\n") + f"\n\n![A drawing](../pictures/{picture.name})\n",
    )


# The look


def change_template(study, chance):
    name = chance.choice(
        ["quote.mustache", "theme.mustache", "layout.mustache", "partials/quote-card.mustache", "style.css", "menu.js"]
        + ["partials/listed-quote.mustache", "footer.mustache", "home.mustache"]
    )
    own = study / "templates" / name
    if own.exists():
        own.unlink()
        return
    own.parent.mkdir(parents=True, exist_ok=True)
    built_in = os.path.join(TEMPLATES, name)
    if os.path.exists(built_in):
        shutil.copy(built_in, own)
        mark = f"{{{{! {chance.randrange(9)} }}}}<!-- own -->\n" if name.endswith("mustache") else "/* own */\n"
        rewrite(own, lambda text: text + mark)


def change_words(study, chance):
    words = study / "templates" / "words" / "en.yml"
    words.parent.mkdir(parents=True, exist_ok=True)
    words.write_text(f"themes: Our themes {chance.randrange(9)}\n", "utf-8")


def drop_templates(study, chance):
    shutil.rmtree(study / "templates", ignore_errors=True)


EDITS = [
    recode,
    recode,
    add_a_code,
    mend_words,
    mend_words,
    change_context,
    withhold,
    add_quote,
    add_quote,
    delete_quote,
    reorder_quotes,
    rename_quote_file,
    reorder_participants,
    change_attribute,
    add_participant,
    rename_participant,
    on_a_line("codebook.yml", r"\btitle:", retitle),
    on_a_line("codebook.yml", r"^ +(short-title|summary|quote|constructs):", take_away),
    on_a_line("study.yml", r"\btitle:", retitle),
    on_a_line("study.yml", r"^(subtitle|short-title|question|notice|summary):", set_text),
    on_a_line("study.yml", r"^ +(singular|description):", set_text),
    on_a_line("study.yml", r"^  - \{column:", take_away),
    on_a_line("logic-model.yml", r"\btitle:", retitle),
    on_a_line("logic-model.yml", r"^ +- ?\{ ?from:", take_away),
    on_a_line("theory.md", r"^ +claim:", set_text),
    on_a_line("theory.md", r"^ +(against|boxes):", take_away),
    swap_themes,
    rename_theme,
    add_sentence,
    add_sentence,
    delete_paragraph,
    delete_prose,
    show_picture,
    change_template,
    change_words,
    drop_templates,
]
