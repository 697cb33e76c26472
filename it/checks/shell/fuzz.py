#!/usr/bin/env python3
"""Holds what the rule says that scripts push against bash, on scripts made at random.

Needs bash and a JDK on the PATH, and the compiled rule with its dependencies as the class path. Run
from anywhere, for example:

    python3 it/checks/shell/fuzz.py --classpath enforcer-rule/target/classes:snakeyaml-engine.jar... \\
        --count 1000 --seed 1

Each script runs under all values of its conditions, with a docker that writes down what it is given.
Prints every script in which the rule is certain of an image that bash does not push there, or leaves
out one that it does, and ends with 1 if there is one. An image that the rule cannot tell is no
difference; how many it can tell is printed at the end.
"""

import argparse
import itertools
import pathlib
import random
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
READER = HERE.parent / "pushes" / "ReadPushes.java"
NAMES = ["V", "W", "X"]
WORKFLOW = "on: push\njobs:\n  a:\n    steps:\n      - env: {X: h0.example}\n        run: |\n"


class Maker:
    """Makes scripts; each place that pushes has a tag of its own."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.begin()

    def begin(self):
        self.hosts = 0
        self.sites = 0
        self.conditions = 0

    def one_of(self, *makers):
        return self.random.choice(makers)()

    def host(self):
        self.hosts += 1
        return f"h{self.hosts}.example"

    def name(self):
        return self.random.choice(NAMES)

    def value(self, words):
        choices = [self.host, self.host, lambda: f'"${self.name()}"', lambda: f"${{{self.name()}:-{self.host()}}}"]
        name = self.name()
        choices += [
            lambda: f"${{{name}:+{self.host()}}}",
            lambda: f'"${{{name}%x}}"',
        ]
        if words:
            choices += [lambda: '"$1"', lambda: "$2"]
        return self.one_of(*choices)

    def push(self, words):
        self.sites += 1
        name = self.random.choice(NAMES + (["1", "2"] if words else []))
        return f'docker push "${name}/s{self.sites}"'

    def condition(self):
        return f'[ {self.choice()} = 1 ]'

    def choice(self):
        """Another one each time: that two of them agree is nothing that the rule knows."""
        self.conditions += 1
        return f'"$C{self.conditions}"'

    def assignment(self, words):
        name = self.name()
        value = self.value(words)
        return self.one_of(
            lambda: f"{name}={value}",
            lambda: f"{name}={value}",
            lambda: f"export {name}={value}",
            lambda: f"export {name}",
            lambda: f"{name}={value} {name}x={value}",
            lambda: f": ${{{name}:={self.host()}}}",
            lambda: f"read {name} <<< {value}",
            lambda: f"eval '{name}={self.host()}'",
            lambda: f"declare -x {name}={value}" if not words else f"local {name}={value}",
            lambda: f"export -n {name}",
            lambda: f"unset {name}",
            lambda: "set -a",
            lambda: "set +a",
            lambda: f"set -- {self.host()} {self.host()}" if words else f"{name}={value}",
            lambda: "shift" if words else f"{name}={value}",
        )

    def call(self, words):
        programs = ["./child.sh", "bash child.sh", ". ./sourced.sh", "f", "g", "f", "g", "bash -c 'docker push \"$V/c\"' x"]
        program = self.random.choice(programs)
        call = f"{program} {self.value(words)} {self.value(words)}"
        name = self.name()
        return self.one_of(
            lambda: call,
            lambda: call,
            lambda: f"{name}={self.value(words)} {call}",
            lambda: f"env {name}={self.value(words)} ./child.sh {self.value(words)} z",
            lambda: f"x=$({call})",
            lambda: f"( {name}={self.value(words)}; {self.push(words)} )",
        )

    def statement(self, words, depth):
        if depth and self.conditions < 4 and self.random.random() < 0.2:
            body = "\n".join(self.statement(words, 0) for _ in range(self.random.randint(1, 2)))
            other = self.statement(words, 0)
            return self.one_of(
                lambda: f"if {self.condition()}; then\n{body}\nfi",
                lambda: f"if {self.condition()}; then\n{body}\nelse\n{other}\nfi",
                lambda: f"{self.condition()} && {other}",
                lambda: f"{self.condition()} && {{ {other}; }}",
                lambda: f"{self.condition()} && (\n{body}\n)",
                lambda: f'case {self.choice()} in\n1) {other};;\n*)\n{body}\nesac',
                lambda: f"if {self.condition()}; then\n{other}\n{'LEAVE' if words else 'exit'}\nfi",
                lambda: f"{self.condition()} || {other}",
                lambda: f"for {self.name()} in {self.host()} {self.value(words)}; do\n{body}\ndone",
            )
        return self.random.choice([self.assignment, self.assignment, self.push, self.call])(words)

    def block(self, words, count):
        return [self.statement(words, 1) for _ in range(count)]

    def script(self):
        self.begin()
        f = "\n".join(self.block(True, 3)).replace("\nf ", "\n: ")
        g = "\n".join(self.block(True, 2))
        # Only g calls f, and neither calls itself.
        f = re.sub(r"(^|\W)[fg] ", r"\1: ", f)
        g = re.sub(r"(^|\W)g ", r"\1: ", g)
        child = re.sub(r"\./child\.sh|bash child\.sh|\. \./sourced\.sh|\b[fg] ", ": ", "\n".join(self.block(True, 3)))
        sourced = re.sub(r"\./child\.sh|bash child\.sh|\. \./sourced\.sh|\b[fg] |\blocal ", ": ", "\n".join(self.block(False, 2)))
        f, g = (re.sub(r"\. \./sourced\.sh", ": ", it) for it in (f, g))
        # A function, or a program, may be left before its end.
        f, g, child = (it.replace("LEAVE", end) for it, end in ((f, "return"), (g, "return"), (child, "exit")))
        # A function that nothing calls is read as well, so both are called.
        calls = [f"{it} {self.host()} {self.host()}" for it in "fg"]
        main = "\n".join(self.block(False, 6) + [self.push(False)] + calls)
        return {
            "main.sh": f"f() {{\n{f}\n}}\ng() {{\n{g}\n}}\n{main}\n",
            "child.sh": f"#!/bin/bash\n{child}\n",
            "sourced.sh": sourced + "\n",
        }


def written(folder, files):
    for name, text in files.items():
        path = folder / name
        path.write_text(text)
        path.chmod(0o755)
    workflows = folder / ".github" / "workflows"
    workflows.mkdir(parents=True)
    main = files["main.sh"]
    (workflows / "a.yml").write_text(WORKFLOW + "".join(f"          {it}\n" for it in main.splitlines()))


def pushed(folder, files, bin_folder):
    """The hosts that each place pushes to, under all conditions."""
    found = {}
    conditions = sorted({it for text in files.values() for it in re.findall(r"\$(C\d)", text)})
    for values in itertools.product("01", repeat=len(conditions)):
        log = folder / "log"
        log.write_text("")
        environment = {"PATH": f"{bin_folder}:/usr/bin:/bin", "LOG": str(log), "X": "h0.example"}
        environment.update(zip(conditions, values))
        # What an error stops, such as a variable that cannot be set, the rest goes on without.
        subprocess.run(
            ["bash", "main.sh"], cwd=folder, env=environment, capture_output=True, timeout=20
        )
        for image in log.read_text().splitlines():
            host, _, site = image.rpartition("/")
            if host:  # without one, docker refuses the name
                found.setdefault(site, set()).add(host)
    return found


def read(rows):
    """What the rule is certain of: hosts by site, and the sites of which it is not."""
    known, open_sites, where, at_line = {}, set(), {}, {}
    for row in rows:
        cells = row.split("\t")
        if cells[0] == "push":
            host, _, site = cells[5].rpartition("/")
            where.setdefault(cells[1], set()).add(site)
            if re.fullmatch(r"(h\d+\.example)?", host):
                known.setdefault(site, set()).add(host)
            else:
                open_sites.add(site)
        elif cells[0] == "finding":
            to = re.search(r"pushes to (.*?) with no credentials", cells[4])
            if to:
                at_line.setdefault(cells[1], []).append(re.split(r", | or ", to[1]))
    for line, hosts in at_line.items():
        if len(where.get(line, ())) == 1:
            site = next(iter(where[line]))
            known.setdefault(site, set()).update(it for each in hosts for it in each)
    return known, open_sites


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--classpath", required=True)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    maker = Maker(arguments.seed)
    wrong = told = all_sites = 0
    with tempfile.TemporaryDirectory() as top:
        top = pathlib.Path(top)
        binaries = top / "bin"
        binaries.mkdir()
        stub = binaries / "docker"
        stub.write_text('#!/bin/sh\necho "$2" >> "$LOG"\n')
        stub.chmod(0o755)
        scripts = []
        for number in range(arguments.count):
            folder = top / str(number)
            folder.mkdir()
            files = maker.script()
            written(folder, files)
            scripts.append((folder, files, pushed(folder, files, binaries)))
        answers = subprocess.run(
            ["java", "--class-path", arguments.classpath, str(READER)],
            input="".join(f"{folder}\n" for folder, _, _ in scripts),
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split("\n\n")
        for (folder, files, found), answer in zip(scripts, answers):
            known, open_sites = read(answer.strip("\n").split("\n"))
            problems = []
            for site, hosts in found.items():
                all_sites += 1
                if site in open_sites:
                    continue
                said = known.get(site, set()) - {"", "docker.io"}
                told += said == hosts
                if said != hosts:
                    problems.append(f"{site}: bash {sorted(hosts)}, rule {sorted(said)}")
            if problems:
                wrong += 1
                print(f"--- {folder.name}", *problems, sep="\n")
                print(*(f"# {name}\n{text}" for name, text in files.items()), sep="\n")
    print(f"{arguments.count} scripts, {wrong} with a difference; {told} of {all_sites} places told")
    sys.exit(1 if wrong else 0)


main()
