package io.github.containerversions.versions.site.inventory;

import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.finding.Problem.Kind;
import io.github.containerversions.core.keys.KeyFile;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.core.text.SourceText;
import io.github.containerversions.core.yaml.YamlNode;
import io.github.containerversions.versions.model.Declaration;
import io.github.containerversions.versions.model.InventoryLayout;
import io.github.containerversions.versions.model.TagForm;
import io.github.containerversions.versions.model.TagText;
import io.github.containerversions.versions.model.VersionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The version in a value of an inventory, whose key was found. */
final class KeyedValue {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*:?-([^${}]*)\\}");

  private final SourceText text;
  private final InventoryLayout layout;
  private final String key;

  /**
   * A value of a service.
   *
   * @param key the key that it stands at, with the name of the service
   */
  KeyedValue(SourceText text, InventoryLayout layout, String key) {
    this.text = text;
    this.layout = layout;
    this.key = key;
  }

  void add(YamlNode value, List<Declaration> declarations, List<Problem> problems) {
    if (!(value instanceof YamlNode.Scalar scalar)) {
      problems.add(
          Problem.of(
              Kind.SHAPE,
              key + " is " + value.kind() + ", not a version",
              "let inventoryKey lead to the version itself",
              value.location(text)));
    } else if (scalar.tag().equals(KeyFile.COMPUTED)) {
      problems.add(problem(Kind.UNKNOWN, "has a value that is computed", scalar));
    } else if (scalar.isNull() || (scalar.isText() && scalar.text().isBlank())) {
      problems.add(problem(Kind.EMPTY, "is empty", scalar));
    } else if (!scalar.isText()) {
      problems.add(problem(Kind.SHAPE, "has a tag and so is no text", scalar));
    } else {
      read(scalar, declarations, problems);
    }
  }

  private Problem problem(Kind kind, String what, YamlNode.Scalar scalar) {
    return Problem.of(kind, key + " " + what, "write the version there", scalar.location(text));
  }

  /** A variable with a default counts as its default, as in a compose file. */
  private void read(
      YamlNode.Scalar scalar, List<Declaration> declarations, List<Problem> problems) {
    String written = text.content().substring(scalar.start(), scalar.end());
    boolean plain = written.equals(scalar.text());
    StringBuilder value = new StringBuilder();
    List<Integer> origins = new ArrayList<>(); // where each character of the value is written
    Matcher variable = VARIABLE.matcher(scalar.text());
    int from = 0;
    while (variable.find()) {
      append(scalar.text(), from, variable.start(), value, origins);
      append(scalar.text(), variable.start(1), variable.end(1), value, origins);
      from = variable.end();
    }
    append(scalar.text(), from, scalar.text().length(), value, origins);
    Optional<TagForm.Match> match = match(value.toString());
    if (value.indexOf("$") >= 0) {
      problems.add(problem(Kind.UNKNOWN, "has a value that is computed", scalar));
    } else if (match.isEmpty()) {
      problems.add(noForm(value.toString(), scalar));
    } else {
      TagForm.Match form = match.get();
      int start = origins.get(form.start());
      boolean together = origins.get(form.end() - 1) - start == form.end() - 1 - form.start();
      declarations.add(declaration(scalar, value.toString(), form, plain && together ? start : -1));
    }
  }

  private static void append(
      String text, int start, int end, StringBuilder value, List<Integer> origins) {
    for (int i = start; i < end; i++) {
      value.append(text.charAt(i));
      origins.add(i);
    }
  }

  private Optional<TagForm.Match> match(String value) {
    return layout.tags().stream().flatMap(it -> it.match(value).stream()).findFirst();
  }

  /**
   * A version.
   *
   * @param at where it begins in the value as it is written; -1 where it does not stand there as
   *     one piece, or with escapes
   */
  private Declaration declaration(
      YamlNode.Scalar scalar, String value, TagForm.Match form, int at) {
    String version = value.substring(form.start(), form.end());
    SourceSpan whole = scalar.location(text);
    boolean isWhole = at == 0 && scalar.end() - scalar.start() == version.length();
    if (layout.isWholeValue() && (isWhole || at < 0)) {
      return new Declaration(version, scalar.written(text), whole);
    }
    SourceSpan span =
        at < 0 ? whole : text.span(scalar.start() + at, scalar.start() + at + version.length());
    return new Declaration(
        version,
        at < 0 ? scalar.written(text) : version,
        span,
        false,
        new TagText(form.form().toString(), value, whole, form.commit()));
  }

  private Problem noForm(String value, YamlNode.Scalar scalar) {
    String forms = layout.tags().stream().map(TagForm::toString).collect(Collectors.joining(", "));
    return Problem.of(
        Kind.SHAPE,
        VersionText.isPossible(value)
            ? key + " is " + value + ", which has none of the forms " + forms
            : key + " has a value that " + VersionText.objection(value).orElse(""),
        "write it in one of these forms, or add its form to inventoryTags",
        scalar.location(text));
  }
}
