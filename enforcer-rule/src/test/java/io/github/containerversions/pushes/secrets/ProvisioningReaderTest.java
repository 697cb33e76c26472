package io.github.containerversions.pushes.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.containerversions.core.file.FileContent;
import io.github.containerversions.core.file.MemoryFiles;
import io.github.containerversions.core.file.RepositoryFiles;
import io.github.containerversions.core.finding.Problem;
import io.github.containerversions.core.text.FileLocation;
import io.github.containerversions.core.text.Location;
import io.github.containerversions.core.text.SourceSpan;
import io.github.containerversions.pushes.workflow.Provisioning;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisioningReaderTest {
  private static final String LIST = "defaults/main.yml";
  private static final String PLAYBOOK = "site.yml";

  @Test
  void secretsAreFoundHoweverDeepTheirListIs() {
    Provisioning read =
        list(
            """
            forge_secrets_repos:
              - repo: homelab
                secrets:
                  - name: REGISTRY_KEY
                    value_var: registry_key
                  - name: deploy_token
              - repo: website
                secrets: [{name: PAGES_KEY, value_var: "pages_key"}]
            """);

    assertThat(read.secrets().keySet())
        .containsExactlyInAnyOrder("REGISTRY_KEY", "DEPLOY_TOKEN", "PAGES_KEY");
    Provisioning.Secret key = secret(read, "REGISTRY_KEY");
    assertThat(key.variable()).isEqualTo("registry_key");
    assertThat(key.location()).isEqualTo(new SourceSpan(LIST, 4, 15, 4, 27));
    assertThat(key.variableLocation()).isEqualTo(new SourceSpan(LIST, 5, 20, 5, 32));
    Provisioning.Secret token = secret(read, "DEPLOY_TOKEN");
    assertThat(token.name()).isEqualTo("deploy_token");
    assertThat(token.variable()).isEmpty();
    assertThat(token.variableLocation()).isEqualTo(token.location());
    assertThat(secret(read, "PAGES_KEY").variableLocation())
        .isEqualTo(new SourceSpan(LIST, 8, 45, 8, 54));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          set_fact: key=value other="two words"                   ~ key, other
          ansible.builtin.set_fact: key={{ x.stdout }}            ~ key
          action: set_fact key=value                              ~ key
          local_action: ansible.builtin.set_fact key=value        ~ key
          vars_prompt: [{name: key, private: true}]               ~ key
          action: command run --a=b                               ~ ''
          """)
  void aVariableIsSetOnOneLineOrAsked(String text, String set) {
    assertThat(playbook(text).variables().keySet())
        .containsAll(set.isEmpty() ? List.of() : List.of(set.split(", ", -1)));
    assertThat(playbook(text).computed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"set_fact: {'{{ item.name }}': 1}", "set_fact: '{{ item.name }}=1'"})
  void aNameFromALoopIsComputed(String text) {
    assertThat(playbook(text).computed()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', A B C",
    "one, A C",
    "me/one, A C",
    "two, B C",
    "me/two, B C",
    "you/two, C",
    "three, C"
  })
  void theListsOfOneRepositoryCount(String repository, String names) {
    String text =
        """
        - {repo: one, secrets: [{name: A}]}
        - {repository: me/two, secrets: [{name: B}]}
        - secrets: [{name: C}]
        """;

    Provisioning read =
        ProvisioningReader.read(MemoryFiles.of(Map.of(LIST, text)), LIST, repository, List.of());

    assertThat(String.join(" ", new TreeSet<>(read.secrets().keySet()))).isEqualTo(names);
  }

  @Test
  void ofTwoEntriesTheFirstCounts() {
    Provisioning read =
        list("secrets:\n  - {name: A, value_var: one}\n  - {name: a, value_var: two}\n");

    assertThat(secret(read, "A").variable()).isEqualTo("one");
  }

  @Test
  void anEntryMayBeMergedFromAnother() {
    Provisioning read =
        list(
            """
            base: &base {value_var: shared_key}
            secrets:
              - <<: *base
                name: A
            """);

    assertThat(secret(read, "A").variable()).isEqualTo("shared_key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "secrets: none",
        "secrets: {name: A}",
        "secrets: [A]",
        "secrets: [{value_var: a}]",
        "secrets: [{name: null}]",
        "secrets: [{name: [A]}]",
        "'secret: [{name: A}]'",
      })
  void whatListsNothingListsNothing(String text) {
    Provisioning read = list(text);

    assertThat(read.secrets()).isEmpty();
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void aVariableIsSetByAKeyOrRegistered() {
    Provisioning read =
        playbook(
            """
            - hosts: forge
              vars:
                url: https://forge.home.arpa
              pre_tasks:
                - name: Ask the store
                  ansible.builtin.command: op read op://homelab/registry/key
                  register: stored
                - name: Hold the key
                  ansible.builtin.set_fact:
                    registry_key: "{{ stored.stdout }}"
                    pages_key:
                    other_key: ""
            """);

    assertThat(read.variables()).containsKeys("url", "stored", "registry_key");
    assertThat(read.variables())
        .containsEntry("registry_key", new SourceSpan(PLAYBOOK, 10, 9, 10, 21))
        .containsEntry("stored", new SourceSpan(PLAYBOOK, 7, 17, 7, 23));
    assertThat(read.empty())
        .containsEntry("pages_key", new SourceSpan(PLAYBOOK, 11, 9, 11, 18))
        .containsKey("other_key");
    assertThat(read.variables()).doesNotContainKeys("pages_key", "other_key");
  }

  @Test
  void aVariableThatIsEmptyInOneFileMayBeSetInAnother() {
    Provisioning read =
        ProvisioningReader.read(
            MemoryFiles.of(Map.of("a.yml", "key:\n", "b.yml", "key: x\n")),
            "",
            "",
            List.of("a.yml", "b.yml"));

    assertThat(read.variables()).containsEntry("key", new SourceSpan("b.yml", 1, 1, 1, 4));
    assertThat(read.empty()).containsEntry("key", new SourceSpan("a.yml", 1, 1, 1, 4));
    assertThat(read.sourceFiles()).containsExactly("a.yml", "b.yml");
  }

  @Test
  void whatCannotBeReadIsAProblemOfItsFile() {
    Provisioning read =
        ProvisioningReader.read(
            MemoryFiles.of(Map.of(LIST, "secrets: [", PLAYBOOK, "a: b: c")),
            LIST,
            "",
            List.of(PLAYBOOK, "missing.yml"));

    assertThat(read.problems())
        .extracting(Problem::location)
        .extracting(Location::file)
        .containsExactly(LIST, PLAYBOOK, "missing.yml");
    assertThat(read.problems().get(2).location()).isEqualTo(new FileLocation("missing.yml"));
  }

  @Test
  void aFileThatIsNotThereIsToBeCorrectedInTheConfiguration() {
    Provisioning read = ProvisioningReader.read(MemoryFiles.of(Map.of()), LIST, "", List.of());

    assertThat(read.secretsFile()).isEqualTo(LIST);
    assertThat(read.problems())
        .containsExactly(
            Problem.of(
                Problem.Kind.UNREADABLE,
                "there is no such file",
                "correct its name in the configuration",
                new FileLocation(LIST)));
  }

  @Test
  void whatCannotBeReadIsTheProblemOfItsReader() {
    Problem problem = Problem.of(Problem.Kind.UNREADABLE, "no", "yes", new FileLocation(LIST));
    RepositoryFiles files =
        new RepositoryFiles() {
          @Override
          public FileContent read(String file, int limit) {
            return new FileContent.Unreadable(problem);
          }

          @Override
          public boolean isDirectory(String file) {
            return false;
          }
        };

    assertThat(ProvisioningReader.read(files, LIST, "", List.of()).problems())
        .containsExactly(problem);
  }

  /** Without a list of secrets, no file of an empty name is looked for. */
  @Test
  void aListThatIsNotConfiguredIsNotRead() {
    Provisioning read = ProvisioningReader.read(MemoryFiles.of(Map.of()), "", "", List.of());

    assertThat(read)
        .isEqualTo(
            new Provisioning(
                "", Map.of(), "", Set.of(), List.of(), Map.of(), Map.of(), List.of(), List.of()));
  }

  /** The YAML specification, "Resolved Tags": these are nulls by their looks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {"''", "null", "NULL", "{}", "[a]"})
  void aSecretWhoseVariableIsNotNamedHasNone(String variable) {
    Provisioning.Secret secret =
        secret(list("secrets: [{name: A, value_var: " + variable + "}]"), "A");

    assertThat(secret.variable()).isEmpty();
    assertThat(secret.location()).isEqualTo(new SourceSpan(LIST, 1, 18, 1, 19));
    if (variable.equals("{}") || variable.equals("[a]")) {
      assertThat(secret.variableLocation()).isEqualTo(secret.location());
    }
  }

  @Test
  void blanksAroundTheNameOfAVariableDoNotCount() {
    assertThat(secret(list("secrets: [{name: A, value_var: ' a '}]"), "A").variable())
        .isEqualTo("a");
  }

  /** Keys in Ansible need not be text; what is registered is a name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a: {b: c}; a,b; ''",
        "a: [b]; a; ''",
        "a: ; ''; a",
        "a: '~'; a; ''",
        "a: null; ''; a",
        "a: '  '; ''; a",
        "register: b; b,register; ''",
        "register: [b]; register; ''",
        "other: b; other; ''",
        "[a]: b; ''; ''",
      },
      quoteCharacter = '`')
  void whatAPlaybookSets(String text, String set, String empty) {
    Provisioning read = playbook(text);

    assertThat(read.variables().keySet()).isEqualTo(names(set));
    assertThat(read.empty().keySet()).isEqualTo(names(empty));
  }

  private static Set<String> names(String text) {
    return text.equals("''") ? Set.of() : Set.of(text.split(","));
  }

  @Test
  void theFirstPlaceOfAVariableCounts() {
    Provisioning read = playbook("- a: 1\n- a: 2\n- register: b\n- register: b\n");

    assertThat(read.variables())
        .containsEntry("a", new SourceSpan(PLAYBOOK, 1, 3, 1, 4))
        .containsEntry("b", new SourceSpan(PLAYBOOK, 3, 13, 3, 14));
  }

  @Test
  void aDocumentThatHoldsItselfEnds() {
    assertThat(secret(list("a: &a {secrets: [{name: A}], again: *a}"), "A").name()).isEqualTo("A");
  }

  static Provisioning list(String text) {
    return ProvisioningReader.read(MemoryFiles.of(Map.of(LIST, text)), LIST, "", List.of());
  }

  static Provisioning playbook(String text) {
    return ProvisioningReader.read(
        MemoryFiles.of(Map.of(PLAYBOOK, text)), "", "", List.of(PLAYBOOK));
  }

  private static Provisioning.Secret secret(Provisioning read, String name) {
    Provisioning.Secret secret = read.secrets().get(name);
    assertThat(secret).as(name).isNotNull();
    return secret;
  }
}
