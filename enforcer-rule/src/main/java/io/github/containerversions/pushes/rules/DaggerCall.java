package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.text.Location;
import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A call of the {@code publish} function of a Dagger module. What its arguments mean is up to the
 * module; the names tell.
 */
final class DaggerCall {

  /** The last words of arguments that hold a credential. */
  private static final Set<String> SECRETS =
      Set.of(
          "password",
          "passwd",
          "pass",
          "token",
          "secret",
          "cred",
          "creds",
          "credential",
          "credentials");

  private static final Set<String> ADDRESSES =
      Set.of("--address", "--image", "--ref", "--repository", "--registry-address");

  /** Where Dagger takes a secret from (Dagger's manual, "Secrets"), the environment aside. */
  private static final Set<String> PROVIDERS =
      Set.of("file", "cmd", "op", "vault", "libsecret", "aws", "gcp");

  private final VariableScope values;
  private final List<Push.Credential> credentials = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();
  private final List<Image> images = new ArrayList<>();
  private Host host = Host.UNKNOWN;
  private boolean unique;

  private DaggerCall(VariableScope values) {
    this.values = values;
  }

  /**
   * The push of a call; nothing where it calls no function that publishes.
   *
   * @param words what follows the name of the program
   */
  static Optional<Push> push(List<ShellWord> words, Location at, VariableScope values) {
    int call = -1;
    int publish = -1;
    for (int index = 0; index < words.size(); index++) {
      String text = words.get(index).text().orElse("");
      if (text.equals("call") && call < 0) {
        call = index;
      } else if (text.startsWith("publish") && call >= 0) {
        publish = index;
      }
    }
    return publish < 0
        ? Optional.empty()
        : Optional.of(
            new DaggerCall(values)
                .read(words.subList(call + 1, words.size()), words.get(publish), at));
  }

  private Push read(List<ShellWord> words, ShellWord function, Location at) {
    for (int index = 0; index < words.size(); index++) {
      String lead = words.get(index).lead();
      int equals = lead.indexOf('=');
      boolean spaced =
          equals < 0 && index + 1 < words.size() && !words.get(index + 1).lead().startsWith("-");
      if (lead.startsWith("--") && equals > 0) {
        argument(lead.substring(0, equals), words.get(index).after(equals + 1));
      } else if (lead.startsWith("--") && spaced) {
        argument(lead, words.get(index + 1));
      }
    }
    return new Push(
        "dagger call " + function.text().orElse("publish"),
        at,
        images,
        host,
        credentials,
        doubts,
        Set.of(AuthFile.DOCKER),
        unique,
        "add --registry-password=env:<VARIABLE>, with the variable set in env from secrets");
  }

  private void argument(String flag, ShellWord value) {
    List<LocatedPiece> parts = values.resolve(value);
    unique |= CommitOrRunNames.of(flag) || parts.stream().anyMatch(LocatedPiece::isUnique);
    String lower = flag.toLowerCase(Locale.ROOT);
    String last = lower.substring(lower.lastIndexOf('-') + 1);
    String before = lower.substring(0, lower.length() - last.length());
    if (SECRETS.contains(last)) {
      secret(value);
    } else if (last.equals("file") && SECRETS.stream().anyMatch(it -> before.endsWith(it + "-"))) {
      doubts.add("the file given with " + flag);
    } else if (flag.equals("--registry")) {
      host = Host.of(parts);
    } else if (ADDRESSES.contains(flag)) {
      images.add(Image.of(parts));
    }
  }

  /** Text names a provider before a colon; without one it is a variable of the environment. */
  private void secret(ShellWord value) {
    String lead = value.lead();
    int scheme = lead.indexOf(':');
    if (lead.startsWith("env:")) {
      variable(value.after(lead.startsWith("env://") ? 6 : 4));
    } else if (value.text().filter(it -> namesVariable(it) || values.isExported(it)).isPresent()) {
      variable(value);
    } else if (scheme > 0 && PROVIDERS.contains(lead.substring(0, scheme))) {
      doubts.add("the " + lead.substring(0, scheme) + ": it takes the password from");
    } else {
      credentials.add(new Push.Credential(values.resolve(value)));
    }
  }

  private void variable(ShellWord name) {
    String variable = name.text().orElse("");
    if (values.isExported(variable)) {
      credentials.add(new Push.Credential(values.exportedValue(variable)));
    } else if (!variable.isEmpty()) {
      Piece unset = new Piece.Variable(variable, name.start(), name.end());
      credentials.add(new Push.Credential(List.of(new LocatedPiece(unset, name))));
    } else {
      doubts.add("the variable it takes the password from");
    }
  }

  /** Whether a text is how the environment names things, so that it can hardly be a password. */
  private static boolean namesVariable(String text) {
    return text.indexOf('_') > 0
        && text.chars().allMatch(it -> it == '_' || (it >= 'A' && it <= 'Z') || isDigit(it));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
