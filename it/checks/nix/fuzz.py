#!/usr/bin/env python3
"""Holds the Nix reader against Nix itself on small expressions made at random.

Needs nix-instantiate and a JDK on the PATH, and the compiled rule with its dependencies as the
class path. Run from anywhere, for example:

    python3 it/checks/nix/fuzz.py --classpath enforcer-rule/target/classes:jspecify.jar \\
        --count 5000 --seed 1

Prints every expression for which the reader tells another version than Nix, and ends with 1 if
there is one. A version that the reader cannot tell is no difference. Expressions that Nix cannot
evaluate are counted apart: the reader does not evaluate what the version does not depend on.
"""

import argparse
import base64
import json
import pathlib
import random
import subprocess
import sys
import tempfile

from check import PROBE

HERE = pathlib.Path(__file__).parent
NAMES = ["a", "b", "version", "rev", "lib", "toString", "f", "old"]
KEYS = ["version", "rev", "a", "b"]


class Maker:
    """Makes expressions: sets, strings and functions, so that most of them evaluate."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.number = 0

    def pick(self, *options):
        return self.random.choice(options)

    def word(self):
        self.number += 1
        return f'"{self.number}"'

    def string(self, depth, scope):
        r = self.random.random()
        strings = [n for n, kind in scope.items() if kind == "string"]
        sets = [n for n, kind in scope.items() if kind == "set"]
        if strings and r < 0.25:
            return self.pick(*strings)
        if sets and r < 0.55:
            fallback = self.pick("", f" or {self.word()}", f" or {self.word()}")
            return f"({self.pick(*sets)}.{self.key(depth, scope)}{fallback})"
        if depth <= 0 or r < 0.65:
            return self.word()
        down = depth - 1
        return self.pick(
            lambda: f'"{self.random.randrange(9)}-${{{self.string(down, scope)}}}"',
            lambda: f"({self.string(down, scope)} + {self.string(down, scope)})",
            lambda: f"({self.set(down, scope)}.{self.key(down, scope)} or {self.word()})",
            lambda: f"(if {self.boolean(down, scope)} then {self.string(down, scope)} else {self.string(down, scope)})",
            lambda: f'(lib.removePrefix "1" {self.string(down, scope)})' if "lib" not in scope else self.word(),
            lambda: f"(toString {self.string(down, scope)})",
            lambda: f'(lib.optionalString {self.boolean(down, scope)} {self.string(down, scope)})' if "lib" not in scope else self.word(),
            lambda: self.let(down, scope, self.string),
            lambda: f"(with {self.set(down, scope)}; {self.string(down, scope)})",
            lambda: f'(builtins.concatStringsSep "." [ {self.string(down, scope)} {self.string(down, scope)} ])',
            lambda: "pkgs.redis.version",
        )()

    def boolean(self, depth, scope):
        down = depth - 1
        return self.pick(
            lambda: "true",
            lambda: "false",
            lambda: "pkgs.stdenv.isLinux",
            lambda: f"({self.string(down, scope)} == {self.string(down, scope)})",
            lambda: f"({self.set(down, scope)} ? {self.key(down, scope)})",
            lambda: f"(!{self.boolean(down, scope)})" if depth > 0 else "true",
        )()

    def key(self, depth, scope):
        key = self.pick(*KEYS)
        if self.random.random() < 0.1:
            cut = self.random.randrange(1, len(key) + 1)
            return f'${{"{key[:cut]}" + "{key[cut:]}"}}'
        return key

    def let(self, depth, scope, body):
        inner = dict(scope)
        # A let that binds the version is by custom where the version stands, whatever the result.
        names = self.random.sample([n for n in NAMES if n != "version"], self.random.randrange(1, 3))
        kinds = {name: self.pick("string", "set", "set", "function") for name in names}
        inner.update(kinds)
        bindings = " ".join(f"{name} = {self.of(kinds[name], depth - 1, inner)};" for name in names)
        return f"(let {bindings} in {body(depth - 1, inner)})"

    def of(self, kind, depth, scope):
        return {"string": self.string, "set": self.set, "function": self.function}[kind](depth, scope)

    def literal(self, depth, scope):
        """A set written out, perhaps recursive or with inherited names."""
        recursive = self.random.random() < 0.2
        keys = self.random.sample(KEYS, self.random.randrange(0, 4))
        inner = dict(scope)
        if recursive:
            inner.update({key: "string" for key in keys})
        parts = []
        sets = [n for n, kind in scope.items() if kind == "set"]
        for key in keys:
            r = self.random.random()
            if r < 0.1 and scope.get(key) == "string":
                parts.append(f"inherit {key};")
            elif r < 0.25 and sets:
                parts.append(f"inherit ({self.pick(*sets)}) {key};")
            elif r < 0.35 and not recursive:
                parts.append(f'${{"{key[0]}" + "{key[1:]}"}} = {self.string(depth - 1, inner)};')
            else:
                parts.append(f"{key} = {self.string(depth - 1, inner)};")
        return f"{'rec ' if recursive else ''}{{ {' '.join(parts)} }}"

    def function(self, depth, scope):
        """A function from set to set."""
        name = self.pick("old", "self", "x")
        r = self.random.random()
        if r < 0.2:
            formals = self.pick("version", "rev", "a")
            default = self.pick("", f" ? {self.word()}", f" ? {self.word()}")
            inner = {**scope, formals: "string", "all": "set"}
            return f"({{ {formals}{default}, ... }}@all: {self.set(depth - 1, inner)})"
        if r < 0.3 and "lib" not in scope:
            return self.pick("lib.id", "(lib.const { version = \"c\"; })", "(builtins.mapAttrs (n: v: v + n))", "lib.fix or (x: x)")
        return f"({name}: {self.set(depth - 1, {**scope, name: 'set'})})"

    def set(self, depth, scope):
        sets = [n for n, kind in scope.items() if kind == "set"]
        functions = [n for n, kind in scope.items() if kind == "function"]
        r = self.random.random()
        if sets and r < 0.2:
            return self.pick(*sets)
        if functions and r < 0.3 and depth > 0:
            return f"({self.pick(*functions)} {self.set(depth - 1, scope)})"
        if depth <= 0 or r < 0.45:
            return self.literal(depth, scope)
        down = depth - 1
        lib = "lib" not in scope
        options = [
            lambda: f"({self.set(down, scope)} // {self.set(down, scope)})",
            lambda: f"({self.set(down, scope)} // {self.set(down, scope)})",
            lambda: f"({self.set(down, scope)} // {self.set(down, scope)} // {self.set(down, scope)})",
            lambda: f"({self.function(down, scope)} {self.set(down, scope)})",
            lambda: f"(({self.function(down, scope)}) {self.set(down, scope)})",
            lambda: f"(if {self.boolean(down, scope)} then {self.set(down, scope)} else {self.set(down, scope)})",
            lambda: self.let(down, scope, self.set),
            lambda: f"(with {self.set(down, scope)}; {self.set(down, scope)})",
            lambda: f"(pkgs.stdenv.mkDerivation {self.set(down, scope)})",
            lambda: f"(pkgs.buildGoModule (final: {self.set(down, {**scope, 'final': 'set'})}))",
            lambda: f"((pkgs.stdenv.mkDerivation {self.set(down, scope)}).overrideAttrs {self.function(down, scope)})",
            lambda: f"((pkgs.buildGoModule (final: {self.set(down, {**scope, 'final': 'set'})})).overrideAttrs {self.function(down, scope)})",
            lambda: f"((pkgs.stdenv.mkDerivation {self.set(down, scope)}).overrideAttrs (self: old: {self.set(down, {**scope, 'old': 'set', 'self': 'set'})}))",
            lambda: f"(pkgs.redis.overrideAttrs {self.function(down, scope)})",
            lambda: "pkgs.redis",
            lambda: f"(builtins.removeAttrs {self.set(down, scope)} [ \"{self.pick(*KEYS)}\" ])",
            lambda: f"(builtins.intersectAttrs {self.set(down, scope)} {self.set(down, scope)})",
            lambda: f"(builtins.mapAttrs (n: v: v + n) {self.literal(down, scope)})",
            lambda: f"({{ __functor = self: {self.function(down, scope)}; }} {self.set(down, scope)})",
            lambda: f"(builtins.listToAttrs [ {{ name = \"{self.pick(*KEYS)}\"; value = {self.string(down, scope)}; }} ])",
            lambda: f"{{ n = {self.set(down, scope)}; n2.n = {self.set(down, scope)}; }}.{self.pick('n', 'n2.n')}",
        ]
        if lib:
            options += [
                lambda: f"(lib.optionalAttrs {self.boolean(down, scope)} {self.set(down, scope)})",
                lambda: f"(lib.recursiveUpdate {self.set(down, scope)} {self.set(down, scope)})",
                lambda: f"(lib.fix (self: {self.set(down, {**scope, 'self': 'set'})}))",
                lambda: f"(lib.id {self.set(down, scope)})",
                lambda: f"(lib.filterAttrs (n: v: n != \"{self.pick(*KEYS)}\") {self.set(down, scope)})",
                lambda: f"(lib.genAttrs [ \"{self.pick(*KEYS)}\" ] (n: {self.string(down, scope)}))",
                lambda: f"(lib.flip (a: b: a // b) {self.set(down, scope)} {self.set(down, scope)})",
                lambda: f"((lib.makeExtensible (self: {self.set(down, {**scope, 'self': 'set'})})).extend (self: old: {self.set(down, {**scope, 'self': 'set', 'old': 'set'})}))",
            ]
        return self.random.choice(options)()

    def file(self):
        depth = self.random.randrange(1, 6)
        body = self.set(depth, {})
        if self.random.random() < 0.3:
            body = f"{{ version = {self.string(depth, {})}; }}"
        return "{ pkgs, lib }: " + body


def ask_nix(files):
    """Asks Nix about all at once; about each for itself where that fails."""
    stub = f"nixpkgs={HERE}/nixpkgs"
    answers = {}

    def ask(indices):
        with tempfile.TemporaryDirectory() as folder:
            for i in indices:
                pathlib.Path(folder, f"{i}.nix").write_text(files[i])
            probe = PROBE.replace("import ./containers/app/default.nix", "import file").replace(
                "value.version or value.tag", "value.version or value.tag or null"
            )
            one = f"(file: {probe})"
            many = " ".join(
                f"(let r = builtins.tryEval (let v = {one} ./{i}.nix; in builtins.seq v v); in"
                f" if r.success then r.value else false)"
                for i in indices
            )
            command = ["nix-instantiate", "-I", stub, "--eval", "--strict", "--json", "-E", f"[ {many} ]"]
            try:
                found = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
                ok = found.returncode == 0
            except subprocess.TimeoutExpired:
                ok = False
        if ok:
            answers.update(zip(indices, json.loads(found.stdout)))
        elif len(indices) == 1:
            answers[indices[0]] = False
        else:
            half = len(indices) // 2
            ask(indices[:half])
            ask(indices[half:])

    for start in range(0, len(files), 100):
        ask(list(range(start, min(start + 100, len(files)))))
    return answers


def ask_reader(classpath, files):
    lines = "".join(base64.b64encode(f.encode()).decode() + "\n" for f in files)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["javac", "-d", folder, "-cp", classpath, HERE / "ReadNix.java"], check=True)
        command = ["java", "-Xmx64m", "-cp", f"{folder}:{classpath}", "ReadNix"]
        output = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    return [line.split(" ", 1) for line in output.stdout.splitlines()]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--classpath", required=True)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    maker = Maker(options.seed)
    files = [maker.file() for _ in range(options.count)]
    read = ask_reader(options.classpath, files)
    nix = ask_nix(files)
    known = wrong = failing = slow = 0
    for i, (millis, answer) in enumerate(read):
        slow = max(slow, int(millis))
        if answer.startswith("-"):
            continue
        known += 1
        version = base64.b64decode(answer).decode()
        if nix[i] is False:
            failing += 1
        elif version != nix[i]:
            wrong += 1
            print(f"{files[i]}\n    the reader {version!r}, Nix {nix[i]!r}")
    values = sum(isinstance(value, str) for value in nix.values())
    print(
        f"{len(files)} expressions, {values} with a version by Nix, {known} by the reader,"
        f" {wrong} differ; {failing} of those read fail in Nix; the slowest took {slow} ms"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
