package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.core.file.DiskFiles;
import io.github.containerversions.pushes.PushSettings;
import io.github.containerversions.pushes.RegistryPushAuth;
import io.github.containerversions.report.ReportSources;
import io.github.containerversions.report.RunReport;
import io.github.containerversions.report.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** What {@code <registryPushAuth>} does of its own in a run. */
final class PushCheck implements Check {
  private final Configuration configuration;
  private final Parameters parameters;

  PushCheck(Configuration configuration) {
    this.configuration = configuration;
    this.parameters = configuration.parameters();
  }

  @Override
  public String subject() {
    return "Registry pushes";
  }

  @Override
  public String reportFolder() {
    return "registry-push-auth";
  }

  @Override
  public String identity() {
    return "";
  }

  @Override
  public RunReport run(Severity severity, Consumer<String> progress) throws CannotCheckException {
    PushSettings settings = settings();
    return new RunReport(
        new RegistryPushAuth(settings).run(),
        RegistryPushAuth.rules(),
        RegistryPushAuth.notices(),
        severity,
        new ReportSources(new DiskFiles(settings.root()), pom()));
  }

  /** A folder among the workflows is in no file; the rule is configured in a POM. */
  private String pom() throws CannotCheckException {
    List<String> poms = configuration.files();
    return poms.isEmpty() ? "pom.xml" : poms.get(0);
  }

  PushSettings settings() throws CannotCheckException {
    String secretsFile = parameters.text("secretsFile", "");
    List<String> provisioning = paths("provisioningFiles");
    if (secretsFile.isEmpty() && !parameters.text("secretsRepository", "").isEmpty()) {
      throw new CannotCheckException(
          parameters.given("secretsRepository")
              + " needs <secretsFile>, the list in which it chooses");
    }
    if (secretsFile.isEmpty() && !provisioning.isEmpty()) {
      throw new CannotCheckException(
          parameters.given("provisioningFiles")
              + " needs <secretsFile>: without it, which variable holds a secret's value is not"
              + " known");
    }
    return new PushSettings(
        configuration.root(),
        paths("workflowDirectories"),
        hosts("registries"),
        hosts("openRegistries"),
        secretsFile.isEmpty() ? "" : configuration.below("secretsFile", secretsFile),
        parameters.text("secretsRepository", ""),
        provisioning,
        parameters.flag("immutableTags"),
        configuration.exemptions("workflow", "file", RegistryPushAuth.exemptibleRules()),
        configuration.today());
  }

  /** Hosts; an address loses what is not part of its host, anything else is refused. */
  private Set<String> hosts(String name) throws CannotCheckException {
    Set<String> hosts = new HashSet<>();
    for (String given : parameters.list(name)) {
      String host =
          given.strip().toLowerCase(Locale.ROOT).replaceFirst("^(https?|docker|oci)://", "");
      host = host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
      if (!host.matches("\\[[0-9a-f:]+\\](:[0-9]+)?|[a-z0-9._-]+(:[0-9]+)?")) {
        throw new CannotCheckException(
            parameters.given(name)
                + " holds what is no host; write it as registry.example.org or"
                + " registry.example.org:5000");
      }
      hosts.add(host.equals("index.docker.io") ? "docker.io" : host);
    }
    return hosts;
  }

  private List<String> paths(String name) throws CannotCheckException {
    List<String> paths = new ArrayList<>();
    for (String path : parameters.list(name)) {
      paths.add(configuration.below(name, path));
    }
    return paths;
  }
}
