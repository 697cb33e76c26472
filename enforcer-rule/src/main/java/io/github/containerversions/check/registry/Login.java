package io.github.containerversions.check.registry;

import io.github.containerversions.model.Location;
import java.util.List;

/**
 * A login to a registry.
 *
 * @param host the registry; unknown where an action logs in somewhere
 * @param location where it stands
 * @param credentials its password; empty where it is read from somewhere
 */
record Login(Image.Host host, Location location, List<Push.Credential> credentials) {}
