package io.github.containerversions.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registry on the loopback interface, at a free port, with one user: the Distribution project's,
 * as Debian packs it. Without that user's password it answers everything with 401.
 */
final class LoopbackRegistry implements AutoCloseable {
  static final String PROGRAM = "docker-registry";
  static final String USER = "ci";
  static final String PASSWORD = "correct-horse";

  /** Bcrypt, the only form that this registry reads, of {@link #PASSWORD}. */
  private static final String HASH = "$2b$04$x9D8cUjObzZsas9.97np3.h2uxJLWn7n3fGpDRvX98Zq4cR2XT.wK";

  private static final Pattern LISTENING = Pattern.compile("listening on (127\\.0\\.0\\.1:\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final Path log;
  private final String host;

  private LoopbackRegistry(Process process, Path log) throws InterruptedException {
    this.process = process;
    this.log = log;
    this.host = awaitHost();
  }

  /** Starts one that keeps everything in a folder of its own. */
  static LoopbackRegistry startIn(Path folder) {
    try {
      Path users = Files.writeString(folder.resolve("htpasswd"), USER + ":" + HASH + "\n");
      Path configuration =
          Files.writeString(
              folder.resolve("config.yml"),
              """
              version: 0.1
              storage:
                filesystem:
                  rootdirectory: "%s"
              http:
                addr: 127.0.0.1:0
              auth:
                htpasswd:
                  realm: loopback
                  path: "%s"
              """
                  .formatted(folder.resolve("storage"), users));
      Path log = folder.resolve("registry.log");
      Process process =
          new ProcessBuilder(PROGRAM, "serve", configuration.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new LoopbackRegistry(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String awaitHost() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      Matcher listening = LISTENING.matcher(log());
      if (listening.find()) {
        return listening.group(1);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    close();
    throw new IllegalStateException("the registry did not start:\n" + log());
  }

  /** Its address and port. */
  String host() {
    return host;
  }

  /** What Docker keeps after a login here. */
  String dockerConfiguration() {
    String login = USER + ":" + PASSWORD;
    String encoded = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    return "{\"auths\": {\"" + host + "\": {\"auth\": \"" + encoded + "\"}}}";
  }

  /** Where it listens, without the address. */
  String port() {
    return host.substring(host.indexOf(':') + 1);
  }

  /** Whether it holds an image under this tag. */
  boolean has(String repository, String tag) {
    return status("/v2/" + repository + "/manifests/" + tag, USER + ":" + PASSWORD) == 200;
  }

  /** The status that it answers a request with. */
  int status(String path, String credentials) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + host + path))
            .timeout(PATIENCE)
            .header("Accept", "application/vnd.oci.image.manifest.v1+json");
    if (!credentials.isEmpty()) {
      byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    try {
      return HttpClient.newHttpClient()
          .send(request.build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it has logged, each request with its status among it. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
