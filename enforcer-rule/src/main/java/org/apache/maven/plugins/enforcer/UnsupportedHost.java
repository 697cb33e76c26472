package org.apache.maven.plugins.enforcer;

import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * A rule that cannot run here, and ends the build with the reason.
 *
 * <p>It throws what is no exception of the Enforcer: those do not end a build with {@code
 * enforcer.fail=false}, and a rule that cannot be carried out always does. Deprecated types have
 * their full names, since javac warns of their imports for Java 8.
 *
 * <p>The fields take whatever the POM has for the parameters of all rules: a parameter without one
 * would end the build with an error of Maven's own that says nothing of the reason.
 */
@SuppressWarnings({"deprecation", "removal", "unused"}) // written by Maven, read by nobody
abstract class UnsupportedHost implements org.apache.maven.enforcer.rule.api.EnforcerRule {

  /** Part of the API of plugins from 3.2.1 on. */
  private static final String NEW_API = "org.apache.maven.enforcer.rule.api.AbstractEnforcerRule";

  private final String element;

  private PlexusConfiguration level;
  private PlexusConfiguration skip;
  private PlexusConfiguration repositoryRoot;
  private PlexusConfiguration reportDirectory;
  private PlexusConfiguration annotations;
  private PlexusConfiguration message;
  private PlexusConfiguration reports;
  private PlexusConfiguration exemptions;

  UnsupportedHost(String element) {
    this.element = element;
  }

  @Override
  public void execute(org.apache.maven.enforcer.rule.api.EnforcerRuleHelper helper) {
    throw new IllegalStateException(reason(hasNewApi(), System.getProperty("java.version")));
  }

  /**
   * Why the rule cannot run.
   *
   * @param newApi whether the plugin has the API that rules are written for
   * @param java the version of the Java that runs the build
   */
  String reason(boolean newApi, String java) {
    return newApi
        ? "<"
            + element
            + "> needs Java 17 or newer, and this build runs on Java "
            + java
            + ": set JAVA_HOME to a newer one"
        : "<"
            + element
            + "> needs maven-enforcer-plugin 3.2.1 or newer: raise its <version> in the"
            + " POM";
  }

  private static boolean hasNewApi() {
    try {
      Class.forName(NEW_API, false, UnsupportedHost.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Override
  public boolean isCacheable() {
    return false;
  }

  @Override
  public boolean isResultValid(org.apache.maven.enforcer.rule.api.EnforcerRule cached) {
    return false;
  }

  @Override
  public String getCacheId() {
    return "";
  }
}
