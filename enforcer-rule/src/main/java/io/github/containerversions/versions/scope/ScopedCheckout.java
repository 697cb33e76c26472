package io.github.containerversions.versions.scope;

import io.github.containerversions.versions.model.CheckoutGap;
import io.github.containerversions.versions.model.Scope;
import java.util.List;

/**
 * What git says of a checkout.
 *
 * @param scope which containers are to be checked, and why
 * @param gaps what git knows below the containers folder and is not on disk, sorted by path; a
 *     container may be known from here alone
 */
public record ScopedCheckout(Scope scope, List<CheckoutGap> gaps) {

  public ScopedCheckout {
    gaps = List.copyOf(gaps);
  }
}
