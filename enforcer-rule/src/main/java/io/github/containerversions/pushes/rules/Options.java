package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arguments of a command, told apart as the tools that are written in Go do.
 *
 * @param values the values of options by their names, hyphens included; an option without a value
 *     is there with an empty list
 * @param operands what is no option
 */
record Options(Map<String, List<ShellWord>> values, List<ShellWord> operands) {

  /** Options that take the next word as their value, in every program that has them. */
  private static final Set<String> VALUED =
      Set.of(
          """
          -u --user --pass --username -p --password --creds --dest-creds --src-creds --authfile --dest-authfile
          --src-authfile --dest-username --dest-password --src-username --src-password
          --dest-registry-token --src-registry-token --cert-dir --dest-cert-dir --src-cert-dir -f
          --format --file -t --tag -o --output --build-arg --platform --cache-from --cache-to
          --label --target --secret --ssh --network --builder --metadata-file --iidfile
          --progress --build-context --add-host --attest --annotation --digestfile --sign-by
          --additional-tag --retry-times --retry --retry-delay --compression-format
          --compression-level --dest-compress-format --dest-compress-level --encryption-key
          --override-arch --override-os --override-variant --policy --registries.d --tmpdir
          --command-timeout --image-refs -j --jobs --config --context -H --host -l --log-level
          --registry-config --artifact-type --annotation-file --identity-token --concurrency
          --allow --shm-size --ulimit --new_tag --new_layer --base -b --src --dest --set
          --storage-driver --root --runroot --project-name --project-directory --env-file
          --profile --ca-file --cert-file --key-file --to-username --to-password
          --to-identity-token --to-registry-config --from-username --from-password
          --from-identity-token --from-registry-config --entrypoint --cmd --env --workdir
          --repo --old_base --new_base --original --manifest --export-manifest --media-type
          --subject --keyring --auth-file --compat-auth-file
          """
              .strip()
              .split("\\s+", -1));

  /**
   * Reads arguments.
   *
   * @param own options of the program that take a value, though other programs have them without
   */
  static Options of(List<ShellWord> arguments, Set<String> own) {
    Map<String, List<ShellWord>> values = new LinkedHashMap<>();
    List<ShellWord> operands = new ArrayList<>();
    for (int at = 0; at < arguments.size(); at++) {
      ShellWord word = arguments.get(at);
      String lead = word.lead();
      int equals = lead.indexOf('=');
      if (lead.equals("--") && word.is("--")) {
        operands.addAll(arguments.subList(at + 1, arguments.size()));
        break;
      } else if (!lead.startsWith("-") || lead.equals("-")) {
        operands.add(word);
      } else if (equals > 0) {
        add(values, lead.substring(0, equals), word.after(equals + 1));
      } else if (takesValue(lead, own) && word.is(lead)) {
        if (at + 1 < arguments.size()) {
          add(values, lead, arguments.get(++at));
        }
      } else if (!lead.startsWith("--") && takesValue(lead.substring(0, 2), own)) {
        add(values, lead.substring(0, 2), word.after(2));
      } else {
        values.computeIfAbsent(lead, it -> new ArrayList<>());
      }
    }
    return new Options(values, operands);
  }

  private static boolean takesValue(String option, Set<String> own) {
    return VALUED.contains(option) || own.contains(option);
  }

  private static void add(Map<String, List<ShellWord>> values, String name, ShellWord value) {
    values.computeIfAbsent(name, it -> new ArrayList<>()).add(value);
  }

  /** All values of some options. */
  List<ShellWord> all(String... names) {
    List<ShellWord> all = new ArrayList<>();
    for (String name : names) {
      all.addAll(values.getOrDefault(name, List.of()));
    }
    return all;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Whether a switch is on: there without a value, or with {@code true}. */
  boolean on(String name) {
    return has(name) && all(name).stream().noneMatch(it -> it.is("false"));
  }
}
