package io.github.containerversions.check.versions;

import io.github.containerversions.model.Finding;
import io.github.containerversions.model.RuleInfo;
import java.util.List;

/** One rule about one container. */
public interface Rule {

  RuleInfo info();

  /** What is wrong with the container by this rule; empty where it passes. */
  List<Finding> check(Evidence evidence);
}
