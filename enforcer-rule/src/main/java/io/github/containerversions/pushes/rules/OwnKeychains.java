package io.github.containerversions.pushes.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What some programs know of registries without a login: the credentials of a cloud, or the token
 * of the forge (go-containerregistry, "pkg/authn"; the sources of ko, krane, gcrane and kaniko).
 */
final class OwnKeychains {
  private static final Set<String> OF_CLOUDS =
      Set.of("ko", "krane", "gcrane", "kaniko", "executor", "imgpkg");
  private static final Set<String> OF_GITHUB = Set.of("ko", "krane", "imgpkg");
  private static final List<String> CLOUDS =
      List.of("gcr.io", ".pkg.dev", ".amazonaws.com", ".azurecr.io");

  private OwnKeychains() {}

  /** Why a push may have credentials all the same. */
  static List<String> doubts(
      String title, TargetSyntax.Target target, Options options, VariableScope values) {
    int space = title.indexOf(' ');
    String program = space < 0 ? title : title.substring(0, space);
    List<String> doubts = new ArrayList<>();
    List<Host> hosts = new ArrayList<>(List.of(target.host()));
    target.images().forEach(it -> hosts.addAll(it.host().each()));
    boolean cloud =
        hosts.stream().anyMatch(host -> CLOUDS.stream().anyMatch(host.name()::endsWith));
    boolean github = hosts.stream().anyMatch(it -> it.name().equals("ghcr.io"));
    if (cloud && OF_CLOUDS.contains(program)) {
      doubts.add("the credentials of the cloud, which " + program + " finds by itself");
    }
    if (github && OF_GITHUB.contains(program) && values.isExported("GITHUB_TOKEN")) {
      doubts.add("GITHUB_TOKEN, which " + program + " uses by itself");
    }
    for (String option : List.of("--provider", "--k8s-keychain")) {
      if (options.has(option) && options.all(option).stream().noneMatch(it -> it.is("generic"))) {
        doubts.add("the credentials that " + option + " asks for");
      }
    }
    return doubts;
  }
}
