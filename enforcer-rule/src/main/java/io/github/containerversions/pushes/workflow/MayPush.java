package io.github.containerversions.pushes.workflow;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words by which people call what pushes an image. */
final class MayPush {
  private static final Pattern WORDS = Pattern.compile("push|publish|release|deploy|image");

  private MayPush() {}

  static boolean says(String text) {
    return WORDS.matcher(text.toLowerCase(Locale.ROOT)).find();
  }
}
