package io.github.containerversions.versions.site.nix;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.SourceText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an expression stands for, as far as it can be known without nixpkgs. */
sealed interface Value {

  /** What messages call a value of this sort. */
  String title();

  /** The value as one that only Nix could know; null where it is known. */
  static @Nullable Unknown unknown(Value value) {
    if (value instanceof Unknown unknown) {
      return unknown;
    }
    if (value instanceof Overriding overriding) {
      return overriding.function();
    }
    return value instanceof Library library ? library.set() : null;
  }

  /** A string and where it comes from. */
  record Text(String value, Origin origin) implements Value {
    @Override
    public String title() {
      return "a string";
    }
  }

  /**
   * Where a string comes from.
   *
   * @param place the literal's content or, for a string of several pieces, the whole expression
   * @param whole the literal or the expression as it stands, quotes included
   * @param wholeFile the file, where the string is the whole of its content; null elsewhere
   */
  record Origin(SpineStep place, SpineStep whole, @Nullable SourceText wholeFile) {
    static Origin pieces(SpineStep place) {
      return new Origin(place, place, null);
    }

    String written() {
      return whole.written();
    }
  }

  record IntNumber(long value) implements Value {
    @Override
    public String title() {
      return "a number";
    }
  }

  record FloatNumber() implements Value {
    @Override
    public String title() {
      return "a number";
    }
  }

  record Bool(boolean value) implements Value {
    @Override
    public String title() {
      return "a boolean";
    }
  }

  record Null() implements Value {
    @Override
    public String title() {
      return "null";
    }
  }

  /**
   * A path.
   *
   * @param path from the repository root, or a reason why it is not inside
   * @param inside whether it is
   * @param literal where it is written
   */
  record FilePath(String path, boolean inside, SpineStep literal) implements Value {
    @Override
    public String title() {
      return "a path";
    }
  }

  record ListOf(List<Thunk> items) implements Value {
    @Override
    public String title() {
      return "a list";
    }
  }

  /**
   * A set of attributes.
   *
   * @param known attributes that are known to be there
   * @param rest where others come from; null where there are no others
   * @param names the names that the others can have; null where they can have any
   */
  record Attributes(Map<String, Thunk> known, @Nullable Unknown rest, @Nullable Set<String> names)
      implements Value {
    Attributes(Map<String, Thunk> known, @Nullable Unknown rest) {
      this(known, rest, null);
    }

    /** A set of which only the names are known that it can have. */
    static Attributes among(Set<String> names, Unknown origin) {
      return new Attributes(Map.of(), origin, names);
    }

    /** Where an attribute comes from that is not known; null where there is certainly none. */
    @Nullable Unknown origin(String name) {
      return names == null || names.contains(name) ? rest : null;
    }

    /** All names that the set can have; null where it can have any. */
    @Nullable Set<String> possible() {
      if (rest != null && names == null) {
        return null;
      }
      Set<String> all = new HashSet<>(known.keySet());
      if (names != null) {
        all.addAll(names);
      }
      return all;
    }

    @Override
    public String title() {
      return "a set";
    }
  }

  record Closure(Expr.Lambda lambda, Environment environment) implements Value {
    @Override
    public String title() {
      return "a function";
    }
  }

  /** A built-in function and the arguments it was given so far. */
  record Partial(Builtin builtin, List<Thunk> arguments) implements Value {
    @Override
    public String title() {
      return "a function";
    }
  }

  /**
   * The function {@code overrideAttrs} or another {@code override} of a package.
   *
   * @param before the package that it changes
   * @param function the function as such
   * @param keeps whether what it does not change stays as it was
   */
  record Overriding(Value before, Unknown function, boolean keeps) implements Value {
    @Override
    public String title() {
      return "a function";
    }
  }

  /**
   * A set of functions, a few of which are known.
   *
   * @param set the set as such
   * @param ofNix whether it is {@code builtins}, not the library of nixpkgs
   */
  record Library(Unknown set, boolean ofNix) implements Value {
    @Override
    public String title() {
      return "a set";
    }
  }

  /**
   * What only Nix itself could say.
   *
   * @param what the expression, as a message shows it
   * @param named whether that is a name or names with dots between them
   * @param attribute the attribute of nixpkgs that it is, the empty text being nixpkgs itself; null
   *     where it is none
   * @param parameter whether the attribute is so called only by a function's parameter
   * @param builder whether it can be a function of nixpkgs that makes a package of a set
   */
  record Unknown(
      String what, boolean named, @Nullable String attribute, boolean parameter, boolean builder)
      implements Value {
    private static final String VERSION = ".version";

    /** What parameters are called that stand for pins, arguments or settings. */
    private static final Set<String> NO_PACKAGES =
        Set.of(
            ("args attrs config final inputs options package pin pins pkg prev self source sources"
                    + " src super versions")
                .split(" "));

    /** What is no part of nixpkgs. */
    static Unknown of(SpineStep place) {
      return new Unknown(place.quote(), false, null, false, false);
    }

    /** What has a name but is no part of nixpkgs. */
    static Unknown of(String name) {
      return new Unknown(name, true, null, false, false);
    }

    @Override
    public String title() {
      return "unknown";
    }

    Unknown select(String name) {
      String full = (named ? what : "(" + what + ")") + "." + name;
      String shown = Quote.of(full);
      if (attribute == null || !shown.equals(full) || name.indexOf('.') >= 0) {
        return new Unknown(what.endsWith("…") ? what : shown, true, null, false, builder);
      }
      String inner = attribute.isEmpty() ? name : attribute + "." + name;
      return new Unknown(shown, true, inner, parameter, builder);
    }

    /** Whether it is nixpkgs itself. */
    boolean isNixpkgs() {
      return attribute != null && attribute.isEmpty();
    }

    /** The same as a mere piece of a value. */
    Unknown piece() {
      return new Unknown(what, named, null, false, false);
    }

    /** The same where it is no longer written as a name. */
    Unknown unnamed() {
      return new Unknown(what, false, attribute, parameter, builder);
    }

    /** The package whose version this is; empty where it is none. */
    String packageName() {
      if (attribute == null || !attribute.endsWith(VERSION)) {
        return "";
      }
      String name = attribute.substring(0, attribute.length() - VERSION.length());
      int dot = name.indexOf('.');
      // A parameter "sources" is no package, and "sources.redis" none of nixpkgs.
      boolean sure =
          !parameter
              || (dot < 0 && !NO_PACKAGES.contains(name))
              || name.startsWith("Packages", dot - "Packages".length());
      return sure && isPackageName(name) ? name : "";
    }

    private static boolean isPackageName(String name) {
      return !name.isEmpty()
          && name.charAt(0) != '-'
          && name.chars()
              .allMatch(
                  c ->
                      (c >= 'a' && c <= 'z')
                          || (c >= 'A' && c <= 'Z')
                          || (c >= '0' && c <= '9')
                          || "_+.-".indexOf(c) >= 0);
    }
  }

  /** Why there is no value. */
  record Failure(Problem problem) implements Value {
    @Override
    public String title() {
      return "an error";
    }
  }
}
