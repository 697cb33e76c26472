package io.github.containerversions.versions.model;

import io.github.containerversions.core.text.SourceSpan;

/**
 * The text that a place has a version in: the tag of an image, the value of a key.
 *
 * @param form the form that it has, such as {@code {version}-{commit}}
 * @param text all of it, as written
 * @param location where it stands, quotes not included
 * @param commit the commit that it names, 7 to 40 hexadecimal digits; empty where it names none
 */
public record TagText(String form, String text, SourceSpan location, String commit) {}
