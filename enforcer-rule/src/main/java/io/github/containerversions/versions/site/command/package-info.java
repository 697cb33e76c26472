/**
 * Runs a command of the user for a version that no file states.
 *
 * <p>{@link VersionCommand} is the template, {@link VersionRequest} fills it for one container, and
 * {@link VersionCommands} runs several in parallel. The package is written for POSIX systems.
 */
@NullMarked
package io.github.containerversions.versions.site.command;

import org.jspecify.annotations.NullMarked;
