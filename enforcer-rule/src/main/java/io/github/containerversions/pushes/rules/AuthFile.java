package io.github.containerversions.pushes.rules;

import java.util.Set;

/** A place where programs keep what they logged in with; not every program looks into each. */
enum AuthFile {
  /** {@code ~/.docker/config.json} (Docker's manual, "docker login"). */
  DOCKER,
  /** {@code $XDG_RUNTIME_DIR/containers/auth.json} (containers-auth.json(5)). */
  CONTAINERS,
  /** {@code helm/registry/config.json} in the user's configuration (Helm's manual). */
  HELM,
  /** {@code ~/.regctl/config.json} (regctl's manual). */
  REGCTL;

  static final Set<AuthFile> ALL = Set.of(values());
}
