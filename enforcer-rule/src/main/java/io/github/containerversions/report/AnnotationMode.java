package io.github.containerversions.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether workflow commands are printed. */
public enum AnnotationMode {
  /** Where the runner shows them. */
  AUTO,
  ON,
  OFF;

  /** What users call the modes; the default first. */
  public static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (AnnotationMode mode : values()) {
      ids.add(mode.id());
    }
    return ids;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether to print them. Forgejo and Gitea set {@code GITHUB_ACTIONS} too, and show none.
   *
   * @param environment the environment of the build
   */
  public boolean shownIn(Map<String, String> environment) {
    return switch (this) {
      case AUTO ->
          "true".equals(environment.get("GITHUB_ACTIONS"))
              && !environment.containsKey("GITEA_ACTIONS")
              && !environment.containsKey("FORGEJO_ACTIONS");
      case ON -> true;
      case OFF -> false;
    };
  }
}
