package io.github.containerversions.maven;

import org.jspecify.annotations.Nullable;

/** An {@code <exemption>} as written in a POM, not yet validated. Both rules share it. */
public final class Exemption {
  private @Nullable String container;
  private @Nullable String workflow;
  private @Nullable String reason;
  private @Nullable String rule;
  private @Nullable String until;

  public @Nullable String getContainer() {
    return container;
  }

  public void setContainer(@Nullable String container) {
    this.container = container;
  }

  public @Nullable String getWorkflow() {
    return workflow;
  }

  public void setWorkflow(@Nullable String workflow) {
    this.workflow = workflow;
  }

  public @Nullable String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason;
  }

  public @Nullable String getRule() {
    return rule;
  }

  public void setRule(@Nullable String rule) {
    this.rule = rule;
  }

  public @Nullable String getUntil() {
    return until;
  }

  public void setUntil(@Nullable String until) {
    this.until = until;
  }

  /** All values, for the identity of a configuration. */
  @Override
  public String toString() {
    return container + "|" + workflow + "|" + reason + "|" + rule + "|" + until;
  }
}
