package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.workflow.PushWords;
import java.util.List;
import java.util.Locale;

/** What the name of an action tells of it. */
final class ActionNames {

  /** Owners and actions that neither log in to a registry nor set variables of a workflow's own. */
  private static final List<String> HARMLESS =
      List.of(
          "actions/",
          "docker/setup-",
          "docker/scout-action",
          "sigstore/cosign-installer",
          "github/codeql-action",
          "aquasecurity/trivy-action",
          "anchore/",
          "hadolint/",
          "helm/kind-action",
          "oras-project/setup-oras",
          "azure/setup-",
          "pnpm/action-setup",
          "oven-sh/setup-",
          "dtolnay/rust-toolchain",
          "swatinem/rust-cache",
          "gradle/",
          "graalvm/setup-",
          "ruby/setup-ruby",
          "shivammathur/setup-php",
          "codecov/",
          "peter-evans/",
          "softprops/",
          "step-security/harden-runner",
          "dorny/",
          "release-drafter/",
          "svenstaro/",
          "ncipollo/",
          "shogo82148/",
          "googleapis/release-please-action",
          "helm/chart-releaser-action",
          "tj-actions/",
          "cachix/",
          "determinatesystems/",
          "jlumbroso/",
          "easimon/",
          "slsa-framework/",
          "crazy-max/",
          "depot/setup-",
          "aws-actions/configure-aws-credentials",
          "google-github-actions/setup-gcloud",
          "astral-sh/",
          "arduino/",
          "slackapi/",
          "8398a7/",
          "mikepenz/",
          "stefanzweifel/",
          "jwlawson/",
          "goreleaser/goreleaser-action@install");

  private ActionNames() {}

  /** The last part of a name; mirrors put {@code docker-} before it. */
  static String last(String action) {
    String lower = action.toLowerCase(Locale.ROOT);
    String name = lower.substring(lower.lastIndexOf('/') + 1);
    return name.startsWith("docker-") && !name.equals("docker-login")
        ? name.substring("docker-".length())
        : name.equals("docker-login") ? "login" : name;
  }

  static boolean isHarmless(String action) {
    String lower = action.toLowerCase(Locale.ROOT);
    return HARMLESS.stream().anyMatch(lower::startsWith);
  }

  static boolean mayPush(String name) {
    return PushWords.mayPush(name)
        || List.of("kaniko", "ko-", "pack").stream().anyMatch(name::contains);
  }
}
