package io.github.containerversions.versions.site.nix;

import static io.github.containerversions.versions.site.nix.NixReaderTest.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.containerversions.Property;
import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Small expressions made at random, of updates, functions, overrides and recursion. Whether their
 * versions are those of Nix, {@code it/checks/nix/fuzz.py} asks Nix itself.
 */
class NixExpressionsTest {
  private static final int MAX_DEPTH = 6;

  /** Each file takes less than 2 seconds on an idle machine; others may be busy. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final List<String> NAMES = List.of("a", "b", "version", "rev", "f", "lib");

  /** What an expression is made of: {@code %s} is another one, {@code %n} a name. */
  private static final List<String> FORMS =
      List.of(
          "(%s // %s)",
          "(%s // lib.optionalAttrs %s %s)",
          "{ %n = %s; }",
          "rec { %n = %s; version = %s; }",
          "{ inherit (%s) %n; version = %s; }",
          "{ ${\"ver\" + %s} = %s; }",
          "%n.version",
          "(%s).%n or %s",
          "(%n: %s) %s",
          "({ %n ? %s, ... }@all: %s) %s",
          "(let %n = %s; version = %s; in %s)",
          "(with %s; %s)",
          "(if %s == %s then %s else %s)",
          "(assert %s; %s)",
          "(\"${%s}.\" + %s)",
          "(lib.fix (%n: %s))",
          "(pkgs.mkDerivation (%n: %s))",
          "(%s).overrideAttrs (%n: %s)",
          "(%s).override { version = %s; }",
          "{ __functor = self: %s; } %s",
          "builtins.concatStringsSep %s [ %s %s ]",
          "builtins.replaceStrings [ %s ] [ %s ] %s",
          "builtins.mapAttrs %s %s",
          "removeAttrs %s [ %s ]",
          "%n %s");

  private static final List<String> LEAVES =
      List.of("\"1\"", "\"v2.0\"", "{ }", "{ version = \"3\"; }", "%n", "%n", "pkgs.redis", "true");

  private final StringBuilder text = new StringBuilder();

  @Test
  void everyFileIsReadWithinTheLimits() {
    Set<Boolean> known = new HashSet<>();
    Property.holds(
        random -> {
          String file = file(random);
          Reading reading =
              assertTimeoutPreemptively(TIMEOUT, () -> read(new MemoryFiles(), file), file);
          known.add(reading.version().isPresent());
          assertThat(reading.version().isPresent())
              .as(file)
              .isNotEqualTo(!reading.problems().isEmpty());
          reading
              .version()
              .map(Declaration::version)
              .ifPresent(it -> assertThat(it).as(file).isNotBlank().hasSizeLessThanOrEqualTo(1000));
        });
    assertThat(known).as("some versions are known and some are not").hasSize(2);
  }

  private String file(Property random) {
    text.setLength(0);
    text.append("{ pkgs, lib, a, b, f, rev, version ? \"0\" }: ");
    expression(random, random.upTo(MAX_DEPTH - 1));
    return text.toString();
  }

  private void expression(Property random, int depth) {
    List<String> forms = depth == 0 ? LEAVES : FORMS;
    String form = random.of(forms);
    String name = random.of(NAMES);
    for (int i = 0; i < form.length(); i++) {
      if (form.startsWith("%n", i)) {
        text.append(name);
        i++;
      } else if (form.startsWith("%s", i)) {
        text.append('(');
        expression(random, Math.max(0, depth - 1 - random.upTo(1)));
        text.append(')');
        i++;
      } else {
        text.append(form.charAt(i));
      }
    }
  }
}
