package io.github.containerversions.versions.model;

import io.github.containerversions.core.finding.RuleInfo;

/**
 * The names and words of one site: one kind of place where the version of a container is declared.
 *
 * @param id the stable name in reports
 * @param column the heading of its column in tables
 * @param title what messages call it
 * @param command the parameter that configures a command to ask where the site itself cannot
 *     answer; empty where there is none
 * @param rule the rule that speaks for its problems
 * @param advice how to declare another version there
 * @param role what part it has in a repository
 * @param lag how far it may be behind the build files
 */
public record Site(
    String id,
    String column,
    String title,
    String command,
    RuleInfo rule,
    SiteAdvice advice,
    Role role,
    LagLimit lag) {

  /** The parts that sites have. */
  public enum Role {
    /** The image is built from it. */
    BUILD_FILE,
    /** It lists what runs. */
    INVENTORY,
    /** Another place, which the configuration names. */
    PLACE
  }

  /** A build file. */
  public Site(
      String id, String column, String title, String command, RuleInfo rule, SiteAdvice advice) {
    this(id, column, title, command, rule, advice, Role.BUILD_FILE, LagLimit.NO_LAG);
  }

  /** Whether its versions must agree with those of the other sites. */
  public boolean mustAgree() {
    return !lag.allowsLag();
  }

  /** The name in reports of a version that its command answered. */
  private static final String COMMAND_SUFFIX = "-command";

  /** The stable name in reports of where a declaration comes from. */
  public String idOf(Declaration declaration) {
    return declaration.fromCommand() ? id + COMMAND_SUFFIX : id;
  }

  /** What messages call the origin of a declaration. */
  public String titleOf(Declaration declaration) {
    return declaration.fromCommand() ? command : title;
  }
}
