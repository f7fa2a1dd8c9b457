"""Small changes to the core of the program, one at a time, and whether the tests of its layer notice: `python tests/mutation/mutate.py`.

A changed file lives only in the memory of a forked child, which runs the layer's tests in their order and stops at the first that fails.
Of each file a sample is tried, the same for the same `--seed`; `--most N` and names of files make it smaller. Survivors are printed as
they are found, and kept in `--json FILE`; `--again FILE` tries only those, with `--tests` in place of the layer's. It is no part of the
tests: on two processors the whole sample takes an hour. mutmut and cosmic-ray take no sample, and start Python anew for each change.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib.abc
import importlib.util
import json
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CASES = "tests/claims/test_cases.py"
CLAIMS = ["tests/claims/test_denials.py", CASES, "tests/claims/test_screens.py", "tests/claims"]
LAYERS = [  # files, their tests, and how many changes at most are tried of each
    ("aoud_cli/verdicts/order.py", ["tests/verdicts", "tests/findings", CASES], 60),
    ("aoud_cli/verdicts/doubt.py", ["tests/verdicts", "tests/findings", CASES], 45),
    ("aoud_cli/verdicts/[ace]*.py", ["tests/verdicts", "tests/findings", CASES], 45),
    ("aoud_cli/claims/certainty.py", CLAIMS, 70),
    ("aoud_cli/findings/compare.py", ["tests/findings", "tests/verdicts", CASES], 40),
    ("aoud_cli/verdicts/find.py", ["tests/verdicts", "tests/findings", CASES], 12),
    ("aoud_cli/findings/*.py", ["tests/findings", "tests/verdicts", CASES], 14),
    ("aoud_cli/claims/screens/*.py", [CLAIMS[2], *CLAIMS[:2], CLAIMS[3]], 7),
    ("aoud_cli/names/sameness.py", ["tests/names", "tests/people", CASES], 20),
    ("aoud_cli/spans/dates/*.py", ["tests/spans", CASES], 10),
]
# What measures time says nothing under load; what reads the command line or its cache is of other layers.
PYTEST = [
    *("-o", "addopts=--strict-markers"),  # those of the project spread the tests over processes
    *("-x", "-q", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-seed=0"),
    *("-k", "not time_grows and not quick and not command_line", "--deselect=tests/claims/test_cache.py"),
]
LONGEST = 150  # seconds for one change

COMPARED = {
    ast.Lt: ("<", ["<=", ">="]), ast.LtE: ("<=", ["<", ">"]), ast.Gt: (">", [">=", "<="]), ast.GtE: (">=", [">", "<"]),
    ast.Eq: ("==", ["!="]), ast.NotEq: ("!=", ["=="]), ast.Is: ("is", ["is not"]), ast.IsNot: ("is not", ["is"]),
    ast.In: ("in", ["not in"]), ast.NotIn: ("not in", ["in"]),
}  # fmt: skip
ADDED = {ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "//"), ast.Div: ("/", "*"), ast.FloorDiv: ("//", "*")}
CALLED = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}


class Change(NamedTuple):
    """A stretch of a file, by its bytes, and what takes its place."""

    file: str
    start: int
    end: int
    new: str
    kind: str


class Finder(ast.NodeVisitor):
    """Collects the changes of one file."""

    def __init__(self, file: str, source: bytes) -> None:
        self.file, self.source, self.found = file, source, []
        self.lines = [0]
        for line in source.split(b"\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)
        self.returns: list[str] = []

    def place(self, node: ast.AST) -> tuple[int, int]:
        return self.lines[node.lineno - 1] + node.col_offset, self.lines[node.end_lineno - 1] + node.end_col_offset

    def text(self, node: ast.AST) -> str:
        start, end = self.place(node)
        return self.source[start:end].decode()

    def add(self, start: int, end: int, new: str, kind: str) -> None:
        self.found.append(Change(self.file, start, end, new, kind))

    def swap(self, node: ast.AST, new: str, kind: str) -> None:
        self.add(*self.place(node), new, kind)

    def between(self, left: ast.AST, right: ast.AST, old: str, new: str, kind: str) -> None:
        start, end = self.place(left)[1], self.place(right)[0]
        at = self.source[start:end].find(old.encode())
        if at >= 0:
            self.add(start + at, start + at + len(old.encode()), new, kind)

    def test(self, node: ast.expr, kind: str) -> None:
        self.swap(node, f"not ({self.text(node)})", kind)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Places inside are not told rightly before Python 3.12."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_arguments(self, node: ast.arguments) -> None:
        for one in [*node.defaults, *filter(None, node.kw_defaults)]:
            self.visit(one)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.returns.append(ast.unparse(node.returns) if node.returns else "")
        self.visit(node.args)
        self.block(node.body)
        self.returns.pop()

    def block(self, body: list[ast.stmt]) -> None:
        for one in body:
            if not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)):
                self.visit(one)

    def visit_Module(self, node: ast.Module) -> None:
        self.block(node.body)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.block(node.body)

    def visit_Compare(self, node: ast.Compare) -> None:
        for left, op, right in zip([node.left, *node.comparators], node.ops, node.comparators, strict=False):
            old, news = COMPARED[type(op)]
            for new in news:
                self.between(left, right, old, new, "compare")
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            self.between(left, right, old, new, "and/or")
        for one in node.values:
            self.swap(one, "True" if old == "and" else "False", "operand")
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if type(node.op) in ADDED:
            self.between(node.left, node.right, *ADDED[type(node.op)], "arithmetic")
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self.swap(node, f"({self.text(node.operand)})", "not")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if node.value is True or node.value is False:
            self.swap(node, str(not node.value), "constant")
        elif isinstance(node.value, int | float):
            self.swap(node, {0: "1", 1: "0"}.get(node.value, str(node.value + 1)), "constant")

    def visit_If(self, node: ast.If) -> None:
        self.test(node.test, "negate")
        self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        self.test(node.test, "negate")
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.swap(node, f"({self.text(node.body)})", "branch")
        self.swap(node, f"({self.text(node.orelse)})", "branch")
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for one in node.ifs:
            self.swap(one, "True", "filter")
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        wanted = self.returns[-1] if self.returns else ""
        news = ["True", "False"] if wanted == "bool" else ["None"] if "None" in wanted else ["0"] if wanted in ("int", "float") else []
        for new in news:
            if node.value is not None and self.text(node.value) != new:
                self.swap(node.value, new, "return")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id in CALLED:
            self.swap(node.func, CALLED[node.func.id], "call")
        self.generic_visit(node)

    def generic_visit(self, node: ast.AST) -> None:
        if isinstance(node, ast.Expr | ast.AugAssign | ast.Continue | ast.Break | ast.Raise) or (
            isinstance(node, ast.Return) and node.value is None
        ):
            self.swap(node, "pass", "statement")
        super().generic_visit(node)


def changes_of(root: Path, file: str) -> list[Change]:
    """The changes of a file that are Python and mean something else."""
    source = (root / file).read_bytes()
    finder = Finder(file, source)
    finder.visit(ast.parse(source))
    plain, found = ast.dump(ast.parse(source)), {}
    for one in finder.found:
        with contextlib.suppress(SyntaxError):
            tree = ast.dump(ast.parse(changed(source, one)))
            if tree != plain:
                found.setdefault(tree, one)
    return sorted(found.values(), key=lambda one: (one.start, one.end, one.new))


def changed(source: bytes, *changes: Change) -> bytes:
    for one in sorted(changes, key=lambda one: -one.start):
        source = source[: one.start] + one.new.encode() + source[one.end :]
    return source


def lines_of(root: Path, one: Change) -> tuple[int, str, str]:
    """The number of the line, and the lines before and after."""
    source = (root / one.file).read_bytes()
    first = source.rfind(b"\n", 0, one.start) + 1
    last = source.find(b"\n", one.end)
    after = source[first : one.start] + one.new.encode() + source[one.end : last]
    return source.count(b"\n", 0, one.start) + 1, source[first:last].decode(), after.decode()


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads the modules that are changed."""

    def __init__(self, root: Path, changes: list[Change]) -> None:
        self.root, self.by_name = root, {}
        for one in changes:
            self.by_name.setdefault(one.file.removesuffix(".py").replace("/", "."), []).append(one)

    def find_spec(self, name, path=None, target=None):
        if name not in self.by_name:
            return None
        file = self.root / self.by_name[name][0].file
        return importlib.util.spec_from_file_location(name, file, loader=self)

    def exec_module(self, module):
        changes = self.by_name[module.__name__]
        file = self.root / changes[0].file
        exec(compile(changed(file.read_bytes(), *changes), str(file), "exec"), module.__dict__)


