package io.github.containerversions.versions.model;

/**
 * The words that say how to declare another version at a site. In each template, {@code {version}},
 * {@code {quoted}}, {@code {file}} and {@code {service}} stand for the version to write, the same
 * with the escapes that it needs between quotes, the path of the file and the container's name in
 * the inventory; {@code {lead}} for what stands before the value there, and {@code {name}} for the
 * same without the character that ends it.
 *
 * @param set what to do, in the imperative
 * @param setForCommand the same where a command answered, so that the file has no literal to change
 * @param key what to change, for advice that cannot name the value
 * @param quoting how a version is escaped between double quotes there
 * @param keepsPrefix whether a leading {@code v} of other sites may be written here too
 */
public record SiteAdvice(
    String set, String setForCommand, String key, Quoting quoting, boolean keepsPrefix) {

  /** What needs a backslash before it between double quotes. */
  public enum Quoting {
    /** Quotes and backslashes. */
    QUOTES,
    /** These, and what begins an interpolation in Nix. */
    NIX;

    private String escaped(String text) {
      String quotes = text.replace("\\", "\\\\").replace("\"", "\\\"");
      return this == NIX ? quotes.replace("${", "\\${") : quotes;
    }
  }

  /** Advice for a site that no command answers for. */
  public SiteAdvice(String set, String key) {
    this(set, set, key, Quoting.QUOTES, true);
  }

  /** What to do to make a declaration say another version. */
  public String set(Declaration declaration, Container container, String version) {
    return filled(declaration.fromCommand() ? setForCommand : set, declaration)
        .replace("{service}", container.service())
        .replace("{quoted}", quoting.escaped(version))
        .replace("{version}", version);
  }

  /** What to change. */
  public String key(Declaration declaration) {
    return filled(key, declaration);
  }

  private static String filled(String template, Declaration declaration) {
    String lead = declaration.lead();
    return template
        .replace("{file}", declaration.location().file())
        .replace("{name}", lead.isEmpty() ? "" : lead.substring(0, lead.length() - 1))
        .replace("{lead}", lead);
  }
}
