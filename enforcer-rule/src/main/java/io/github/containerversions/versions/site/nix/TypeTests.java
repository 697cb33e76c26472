package io.github.containerversions.versions.site.nix;

import io.github.containerversions.versions.site.nix.Value.Attributes;
import io.github.containerversions.versions.site.nix.Value.Bool;
import io.github.containerversions.versions.site.nix.Value.Failure;
import io.github.containerversions.versions.site.nix.Value.FilePath;
import io.github.containerversions.versions.site.nix.Value.ListOf;
import io.github.containerversions.versions.site.nix.Value.Null;
import io.github.containerversions.versions.site.nix.Value.Text;
import io.github.containerversions.versions.site.nix.Value.Unknown;

/** The functions that tell of which type a value is (Nix reference manual, "Built-ins"). */
final class TypeTests {
  private TypeTests() {}

  static Value run(Builtin builtin, Value value, SpineStep place) {
    if (value instanceof Failure) {
      return value;
    }
    if (Value.unknown(value) != null) {
      return Unknown.of(place);
    }
    return new Bool(
        switch (builtin) {
          case IS_ATTRS -> value instanceof Attributes;
          case IS_LIST -> value instanceof ListOf;
          case IS_NULL -> value instanceof Null;
          case IS_PATH -> value instanceof FilePath;
          default -> value instanceof Text;
        });
  }
}
