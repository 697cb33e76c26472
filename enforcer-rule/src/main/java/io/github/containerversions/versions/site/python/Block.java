package io.github.containerversions.versions.site.python;

/**
 * Statements that belong together.
 *
 * @param scope whose names they bind
 * @param under the keyword of the compound statement they belong to, such as {@code if}; empty
 *     where there is none but their function or class
 * @param holdsCases whether they are the {@code case} blocks of a {@code match} statement
 */
record Block(Scope scope, String under, boolean holdsCases) {

  static Block module() {
    return new Block(new Scope(""), "", false);
  }

  /** Whether its statements run once, in order, when the module is run. */
  boolean isPlain() {
    return scope.isModule() && under.isEmpty();
  }

  /** What is to be said of a name that is assigned here, in a block that is not plain. */
  String finding() {
    return scope.isModule()
        ? "is assigned under " + under + ", so only running the file can tell its value"
        : "is assigned in " + scope.label() + ", which declares it global";
  }
}
