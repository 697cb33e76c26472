package io.github.containerversions.pushes.rules;

import io.github.containerversions.core.text.Location;
import java.util.List;
import java.util.Set;

/**
 * A login to a registry.
 *
 * @param host the registry; unknown where an action logs in somewhere
 * @param location where it stands
 * @param credentials its password; empty where it is read from somewhere
 * @param keychains where it is kept, or may be
 */
record Login(
    Image.Host host,
    Location location,
    List<Push.Credential> credentials,
    Set<AuthFile> keychains) {}
