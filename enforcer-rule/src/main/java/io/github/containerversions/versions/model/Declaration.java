package io.github.containerversions.versions.model;

import io.github.containerversions.core.text.Location;

/**
 * A version that a source declares.
 *
 * @param source the kind of source
 * @param version the value, after quotes, escapes and variables are resolved as the tool that owns
 *     the format does
 * @param written the text of the literal or expression as it stands in the file, quotes included;
 *     for a command, the line that it printed
 * @param location the span of the literal, quotes not included; for an expression of several pieces
 *     the whole expression; for a command the file that it was asked about
 */
public record Declaration(Source source, String version, String written, Location location) {}
