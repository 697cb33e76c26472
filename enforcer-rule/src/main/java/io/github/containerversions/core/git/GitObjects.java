package io.github.containerversions.core.git;

import io.github.containerversions.core.process.RunningProcesses;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Objects of a repository, read from one {@code git cat-file --batch}. After its time limit it
 * gives no more answers.
 */
public final class GitObjects implements AutoCloseable {

  /** The largest object that is taken in, in bytes. */
  private static final int MAX_SIZE = 4 << 20;

  /** In characters: so much fits into a pipe everywhere while git writes to the other one. */
  private static final int MAX_ASKED = 2_000;

  /** So many answers are kept that nobody has read yet. */
  private static final int MAX_AHEAD = 16;

  private final RunningProcesses running;
  private final Process process;
  private final InputStream answers;
  private final OutputStream questions;
  private final Thread watch;
  private final Deque<String> asked = new ArrayDeque<>();
  private int askedCharacters;
  private final Map<String, Answer> ahead = new LinkedHashMap<>();
  private volatile boolean late;

  /** What git answered; an object that is too large is passed over. */
  private record Answer(Optional<GitObject> object, boolean tooLarge) {}

  /** An object. */
  public static final class GitObject {
    private final String id;
    private final String type;
    private final byte[] content;

    private GitObject(String id, String type, byte[] content) {
      this.id = id;
      this.type = type;
      this.content = content;
    }

    /** Its full hash. */
    public String id() {
      return id;
    }

    /** One of commit, tree, blob and tag. */
    public String type() {
      return type;
    }

    /** Its bytes; to be read only. */
    public byte[] content() {
      return content;
    }

    /** The content as text, where it is UTF-8 or does not need to be. */
    public String text() {
      return new String(content, StandardCharsets.UTF_8);
    }
  }

  private GitObjects(RunningProcesses running, Process process, Duration timeout) {
    this.running = running;
    this.process = process;
    this.answers = new BufferedInputStream(process.getInputStream(), 1 << 16);
    this.questions = process.getOutputStream();
    this.watch = new Thread(() -> giveUpAfter(timeout), "container-versions-history");
    watch.setDaemon(true);
    watch.start();
  }

  /**
   * Starts git in a folder.
   *
   * @param timeout how long it may take for all its answers together
   * @throws IOException where it cannot be started
   */
  public static GitObjects open(Path folder, Map<String, String> inherited, Duration timeout)
      throws IOException {
    Map<String, String> environment = GitEnvironment.of(folder, inherited);
    Path git =
        GitEnvironment.program(environment)
            .orElseThrow(() -> new IOException("there is no git program on the PATH"));
    ProcessBuilder builder =
        new ProcessBuilder(List.of(git.toString(), "-c", "core.fsmonitor=", "cat-file", "--batch"))
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    RunningProcesses running = new RunningProcesses();
    try {
      return new GitObjects(running, running.start(builder), timeout);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      running.close();
      throw new IOException("the build was interrupted", interrupted);
    } catch (IOException notStarted) {
      running.close();
      throw notStarted;
    }
  }

  private void giveUpAfter(Duration timeout) {
    try {
      Thread.sleep(timeout.toMillis());
      late = true;
      process.destroyForcibly();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The object of a name; see gitrevisions(7).
   *
   * @return empty where there is no such object, or the name is ambiguous
   * @throws IOException where git gives no answer, the name cannot be asked for, or the object is
   *     larger than 4 MiB
   */
  public synchronized Optional<GitObject> read(String name) throws IOException {
    if (!canBeAsked(name)) {
      throw new IOException("git cannot be asked for a name with a line break");
    }
    Answer answer = ahead.remove(name);
    if (answer == null) {
      boolean isAsked = asked.contains(name);
      while (!asked.isEmpty() && answer == null) {
        answer = next(name);
      }
      if (!isAsked) {
        write(name);
        answer = next(name);
      }
    }
    if (answer == null || answer.tooLarge()) {
      throw new IOException("an earlier state of a file or folder is too large");
    }
    return answer.object();
  }

  /**
   * Asks for an object that is read soon, so that git looks for it meanwhile. A name that cannot be
   * asked for, or too many at once, are left to {@link #read}.
   *
   * @throws IOException where git does not take the question
   */
  public synchronized void ask(String name) throws IOException {
    if (canBeAsked(name)
        && askedCharacters + name.length() <= MAX_ASKED
        && !asked.contains(name)
        && !ahead.containsKey(name)) {
      write(name);
    }
  }

  private static boolean canBeAsked(String name) {
    return name.indexOf('\n') < 0 && !name.isBlank();
  }

  private void write(String name) throws IOException {
    questions.write((name + "\n").getBytes(StandardCharsets.UTF_8));
    asked.add(name);
    askedCharacters += name.length();
  }

  /** The next answer, where it is that to a question; another one is kept, and null returned. */
  private @Nullable Answer next(String name) throws IOException {
    questions.flush(); // all that were asked since, for each write wakes git
    String question = asked.remove(); // git answers in the order of the questions
    askedCharacters -= question.length();
    Answer answer = answer();
    if (question.equals(name)) {
      return answer;
    }
    if (ahead.size() == MAX_AHEAD) {
      ahead.remove(ahead.keySet().iterator().next());
    }
    ahead.put(question, answer);
    return null;
  }

  private Answer answer() throws IOException {
    String header = line();
    String[] words = header.split(" ", -1);
    int count = words.length;
    if (count != 3 || !words[2].chars().allMatch(Character::isDigit) || words[2].isEmpty()) {
      // "name missing", "name ambiguous"; the name may hold blanks
      return new Answer(Optional.empty(), false);
    }
    long size = Long.parseLong(words[2]);
    if (size > MAX_SIZE) {
      answers.skipNBytes(size + 1);
      return new Answer(Optional.empty(), true);
    }
    byte[] content = answers.readNBytes((int) size);
    answers.skipNBytes(1);
    return new Answer(Optional.of(new GitObject(words[0], words[1], content)), false);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = answers.read(); next != '\n'; next = answers.read()) {
      if (next < 0) {
        throw new IOException(late ? "git gave no answer in time" : "git gave no answer");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    watch.interrupt();
    running.end(process);
    running.close();
  }
}
