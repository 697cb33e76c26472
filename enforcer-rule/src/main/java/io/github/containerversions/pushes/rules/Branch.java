package io.github.containerversions.pushes.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What some commands of a script change that do not always run, or not up to their end. */
final class Branch {
  enum Kind {
    /** Commands in a shell of their own. */
    SUBSHELL,
    /** Those of which some run and others do not. */
    BRANCH,
    /** Those of a function, or of a file that is read into the script. */
    FUNCTION
  }

  final Kind kind;

  /** The words that the script or the function was given before it. */
  final Arguments words;

  /** What the variables were before it that it changes. */
  final Map<String, Shell.Variable> before = new LinkedHashMap<>();

  /** What they are at the ends of the branches so far that change them. */
  final Map<String, List<Shell.Variable>> ends = new HashMap<>();

  /** Those that the branch changes that is not at its end yet. */
  final Set<String> changed = new HashSet<>();

  int ended;
  boolean last;
  boolean left;

  Branch(Kind kind, Arguments words) {
    this.kind = kind;
    this.words = words;
    this.last = kind == Kind.FUNCTION;
  }

  void end(String name, Shell.Variable variable) {
    ends.computeIfAbsent(name, it -> new ArrayList<>()).add(variable);
  }
}
