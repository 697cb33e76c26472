package io.github.containerversions.versions.model;

/** A file that makes a folder buildable as a container image. */
public enum BuildFile {
  DOCKERFILE("Dockerfile"),
  CONTAINER_PY("container.py"),
  DEFAULT_NIX("default.nix");

  private final String fileName;

  BuildFile(String fileName) {
    this.fileName = fileName;
  }

  public String fileName() {
    return fileName;
  }
}
