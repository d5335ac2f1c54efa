"""Whatever is done to a study, the next build makes the very site that a build into an empty folder makes.

The edits are drawn by chance from a seed, so that a failure can be had again. VERBATIM_EDITS says how many, and
VERBATIM_SEED another seed.
"""

import os
import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from edits import EDITS

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(os.environ.get("VERBATIM_PROGRAMS", ROOT / ".build/release"))
COUNT = int(os.environ.get("VERBATIM_EDITS", 125))
SEED = os.environ.get("VERBATIM_SEED", "1")


@pytest.fixture(params=["the real study", "an invented one"])
def study(request, tmp_path):
    folder = tmp_path / "study"
    if request.param == "the real study":
        shutil.copytree(ROOT / "content", folder)
    else:
        subprocess.run([PROGRAMS / "synthetic-study", "--size", "S", "--seed", SEED, folder], check=True)
    return folder


def build(study, site, cache):
    """Builds, and tells how that ended: the status, what was said about the study, and how many files were written."""
    result = subprocess.run(
        [PROGRAMS / "verbatim", "build", "--study", study, "--output", site],
        env=os.environ | {"VERBATIM_CACHE": str(cache)},
        capture_output=True,
        text=True,
    )
    written = re.search(r"; (\d+) files? written", result.stdout)
    return result.returncode, result.stderr, int(written[1]) if written else 0


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def meddle(site, cache, chance):
    """What may happen to a site and to what is remembered of it between two builds."""
    files = [path for path in sorted(site.rglob("*")) if path.is_file() and path.name != ".verbatim-site"]
    file = chance.choice(files)
    memories = sorted(cache.glob("*"))
    what = chance.randrange(5)
    if what == 0:
        file.unlink()
    elif what == 1:
        data = bytearray(file.read_bytes() or b"x")
        data[chance.randrange(len(data))] ^= 1
        file.write_bytes(data)
    elif what == 2 and memories:
        memories[0].unlink()
    elif what == 3 and memories:
        data = bytearray(memories[0].read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        memories[0].write_bytes(data)


def test_a_rebuilt_site_is_that_of_a_clean_build(study, tmp_path):
    chance = random.Random(SEED)
    site, clean, cache, former = (tmp_path / name for name in ["site", "clean", "cache", "former"])
    assert build(study, site, cache)[0] == 0
    good = wrong = written = 0
    done = []
    for _ in range(COUNT):
        shutil.rmtree(former, ignore_errors=True)
        shutil.copytree(study, former)
        for edit in chance.sample(EDITS, chance.choice([1, 1, 1, 2, 3])):
            edit(study, chance)
            done.append(edit.__name__)
        if chance.random() < 0.1:
            meddle(site, cache, chance)
        before = contents(site)
        status, said, count = build(study, site, cache)
        written += count
        shutil.rmtree(clean, ignore_errors=True)
        # An empty name keeps nothing: this build knows of no other.
        expected = build(study, clean, "")
        assert (status, said) == expected[:2], f"after {done[-5:]}"
        if status == 0:
            good += 1
            assert contents(site) == contents(clean), f"after {done[-5:]}"
        else:
            wrong += 1
            assert status == 1, said
            assert contents(site) == before, f"a site was touched by a wrong study, after {done[-5:]}"
            shutil.rmtree(study)
            former.rename(study)
        assert not list(site.parent.glob(".site*")), "something was left beside the site"
    print(f"{good} edited studies published, {wrong} refused; of each site {written // max(1, good)} files were written")
    # Chance must not make this a test of refusals only, nor may each build write everything.
    assert good > COUNT // 2
    assert wrong < good


def test_one_processor_makes_what_many_make(tmp_path):
    study = tmp_path / "study"
    subprocess.run([PROGRAMS / "synthetic-study", "--size", "Q", "--seed", SEED, study], check=True)
    one, many = tmp_path / "one", tmp_path / "many"
    assert build(study, many, "")[0] == 0
    bound = [*(["taskset", "-c", "0"] if shutil.which("taskset") else []), PROGRAMS / "verbatim"]
    subprocess.run([*bound, "build", "--study", study, "--output", one, "--fresh"], check=True)
    assert contents(one) == contents(many)
