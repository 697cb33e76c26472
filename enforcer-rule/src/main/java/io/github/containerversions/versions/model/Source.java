package io.github.containerversions.versions.model;

/** A place that can declare a container's version. */
public enum Source {
  DOCKERFILE("dockerfile", "Dockerfile"),
  CONTAINER_PY("container.py", "container.py"),
  CONTAINER_PY_COMMAND("container.py-command", "containerPyVersionCommand"),
  NIX("nix", "default.nix"),
  NIX_COMMAND("nix-command", "nixVersionCommand"),
  INVENTORY("inventory", "inventory");

  private final String id;
  private final String title;

  Source(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The stable name in reports. */
  public String id() {
    return id;
  }

  /** What messages call it; the inventory is called by its file's name instead. */
  public String title() {
    return title;
  }
}
