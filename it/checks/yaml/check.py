#!/usr/bin/env python3
"""Compares the inventory reader with PyYAML (Debian: python3-yaml), run by hand.

First the tables of the unit tests: every version, its span, and whether the text is well-formed at
all must be what PyYAML's nodes and tokens say. Then documents made at random, which are given to
the reader itself: build it first (mvn -pl enforcer-rule compile). PyYAML reads YAML 1.1 as
SnakeYAML does; both keep a scalar's text in their nodes.

    it/checks/yaml/check.py [NUMBER_OF_DOCUMENTS [SEED]]
"""

import pathlib
import random
import re
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[3]
TABLES = ROOT / "enforcer-rule/src/test/resources"
CLASSES = ROOT / "enforcer-rule/target/classes"
# What PyYAML refuses and the specification allows: an anchor given twice, an anchor of other
# characters than letters, digits and hyphens, a tab behind a plain scalar.
STRICTER = ("found duplicate anchor", "while scanning an anchor", "found character '\\t'")
STR, NULL, MERGE = (f"tag:yaml.org,2002:{name}" for name in ("str", "null", "merge"))


class NotAnInventory(Exception):
    pass


def pairs(mapping, seen=()):
    """The pairs of a mapping in the order in which a key is looked up; merge keys followed."""
    merged = []
    for key, value in mapping.value:
        if key.tag == MERGE:
            merged += value.value if isinstance(value, yaml.SequenceNode) else [value]
        else:
            yield key, value
    for source in merged:
        if not isinstance(source, yaml.MappingNode):
            raise NotAnInventory("merge of no mapping")
        if id(source) not in seen:
            yield from pairs(source, (*seen, id(mapping)))


def find(mapping, name):
    for key, value in pairs(mapping):
        if isinstance(key, yaml.ScalarNode) and key.value == name:
            return value
    return None


def names(text, item):
    """The names that an entry gives itself, even several, else the one that is merged into it."""
    if not isinstance(item, yaml.MappingNode):
        return []
    own = [v for k, v in item.value if isinstance(k, yaml.ScalarNode) and k.value == "name"]
    if not own:
        try:
            own = [find(item, "name")]
        except NotAnInventory:
            return []
    return [
        node.value
        for node in own
        if isinstance(node, yaml.ScalarNode) and not has_foreign_tag(text, node)
    ]


def entry_version(text, service):
    """The node of a service's version; None where there is no such thing, or no single one."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        return None
    services = find(root, "services")
    if not isinstance(services, yaml.SequenceNode):
        return None
    entries = [item for item in services.value if service in names(text, item)]
    if len(entries) != 1:
        return None
    list(pairs(entries[0]))  # raises where a merge key is wrong
    keys = [key.value for key, _ in entries[0].value if isinstance(key, yaml.ScalarNode)]
    if len(keys) != len(set(keys)):
        return None
    return find(entries[0], "current-version")


def position(text, index):
    before = text[:index]
    line = before.count("\n") + 1
    return f"{line}:{index - (before.rfind(chr(10)) + 1) + 1}"


def span(text, node):
    """The node's text without tag, anchor and quotes; of a block its lines without the margin."""
    token = next(
        token
        for token in yaml.scan(text)
        if isinstance(token, yaml.ScalarToken) and token.end_mark.index == node.end_mark.index
    )
    start, end = token.start_mark.index, token.end_mark.index
    if node.style in ("'", '"'):
        start, end = start + 1, end - 1
    elif node.style in ("|", ">"):
        body = text[start:end].partition("\n")[2]
        start = end - len(body.lstrip())
        end = start + len(body.strip())
    return position(text, start) + "-" + position(text, end)


def has_foreign_tag(text, node):
    """Whether a tag is written that is not the one of text: then the reader takes no text."""
    for token in yaml.scan(text):
        if token.start_mark.index < node.start_mark.index or not isinstance(token, yaml.TagToken):
            continue
        written = token.start_mark.index < node.end_mark.index
        return written and node.tag != STR and token.value != (None, "!")
    return False


def expected(text, service):
    """What the reader must say: SYNTAX, (version, span), or None for any other problem."""
    text = text.removeprefix("\ufeff")
    try:
        node = entry_version(text, service)
    except NotAnInventory:
        return None
    except yaml.YAMLError as e:
        if any(stricter in str(e) for stricter in STRICTER):
            return "STRICTER"
        return None if "another document" in str(e) else "SYNTAX"
    if not isinstance(node, yaml.ScalarNode) or node.tag == NULL or not node.value.strip():
        return None
    if has_foreign_tag(text, node):
        return None
    return node.value, span(text, node)


def unescape(cell):
    plain = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}
    text = re.sub(
        r"\\(?:u([0-9a-fA-F]{4})|(.))",
        lambda m: chr(int(m[1], 16)) if m[1] else plain[m[2]],
        cell,
    )
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def rows(table):
    for line in (TABLES / table).read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            yield [unescape(cell) for cell in line.split("\t")]


