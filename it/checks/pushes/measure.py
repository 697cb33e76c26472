#!/usr/bin/env python3
"""Measures the rule about pushes on real workflows.

    python3 it/checks/pushes/measure.py --classpath enforcer-rule/target/classes:jspecify.jar... \\
        FOLDER [--lines FILE]

Each folder in FOLDER is the root of a repository: its workflows, and the actions, scripts and
Makefiles that they use. Prints what the rule says of them as they are, and how much of it is found
where every login is taken out, or made one to another registry: in the workflows, and in the files
of the repository that they use. A workflow is asked about where a job has a push without credentials
of its own, and a login was changed in that job or in what it uses; "judged" counts those of which the
rule said before that a login covers a push. With --lines, all that it says of
them as they are is written to a file, to be read by hand, and of each workflow where nothing was
found what was said instead: whether a finding is false, which pushes are missing, and whether a
login that is gone was for the push at all, no program can tell.
"""

import argparse
import collections
import pathlib
import re
import shutil
import subprocess
import tempfile

import yaml

HERE = pathlib.Path(__file__).parent
WORKFLOWS = (".forgejo/workflows", ".gitea/workflows", ".github/workflows")
ELSEWHERE = "registry.elsewhere.example"

CONTINUED = re.compile(r"\\\n\s*")
COMMAND = re.compile(
    r"\b((?:docker|podman|skopeo|buildah|oras|nerdctl|(?:helm|regctl) registry|crane auth|cosign|ko)"
    r" login)\b[^\n|;&<]*"
)
ACTION = re.compile(r"^(\s*(?:- )?uses:\s*)(\S*(?:docker-)?login-action|\S*podman-login)@\S+", re.M)
CLOUD = re.compile(
    r"^(\s*(?:- )?uses:\s*)\S*(?:amazon-ecr-login|azure/docker-login|setup-ko|setup-crane)@\S+", re.M
)
CLOUD_COMMAND = re.compile(r"\b(?:az acr login|gcloud auth configure-docker)\b[^\n|;&]*")
REGISTRY = re.compile(r"^(\s*)registry:\s*[^\n]*$", re.M)


def without_login(text):
    text = CONTINUED.sub(" ", text)
    text = COMMAND.sub("cat", text)
    text = CLOUD_COMMAND.sub("true", text)
    text = CLOUD.sub(r"\1actions/cache@v4", text)
    return ACTION.sub(r"\1actions/cache@v4", text)


def login_elsewhere(text):
    text = CONTINUED.sub(" ", text)
    text = COMMAND.sub(rf"\1 {ELSEWHERE} -u ci --password-stdin ", text)
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        action = ACTION.match(lines[at])
        at += 1
        if not action:
            continue
        column = lines[at - 1].index("uses:")
        given = named = None
        end = at
        while end < len(lines) and (
            not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) >= column
        ):
            step = re.match(r"\s*- ", lines[end])
            if step and lines[end].index("-") < column:
                break
            if re.match(r"\s*with:\s*$", lines[end]):
                given = end
            if REGISTRY.match(lines[end]):
                named = end
            end += 1
        if named is not None:
            lines[named] = REGISTRY.sub(rf"\1registry: {ELSEWHERE}", lines[named])
        elif given is not None:
            first = lines[given + 1]
            margin = first[: len(first) - len(first.lstrip())]
            lines.insert(given + 1, f"{margin}registry: {ELSEWHERE}")
    return "\n".join(lines)


