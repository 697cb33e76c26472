package io.github.containerversions.pushes.workflow;

/** The {@code if} of a step, so that two of them can be compared. */
final class Conditions {
  private Conditions() {}

  /**
   * The condition without what stands around it; empty where the step runs as a matter of course.
   */
  static String of(String text) {
    String bare = text.strip();
    if (bare.startsWith("${{") && bare.indexOf("}}") == bare.length() - 2) {
      bare = bare.substring(3, bare.length() - 2).strip();
    }
    return switch (bare.replace(" ", "")) {
      case "", "true", "success()", "always()", "!cancelled()" -> "";
      default -> bare;
    };
  }
}
