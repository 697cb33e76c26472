package io.github.containerversions.core.finding;

import java.util.List;

/** A container or a workflow, and the result of the rules for it. */
public interface SubjectResult {

  /** What findings and exemptions call it. */
  String name();

  /** What is wrong with it. */
  List<Finding> findings();

  /** The exemptions that were applied. */
  List<Exemption> excuses();

  /** What would be wrong, were it not exempt from one rule or another. */
  List<SuppressedFinding> excused();

  /** Whether it is exempt from every rule and was not looked at. */
  boolean exempt();
}
