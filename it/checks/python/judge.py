"""Asks the reader, in a Java process of its own; shared by the scripts beside it."""

import base64
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).parents[3]


class Reader:
    """Needs `mvn -pl enforcer-rule compile` first, and `java` on the PATH."""

    def __init__(self):
        command = ["java", "-cp", ROOT / "enforcer-rule/target/classes", pathlib.Path(__file__).with_name("ReadPython.java")]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def read(self, text):
        """The kinds of problems, "-" for none, and the version or the first problem's message."""
        self.process.stdin.write(base64.b64encode(text.encode("utf-8")).decode() + "\n")
        self.process.stdin.flush()
        kinds, detail = self.process.stdout.readline().rstrip("\n").split("\t")
        return kinds, base64.b64decode(detail).decode("utf-16-be", "surrogatepass")
