package io.github.containerversions.versions.scope;

import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.TrackedFolders;
import java.util.List;

/**
 * What git reports about a checkout.
 *
 * @param scope which containers are to be checked, and why
 * @param gaps what git knows below the containers folder and is not on disk, sorted by path; a
 *     container may be known from here alone
 * @param tracked the folders of containers that are as git's index has them
 */
public record ScopedCheckout(Scope scope, List<CheckoutGap> gaps, TrackedFolders tracked) {

  public ScopedCheckout {
    gaps = List.copyOf(gaps);
  }

  /** A checkout of whose folders only the disk knows. */
  ScopedCheckout(Scope scope, List<CheckoutGap> gaps) {
    this(scope, gaps, TrackedFolders.NONE);
  }
}
