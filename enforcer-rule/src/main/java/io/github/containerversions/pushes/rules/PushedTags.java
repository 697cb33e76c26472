package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Piece;
import io.github.containerversions.pushes.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tags that a command pushes where they do not stand in the name of the image. */
final class PushedTags {
  /** Options that hold tags (the manuals of ko, timoni and flux). */
  private static final Map<String, List<String>> OPTIONS =
      Map.of(
          "ko build", List.of("-t", "--tags"),
          "ko publish", List.of("-t", "--tags"),
          "ko resolve", List.of("-t", "--tags"),
          "ko apply", List.of("-t", "--tags"),
          "timoni mod push", List.of("-v", "--version"),
          "timoni artifact push", List.of("-t", "--tag"),
          "flux tag artifact", List.of("--tag"));

  /** Commands that push all tags of a repository where they are asked to. */
  private static final Set<String> ALL =
      Set.of(
          "docker push",
          "docker image push",
          "nerdctl push",
          "nerdctl image push",
          "crane copy",
          "crane cp",
          "gcrane copy",
          "gcrane cp",
          "krane copy",
          "krane cp");

  /** What is stored beside an image is named by the digest of the image. */
  private static final Set<String> BESIDE =
      Set.of(
          "cosign sign",
          "cosign attest",
          "cosign attach sbom",
          "cosign attach signature",
          "oras attach");

  private PushedTags() {}

  /** The images under the tags that they get. */
  static List<Image> of(String title, List<Image> images, Options options, VariableScope values) {
    if (ALL.contains(title) && (options.on("-a") || options.on("--all-tags"))) {
      return images.stream().map(PushedTags::underSome).toList();
    }
    List<List<LocatedPiece>> tags = new ArrayList<>();
    for (String option : OPTIONS.getOrDefault(title, List.of())) {
      for (ShellWord word : options.all(option)) {
        tags.addAll(LocatedPiece.list(values.resolve(word)));
      }
    }
    return tags.isEmpty()
        ? images
        : images.stream().flatMap(image -> tags.stream().map(image::under)).toList();
  }

  /** Whether a command pushes something that has no tag of its own. */
  static boolean areNone(String title) {
    return BESIDE.contains(title);
  }

  private static Image underSome(Image image) {
    List<LocatedPiece> parts = image.parts();
    if (parts.isEmpty()) {
      return image;
    }
    LocatedPiece last = parts.get(parts.size() - 1);
    return image.under(List.of(new LocatedPiece(Piece.Computed.of(last.piece()), last.owner())));
  }
}
