package io.github.containerversions.maven;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The properties of a build, by where they are given.
 *
 * @param user of the command line and of Maven's files of arguments in {@code .mvn}
 * @param system of the virtual machine: {@code MAVEN_OPTS}, {@code .mvn/jvm.config}
 * @param project of {@code <properties>} in POMs and in profiles, those of settings too
 */
record BuildProperties(Properties user, Properties system, Properties project) {

  static BuildProperties of(MavenSession session, MavenProject project) {
    return new BuildProperties(
        session.getUserProperties(), session.getSystemProperties(), project.getProperties());
  }

  /** Those whose names start with a prefix, by the rest of the name, stripped. */
  static Map<String, String> startingWith(String prefix, Properties properties) {
    Map<String, String> found = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(prefix)) {
        found.put(name.substring(prefix.length()), properties.getProperty(name, "").strip());
      }
    }
    return found;
  }
}
