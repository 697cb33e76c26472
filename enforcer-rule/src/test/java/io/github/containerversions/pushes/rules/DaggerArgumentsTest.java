package io.github.containerversions.pushes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the arguments of a call of Dagger say (Dagger's manual, "Secrets" and "Call"). */
class DaggerArgumentsTest {

  /** A secret has a provider before a colon, or is the name of a variable. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          --token=env:K                         ~ own     ~ K
          --token=env://K                       ~ own     ~ K
          --token K                             ~ own     ~ K
          --token env:K                         ~ own     ~ K
          --registry-password=K --src=.         ~ own     ~ K
          --creds=K                             ~ own     ~ K
          --token=$K                            ~ own     ~ K
          --token=file:/run/secrets/x           ~ unknown ~ ''
          --token=cmd:pass                      ~ unknown ~ ''
          --token=op://vault/item/field         ~ unknown ~ ''
          --token=vault://path.field            ~ unknown ~ ''
          --token=env:$NAME                     ~ unknown ~ ''
          --token-file=./x                      ~ unknown ~ ''
          --token-file ./x                      ~ unknown ~ ''
          --src=. --file=./x                    ~ none    ~ ''
          --config-file=./x                     ~ none    ~ ''
          -token=K                              ~ none    ~ ''
          --token --src=.                       ~ none    ~ ''
          --token                               ~ none    ~ ''
          """)
  void aSecretIsTakenFromItsProvider(String arguments, String access, String secrets) {
    CheckedWorkflow checked = CheckedWorkflow.script("dagger call publish " + arguments);

    assertThat(checked.result().pushes())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.access()).isEqualTo(access);
              assertThat(it.secrets()).isEqualTo(secrets.isEmpty() ? List.of() : List.of(secrets));
            });
  }

  /** A text in capital letters is the name of a variable, and any other is a password. */
  @ParameterizedTest
  @CsvSource({
    "REGISTRY_TOKEN, secret-unbound",
    "TOKEN_9, secret-unbound",
    "A_Z0, secret-unbound",
    "_TOKEN, credential-literal",
    "REGISTRY, credential-literal",
    "REGISTRY_token, credential-literal",
    "REGISTRY_@, credential-literal",
    "REGISTRY_[, credential-literal",
    "REGISTRY_/, credential-literal",
    "REGISTRY_9:x, credential-literal",
    "hunter2, credential-literal"
  })
  void aTextIsAVariableOrAPassword(String value, String rule) {
    CheckedWorkflow checked = CheckedWorkflow.script("dagger call publish --token=" + value);

    assertThat(checked.rules()).containsExactly(rule);
  }

  @Test
  void onlyAFunctionThatPublishesPushes() {
    assertThat(CheckedWorkflow.script("dagger call build --token=K").pushes()).isEmpty();
    assertThat(CheckedWorkflow.script("dagger publish call").pushes()).isEmpty();
    assertThat(CheckedWorkflow.script("dagger call build publish-all --token=K").pushes())
        .containsExactly("dagger call publish-all  own");
    assertThat(CheckedWorkflow.script("dagger -m x call publish --token=K").pushes())
        .containsExactly("dagger call publish  own");
  }

  /** An argument may tell the commit to the module, which makes the tag. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          --address=h.io/a:1                          ~ true
          --address=h.io/a:$GITHUB_SHA                ~ false
          --address=h.io/a:1 --tag=$GITHUB_SHA        ~ false
          --commit-sha=$REVISION_TAG --address=h.io/a ~ false
          --commit-sha=$X --address=h.io/a --other=y  ~ false
          --tag=latest --address=h.io/a               ~ true
          """)
  void aTagRepeatsWhereNoArgumentTellsTheCommit(String arguments, boolean repeats) {
    CheckedWorkflow checked =
        CheckedWorkflow.script("docker login h.io -p $K\ndagger call publish " + arguments);

    assertThat(checked.rules().contains("tag-mutable")).isEqualTo(repeats);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          --registry=h.io         ~ login
          --registry=ghcr.io      ~ none
          --registry h.io         ~ login
          --address=h.io/a:1      ~ login
          --image=ghcr.io/a:1     ~ none
          --repository=h.io/a     ~ login
          --ref=ghcr.io/a         ~ none
          """)
  void anArgumentMayNameTheRegistry(String argument, String access) {
    CheckedWorkflow.script("docker login h.io -p $K\ndagger call publish " + argument)
        .assertOnlyPush(access);
  }
}
