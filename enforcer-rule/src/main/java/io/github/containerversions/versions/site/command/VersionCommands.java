package io.github.containerversions.versions.site.command;

import io.github.containerversions.core.process.RunningProcesses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs version commands side by side, at most four at once, in the repository root and with the
 * user's environment.
 */
public final class VersionCommands {
  private static final int AT_ONCE = 4;

  /** How long ending everything may take after an interrupt, in seconds. */
  private static final long LAST_ORDERS = 10;

  private final Path root;
  private final Map<String, String> environment;
  private final int timeout;

  /**
   * The commands of one repository.
   *
   * @param root the repository root: the working folder, and where a program with a {@code /} in
   *     its name is looked for
   * @param environment the whole environment that commands see; its PATH is searched for programs
   * @param timeout for one command, in seconds
   * @throws IllegalArgumentException if the timeout is not positive
   */
  public VersionCommands(Path root, Map<String, String> environment, int timeout) {
    if (timeout <= 0) {
      throw new IllegalArgumentException("commandTimeout must be at least 1, not " + timeout);
    }
    this.root = root.toAbsolutePath();
    this.environment = Map.copyOf(environment);
    this.timeout = timeout;
  }

  /**
   * Asks all; requests that come down to the same words are asked once.
   *
   * <p>If the calling thread is interrupted, everything that runs is ended, what was not answered
   * by then is a failure, and the interrupt flag of the thread is set again.
   *
   * @param progress takes one line for each command that starts, in the order of the requests, by
   *     whatever thread, never by two at a time
   * @return one answer for each request, in their order
   */
  public List<CommandAnswer> ask(List<VersionRequest> requests, Consumer<String> progress) {
    Map<FilledCommand, List<String>> askers = new LinkedHashMap<>();
    for (VersionRequest request : requests) {
      if (request.objection().isEmpty()) {
        askers
            .computeIfAbsent(request.question(), question -> new ArrayList<>())
            .add(request.container().name());
      }
    }
    Map<FilledCommand, CommandAnswer> answers;
    try (RunningProcesses running = new RunningProcesses()) {
      answers = answers(askers, progress, running);
    }
    return requests.stream()
        .map(
            request ->
                request
                    .objection()
                    .<CommandAnswer>map(objection -> objection)
                    .orElseGet(() -> Objects.requireNonNull(answers.get(request.question()))))
        .toList();
  }

  private Map<FilledCommand, CommandAnswer> answers(
      Map<FilledCommand, List<String>> askers,
      Consumer<String> progress,
      RunningProcesses running) {
    if (askers.isEmpty()) {
      return Map.of();
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(
            Math.min(AT_ONCE, askers.size()), VersionCommands::daemonThread);
    Iterator<Map.Entry<FilledCommand, List<String>>> waiting = askers.entrySet().iterator();
    Map<FilledCommand, CommandAnswer> answers = new ConcurrentHashMap<>();
    List<CompletableFuture<Void>> turns = new ArrayList<>();
    for (int turn = 0; turn < askers.size(); turn++) {
      turns.add(
          CompletableFuture.runAsync(
              () -> {
                FilledCommand question = next(waiting, progress);
                answers.put(question, question.ask(running, root, environment, timeout));
              },
              pool));
    }
    pool.shutdown();
    awaitAll(pool);
    // One that failed in a way that is no answer must not pass for one that was interrupted.
    turns.stream().filter(CompletableFuture::isCompletedExceptionally).forEach(it -> it.join());
    askers.keySet().forEach(question -> answers.putIfAbsent(question, question.interrupted()));
    return answers;
  }

  /** Taken and reported in one step, so that the lines keep the order of the requests. */
  private static FilledCommand next(
      Iterator<Map.Entry<FilledCommand, List<String>>> waiting, Consumer<String> progress) {
    synchronized (waiting) {
      Map.Entry<FilledCommand, List<String>> next = waiting.next();
      progress.accept(progressLine(next.getKey(), next.getValue()));
      return next.getKey();
    }
  }

  /** Daemons: a command that cannot be ended must not keep Maven from ending. */
  private static Thread daemonThread(Runnable task) {
    Thread thread = new Thread(task, "version-command");
    thread.setDaemon(true);
    return thread;
  }

  private static String progressLine(FilledCommand question, List<String> names) {
    return "Asking "
        + question.parameter()
        + " for the version of "
        + names.get(0)
        + (names.size() == 1 ? "" : " and " + (names.size() - 1) + " more")
        + ": "
        + question.shown();
  }

  private static void awaitAll(ExecutorService pool) {
    try {
      pool.awaitTermination(Long.MAX_VALUE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      pool.shutdownNow();
      try {
        pool.awaitTermination(LAST_ORDERS, TimeUnit.SECONDS);
      } catch (InterruptedException again) {
        // A second interrupt means that nobody wants to wait; the threads end what they started.
      }
      Thread.currentThread().interrupt();
    }
  }
}
