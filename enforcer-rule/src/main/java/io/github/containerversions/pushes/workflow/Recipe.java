package io.github.containerversions.pushes.workflow;

import io.github.containerversions.pushes.shell.Script;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a target; filled while the file is read, as a target may have several rules. */
final class Recipe {
  final List<String> needs = new ArrayList<>();
  final Map<String, ShellWord> parameters = new LinkedHashMap<>();
  final Set<String> variadic = new HashSet<>();
  final List<Script> scripts = new ArrayList<>();

  /** Where the name of the target has a percent sign, or its static pattern rule has one. */
  String pattern = "";

  /** Where the rule of a Makefile stands; null in a justfile. */
  @Nullable ShellWord place;

  void need(String names) {
    needs.addAll(List.of(names.strip().split("[\\s()|&]+", -1)));
  }
}
