package io.github.containerversions.versions.site.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stage of a Dockerfile, as far as it is read. */
final class BuildStage {
  final Map<String, Variable> variables = new HashMap<>();

  /** Whether it may start from any stage before it, or from an image. */
  boolean ofUnknownBase;

  /** The {@code ARG} and {@code ENV} that it puts off to stages that start from it. */
  final List<Instruction> triggers = new ArrayList<>();

  /** This stage after its triggers, from which other stages start; null until one does. */
  @Nullable BuildStage triggered;

  BuildStage(boolean ofUnknownBase) {
    this.ofUnknownBase = ofUnknownBase;
  }
}
