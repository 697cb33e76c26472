package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The element of a rule in the configuration of maven-enforcer-plugin, for goals: they take its
 * parameters for theirs, so that nothing is configured twice.
 *
 * @param dom the element; null where no POM has it
 */
record RuleElement(@Nullable Xpp3Dom dom) {
  private static final String ENFORCER = "org.apache.maven.plugins:maven-enforcer-plugin";

  /**
   * The element that counts for a project: of its own POM, else of the nearest parent that has one.
   *
   * @param rule the name of the element
   * @param execution the id of the execution that has it; empty where there is only one
   * @throws CannotCheckException where several executions have it and none is named, or the named
   *     one does not have it
   */
  static RuleElement find(MavenProject project, String rule, String execution, String property)
      throws CannotCheckException {
    for (MavenProject at = project; at != null; at = at.getParent()) {
      Map<String, Xpp3Dom> found = elements(at, rule);
      if (!execution.isEmpty() && found.containsKey(execution)) {
        return new RuleElement(found.get(execution));
      }
      if (execution.isEmpty() && found.size() > 1) {
        throw new CannotCheckException(
            "<"
                + rule
                + "> stands in several executions; choose one by -D"
                + property
                + ": "
                + String.join(", ", found.keySet()));
      }
      if (execution.isEmpty() && !found.isEmpty()) {
        return new RuleElement(found.values().iterator().next());
      }
    }
    if (!execution.isEmpty()) {
      throw new CannotCheckException(
          "no execution of maven-enforcer-plugin with the id " + execution + " has <" + rule + ">");
    }
    return new RuleElement(null);
  }

  private static Map<String, Xpp3Dom> elements(MavenProject project, String rule) {
    Map<String, Xpp3Dom> elements = new LinkedHashMap<>();
    Plugin plugin = project.getPlugin(ENFORCER);
    if (plugin == null) {
      return elements;
    }
    for (PluginExecution execution : plugin.getExecutions()) {
      add(elements, execution.getId(), execution.getConfiguration(), rule);
    }
    if (elements.isEmpty()) {
      add(elements, "default-cli", plugin.getConfiguration(), rule);
    }
    return elements;
  }

  private static void add(
      Map<String, Xpp3Dom> elements, String id, @Nullable Object configuration, String rule) {
    if (configuration instanceof Xpp3Dom dom && dom.getChild("rules") != null) {
      Xpp3Dom element = dom.getChild("rules").getChild(rule);
      if (element != null) {
        elements.put(id, element);
      }
    }
  }

  /** The text of a parameter; null where the element does not have it. */
  @Nullable String text(String name) {
    Xpp3Dom child = child(name);
    return child == null ? null : child.getValue();
  }

  /** The texts of a list. */
  List<String> list(String name) {
    List<String> texts = new ArrayList<>();
    Xpp3Dom child = child(name);
    if (child != null) {
      for (Xpp3Dom item : child.getChildren()) {
        texts.add(PomText.of(item.getValue()));
      }
    }
    return texts;
  }

  /** A parameter that has elements in it; null where the element does not have it. */
  @Nullable PlexusConfiguration elements(String name) {
    Xpp3Dom child = child(name);
    return child == null ? null : new XmlPlexusConfiguration(child);
  }

  private @Nullable Xpp3Dom child(String name) {
    return dom == null ? null : dom.getChild(name);
  }

  /**
   * Refuses what is no parameter, and what Maven would pass over.
   *
   * @param known the names of all parameters
   */
  void refuseUnknown(List<String> known) throws CannotCheckException {
    if (dom == null) {
      return;
    }
    for (Xpp3Dom child : dom.getChildren()) {
      if (!known.contains(child.getName())) {
        throw new CannotCheckException(
            "<"
                + dom.getName()
                + "> has no parameter <"
                + child.getName()
                + ">; there are: "
                + String.join(", ", known));
      }
    }
    PassedOver.refuseIn(dom);
  }
}
