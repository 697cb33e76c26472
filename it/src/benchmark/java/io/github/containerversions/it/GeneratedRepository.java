package io.github.containerversions.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A repository of a given size in which every version agrees: each container has a Dockerfile,
 * every third a derivation too, and the inventory knows all of them and some services more.
 *
 * <p>It has two POMs that differ in their rule alone, so that what the rule costs is the difference
 * between two builds.
 */
record GeneratedRepository(Path root, int containers) {

  static final String WITH_RULE = "rule.xml";
  static final String WITHOUT_RULE = "always-pass.xml";

  /** The rule with a place that has a file for each container. */
  static final String WITH_PLACES = "places.xml";

  /** A repository of another size has no files for the place. */
  static final int CONTAINERS_WITH_PLACES = 1000;

  /** The number of manifests beside few containers, and how large each is, in bytes. */
  static final int MANIFESTS = 1000;

  static final int MANIFEST_SIZE = 4096;

  /** How many versions the Dockerfile of one container has had. */
  static final int VERSIONS = 200;

  private static final int FEW_CONTAINERS = 20;

  private static final String PLACES =
      """
      <containerVersionSync>
        <places>
          <place>
            <name>deployment</name>
            <files><file>deploy/**/*.yaml</file></files>
            <image>registry.example.org/own/{container}</image>
            <behind>told</behind>
          </place>
        </places>
      </containerVersionSync>
      """;

  /** One entry in so many is a service that is no container. */
  private static final int OTHER_SERVICES = 10;

  /**
   * Writes it.
   *
   * @param root the folder, which does not exist yet
   * @param ruleVersion the version of the rule's artifact
   * @param enforcerVersion the version of the Enforcer plugin
   */
  static GeneratedRepository create(
      Path root, int containers, String ruleVersion, String enforcerVersion)
      throws IOException, InterruptedException {
    GeneratedRepository repository = new GeneratedRepository(root, containers);
    repository.writeFiles(ruleVersion, enforcerVersion, containers == CONTAINERS_WITH_PLACES);
    repository.commit();
    return repository;
  }

  /** One of few containers and many manifests, of which one for each container names its image. */
  static GeneratedRepository withManifests(Path root, String ruleVersion, String enforcerVersion)
      throws IOException, InterruptedException {
    GeneratedRepository repository = new GeneratedRepository(root, FEW_CONTAINERS);
    repository.writeFiles(ruleVersion, enforcerVersion, true);
    for (int number = FEW_CONTAINERS; number < MANIFESTS; number++) {
      repository.write(manifestFile(number), manifest(number));
    }
    repository.commit();
    return repository;
  }

  /** The folder of the manifests. */
  Path manifests() {
    return root.resolve("deploy");
  }

  /**
   * One of few containers, the first of which has had many versions.
   *
   * @param behind whether its deployment still has the oldest of them
   */
  static GeneratedRepository withHistory(
      Path root, boolean behind, String ruleVersion, String enforcerVersion)
      throws IOException, InterruptedException {
    GeneratedRepository repository = new GeneratedRepository(root, FEW_CONTAINERS);
    repository.writeFiles(ruleVersion, enforcerVersion, true);
    String file = "containers/" + name(0) + "/Dockerfile";
    String last = Files.readString(root.resolve(file));
    String deployment = "deploy/" + name(0) + "/kustomization.yaml";
    String current = Files.readString(root.resolve(deployment));
    repository.write(file, last.replace("v" + version(0), "v0.1.0"));
    repository.write(deployment, current.replace("v" + version(0), "v0.1.0"));
    repository.commit();
    for (int number = 2; number < VERSIONS; number++) {
      repository.write(file, last.replace("v" + version(0), "v0." + number + ".0"));
      repository.git("commit", "--quiet", "--all", "--message=Version " + number);
    }
    repository.write(file, last);
    if (!behind) {
      repository.write(deployment, current);
    }
    repository.git("commit", "--quiet", "--all", "--message=The last version");
    repository.git("repack", "--quiet", "-a", "-d"); // as a clone has them
    return repository;
  }

  private void writeFiles(String ruleVersion, String enforcerVersion, boolean places)
      throws IOException {
    Files.createDirectories(root);
    write(WITH_RULE, pom("<containerVersionSync/>", ruleVersion, enforcerVersion));
    write(WITHOUT_RULE, pom("<alwaysPass/>", ruleVersion, enforcerVersion));
    if (places) {
      write(WITH_PLACES, pom(PLACES, ruleVersion, enforcerVersion));
    }
    StringBuilder inventory = new StringBuilder("services:\n");
    for (int number = 0; number < containers; number++) {
      String version = version(number);
      write("containers/" + name(number) + "/Dockerfile", dockerfile(number, version));
      if (number % 3 == 0) {
        write("containers/" + name(number) + "/default.nix", nix(number, version));
      }
      if (places) {
        write(
            "deploy/" + name(number) + "/kustomization.yaml", kustomization(number, version));
      }
      inventory.append(entry(name(number), "v" + version));
      if (number % OTHER_SERVICES == 0) {
        inventory.append(entry("vm-" + number, "bookworm"));
      }
    }
    write("service-versions.yaml", inventory.toString());
  }

  private void commit() throws IOException, InterruptedException {
    git("init", "--quiet", "--initial-branch=main");
    git("add", "--all");
    git("commit", "--quiet", "--message=Generated");
  }