def check_tables():
    cases = [
        (name, f"services:\n  - name: a\n    current-version: {value}\n", "a", "VERSION", *rest)
        for name, value, *rest in rows("inventory-values.tsv")
    ]
    cases += rows("inventory-cases.tsv")
    bad = 0
    for name, text, service, outcome, version, where in cases:
        answer = expected(text, service)
        if outcome == "VERSION":
            good = answer == (version, where)
        elif outcome == "SYNTAX":
            good = answer in ("SYNTAX", "STRICTER")
        else:
            good = answer is None
        if not good and answer != "STRICTER":
            bad += 1
            print(f"{name}: the table has {outcome} {version!r} {where}, PyYAML {answer!r}")
    print(f"tables: {len(cases)} cases, {bad} differ")
    return bad


PLAIN = """2.10 1e3 0x1F 1_000 007 12:30 2025-10-01 on ~ null Null NuLL v1.2.3 .5 -1 +1 = << 1#2 1:2
    é 🐳1 "2.10" '2.10' "" '' "null" 'it''s' "a\x2eb" "\u00e9" "\U0001F433" " " """.split()
OTHERS = [
    "", "1 2", "1 # c", "&r 2.10", "*d", "!!str 1.0", "!!str", "! 2", "!x 1", "!!float 2.10",
    '!!str "2.10"', "!<tag:yaml.org,2002:str> 1", "[1]", "{a: 1}", "|\n      1.2",
    "|\n      1.2\n\n",
    ">-\n      1.2\n      3", "|2-\n      1.2", '"1\n      2"', '"1\\\n      2"', "1\n      2",
    "\n      1.2", "&r\n      1.2",
]
NAMES = ["name: a", "name: b", "'name': a", 'name: "c"', "name:", "name: !!str a"]
MORE = ["x: 1", "x: [1, 2]", "<<: *d", "<<: {y: z}", "# note"]
BROKEN = ["*none", "@x", "`x`", "%x", '"a', "'b", "1: 2", "- 1", '"\\q"', "[1, 2", "1]", "!a!b c"]


def scalar(choose):
    return choose.choice(choose.choices([PLAIN, OTHERS, BROKEN], [60, 36, 4])[0])


def document(choose):
    lines = []
    if choose.random() < 0.9:
        lines.append("d: &d {current-version: 9.9, name: a}")
    if choose.random() < 0.1:
        lines.append("---")
    lines.append(choose.choice(["services:", "services: # all", '"services":']))
    indent = " " * choose.choice([0, 2, 2, 2, 3])
    for _ in range(choose.randint(1, 4)):
        keys = [
            choose.choice(NAMES),
            "current-version: " + scalar(choose),
            choose.choice([*MORE, "x: |\n" + indent + "    name: a"]),
        ]
        choose.shuffle(keys)
        if choose.random() < 0.2:
            keys = [key for key in keys if "\n" not in key and not key.startswith("#")]
            lines.append(indent + "- {" + ", ".join(keys) + "}")
        else:
            lines.append(indent + "- " + f"\n{indent}  ".join(keys))
    text = "\n".join(lines) + choose.choice(["", "\n", "\n...\n", "\n# end"])
    if choose.random() < 0.1:
        at = choose.randrange(text.index("\n"), len(text))  # behind the anchor
        slip = choose.choice("[]{}:#&*!|>'\"% \n-,?")
        text = text[:at] + slip + text[at + choose.randint(0, 1) :]
    if choose.random() < 0.1:
        text = text.replace("\n", "\r\n")
    return ("\ufeff" if choose.random() < 0.05 else "") + text


def check_reader(number, seed):
    choose = random.Random(seed)
    versions = re.search(
        r"<snakeyaml.version>(.*?)<", (ROOT / "pom.xml").read_text(encoding="utf-8")
    )[1]
    jar = (
        pathlib.Path.home()
        / f".m2/repository/org/yaml/snakeyaml/{versions}/snakeyaml-{versions}.jar"
    )
    documents = [document(choose) for _ in range(number)]
    with tempfile.TemporaryDirectory() as folder:
        asked = []
        for i, text in enumerate(documents):
            path = pathlib.Path(folder, f"{i}.yaml")
            path.write_bytes(text.encode("utf-8"))
            asked.append(f"{path}\ta\n")
        program = pathlib.Path(__file__).with_name("ReadInventory.java")
        answers = subprocess.run(
            ["java", "-cp", f"{CLASSES}:{jar}", program],
            input="".join(asked),
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout.split("\n")
    bad, seen = 0, {}
    for text, answer in zip(documents, answers):
        outcome, shown, where = answer.split("\t")
        want = expected(text, "a")
        if outcome == "VERSION":
            good = want == (unescape(shown), where)
        elif outcome == "SYNTAX":
            good = want == "SYNTAX"
        else:
            good = want is None
        seen[outcome] = seen.get(outcome, 0) + 1
        if not good and want != "STRICTER":
            bad += 1
            if bad <= 20:
                print(f"{text!r}\n  reader: {answer!r}\n  PyYAML: {want!r}")
    print(f"random: {number} documents (seed {seed}), {seen}, {bad} differ")
    return bad


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    sys.exit(1 if check_tables() + check_reader(number, seed) else 0)
