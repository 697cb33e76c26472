package io.github.containerversions.versions.model;

import io.github.containerversions.core.finding.RuleInfo;

/** The rules of warnings, which never stop the build. */
public final class Notice {

  public static final RuleInfo NOTHING_TO_COMPARE =
      new RuleInfo(
          "nothing-to-compare",
          "A container declares its version in more than one place",
          "A version in only one place cannot disagree with another, so a build that passes says"
              + " nothing about it.",
          "Configure an inventory in inventoryFile, or do nothing.");

  public static final RuleInfo UNREAD_BUILD_FILE =
      new RuleInfo(
          "unread-build-file",
          "The rule reads every build file of the repository",
          "A version in a file that is not read is not compared.",
          "Give each image a folder with one Dockerfile, inside the repository.");

  public static final RuleInfo UNUSED_VERSION_ARG =
      new RuleInfo(
          "unused-version-arg",
          "A Dockerfile uses its version ARG",
          "If nothing uses the ARG, a new version changes the tag of the image, but not what is in"
              + " it.",
          "Use the ARG where the version matters, as in FROM example/app:${APP_VERSION}.");

  private Notice() {}
}
