package io.github.containerversions.versions.model;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which containers a run checks, and why.
 *
 * @param mode the scope that the user asked for
 * @param reason why these containers are checked
 * @param base the base of the comparison
 * @param detail one sentence for people
 * @param changes what was found to have changed
 */
public record Scope(Mode mode, Reason reason, Base base, String detail, Changes changes) {

  /** The scope that the user asked for. */
  public enum Mode {
    CHANGED("changed"),
    ALL("all");

    private final String id;

    Mode(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  /** Why a scope has these containers. The ids are in every report. */
  public enum Reason {
    REQUESTED("requested"),
    BASE("base"),
    ON_BASE("on-base"),
    INVENTORY_CHANGED("inventory-changed"),
    CONFIGURATION_CHANGED("configuration-changed"),
    NO_BASE("no-base"),
    NO_MERGE_BASE("no-merge-base"),
    NO_GIT("no-git"),
    NO_COMMIT("no-commit"),
    GIT_FAILED("git-failed");

    private final String id;

    Reason(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  /** The extent of a scope. */
  public sealed interface Changes {

    /** Every container is checked. */
    record Everything() implements Changes {}

    /** Only containers that depend on one of these files are checked; paths from the root. */
    record Files(NavigableSet<String> paths) implements Changes {
      public Files {
        paths = Collections.unmodifiableNavigableSet(new TreeSet<>(paths));
      }

      public Files(Set<String> paths) {
        this(new TreeSet<>(paths));
      }

      /** Whether any of some files or folders is {@linkplain #touch touched}. */
      public boolean touchAny(Collection<String> paths) {
        for (String path : paths) {
          if (touch(path)) {
            return true;
          }
        }
        return false;
      }

      /**
       * Whether a file or folder is touched: it, something in it, or (a submodule that is listed as
       * one path) something it lies in.
       *
       * @param path from the root, with {@code /} and without a final one
       */
      public boolean touch(String path) {
        if (paths.isEmpty()) {
          return false;
        }
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
          if (paths.contains(path.substring(0, slash))) {
            return true;
          }
        }
        String inside = path + "/";
        String next = paths.ceiling(inside);
        return paths.contains(path) || (next != null && next.startsWith(inside));
      }
    }
  }
}
