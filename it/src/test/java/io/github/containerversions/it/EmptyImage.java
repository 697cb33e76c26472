package io.github.containerversions.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An image without layers, as a folder (the Open Container Initiative, "Image Layout"). */
final class EmptyImage {

  private EmptyImage() {}

  static void writeTo(Path folder) {
    try {
      Files.createDirectories(folder.resolve("blobs/sha256"));
      String configuration =
          blob(
              folder,
              "config",
              """
              {"architecture": "amd64", "os": "linux", "rootfs": {"type": "layers", "diff_ids": []}}
              """);
      String manifest =
          blob(
              folder,
              "manifest",
              "{\"schemaVersion\": 2, \"config\": " + configuration + ", \"layers\": []}");
      Files.writeString(
          folder.resolve("index.json"),
          "{\"schemaVersion\": 2, \"manifests\": [" + manifest + "]}");
      Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\": \"1.0.0\"}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a blob and gives its descriptor. */
  private static String blob(Path folder, String kind, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String digest = HexFormat.of().formatHex(sha256().digest(bytes));
    Files.write(folder.resolve("blobs/sha256").resolve(digest), bytes);
    return """
        {"mediaType": "application/vnd.oci.image.%s.v1+json", "digest": "sha256:%s", "size": %d}"""
        .formatted(kind, digest, bytes.length);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