def run(root: Path, changes: list[Change], tests: list[str], log: Path, stop: bool = True) -> int:
    """What pytest says of the tests with some changes; 99 if they never end."""
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
        out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for number in (1, 2):
            os.dup2(out, number)
        sys.meta_path.insert(0, Changed(root, changes))
        with contextlib.suppress(BaseException):
            os._exit(int(pytest.main([*(PYTEST if stop else [one for one in PYTEST if one != "-x"]), *tests])))
        os._exit(98)
    end = time.monotonic() + (LONGEST if stop else 3000)
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return 99


def plan(root: Path, seed: int, most: int | None, files: list[str]) -> Iterator[tuple[str, list[str], int, list[Change]]]:
    seen = set()
    for glob, tests, number in LAYERS:
        for path in sorted(root.glob(glob)):
            file = path.relative_to(root).as_posix()
            if file in seen or (files and not any(file.startswith(one) for one in files)):
                continue
            seen.add(file)
            found = changes_of(root, file)
            taken = random.Random(f"{seed} {file}").sample(found, min(most or number, len(found)))
            if found:
                yield file, tests, len(found), sorted(taken, key=lambda one: one.start)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*")
    parser.add_argument("--root", type=Path, default=Path.cwd())
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int)
    parser.add_argument("--json", type=Path, default=Path("survivors.json"))
    parser.add_argument("--again", type=Path)
    parser.add_argument("--tests", nargs="*")
    parser.add_argument("--count", action="store_true")
    args = parser.parse_args()
    root, log = args.root.resolve(), args.json.resolve().with_suffix(".log")
    args.json = args.json.resolve()
    os.chdir(root)
    sys.path.insert(0, str(root))
    sys.dont_write_bytecode = False
    os.environ["AOUD_CACHE"] = "off"
    import jsonschema  # noqa: F401
    import pytest
    import rapidfuzz.distance
    import rapidfuzz.fuzz  # noqa: F401
    import typer  # noqa: F401
    import yaml  # noqa: F401

    begun, survivors, table = time.monotonic(), [], []
    if args.again:
        for row in json.loads(args.again.read_text()):
            one = Change(**{key: row[key] for key in Change._fields})
            if args.files and not any(f"{one.file}:{row['line']}".startswith(name) for name in args.files):
                continue
            tests = args.tests or next(tests for glob, tests, _ in LAYERS if (root / one.file).match(glob))
            code = run(root, [one], tests, log)
            print("survived" if code == 0 else "killed", f"{one.file}:{row['line']}", row["new_line"].strip(), f"({code})", flush=True)
            if code == 0:
                survivors.append(row)
        args.json.write_text(json.dumps(survivors, indent=1))
        sys.exit()
    clean = set()
    for file, tests, number, taken in plan(root, args.seed, args.most, args.files):
        if args.count:
            print(file, number, len(taken))
            continue
        if tuple(tests) not in clean:
            if run(root, [], tests, log):
                sys.exit(f"the tests fail before any change: {log.read_text()[-2000:]}")
            clean.add(tuple(tests))
        killed, since = 0, time.monotonic()
        for one in taken:
            code = run(root, [one], tests, log)
            killed += code != 0
            if code == 0:
                line, before, after = lines_of(root, one)
                survivors.append({**one._asdict(), "line": line, "old_line": before, "new_line": after})
                print(f"{file}:{line} [{one.kind}]\n-{before}\n+{after}", flush=True)
        table.append((file, number, len(taken), killed))
        print(f"== {file}: {killed} of {len(taken)} killed ({number} in all), {time.monotonic() - since:.0f} s", flush=True)
        args.json.write_text(json.dumps(survivors, indent=1))
    print(f"\n{'file':44} all tried killed score")
    for file, number, tried, killed in table:
        print(f"{file:44} {number:3} {tried:5} {killed:6} {100 * killed / tried:4.0f}%")
    tried, killed = sum(row[2] for row in table), sum(row[3] for row in table)
    if tried:
        every, seconds = sum(row[1] for row in table), time.monotonic() - begun
        print(f"{'in all':44} {every:3} {tried:5} {killed:6} {100 * killed / tried:4.0f}%  ({seconds:.0f} s)")
