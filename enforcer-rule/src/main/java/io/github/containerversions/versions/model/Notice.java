package io.github.containerversions.versions.model;

import io.github.containerversions.core.finding.RuleInfo;

/** What is reported as a warning of its own and fails nothing. */
public final class Notice {

  public static final RuleInfo NOTHING_TO_COMPARE =
      new RuleInfo(
          "nothing-to-compare",
          "A container declares its version in more than one place",
          "A version that stands in one place cannot disagree, so a build that passes says nothing"
              + " about it.",
          "Configure an inventory in inventoryFile, or leave it as it is.");

  public static final RuleInfo UNREAD_BUILD_FILE =
      new RuleInfo(
          "unread-build-file",
          "Every build file of the repository is one that is read",
          "A version in a file that is not read is compared with nothing.",
          "Give each image a folder with one Dockerfile, inside of the repository.");

  public static final RuleInfo UNUSED_VERSION_ARG =
      new RuleInfo(
          "unused-version-arg",
          "The version ARG of a Dockerfile is used in it",
          "Where nothing uses the ARG, a new version there changes the tag of the image and not"
              + " what is in it.",
          "Use the ARG where the version counts, as in FROM example/app:${APP_VERSION}.");

  private Notice() {}
}
