package io.github.containerversions.pushes.rules;

/**
 * A logout from a registry.
 *
 * @param host the registry; {@link Host#UNKNOWN} for all
 * @param keychain where its program keeps logins
 * @param certain whether it runs for certain, and for the usual file of its program
 */
record Logout(Host host, AuthFile keychain, boolean certain) {

  /** The key of the logins that it is for; of none where its registry is not known. */
  String key() {
    return host.key().indexOf(LocatedPiece.COMPUTED) < 0 ? host.key() : "";
  }
}
