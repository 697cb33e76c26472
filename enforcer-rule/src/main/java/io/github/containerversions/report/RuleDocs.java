package io.github.containerversions.report;

/** Where documentation is published. */
final class RuleDocs {

  /** The project's home; everything else is found from here. */
  static final String HOME = "https://github.com/containerversions/container-versions";

  private RuleDocs() {}

  /** The page of a rule. */
  static String page(String rule) {
    return HOME + "/blob/main/docs/rules/" + rule + ".md";
  }
}
