package io.github.containerversions.versions.site.inventory;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.MergeOrder;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the list of services.
 *
 * @param mapping the entry itself
 * @param order where its keys are looked up
 * @param name its name
 */
record Entry(YamlNode.Mapping mapping, MergeOrder order, YamlNode.Scalar name) {
  static final String NAME = "name";
  static final String VERSION = "current-version";

  /** How many of a kind are shown: a file can hold as many mistakes as it has lines. */
  static final int MAX_SHOWN = 5;

  private static final String HELP =
      "write the version there: current-version: \"" + Problem.VERSION + "\"";

  /** The version that the entry declares, or why it declares none. */
  Reading read(SourceText text) {
    List<Problem> problems = new ArrayList<>();
    addDoubledKeys(problems, text);
    if (!order.broken().isEmpty()) {
      YamlNode broken = order.broken().get(0);
      problems.add(
          Problem.of(
              Kind.SHAPE,
              "the merge key << takes a mapping or a list of mappings, not " + broken.kind(),
              "write the alias of a mapping there, such as <<: *defaults",
              broken.location(text)));
    }
    YamlNode.Pair version = order.find(VERSION);
    if (version == null && problems.isEmpty()) {
      problems.add(absent(text));
    }
    if (version != null) {
      addObjection(problems, version, text);
    }
    return new Reading(declarations(text), problems, Set.of(), List.of());
  }

  /** The versions that the entry itself declares, else the one that is merged into it. */
  List<Declaration> declarations(SourceText text) {
    List<Declaration> declarations = new ArrayList<>();
    for (YamlNode.Pair pair : mapping.pairs()) {
      if (pair.isNamed(VERSION) && declarations.size() < MAX_SHOWN) {
        addDeclaration(declarations, pair, text);
      }
    }
    YamlNode.Pair merged = order.find(VERSION);
    if (declarations.isEmpty() && merged != null) {
      addDeclaration(declarations, merged, text);
    }
    return declarations;
  }

  private static void addDeclaration(
      List<Declaration> declarations, YamlNode.Pair pair, SourceText text) {
    if (pair.value() instanceof YamlNode.Scalar scalar && scalar.saysSomething()) {
      declarations.add(new Declaration(scalar.text(), scalar.written(text), scalar.location(text)));
    }
  }

  private void addDoubledKeys(List<Problem> problems, SourceText text) {
    Map<String, YamlNode> first = new HashMap<>();
    Set<String> told = new HashSet<>();
    for (YamlNode.Pair pair : mapping.pairs()) {
      if (pair.key() instanceof YamlNode.Scalar key) {
        YamlNode before = first.putIfAbsent(key.text(), key);
        if (before != null && told.size() < MAX_SHOWN && told.add(key.text())) {
          problems.add(
              new Problem(
                  Kind.CONFLICT,
                  "the key " + Excerpt.quoted(key.text()) + " is given twice in one entry",
                  "keep one of them",
                  key.location(text),
                  List.of(before.location(text))));
        }
      }
    }
  }

  private static void addObjection(List<Problem> problems, YamlNode.Pair version, SourceText text) {
    if (!(version.value() instanceof YamlNode.Scalar scalar)) {
      problems.add(
          Problem.of(
              Kind.SHAPE,
              VERSION + " is " + version.value().kind() + ", not a text",
              HELP,
              version.value().location(text)));
    } else if (scalar.isNull() || (scalar.isText() && scalar.text().isBlank())) {
      problems.add(Problem.of(Kind.EMPTY, emptiness(scalar, text), HELP, scalar.location(text)));
    } else if (!scalar.isText()) {
      problems.add(
          Problem.of(
              Kind.SHAPE,
              VERSION
                  + " has the tag "
                  + Excerpt.quoted(shortTag(scalar.tag()))
                  + " and so is no text",
              "remove the tag",
              scalar.location(text)));
    }
  }

  private static String emptiness(YamlNode.Scalar scalar, SourceText text) {
    if (scalar.isNull()) {
      String written = Excerpt.of(scalar.written(text), 10);
      return scalar.text().isEmpty()
          ? VERSION + " is empty: nothing is written after it"
          : VERSION + " is null" + (written.equals("null") ? "" : ", written " + written);
    }
    return scalar.text().isEmpty()
        ? VERSION + " is an empty text"
        : VERSION + " is a text of white space only";
  }

  private static String shortTag(String tag) {
    return tag.startsWith(YamlNode.Scalar.TAG_PREFIX)
        ? "!!" + tag.substring(YamlNode.Scalar.TAG_PREFIX.length())
        : tag;
  }

  private Problem absent(SourceText text) {
    YamlNode.Scalar alike = alike();
    return alike == null
        ? Problem.of(
            Kind.ABSENT,
            "the entry " + Excerpt.quoted(name.text()) + " has no " + VERSION,
            "add to the entry: " + VERSION + ": \"" + Problem.VERSION + "\"",
            name.location(text))
        : Problem.of(
            Kind.ABSENT,
            "the entry "
                + Excerpt.quoted(name.text())
                + " has no "
                + VERSION
                + ", but a key "
                + Excerpt.quoted(alike.text()),
            "name the key " + VERSION,
            alike.location(text));
  }

  /** A key that may be meant: {@code version}, or the right one in another spelling. */
  private YamlNode.@Nullable Scalar alike() {
    for (YamlNode.Pair pair : mapping.pairs()) {
      if (pair.key() instanceof YamlNode.Scalar key) {
        String letters = key.text().replaceAll("[-_. ]", "").toLowerCase(Locale.ROOT);
        if (letters.equals("currentversion") || letters.equals("version")) {
          return key;
        }
      }
    }
    return null;
  }
}
