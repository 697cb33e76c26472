/**
 * Asks a command of the user's for a version that no file states.
 *
 * <p>A {@link io.github.containerversions.source.command.VersionCommand} is the template, a {@link
 * io.github.containerversions.source.command.VersionRequest} fills it for one container, and {@link
 * io.github.containerversions.source.command.VersionCommands} runs many side by side. Written for
 * POSIX systems.
 */
@NullMarked
package io.github.containerversions.versions.site.command;

import org.jspecify.annotations.NullMarked;