class Rule:
    def __init__(self, classpath, folder):
        source = HERE / "ReadPushes.java"
        subprocess.run(["javac", "-d", folder, "-cp", classpath, source], check=True)
        self.process = subprocess.Popen(
            ["java", "-cp", f"{folder}:{classpath}", "ReadPushes"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def read(self, folder):
        print(folder, file=self.process.stdin, flush=True)
        rows = []
        while line := self.process.stdout.readline().rstrip("\n"):
            rows.append(line.split("\t"))
        return rows


def workflows(root):
    for folder in WORKFLOWS:
        for file in sorted(pathlib.Path(root, folder).glob("*.y*ml")):
            yield file


def texts(root):
    """The files of a repository that may hold a login."""
    for file in sorted(pathlib.Path(root).rglob("*")):
        if file.is_file() and not file.is_symlink():
            try:
                yield file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def uses(text, changed):
    """Whether a text speaks of one of the files that were changed."""
    for name in changed:
        path = pathlib.PurePosixPath(name)
        if path.stem == "action":
            named = "./" + str(path.parent) in text
        elif path.name.lower().endswith("makefile") or path.suffix == ".mk":
            named = re.search(r"\bmake\b", text)
        elif path.name.lower().endswith("justfile"):
            named = re.search(r"\bjust\b", text)
        else:
            named = not name.startswith(WORKFLOWS) and path.name in text
        if named:
            return True
    return False


def reaching(all_texts, changed):
    """The files, workflows apart, that use a changed one through any number of others."""
    reached = set(changed)
    more = True
    while more:
        more = False
        for name, text in all_texts.items():
            if name not in reached and not name.startswith(WORKFLOWS) and uses(text, reached):
                reached.add(name)
                more = True
    return {it for it in reached if not it.startswith(WORKFLOWS)}


def jobs(text):
    """The jobs of a workflow, each as text."""
    try:
        found = yaml.safe_load(text).get("jobs", {})
    except (yaml.YAMLError, AttributeError):
        return {}
    return {str(key): yaml.safe_dump(job, width=10**6) for key, job in found.items()}


def asked(rows, all_texts, changed):
    """The workflows in which a job that pushes without credentials of its own lost a login."""
    reached = reaching(all_texts, changed)
    pushing = collections.defaultdict(set)
    for row in rows:
        if row[0] == "push" and row[-1] != "own":
            pushing[row[2]].add(row[3])
    for file, names in sorted(pushing.items()):
        before = jobs(all_texts.get(file, ""))
        after = jobs(changed.get(file, all_texts.get(file, "")))
        if any(
            before.get(job) != after.get(job) or uses(before.get(job, ""), reached)
            for job in names
        ):
            yield file


def is_judged(rows, file):
    return any(row[0] == "push" and row[2] == file and row[-1] == "login" for row in rows)


def is_found(rows, file):
    return any(row[0] == "finding" and row[2] == file for row in rows)


def reasons(rows, file):
    """What is said of the pushes of a workflow."""
    places = {row[1] for row in rows if row[0] == "push" and row[2] == file}
    said = {row[3] for row in rows if row[0] == "note" and row[1] in places}
    return " | ".join(sorted(it for it in said if "depends on" in it)) or "nothing"


def mutants(rule, root, rows, work):
    """Each workflow that is asked about, with the kind of change and what came of it."""
    all_texts = dict(texts(root))
    for kind, change in (("removed", without_login), ("elsewhere", login_elsewhere)):
        changed = {}
        for name, text in all_texts.items():
            new = change(text)
            if new != CONTINUED.sub(" ", text):
                changed[name] = new
        files = [it for it in asked(rows, all_texts, changed) if not is_found(rows, it)]
        if not files:
            continue
        other = pathlib.Path(work, "mutant")
        shutil.rmtree(other, ignore_errors=True)
        shutil.copytree(root, other, symlinks=True)
        for name, text in changed.items():
            pathlib.Path(other, name).write_text(text, encoding="utf-8")
        after = rule.read(other)
        for file in files:
            yield file, kind, is_found(after, file), reasons(after, file)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--classpath", required=True)
    parser.add_argument("--lines")
    parser.add_argument("folder")
    given = parser.parse_args()
    counts = collections.Counter()
    missed = []
    with tempfile.TemporaryDirectory() as work:
        rule = Rule(given.classpath, work)
        said = open(given.lines, "w", encoding="utf-8") if given.lines else None
        for root in sorted(pathlib.Path(given.folder).iterdir()):
            rows = rule.read(root)
            places = {}
            for row in rows:
                if said:
                    print(root.name, *row, sep="\t", file=said)
                if row[0] == "push":
                    places.setdefault(row[1], set()).add(row[-1])
                else:
                    counts[row[0]] += 1
                counts["note that may push"] += row[0] == "note" and row[2] == "true"
            # A push in an action or a script is one place, however often it is used.
            for ways in places.values():
                counts["push " + "/".join(sorted(ways))] += 1
            pushing = {row[2] for row in rows if row[0] == "push"}
            counts["workflows"] += sum(1 for _ in workflows(root))
            counts["workflows that push"] += len(pushing)
            counts["repositories that push"] += bool(pushing)
            if not pushing:
                continue
            for file, kind, found, why in mutants(rule, root, rows, work):
                counts[f"login {kind}"] += 1
                counts[f"login {kind}, found"] += found
                if is_judged(rows, file):
                    counts[f"login {kind}, judged"] += 1
                    counts[f"login {kind}, judged, found"] += found
                if not found:
                    missed.append("\t".join((root.name, file, kind, why)))
        for key in sorted(counts):
            print(f"{counts[key]:6} {key}")
        if said:
            print(*(f"missed\t{it}" for it in missed), sep="\n", file=said)


main()
