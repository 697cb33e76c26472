package io.github.containerversions.versions.site.dockerfile;

import io.github.containerversions.versions.site.dockerfile.Uncertainty.Why;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the instructions with the variables that a build has at each of them (Dockerfile
 * reference, "Understand how ARG and FROM interact", "Scope"; BuildKit's dockerfile2llb).
 *
 * <p>What stands before the first {@code FROM} is one scope, each stage another. A stage sees a
 * global argument where it declares it again. It takes over what an earlier stage knew that it
 * starts from.
 */
final class ArgEvaluator {
  /** The arguments that the builder gives a value to (reference, "Automatic platform ARGs"). */
  private static final Set<String> PLATFORM_ARGS =
      Set.of(
          "BUILDPLATFORM",
          "BUILDOS",
          "BUILDOSVERSION",
          "BUILDARCH",
          "BUILDVARIANT",
          "TARGETPLATFORM",
          "TARGETOS",
          "TARGETOSVERSION",
          "TARGETARCH",
          "TARGETVARIANT",
          "TARGETSTAGE");

  /** The arguments that a caller may pass undeclared (reference, "Predefined ARGs"). */
  private static final Set<String> PROXY_ARGS =
      Set.of("http_proxy", "https_proxy", "ftp_proxy", "no_proxy", "all_proxy");

  /** What stages take over from others is copied; of more than that, all is unknown. */
  private static final int MAX_COPIED_VARIABLES = 1_000_000;

  private final char escape;
  private final List<Argument> arguments = new ArrayList<>();
  private final Map<String, BuildStage> stages = new HashMap<>();
  private final Map<String, Variable> global = new HashMap<>();
  private @Nullable BuildStage stage;
  private long copied;

  private ArgEvaluator(char escape) {
    this.escape = escape;
  }

  /** What the {@code ARG} instructions of a file declare, in order. */
  static List<Argument> arguments(DockerfileLines.Result file) {
    ArgEvaluator scopes = new ArgEvaluator(file.escape());
    for (Instruction instruction : file.instructions()) {
      scopes.read(instruction);
    }
    return scopes.arguments;
  }

  private void read(Instruction instruction) {
    switch (instruction.keyword()) {
      case ARG -> arguments.addAll(arg(instruction));
      case ENV -> env(instruction);
      case FROM -> from(instruction);
      case ONBUILD -> {
        if (stage != null) {
          stage.triggers.add(instruction.trigger(escape));
        }
      }
      case ADD, COPY, RUN, OTHER -> {}
    }
  }

  private List<Argument> arg(Instruction instruction) {
    List<Argument> declared = new ArrayList<>(1);
    WordCursor words = new WordCursor(instruction, escape);
    while (words.next()) {
      int equalsSign = words.equalsSign();
      Expansion value = null;
      ShellWordException failure = null;
      if (equalsSign < 0) {
        declareBare(instruction.text().substring(words.start(), words.end()));
      } else {
        String name = instruction.text().substring(words.start(), equalsSign);
        try {
          value = expand(instruction.text().substring(equalsSign + 1, words.end()), scope());
          set(name, Variable.of(value));
        } catch (ShellWordException e) {
          failure = e;
          set(name, Variable.unknown(new Uncertainty(name, Why.UNREADABLE)));
        }
      }
      declared.add(
          new Argument(
              instruction, stage != null, words.start(), equalsSign, words.end(), value, failure));
    }
    return declared;
  }

  /** Without a default, the global one is taken if there is one; else nothing changes. */
  private void declareBare(String name) {
    Variable inherited = globalOf(name);
    Variable known = stage == null ? inherited : stage.variables.get(name);
    if (stage != null && inherited != null && inherited.isSet()) {
      set(name, inherited);
    } else if (known == null && (stage == null || !stage.ofUnknownBase)) {
      set(name, Variable.unset(new Uncertainty(name, Why.NO_DEFAULT)));
    }
  }

  /** All pairs of one {@code ENV} are resolved with the variables before it. */
  private void env(Instruction instruction) {
    if (stage == null) {
      return;
    }
    Map<String, Variable> pairs = new HashMap<>();
    String text = instruction.text();
    WordCursor words = new WordCursor(instruction, escape);
    boolean first = true;
    while (words.next()) {
      int equalsSign = words.equalsSign();
      if (equalsSign >= 0) {
        env(
            text.substring(words.start(), equalsSign),
            text.substring(equalsSign + 1, words.end()),
            pairs);
      } else if (first) {
        spacedEnv(instruction, pairs);
        break;
      }
      first = false;
    }
    stage.variables.putAll(pairs);
  }

  /** The old form {@code ENV name the rest}, which sets one variable. */
  private void spacedEnv(Instruction instruction, Map<String, Variable> pairs) {
    String text = instruction.text();
    int nameEnd = Instruction.separatorAfter(text, instruction.from(), instruction.to());
    int value = Instruction.skipSeparators(text, nameEnd, instruction.to());
    if (value < instruction.to()) {
      env(
          text.substring(instruction.from(), nameEnd),
          text.substring(value, instruction.to()),
          pairs);
    }
  }

  private void env(String rawName, String raw, Map<String, Variable> pairs) {
    String name;
    try {
      name = expand(rawName, scope()).text();
    } catch (ShellWordException e) {
      if (e.isLimit() && stage != null) {
        // It may be any variable.
        stage.variables.clear();
        pairs.clear();
        stage.ofUnknownBase = true;
      }
      return;
    }
    try {
      pairs.put(name, Variable.of(expand(raw, scope())));
    } catch (ShellWordException e) {
      pairs.put(name, Variable.unknown(new Uncertainty(name, Why.UNREADABLE)));
    }
  }

  private void from(Instruction instruction) {
    List<String> parts = new ArrayList<>();
    int at = instruction.from();
    while (at < instruction.to()) {
      int end = Instruction.separatorAfter(instruction.text(), at, instruction.to());
      parts.add(instruction.text().substring(at, end));
      at = Instruction.skipSeparators(instruction.text(), end, instruction.to());
    }
    start(parts.isEmpty() ? "" : parts.get(0));
    if (parts.size() == 3 && parts.get(1).equalsIgnoreCase("as") && stage != null) {
      stages.put(parts.get(2).toLowerCase(Locale.ROOT), stage);
    }
  }

  private void start(String rawBase) {
    Expansion base;
    stage = null;
    try {
      base = expand(rawBase, scope());
    } catch (ShellWordException e) {
      base = new Expansion("", e.isLimit() ? new Uncertainty("", Why.UNREADABLE) : null);
    }
    BuildStage earlier = stages.get(base.text());
    if (base.doubt() != null && !stages.isEmpty() && !isImageName(base.text())) {
      stage = new BuildStage(true);
    } else if (earlier != null) {
      stage = startFrom(earlier);
    } else {
      stage = new BuildStage(false);
      set("PATH", Variable.unknown(new Uncertainty("PATH", Why.BASE_IMAGE)));
    }
  }

  /** A stage on top of another: first come the triggers of that one, the same for each. */
  private BuildStage startFrom(BuildStage earlier) {
    BuildStage triggered = earlier.triggered;
    if (triggered == null) {
      triggered = copy(earlier);
      earlier.triggered = triggered;
      stage = triggered;
      for (Instruction trigger : earlier.triggers) {
        if (trigger.keyword() == Instruction.Keyword.ARG) {
          arg(trigger);
        } else {
          env(trigger);
        }
      }
    }
    return copy(triggered);
  }

  private BuildStage copy(BuildStage earlier) {
    copied += earlier.variables.size();
    BuildStage copy = new BuildStage(earlier.ofUnknownBase || copied > MAX_COPIED_VARIABLES);
    if (copied <= MAX_COPIED_VARIABLES) {
      copy.variables.putAll(earlier.variables);
    }
    return copy;
  }

  /** A stage's name holds neither a colon nor a slash. */
  private static boolean isImageName(String base) {
    return base.indexOf(':') >= 0 || base.indexOf('/') >= 0;
  }

  private Expansion expand(String word, Function<String, Variable> variables)
      throws ShellWordException {
    return ShellWord.expand(word, escape, variables);
  }

  private void set(String name, Variable variable) {
    if (stage == null) {
      global.put(name, variable);
    } else {
      stage.variables.put(name, variable);
    }
  }

  /** The variables as they are now. */
  private Function<String, Variable> scope() {
    BuildStage here = stage;
    Map<String, Variable> now = here == null ? global : here.variables;
    return name -> {
      Variable known = now.get(name);
      if (known == null && here == null) {
        known = platform(name);
      }
      return known != null
          ? known
          : here != null && here.ofUnknownBase
              ? Variable.unknown(new Uncertainty(name, Why.BASE_IMAGE))
              : Variable.unset(new Uncertainty(name, whyUndeclared(name)));
    };
  }

  private Why whyUndeclared(String name) {
    if (PLATFORM_ARGS.contains(name) || PROXY_ARGS.contains(name.toLowerCase(Locale.ROOT))) {
      return Why.SET_BY_BUILD;
    }
    if (name.isEmpty() || !(Character.isLetter(name.codePointAt(0)) || name.charAt(0) == '_')) {
      return Why.NO_NAME;
    }
    Variable elsewhere = stage == null ? null : globalOf(name);
    if (elsewhere == null) {
      return Why.UNDECLARED;
    }
    return elsewhere.isSet() ? Why.GLOBAL_ONLY : Why.NO_DEFAULT;
  }

  /** What is known before the first {@code FROM}. */
  private @Nullable Variable globalOf(String name) {
    Variable known = global.get(name);
    return known == null ? platform(name) : known;
  }

  /** Whether the builder gives an argument its value. */
  static boolean isSetByBuild(String name) {
    return PLATFORM_ARGS.contains(name);
  }

  private static @Nullable Variable platform(String name) {
    return isSetByBuild(name) ? Variable.unknown(new Uncertainty(name, Why.SET_BY_BUILD)) : null;
  }
}
