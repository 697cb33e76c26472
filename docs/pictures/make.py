#!/usr/bin/env python3
"""Draws the pictures of README from a real run: a failing build as a terminal shows it, and its
annotation as a pull request shows it.

It copies the sample it/src/it/minimal, sets one version back, runs Maven on it and writes
failing-run.svg and annotation.svg beside itself. The rule has to be installed (README, "Try
it"). A unit test compares the lines of the pictures with the output in README.

    docs/pictures/make.py
"""

import html
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import textwrap

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parents[1] / "it/src/it/minimal"
DRIFTED = "containers/ntfy/default.nix"

COLUMNS = 104
CHARACTER = 8.0  # width in pixels at 13 px
LINE = 19
MARGIN = 16
SANS = "-apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif"
MONO = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


def run():
    """The output of a build whose derivation was forgotten, and the text of that derivation."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder, "repository")
        shutil.copytree(SAMPLE, root)
        file = root / DRIFTED
        file.write_text(file.read_text().replace("2.17.0", "2.15.0"))
        git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
        for words in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "All"]):
            subprocess.run(git + words, cwd=root, check=True)
        done = subprocess.run(
            ["mvn", "-B", "-ntp", "validate", "-DcontainerVersions.annotations=on"],
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
            env={k: v for k, v in os.environ.items() if not k.startswith("GITHUB_")},
        )
        if done.returncode == 0:
            raise SystemExit("the build was expected to fail:\n" + done.stdout)
        return done.stdout.splitlines(), file.read_text().splitlines()


def text(x, y, line, color, font=MONO, size=13, weight="normal"):
    length = ""
    if font == MONO and line.strip():
        length = f' textLength="{len(line) * CHARACTER:g}" lengthAdjust="spacingAndGlyphs"'
    return (
        f'<text x="{x:g}" y="{y:g}" fill="{color}" font-family="{font}" font-size="{size}"'
        f' font-weight="{weight}" xml:space="preserve"{length}>{html.escape(line)}</text>'
    )


def picture(name, width, height, title, parts):
    body = "\n".join(parts)
    (HERE / name).write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}"'
        f' viewBox="0 0 {width:g} {height:g}" role="img">\n'
        f"<title>{html.escape(title)}</title>\n{body}\n</svg>\n",
        encoding="utf-8",
    )


def wrapped(line, columns):
    """A line as a terminal breaks it."""
    return [line[i : i + columns] for i in range(0, len(line), columns)] or [""]


def terminal(output):
    start = next(i for i, line in enumerate(output) if "Checking" in line)
    end = next(i for i, line in enumerate(output) if line.startswith("[ERROR]     help:"))
    shown = [line for line in output[start : end + 1] if not line.startswith("::")]
    shown = [line for line in shown if not re.match(r"\[INFO\] (-+|BUILD|Total|Finished)", line)]
    colors = {"INFO": "#8b949e", "WARNING": "#d29922", "ERROR": "#ff7b72"}
    parts = []
    y = 48
    parts.append(text(MARGIN, y, "$ mvn validate", "#7ee787"))
    for line in shown:
        level = re.match(r"\[(INFO|WARNING|ERROR)\]", line)
        color = "#e6edf3"
        if level and level.group(1) != "ERROR":
            color = colors[level.group(1)]
        for part in wrapped(line, COLUMNS):
            y += LINE
            label = level.group(0) if level and part.startswith(level.group(0)) else ""
            drawn = text(MARGIN, y, part, color)
            if label:
                bold = f'<tspan fill="{colors[level.group(1)]}" font-weight="bold">{label}</tspan>'
                drawn = drawn.replace(">" + label, ">" + bold, 1)
            parts.append(drawn)
    width = COLUMNS * CHARACTER + 2 * MARGIN
    height = y + MARGIN
    window = [f'<rect width="{width:g}" height="{height:g}" rx="8" fill="#0d1117"/>']
    for index, color in enumerate(("#ff5f57", "#febc2e", "#28c840")):
        window.append(f'<circle cx="{20 + 18 * index}" cy="18" r="5.5" fill="{color}"/>')
    picture("failing-run.svg", width, height, "A failing build in a terminal", window + parts)


def annotation(output, source):
    command = next(line for line in output if line.startswith("::error "))
    properties, message = re.match(r"::error (.*?)::(.*)", command).groups()
    values = dict(pair.split("=", 1) for pair in properties.split(","))
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%25", "%")):
        values = {key: value.replace(code, character) for key, value in values.items()}
        message = message.replace(code, character)
    at = int(values["line"])
    width = COLUMNS * CHARACTER + 2 * MARGIN
    parts = [text(MARGIN, 24, values["file"], "#1f2328", weight="bold")]
    y = 38
    for number in range(at - 2, at + 1):
        added = number == at
        if added:
            parts.append(f'<rect x="1" y="{y}" width="{width - 2:g}" height="{LINE + 3}" fill="#dafbe1"/>')
        parts.append(text(MARGIN, y + 15, f"{number:>3}", "#6e7781"))
        parts.append(text(64, y + 15, ("+ " if added else "  ") + source[number - 1], "#1f2328"))
        y += LINE + 3
    lines = []
    for line in message.split("\n"):
        indent = "    " if line.startswith(" ") else ""
        lines += textwrap.wrap(
            line, COLUMNS - 8, subsequent_indent=indent + "  ", break_on_hyphens=False
        )
    top = y + 10
    box = 3 * LINE + len(lines) * LINE + 8
    parts.append(
        f'<rect x="{MARGIN}" y="{top}" width="{width - 2 * MARGIN:g}" height="{box}" rx="6"'
        ' fill="#ffffff" stroke="#d0d7de"/>'
    )
    parts.append(f'<rect x="{MARGIN}" y="{top}" width="4" height="{box}" rx="2" fill="#cf222e"/>')
    y = top + 22
    where = f"Check failure on line {at} in {values['file']}"
    parts.append(text(MARGIN + 18, y, where, "#57606a", SANS))
    y += LINE + 4
    parts.append(text(MARGIN + 18, y, values["title"], "#1f2328", SANS, weight="bold"))
    y += 4
    for line in lines:
        y += LINE
        parts.append(text(MARGIN + 18, y, line, "#1f2328"))
    height = top + box + MARGIN
    frame = (
        f'<rect x="0.5" y="0.5" width="{width - 1:g}" height="{height - 1:g}" rx="6"'
        ' fill="#ffffff" stroke="#d0d7de"/>'
    )
    picture("annotation.svg", width, height, "The annotation in a pull request", [frame] + parts)


def main():
    output, source = run()
    terminal(output)
    annotation(output, source)


if __name__ == "__main__":
    main()
