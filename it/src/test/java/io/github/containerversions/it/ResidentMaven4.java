package io.github.containerversions.it;

import java.beans.Expression;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.codehaus.plexus.classworlds.ClassWorld;

/**
 * Maven 4 as its own resident invoker runs it, which its daemon and its shell use. Called by name:
 * its libraries hold other versions of the classes that {@link ResidentMaven3} is compiled against.
 */
final class ResidentMaven4 implements ResidentMaven.Builds {
  private static final String CLING = "org.apache.maven.cling.invoker.";
  static final String INVOKER = CLING + "mvn.resident.ResidentMavenInvoker";

  private final List<String> arguments;
  private final OutputStream output = leftOpen(System.out);
  private final Object lookup;
  private final Object invoker;

  ResidentMaven4(Path localRepository, Path globalSettings) throws Exception {
    this.arguments =
        List.of(
            "--batch-mode",
            "-Dstyle.color=never",
            "--threads=2",
            "--global-settings=" + globalSettings,
            "-Dmaven.repo.local=" + localRepository,
            "validate");
    ClassWorld world = new ClassWorld("plexus.core", ResidentMaven4.class.getClassLoader());
    Object builder = call(Class.forName(CLING + "ProtoLookup"), "builder");
    call(builder, "addMapping", ClassWorld.class, world);
    this.lookup = call(builder, "build");
    this.invoker = call(Class.forName(INVOKER), "new", lookup, null);
  }

  @Override
  public boolean validate(Path root) throws Exception {
    Object messages = create("org.apache.maven.jline.JLineMessageBuilderFactory");
    Object builder =
        call(Class.forName("org.apache.maven.api.cli.ParserRequest"), "mvn", arguments, messages);
    call(builder, "lookup", lookup);
    call(builder, "mavenHome", Path.of(System.getProperty("maven.home")));
    call(builder, "cwd", root);
    // Or its terminal would read the lines that are meant for us.
    call(builder, "stdIn", InputStream.nullInputStream());
    call(builder, "stdOut", output);
    call(builder, "stdErr", output);
    call(builder, "embedded", true);
    Object parser = create(CLING + "mvn.MavenParser");
    Object request = call(parser, "parseInvocation", call(builder, "build"));
    return call(invoker, "invoke", request).equals(0);
  }

  /** Maven closes what it is given when a build ends. */
  private static OutputStream leftOpen(OutputStream output) {
    return new FilterOutputStream(output) {
      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  private static Object create(String type) throws Exception {
    return call(Class.forName(type), "new");
  }

  private static Object call(Object target, String method, Object... arguments) throws Exception {
    return new Expression(target, method, arguments).getValue();
  }
}
