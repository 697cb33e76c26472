package io.github.containerversions.versions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.containerversions.core.keys.KeyPath;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of tags, and the version in them. */
class TagFormTest {

  @ParameterizedTest
  @CsvSource({
    "{version}, v1.2-rc2, v1.2-rc2, ''",
    "{version}-{commit}, v4.1.1-r1-ab34cbd, v4.1.1-r1, ab34cbd",
    "{version}-{commit}, 1.0-1234567-abcdef1, 1.0-1234567, abcdef1",
    "{version}-{commit}-nix, v1-abc1234-nix, v1, abc1234",
    "{version}-{number}, 1.2-17, 1.2, ''",
    "{version}-{any}, 1.2-alpine-3, 1.2, ''",
    "{any}:{version}, r.example:5000/own/app:1.2, 1.2, ''",
    "{any}:{version}@{any}, app:1.2@sha256:0f, 1.2, ''",
    "{version}, release/1.2, release/1.2, ''",
    "app-{version}, app-1.2, 1.2, ''"
  })
  void aTagOfTheFormHasTheVersion(String form, String tag, String version, String commit) {
    TagForm.Match match = TagForm.of(form).match(tag).orElseThrow();

    assertThat(tag.substring(match.start(), match.end())).isEqualTo(version);
    assertThat(match.commit()).isEqualTo(commit);
  }

  @ParameterizedTest
  @CsvSource({
    "{version}-{commit}, v1.2",
    "{version}-{commit}, v1.2-abc123",
    "{version}-{commit}, v1.2-ABC1234",
    "{version}-{commit}, v1.2-xyz1234",
    "{version}-{commit}, v1.2-abc1234-nix",
    "{any}:{version}, r.example:5000/own/app",
    "{any}:{version}, app:1.2@sha256:0f",
    "app-{version}, 1.2"
  })
  void aTagOfAnotherFormHasNone(String form, String tag) {
    assertThat(TagForm.of(form).match(tag)).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "{version}, 1.2, false",
    "v{version}-{commit}-nix, v1.2-abc1234-nix, true",
    "{any}:{version}, {any}:1.2, false"
  })
  void aFormIsFilledWithAVersionAndACommit(String form, String filled, boolean hasCommit) {
    assertThat(TagForm.of(form).filled("1.2", "abc1234")).isEqualTo(filled);
    assertThat(TagForm.of(form).hasCommit()).isEqualTo(hasCommit);
    assertThat(TagForm.of(form)).hasToString(form);
  }

  @ParameterizedTest
  @CsvSource({
    "'{version}', 2.0, true",
    "'{any}:{version} {version}', 2.0, false",
    "'{any}-{number}:{version} v{version}-{commit}-{number} {version}-{number}', "
        + "2.0-<number>, false",
    "'{any}:{version}', ...:2.0, false",
    "'{version}-{commit}', 2.0-<commit>, false"
  })
  void anInventoryShowsItsShortestForm(String forms, String example, boolean whole) {
    InventoryLayout layout =
        new InventoryLayout(
            "a.yaml",
            KeyPath.of(InventoryLayout.DEFAULT_KEY),
            Arrays.stream(forms.split(" ", -1)).map(TagForm::of).toList());

    assertThat(layout.example("2.0")).isEqualTo(example);
    assertThat(layout.isWholeValue()).isEqualTo(whole);
    assertThat(layout.isDefault()).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "'', it has no {version}",
    "latest, it has no {version}",
    "{commit}, it has no {version}",
    "{version}{version}, it has {version} twice",
    "{version}-{sha}, it has {sha}",
    "{version}-{commit}-{commit}, it has {commit} twice"
  })
  void whatIsNoFormIsRefused(String form, String why) {
    assertThatThrownBy(() -> TagForm.of(form))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why);
  }
}
