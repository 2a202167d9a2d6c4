"""Time `ogp` beside its peers on the same files: `python benchmarks/run.py`.

Whole processes, ours and the peers' in turn, the least of several rounds, since what else a machine
does only adds: the time of the processor, the time on the wall, and the peak of the memory.

Peers are what is installed of them (`pip install check-jsonschema yamale yamllint`,
`npm install -g ajv-cli`); they check the shape of every commitment by itself, with the same schema,
and have no rule across files.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
GENERATE = [sys.executable, str(HERE / "generate.py")]
FLOOR = "read the bytes"
NOTHING = "python -c pass"
READ = (
    "import glob\nfor name in glob.glob('data/**/*.yaml', recursive=True): open(name, 'rb').read()"
)


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds of the processor and on the wall, megabytes at most."""

    cpu: float
    wall: float
    peak: float


def commands(schema: Path) -> dict[str, list[str]]:
    """Return what is timed, run in the folder that holds `data/`."""
    files = sorted(map(str, Path("data/commitments").glob("*.yaml")))
    python, ogp = sys.executable, str(BIN / "ogp")
    found = {
        NOTHING: [python, "-c", "pass"],
        FLOOR: [python, "-c", READ],
        "ogp --help": [ogp, "--help"],
        "ogp check": [ogp, "check"],
        "ogp status": [ogp, "status"],
        "yamale": ["yamale", "-n", "1", "-s", str(HERE / "commitment.yamale"), "data/commitments"],
        "check-jsonschema": ["check-jsonschema", "--schemafile", str(schema), *files],
        "ajv-cli": [
            *("ajv", "validate", "--spec=draft2020", "--strict=false", "--validate-formats=false"),
            *("-s", str(schema), "-d", "data/commitments/*.yaml"),
        ],
        "yamllint": ["yamllint", "-d", "{rules: {}}", *files],
    }
    where = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    paths = {name: shutil.which(command[0], path=where) for name, command in found.items()}
    return {name: [path, *found[name][1:]] for name, path in paths.items() if path}


def cost(command: list[str], *, wrong: bool) -> Cost:
    """Run a command, and return what it took; ends where it finds what it ought not to."""
    start = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode and not wrong:
        sys.exit(f"this failed: {' '.join(command[:5])}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(used.ru_utime + used.ru_stime, perf_counter() - start, used.ru_maxrss * unit / 1e6)


def measure(
    root: Path, schema: Path, rounds: int, only: set[str], *, wrong: bool
) -> dict[str, Cost]:
    """Return the least of several rounds, in each of which every command has its turn."""
    os.chdir(root)
    found: dict[str, list[Cost]] = {}
    for _ in range(rounds):
        for name, command in commands(schema).items():
            if not only or name in only:
                found.setdefault(name, []).append(cost(command, wrong=wrong))
    return {name: least(costs) for name, costs in found.items()}


def least(costs: list[Cost]) -> Cost:
    """Return the least of what several rounds took."""
    return Cost(
        min(each.cpu for each in costs),
        min(each.wall for each in costs),
        min(each.peak for each in costs),
    )


def table(files: str, costs: dict[str, Cost]) -> Iterator[str]:
    """Give a table in Markdown; its last column is how many times the time of `ogp check`."""
    ours = costs.get("ogp check")
    yield f"| {files} | CPU s | wall s | peak MB | CPU, `ogp check` = 1 |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name, each in costs.items():
        ratio = f"{each.cpu / ours.cpu:.2f}" if ours else ""
        yield f"| {name} | {each.cpu:.2f} | {each.wall:.2f} | {each.peak:.0f} | {ratio} |"


def main() -> None:
    """Measure the sizes asked for, and the files of which every one is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[27, 1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=[], help="these rows, as in 'ogp check'")
    parser.add_argument("--wrong", action="store_true", help="a mistake in every commitment")
    parser.add_argument("--drafting", action="store_true", help="before the adoption")
    given = parser.parse_args()
    flags = [f"--{name}" for name in ("wrong", "drafting") if getattr(given, name)]
    with tempfile.TemporaryDirectory() as folder:
        schema = Path(folder) / "commitment.schema.json"
        schema.write_bytes(subprocess.check_output([BIN / "ogp", "schema", "commitment"]))
        for size in given.sizes:
            root = Path(folder) / str(size)
            # In a process of its own: a child's peak is at least the memory of its parent.
            subprocess.run([*GENERATE, str(size), root, *flags], check=True)
            costs = measure(root, schema, given.rounds, {*given.only}, wrong=given.wrong)
            print(*table(f"{size:,} commitments", costs), "", sep="\n", flush=True)  # noqa: T201
            os.chdir(HERE)
            shutil.rmtree(root)


if __name__ == "__main__":
    main()