  /** Changes one container on a branch, without changing its version. */
  void touchOne() throws IOException, InterruptedException {
    git("switch", "--quiet", "--create", "touched");
    String file = "containers/" + name(containers / 2) + "/Dockerfile";
    Files.writeString(root.resolve(file), Files.readString(root.resolve(file)) + "# touched\n");
    git("commit", "--quiet", "--all", "--message=Touched");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>();
    command.addAll(List.of("git", "-c", "user.name=Robin", "-c", "user.email=robin@home.arpa"));
    // Or git would tidy the fresh objects in the background while builds are timed.
    command.addAll(List.of("-c", "gc.auto=0", "-c", "maintenance.auto=false"));
    command.addAll(List.of(arguments));
    int exit = new ProcessBuilder(command).directory(root.toFile()).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("git ended with " + exit + ": " + command);
    }
  }

  private static String name(int number) {
    return "service-" + number;
  }

  private static String version(int number) {
    return number % 7 + "." + number % 40 + "." + number % 11;
  }

  private static String pom(String rule, String ruleVersion, String enforcerVersion) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>org.example</groupId>
          <artifactId>generated</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <build>
            <plugins>
              <plugin>
                <groupId>org.apache.maven.plugins</groupId>
                <artifactId>maven-enforcer-plugin</artifactId>
                <version>%s</version>
                <dependencies>
                  <dependency>
                    <groupId>io.github.containerversions</groupId>
                    <artifactId>container-versions-enforcer-rule</artifactId>
                    <version>%s</version>
                  </dependency>
                </dependencies>
                <executions>
                  <execution>
                    <phase>validate</phase>
                    <goals><goal>enforce</goal></goals>
                    <configuration>
                      <rules>
                        %s
                      </rules>
                    </configuration>
                  </execution>
                </executions>
              </plugin>
            </plugins>
          </build>
        </project>
        """
        .formatted(enforcerVersion, ruleVersion, rule);
  }

  /** About one KiB, as Dockerfiles of services are. */
  private static String dockerfile(int number, String version) {
    return """
        # Image number %1$d: built from source, run without privileges.
        ARG ALPINE=3.21
        ARG CONTAINER_APP_VERSION=v%2$s

        FROM golang:1.24-alpine${ALPINE} AS build
        ARG CONTAINER_APP_VERSION
        ARG SOURCE=https://example.org/app/archive/${CONTAINER_APP_VERSION}.tar.gz
        RUN apk add --no-cache curl git make && \\
            # the archive of the tag, so that no history is fetched
            curl -fsSL "$SOURCE" | tar -xz --strip-components=1 -C /src && \\
            make -C /src VERSION="${CONTAINER_APP_VERSION}" build

        FROM alpine:${ALPINE}
        ARG CONTAINER_APP_VERSION
        LABEL org.opencontainers.image.title="service-%1$d" \\
              org.opencontainers.image.version="${CONTAINER_APP_VERSION}"
        COPY --from=build /src/bin/app /usr/bin/app
        COPY <<EOF /etc/app.conf
        listen = 0.0.0.0:8080
        data = /data
        EOF
        RUN adduser -D -u 1000 app && install -d -o app /data
        USER app
        VOLUME /data
        EXPOSE 8080
        HEALTHCHECK --interval=30s CMD ["wget", "-qO-", "http://localhost:8080/health"]
        ENTRYPOINT ["/usr/bin/app", "serve"]
        """
        .formatted(number, version);
  }

  private static String nix(int number, String version) {
    return """
        { pkgs ? import <nixpkgs> { } }:
        let
          # Image number %1$d, without a distribution below it.
          version = "%2$s";
          app = pkgs.buildGoModule {
            pname = "service-%1$d";
            inherit version;
            src = pkgs.fetchFromGitHub {
              owner = "example";
              repo = "app";
              rev = "v${version}";
              hash = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
            };
            vendorHash = null;
            postPatch = ''
              substituteInPlace Makefile --replace /bin/echo ${pkgs.coreutils}/bin/echo
            '';
            ldflags = [ "-s" "-w" "-X main.version=${version}" ];
            meta.license = with pkgs.lib.licenses; [ asl20 mit ];
          };
        in
        pkgs.dockerTools.buildLayeredImage {
          name = "service-%1$d";
          tag = "v${version}";
          contents = [ app pkgs.cacert ];
          config = {
            Entrypoint = [ "${app}/bin/app" "serve" ];
            ExposedPorts = { "8080/tcp" = { }; };
            User = "1000:1000";
          };
        }
        """
        .formatted(number, version);
  }

  private static String kustomization(int number, String version) {
    return """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources: [deployment.yaml, service.yaml]
        images:
          - name: service-%1$d
            newName: registry.example.org/own/service-%1$d
            newTag: v%2$s
        """
        .formatted(number, version);
  }

  private static String manifestFile(int number) {
    return "deploy/other-" + number + "/deployment.yaml";
  }

  /** A manifest of somebody else's image, padded by variables to its size. */
  private static String manifest(int number) {
    StringBuilder manifest =
        new StringBuilder(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: other-%1$d
              labels: {app: other-%1$d, tier: "backend"}
            spec:
              replicas: 2
              template:
                spec:
                  containers:
                    - name: main
                      image: docker.io/library/other-%1$d:1.%1$d
                      args: ["--listen", ":8080"]
                      env:
            """
                .formatted(number));
    for (int i = 0; manifest.length() < MANIFEST_SIZE; i++) {
      manifest.append("            - name: VARIABLE_" + i + "\n              value: \"" + i + "\"\n");
    }
    return manifest.toString();
  }

  private static String entry(String name, String version) {
    return """
          - name: %s
            type: container
            last-reviewed: 2026-02-17
            current-version: "%s"
            upstream-source: https://example.org/app/releases

        """
        .formatted(name, version);
  }
}
