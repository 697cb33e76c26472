package io.github.containerversions.versions.site.nix;

import static io.github.containerversions.versions.site.nix.NixReaderTest.outcome;
import static io.github.containerversions.versions.site.nix.NixReaderTest.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.containerversions.core.file.MemoryFiles;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What takes much time or memory counts as work, so that it ends before it does harm. */
class NixReaderWorkTest {
  /** Each takes less than 2 seconds on an idle machine; others may be busy. */
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private static final int MEGABYTE = 1 << 20;

  /** Calls {@code f0}, which is false, two to the power of sixteen times. */
  private static final String OFTEN =
      IntStream.rangeClosed(1, 16)
          .mapToObj(i -> "f%d = x: f%d x || f%d x; ".formatted(i, i - 1, i - 1))
          .collect(Collectors.joining());

  static Stream<Arguments> dear() {
    String s = "s s s s s s s s s s";
    String nested = "c (".repeat(9) + "\"0123456789\"" + ")".repeat(9);
    return Stream.of(
        Arguments.of(
            "texts joined over and over",
            "let c = s: builtins.concatStringsSep \"\" [ "
                + s
                + " ]; in { version = "
                + nested
                + "; }"),
        Arguments.of(
            "texts joined by texts",
            "let c = s: builtins.concatStringsSep s [ "
                + s
                + " ]; in { version = "
                + nested
                + "; }"),
        Arguments.of(
            "texts put into texts",
            "let c = s: builtins.replaceStrings [ \"0\" ] [ s ] \""
                + "0".repeat(1000)
                + "\"; in { version = "
                + nested
                + "; }"),
        Arguments.of(
            "a file read often",
            "let f0 = x: builtins.readFile ./text == null; "
                + OFTEN
                + "in { version = if f16 1 then \"1\" else \"2\"; }"),
        Arguments.of(
            "a part of a file taken often",
            "{ lib }: let f0 = x: lib.removePrefix \"0\" (builtins.readFile ./text) == null; "
                + OFTEN
                + "in { version = if f16 1 then \"1\" else \"2\"; }"),
        Arguments.of(
            "JSON read often",
            "{ lib }: let f0 = x: lib.importJSON ./json == null; "
                + OFTEN
                + "in { version = if f16 1 then \"1\" else \"2\"; }"),
        Arguments.of(
            "JSON of a text read often",
            "let f0 = x: builtins.fromJSON (builtins.readFile ./json) == null; "
                + OFTEN
                + "in { version = if f16 1 then \"1\" else \"2\"; }"),
        Arguments.of(
            "a function of 60,000 parameters",
            "let f0 = { "
                + IntStream.range(0, 60_000)
                    .mapToObj(i -> "p" + i + " ? 1, ")
                    .collect(Collectors.joining())
                + "... }: p1 == null; "
                + OFTEN.replace("f0 x", "f0 { }")
                + "in { version = if f16 1 then \"1\" else \"2\"; }"),
        Arguments.of(
            "a set of 60,000 names made often",
            "let f0 = x: { "
                + names(60_000)
                + "} == null; "
                + OFTEN
                + "in { version = if f16 1 then \"1\" else \"2\"; }"),
        Arguments.of(
            "an update of 60,000 names made often",
            "let s = { "
                + names(60_000)
                + "}; f0 = x: s // { v = x; } == null; "
                + OFTEN
                + "in { version = if f16 1 then \"1\" else \"2\"; }"),
        Arguments.of(
            "a list of 100,000 items made often",
            "let f0 = x: [ "
                + "x ".repeat(100_000)
                + "] == null; "
                + OFTEN
                + "in { version = if f16 1 then \"1\" else \"2\"; }"),
        Arguments.of(
            "a long text in a call made often",
            "{ lib }: let f0 = x: lib.removePrefix /*"
                + "0".repeat(MEGABYTE / 2)
                + "*/ \"v\" \"1\" == null; "
                + OFTEN
                + "in { version = if f16 1 then \"1\" else \"2\"; }"),
        Arguments.of(
            "a call of many blanks made often",
            "{ lib }: let f0 = x: lib.x "
                + " ".repeat(MEGABYTE / 2)
                + " 1 == null; "
                + OFTEN
                + "in { version = if f16 1 then \"1\" else \"2\"; }"),
        Arguments.of(
            "conditions in conditions that nobody knows",
            "{ c }: let f0 = x: { }; "
                + IntStream.rangeClosed(1, 40)
                    .mapToObj(
                        i -> "f%d = x: if c then f%d x else f%d x; ".formatted(i, i - 1, i - 1))
                    .collect(Collectors.joining())
                + "in { version = \"1\"; } // f40 1"),
        Arguments.of(
            "texts of 60,000 characters kept",
            "let t = \""
                + "0".repeat(60_000)
                + "\"; in { version = builtins.concatStringsSep \"\" [ "
                + IntStream.range(0, 5_000)
                    .mapToObj(i -> "(builtins.replaceStrings [ t ] [ \"\" ] \"${t}" + i + "\") ")
                    .collect(Collectors.joining())
                + "]; }"),
        Arguments.of(
            "many files of a megabyte",
            "{ version = "
                + IntStream.range(0, 30)
                    .mapToObj(i -> "(import ./f" + i + ").v")
                    .collect(Collectors.joining(" + "))
                + "; }"));
  }

  private static String names(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "n" + i + " = 1; ")
        .collect(Collectors.joining());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dear")
  void endsOnWhatIsDear(String name, String text) {
    MemoryFiles files =
        new MemoryFiles()
            .with("containers/app/text", "0".repeat(MEGABYTE - 1))
            .with("containers/app/json", "[" + "[],".repeat(MEGABYTE / 3 - 2) + "1]");
    for (int i = 0; i < 30; i++) {
      files.with("containers/app/f" + i, "{ v = \"\"; a = [ " + "1 ".repeat(MEGABYTE / 3) + "]; }");
    }

    String outcome = assertTimeoutPreemptively(TIMEOUT, () -> outcome(read(files, text)));

    assertThat(outcome).doesNotStartWith("= 1");
  }
}
