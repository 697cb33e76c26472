package io.github.containerversions.benchmark;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the readers are timed on: a usual file, and the worst that is known, in two sizes. */
public enum Input {
  DOCKERFILE(Reader.DOCKERFILE, repeat(Input::stage, 64 << 10)),
  DOCKERFILE_CONTINUED_100K(Reader.DOCKERFILE, "RUN x" + " \\\n".repeat(33 << 10)),
  DOCKERFILE_CONTINUED_1M(Reader.DOCKERFILE, "RUN x" + " \\\n".repeat(333 << 10)),
  DOCKERFILE_HEREDOCS_100K(Reader.DOCKERFILE, "RUN " + "<<a ".repeat(25 << 10)),
  DOCKERFILE_HEREDOCS_1M(Reader.DOCKERFILE, "RUN " + "<<a ".repeat(250 << 10)),
  NIX(Reader.NIX, "let\n" + repeat(Input::binding, 64 << 10) + "  version = \"1.2.3\";\nin { }\n"),
  NIX_PARENTHESES_100K(Reader.NIX, "(".repeat(100 << 10)),
  NIX_PARENTHESES_1M(Reader.NIX, "(".repeat(1000 << 10)),
  NIX_STRINGS_100K(Reader.NIX, "\"${".repeat(33 << 10)),
  NIX_STRINGS_1M(Reader.NIX, "\"${".repeat(333 << 10)),
  CONTAINER_PY(Reader.CONTAINER_PY, "VERSION = \"v1.2.3\"\n" + repeat(Input::function, 64 << 10)),
  CONTAINER_PY_BRACKETS_100K(Reader.CONTAINER_PY, "x = " + "[".repeat(100 << 10)),
  CONTAINER_PY_BRACKETS_1M(Reader.CONTAINER_PY, "x = " + "[".repeat(1000 << 10)),
  INVENTORY(Reader.INVENTORY, "services:\n" + repeat(Input::service, 64 << 10)),
  /** One entry in flow style, and SnakeYAML reads it all. */
  INVENTORY_NOT_PLAIN(
      Reader.INVENTORY, "services:\n  - {name: a}\n" + repeat(Input::service, 64 << 10)),
  INVENTORY_ONE_LINE_100K(Reader.INVENTORY, "services: \"" + "x".repeat(100 << 10) + "\"\n"),
  INVENTORY_ONE_LINE_1M(Reader.INVENTORY, "services: \"" + "x".repeat(1000 << 10) + "\"\n");

  /** What reads an input. */
  public enum Reader {
    DOCKERFILE,
    NIX,
    CONTAINER_PY,
    INVENTORY
  }

  private final Reader reader;
  private final String text;

  Input(Reader reader, String text) {
    this.reader = reader;
    this.text = text;
  }

  public Reader reader() {
    return reader;
  }

  public String text() {
    return text;
  }

  private static String repeat(java.util.function.IntFunction<String> piece, int size) {
    int count = size / piece.apply(1).length() + 1;
    return IntStream.range(0, count).mapToObj(piece).collect(Collectors.joining());
  }

  private static String stage(int number) {
    return """
        # Stage %d fetches the sources and builds them.
        FROM golang:1.24-alpine AS build%d
        ARG CONTAINER_APP_VERSION=v2.17.0
        ARG SOURCE=https://example.org/app/${CONTAINER_APP_VERSION#v}.tar.gz
        RUN apk add --no-cache git make && \\
            # the tag is the version
            git clone --branch "${CONTAINER_APP_VERSION}" "$SOURCE" /src && \\
            make -C /src
        COPY --from=build%d <<EOF /etc/app.conf
        listen = 0.0.0.0:8080
        EOF
        ENTRYPOINT ["/usr/bin/app", "serve"]

        """
        .formatted(number, number, number);
  }

  private static String binding(int number) {
    return """
          # Part %d of the image.
          part%d = pkgs.buildGoModule {
            pname = "part-%d";
            inherit version;
            src = pkgs.fetchgit { url = "https://example.org/part"; rev = "v${version}"; };
            vendorHash = null;
            postPatch = ''
              substituteInPlace Makefile --replace /bin/echo echo
            '';
            ldflags = [ "-s" "-w" "-X main.version=${version}" ];
            meta.license = with pkgs.lib.licenses; [ asl20 mit ];
          };
        """
        .formatted(number, number, number);
  }

  private static String function(int number) {
    return """

        async def build_%d(source: dagger.Directory) -> dagger.Container:
            \"""Builds part %d of the image.\"""
            base = dag.container().from_("alpine:3.21")
            return await (
                base.with_directory("/src", source)
                .with_exec(["sh", "-c", f"make VERSION={VERSION}"])
            )
        """
        .formatted(number, number);
  }

  private static String service(int number) {
    return """
          - name: service-%d
            type: container
            last-reviewed: 2026-02-17
            current-version: "v1.%d.0"
            upstream-source: https://example.org/service/releases

        """
        .formatted(number, number);
  }
}
