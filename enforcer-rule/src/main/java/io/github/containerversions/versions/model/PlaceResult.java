package io.github.containerversions.versions.model;

import io.github.containerversions.core.finding.Exemption;
import io.github.containerversions.core.finding.Finding;
import io.github.containerversions.core.finding.SubjectResult;
import io.github.containerversions.core.finding.SuppressedFinding;
import java.util.List;

/**
 * The result for one configured place as a whole, as far as its files were read.
 *
 * @param name the name of the place
 * @param files how many files its globs match
 * @param statements how many versions and other texts it found in them
 * @param findings what is wrong with the place and belongs to no single container
 */
public record PlaceResult(String name, int files, int statements, List<Finding> findings)
    implements SubjectResult {

  public PlaceResult {
    findings = List.copyOf(findings);
  }

  @Override
  public List<Exemption> excuses() {
    return List.of();
  }

  @Override
  public List<SuppressedFinding> excused() {
    return List.of();
  }

  @Override
  public boolean exempt() {
    return false;
  }
}
