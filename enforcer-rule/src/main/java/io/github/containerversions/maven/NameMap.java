package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import java.util.Map;
import java.util.TreeMap;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that maps names: {@code <quartz>docs</quartz>}, or {@code
 * <property><name>quartz</name><value>docs</value></property>} for what is no name in XML.
 *
 * <p>Maven would fill a map or properties, too, but passes over whatever has another form.
 */
final class NameMap {
  private final String parameter;
  private final Map<String, String> entries = new TreeMap<>();

  private NameMap(String parameter) {
    this.parameter = parameter;
  }

  /**
   * The entries of an element.
   *
   * @param parameter the name of the element
   * @param element what the POM has; null where it does not have it
   * @throws CannotCheckException where something in it would be passed over
   */
  static Map<String, String> read(String parameter, @Nullable PlexusConfiguration element)
      throws CannotCheckException {
    NameMap map = new NameMap(parameter);
    if (element != null) {
      map.addAll(element);
    }
    return map.entries;
  }

  private void addAll(PlexusConfiguration element) throws CannotCheckException {
    if (!PomText.of(element).isEmpty()) {
      throw wrong("<" + parameter + "> holds text");
    }
    for (PlexusConfiguration child : element.getChildren()) {
      if (child.getName().equals("property") && child.getChildCount() > 0) {
        addProperty(child);
      } else if (child.getChildCount() > 0) {
        throw wrong(shown(child) + " holds elements");
      } else {
        add(child.getName(), PomText.of(child), shown(child) + " is empty");
      }
    }
  }

  private void addProperty(PlexusConfiguration property) throws CannotCheckException {
    String form = shown(property) + " does not consist of one <name> and one <value>";
    if (property.getChildCount() != 2 || !PomText.of(property).isEmpty()) {
      throw wrong(form);
    }
    add(text(property, "name", form), text(property, "value", form), form);
  }

  private String text(PlexusConfiguration property, String name, String form)
      throws CannotCheckException {
    PlexusConfiguration[] found = property.getChildren(name);
    if (found.length != 1 || found[0].getChildCount() > 0 || PomText.of(found[0]).isEmpty()) {
      throw wrong(form);
    }
    return PomText.of(found[0]);
  }

  private void add(String name, String value, String whereEmpty) throws CannotCheckException {
    if (value.isEmpty()) {
      throw wrong(whereEmpty);
    }
    if (entries.putIfAbsent(name, value) != null) {
      throw wrong("<" + parameter + "> has two entries for " + name);
    }
  }

  private String shown(PlexusConfiguration child) {
    return "<" + child.getName() + "> in <" + parameter + ">";
  }

  private CannotCheckException wrong(String what) {
    return new CannotCheckException(
        what
            + "; write one entry for each container, <"
            + parameter
            + "><quartz>docs</quartz></"
            + parameter
            + ">, or <property><name>2fauth</name><value>docs</value></property> where the"
            + " container's name is not a name in XML");
  }
}
