package io.github.containerversions.core.finding;

import java.util.List;

/**
 * One rule.
 *
 * @param <E> the evidence that it looks at, which is about one subject
 */
public interface Rule<E> {

  RuleInfo info();

  /** What is wrong with the subject by this rule; empty where it passes. */
  List<Finding> check(E evidence);
}
