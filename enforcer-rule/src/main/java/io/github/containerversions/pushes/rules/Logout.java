package io.github.containerversions.pushes.rules;

/**
 * A logout from a registry.
 *
 * @param host the registry; {@link Host#UNKNOWN} for all
 * @param keychain where its program keeps logins
 * @param certain whether it runs for certain, and for the usual file of its program
 */
record Logout(Host host, AuthFile keychain, boolean certain) {

  /** Whether it is for the logins that have a key. */
  boolean isFor(String key) {
    return host.equals(Host.UNKNOWN)
        || (key.equals(host.key()) && key.indexOf(LocatedPiece.COMPUTED) < 0);
  }

  /** Whether it may be for any login, as its registry is not known. */
  boolean mayBeForAny() {
    return !host.known();
  }
}
