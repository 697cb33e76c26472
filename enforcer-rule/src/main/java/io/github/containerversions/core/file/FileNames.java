package io.github.containerversions.core.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The names of files as the disk holds them. {@link Path#toString} decodes with the encoding of the
 * locale, and puts U+FFFD for what that encoding has not: two files may then have one name.
 */
public final class FileNames {
  private static final int HEX = 16;

  private FileNames() {}

  /** The bytes of the last name of an absolute path; UTF-8 where the system knows characters. */
  static byte[] bytes(Path path) {
    // A URI holds the bytes themselves, whatever the locale is; that of a folder ends with a slash.
    String uri = path.toUri().getRawPath();
    int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = uri.lastIndexOf('/', end - 1) + 1; at < end; at++) {
      if (uri.charAt(at) == '%') {
        bytes.write(Integer.parseInt(uri, at + 1, at + 3, HEX));
        at += 2;
      } else {
        bytes.write(uri.charAt(at));
      }
    }
    return bytes.toByteArray();
  }

  /** The last name of an absolute path; a byte that is no UTF-8 is shown as {@code \xE9}. */
  public static String shown(Path path) {
    String name = String.valueOf(path.getFileName());
    if (isPlain(name)) {
      return name;
    }
    byte[] bytes = bytes(path);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      StringBuilder shown = new StringBuilder();
      for (byte each : bytes) {
        shown.append(
            each >= 0 ? String.valueOf((char) each) : String.format(Locale.ROOT, "\\x%02X", each));
      }
      return shown.toString();
    }
  }

  /** Whether a name has only characters that have the same bytes in every locale. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }

  /** Whether text leads back to the file that it was taken from. */
  public static boolean isNameable(Path path) {
    return path.getFileName() != null && path.getFileName().toString().equals(shown(path));
  }
}
