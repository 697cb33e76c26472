#!/usr/bin/env python3
"""Compares the tables of the unit tests with bash and GNU make, run by hand.

What a variable is after a script is what bash says; the images that a script pushes are those that
bash gives to a docker that only writes them down; those of a Makefile are in the commands that make
prints.

    it/checks/shell/check.py
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TABLES = pathlib.Path(__file__).resolve().parents[3] / "enforcer-rule/src/test/resources"

MAKE = shutil.which("make") or sys.exit("make is not on the PATH")


def rows(name):
    for line in (TABLES / name).read_text().splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def bash(script, condition):
    text = f'C={condition}\n{script}\nprintf %s "$R"'
    return subprocess.run(["bash", "-c", text], capture_output=True, text=True).stdout


def pushed(script, child):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {
            "docker": '#!/bin/sh\necho "$2" >> "$LOG"\n',
            "child.sh": f"#!/usr/bin/env bash\n{child}\n",
        }.items():
            path = pathlib.Path(folder, name)
            path.write_text(text)
            path.chmod(0o755)
        log = pathlib.Path(folder, "log")
        log.write_text("")
        environment = {"PATH": f"{folder}:/usr/bin:/bin", "LOG": str(log)}
        command = ["bash", "-c", unescaped(script)]
        subprocess.run(command, cwd=folder, env=environment, capture_output=True)
        return log.read_text().strip().replace("\n", ",")


def unescaped(text):
    return re.sub(r"\\(.)", lambda it: {"n": "\n", "t": "\t"}.get(it[1], it[1]), text)


def make(text, arguments):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "Makefile").write_text(unescaped(text) + "\n")
        # Without a PATH, make finds nothing to run, whatever a recipe asks for.
        command = [MAKE, "-n", *arguments.split()]
        shown = subprocess.run(
            command, cwd=folder, env={"PATH": folder}, capture_output=True, text=True
        ).stdout
        return ",".join(re.findall(r"docker push\s+(\S+)", shown.replace("\\\n", " ")))


def main():
    wrong = []
    count = 0
    for script, yes, no in rows("shell-variables.tsv"):
        count += 1
        if (bash(script, "true"), bash(script, "false")) != (yes, no):
            wrong.append(script)
    for script, child, images in rows("shell-pushes.tsv"):
        count += 1
        if pushed(script, child) != images:
            wrong.append(f"{script}: {pushed(script, child)}")
    for text, arguments, images in rows("make-pushes.tsv"):
        count += 1
        if make(text, arguments) != images:
            wrong.append(text)
    print(f"{count} rows, {len(wrong)} that bash or make answers otherwise")
    print("\n".join(wrong))
    sys.exit(1 if wrong or not count else 0)


main()
