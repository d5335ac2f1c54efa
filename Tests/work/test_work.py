"""How much work a build is, counted in instructions, which do not depend on how busy the machine is.

work.json holds what a page of each size took when somebody last looked. Whoever makes pages do more on purpose writes
it anew, and shows in the same change what it costs:

    VERBATIM_WORK=accept .venv/bin/python -m pytest -q Tests/work
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAMS = ROOT / ".build/release"
KNOWN = Path(__file__).with_name("work.json")
SIZES = ["S", "Q", "M"]
MORE = 1.1


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    """For each size the instructions of a whole build in memory, and how many quotes and files it has."""
    folder = tmp_path_factory.mktemp("work")
    # Valgrind cannot read all of what is kept for debuggers.
    program = folder / "build-in-memory"
    shutil.copy(PROGRAMS / "build-in-memory", program)
    subprocess.run(["strip", "--strip-debug", program], check=True)
    counted = {}
    for size in SIZES:
        study = folder / size
        subprocess.run(
            [PROGRAMS / "synthetic-study", "--size", size, "--seed", "7", study], check=True, capture_output=True
        )
        result = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/callgrind.{size}", program, study],
            # Tables in which texts are looked up are seeded anew in each process otherwise.
            env=os.environ | {"SWIFT_DETERMINISTIC_HASHING": "1"},
            capture_output=True,
            text=True,
        )
        assert result.returncode == 0, result.stderr
        quotes, files, bytes_made = map(int, re.findall(r"\d+", result.stdout))
        instructions = int(re.search(r"Collected : (\d+)", result.stderr)[1])
        counted[size] = {"quotes": quotes, "files": files, "bytes": bytes_made, "instructions": instructions}
    return counted


def per_file(counts):
    return counts["instructions"] / counts["files"]


def test_a_page_takes_no_more_work_than_it_did(work):
    now = {size: round(per_file(counts)) for size, counts in work.items()}
    if os.environ.get("VERBATIM_WORK") == "accept":
        KNOWN.write_text(json.dumps({"instructions per file": now}, indent=2) + "\n")
    known = json.loads(KNOWN.read_text())["instructions per file"]
    grown = {size: f"{known[size]:,} before, {now[size]:,} now" for size in SIZES if now[size] > known[size] * MORE}
    assert not grown, f"a page takes over a tenth more instructions than it did; see {KNOWN.name}"


def test_work_grows_in_step_with_the_study(work):
    """Four times the quotes, themes and people take four times the work at most, and so does what is made of them."""
    quarter, whole = work["Q"], work["M"]
    quotes = whole["quotes"] / quarter["quotes"]
    assert quotes == 4
    assert whole["instructions"] < quarter["instructions"] * quotes * MORE
    assert whole["bytes"] < quarter["bytes"] * quotes * MORE
