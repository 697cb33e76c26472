package io.github.containerversions.report;

import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.RelatedLocation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;

/**
 * Tells findings of one run apart, in the same way in every run: by rule, subject and the files
 * involved, and by their order where these are the same. Neither lines nor versions take part, so
 * that a finding stays the same one when its file is edited.
 */
final class Fingerprints {

  /** What the fingerprint is called; to be counted up when it is made in another way. */
  static final String KEY = "containerVersions/v1";

  private final Map<String, Integer> seen = new HashMap<>();
  private final MessageDigest digest = sha256();

  /** The fingerprint of the next finding of the run. */
  String next(Finding finding) {
    TreeSet<String> files = new TreeSet<>();
    files.add(finding.location().file());
    finding.related().stream().map(RelatedLocation::location).forEach(it -> files.add(it.file()));
    String identity = finding.rule() + '\0' + finding.subject() + '\0' + String.join("\0", files);
    int count = seen.merge(identity, 1, Integer::sum);
    byte[] hash = digest.digest((identity + '\0' + count).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 16);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
