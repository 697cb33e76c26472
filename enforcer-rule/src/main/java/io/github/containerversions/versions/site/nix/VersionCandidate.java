package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.versions.site.nix.Value.Text;
import io.github.containerversions.versions.site.nix.Value.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * A binding of the version.
 *
 * @param value what it is bound to
 * @param place the value or, for {@code inherit}, the name
 */
record VersionCandidate(Thunk value, SpineStep place) {
  static VersionCandidate of(Thunk version, TextRange at) {
    Thunk.Suspended bound = version.suspended();
    return new VersionCandidate(version, bound == null ? at.place() : bound.place());
  }

  /**
   * Of two bindings, this one by a {@code let}, unless the result has another version.
   *
   * @param ofResult the binding in the result; null if it has no such binding
   */
  VersionCandidate orBetter(@Nullable VersionCandidate ofResult, Evaluator evaluator) {
    if (ofResult == null || ofResult.value.suspended() == null) {
      return this;
    }
    Value declared = value.force(evaluator);
    Value found = ofResult.value.force(evaluator);
    if (!(declared instanceof Text let)
        || (found instanceof Text result && result.value().equals(let.value()))) {
      return this;
    }
    return found instanceof Text
        ? new VersionCandidate(
            Thunk.of(
                Evaluator.fail(
                    Problem.Kind.UNKNOWN,
                    "the let before the result and the result itself declare different versions",
                    ofResult.place)),
            place)
        : ofResult;
  }

  /** Whether the tag of an image names a version: {@code latest} does not. */
  static boolean isVersion(Value tag) {
    return tag instanceof Text text
        ? hasDigit(text.value())
        : tag instanceof Unknown unknown && unknown.what().endsWith(".version");
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }
}
